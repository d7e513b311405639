"""Days, months and years: the stories by their date, newest first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from edition.archive import Archive
from edition.editions import Editions
from edition.row import Row

HEADLINES = 3  # of each day on its month's page

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Day:
    """An edition: the stories of one day, at least one. ``rows`` are all of its ``count``, or the first of them.

    ``further`` are those that an editor left out, ``intro`` is an editor's introduction, HTML.
    """

    date: datetime.date
    count: int
    rows: tuple[Row, ...]
    further: tuple[Row, ...] = ()
    intro: str = ""

    @property
    def lead(self) -> Row:
        """The story that an editor chose, else that with most articles."""
        return self.rows[0]

    @property
    def rest(self) -> tuple[Row, ...]:
        """The stories below the lead."""
        return self.rows[1:]


@dataclass(frozen=True, slots=True)
class Month:
    """A month that has stories; ``days`` are those that have some, newest first, where they are shown."""

    first: datetime.date  # the first day of the month, with or without stories
    count: int
    days: tuple[Day, ...] = ()

    @property
    def year(self) -> int:
        """The year."""
        return self.first.year

    @property
    def number(self) -> int:
        """The month's number, from 1."""
        return self.first.month


@dataclass(frozen=True, slots=True)
class Year:
    """The months of one year that have stories, newest first."""

    year: int
    months: tuple[Month, ...]

    @property
    def count(self) -> int:
        """How many stories the year has."""
        return sum(month.count for month in self.months)


class Calendar:
    """Which days, months and years of an archive have stories, each newest first, and how many."""

    def __init__(self, archive: Archive, editions: Editions | None = None) -> None:
        self._archive = archive
        self._editions = editions or Editions(None)
        self._counts = archive.counts("day")
        self.days = tuple(datetime.date.fromisoformat(day) for day in reversed(self._counts))
        months = groupby(self.days, lambda day: day.replace(day=1))
        self.months = tuple(Month(first, sum(self._counts[day.isoformat()] for day in days)) for first, days in months)
        self.years = tuple(Year(year, tuple(months)) for year, months in groupby(self.months, lambda one: one.year))

    def has_day(self, key: str) -> bool:
        """Whether a day, ``2026-06-02``, has stories."""
        return key in self._counts

    def day(self, date: datetime.date, most: int | None = None) -> Day:
        """Return a day with its stories as an editor arranged them, or at most the first ``most`` of them."""
        edition = self._editions.of(date)
        if edition is None:
            return self._usual_day(date, most)
        rows, left = edition.arrange(self._archive.rows("day", date.isoformat()))
        if not rows:  # all are left out
            rows, left = left, ()
        return Day(date, self._counts[date.isoformat()], rows[:most], left, _rendered(edition.intro))

    def _usual_day(self, date: datetime.date, most: int | None = None) -> Day:
        key = date.isoformat()
        return Day(date, self._counts[key], self._archive.rows("day", key, most=most))

    def month(self, first: datetime.date) -> Month:
        """Return a month with its days, and the first stories of each."""
        days = [self._usual_day(date, HEADLINES) for date in self.days if date.replace(day=1) == first]
        return Month(first, sum(day.count for day in days), tuple(days))


def beside(periods: Sequence[T], period: T) -> tuple[T | None, T | None]:
    """Return the one before a period in time, and the one after it.

    :param periods: newest first
    """
    place = periods.index(period)
    before = periods[place + 1] if place + 1 < len(periods) else None
    return before, periods[place - 1] if place else None


def _rendered(markdown: str) -> str:
    """Return an editor's Markdown as HTML; HTML in it stays, as in posts."""
    if not markdown:
        return ""
    from briefing.rendering import MarkdownRenderer  # noqa: PLC0415 - takes long to import, and few days have any

    return MarkdownRenderer(()).render(markdown)
