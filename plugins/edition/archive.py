"""The published stories as listings ask for them: by what they belong to, in the order in which they stand everywhere.

A story belongs to its day, its month, each of its topics, and what :mod:`edition.belonging` tells. What is asked for is
bounded: some stories, or how many there are; so a listing can be made from an index as well as from memory, without all
stories being read.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from edition.row import Row

Kind = Literal["day", "month", "topic", "outlet", "place", "blindspot", "correction"]


@dataclass(frozen=True, slots=True)
class Membership:
    """That a story belongs to something: a day ``2026-06-02``, a month ``2026-06``, or a topic, by its slug.

    ``name`` is what the story calls it. ``detail`` is how it does, of the kinds of :mod:`edition.belonging`.
    """

    kind: Kind
    key: str
    name: str
    detail: Any = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A published story: its row, and what ``further`` things it belongs to than the row tells."""

    row: Row
    further: tuple[Membership, ...] = ()

    @property
    def memberships(self) -> tuple[Membership, ...]:
        """All that the story belongs to."""
        return (*_memberships(self.row), *self.further)


@dataclass(frozen=True, slots=True)
class Listed:
    """A story in the list of something that it belongs to, and how it does."""

    row: Row
    detail: Any


@dataclass(frozen=True, slots=True)
class Rating:
    """How pages rate an outlet: in their own ``word``, in how many stories, from which day to which."""

    word: str
    count: int
    first: datetime.date
    last: datetime.date


class Archive(Protocol):
    """All published stories."""

    def newest(self, first: int = 0, most: int | None = None) -> tuple[Row, ...]:
        """Return at most ``most`` stories from number ``first``, newest first."""

    def oldest(self, first: int, most: int) -> tuple[Row, ...]:
        """Return at most ``most`` stories from number ``first``, in the order in which they were added."""

    def total(self) -> int:
        """Return how many stories there are."""

    def rows(self, kind: Kind, key: str, first: int = 0, most: int | None = None) -> tuple[Row, ...]:
        """Return at most ``most`` of the stories that belong to something, from number ``first``, newest first."""

    def listed(self, kind: Kind, key: str, first: int = 0, most: int | None = None) -> tuple[Listed, ...]:
        """Return the same, with how each belongs to it."""

    def counts(self, kind: Kind) -> dict[str, int]:
        """Return how many stories belong to each that there is of a kind, by its key, in the order of the keys."""

    def count(self, kind: Kind, key: str) -> int:
        """Return how many stories belong to something."""

    def name(self, kind: Kind, key: str) -> str:
        """Return what the oldest story calls what it belongs to, so that a new story does not rename it."""

    def names(self, kind: Kind) -> Mapping[str, tuple[str, int]]:
        """Return the name of each that there is of a kind and how many stories belong to it, by its key, in order."""

    def ratings(self, outlet: str) -> tuple[Rating, ...]:
        """Return how pages rate an outlet, by its slug; the word of most stories first."""

    def firsts(self, outlet: str) -> int:
        """Return how many stories an outlet, by its slug, reported first."""

    def added(self, since: datetime.datetime, before: datetime.date) -> Iterator[Row]:
        """Yield the stories of days before one that were added at a moment or later: the last added first."""


def _memberships(row: Row) -> Iterator[Membership]:
    """Yield what a row tells that its story belongs to."""
    day = row.date.isoformat()
    yield Membership("day", day, day)
    yield Membership("month", day[:7], day[:7])
    for topic in row.topics:
        yield Membership("topic", topic.slug, topic.name)


class ArchiveInMemory:
    """An :class:`Archive` of entries."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        in_order = sorted(entries, key=lambda entry: entry.row.place)
        self._rows = tuple(entry.row for entry in in_order)
        self._belong: dict[Kind, dict[str, list[Listed]]] = defaultdict(dict)
        self._names: dict[tuple[Kind, str], str] = {}
        for entry in in_order:
            for one in entry.memberships:
                self._belong[one.kind].setdefault(one.key, []).append(Listed(entry.row, one.detail))
                self._names[one.kind, one.key] = one.name

    def newest(self, first: int = 0, most: int | None = None) -> tuple[Row, ...]:
        """Return as :class:`Archive` says."""
        return self._rows[first : None if most is None else first + most]

    def oldest(self, first: int, most: int) -> tuple[Row, ...]:
        """Return as :class:`Archive` says."""
        return tuple(sorted(self._rows, key=lambda row: (row.fresh, row.id))[first : first + most])

    def total(self) -> int:
        """Return as :class:`Archive` says."""
        return len(self._rows)

    def rows(self, kind: Kind, key: str, first: int = 0, most: int | None = None) -> tuple[Row, ...]:
        """Return as :class:`Archive` says."""
        return tuple(one.row for one in self.listed(kind, key, first, most))

    def listed(self, kind: Kind, key: str, first: int = 0, most: int | None = None) -> tuple[Listed, ...]:
        """Return as :class:`Archive` says."""
        return tuple(self._belong[kind].get(key, ())[first : None if most is None else first + most])

    def counts(self, kind: Kind) -> dict[str, int]:
        """Return as :class:`Archive` says."""
        return {key: len(rows) for key, rows in sorted(self._belong[kind].items())}

    def count(self, kind: Kind, key: str) -> int:
        """Return as :class:`Archive` says."""
        return len(self._belong[kind].get(key, ()))

    def name(self, kind: Kind, key: str) -> str:
        """Return as :class:`Archive` says."""
        return self._names[kind, key]

    def names(self, kind: Kind) -> Mapping[str, tuple[str, int]]:
        """Return as :class:`Archive` says."""
        return {key: (self._names[kind, key], count) for key, count in self.counts(kind).items()}

    def ratings(self, outlet: str) -> tuple[Rating, ...]:
        """Return as :class:`Archive` says."""
        days: dict[str, list[datetime.date]] = {}
        for one in self._belong["outlet"].get(outlet, ()):
            if one.detail.rating:
                days.setdefault(one.detail.rating, []).append(one.row.date)
        return ratings_in_order(Rating(word, len(found), min(found), max(found)) for word, found in days.items())

    def firsts(self, outlet: str) -> int:
        """Return as :class:`Archive` says."""
        return sum(one.detail.is_first for one in self._belong["outlet"].get(outlet, ()))

    def added(self, since: datetime.datetime, before: datetime.date) -> Iterator[Row]:
        """Yield as :class:`Archive` says."""
        found = [row for row in self._rows if row.date < before and row.added >= since]
        yield from sorted(found, key=lambda row: row.added, reverse=True)  # stable: as usual where added at one moment


def ratings_in_order(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    """Return ratings as pages show them: the word of most stories first."""
    return tuple(sorted(ratings, key=lambda rating: (-rating.count, rating.word)))
