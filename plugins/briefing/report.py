"""What convert did, for an editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Result(StrEnum):
    """What became of a document."""

    NEW = "new"
    CHANGED = "changed"
    RENAMED = "renamed"
    UNCHANGED = "unchanged"
    EDITED = "edited by hand"  # and its document changed
    SAME = "same as another"
    REFUSED = "refused"


_TOLD = (Result.EDITED, Result.SAME, Result.REFUSED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document, what became of it, the name of its post if it has one, and why."""

    document: str
    result: Result
    post: str | None = None
    reason: str = ""
    untitled: bool = False

    def __str__(self) -> str:
        target = f" → {self.post}" if self.post else ""
        reason = f": {self.reason}" if self.reason else ""
        return f"{self.result}: {self.document}{target}{reason}"


@dataclass(slots=True)
class Report:
    """The outcomes of a run, and hints about posts that no document stands behind."""

    outcomes: list[Outcome] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)

    def of(self, result: Result) -> tuple[Outcome, ...]:
        """Return the outcomes with one result."""
        return tuple(outcome for outcome in self.outcomes if outcome.result is result)

    @property
    def problems(self) -> tuple[Outcome, ...]:
        """The documents that gave no post: what ``--strict`` counts."""
        return self.of(Result.REFUSED)

    def lines(self) -> Iterator[str]:
        """Yield the report: what needs an editor, then one line of counts."""
        for outcome in self.outcomes:
            if outcome.result in _TOLD:
                yield str(outcome)
        for outcome in self.outcomes:
            if outcome.untitled:
                yield (
                    f"needs a title: {outcome.document} → {outcome.post}: the page has no headline, so the post is a"
                    f" draft; write one behind “title:” and take out “status: draft”"
                )
        yield from self.hints
        yield self.summary()

    def summary(self) -> str:
        """Return the counts of each result in one line."""
        counts = ((result, len(self.of(result))) for result in Result)
        told = [f"{count} {result}" for result, count in counts if count]
        return f"Documents: {', '.join(told)}" if told else "Documents: none"
