"""Evidence numbered in the order in which a page shows its facts: a mark leads to its note, and the note leads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from briefing.leaning import SIDES
from briefing.story import Evidence, Field, Lines, Origin, Sides, State

IN_ORDER = (State.STATED, State.LOCKED, State.ABSENT)  # in which a page shows facts


@dataclass(frozen=True, slots=True)
class Mark:
    """A link from a fact to the note with its evidence; ``id`` is the mark's own, to come back to."""

    number: int
    id: str

    @property
    def target(self) -> str:
        """The id of the note."""
        return f"evidence-{self.number}"


@dataclass(frozen=True, slots=True)
class Fact:
    """A field with its name and mark. ``page`` is the page's own fact where an editor changed it."""

    key: str
    state: State
    value: Any
    origin: Origin | None
    mark: Mark | None
    page: Fact | None

    @property
    def part(self) -> str:
        """What of several facts it is, the last word of its name: ``left`` of ``bias_left``."""
        return self.key.rpartition("_")[2]

    @property
    def is_told(self) -> bool:
        """Whether the page says anything of it, or said it before an editor's change."""
        return self.state is not State.ABSENT or self.page is not None

    @property
    def is_edited(self) -> bool:
        """Whether an editor changed or added it."""
        return self.page is not None or self.origin is Origin.EDITOR


@dataclass(frozen=True, slots=True)
class SideFacts(Sides[Fact]):
    """The facts of the three sides, and those in each state, from left to right."""

    @property
    def in_order(self) -> tuple[Fact, Fact, Fact]:
        """All three, from left to right."""
        return (self.left, self.center, self.right)

    @property
    def are_told(self) -> bool:
        """Whether there is anything to tell of a side."""
        return self.left.is_told or self.center.is_told or self.right.is_told

    @property
    def stated(self) -> list[Fact]:
        """Those that have a value."""
        return self._of(State.STATED)

    @property
    def locked(self) -> list[Fact]:
        """Those that the page withholds."""
        return self._of(State.LOCKED)

    @property
    def absent(self) -> list[Fact]:
        """Those that the page does not state."""
        return self._of(State.ABSENT)

    def _of(self, state: State) -> list[Fact]:
        return [fact for fact in self.in_order if fact.state is state]


@dataclass(frozen=True, slots=True)
class Note:
    """The words that facts were read from, and the ids of the marks that lead here.

    ``save``: which of the earlier saves has the words, from 1, the newest of them first; None for the newest save.
    """

    number: int
    words: tuple[str, ...]
    lines: Lines
    marks: tuple[str, ...]
    save: int | None

    @property
    def id(self) -> str:
        """The id that marks lead to."""
        return f"evidence-{self.number}"


class Notes:
    """Numbers the evidence of a story's saves in the order in which it is asked for.

    :param are_shown: whether there is a saved page that evidence could be from
    """

    def __init__(self, *, are_shown: bool) -> None:
        self._are_shown = are_shown
        self._marks: dict[tuple[int | None, Evidence], tuple[int, list[str]]] = {}

    def of(self, save: int | None) -> NotesOfSave:
        """Return what marks the facts of one save; None for the newest."""
        return NotesOfSave(self, save)

    def mark(self, save: int | None, evidence: Evidence) -> Mark | None:
        """Return the next mark of evidence; None where nothing can be shown."""
        if not evidence.words or not self._are_shown:
            return None
        number, marks = self._marks.setdefault((save, evidence), (len(self._marks) + 1, []))
        mark = Mark(number, f"mark-{number}-{len(marks) + 1}" if marks else f"mark-{number}")
        marks.append(mark.id)
        return mark

    def __iter__(self) -> Iterator[Note]:
        """Yield the notes of all marks so far."""
        for (save, evidence), (number, marks) in self._marks.items():
            yield Note(number, evidence.words, evidence.lines, tuple(marks), save)


@dataclass(frozen=True, slots=True)
class NotesOfSave:
    """Makes facts of the fields of one save, with their marks."""

    notes: Notes
    save: int | None

    def fact(self, key: str, field: Field[Any], *, marked: bool = True) -> Fact:
        """Return a fact with its mark, and with the page's own fact where an editor changed it."""
        page = self.fact(key, field.page) if field.page else None
        mark = self.notes.mark(self.save, field.evidence) if marked and field.evidence else None
        return Fact(key, field.state, field.value, field.origin, mark, page)

    def facts(self, fields: Iterable[tuple[str, Field[Any]]]) -> tuple[Fact, ...]:
        """Return facts that stand side by side: neighbours read from the same words share the mark of the last."""
        fields = tuple(fields)
        read = [(key, field.evidence) for key, field in fields if field.evidence]
        shared = {key for (key, evidence), (_, following) in pairwise(read) if evidence == following}
        return tuple(self.fact(key, field, marked=key not in shared) for key, field in fields)

    def by_state(self, fields: Iterable[tuple[str, Field[Any]]]) -> tuple[Fact, ...]:
        """Return facts that stand side by side, first the stated ones, then the locked ones."""
        return self.facts(sorted(fields, key=lambda pair: IN_ORDER.index(pair[1].state)))

    def sides(self, key: str, sides: Sides[Field[Any]]) -> SideFacts:
        """Return the facts of the sides, numbered in their order."""
        return SideFacts(*self.facts((f"{key}_{side}", getattr(sides, side)) for side in SIDES))

    def sides_by_state(self, key: str, sides: Sides[Field[Any]]) -> SideFacts:
        """Return the facts of the sides, numbered as pages show them: first the stated ones, then the locked ones."""
        facts = {fact.part: fact for fact in self.by_state((f"{key}_{side}", getattr(sides, side)) for side in SIDES)}
        return SideFacts(*(facts[side] for side in SIDES))
