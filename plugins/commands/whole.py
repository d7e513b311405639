"""A whole build: Pelican makes the site of all posts, and what came of it is said plainly."""

from __future__ import annotations

import contextlib
import shutil
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from commands.log import EditorLog
from commands.terminal import ShowProgress, Terminal
from edition.generator import SHOW
from edition.output import staging_in
from edition.plugin import KEPT
from incremental.through_pelican import for_pelican, pelican_silenced

_TEMPLATES = {".html", ".xml"}


class StoppedError(Exception):
    """What was read has errors, which are told already; nothing was written."""


def make_site(
    settings: dict[str, Any], terminal: Terminal, log: EditorLog, kept: frozenset[str] = frozenset()
) -> int | None:
    """Let Pelican make the site of the posts; what is wrong is told by the log, or here.

    Nothing is written if anything that was read has errors: the site stays as it was.

    Args:
        settings: of this one run, as ``commands.settings.read`` returns them; Pelican changes them.
        terminal: where progress is shown.
        log: the open log, which counts the errors.
        kept: files of the output folder that stay as they are.

    Returns:
        the number of stories, or None if there were errors.
    """
    stories: list[int] = []
    try:
        with pelican_silenced(), terminal.progress() as show, _listening(log, stories, show):
            pelican = Pelican(for_pelican(settings) | {"CONVERT": False, KEPT: kept, SHOW: show})
            stop_on_errors(log)  # a plugin that could not be loaded
            pelican.run()
    except StoppedError:
        return None
    except Exception as error:  # noqa: BLE001 - Pelican's, a plugin's or a template's: told to an editor as one line
        tell_error(error, settings, terminal, log)
    finally:  # what a build that did not come to its end leaves is not for publishing
        shutil.rmtree(staging_in(Path(settings["OUTPUT_PATH"])), ignore_errors=True)
    return None if log.errors else sum(stories)


@contextlib.contextmanager
def _listening(log: EditorLog, stories: list[int], show: ShowProgress) -> Iterator[None]:
    """Follow a run of Pelican: count the stories, stop it between reading and writing, show how far it is."""
    read = written = 0

    def while_reading(_content: object) -> None:
        nonlocal read
        read += 1
        show("Reading posts", read, None)

    def after_reading(generators: list[Any]) -> None:
        stories.append(sum(len(g.articles) for g in generators if isinstance(g, ArticlesGenerator)))

    def before_writing(_pelican: object) -> None:
        stop_on_errors(log)

    def after_writing(_path: str, **_context: object) -> None:
        nonlocal written
        written += 1
        show("Writing pages", written, None)

    signals.content_object_init.connect(while_reading)
    signals.all_generators_finalized.connect(after_reading)
    signals.get_writer.connect(before_writing)  # when all that looks at what was read has spoken
    signals.content_written.connect(after_writing)
    try:
        yield
    finally:
        signals.content_object_init.disconnect(while_reading)
        signals.all_generators_finalized.disconnect(after_reading)
        signals.get_writer.disconnect(before_writing)
        signals.content_written.disconnect(after_writing)


def stop_on_errors(log: EditorLog) -> None:
    """Stop a build in which an error was told.

    :raises StoppedError: if there was one
    """
    if log.errors:
        raise StoppedError


def tell_error(error: Exception, settings: dict[str, Any], terminal: Terminal, log: EditorLog) -> None:
    """Tell of an error that ended a build: where it is, if in a template, and its own words."""
    if settings.get("DEBUG"):
        text = "".join(traceback.format_exception(error))
    elif hasattr(error, "exitcode"):  # made to be read
        text = _without_what_is_told(str(error)) if log.errors else str(error)
    else:
        file, line = _place(error)
        place = f"{file}, line {line}: " if Path(file).suffix in _TEMPLATES else ""
        text = f"{place}{type(error).__name__}: {error}"
    if text:
        log.errors += 1
        terminal.problem(text, "error")


def _without_what_is_told(text: str) -> str:
    """Leave out of a list of problems, below its heading, those that were told before it."""
    heading, *problems = text.splitlines()
    left = [problem for problem in problems if not problem.endswith("see the error above")]
    return "\n".join([heading, *left]) if left else ""


def _place(error: Exception) -> tuple[str, int | None]:
    """Return the file and line of an error: a template's own, else where the last template called what failed."""
    if getattr(error, "filename", None) and getattr(error, "lineno", None):
        return str(error.filename), int(error.lineno)  # type: ignore[attr-defined]
    frames = [f for f in traceback.extract_tb(error.__traceback__) if Path(f.filename).suffix in _TEMPLATES]
    return (frames[-1].filename, frames[-1].lineno) if frames else ("", None)
