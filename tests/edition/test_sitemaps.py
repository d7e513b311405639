"""What sitemaps list, and how they are split."""

from __future__ import annotations

import datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from briefing.story import Passage
from edition import sitemaps
from edition.listings import Listings
from edition.row import Row
from edition.sitemaps import Sitemaps, part_of
from tests.edition.making import ADDED, DAY, a_row, archive_of

SITE = "https://example.org/news"
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def made(rows: list[Row], **settings: Any) -> dict[str, ElementTree.Element]:
    archive = archive_of(rows)
    complete = {"SITEURL": SITE, "SITENAME": "The <Briefing>", **settings}
    listings = Listings(archive, complete)
    files = Sitemaps(archive, listings, complete, lambda name: name != "place")
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
