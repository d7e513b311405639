"""JSON Feed as its version 1 asks for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.channel import Channel
from feeds.item import item
from feeds.json_feed import json_feed
from feeds.writer import FeedWriter
from tests.feeds.stand_ins import SETTINGS, StandIn, feed_tree, site, texts
from tests.feeds.test_properties import TEXTS

PAGE = "https://example.org/news/2026/06/02/a-title/"
STORY = StandIn(
    title="R&amp;D &lt;now&gt;",
    story_id="urn:uuid:6c3c7bb6-8f7e-5d0f-9a51-7a9d6c1e2b3f",
    added="2026-06-03T06:30:00+00:00",
    modified="2026-06-05T00:00:00Z",
    tags=["One", "Two"],
    summary="<p>In <em>short</em>.</p><ul><li>A point</li><li>Another</li></ul><p>By them</p>",
    content='<p>The <a href="#e1">whole</a> text.</p>',
)

_TEXT = {"type": "string", "minLength": 1}
_ADDRESS = {"type": "string", "pattern": "^https?://"}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
_AUTHOR = {"type": "object", "required": ["name"], "properties": {"name": _TEXT}}
# https://www.jsonfeed.org/version/1/, of which there is no schema: what it asks for, and what of it is used here.
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1"},
        "title": _TEXT,
        "home_page_url": _ADDRESS,
        "feed_url": _ADDRESS,
        "description": _TEXT,
        "author": _AUTHOR,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "additionalProperties": False,
                "properties": {
                    "id": _TEXT,
                    "url": _ADDRESS,
                    "title": _TEXT,
                    "content_html": {"type": "string"},
                    "summary": _TEXT,
                    "date_published": _MOMENT,
                    "date_modified": _MOMENT,
                    "author": _AUTHOR,
                    "tags": {"type": "array", "items": _TEXT},
                },
            },
        },
    },
}


def feed_of(*articles: StandIn, title: object = None, **settings: object) -> dict[str, Any]:
    """Return the feed of these articles, in their order, as a program reads it; it must be valid."""
    here = site(**settings)
    items = [item(article, here) for article in articles]
    text = json_feed(Channel.over(items, here, "feeds/all.json", title), items, with_content=not here.summary_only)
    read: dict[str, Any] = json.loads(text.encode())
    jsonschema.validate(read, SCHEMA)
    return read


def test_a_feed_says_what_it_is_and_all_of_its_items() -> None:
    assert {
        "version": "https://jsonfeed.org/version/1",
        "title": "The Briefing",
        "home_page_url": "https://example.org/news/",
        "feed_url": "https://example.org/news/feeds/all.json",
        "description": "Every fact, and its words",
        "author": {"name": "The Briefing"},
        "items": [
            {
                "id": "urn:uuid:6c3c7bb6-8f7e-5d0f-9a51-7a9d6c1e2b3f",
                "url": PAGE,
                "title": "R&D <now>",
                "summary": "In short. A point Another By them",
                "date_published": "2026-06-03T06:30:00+00:00",
                "date_modified": "2026-06-05T00:00:00+00:00",
                "author": {"name": "The Briefing"},
                "tags": ["One", "Two"],
                "content_html": f'<p>The <a href="{PAGE}#e1">whole</a> text.</p>',
            }
        ],
    } == feed_of(STORY)


def test_what_is_not_there_is_left_out() -> None:
    (told,) = feed_of(StandIn(summary=None))["items"]
    assert ["id", "url", "title", "date_published", "author", "content_html"] == list(told)


@pytest.mark.parametrize(
    ("said", "content"),
    [({}, "<p>In short.</p>"), ({"summary": None}, "")],
)
def test_summaries_alone_stand_in_the_place_of_the_content_as_in_rss(said: dict[str, object], content: str) -> None:
    article = StandIn(**said)
    (told,) = feed_of(article, RSS_FEED_SUMMARY_ONLY=True)["items"]
    assert (content, None) == (told["content_html"], told.get("summary"))
    descriptions = texts(feed_tree(article, RSS_FEED_SUMMARY_ONLY=True), "channel/item/description")
    assert (descriptions or [""]) == [content]


def test_a_summary_that_says_all_again_is_left_out() -> None:
    (told,) = feed_of(StandIn(summary="<p>a</p>", content="<p>a</p>"))["items"]
    assert "summary" not in told


def test_an_article_without_content_has_its_summary_as_content() -> None:
    (told,) = feed_of(StandIn(content=""))["items"]
    assert "<p>In short.</p>" == told["content_html"]


def test_a_feed_about_something_says_so() -> None:
    assert "The Briefing - Health" == feed_of(title="Health")["title"]


def test_an_empty_site_has_a_feed_without_items() -> None:
    assert [] == feed_of()["items"]


def test_without_an_address_of_the_site_there_are_none_that_are_not_whole() -> None:
    feed = feed_of(STORY, SITEURL="", FEED_DOMAIN="")
    assert {"home_page_url", "feed_url"}.isdisjoint(feed)
    assert "url" not in feed["items"][0]
    assert STORY.story_id == feed["items"][0]["id"]  # type: ignore[attr-defined]


@given(title=TEXTS, summary=TEXTS, content=TEXTS, tags=st.lists(TEXTS), author=TEXTS, story_id=TEXTS, name=TEXTS)
@settings(deadline=None)
def test_any_article_s_feed_can_be_read(
    title: str, summary: str, content: str, tags: list[str], author: str, story_id: str, name: str
) -> None:
    article = StandIn(title=title, summary=summary, content=content, tags=tags, author=author, story_id=story_id)
    assert 1 == len(feed_of(article, title=name, SITENAME=name, SITESUBTITLE=name, DEFAULT_LANG=name)["items"])


def test_the_writer_writes_the_newest_articles_and_a_line_end(tmp_path: Path) -> None:
    writer = FeedWriter(str(tmp_path), settings=SETTINGS | {"FEED_MAX_ITEMS": 2})
    articles = [StandIn(title=day, added=f"2026-06-0{day}") for day in "1324"]
    writer.write_json_feed(articles, SETTINGS, "feeds/all.json", "feed")
    text = (tmp_path / "feeds/all.json").read_text(encoding="utf-8")
    feed = json.loads(text)
    assert ("https://example.org/news/feed", ["4", "3"]) == (feed["feed_url"], [one["title"] for one in feed["items"]])
    assert text.endswith("}\n")
