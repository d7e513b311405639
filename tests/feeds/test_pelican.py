"""A real Pelican makes the feeds of a small site that knows nothing of ours but this plugin."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import feedparser
import lxml.etree
import pytest

import feeds
from tests.feeds.stand_ins import NAMES, texts

PLUGINS = Path(feeds.__file__).parent.parent
SETTINGS = """
PATH = "content"
SITENAME = "R&D News"
SITESUBTITLE = "Of a small site"
SITEURL = "https://example.org/news"
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "en"
RSS_FEED_SUMMARY_ONLY = False
FEED_ATOM, FEED_RSS = "feeds/atom.xml", "feeds/rss.xml"
FEED_ALL_ATOM, FEED_ALL_RSS = "feeds/all.atom.xml", "feeds/all.rss.xml"
CATEGORY_FEED_ATOM, CATEGORY_FEED_RSS = "feeds/categories/{slug}.atom.xml", "feeds/categories/{slug}.rss.xml"
AUTHOR_FEED_ATOM, AUTHOR_FEED_RSS = "feeds/authors/{slug}.atom.xml", "feeds/authors/{slug}.rss.xml"
TAG_FEED_ATOM, TAG_FEED_RSS = "feeds/topics/{slug}.atom.xml", "feeds/topics/{slug}.rss.xml"
TRANSLATION_FEED_ATOM, TRANSLATION_FEED_RSS = "feeds/{lang}.atom.xml", "feeds/{lang}.rss.xml"
FEED_JSON, FEED_ALL_JSON, CATEGORY_FEED_JSON = "feeds/feed.json", "feeds/all.json", "feeds/categories/{slug}.json"
AUTHOR_FEED_JSON, TAG_FEED_JSON = "feeds/authors/{slug}.json", "feeds/topics/{slug}.json"
TRANSLATION_FEED_JSON = "feeds/{lang}.json"
PLUGINS = ["feeds"]
"""
POSTS = {
    "harbour.md": """Title: Harbour &amp; ferry: "5 < 6"
Date: 2026-06-02
Added: 2026-06-03T06:30:00+00:00
Story_id: urn:uuid:6c3c7bb6-8f7e-5d0f-9a51-7a9d6c1e2b3f
Tags: Harbour; Sea, salt;
Category: Transport
Author: A. Writer
Summary: In *short*, see [the market]({filename}market.md).

## Ferry

