"""The published stories as listings ask for them: by what they belong to, in the order in which they stand everywhere.

A story belongs to its day, its month and each of its topics. What is asked for is bounded: some rows, or how many there
are; so a listing can be made from an index as well as from rows in memory, without all stories being read.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from edition.row import Row, in_order

Kind = Literal["day", "month", "topic"]


@dataclass(frozen=True, slots=True)
class Membership:
    """That a story belongs to something: a day ``2026-06-02``, a month ``2026-06``, or a topic, by its slug.

    ``name`` is what the story calls it.
    """

    kind: Kind
    key: str
    name: str


class Archive(Protocol):
    """All published stories."""

    def newest(self, first: int = 0, most: int | None = None) -> tuple[Row, ...]:
        """Return at most ``most`` stories from number ``first``, newest first."""

    def rows(self, kind: Kind, key: str, first: int = 0, most: int | None = None) -> tuple[Row, ...]:
        """Return at most ``most`` of the stories that belong to something, from number ``first``, newest first."""

    def counts(self, kind: Kind) -> dict[str, int]:
        """Return how many stories belong to each that there is of a kind, by its key, in the order of the keys."""

    def name(self, kind: Kind, key: str) -> str:
        """Return what the oldest story calls what it belongs to, so that a new story does not rename it."""

    def added(self, since: datetime.datetime, before: datetime.date) -> Iterator[Row]:
        """Yield the stories of days before one that were added at a moment or later: the last added first."""


def memberships(row: Row) -> Iterator[Membership]:
    """Yield all that a story belongs to."""
    day = row.date.isoformat()
    yield Membership("day", day, day)
    yield Membership("month", day[:7], day[:7])
    for topic in row.topics:
        yield Membership("topic", topic.slug, topic.name)


class RowsInMemory:
    """An :class:`Archive` of rows."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = in_order(rows)
        self._belong: dict[Kind, dict[str, list[Row]]] = defaultdict(dict)
        self._names: dict[tuple[Kind, str], str] = {}
        for row in self._rows:
            for one in memberships(row):
                self._belong[one.kind].setdefault(one.key, []).append(row)
                self._names[one.kind, one.key] = one.name

    def newest(self, first: int = 0, most: int | None = None) -> tuple[Row, ...]:
        """Return as :class:`Archive` says."""
        return self._rows[first : None if most is None else first + most]

    def rows(self, kind: Kind, key: str, first: int = 0, most: int | None = None) -> tuple[Row, ...]:
        """Return as :class:`Archive` says."""
        return tuple(self._belong[kind].get(key, ())[first : None if most is None else first + most])

    def counts(self, kind: Kind) -> dict[str, int]:
        """Return as :class:`Archive` says."""
        return {key: len(rows) for key, rows in sorted(self._belong[kind].items())}

    def name(self, kind: Kind, key: str) -> str:
        """Return as :class:`Archive` says."""
        return self._names[kind, key]

    def added(self, since: datetime.datetime, before: datetime.date) -> Iterator[Row]:
        """Yield as :class:`Archive` says."""
        found = [row for row in self._rows if row.date < before and row.added >= since]
        yield from sorted(found, key=lambda row: row.added, reverse=True)  # stable: as usual where added at one moment
