"""One incremental build: a look at what changed, and the making of it; mostly there is nothing to make."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.stamps import NOT_THERE, look
from edition import output
from edition.output_list import LIST
from incremental.changes import Changes
from incremental.index import Index
from incremental.outputs import Outputs
from incremental.sources import Sources

if TYPE_CHECKING:  # it takes long to import, and mostly there is nothing to do
    from briefing.workers import Crew

_FEW = 64  # posts

Show = Callable[[str, int, int | None], None]
"""Takes what is being done, how many are done, and how many there are (None: unknown)."""


@dataclass(frozen=True, slots=True)
class First:
    """A file of the site that somebody looks at: it is made before all others, then ``shown`` is called."""

    path: str
    shown: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build can be told.

    ``crew`` gathers those who do the work; None: this process does it. ``show`` takes what is being done.
    ``before_writing`` is called, maybe twice, before anything is kept or put in its place; it may raise. ``first`` is
    what is made before all others where a template or a setting changed. ``keeps`` names the stages whose files stay
    where all is made again, since they are made again too, later.
    """

    crew: Callable[[], Crew] | None = None
    show: Show = lambda _what, _done, _total: None
    before_writing: Callable[[], None] = lambda: None
    first: First | None = None
    keeps: frozenset[str] = frozenset()


class WholeBuildError(Exception):
    """Only a whole build will do; the message is why."""


class _MissedError(Exception):
    """Files of the site are not as they were made, and what was made is not all that has to be."""


class UnreadError(Exception):
    """Posts have errors; ``problems`` are told line by line, and nothing was written."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(slots=True)
class Outcome:
    """What a build did: how many posts it read, which files it made and wrote, and how many it left and removed."""

    stories: int = 0
    read: int = 0
    made: frozenset[str] = frozenset()
    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: int = 0
    warnings: list[str] = field(default_factory=list)


class Build:
    """A build of one site, from the look at its sources to the files in place."""

    def __init__(self, settings: Mapping[str, Any], index: Index, options: Options | None = None) -> None:
        """Take complete settings and the site's index."""
        self._settings = settings
        self._index = index
        self._options = options or Options()

    def run(self, sources: Sources, outputs: Outputs | None = None, *, full: bool = False) -> Outcome:
        """Make the site what its sources say.

        :param outputs: the files of the site; None: they are as the last build left them
        :param full: make everything again
        :raises WholeBuildError: if Pelican has to build all; nothing is changed then
        :raises UnreadError: if posts have errors; nothing is changed then
        :raises OutputError: if something that is not ours stands in the way; nothing is changed then
        """
        if sources.limits:
            raise WholeBuildError(sources.limits[0])
        changes = self._changes(sources, full=full)
        if outputs is None or changes.all:
            return self._make(sources, changes)
        if changes and _is_little(changes):  # it is made while another process looks at the files
            self._index.mark()
            try:
                return self._make(sources, changes, outputs)
            except _MissedError:
                self._index.roll_back_to_mark()
            sources = sources.again()  # what is to be made is more
            changes = self._changes(sources, full=full)
        outputs.add(changes)
        return self._make(sources, changes)

    def _changes(self, sources: Sources, *, full: bool) -> Changes:
        changes = sources.changes(full=full)
        listed = self._index.listed()
        changes.is_list_left = listed != NOT_THERE and listed == look(Path(self._settings["OUTPUT_PATH"]) / LIST)
        return changes

    def _make(self, sources: Sources, changes: Changes, unasked: Outputs | None = None) -> Outcome:
        """Make what changed.

        :param unasked: the files of the site, where ``changes`` have nothing of them yet
        :raises _MissedError: if some of them are to be made again too; nothing is changed then
        """
        folder = Path(self._settings["OUTPUT_PATH"])
        if not changes:
            shutil.rmtree(output.staging_in(folder), ignore_errors=True)  # of a build that was killed
            if sources.has_news:
                sources.remember((), ())
            self._index.commit()
            return self._outcome(Outcome(), self._index.fact("warnings") or {})
        from incremental.making import Making  # noqa: PLC0415 - takes long to import, and mostly nothing changed

        output.begin(folder, is_ours=changes.is_list_left)
        making = Making(self._settings, self._index, self._asking(unasked) if unasked else self._options)
        try:
            making.begin(changes)
            first = self._options.first
            if first and (changes.all or changes.kinds) and making.make_one(sources, first.path):
                first.shown()
            done = making.run(sources, changes)
        finally:
            shutil.rmtree(output.staging_in(folder), ignore_errors=True)
        outcome = Outcome(
            read=len(changes.posts),
            made=making.made,
            written=done.written,
            removed=done.removed,
        )
        return self._outcome(outcome, making.warnings)

    def _asking(self, outputs: Outputs) -> Options:
        def ask() -> None:
            self._options.before_writing()
            if outputs.changed:
                raise _MissedError

        return replace(self._options, before_writing=ask)

    def _outcome(self, outcome: Outcome, warnings: Mapping[str, list[str]]) -> Outcome:
        told = [text for texts in warnings.values() for text in texts]
        stories, files = self._index.counts()
        return replace(outcome, stories=stories, unchanged=files - len(outcome.written), warnings=told)


def _is_little(changes: Changes) -> bool:
    """Whether it would not matter to make all of it twice."""
    return not changes.kinds and len(changes.posts) <= _FEW
