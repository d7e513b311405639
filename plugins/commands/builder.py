"""Building a site, once or again and again: documents to posts, and of these what changed of the site."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from briefing.cores import usable_cores
from commands.exits import CommandError, Exit
from commands.log import EditorLog
from commands.telling import Recalled
from commands.terminal import Terminal
from incremental import conversion, scan, stage_files
from incremental.beside import Beside, look_beside
from incremental.build import Build, First, Options, Outcome, UnreadError, WholeBuildError
from incremental.index import IMAGES, Index, opened
from incremental.outputs import Outputs
from incremental.sources import Sources

if TYPE_CHECKING:  # it takes long to import, and mostly nothing is converted
    from briefing.convert.report import Report
    from briefing.workers import Crew


class Builder:
    """Builds one site with one state of its settings."""

    def __init__(
        self, settings: dict[str, Any], index: Index, terminal: Terminal, log: EditorLog, jobs: int = 0
    ) -> None:
        """Take complete settings, the site's index, and where an editor is told.

        Args:
            settings: as ``commands.settings.read_known`` returns them.
            index: what the site was made from.
            terminal: where progress is shown.
            log: the open log, which counts the errors.
            jobs: processes that work at once; 0: as many as the machine has cores.
        """
        self._settings = settings
        self._index = index
        self._terminal = terminal
        self._log = log
        self._jobs = jobs or usable_cores()
        self._crew: Crew | None = None
        self._beside: Beside | None = None  # what looks at files meanwhile
        self._outputs: Outputs | None = None  # the files of the site; None: they are as the last build left them
        self._now: datetime.datetime | None = None
        self._report: Report | Recalled | None = None
        self._knows_posts = False  # the index is of the posts as they are
        self.found: scan.Found | None = None  # what the site was last made from
        self._sources: Sources | None = None  # what the site is made from
        self.made: frozenset[str] = frozenset()  # the files of the site that were made in the last build

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Let those who did the work go."""
        self._look_no_more()
        if self._crew is not None:
            self._crew.__exit__(*error)

    def convert(self, now: datetime.datetime | None, watched: scan.Found | None = None) -> None:
        """Convert the documents, unless nothing that conversion goes by changed: :attr:`report` is what came of them.

        Args:
            now: the moment of conversion; None: the clock's.
            watched: what there is, where somebody watched all changes since the last build; else it is looked for.
        """
        if watched is None:
            self._look_at_outputs()
        found = watched or scan.look(self._settings, self._beside)
        sources = Sources(self._index, self._settings, found)
        self._now = now
        self._sources = sources
        known = conversion.recall(self._index, self._settings, sources)
        if known is not None:
            self._report = Recalled(tuple(known["lines"]), tuple(known["problems"]))
        elif found.documents:
            self._report = self._converted(found)
            self._sources = None  # there are other posts now
            if self._outputs is None:
                self._look_at_outputs()
        else:  # there is nothing to convert, and what is told of the posts is known once they are read
            self._prepare(found)

    @property
    def report(self) -> Report | Recalled:
        """What came of the documents, once the site was made."""
        if self._report is None and self.found and self._knows_posts:
            self._report = conversion.report_of_posts(self._index)
            conversion.note(self._index, self.found, self._report)
            self._index.commit()
        elif self._report is None:
            self._report = self._converted(self.found or scan.look(self._settings))
        return self._report

    def _converted(self, found: scan.Found) -> Report:
        from commands.convert import convert_documents  # noqa: PLC0415 - takes long to import

        self._prepare(found)
        report = convert_documents(self._settings, self._now, self._terminal, self._gathered())
        conversion.note(self._index, found, report)
        return report

    def _prepare(self, found: scan.Found) -> None:
        """Let those who will make the stories' pages begin to import what they need."""
        if self._index.fact("program") is None and self._gathered().is_wanted_for(len(found.posts)):
            self._gathered().prepare("incremental.stories")

    def make(
        self, *, full: bool = False, first: First | None = None, keeps: frozenset[str] = frozenset()
    ) -> str | None:
        """Make the site of the posts, and return in a line what was done; None if there were errors, which are told.

        Nothing is written then: the site stays as it was.

        Args:
            full: make everything again.
            first: what is to be made before all others where all of the site changed.
            keeps: the stages whose files stay where all is made again, since they will be made again too.
        """
        try:
            return self._incremental(full=full, first=first, keeps=keeps)
        except WholeBuildError as error:
            if self._settings.get("INCREMENTAL", True):
                self._terminal.say(f"All is built at once, since {error}.")
        return self._whole(keeps=keeps)

    def _incremental(self, *, full: bool, first: First | None, keeps: frozenset[str]) -> str | None:
        try:
            with self._terminal.progress() as show:
                options = Options(
                    crew=self._gathered,
                    show=show,
                    before_writing=self._stop_on_errors,
                    first=first,
                    keeps=keeps,
                )
                sources = self._sources or Sources(self._index, self._settings, scan.look(self._settings, self._beside))
                self.found = sources.found
                outcome = Build(self._settings, self._index, options).run(sources, self._outputs, full=full)
        except UnreadError as error:
            for problem in error.problems:
                self._log.tell(problem, "error")
        except (WholeBuildError, KeyboardInterrupt):
            raise
        except _StoppedError:
            pass
        except Exception as error:  # noqa: BLE001 - Pelican's, a plugin's or a template's: told to an editor as one line
            from commands.whole import tell_error  # noqa: PLC0415 - it imports Pelican, which takes long

            tell_error(error, self._settings, self._terminal, self._log)
        else:
            for warning in outcome.warnings:
                self._log.tell(warning, "warning")
            self.made, self._knows_posts = outcome.made, True
            return self._summary(outcome)
        self._index.roll_back()
        return None

    def _look_at_outputs(self) -> None:
        output = self._settings["OUTPUT_PATH"]
        self._beside = look_beside(self._index, self._settings["POSTS_PATH"], output, self._jobs)
        self._outputs = Outputs(self._index, Path(output), self._beside)

    def _look_no_more(self) -> None:
        if self._beside is not None:
            self._beside.close()

    def _gathered(self) -> Crew:
        from briefing.workers import Crew  # noqa: PLC0415 - takes long to import

        if self._crew is None:
            self._crew = Crew(self._jobs, self._settings["EXECUTOR"])
        return self._crew

    def _stop_on_errors(self) -> None:
        if self._log.errors:
            raise _StoppedError

    def _whole(self, *, keeps: frozenset[str]) -> str | None:
        """Let Pelican make everything."""
        from commands.whole import make_site  # noqa: PLC0415 - as above

        self._look_no_more()
        self._index.forget()
        stage_files.forget(self._index, but=keeps - {IMAGES})  # which Pelican makes with the pages
        self._index.commit()
        kept = stage_files.recall(self._index)
        stories = make_site(self._settings, self._terminal, self._log, kept)
        return None if stories is None else f"{self._counted(stories)}{self._counts()}"

    def _summary(self, outcome: Outcome) -> str:
        done = (
            f"{outcome.read} read, {len(outcome.made)} files made, {len(outcome.written)} written, "
            f"{outcome.unchanged} unchanged{f', {outcome.removed} removed' if outcome.removed else ''}"
        )
        return f"{self._counted(outcome.stories)}: {done}{self._counts()}"

    def _counted(self, stories: int) -> str:
        output = Path(self._settings["OUTPUT_PATH"])
        with contextlib.suppress(ValueError):
            output = output.relative_to(Path.cwd())
        return f"Site: {stories} {'story' if stories == 1 else 'stories'} in {output}{os.sep}"

    def _counts(self) -> str:
        return f" ({self._log.counts()})" if self._log.counts() else ""


class _StoppedError(Exception):
    """Something was told to be wrong, so nothing may be put in place."""


@contextlib.contextmanager
def index_of(settings: dict[str, Any]) -> Iterator[Index]:
    """Open the index of a site.

    Raises:
        CommandError: another build of the site is at work, or there can be no index.
    """
    of_output = hashlib.sha256(os.fsencode(settings["OUTPUT_PATH"])).hexdigest()[:8]  # one cache can have several sites
    path = Path(settings["CACHE_PATH"]) / f"site-{of_output}.sqlite"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"CACHE_PATH is {str(path.parent)!r}, which cannot be a folder: {error.strerror}."
        raise CommandError(message, Exit.ENVIRONMENT) from error
    try:
        with opened(path) as index:
            yield index
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            message = "Another build of this site is at work: wait until it has ended."
        else:
            message = f"{path}: {error}."
        raise CommandError(message, Exit.ENVIRONMENT) from error
