"""Stories to a site: the pages that list them, their data, and an output folder that is never left half written.

The settings are Pelican's, ``RIGHTS`` (for what the data says of them) and ``STORIES_PER_PAGE``: how many stories an
older page of a topic has.
"""

from __future__ import annotations


def register() -> None:
    """Connect the plugin to Pelican. Imports are in here, so that other code can use a part without Pelican.

    ``get_generators``: once a run, also when Pelican runs again by itself, and after settings are known but before any
    generator is made, so that all of them are given the staging folder; ``initialized`` fires for ``--listen`` too.
    ``generator_init``: each generator has a template environment of its own, and all need the filters.
    ``static_generator_finalized``: static files are found, and none of them is copied or linked to yet.
    ``all_generators_finalized``: all content is read and nothing is written yet, the one moment to stop a build.
    ``finalized``, when all is written, is connected when a run starts: see :func:`edition.plugin.start`.
    """
    from pelican import signals  # noqa: PLC0415

    from edition import plugin, withheld  # noqa: PLC0415

    signals.get_generators.connect(plugin.start)
    signals.generator_init.connect(plugin.add_filters)
    signals.static_generator_finalized.connect(withheld.withhold)
    signals.all_generators_finalized.connect(plugin.check)