A [link](#ferry), [the market]({filename}market.md) and a note[^1].

| Ferry | Runs |
| --- | --- |
| North | 2 |

[^1]: A note.
""",
    "market.md": """Title: Market
Date: 2026-06-04 08:00
Modified: 2026-06-06
Tags: Harbour;

A market \x0b opens.
""",
    "markt.md": """Title: Markt
Date: 2026-06-04 08:00
Slug: market
Lang: de

Ein Markt.
""",
}
FEEDS = (
    "all",
    "de",
    "en",
    "authors/a-writer",
    "categories/misc",
    "categories/transport",
    "topics/harbour",
    "topics/sea-salt",
)
EVERY_FEED = {f"{name}.{kind}.xml" for kind in ("atom", "rss") for name in FEEDS} | {"atom.xml", "rss.xml"}


def build(folder: Path, posts: dict[str, str], settings: str = "", **environment: str) -> Path:
    """Let Pelican build a site in a folder of its own, and return the folder of its feeds."""
    (folder / "content").mkdir(parents=True)
    for name, text in posts.items():
        (folder / "content" / name).write_text(text, encoding="utf-8")
    settings = f"{SETTINGS}PLUGIN_PATHS = [{str(PLUGINS)!r}]\n{settings}"
    (folder / "settings.py").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "-s", "settings.py", "-o", "output", "--fatal", "errors"]
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return folder / "output/feeds"


def tree(file: Path) -> lxml.etree._Element:
    return lxml.etree.parse(file).getroot()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("site") / "site", POSTS)


def test_every_setting_makes_its_feed(built: Path) -> None:
    assert EVERY_FEED == {file.relative_to(built).as_posix() for file in built.rglob("*.xml")}


@pytest.mark.parametrize("name", [*FEEDS, "feed"])
def test_every_feed_in_json_tells_what_its_twin_in_rss_does(built: Path, name: str) -> None:
    feed = json.loads((built / f"{name}.json").read_bytes())
    root = tree(built / f"{'rss' if name == 'feed' else f'{name}.rss'}.xml")
    of_rss = [texts(root, f"channel/item/{path}") for path in ("guid", "title", "link", "pubDate", "content:encoded")]
    told = [
        (one["id"], one["title"], one["url"], datetime.fromisoformat(one["date_published"]), one["content_html"])
        for one in feed["items"]
    ]
    assert [(*one[:3], parsedate_to_datetime(one[3]), one[4]) for one in zip(*of_rss, strict=True)] == told
    assert texts(root, "channel/title") == [feed["title"]]
    assert f"https://example.org/news/feeds/{name}.json" == feed["feed_url"]


def test_only_the_settings_for_json_make_feeds_in_json(built: Path) -> None:
    names = {file.relative_to(built).as_posix() for file in built.rglob("*.json")}
    assert {f"{name}.json" for name in (*FEEDS, "feed")} == names


@pytest.mark.parametrize("name", sorted(EVERY_FEED))
def test_every_feed_is_read_by_feedparser(built: Path, name: str) -> None:
    read = feedparser.parse(str(built / name))
    assert not read.bozo
    assert ("atom10" if "atom" in name else "rss20") == read.version
    assert read.entries
    assert len(read.entries) == len({entry.id for entry in read.entries})
    for entry in read.entries:
        assert entry.link.startswith("https://example.org/news/")
        assert entry.published_parsed
        assert entry.content[0].value


def test_one_file_lists_every_feed_as_it_names_itself(tmp_path: Path) -> None:
    folder = build(tmp_path / "listed", POSTS, 'FEEDS_OPML = "feeds/feeds.opml"')
    (all_of_them,) = tree(folder / "feeds.opml").iterfind("body/outline")
    listed = {outline.get("xmlUrl"): outline.get("text") for outline in all_of_them}
    titles = {name: feedparser.parse(str(folder / name)).feed.title for name in EVERY_FEED}
    assert {f"https://example.org/news/feeds/{name}": title for name, title in titles.items()} == listed
    assert "R&D News" == all_of_them.get("text") == tree(folder / "feeds.opml").findtext("head/title")
    assert ["R&D News"] * 8 == [outline.get("text") for outline in list(all_of_them)[:8]]


def test_without_its_setting_there_is_no_list_of_feeds(built: Path) -> None:
    assert [] == list(built.rglob("*.opml"))


def test_what_is_strings_in_a_post_is_understood(built: Path) -> None:
    entry = feedparser.parse(str(built / "categories/transport.rss.xml")).entries[0]
    expected = ('Harbour & ferry: "5 < 6"', "urn:uuid:6c3c7bb6-8f7e-5d0f-9a51-7a9d6c1e2b3f", False)
    assert expected == (entry.title, entry.id, entry.guidislink)
    assert "Wed, 03 Jun 2026 06:30:00 +0000" == entry.published
    assert ["Transport", "Harbour", "Sea, salt"] == [tag.term for tag in entry.tags]
    assert "A. Writer" == entry.author


def test_links_of_summary_and_content_are_whole(built: Path) -> None:
    page = "https://example.org/news/harbour-ferry-5-6.html"
    market = '<a href="https://example.org/news/market.html">the market</a>'
    (summary,) = texts(tree(built / "categories/transport.rss.xml"), "channel/item/description")
    (content,) = texts(tree(built / "categories/transport.rss.xml"), "channel/item/content:encoded")
    assert f"<p>In <em>short</em>, see {market}.</p>" == summary
    assert f'A <a href="{page}#ferry">link</a>, {market} and a note' in content
    assert "<h2>Ferry</h2>" in content
    assert "<td>North</td>" in content


def test_the_last_added_come_first(built: Path) -> None:
    titles = texts(tree(built / "topics/harbour.rss.xml"), "channel/item/title")
    assert ["Market", 'Harbour & ferry: "5 < 6"'] == titles


def test_a_date_without_a_zone_is_in_the_site_s(built: Path) -> None:
    assert ["Thu, 04 Jun 2026 06:00:00 +0000"] == texts(tree(built / "categories/misc.rss.xml"), "channel/item/pubDate")


def test_the_feed_was_last_built_when_its_newest_item_was_modified(built: Path) -> None:
    assert ["Fri, 05 Jun 2026 22:00:00 +0000"] == texts(tree(built / "all.rss.xml"), "channel/lastBuildDate")


def test_a_default_category_is_none(built: Path) -> None:
    assert ["Harbour"] == texts(tree(built / "categories/misc.rss.xml"), "channel/item/category")


def test_feeds_of_a_topic_say_so(built: Path) -> None:
    assert ["R&D News - Sea, salt"] == texts(tree(built / "topics/sea-salt.rss.xml"), "channel/title")
    links = [link.get("href") for link in tree(built / "topics/sea-salt.atom.xml").iterfind("atom:link", NAMES)]
    assert ["https://example.org/news/feeds/topics/sea-salt.atom.xml", "https://example.org/news/"] == links


def test_a_feed_of_translations_is_in_their_language(built: Path) -> None:
    assert ["de"] == texts(tree(built / "de.rss.xml"), "channel/language")


def test_the_same_site_gives_the_same_bytes_elsewhere(built: Path, tmp_path: Path) -> None:
    again = build(tmp_path / "elsewhere", POSTS, TZ="Asia/Tokyo", PYTHONHASHSEED="7", LC_ALL="C")
    names = sorted(file.relative_to(built) for file in built.rglob("*.*"))
    assert {name: (built / name).read_bytes() for name in names} == {
        name: (again / name).read_bytes() for name in names
    }


def test_another_host_changes_no_id(built: Path, tmp_path: Path) -> None:
    moved = build(tmp_path / "moved", POSTS, 'SITEURL = "https://example.com"')
    ids = [texts(tree(folder / "all.rss.xml"), "channel/item/guid") for folder in (built, moved)]
    assert 3 == len(ids[0])
    assert ids[0] == ids[1]


def test_feeds_can_be_on_a_domain_of_their_own_with_summaries_only_and_references(tmp_path: Path) -> None:
    settings = (
        'FEED_DOMAIN = "https://feeds.example.org"\nRSS_FEED_SUMMARY_ONLY = True\n'
        'FEED_APPEND_REF = True\nFEED_MAX_ITEMS = 1\nFEED_ALL_RSS_URL = "all"\nFEED_ALL_JSON_URL = "as-json"\n'
    )
    folder = build(tmp_path / "other", POSTS, settings)
    root = tree(folder / "all.rss.xml")
    links = [link.get("href") for link in root.iterfind("channel/atom:link", NAMES)]
    assert ["https://feeds.example.org/all"] == links
    assert [] == texts(root, "channel/item/content:encoded")
    assert ["https://example.org/news/market.html?ref=feed"] == texts(root, "channel/item/link")
    in_json = json.loads((folder / "all.json").read_bytes())
    assert "https://feeds.example.org/as-json" == in_json["feed_url"]
    assert ["https://example.org/news/market.html?ref=feed"] == [one["url"] for one in in_json["items"]]
    assert texts(root, "channel/item/description") == [one["content_html"] for one in in_json["items"]]


def test_relative_links_in_pages_leave_feeds_whole(built: Path, tmp_path: Path) -> None:
    relative = build(tmp_path / "relative", POSTS, "RELATIVE_URLS = True")
    assert (relative / "all.rss.xml").read_bytes() == (built / "all.rss.xml").read_bytes()


def test_an_empty_site_has_empty_feeds(tmp_path: Path) -> None:
    folder = build(tmp_path / "empty", {})
    for name in ("all.rss.xml", "all.atom.xml"):
        read = feedparser.parse(str(folder / name))
        assert (False, 0, "R&D News") == (bool(read.bozo), len(read.entries), read.feed.title)
    assert [] == json.loads((folder / "all.json").read_bytes())["items"]
