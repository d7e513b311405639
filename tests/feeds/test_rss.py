"""RSS 2.0 as https://www.rssboard.org/rss-specification asks for it, with content, dc and atom."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import feedparser
import pytest
from markupsafe import Markup

from tests.feeds.stand_ins import StandIn, feed_text, feed_tree, texts

STORY = StandIn(
    title=Markup("R&amp;D &lt;now&gt;"),
    story_id="urn:uuid:6c3c7bb6-8f7e-5d0f-9a51-7a9d6c1e2b3f",
    added="2026-06-03T06:30:00+00:00",
    tags=["One", "Two"],
    content='<p>The <a href="#e1">whole</a> text ]]&gt;.</p>',
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("title", "The Briefing"),
        ("link", "https://example.org/news/"),
        ("description", "Every fact, and its words"),
        ("language", "en"),
        ("lastBuildDate", "Wed, 03 Jun 2026 06:30:00 +0000"),
        ("generator", "Pelican, feedgen"),
        ("item/title", "R&D <now>"),
        ("item/link", "https://example.org/news/2026/06/02/a-title/"),
        ("item/guid", "urn:uuid:6c3c7bb6-8f7e-5d0f-9a51-7a9d6c1e2b3f"),
        ("item/pubDate", "Wed, 03 Jun 2026 06:30:00 +0000"),
        ("item/dc:creator", "The Briefing"),
        ("item/description", "<p>In short.</p>"),
        (
            "item/content:encoded",
            '<p>The <a href="https://example.org/news/2026/06/02/a-title/#e1">whole</a> text ]]&gt;.</p>',
        ),
    ],
)
def test_a_feed_says_once(path: str, text: str) -> None:
    assert [text] == texts(feed_tree(STORY), f"channel/{path}")


def test_categories_stand_one_by_one() -> None:
    assert ["One", "Two"] == texts(feed_tree(STORY), "channel/item/category")


def test_a_guid_is_no_link() -> None:
    assert ["false"] == [guid.get("isPermaLink") for guid in feed_tree(STORY).iter("guid")]


def test_authors_without_an_address_are_not_in_the_author_element() -> None:
    assert [] == texts(feed_tree(STORY), "channel/item/author")


def test_a_feed_says_where_it_is() -> None:
    (link,) = feed_tree(STORY).iterfind("channel/{http://www.w3.org/2005/Atom}link")
    told = (link.get("rel"), link.get("type"), link.get("href"))
    assert ("self", "application/rss+xml", "https://example.org/news/feeds/all.rss.xml") == told


def test_feeds_may_be_on_another_domain() -> None:
    (link,) = feed_tree(FEED_DOMAIN="https://feeds.example.org/").iterfind("channel/{http://www.w3.org/2005/Atom}link")
    assert "https://feeds.example.org/feeds/all.rss.xml" == link.get("href")


@pytest.mark.parametrize("title", ["R&D <b>", Markup("R&amp;D &lt;b&gt;")])
def test_a_feed_about_something_says_so_in_its_title(title: str) -> None:
    assert ["The Briefing - R&D <b>"] == texts(feed_tree(title=title), "channel/title")


def test_a_site_without_a_tagline_is_described_by_its_name() -> None:
    assert ["The Briefing"] == texts(feed_tree(SITESUBTITLE=""), "channel/description")


def test_names_of_the_site_are_plain_text() -> None:
    tree = feed_tree(SITENAME="R&amp;D <b>News</b>", SITESUBTITLE="<i>Yes</i>\0")
    assert ["R&D News", "Yes"] == texts(tree, "channel/title") + texts(tree, "channel/description")


@pytest.mark.parametrize(
    ("languages", "default", "told"),
    [
        ((), "en", ["en"]),
        (("en", "de"), "en", ["en"]),
        (("de", "de"), "en", ["de"]),
        (("pt-br",), "pt-BR", ["pt-BR"]),
        ((), "en_US", ["en-US"]),
        ((), "no language", []),
    ],
)
def test_the_language_is_the_site_s_or_that_of_all_items(
    languages: tuple[str, ...],
    default: str,
    told: list[str],
) -> None:
    articles = [StandIn(lang=language) for language in languages]
    assert told == texts(feed_tree(*articles, DEFAULT_LANG=default), "channel/language")


def test_the_feed_was_last_built_when_its_newest_item_was_added_or_modified() -> None:
    articles = [StandIn(added="2026-06-03T00:00Z"), StandIn(added="2026-06-01T00:00Z", modified="2026-06-04T12:00Z")]
    assert ["Thu, 04 Jun 2026 12:00:00 +0000"] == texts(feed_tree(*articles), "channel/lastBuildDate")


def test_items_stand_in_the_order_given() -> None:
    articles = [StandIn(title=title) for title in "CAB"]
    assert ["C", "A", "B"] == texts(feed_tree(*articles), "channel/item/title")


def test_only_summaries_are_in_a_feed_where_that_is_asked_for() -> None:
    tree = feed_tree(STORY, RSS_FEED_SUMMARY_ONLY=True)
    assert ["<p>In short.</p>"] == texts(tree, "channel/item/description")
    assert [] == texts(tree, "channel/item/content:encoded")


def test_an_item_without_a_summary_has_its_whole_text_as_description() -> None:
    assert ["<p>The whole text.</p>"] == texts(feed_tree(StandIn(summary="")), "channel/item/description")


def test_an_item_may_be_a_title_alone() -> None:
    assert ["A title"] == texts(feed_tree(StandIn(summary="", content="")), "channel/item/title")


def test_an_empty_site_has_a_feed_without_items_and_dates() -> None:
    text = feed_text()
    read = feedparser.parse(text)
    assert (False, 0, "The Briefing") == (bool(read.bozo), len(read.entries), read.feed.title)
    assert "Date>" not in text


def test_nothing_is_taken_from_the_clock() -> None:
    days = re.findall(r"\d\d \w{3} \d{4}|\d{4}-\d\d-\d\d", feed_text(StandIn(date=datetime(1999, 1, 2, tzinfo=UTC))))
    assert {"02 Jan 1999"} == set(days)


def test_the_same_articles_give_the_same_text() -> None:
    assert feed_text(STORY, StandIn()) == feed_text(STORY, StandIn())


def test_a_feed_ends_with_a_line_end_and_has_no_other_kind() -> None:
    text = feed_text(StandIn(title="a\r\nb", content="<pre>a\r\nb\rc</pre>"))
    assert text.endswith("</rss>\n")
    assert "\r" not in text
    assert "&#13;" not in text


@pytest.mark.parametrize("where", ["title", "summary", "content", "author", "category", "story_id"])
def test_characters_that_xml_forbids_do_not_lose_the_feed(where: str) -> None:
    read = feedparser.parse(feed_text(StandIn(**{where: "a\0\x0b\ud800\uffff]]>b"}), StandIn(story_id="urn:x:2")))
    assert not read.bozo
    assert 2 == len(read.entries)


def test_a_site_without_an_address_still_has_a_feed() -> None:
    tree = feed_tree(STORY, SITEURL="", FEED_DOMAIN="")
    assert ["/", "/2026/06/02/a-title/"] == texts(tree, "channel/link") + texts(tree, "channel/item/link")
