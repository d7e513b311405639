"""What a reader follows, in a real browser, on a site below a path and under a strict Content Security Policy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Literal

import pytest
from pelican.settings import DEFAULT_CONFIG
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, Route, expect

from edition.slugs import slug_of
from tests.check.serving import serving
from tests.site.conftest import Site

BELOW = "/news/briefing/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
MAYO = "Mayo Clinic and Microsoft to Build an AI Model for Medicine"
VESSAY = {"kind": "topic", "name": "Vessay Tunnel", "path": "topics/vessay-tunnel/", "feed": None}
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
SHIFTS = """window.shifts = 0;
new PerformanceObserver(list => list.getEntries().forEach(one => { window.shifts += one.value }))
    .observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture(scope="module")
def address(samples: Site) -> Iterator[str]:
    """Serve the sample site below a path."""
    with serving(samples.output, BELOW, POLICY) as served:
        yield served


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Return a browser that has kept nothing yet, and has complained of nothing in the end."""
    complaints: list[str] = []
    with chromium.new_context(locale="en-GB") as made:
        made.on("console", lambda message: complaints.append(message.text))
        made.on("weberror", lambda error: complaints.append(str(error.error)))
        yield made
    assert [] == complaints


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def headlines(page: Page) -> list[str]:
    """Return the headlines that "For you" shows, once the stories are there."""
    expect(page.locator("[data-part=count]")).to_contain_text("about what you follow")
    return page.locator(".told h3").all_inner_texts()


def followed(page: Page) -> list[str]:
    return page.locator(".follows li > a:first-child").all_inner_texts()


def follow(page: Page, *addresses: str) -> None:
    for one in addresses:
        page.goto(one)
        page.get_by_role("button", name="Follow").click()


def give(page: Page, name: str, content: str) -> str:
    """Give a file to "Add a list from a file", and return what is said of it."""
    said = page.locator("[data-part=said]")
    said.evaluate("said => { said.textContent = '' }")
    file = FilePayload(name=name, mimeType="application/json", buffer=content.encode())
    page.set_input_files("[data-part=import]", file)
    expect(said).not_to_be_empty()
    return said.inner_text()


def a_list(*follows: object) -> str:
    return json.dumps({"format": 1, "follows": follows})


def test_who_follows_a_topic_an_outlet_and_a_place_finds_their_stories_on_for_you(page: Page, address: str) -> None:
    page.goto(f"{address}for-you/")
    expect(page.locator("[data-part=none]")).to_be_visible()
    follow(page, f"{address}topics/vessay-tunnel/")
    page.get_by_role("link", name="For you").first.click()
    page.wait_for_url("**/news/briefing/for-you/")
    assert (3, ["Vessay Tunnel"]) == (len(headlines(page)), followed(page))
    follow(page, f"{address}outlets/cnn/", f"{address}places/atlanta-united-states/")
    page.goto(f"{address}for-you/")
    assert MAYO in headlines(page)
    assert ["Vessay Tunnel", "CNN", "Atlanta, United States"] == followed(page)
    assert "18 articles · you follow CNN; Atlanta, United States" in page.locator(".told .meta").all_inner_texts()
    page.get_by_role("link", name=MAYO).click()
    page.wait_for_url("**/news/briefing/2026/06/02/mayo-clinic*/")


def test_a_button_says_whether_a_topic_is_followed_and_works_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}topics/vessay-tunnel/")
    button = page.get_by_role("button", name="Follow Vessay Tunnel")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.press(" ")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.goto(f"{address}for-you/")
    assert [] == followed(page)


def test_what_script_adds_moves_nothing_that_is_there(page: Page, address: str) -> None:
    page.add_init_script(SHIFTS)
    for one in ("topics/vessay-tunnel/", "outlets/cnn/", "for-you/"):
        page.goto(f"{address}{one}")
        if one == "for-you/":
            headlines(page)
        else:
            expect(page.get_by_role("button", name="Follow")).to_be_visible()
        shifts = page.evaluate(
            "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(window.shifts))))"
        )
        assert 0 == shifts, one
        if one != "for-you/":
            page.get_by_role("button", name="Follow").click()


def test_what_is_removed_is_no_longer_followed_and_the_focus_stays_in_the_list(page: Page, address: str) -> None:
    follow(page, f"{address}topics/vessay-tunnel/", f"{address}outlets/cnn/")
    page.goto(f"{address}for-you/")
    headlines(page)
    page.get_by_role("button", name="Remove Vessay Tunnel").click()
    assert "You no longer follow Vessay Tunnel." == page.locator("[data-part=said]").inner_text()
    assert "Remove CNN" == page.evaluate("document.activeElement.textContent")
    assert (["CNN"], [MAYO]) == (followed(page), headlines(page))
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=none]")).to_be_visible()
    assert "follows" == page.evaluate("document.activeElement.id")
    page.reload()
    assert [] == followed(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_long_list_fits_wide_and_narrow_screens(
    page: Page, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}for-you/")
    names = ("w" * 80, "Donaudampfschifffahrtsgesellschaft " * 5, "海" * 90)
    give(page, "a.json", a_list(VESSAY, *(VESSAY | {"name": name, "path": f"topics/{len(name)}/"} for name in names)))
    headlines(page)
    assert 4 == len(followed(page))
    assert width >= page.evaluate("document.documentElement.scrollWidth")


def test_a_followed_topic_has_its_feed_beside_it(page: Page, address: str) -> None:
    follow(page, f"{address}topics/vessay-tunnel/", f"{address}outlets/cnn/")
    page.goto(f"{address}for-you/")
    headlines(page)
    feeds = page.locator(".follows a[type='application/rss+xml']")
    assert [f"{address}feeds/topics/vessay-tunnel.rss.xml"] == [one.get_attribute("href") for one in feeds.all()]
    assert 200 == page.request.get(str(feeds.first.get_attribute("href"))).status


def test_a_list_is_saved_as_a_file_and_brought_to_another_browser(
    page: Page, chromium: Browser, address: str, tmp_path: Path
) -> None:
    follow(page, f"{address}topics/vessay-tunnel/", f"{address}outlets/cnn/")
    page.goto(f"{address}for-you/")
    headlines(page)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save the list as a file").click()
    saving.value.save_as(tmp_path / "list.json")
    assert "for-you.json" == saving.value.suggested_filename
    text = (tmp_path / "list.json").read_text(encoding="utf-8")
    assert ["Vessay Tunnel", "CNN"] == [one["name"] for one in json.loads(text)["follows"]]
    with chromium.new_context() as other:
        elsewhere = other.new_page()
        elsewhere.goto(f"{address}for-you/")
        assert "From the file: 2 added, 0 on your list already, 0 not understood." == give(elsewhere, "a.json", text)
        assert (["Vessay Tunnel", "CNN"], 4) == (followed(elsewhere), len(headlines(elsewhere)))
        assert "From the file: 0 added, 2 on your list already, 0 not understood." == give(elsewhere, "a.json", text)


@pytest.mark.parametrize(
    "content",
    ["", "no JSON", "null", "[]", '{"format": 2, "follows": []}', '{"format": 1, "follows": {}}', a_list(None, 7, "x")],
)
def test_a_file_that_is_no_list_is_named_and_changes_nothing(page: Page, address: str, content: str) -> None:
    follow(page, f"{address}topics/vessay-tunnel/")
    page.goto(f"{address}for-you/")
    headlines(page)
    expected = "holiday.json is no list that was saved here. Nothing was added, and your list is as it was."
    assert expected == give(page, "holiday.json", content)
    page.reload()
    headlines(page)
    assert ["Vessay Tunnel"] == followed(page)


@pytest.mark.parametrize(
    "bad",
    [
        {"kind": "author"},
        {"kind": "constructor"},
        {"name": ""},
        {"name": "x" * 301},
        {"name": ["Sea"]},
        {"path": "javascript:alert(1)"},
        {"path": "https://example.org/topics/sea/"},
        {"path": "//example.org/topics/sea/"},
        {"path": "topics/../../../away/"},
        {"path": "outlets/cnn/"},
        {"path": "topics/"},
    ],
)
def test_what_is_not_understood_in_a_list_is_left_out_and_counted(
    page: Page, address: str, bad: dict[str, object]
) -> None:
    page.goto(f"{address}for-you/")
    told = give(page, "a.json", a_list(VESSAY | bad, VESSAY))
    assert "From the file: 1 added, 0 on your list already, 1 not understood." == told
    headlines(page)
    assert ["Vessay Tunnel"] == followed(page)


def test_a_feed_that_is_elsewhere_is_not_linked_and_a_name_is_only_text(page: Page, address: str) -> None:
    page.goto(f"{address}for-you/")
    give(page, "a.json", a_list(VESSAY | {"name": "<img src=x onerror=alert(1)>", "feed": "javascript:alert(1)"}))
    headlines(page)
    assert (["<img src=x onerror=alert(1)>"], 0) == (followed(page), page.locator(".follows a[type]").count())
    assert 0 == page.locator("main img").count()


def test_a_kept_list_that_cannot_be_read_is_put_aside_and_following_goes_on(page: Page, address: str) -> None:
    key = f"briefing follows {BELOW}"
    page.goto(f"{address}for-you/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, "{half a li"])
    page.reload()
    expect(page.locator("[data-part=aside]")).to_be_visible()
    assert "{half a li" == page.evaluate("key => localStorage.getItem(key)", f"{key} unreadable")
    follow(page, f"{address}outlets/cnn/")
    page.goto(f"{address}for-you/")
    assert [MAYO] == headlines(page)
    expect(page.locator("[data-part=aside]")).to_be_hidden()


def test_where_the_browser_keeps_nothing_this_is_said_and_a_list_serves_for_the_visit(page: Page, address: str) -> None:
    page.add_init_script(NO_STORAGE)
    follow(page, f"{address}topics/vessay-tunnel/")
    expect(page.get_by_role("status")).to_have_text(
        "This browser keeps nothing for this site, so nothing can be followed."
    )
    expect(page.get_by_role("button", name="Follow")).to_have_attribute("aria-pressed", "false")
    page.goto(f"{address}for-you/")
    expect(page.locator("[data-part=unkept]")).to_be_visible()
    give(page, "a.json", a_list(VESSAY))
    assert (3, ["Vessay Tunnel"]) == (len(headlines(page)), followed(page))


def test_another_tab_and_the_way_back_show_what_was_followed_meanwhile(
    context: BrowserContext, page: Page, address: str
) -> None:
    page.goto(f"{address}for-you/")
    other = context.new_page()
    follow(other, f"{address}outlets/cnn/")
    assert [MAYO] == headlines(page)
    follow(page, f"{address}topics/vessay-tunnel/")
    page.go_back()
    headlines(page)
    assert ["CNN", "Vessay Tunnel"] == followed(page)


def test_sites_below_one_host_do_not_share_a_list(page: Page, address: str) -> None:
    page.goto(f"{address}for-you/")
    page.evaluate("text => localStorage.setItem('briefing follows /another/', text)", a_list(VESSAY))
    page.reload()
    expect(page.locator("[data-part=none]")).to_be_visible()


def test_names_are_one_name_where_they_have_one_page(page: Page, address: str) -> None:
    page.goto(f"{address}for-you/")
    give(page, "a.json", a_list(VESSAY | {"name": "VÉSSAY  tunnel!"}))
    assert 3 == len(headlines(page))


@pytest.mark.parametrize(
    ("followed", "named"),
    [
        ("Ærø", "aero"),
        ("Łódź", "LODZ"),
        ("Große Straße", "grosse-strasse"),
        ("Þingvellir", "Thingvellir"),
        ("Stratford\u2013upon\u2011Avon", "Stratford-upon-Avon"),
        ("Ålesund", "Alesund"),
        ("AT&T", "ATT"),
        ("Œuvre d\u2019Art", "oeuvre dart"),
        ("São Tomé", "SÃO  TOMÉ"),
        ("Kap", "Cap"),
        ("Post Bulletin", "The Post Bulletin"),
    ],
)
def test_a_name_is_found_under_another_spelling_just_where_both_have_one_page(
    page: Page, address: str, samples: Site, followed: str, named: str
) -> None:
    stories = json.loads((samples.output / "stories.json").read_bytes())["stories"]
    told = {"format": 1, "stories": [stories[0] | {"places": [named], "title": "Told"}], "months": []}
    page.route("**/stories.json", lambda route: route.fulfill(json=told))
    page.goto(f"{address}for-you/")
    give(page, "a.json", a_list({"kind": "place", "name": followed, "path": "places/x/"}))
    settings = {"SLUG_REGEX_SUBSTITUTIONS": DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]}
    have_one_page = slug_of(followed, settings) == slug_of(named, settings)
    assert (["Told"] if have_one_page else []) == headlines(page)


CARDS = """{headline}

  • It was so.
