"""RSS 2.0 and Atom for any Pelican site, made with feedgen; every ``FEED_*`` setting keeps its meaning.

Switched on by naming it in ``PLUGINS``; it has no settings of its own. It knows nothing of how articles are made:
an article may have ``added`` (when it came to the site) and ``story_id`` (its lasting id), and needs neither.
"""

from __future__ import annotations

from pelican import signals

from feeds.writer import FeedWriter


def register() -> None:
    """Connect the writer.

    ``get_writer``, because Pelican's generators decide which feeds there are and with which articles, and hand each
    to the writer: another writer makes them differently, while a generator of ours would have to decide it again.
    """
    signals.get_writer.connect(_writer)


def _writer(_pelican: object) -> type[FeedWriter]:
    return FeedWriter
