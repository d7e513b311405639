"""RSS 2.0 and Atom for any Pelican site, made with feedgen; every ``FEED_*`` setting keeps its meaning.

Switched on by naming it in ``PLUGINS``; it has no settings of its own. It knows nothing of how articles are made:
an article may have ``added`` (when it came to the site) and ``story_id`` (its lasting id), and needs neither.
"""

from __future__ import annotations


def register() -> None:
    """Connect the writer.

    ``get_writer``, because Pelican's generators decide which feeds there are and with which articles, and hand each
    to the writer: another writer makes them differently, while a generator of ours would have to decide it again.
    Imports are in here, so that other code can use a part without Pelican.
    """
    from pelican import signals  # noqa: PLC0415

    signals.get_writer.connect(_writer)


def _writer(_pelican: object) -> type:
    from feeds.writer import FeedWriter  # noqa: PLC0415

    return FeedWriter
