"""Feeds, made of the items that the index keeps."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from briefing.workers import Crew
from feeds.channel import Channel
from feeds.generator import Format, generator, written
from feeds.item import Item
from feeds.json_feed import json_feed
from feeds.opml import opml
from incremental.shelf import Shelf
from incremental.site import Site
from incremental.stories import make_item, unpack

Kind = Format | Literal["json"]
_KINDS: tuple[Kind, ...] = ("rss", "atom", "json")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its file, where it is found, its form, and the topic that it is about; None: all stories."""

    file: str
    place: str
    kind: Kind
    topic: str | None = None


def feeds_of(settings: Mapping[str, Any], topic: str | None) -> Iterator[Feed]:
    """Yield the feeds that the settings ask for, of a topic by its slug or of all stories."""
    name = "FEED_ALL" if topic is None else "TAG_FEED"
    for kind in _KINDS:
        file = settings.get(f"{name}_{kind.upper()}")
        if file:
            place = settings.get(f"{name}_{kind.upper()}_URL", file)
            paths = (str(file), str(place)) if topic is None else (_of_topic(file, topic), _of_topic(place, topic))
            yield Feed(*paths, kind, topic)


def _of_topic(setting: object, slug: str) -> str:
    return str(setting).format(slug=slug)


class FeedFiles:
    """Makes feeds from a shelf that stays as it is, but for items that it had not."""

    def __init__(self, site: Site, shelf: Shelf) -> None:
        """Take the site and its stories."""
        self._site = site
        self._shelf = shelf
        self._of_feeds = site.of_feeds
        self._last: tuple[str | None, list[Item]] | None = None

    def fetch(self, crew: Crew) -> None:
        """Let those who are at work make the items of the feeds of all stories, as far as there are none yet."""
        if crew.is_at_work:
            held = self._shelf.freshest(self._of_feeds.items, None)
            missing = [post for post, _ in held if self._shelf.item(post) is None]
            self._shelf.keep_items(crew.share(functools.partial(make_item, self._site), missing))

    def version(self, feed: Feed) -> str:
        """Return what tells the stories of a feed, and its title, from all others; empty where it has none."""
        held = self._shelf.freshest(self._of_feeds.items, feed.topic)
        if not held and feed.topic is not None:
            return ""
        title = self._shelf.name_in_feeds(feed.topic) if feed.topic is not None else ""
        parts = [title, *(f"{post} {version}" for post, version in held)]
        return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]

    def make(self, feed: Feed) -> None:
        """Write a feed to where files wait."""
        site = self._of_feeds
        items = self._items(feed.topic)
        title = self._shelf.name_in_feeds(feed.topic) if feed.topic is not None else None
        channel = Channel.over(items, site, feed.place, title)
        if feed.kind == "json":
            text = json_feed(channel, items, with_content=not site.summary_only)
        else:
            made = generator(channel, items, feed.kind, with_content=feed.kind == "atom" or not site.summary_only)
            text = written(made, feed.kind)
        self._site.write(feed.file, text.encode())

    def make_list(self, file: str) -> bool:
        """Write the list of the feeds in RSS and Atom to where files wait; return whether there are any."""
        site, settings = self._of_feeds, self._site.settings
        names: list[tuple[str | None, str | None]] = [(None, None), *self._shelf.names_in_feeds().items()]
        channels = [
            Channel.over((), site, feed.place, name)
            for topic, name in names
            for feed in feeds_of(settings, topic)
            if feed.kind != "json"
        ]
        if channels:
            self._site.write(file, opml(site, channels).encode())
        return bool(channels)

    def _items(self, topic: str | None) -> list[Item]:
        """Return the items of a topic's feeds, or of those of all; they are the same in each form."""
        if self._last is None or self._last[0] != topic:
            held = self._shelf.freshest(self._of_feeds.items, topic)
            self._last = topic, [self._item(post) for post, _ in held]
        return self._last[1]

    def _item(self, post: str) -> Item:
        packed = self._shelf.item(post)
        if packed is None:
            _, packed = make_item(self._site, post)
            self._shelf.keep_items([(post, packed)])
        return unpack(packed)
