"""Dates with day, month and year, as English texts write them.

A date without its year is left alone: the year would be a guess.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_MONTHS = {month[:3].lower(): number for number, month in enumerate(_MONTHS, 1)}

_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(month[:3] for month in _MONTHS)}|Sept)\.?)"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? )?"
_FORMS = tuple(
    re.compile(rf"\b{form}(?!\d)")
    for form in (
        rf"{_WEEKDAY}(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH}),? (?P<year>\d{{4}})",
    )
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its words, the day they mean, and whether the weekday written with it is that day's."""

    text: str
    date: datetime.date
    weekday_agrees: bool


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the dates in ``text``, in its order; impossible ones ("June 31, 2026") are none."""
    found: dict[int, FoundDate] = {}
    for form in _FORMS:
        for match in form.finditer(text):
            day = _day(match)
            if day is not None:
                weekday = match["weekday"]
                agrees = weekday is None or weekday == WEEKDAYS[day.weekday()]
                found.setdefault(match.start(), FoundDate(match[0], day, agrees))
    return tuple(found[start] for start in sorted(found))


def find_other_weekday(text: str, day: datetime.date) -> str | None:
    """Return the words in which ``text`` writes a day with a weekday that is not that day's; None where it does not."""
    return next((found.text for found in find_dates(text) if found.date == day and not found.weekday_agrees), None)


def _day(match: re.Match[str]) -> datetime.date | None:
    month = _SHORT_MONTHS[match["month"][:3].lower()]
    try:
        return datetime.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
