"""Addresses lose the hosts of the proxies that a page was saved through."""

from __future__ import annotations

import pytest

from briefing.documents.addresses import Rewriter, is_address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.aldersea.example/a?b=c#d", "https://www.aldersea.example/a?b=c#d"),
        ("https://www-aldersea-example.ezproxy.wend.example/a?b=c", "https://www.aldersea.example/a?b=c"),
        ("https://the--tide-example.proxy.wend.example:2443/a", "https://the-tide.example/a"),
        ("http://www.aldersea.example.proxy.wend.example:2048/a", "http://www.aldersea.example/a"),
        ("https://ground-news.idm.oclc.org/article/tide", "https://ground.news/article/tide"),
        ("https://proxy.wend.example/login?url=https://aldersea.example/a", "https://aldersea.example/a"),
        ("https://ezproxy.wend.example/login?qurl=https%3A%2F%2Faldersea.example%2Fa", "https://aldersea.example/a"),
        ("https://proxy.wend.example/login?user=ada", None),
        ("https://ada@aldersea.example/a", None),
        ("https://0-www.aldersea.example.wend.example/a", None),
        ("https://[::1/a", None),
        (
            "https://aldersea.example/login?url=https://wend.example/",
            "https://aldersea.example/login?url=https://wend.example/",
        ),
        ("https://proxy.example/a", "https://proxy.example/a"),
        ("https://ezproxy.example.com/about", "https://ezproxy.example.com/about"),
    ],
)
def test_a_proxy_that_shows_itself_is_taken_off(address: str, expected: str | None) -> None:
    assert expected == Rewriter(()).rewrite(address)


@pytest.mark.parametrize(
    ("own", "address", "expected"),
    [
        (
            "https://ground-news.lib.wend.example/x",
            "https://www-aldersea-example.lib.wend.example/a",
            "https://www.aldersea.example/a",
        ),
        ("https://ground.news.wend.example/x", "https://aldersea.example.wend.example/a", "https://aldersea.example/a"),
        (
            "https://0-ground.news.wend.example/x",
            "https://0-aldersea.example.wend.example/a",
            "https://aldersea.example/a",
        ),
        ("https://0-ground.news.wend.example/x", "https://0-ground.news.wend.example/x", "https://ground.news/x"),
        ("https://ground.news/x", "https://aldersea.example/a", "https://aldersea.example/a"),
    ],
)
def test_a_proxy_is_known_by_what_stands_behind_the_pages_own_site(own: str, address: str, expected: str) -> None:
    assert expected == Rewriter([own]).rewrite(address)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://aldersea.example", True),
        ("HTTP://aldersea.example/it's?a=[b]#c", True),
        ("https://[::1]:8000/a", True),
        ("https://aldersea.example/a b", False),
        ('https://aldersea.p"example/a', False),
        ("https://aldersea.example/<b>", False),
        ("https:///a", False),
        ("ftp://aldersea.example/", False),
        ("javascript:alert(1)", False),
        ("www.aldersea.example", False),
    ],
)
def test_an_address_of_the_web_has_a_host_and_nothing_that_no_address_holds(text: str, *, expected: bool) -> None:
    assert expected is is_address(text)
