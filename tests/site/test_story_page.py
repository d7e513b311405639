"""A story's page in a real browser: evidence in place, articles by leaning, what one can do with the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from briefing import post
from tests.briefing.making import a_full_story
from tests.check.serving import serving
from tests.site.conftest import Site
from tests.site.hard_stories import hard_stories

DAY = "2026/06/02/"
HOST = "http://127.0.0.1:8000/"
PRESSED = "[...document.querySelectorAll('.filter button')].map(b => b.getAttribute('aria-pressed') === 'true')"
# Text that sticks out of its element, where the element would cut it off.
CUT = """[...document.querySelectorAll('main *')].filter(e => {
  const style = getComputedStyle(e);
  return style.overflowX !== 'visible' && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1
    || style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
}).map(e => e.outerHTML.slice(0, 120))"""
# Texts beside or below each other of which one covers the other.
OVERLAPPING = """(() => {
  const boxes = [...document.querySelectorAll(
    'h1, .dateline, .source, .topics li, .summary > *, .box, .quotes figure, .people li, .figures li, .card,'
    + '.group > h3, .jump > *, .saves tbody :is(th, td), .lines > li, .tools li, .cite'
  )].map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width > 1 && box.height > 1);
  return boxes.flatMap(([a, one], n) => boxes.slice(n + 1).filter(([b, other]) => !a.contains(b)
    && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
  ).map(([b]) => a.textContent.trim().slice(0, 60) + ' / ' + b.textContent.trim().slice(0, 60)));
})()"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, project: Any) -> Iterator[str]:
    """Serve a site of stories that are hard to set on a page, and of a plain one."""
    site = Site(tmp_path_factory.mktemp("stories"), project).prepare()
    site.set(REPORT_ERRORS_TO="corrections@example.org")
    site.posts.mkdir()
    for slug, story in {**hard_stories(), "plain": a_full_story(slug="plain")}.items():
        (site.posts / f"{story.date}-{slug}.md").write_text(post.write(story), "utf-8")
    site.build()
    with serving(site.output) as served:
        yield served


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as made:
        yield made


def opened(context: BrowserContext, address: str, slug: str = "plain") -> Page:
    page = context.new_page()
    page.goto(f"{address}{DAY}{slug}/")
    return page


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("script", [True, False])
def test_each_mark_opens_its_note_by_keyboard_and_escape_leads_back(
    chromium: Browser,
    address: str,
    width: int,
    script: bool,  # noqa: FBT001 - pytest gives it
) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script) as context:
        page = opened(context, address)
        marks = page.locator(".ev button")
        assert marks.count() == 10
        for number in range(marks.count()):
            mark = marks.nth(number)
            note = page.locator(f"#{mark.get_attribute('popovertarget')}")
            assert not note.evaluate("note => note.matches(':popover-open')")
            mark.focus()
            assert mark.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
            page.keyboard.press("Enter")
            assert note.evaluate("note => note.matches(':popover-open')")
            box, place = note.bounding_box(), mark.bounding_box()
            assert box
            assert place
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] + box["height"] <= 900
            page.keyboard.press("Tab")
            assert note.evaluate("note => note.contains(document.activeElement)")
            page.keyboard.press("Escape")
            assert not note.evaluate("note => note.matches(':popover-open')")
            assert mark.evaluate("mark => mark === document.activeElement")


