"""The dateline that a report begins with: its place, and the agency and the day where it names them.

"WASHINGTON (CNN) — ", "BERLIN, June 2 (Reuters) - ", "DENVER, June 2, 2026 /PRNewswire/ -- ", "Berlin (dpa) - ".
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from briefing.facts.dates import find_dates
from briefing.kinds.article.words import AGENCIES

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_IN_CAPITALS = rf"(?:{_CAPITAL}|[.’']|-(?={_CAPITAL})){{1,20}}"  # noqa: RUF001
_CAPITALS = rf"{_CAPITAL}{_IN_CAPITALS}(?:[ /]{_IN_CAPITALS}){{0,4}}"
_WORDS = rf"{_CAPITAL}[\w.’'-]{{1,20}}(?: {_CAPITAL}[\w.’'-]{{1,20}}){{0,3}}"  # noqa: RUF001
_MONTH_AND_DAY = r"(?:[^\W\d]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}\.? [^\W\d]{3,9}\.?)(?:,? \d{4})?"
_REGION = rf"(?:, (?!{_MONTH_AND_DAY}){_CAPITAL}[\w.’'-]{{0,20}}(?: {_CAPITAL}[\w.’'-]{{0,20}}){{0,2}}){{0,2}}"  # noqa: RUF001
_DASH = r"\s*(?:—|–|--|\.-|\s-|:)\s*"  # noqa: RUF001 - the marks that texts use
_AGENCY = r"\((?P<agency>[^()]{2,40})\)"
_WIRE = r"/\s*[A-Z][\w\s.-]{2,30}\s*/"
_DAY = rf"(?:,? (?P<day>{_MONTH_AND_DAY}))?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<place>{_CAPITALS}{_REGION}){_DAY}\s*{_AGENCY}{_DASH}",
        rf"(?P<place>{_WORDS}{_REGION}),? (?:\w+, )?(?P<day>{_MONTH_AND_DAY}) {_WIRE}{_DASH}",
        rf"(?P<place>{_CAPITALS}{_REGION}){_DASH}\((?:BUSINESS WIRE|GLOBE ?NEWSWIRE|PRNewswire)\){_DASH}",
        rf"(?P<place>{_CAPITALS}{_REGION}) {_WIRE} (?P<day>{_MONTH_AND_DAY}) /",
        rf"(?P<place>{_WORDS}{_REGION}){_DAY}\s*{_AGENCY}{_DASH}",
        rf"(?P<place>{_CAPITALS}{_REGION}){_DAY}\s*(?:—|–|--|\s-)\s*(?=[\"“‘«„]?(?:{_CAPITAL}|\d))",  # noqa: RUF001
    )
)
_SHORTEST = 3  # characters of a place
_LONGEST = 160  # characters, of a text's beginning that can be a dateline
# What stands in capitals before a dash and is no place.
_NO_PLACES = frozenset(
    """
    ADVERTISEMENT ALERT ANALYSIS BREAKING COMMENT COMMENTARY CORRECTED CORRECTION EDITORIAL EXCLUSIVE EXPLAINER
    FACTBOX FEATURE INTERVIEW LIVE NEWS NOTE OPINION PHOTOS PODCAST Q&A QUOTE REVIEW SOURCE SPOILER SUMMARY UPDATE
    UPDATED VIDEO WARNING WATCH
    """.split()  # noqa: SIM905 - a vocabulary is read as text
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's place as it writes it, the agency in it, and its day if that has a year."""

    place: str
    agency: str | None
    day: datetime.date | None


def read_dateline(text: str) -> Dateline | None:
    """Return the dateline that a paragraph begins with, None where it has none."""
    begin = text[:_LONGEST]
    for form in _FORMS:
        match = form.match(begin)
        if match is None:
            continue
        found = match.groupdict()
        agency, day = found.get("agency"), found.get("day")
        place = match["place"]
        if agency and agency.casefold() not in AGENCIES and not place.isupper():
            continue
        if place.split()[0] in _NO_PLACES or len(place) < _SHORTEST:
            return None
        dates = find_dates(day) if day else ()
        return Dateline(place, agency if agency and _is_agency(agency) else None, dates[0].date if dates else None)
    return None


def _is_agency(name: str) -> bool:
    return name.casefold() in AGENCIES
