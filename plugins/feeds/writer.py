"""The writer: Pelican's own, but for feeds."""

from __future__ import annotations

import copy
import logging
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals
from pelican.utils import sanitised_join
from pelican.writers import Writer

from feeds.channel import Channel
from feeds.generator import Format, generator, written
from feeds.item import item, newest
from feeds.json_feed import json_feed
from feeds.opml import opml
from feeds.site import Site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from feedgen.feed import FeedGenerator

    from feeds.item import Article, Item

logger = logging.getLogger(__name__)

_KINDS_OF_FEED = ("FEED", "FEED_ALL", "CATEGORY_FEED", "AUTHOR_FEED", "TAG_FEED", "TRANSLATION_FEED")


class FeedWriter(Writer):  # type: ignore[misc] # Pelican has no types
    """Writes feeds with feedgen; which feeds there are, and with which articles, Pelican's generators say."""

    def write_feed(  # noqa: PLR0913, PLR0917 - Pelican's signature
        self,
        elements: Sequence[Article],
        context: Mapping[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,  # noqa: FBT001, FBT002 - Pelican's signature
        feed_title: str | None = None,
    ) -> FeedGenerator:
        """Write a feed of articles and return it.

        Args:
            elements: Pelican's articles, in any order.
            context: Pelican's context; it gives the names and addresses.
            path: the file to write, below the output folder; None writes none.
            url: where the file is found; None: at ``path``.
            feed_type: "rss"; anything else is Atom.
            override_output: whether a file that was written in this run may be replaced.
            feed_title: what the feed is about, if not the whole site.

        Raises:
            FileOverwriteFailedError: the file was written in this run already.

        """
        kind: Format = "rss" if feed_type == "rss" else "atom"
        site = Site.of(context, self.settings)
        channel, items = self._told(elements, site, str(url or path or ""), feed_title)
        feed = generator(channel, items, kind, with_content=kind == "atom" or not site.summary_only)
        signals.feed_generated.send(context, feed=feed)
        if path:
            file = sanitised_join(self.output_path, str(path))
            self._write(written(feed, kind), file, override=override_output)
            self._channels.append(channel)
            signals.feed_written.send(file, context=context, feed=feed)
        return feed

    def write_in_json(self, articles: Any) -> None:
        """Write the feeds that the settings ask for in JSON.

        Which those are, and with which articles, Pelican's generator says here too: a copy of it makes its feeds once
        more, for which the settings for JSON stand in the place of those for RSS. Who waits for Pelican's signals of
        feeds is sent none: they are of what feedgen makes.

        Args:
            articles: Pelican's generator of articles, which has read them.

        Raises:
            FileOverwriteFailedError: a file was written in this run already.

        """
        asked = copy.copy(articles)
        asked.settings = _json_in_place_of_rss(articles.settings)
        asked.generate_feeds(_InJson(self))

    def write_json_feed(
        self,
        elements: Sequence[Article],
        context: Mapping[str, Any],
        path: str,
        url: str | None = None,
        feed_title: str | None = None,
    ) -> None:
        """Write a feed of articles in JSON; arguments and errors are those of :meth:`write_feed`."""
        site = Site.of(context, self.settings)
        channel, items = self._told(elements, site, str(url or path), feed_title)
        text = json_feed(channel, items, with_content=not site.summary_only)
        self._write(text, sanitised_join(self.output_path, str(path)), override=False)

    def _told(
        self, elements: Sequence[Article], site: Site, place: str, feed_title: str | None
    ) -> tuple[Channel, list[Item]]:
        """Return what a feed of articles tells."""
        ordered = newest({id(one): one for one in elements}.values(), site)  # one tag can stand in an article twice
        items = [self._item(article, site) for article in ordered[: site.items]]
        title = feed_title and _first_name(feed_title, ordered[-1:])
        return Channel.over(items, site, place, title), items

    def write_opml(self, context: Mapping[str, Any]) -> None:
        """Write the list of the feeds that were written, if there are any and the setting ``FEEDS_OPML`` asks for it.

        Feeds in JSON are not on it: they say again what the others do, and whoever imports it would have all twice.

        Args:
            context: Pelican's context; it gives the names and addresses.

        Raises:
            FileOverwriteFailedError: the file was written in this run already.

        """
        path = self.settings.get("FEEDS_OPML")
        if path and self._channels:
            text = opml(Site.of(context, self.settings), self._channels)
            self._write(text, sanitised_join(self.output_path, str(path)), override=False)

    def _write(self, text: str, path: str, *, override: bool) -> None:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        with self._open_w(path, "utf-8", override) as file:
            file.reconfigure(newline="\n")  # the same bytes on every system
            file.write(text)
        logger.info('Writing "%s"', path)

    @cached_property
    def _channels(self) -> list[Channel]:
        """The feeds in RSS and Atom that were written."""
        return []

    @cached_property
    def _items(self) -> dict[tuple[int, Site], tuple[Article, Item]]:
        """Items by their article, which stands beside them so that its number is not given to another."""
        return {}

    def _item(self, article: Article, site: Site) -> Item:
        """Return an article's item, made once a run: an article is in the feeds of all its tags."""
        key = (id(article), site)
        if key not in self._items:
            self._items[key] = (article, item(article, site))
        return self._items[key][1]


class _InJson:
    """What Pelican's generator takes for the writer of RSS; it has each feed written in JSON."""

    def __init__(self, writer: FeedWriter) -> None:
        """Take who writes."""
        self._writer = writer

    def write_feed(  # noqa: PLR0913, PLR0917 - Pelican's signature
        self,
        elements: Sequence[Article],
        context: Mapping[str, Any],
        path: str,
        url: str | None = None,
        feed_type: str = "rss",  # noqa: ARG002 - Pelican's signature
        feed_title: str | None = None,
    ) -> None:
        """Write a feed; arguments are those of :meth:`FeedWriter.write_feed`."""
        self._writer.write_json_feed(elements, context, path, url, feed_title)


def _json_in_place_of_rss(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings that ask for RSS where these ask for JSON, and for no other feeds."""
    changed = dict(settings)
    for name in _KINDS_OF_FEED:
        changed |= {f"{name}_ATOM": None, f"{name}_RSS": settings.get(f"{name}_JSON")}
        changed.pop(f"{name}_RSS_URL", None)  # where there is no address, the generator takes the file
        if f"{name}_JSON_URL" in settings:
            changed[f"{name}_RSS_URL"] = settings[f"{name}_JSON_URL"]
    return changed


def _first_name(title: str, articles: Sequence[Article]) -> str:
    """Return what a feed is about as the article that was added first names it: a new one does not rename the feed."""
    named = (
        name for article in articles for name in (*getattr(article, "tags", ()), getattr(article, "category", None))
    )
    return next((str(name) for name in named if name == title), title)
