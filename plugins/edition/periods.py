"""Days, months and years: the stories by their date, newest first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from edition.row import Row

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Day:
    """An edition: the stories of one day, at least one."""

    date: datetime.date
    rows: tuple[Row, ...]

    @property
    def lead(self) -> Row:
        """The story with most articles."""
        return self.rows[0]

    @property
    def rest(self) -> tuple[Row, ...]:
        """The stories below the lead."""
        return self.rows[1:]

    @property
    def path(self) -> str:
        """Where the day's page is, from the site's root."""
        return f"{self.date.year:04}/{self.date.month:02}/{self.date.day:02}/"


@dataclass(frozen=True, slots=True)
class Month:
    """The days of one month that have stories, newest first."""

    first: datetime.date  # the first day of the month, with or without stories
    days: tuple[Day, ...]

    @property
    def year(self) -> int:
        """The year."""
        return self.first.year

    @property
    def number(self) -> int:
        """The month's number, from 1."""
        return self.first.month

    @property
    def count(self) -> int:
        """How many stories the month has."""
        return sum(len(day.rows) for day in self.days)

    @property
    def path(self) -> str:
        """Where the month's page is, from the site's root."""
        return f"{self.year:04}/{self.number:02}/"


@dataclass(frozen=True, slots=True)
class Year:
    """The months of one year that have stories, newest first."""

    year: int
    months: tuple[Month, ...]

    @property
    def count(self) -> int:
        """How many stories the year has."""
        return sum(month.count for month in self.months)

    @property
    def path(self) -> str:
        """Where the year's page is, from the site's root."""
        return f"{self.year:04}/"


def by_day(rows: Iterable[Row]) -> tuple[Day, ...]:
    """Return the days of ``rows``, which are in order, newest first."""
    return tuple(Day(date, tuple(group)) for date, group in groupby(rows, lambda row: row.date))


def by_month(days: Iterable[Day]) -> tuple[Month, ...]:
    """Return the months of days, newest first."""
    return tuple(Month(first, tuple(group)) for first, group in groupby(days, lambda day: day.date.replace(day=1)))


def by_year(months: Iterable[Month]) -> tuple[Year, ...]:
    """Return the years of months, newest first."""
    return tuple(Year(year, tuple(group)) for year, group in groupby(months, lambda month: month.year))


def with_neighbours(periods: Sequence[T]) -> Iterator[tuple[T, T | None, T | None]]:
    """Yield each of ``periods``, newest first, with the one before it in time and the one after it."""
    for place, period in enumerate(periods):
        before = periods[place + 1] if place + 1 < len(periods) else None
        after = periods[place - 1] if place else None
        yield period, before, after