def test_on_a_wide_screen_a_note_opens_beside_its_mark(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    for number in (1, 3, 9):
        page.click(f"#mark-{number}")
        note, mark = (page.locator(f"#{name}-{number}").bounding_box() for name in ("evidence", "mark"))
        assert note
        assert mark
        gap = max(note["y"] - mark["y"] - mark["height"], mark["y"] - note["y"] - note["height"])
        assert 0 <= gap <= 20
        assert note["x"] <= mark["x"] <= note["x"] + note["width"]


def test_every_note_stands_whole_at_the_end_under_an_address_of_its_own(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    for number in range(1, 11):
        assert page.locator(f"#evidence-{number}").is_visible()
    page.click("#evidence-3 .where a")
    assert page.url.endswith("#evidence-3")
    paper, note = (page.locator(f"#evidence-{n}").evaluate("e => getComputedStyle(e).backgroundColor") for n in (2, 3))
    assert paper != note
    page.click("#evidence-3 .back")
    assert page.url.endswith("#mark-3")


def test_a_filter_shows_the_articles_of_one_leaning_and_all_again(context: BrowserContext, address: str) -> None:
    page = opened(context, address, "many-cards")
    assert page.locator(".filter button").all_inner_texts() == [
        "All 500", "Left 168", "Center 83", "Right 166", "Not rated on the page 83",
    ]  # fmt: skip
    assert page.evaluate(PRESSED) == [True, False, False, False, False]
    page.focus(".filter button:nth-child(3)")
    page.keyboard.press("Space")
    assert page.evaluate(PRESSED) == [False, False, True, False, False]
    assert [page.locator(f"#articles-{side}").is_visible() for side in ("left", "center", "right", "unrated")] == [
        False, True, False, False,
    ]  # fmt: skip
    assert page.locator(".card:visible").count() == 83
    assert page.locator(".filter output").inner_text() == "83 of 500"
    page.emulate_media(media="print")
    assert page.locator(".card:visible").count() == 500
    page.emulate_media(media="screen")
    page.click(".filter button:first-child")
    assert page.locator(".card:visible").count() == 500


def test_what_an_address_leads_to_is_shown_though_it_was_filtered_away(context: BrowserContext, address: str) -> None:
    page = opened(context, address, "many-cards")
    page.click(".filter button:nth-child(3)")
    page.evaluate("location.hash = 'articles-right'")
    page.wait_for_function("document.querySelector('#articles-right').checkVisibility()")
    assert page.evaluate(PRESSED) == [True, False, False, False, False]


def test_without_script_nothing_is_hidden_and_links_lead_to_each_group(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = opened(context, address, "many-cards")
        assert page.locator(".card:visible").count() == 500
        assert page.locator("main button:visible").count() == page.locator(".ev button").count()
        page.click(".jump a.right")
        assert page.url.endswith("#articles-right")
        page.click("summary")
        assert page.locator(".cite p").is_visible()


def test_the_address_and_a_citation_can_be_copied(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context, address)
    page.click("text=Copy link")
    page.wait_for_selector("text=Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{HOST}{DAY}plain/"
    page.click("text=Cite this")
    page.click("text=Copy this")
    page.wait_for_function("document.querySelectorAll('.tools output')[1].value !== ''")
    expected = f"Harbour reopens. The Briefing, 2 June 2026. {HOST}{DAY}plain/"
    assert page.evaluate("navigator.clipboard.readText()") == expected


def test_an_error_can_be_reported_with_the_storys_address(context: BrowserContext, address: str) -> None:
    link = opened(context, address).get_attribute("text=Report an error", "href")
    story = "http%3A//127.0.0.1%3A8000/2026/06/02/plain/"
    assert link == f"mailto:corrections@example.org?subject=Error&body={story}%0A"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("slug", hard_stories())
def test_nothing_overlaps_sticks_out_or_is_cut_off(chromium: Browser, address: str, slug: str, width: int) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = opened(context, address, slug)
        assert width >= page.evaluate("document.documentElement.scrollWidth")
        assert [] == page.evaluate(CUT)
        assert [] == page.evaluate(OVERLAPPING)
        story = hard_stories()[slug]
        assert story.title.text == page.locator("h1").inner_text()
        assert len(story.coverage) == page.locator(".card:visible").count()
        assert len(story.quotes) == page.locator(".quotes figure:visible").count()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_line_begins_with_a_mark(chromium: Browser, address: str, width: int) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = opened(context, address, "long-words")
        alone = """[...document.querySelectorAll('.ev button')].filter(mark => {
            const block = mark.closest('dd, td, li, p, th');
            const start = block.getBoundingClientRect().left + parseFloat(getComputedStyle(block).paddingLeft);
            return mark.getBoundingClientRect().left < start + 4;
        }).length"""
        assert page.evaluate(alone) == 0


def test_text_at_twice_its_size_is_usable(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2) as context:
        page = opened(context, address)
        page.add_style_tag(content="html { font-size: 200% !important }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
        assert [] == page.evaluate(OVERLAPPING)


@pytest.mark.parametrize("slug", ["right-to-left", "plain"])
def test_a_text_is_set_in_its_own_direction(context: BrowserContext, address: str, slug: str) -> None:
    page = opened(context, address, slug)
    direction = "rtl" if slug == "right-to-left" else "ltr"
    assert page.locator("h1").evaluate("e => getComputedStyle(e).direction") == direction
    facts, summary = (page.locator(part).bounding_box() for part in ("aside.facts", "section.summary"))
    assert facts
    assert summary
    assert (facts["x"] < summary["x"]) == (direction == "rtl")
