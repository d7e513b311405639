"""Atom as RFC 4287 asks for it."""

from __future__ import annotations

import re

import feedparser
import pytest

from feeds.generator import Entry
from tests.feeds.stand_ins import NAMES, StandIn, feed_text, feed_tree, texts

STORY = StandIn(
    title="R&amp;D &lt;now&gt;",
    story_id="urn:uuid:6c3c7bb6-8f7e-5d0f-9a51-7a9d6c1e2b3f",
    added="2026-06-03T06:30:00+00:00",
    modified="2026-06-05T00:00:00Z",
    tags=["One", "Two"],
    content='<p>The <a href="#e1">whole</a> text.</p>',
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("atom:id", "https://example.org/news/feeds/all.atom.xml"),
        ("atom:title", "The Briefing"),
        ("atom:subtitle", "Every fact, and its words"),
        ("atom:updated", "2026-06-05T00:00:00+00:00"),
        ("atom:author/atom:name", "The Briefing"),
        ("atom:generator", "Pelican, feedgen"),
        ("atom:entry/atom:id", "urn:uuid:6c3c7bb6-8f7e-5d0f-9a51-7a9d6c1e2b3f"),
        ("atom:entry/atom:title", "R&D <now>"),
        ("atom:entry/atom:published", "2026-06-03T06:30:00+00:00"),
        ("atom:entry/atom:updated", "2026-06-05T00:00:00+00:00"),
        ("atom:entry/atom:author/atom:name", "The Briefing"),
        ("atom:entry/atom:summary", "<p>In short.</p>"),
        (
            "atom:entry/atom:content",
            '<p>The <a href="https://example.org/news/2026/06/02/a-title/#e1">whole</a> text.</p>',
        ),
    ],
)
def test_a_feed_says_once(path: str, text: str) -> None:
    assert [text] == texts(feed_tree(STORY, kind="atom"), path)


def test_texts_say_what_they_are() -> None:
    (entry,) = feed_tree(STORY, kind="atom").iterfind("atom:entry", NAMES)
    types = [(element.tag.partition("}")[2], element.get("type")) for element in entry if element.get("type")]
    assert [("content", "html"), ("link", "text/html"), ("summary", "html")] == types


def test_links_say_what_they_are() -> None:
    tree = feed_tree(STORY, kind="atom")
    links = [(link.get("rel"), link.get("type"), link.get("href")) for link in tree.iter(f"{{{NAMES['atom']}}}link")]
    assert [
        ("self", "application/atom+xml", "https://example.org/news/feeds/all.atom.xml"),
        ("alternate", "text/html", "https://example.org/news/"),
        ("alternate", "text/html", "https://example.org/news/2026/06/02/a-title/"),
    ] == links


def test_all_links_of_an_entry_keep_what_is_said_of_them() -> None:
    entry = Entry()
    entry.id("urn:x:1")
    entry.title("A")
    entry.link(href="https://example.org/a/", rel="alternate")
    entry.link(href="https://example.org/a.mp3", rel="enclosure", type="audio/mpeg", length="12")
    links = [dict(link.attrib) for link in entry.atom_entry().findall("link")]
    assert [
        {"href": "https://example.org/a/", "rel": "alternate"},
        {"href": "https://example.org/a.mp3", "rel": "enclosure", "type": "audio/mpeg", "length": "12"},
    ] == links


def test_categories_stand_one_by_one() -> None:
    terms = [category.get("term") for category in feed_tree(STORY, kind="atom").iter(f"{{{NAMES['atom']}}}category")]
    assert ["One", "Two"] == terms


def test_all_authors_are_named() -> None:
    tree = feed_tree(StandIn(authors=["One", "Two"]), kind="atom")
    assert ["One", "Two"] == texts(tree, "atom:entry/atom:author/atom:name")


def test_the_language_is_said() -> None:
    assert "en" == feed_tree(kind="atom").get("{http://www.w3.org/XML/1998/namespace}lang")


def test_a_summary_that_says_all_again_is_left_out() -> None:
    tree = feed_tree(StandIn(summary="<p>a</p>", content="<p>a</p>"), kind="atom")
    assert [] == texts(tree, "atom:entry/atom:summary")


def test_the_whole_text_is_in_the_feed_where_rss_has_summaries_only() -> None:
    tree = feed_tree(StandIn(), kind="atom", RSS_FEED_SUMMARY_ONLY=True)
    assert ["<p>The whole text.</p>"] == texts(tree, "atom:entry/atom:content")


def test_an_empty_site_has_a_feed_without_items_and_with_a_fixed_date() -> None:
    read = feedparser.parse(feed_text(kind="atom"))
    assert (False, 0, "1970-01-01T00:00:00+00:00") == (bool(read.bozo), len(read.entries), read.feed.updated)


def test_nothing_is_taken_from_the_clock() -> None:
    assert {"2026-06-02T"} == set(re.findall(r"\d{4}-\d\d-\d\dT", feed_text(StandIn(), kind="atom")))


def test_a_feed_of_a_site_without_an_address_has_an_id_all_the_same() -> None:
    (identity,) = texts(feed_tree(kind="atom", SITEURL="", FEED_DOMAIN=""), "atom:id")
    assert identity.startswith("urn:uuid:")


def test_a_feed_ends_with_a_line_end() -> None:
    assert feed_text(STORY, kind="atom").endswith("</feed>\n")