Insights by Ground AI

3 Articles

Bias Distribution

Coverage Details
Total News Sources3
Leaning Left1
Leaning Right1
Center1

{outlet} broke the news in Harbourtown on Tuesday, June 2, 2026.
"""


def test_an_outlet_is_followed_under_all_the_names_that_the_editor_s_table_joins(page: Page, site: Site) -> None:
    names = {"Ferry strike ends at last": "Gazette", "Harbour opens in the fog": "The Haldry Gazette"}
    names |= {"Cat comes ashore again": "gazette.example", "Nothing of the sort at all": "The Sun"}
    for number, (headline, outlet) in enumerate(names.items()):
        site.add(f"{number}.txt", CARDS.format(headline=headline, outlet=outlet))
    site.build()
    before = {"kind": "outlet", "name": "Gazette", "path": "outlets/gazette/", "feed": None}
    with serving(site.output, BELOW, POLICY) as address:
        page.goto(f"{address}for-you/")
        give(page, "a.json", a_list(before))
        assert ["Ferry strike ends at last"] == headlines(page)
        table = '[[outlet]]\nname = "The Haldry Gazette"\nother_names = ["Gazette", "gazette.example"]\n'
        (site.folder / "content" / "outlets.toml").write_text(table, encoding="utf-8")
        site.build()
        page.reload()
        assert set(names) - {"Nothing of the sort at all"} == set(headlines(page))
        assert ["Gazette"] == followed(page)
        page.get_by_role("button", name="Remove Gazette").click()
        follow(page, f"{address}outlets/the-haldry-gazette/")
        page.goto(f"{address}for-you/")
        assert set(names) - {"Nothing of the sort at all"} == set(headlines(page))
    told = json.loads((site.output / "stories.json").read_bytes())["stories"]
    assert {(name,) for name in names.values()} == {tuple(one["outlets"]) for one in told}


def test_stories_that_cannot_be_loaded_are_asked_for_again(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:  # it complains of the request that fails
        page = context.new_page()
        follow(page, f"{address}outlets/cnn/")
        page.route("**/stories.json", lambda route: route.abort())
        page.goto(f"{address}for-you/")
        again = page.get_by_role("button", name="Try again")
        expect(again).to_be_visible()
        assert ["CNN"] == followed(page)
        page.unroute("**/stories.json")
        again.click()
        assert [MAYO] == headlines(page)
        expect(again).to_be_hidden()


def test_older_stories_come_from_the_month_files_when_they_are_asked_for(
    page: Page, samples: Site, address: str
) -> None:
    stories = json.loads((samples.output / "stories.json").read_bytes())["stories"]
    cnn = [one for one in stories if "CNN" in one["outlets"]]
    others = [one for one in stories if "CNN" not in one["outlets"]]
    held = {"2026-05": others, "2026-04": cnn * 70, "2026-03": cnn}
    months = [{"month": month, "path": f"stories/{month}.json"} for month in held]

    def month_file(route: Route) -> None:
        month = PurePosixPath(route.request.url).stem
        route.fulfill(json={"format": 1, "month": month, "stories": held[month]})

    newest = {"format": 1, "stories": others, "months": months}
    page.route("**/stories.json", lambda route: route.fulfill(json=newest))
    page.route("**/stories/*.json", month_file)
    follow(page, f"{address}outlets/cnn/")
    page.goto(f"{address}for-you/")
    assert [] == headlines(page)
    older = page.get_by_role("button", name="Show older stories")
    for shown in (50, 70, 71):
        older.click()
        expect(page.locator(".told li")).to_have_count(shown)
    assert MAYO == page.evaluate("document.activeElement.textContent")
    expect(page.locator("[data-part=count]")).to_contain_text("71 of all ")
    expect(older).to_be_hidden()


def test_without_script_for_you_leads_to_what_works_and_nothing_offers_to_follow(
    chromium: Browser, address: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}topics/vessay-tunnel/")
        assert not page.locator(".follow").is_visible()
        page.goto(f"{address}for-you/")
        assert page.locator("[data-without-script]").is_visible()
        assert not page.locator("[data-for-you]").is_visible()
        links = page.locator("[data-without-script] a")
        expected = [f"../{name}/" for name in ("topics", "outlets", "places", "subscribe")]
        assert expected == [one.get_attribute("href") for one in links.all()]


_FOLLOWING = "//script[contains(@src, 'follow')] | //*[@data-follow] | //a[contains(@href, 'for-you')]"


def test_without_data_files_nothing_offers_to_follow(site: Site, project: Path) -> None:
    sample = project / "content" / "documents" / "health" / "sample-mayo-clinic-microsoft.txt"
    if not sample.exists():
        pytest.skip("the samples were removed to make room for one's own documents")
    shutil.copy(sample, site.folder / "content" / "documents")
    site.set(DATA_FILES=False)
    site.build()
    assert not (site.output / "for-you").exists()
    for name in site.pages():
        assert not site.page(name).xpath(_FOLLOWING), name
