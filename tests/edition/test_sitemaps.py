"""What sitemaps list, and how they are split."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

from briefing.story import Passage
from edition import sitemaps
from edition.content_pages import ContentPage, content_pages
from edition.listings import Listings
from edition.row import Row
from edition.sitemaps import Sitemaps, part_of
from tests.edition.making import ADDED, DAY, a_row, archive_of

SITE = "https://example.org/news"
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def made(rows: list[Row], own: Sequence[ContentPage] = (), **settings: Any) -> dict[str, ElementTree.Element]:
    archive = archive_of(rows)
    complete = {"SITEURL": SITE, "SITENAME": "The <Briefing>", **settings}
    listings = Listings(archive, complete)
    files = Sitemaps(archive, listings, own, complete, lambda name: name != "place")
    return {path: ElementTree.fromstring(content) for path, content in files.all()}  # noqa: S314 - our own


def addresses(root: ElementTree.Element) -> list[str]:
    return [(one.text or "").removeprefix(f"{SITE}/") for one in root.iterfind(".//s:loc", SPACES)]


def test_the_first_one_leads_to_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "SIZE", 2)
    rows = [a_row(number, added=ADDED + datetime.timedelta(hours=number)) for number in (3, 1, 2)]
    files = made(rows)
    expected = ["sitemap-stories-1.xml", "sitemap-stories-2.xml"]
    assert expected == [path for path in addresses(files["sitemap.xml"]) if "stories" in path]
    assert set(files) == {"sitemap.xml", "news-sitemap.xml", *addresses(files["sitemap.xml"])}
    assert ["2026/06/02/story-1/", "2026/06/02/story-2/"] == addresses(files["sitemap-stories-1.xml"])
    assert ["2026/06/02/story-3/"] == addresses(files["sitemap-stories-2.xml"])
    assert [1, 1, 2] == [part_of(older) for older in range(3)]


def test_a_story_has_the_moment_of_its_last_change() -> None:
    changed = datetime.datetime(2026, 6, 9, 8, tzinfo=datetime.UTC)
    root = made([a_row(1), a_row(2, modified=changed)])["sitemap-stories-1.xml"]
    expected = ["2026-06-03T06:30:00+00:00", "2026-06-09T08:00:00+00:00"]
    assert expected == [one.text for one in root.iterfind(".//s:lastmod", SPACES)]


def test_the_pages_are_those_that_are_made() -> None:
    pages = addresses(made([a_row(1, topics=("Sea",))])["sitemap-pages-1.xml"])
    expected = {
        "", "archive/", "corrections/", "topics/", "outlets/", "places/", "2026/", "2026/06/", "2026/06/02/",
        "topics/sea/", "blindspots/", "subscribe/",
    }  # fmt: skip
    assert expected == set(pages)
    assert len(pages) == len(expected)


def test_an_editor_s_pages_come_after_them_with_the_moment_that_they_state() -> None:
    moment = "2026-06-09T08:00:00+00:00"
    root = made([a_row(1)], [ContentPage("about/"), ContentPage("archive/"), ContentPage("ü/", moment)])
    assert ["about/", "%C3%BC/"] == addresses(root["sitemap-pages-1.xml"])[-2:]
    assert 1 == addresses(root["sitemap-pages-1.xml"]).count("archive/")
    assert [moment] == [one.text for one in root["sitemap-pages-1.xml"].iterfind(".//s:lastmod", SPACES)]


def a_page(url: str, save_as: str = "x", **stated: object) -> SimpleNamespace:
    return SimpleNamespace(url=url, save_as=save_as, metadata=stated, translations=[], **stated)


def test_pages_are_known_by_path_with_their_translations_and_what_they_state() -> None:
    first, second = (datetime.datetime(2026, 6, day, tzinfo=datetime.UTC) for day in (1, 2))
    german = a_page("ueber/", modified=second, date=first)
    about = a_page("about/", date=first)
    about.translations.append(german)
    pages = [german, about, a_page("unsaved/", save_as="")]
    dated = ContentPage("about/", "2026-06-01T00:00:00+00:00")
    modified = ContentPage("ueber/", "2026-06-02T00:00:00+00:00")
    assert [dated, modified] == content_pages(pages, {})
    assert [ContentPage("about/"), modified] == content_pages(pages, {"DEFAULT_DATE": "fs"})


def test_the_news_are_those_of_the_newest_day_and_the_day_before() -> None:
    rows = [
        a_row(days, date=DAY - datetime.timedelta(days=days), language="pt-BR" if days else None) for days in range(4)
    ]
    rows.append(a_row(9, title=Passage("")))
    root = made(rows, DEFAULT_LANG="de")["news-sitemap.xml"]
    assert ["2026/06/02/story-0/", "2026/06/01/story-1/"] == addresses(root)
    told = [[one.text for one in url.iter() if one.tag.startswith(f"{{{SPACES['n']}}}")] for url in root]
    assert [
        [None, None, "The <Briefing>", "de", "2026-06-02", "Story 0"],
        [None, None, "The <Briefing>", "pt", "2026-06-01", "Story 1"],
    ] == told


def test_they_can_be_switched_off() -> None:
    assert {} == made([a_row(1)], SITEMAPS=False)


def test_an_empty_site_has_a_front_page_in_them() -> None:
    files = made([])
    assert "" in addresses(files["sitemap-pages-1.xml"])
    assert ["sitemap-pages-1.xml"] == addresses(files["sitemap.xml"])
