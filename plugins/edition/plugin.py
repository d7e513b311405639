"""What the plugin does on Pelican's signals."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pelican import signals

from briefing.post import PostError
from briefing.texts import Texts
from briefing.translating import install
from edition import checks, outlet_table, output, withheld
from edition.checks import BuildError, Planned, SettingsError
from edition.filters import filters
from edition.generator import EditionGenerator

logger = logging.getLogger(__name__)

KEPT = "KEPT_FILES"
"""Not for settings files: what names, for one run, files of the output folder that the run leaves as they are."""


def start(pelican: Any) -> type[EditionGenerator]:
    """Let Pelican write into the staging folder, and return our generator.

    The setting ``OUTPUT_PATH`` stays, so that Pelican's server, and plugins that look there, find the site. The end
    of the run is connected only now, when all plugins are: so it comes last, and takes in what they write at the end.

    :raises SettingsError: if settings would publish what must not be
    :raises BuildError: if the outlet table does not parse
    :raises ForeignFolderError: if the output folder is not ours
    """
    problems = withheld.problems(pelican.settings)
    if problems:
        raise SettingsError(problems)
    try:
        outlet_table.read(pelican.settings)
    except PostError as error:
        raise BuildError(error.problems) from error
    pelican.output_path = str(output.begin(Path(pelican.settings["OUTPUT_PATH"])))
    signals.finalized.connect(finish)
    return EditionGenerator


def add_filters(generator: Any) -> None:
    """Add our filters to a generator's template environment, and the texts of the site's language."""
    install(generator.env, Texts.chosen(generator.settings))
    generator.env.filters.update(filters(generator.settings))


def check(generators: Sequence[Any]) -> None:
    """Stop the build before anything is written if a file could not be read or two things share an id or a file.

    :raises BuildError: with all that is wrong
    """
    settings, context = generators[0].settings, generators[0].context
    contents = context["generated_content"]
    problems = [
        *withheld.read_documents(settings, contents),
        *checks.unread(contents),
        *checks.shared_ids((c.story.id, path) for path, c in contents.items() if hasattr(c, "story")),
        *checks.shared_files(_planned(generators)),
    ]
    if problems:
        raise BuildError(problems)


def finish(pelican: Any) -> None:
    """Put what was written in its place.

    :raises OutputError: if something that is not ours stands in the way; nothing is changed then
    """
    folder = Path(pelican.settings["OUTPUT_PATH"])
    if Path(pelican.output_path) == output.staging_in(folder):
        changes = output.put_in_place(folder, frozenset(pelican.settings.get(KEPT, ())))
        pelican.output_path = pelican.settings["OUTPUT_PATH"]
        logger.info(
            "%d files written, %d unchanged, %d removed", len(changes.written), changes.unchanged, changes.removed
        )


def _planned(generators: Sequence[Any]) -> Iterator[Planned]:
    """Yield what will be made of articles, drafts and pages, and our listings."""
    for path, content in generators[0].context["generated_content"].items():
        if content is not None and content.save_as:
            yield Planned(content.save_as, path, chosen=hasattr(content, "override_save_as"))
    for generator in generators:
        if isinstance(generator, EditionGenerator):
            yield from generator.planned()
