"""RSS 2.0 and Atom for any Pelican site, made with feedgen, and JSON Feed; each ``FEED_*`` setting keeps its meaning.

Switched on by naming it in ``PLUGINS``. Its settings, each of which makes nothing where it is None or not there:

- ``FEED_ALL_JSON``, ``TAG_FEED_JSON`` and so on: beside each of Pelican's settings that end in ``_RSS`` (and
  ``_RSS_URL``) one for the same feed as JSON Feed.
- ``FEEDS_OPML``: the file, below the output folder, that lists the feeds in RSS and Atom, for feed readers to import.

It knows nothing of how articles are made: an article may have ``added`` (when it came to the site) and ``story_id``
(its lasting id), and needs neither.
"""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Connect the writer, and what it writes beside the feeds that Pelican knows.

    ``get_writer``, because Pelican's generators decide which feeds there are and with which articles, and hand each
    to the writer: another writer makes them differently, while a generator of ours would have to decide it again.
    ``article_writer_finalized``, because then Pelican's feeds are written, and the build is not at its end, where
    others take what was written: the order of those who wait for one signal is not known.
    Imports are in here, so that other code can use a part without Pelican.
    """
    from pelican import signals  # noqa: PLC0415

    signals.get_writer.connect(_writer)
    signals.article_writer_finalized.connect(_write_more)


def _writer(_pelican: object) -> type:
    from feeds.writer import FeedWriter  # noqa: PLC0415

    return FeedWriter


def _write_more(generator: Any, writer: object) -> None:
    from feeds.writer import FeedWriter  # noqa: PLC0415

    if isinstance(writer, FeedWriter):  # else the feeds are another writer's
        writer.write_in_json(generator)
        writer.write_opml(generator.context)
