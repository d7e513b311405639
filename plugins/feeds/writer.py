"""The writer: Pelican's own, but for feeds."""

from __future__ import annotations

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
from feeds.opml import opml
from feeds.site import Site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from feedgen.feed import FeedGenerator

    from feeds.item import Article, Item

logger = logging.getLogger(__name__)


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
        ordered = newest({id(one): one for one in elements}.values(), site)  # one tag can stand in an article twice
        items = [self._item(article, site) for article in ordered[: site.items]]
        title = feed_title and _first_name(feed_title, ordered[-1:])
        channel = Channel.over(items, site, str(url or path or ""), title)
        feed = generator(channel, items, kind, with_content=kind == "atom" or not site.summary_only)
        signals.feed_generated.send(context, feed=feed)
        if path:
            file = sanitised_join(self.output_path, str(path))
            self._write(written(feed, kind), file, override=override_output)
            self._channels.append(channel)
            signals.feed_written.send(file, context=context, feed=feed)
        return feed

    def write_opml(self, context: Mapping[str, Any]) -> None:
        """Write the list of the feeds that were written, if there are any and the setting ``FEEDS_OPML`` asks for it.

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
        """The feeds that were written."""
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


def _first_name(title: str, articles: Sequence[Article]) -> str:
    """Return what a feed is about as the article that was added first names it: a new one does not rename the feed."""
    named = (
        name for article in articles for name in (*getattr(article, "tags", ()), getattr(article, "category", None))
    )
    return next((str(name) for name in named if name == title), title)
