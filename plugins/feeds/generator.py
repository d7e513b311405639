"""feedgen, held to what RSS 2.0 and RFC 4287 ask for; its own traps are mended here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator

from feeds.item import NO_MOMENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from feeds.channel import Channel
    from feeds.item import Item

Format = Literal["rss", "atom"]

_NAME = "Pelican, feedgen"  # without versions: the same content gives the same bytes
_MEDIA_TYPES: dict[Format, str] = {"rss": "application/rss+xml", "atom": "application/atom+xml"}


class Entry(FeedEntry):  # type: ignore[misc] # feedgen has no types
    """An entry whose Atom links keep all that was said of them.

    feedgen 1.0 writes ``href`` alone, so that each link of an entry is taken for the address of its page.
    """

    def atom_entry(self, *arguments: bool, **named: bool) -> Element:
        """Return the ``entry`` element; arguments are feedgen's."""
        entry: Element = super().atom_entry(*arguments, **named)
        # Not strict: an extension may have added links of its own, after these.
        for element, link in zip(entry.findall("link"), self.link() or [], strict=False):
            element.attrib.update({name: str(value) for name, value in link.items() if value})
        return entry


class _WithoutDate(BaseExtension):  # type: ignore[misc] # feedgen has no types
    """Takes the date from an RSS feed without items: feedgen would take it from the clock."""

    def extend_rss(self, feed: Element) -> Element:
        """Return the ``rss`` element, changed in place."""
        for channel in feed.findall("channel"):
            for date in channel.findall("lastBuildDate"):
                channel.remove(date)
        return feed


def generator(channel: Channel, items: Sequence[Item], kind: Format, *, with_content: bool = True) -> FeedGenerator:
    """Return feedgen's feed of these items, in their order; what is added to it later is written too.

    Args:
        channel: what stands above the items.
        items: what the feed holds.
        kind: what it will be written as.
        with_content: whether the items have their content beside their summary.

    """
    feed = FeedGenerator()
    feed.load_extension("dc", atom=False)
    feed.id(channel.id)
    feed.title(channel.title)
    feed.subtitle(channel.description)
    feed.description(channel.description)
    # The last link of all becomes the channel's.
    feed.link(href=channel.address, rel="self", type=_MEDIA_TYPES[kind])
    feed.link(href=channel.link, rel="alternate", type="text/html")
    feed.author(name=channel.author)
    feed.language(channel.language)
    feed.generator(_NAME)
    feed.updated(channel.updated or NO_MOMENT)
    if channel.updated is None:
        feed.register_extension("without_date", _WithoutDate, BaseEntryExtension, atom=False)
    for item in items:
        _fill(feed.add_entry(Entry(), order="append"), item, kind, with_content=with_content)
    return feed


def written(feed: FeedGenerator, kind: Format) -> str:
    """Return the feed as an XML document in UTF-8, lines ended by LF."""
    source: bytes = feed.rss_str(pretty=True) if kind == "rss" else feed.atom_str(pretty=True)
    return source.decode("utf-8")


def _fill(entry: Entry, item: Item, kind: Format, *, with_content: bool) -> None:
    entry.guid(item.id, permalink=False)
    entry.title(item.title)
    entry.link(href=item.link, rel="alternate", type="text/html")
    entry.published(item.published)
    entry.updated(item.updated)
    entry.author([{"name": creator} for creator in item.creators])  # without e-mail addresses RSS gets none of them
    entry.dc.dc_creator(list(item.creators))
    entry.category([{"term": category} for category in item.categories])
    # A summary that says all again is of no use in Atom (RFC 4287, 4.2.13); in RSS it is all that some readers know.
    if item.summary and (kind == "rss" or item.summary != item.content or not with_content):
        entry.summary(item.summary, type="html")
    if item.content and with_content:
        # Escaped and not as CDATA: a text may hold "]]>", and Atom has no such type.
        entry.content(item.content, type="html")
