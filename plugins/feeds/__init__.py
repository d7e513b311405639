"""RSS 2.0 and Atom for any Pelican site, made with feedgen; every ``FEED_*`` setting keeps its meaning.

Switched on by naming it in ``PLUGINS``. Its one setting is ``FEEDS_OPML``: the file, below the output folder, that
lists all feeds, for feed readers to import; None, or nothing, makes none. It knows nothing of how articles are made:
an article may have ``added`` (when it came to the site) and ``story_id`` (its lasting id), and needs neither.
"""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Connect the writer, and what lists its feeds.

    ``get_writer``, because Pelican's generators decide which feeds there are and with which articles, and hand each
    to the writer: another writer makes them differently, while a generator of ours would have to decide it again.
    ``article_writer_finalized``, because then all feeds are written, and the build is not at its end, where others take
    what was written: the order of those who wait for one signal is not known.
    Imports are in here, so that other code can use a part without Pelican.
    """
    from pelican import signals  # noqa: PLC0415

    signals.get_writer.connect(_writer)
    signals.article_writer_finalized.connect(_list_feeds)


def _writer(_pelican: object) -> type:
    from feeds.writer import FeedWriter  # noqa: PLC0415

    return FeedWriter


def _list_feeds(generator: Any, writer: object) -> None:
    from feeds.writer import FeedWriter  # noqa: PLC0415

    if isinstance(writer, FeedWriter):  # else the feeds are another writer's
        writer.write_opml(generator.context)
