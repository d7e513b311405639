"""Saved pages of news comparison sites to posts with fact boxes: the Pelican plugin."""

from __future__ import annotations



def register() -> None:
    """Connect the plugin to Pelican.

    ``readers_init``: Markdown files below ``POSTS_PATH`` are read as stories. ``get_generators``: documents are
    converted once a run, before anything is read, also when Pelican runs again by itself; ``initialized`` fires
    for ``--listen`` too, and not again. Imports are in here, so that other code can use a part without Pelican.
    """
    from pelican import signals  # noqa: PLC0415

    from briefing import plugin  # noqa: PLC0415

    signals.readers_init.connect(plugin.add_reader)
    signals.get_generators.connect(plugin.convert_documents)


