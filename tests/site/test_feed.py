"""The site's feeds, read as a feed reader reads them."""

from __future__ import annotations

import json
import re

import feedparser
import lxml.etree

from tests.site.conftest import Site

FEED = "feeds/all.rss.xml"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def test_the_feed_has_every_story_newest_first_with_an_id_that_is_no_address(samples: Site) -> None:
    feed = feedparser.parse((samples.output / FEED).read_bytes())
    assert not feed.bozo
    assert len(list(samples.posts.glob("*.md"))) == len(feed.entries)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", entry.id) for entry in feed.entries)
    assert all(not entry.guidislink for entry in feed.entries)
    published = [entry.published_parsed for entry in feed.entries]
    assert sorted(published, reverse=True) == published


def test_an_item_has_the_whole_story_with_its_fact_boxes_and_says_whose_the_summary_is(samples: Site) -> None:
    channel = lxml.etree.parse(samples.output / FEED).getroot()[0]
    (item,) = [item for item in channel.findall("item") if "Mayo Clinic" in (item.findtext("title") or "")]
    content = item.findtext(CONTENT) or ""
    for words in ("At a glance", "CNN broke the news in Atlanta", "not stated", "for subscribers only", "Ground AI"):
        assert words in content
    assert "Ground AI" in (item.findtext("description") or "")
    assert "The Briefing" == item.findtext("{http://purl.org/dc/elements/1.1/}creator")
    assert {"health", "Mayo Clinic", "Microsoft"} == {c.text for c in item.findall("category")}
    assert not re.search(r'(?:href|src)="(?!http)', content)


def test_the_feed_in_json_tells_the_same_stories_in_the_same_words(samples: Site) -> None:
    in_rss = lxml.etree.parse(samples.output / FEED).getroot().iterfind("channel/item")
    in_json = json.loads((samples.output / "feeds/all.json").read_bytes())
    told = [(one["id"], one["title"], one["url"], one["content_html"]) for one in in_json["items"]]
    assert [tuple(map(item.findtext, ("guid", "title", "link", CONTENT))) for item in in_rss] == told
    assert any("Ground AI" in one["summary"] for one in in_json["items"])


def test_the_feed_in_json_is_named_in_the_head_of_pages_and_on_the_page_of_all_feeds(samples: Site) -> None:
    address = "http://127.0.0.1:8000/feeds/all.json"
    page = samples.page("subscribe/index.html")
    assert [address] == samples.page("index.html").xpath("//link[@type='application/feed+json']/@href")
    assert [address] == page.xpath("//a[@href='../feeds/all.json']/text()")
    assert page.xpath("//a[@href='../feeds/feeds.opml']")


def test_a_topics_feed_has_its_stories_only(samples: Site) -> None:
    feed = feedparser.parse((samples.output / "feeds/topics/vessay-tunnel.rss.xml").read_bytes())
    assert len(feed.entries) == 3
    assert all("Vessay Tunnel" in [tag.term for tag in entry.tags] for entry in feed.entries)


def test_under_a_path_feeds_and_canonical_addresses_have_it_and_links_stay_relative(
    site: Site,
) -> None:
    site.add(
        "a.txt", "A ferry is late again\n\n  • It was late.\nInsights by Ground AI\n\n3 Articles\n\nBias Distribution\n"
    )
    site.set(SITEURL="https://example.org/news/briefing")
    site.build()
    feed = feedparser.parse((site.output / FEED).read_bytes())
    assert feed.entries[0].link.startswith("https://example.org/news/briefing/2026/06/05/a-ferry-is-late-again-")
    page = site.page(site.story("a-ferry"))
    assert page.xpath("//link[@rel='canonical']/@href") == [feed.entries[0].link]
    assert page.xpath("//link[@rel='stylesheet']/@href") == ["../../../../theme/css/briefing.css"]
    missing = site.page("404.html")
    styles = ["/news/briefing/theme/css/briefing.css", "/news/briefing/theme/css/search.css"]
    assert missing.xpath("//link[@rel='stylesheet']/@href") == styles
