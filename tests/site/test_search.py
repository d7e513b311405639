"""Searching the sample site in a real browser, under a sub-path and a strict Content Security Policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.check.serving import serving
from tests.site.conftest import Site

_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)


@pytest.fixture(scope="module")
def address(samples: Site) -> Iterator[str]:
    """Serve the sample site with its search index; other tests do not see it."""
    samples.build("--with", "search")
    with serving(samples.output, "/some/path/", _POLICY) as served:
        yield served


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Return a page that must not complain, whatever is done with it."""
    complaints: list[str] = []
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        assert not complaints


def test_a_search_finds_stories_shows_the_words_and_tells_how_many(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.fill("#q", "typewriter")
    expect(page.locator(".status")).to_have_text(re.compile(r"^\d+ (story|stories) found for “typewriter”\.$"))
    assert "typewriter" in page.locator(".found h2").first.inner_text().lower()
    assert "typewriter" in page.locator(".found mark").first.inner_text().lower()
    assert "2026" in page.locator(".found .kicker").first.inner_text()
    assert page.url == f"{address}search/?q=typewriter"
    page.locator(".found a").first.click()
    page.wait_for_url(f"{address}2026/**")
    assert "typewriter" in page.locator("h1").inner_text().lower()


def test_a_filter_narrows_what_is_found_and_stands_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=tunnel")
    expect(page.locator(".found li").nth(1)).to_be_visible()
    before = page.locator(".found li").count()
    page.select_option("#topic", "Vessay Tunnel")
    expect(page.locator(".status")).to_contain_text("with what is chosen")
    expect(page.locator(".found li")).not_to_have_count(before)
    narrowed = page.locator(".found li").count()
    assert 0 < narrowed < before
    assert "topic=Vessay+Tunnel" in page.url
    page.reload()
    expect(page.locator(".found li")).to_have_count(narrowed)
    assert page.input_value("#topic") == "Vessay Tunnel"


def test_every_filter_offers_what_the_stories_have(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    expect(page.locator("#year option")).to_have_count(2)
    for name, value in (("topic", "Vessay Tunnel"), ("outlet", "Haldry 9"), ("leaning", "Lean Left"), ("year", "2026")):
        assert value in page.locator(f"#{name} option").all_inner_texts()
    page.select_option("#leaning", "Lean Left")
    expect(page.locator(".found li").first).to_be_visible()


def test_what_is_found_can_be_gone_through_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=tunnel")
    expect(page.locator(".found li").nth(1)).to_be_visible()
    page.focus("#q")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator(".found a").nth(1).evaluate("link => link === document.activeElement")
    page.keyboard.press("ArrowUp")
    assert page.locator(".found a").nth(0).evaluate("link => link === document.activeElement")
    page.keyboard.press("Escape")
    assert page.locator("#q").evaluate("field => field === document.activeElement")
    page.keyboard.press("Escape")
    expect(page.locator(".found li")).to_have_count(0)
    assert page.url == f"{address}search/"


def test_words_that_are_nowhere_are_said_to_be_nowhere(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=zzxqj")
    expect(page.locator(".status")).to_have_text("No story found for “zzxqj”.")


def test_what_is_asked_for_is_text_and_never_markup(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&topic=%3Cb%3E")
    expect(page.locator(".status")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img, main b").count() == 0


def test_without_a_script_the_page_says_so_and_leads_to_all_stories(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}search/?q=tunnel")
        assert "Searching needs a script" in page.locator(".fallback").inner_text()
        assert not page.locator("form.search").is_visible()
        page.locator("main").get_by_text("All days").click()
        page.wait_for_url(f"{address}archive/")


def test_without_an_index_the_page_says_so(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.route("**/pagefind/**", lambda route: route.fulfill(status=404))
        page.goto(f"{address}search/?q=tunnel")
        expect(page.locator(".status")).to_contain_text("could not be loaded")


def test_the_page_for_what_is_not_there_leads_to_the_search(page: Page, samples: Site) -> None:
    form = samples.page("404.html").xpath("//form[@role='search']")[0]
    assert ("/search/", "get") == (form.get("action"), form.get("method"))
    assert ["q"] == form.xpath(".//input/@name")
    assert page.url == "about:blank"
