"""The built site in a real browser: narrow and wide, light and dark, by keyboard, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.check.serving import serving
from tests.site.conftest import Site

PAGES = (
    "",
    "2026/06/04/",
    "2026/06/",
    "2026/",
    "topics/",
    "topics/vessay-tunnel/",
    "archive/",
    "subscribe/",
    "for-you/",
    "about/",
    "method/",
    "404.html",
)


@pytest.fixture(scope="module")
def address(samples: Site) -> Iterator[str]:
    """Serve the sample site on this machine."""
    with serving(samples.output) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways_or_complains(
    chromium: Browser, samples: Site, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    stories = [
        samples.story(words) for words in ("mayo-clinic", "vessay-tunnel-by-one-vote", "typewriter", "round-haldry")
    ]
    complaints: list[str] = []
    with chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("response", lambda response: complaints.append(response.url) if response.status >= 400 else None)
        for path in (*PAGES, *stories):
            page.goto(address + path)
            assert width >= page.evaluate("document.documentElement.scrollWidth"), path
    assert not complaints


def test_on_a_phone_come_headline_then_summary_then_facts_then_articles(
    chromium: Browser, samples: Site, address: str
) -> None:
    with chromium.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto(address + samples.story("mayo-clinic"))
        parts = ("h1", "section.summary", "section.glance", "section.articles", "section.evidence")
        tops = [page.locator(part).bounding_box()["y"] for part in parts]  # type: ignore[index]
        assert sorted(tops) == tops


def test_on_paper_the_menu_is_gone_and_the_evidence_is_there(chromium: Browser, samples: Site, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(address + samples.story("mayo-clinic"))
        page.emulate_media(media="print")
        assert not page.locator(".masthead nav").is_visible()
        assert page.locator("#evidence-1").is_visible()
