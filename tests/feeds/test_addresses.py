"""Addresses are whole and in ASCII."""

from __future__ import annotations

import pytest

from feeds.addresses import absolute, on_site, scheme, with_reference

PAGE = "https://example.org/news/2026/06/02/story/"


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("#e1", f"{PAGE}#e1"),
        (" #e\n1 ", f"{PAGE}#e1"),
        ("#", PAGE),
        ("", PAGE),
        ("../other/", "https://example.org/news/2026/06/02/other/"),
        ("/about/", "https://example.org/about/"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("?page=2", f"{PAGE}?page=2"),
        (" ht\ntps://example.com/\t", "https://example.com/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("http://[x", None),
    ],
)
def test_an_address_is_seen_from_its_page(address: str, whole: str | None) -> None:
    assert whole == absolute(PAGE, address)


@pytest.mark.parametrize(
    ("page", "anchor"),
    [
        (f"{PAGE}?a=b#c", f"{PAGE}?a=b#e1"),
        ("/story/", "/story/#e1"),
        ("", "#e1"),
        ("ipfs://story/", "#e1"),  # urljoin does not know how its addresses are joined
        ("http://[x", None),
    ],
)
def test_an_anchor_is_seen_from_its_page(page: str, anchor: str | None) -> None:
    assert anchor == absolute(page, "#e1")


@pytest.mark.parametrize(
    ("address", "expected"),
    [("HTTPS://example.org/a#b:c", "https"), ("a#b:c", ""), ("#b:c", ""), ("mailto:a@example.org", "mailto")],
)
def test_the_scheme_of_an_address_is_told(address: str, expected: str) -> None:
    assert expected == scheme(address)


def test_a_page_stands_below_the_address_of_its_site() -> None:
    assert "https://example.org/news/a/b/" == on_site("https://example.org/news", "a/b/")


def test_a_page_elsewhere_keeps_its_address() -> None:
    assert "https://example.com/a" == on_site("https://example.org", "https://example.com/a")


def test_letters_beyond_ascii_are_escaped_once() -> None:
    assert "https://example.org/%C3%BC%20b/%C3%BC/9%25" == on_site("https://example.org", "ü b/%C3%BC/9%")


def test_an_address_that_is_none_is_escaped_below_that_of_its_site() -> None:
    assert "https://example.org/http://%5Bx" == on_site("https://example.org", "http://[x")


@pytest.mark.parametrize(
    ("address", "marked"),
    [
        ("https://example.org/a", "https://example.org/a?ref=feed"),
        ("https://example.org/?id=3#x", "https://example.org/?id=3&ref=feed#x"),
    ],
)
def test_a_reference_is_added_to_the_query(address: str, marked: str) -> None:
    assert marked == with_reference(address)
