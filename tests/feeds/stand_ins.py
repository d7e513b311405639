"""Light stand-ins for what Pelican gives a writer, and readers of what comes out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import lxml.etree

from feeds.channel import Channel
from feeds.generator import Format, generator, written
from feeds.item import Item, item
from feeds.site import Site

SETTINGS = {
    "SITENAME": "The Briefing",
    "SITESUBTITLE": "Every fact, and its words",
    "SITEURL": "https://example.org/news",
    "FEED_DOMAIN": "https://example.org/news",
    "DEFAULT_LANG": "en",
    "DEFAULT_CATEGORY": "misc",
    "TIMEZONE": "Europe/Berlin",
    "FEED_MAX_ITEMS": 100,
    "FEED_APPEND_REF": False,
    "RSS_FEED_SUMMARY_ONLY": False,
}
NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}


class StandIn:
    """An article with what Pelican's always have, and what a test says of it."""

    title: Any = "A title"
    url = "2026/06/02/a-title/"
    summary: Any = "<p>In short.</p>"
    date: Any = datetime(2026, 6, 2, tzinfo=UTC)
    content = "<p>The whole text.</p>"

    def __init__(self, **said: object) -> None:
        """Take what the test says: ``content`` is what ``get_content`` gives."""
        vars(self).update(said)

    def get_content(self, siteurl: str) -> str:
        """Return the content; ``SITE`` in it stands for what Pelican resolves."""
        return self.content.replace("SITE", siteurl)


def site(**settings: object) -> Site:
    """Return the site of the tests, with some settings changed."""
    changed = SETTINGS | settings
    return Site.of(changed, changed)


def item_of(article: StandIn, **settings: object) -> Item:
    """Return the item of an article on the site of the tests."""
    return item(article, site(**settings))


def item_with(**said: object) -> Item:
    """Return the item of an article of which this is said."""
    return item_of(StandIn(**said))


def feed_text(*articles: StandIn, kind: Format = "rss", title: object = None, **settings: object) -> str:
    """Return the feed of these articles, in their order, as it is written."""
    here = site(**settings)
    items = [item(article, here) for article in articles]
    channel = Channel.over(items, here, f"feeds/all.{kind}.xml", title)
    return written(generator(channel, items, kind, with_content=kind == "atom" or not here.summary_only), kind)


def feed_tree(
    *articles: StandIn,
    kind: Format = "rss",
    title: object = None,
    **settings: object,
) -> lxml.etree._Element:
    """Return the root element of the feed of these articles, as an XML parser reads it."""
    return lxml.etree.fromstring(feed_text(*articles, kind=kind, title=title, **settings).encode())


def texts(tree: lxml.etree._Element, path: str) -> list[str]:
    """Return the texts of the elements at a path; the prefixes are those of ``NAMES``."""
    return [element.text or "" for element in tree.iterfind(path, NAMES)]


BERLIN = ZoneInfo("Europe/Berlin")
