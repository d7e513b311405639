"""The facts in a story's passages, with the lines that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.facts.dates import find_dates
from briefing.facts.figures import find_figures
from briefing.facts.people import find_people
from briefing.facts.quotes import find_quotes
from briefing.story import Figure, Lines, Origin, Passage, Person, Quote, WrittenDate

_LONGEST_TEXT = 20_000  # characters; no summary has a longer paragraph, and what is not searched is not stated


def quotes(passages: Sequence[Passage], origin: Origin = Origin.SUMMARY) -> tuple[Quote, ...]:
    """Return the quotations; ``origin`` is whose words the passages are."""
    return tuple(
        Quote(found.text, found.speaker, found.role, origin, lines)
        for text, lines in _texts(passages)
        for found in find_quotes(text)
    )


def people(passages: Sequence[Passage], origin: Origin = Origin.SUMMARY) -> tuple[Person, ...]:
    """Return the people with roles, each where they are first named."""
    people: dict[tuple[str, str], Person] = {}
    for text, lines in _texts(passages):
        for found in find_people(text):
            people.setdefault((found.name, found.role), Person(found.name, found.role, origin, lines))
    return tuple(people.values())


def dates(passages: Sequence[Passage]) -> tuple[WrittenDate, ...]:
    """Return the dates with their year."""
    return tuple(
        WrittenDate(found.text, found.date, lines) for text, lines in _texts(passages) for found in find_dates(text)
    )


def figures(passages: Sequence[Passage]) -> tuple[Figure, ...]:
    """Return the sums of money and the shares."""
    return tuple(Figure(found, lines) for text, lines in _texts(passages) for found in find_figures(text))


def _texts(passages: Sequence[Passage]) -> Iterator[tuple[str, Lines | None]]:
    return (
        (passage.text, passage.lines) for passage in passages if passage.text and len(passage.text) <= _LONGEST_TEXT
    )
