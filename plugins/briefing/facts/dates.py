"""Dates with day, month and year, as texts write them: in words in many languages, or in figures.

A date without its year is left alone: the year would be a guess. So is one in figures with strokes ("3/4/2026"):
which of them is the day depends on the country. Figures that begin with the year go on with the month; with full stops,
others begin with the day wherever they are in use.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_MONTHS = {month[:3].lower(): number for number, month in enumerate(_MONTHS, 1)}
# The months as other languages write them within a date: German, French, Spanish, Italian, Portuguese, Dutch, the
# Scandinavian ones, Polish, Russian, Turkish. None of these words means different months in two of them.
_OTHER_MONTHS = {
    month: number
    for number, months in enumerate(
        (
            "januar jänner janvier enero gennaio janeiro januari stycznia января ocak",
            "februar feber février fevrier febrero febbraio fevereiro februari lutego февраля şubat",
            "märz mars marzo março maart marts marca марта mart",
            "april avril abril aprile kwietnia апреля nisan",
            "mai mayo maggio maio mei maj maja мая mayıs",  # noqa: RUF001
            "juni juin junio giugno junho czerwca июня haziran",
            "juli juillet julio luglio julho lipca июля temmuz",
            "august août aout agosto augustus augusti sierpnia августа ağustos",
            "september septembre septiembre setiembre settembre setembro września сентября eylül",
            "oktober octobre octubre ottobre outubro października октября ekim",
            "november novembre noviembre novembro listopada ноября kasım",  # noqa: RUF001
            "dezember décembre decembre diciembre dicembre dezembro december desember grudnia декабря aralık",  # noqa: RUF001
        ),
        1,
    )
    for month in months.split()
}

_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(month[:3] for month in _MONTHS)}|Sept)\.?)"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? )?"
_NOT_IN_A_RANGE = r"(?<!\d[-–‑])"  # noqa: RUF001 - "9-23 February 2026" is no day
_DAY = r"(?P<day>\d{1,2})"
# What may not stand before a day is looked at once there is a digit, of which there are few.
_BARE_DAY = r"(?P<day>\d(?<![\w.]\d)(?<!\d[-–‑]\d)\d?)"  # noqa: RUF001
_YEAR = "(?P<year>[1-9][0-9]{3})"  # years before 1000 are written with fewer digits
# Each form has beside it a part that is told sooner: where that is not, the form is not either.
_SHORT_MONTH = "|".join(month[:3] for month in _MONTHS)
_ENGLISH_FORMS = (
    (rf"(?:{_SHORT_MONTH})[a-z]*\.? \d", rf"\b{_WEEKDAY}(?P<month>{_MONTH}) {_DAY}(?:st|nd|rd|th)?,? {_YEAR}(?!\d)"),
    (
        rf"\d(?:st|nd|rd|th)? (?:{_SHORT_MONTH})",
        rf"\b{_NOT_IN_A_RANGE}{_WEEKDAY}{_DAY}(?:st|nd|rd|th)? (?P<month>{_MONTH}),? {_YEAR}(?!\d)",
    ),
)
# Each begins with a digit, and tells then what may not stand before: there are few digits to try it at.
_OTHER_FORMS = (
    (
        r"(?i)\d(?:\.|er|º)? [^\W\d]",
        rf"(?i){_BARE_DAY}(?:\.|er|º)? (?:de |d['’])?(?P<month>{'|'.join(_OTHER_MONTHS)})(?: de)? {_YEAR}(?!\d)",  # noqa: RUF001
    ),
    (r"\d\. ?\d", rf"{_BARE_DAY}\. ?(?P<month>\d{{1,2}})\. ?{_YEAR}(?!\.\d)(?!\d)"),
    (
        r"\d[-./]\d",
        r"(?P<year>[1-9](?<![\w./-]\d)[0-9]{3})(?P<sign>[-./])(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?![-./]\d)(?!\d)",
    ),
    (
        "[年년]",
        r"(?P<year>[1-9](?<!\d\d)[0-9]{3}) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일](?!\d)",
    ),
)
_ENGLISH, _OTHER = (
    tuple((re.compile(part), re.compile(form)) for part, form in forms) for forms in (_ENGLISH_FORMS, _OTHER_FORMS)
)
# Dates are looked for around years alone, which few sentences have.
_A_YEAR = re.compile(r"[1-9](?<!\d\d)[0-9]{3}(?!\d)")
_BEFORE = 45  # characters: the longest is "Wednesday, September 30th, "
_AFTER = 16
# A month has one of these in all English forms, and no more before it than that.
_ENGLISH_MONTH = re.compile(_SHORT_MONTH)
_BEFORE_MONTH = len("Wednesday, 30th ")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its words, the day they mean, and whether the weekday written with it is that day's."""

    text: str
    date: datetime.date
    weekday_agrees: bool


# A date is looked for where it is read, where it is checked, and where it is doubted.
@functools.lru_cache(maxsize=1024)
def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the dates in ``text``, in its order; impossible ones ("June 31, 2026") are none."""
    found: dict[int, FoundDate] = {}
    for year in _A_YEAR.finditer(text):
        for match in _around(text, year):
            day = _day(match)
            if day is not None:
                weekday = match.groupdict().get("weekday")
                agrees = weekday is None or weekday == WEEKDAYS[day.weekday()]
                found.setdefault(match.start(), FoundDate(match[0], day, agrees))
    return tuple([found[start] for start in sorted(found)])


def _around(text: str, year: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield what can be a date around a year."""
    start, end = max(0, year.start() - _BEFORE), year.end() + _AFTER
    month = _ENGLISH_MONTH.search(text, start, end)
    earliest = max(start, month.start() - _BEFORE_MONTH) if month else start
    for part, form in _ENGLISH if month else ():
        if part.search(text, earliest, end):
            yield from form.finditer(text, earliest, end)
    for part, form in _OTHER:
        if part.search(text, start, end):
            yield from form.finditer(text, start, end)


def find_other_weekday(text: str, day: datetime.date) -> str | None:
    """Return the words in which ``text`` writes a day with a weekday that is not that day's; None where it does not."""
    return next((found.text for found in find_dates(text) if found.date == day and not found.weekday_agrees), None)


def _day(match: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(int(match["year"]), _month(match["month"].lower()), int(match["day"]))
    except ValueError:
        return None


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return _OTHER_MONTHS.get(text) or _SHORT_MONTHS[text[:3]]
