"""Saved pages of news comparison sites to posts with fact boxes: the Pelican plugin."""

from __future__ import annotations


def register() -> None:
    """Connect the plugin to Pelican.

    ``initialized``: the settings are complete, and checked, before anything uses them. ``readers_init``: Markdown
    files in ``POSTS_PATH`` are read as stories. ``get_generators``: documents are converted once a run, before
    anything is read, also when Pelican runs again by itself. Imports are in here, so that other code can use a
    part without Pelican.
    """
    from pelican import signals  # noqa: PLC0415

    from briefing import plugin  # noqa: PLC0415

    signals.initialized.connect(plugin.complete_settings)
    signals.readers_init.connect(plugin.add_reader)
    signals.get_generators.connect(plugin.convert_documents)
