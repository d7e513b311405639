"""What convert did, for an editor and, as JSON, for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

FORMAT = 1


class Result(StrEnum):
    """What became of a document."""

    NEW = "new"
    CHANGED = "changed"
    MERGED = "merged with your changes"
    RENAMED = "renamed"
    UNCHANGED = "unchanged"
    EARLIER = "saved earlier"  # of a story that another document tells as it is now
    WITHDRAWN = "withdrawn"
    EDITED = "edited by hand"  # and its document changed in the same place
    SAME = "same as another"
    REFUSED = "refused"


_TOLD = (Result.MERGED, Result.EDITED, Result.SAME, Result.REFUSED)
_NAMED = 5  # posts without a document that are named in one line
_FEW = 20  # of what is not urgent: more are only counted


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document, what became of it, the name of its post if it has one, and why.

    ``untitled``: the post is a draft since the page has no headline. ``doubts`` are what an editor should look at, a
    sentence each; ``difference`` is what the post and the document say differently, in lines.
    """

    document: str
    result: Result
    post: str | None = None
    reason: str = ""
    untitled: bool = False
    doubts: tuple[str, ...] = ()
    is_news: bool = False  # it was found out in this run
    difference: tuple[str, ...] = ()

    def __str__(self) -> str:
        target = f" → {self.post}" if self.post else ""
        reason = f": {self.reason}" if self.reason else ""
        return f"{self.result}: {self.document}{target}{reason}"

    def data(self) -> dict[str, Any]:
        """Return the outcome as JSON has it; what there is none of is null or an empty list."""
        return {
            "document": self.document,
            "result": self.result.name.lower(),
            "post": self.post,
            "reason": self.reason or None,
            "needs_title": self.untitled,
            "doubts": list(self.doubts),
            "difference": list(self.difference),
        }


@dataclass(slots=True)
class Report:
    """The outcomes of a run, the posts whose document is gone, and hints about posts that were written by hand."""

    outcomes: list[Outcome] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)

    def of(self, result: Result) -> tuple[Outcome, ...]:
        """Return the outcomes with one result."""
        return tuple(outcome for outcome in self.outcomes if outcome.result is result)

    @property
    def problems(self) -> tuple[Outcome, ...]:
        """The documents that gave no post: what ``--strict`` counts."""
        return self.of(Result.REFUSED)

    def lines(self) -> Iterator[str]:
        """Yield the report: what needs an editor, what was done where it is little, then one line of counts."""
        yield from self.needs_an_editor()
        news = [outcome for outcome in self.outcomes if outcome.is_news and outcome.result not in _TOLD]
        yield from map(str, news if len(news) <= _FEW else ())
        yield self.summary()

    def needs_an_editor(self) -> Iterator[str]:
        """Yield what an editor should know or do."""
        for outcome in self.outcomes:
            if outcome.result in _TOLD:
                yield str(outcome)
        for outcome in self.outcomes:
            if outcome.untitled:
                yield (
                    f"needs a title: {outcome.document} → {outcome.post}: the page has no headline, so the post is a"
                    f" draft; write one behind “title:” and take out “status: draft”"
                )
        doubted = [outcome for outcome in self.outcomes if outcome.doubts]
        for outcome in doubted:
            for doubt in outcome.doubts if outcome.is_news or len(doubted) <= _FEW else ():
                yield f"look at: {outcome.document} → {outcome.post}: {doubt}"
        if self.gone:
            more = f" and {len(self.gone) - _NAMED} more" if len(self.gone) > _NAMED else ""
            yield f"without a document here, and left as they are: {', '.join(self.gone[:_NAMED])}{more}"
        yield from self.hints

    def summary(self) -> str:
        """Return the counts of each result in one line."""
        counts = Counter(outcome.result for outcome in self.outcomes)
        told = [f"{counts[result]} {result}" for result in Result if counts[result]]
        doubted = sum(bool(outcome.doubts) for outcome in self.outcomes)
        told += [f"{doubted} with something to look at"] if doubted else []
        return f"Documents: {', '.join(told)}" if told else "Documents: none"

    def data(self) -> dict[str, Any]:
        """Return the report as JSON has it."""
        counts = Counter(outcome.result for outcome in self.outcomes)
        return {
            "format": FORMAT,
            "counts": {result.name.lower(): counts[result] for result in Result},
            "documents": [outcome.data() for outcome in self.outcomes],
            "posts_without_document": list(self.gone),
            "hints": list(self.hints),
        }
