"""The pages that list stories: which there are, from which template each is made, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from edition.front import HEADLINES, make_front
from edition.periods import Day, Month, Year, by_day, by_month, by_year, with_neighbours
from edition.row import Row
from edition.topics import Topic, by_topic, pages_of


@dataclass(frozen=True, slots=True)
class Listing:
    """A page: its file below the output folder, its template's name, and the values of the template's variables."""

    file: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)


def listings(rows: Sequence[Row], page_size: int) -> Iterator[Listing]:
    """Yield all pages that list stories.

    :param rows: the published stories, in order
    :param page_size: how many stories an older page of a topic has
    """
    days = by_day(rows)
    months = by_month(days)
    years = by_year(months)
    front = make_front(days)
    yield Listing(
        "index.html",
        "front",
        {
            "edition": front.edition,
            "earlier": front.earlier,
            "later_added": front.later_added,
            "headlines": HEADLINES,
        },
    )
    yield from _days(days)
    yield from _months(months)
    yield from _years(years)
    yield from _topics(by_topic(rows), page_size)
    yield Listing("archive/index.html", "archive", {"years": years})
    yield Listing("404.html", "404")


def _days(days: Sequence[Day]) -> Iterator[Listing]:
    for day, before, after in with_neighbours(days):
        values = {"day": day, "before": before and before.date, "after": after and after.date}
        yield Listing(f"{day.path}index.html", "day", values)


def _months(months: Sequence[Month]) -> Iterator[Listing]:
    for month, before, after in with_neighbours(months):
        values = {"month": month, "before": before and before.first, "after": after and after.first}
        yield Listing(f"{month.path}index.html", "month", values)


def _years(years: Sequence[Year]) -> Iterator[Listing]:
    for year, before, after in with_neighbours(years):
        values = {"year": year, "before": before and before.year, "after": after and after.year}
        yield Listing(f"{year.path}index.html", "year", values)


def _topics(topics: Sequence[Topic], page_size: int) -> Iterator[Listing]:
    yield Listing("topics/index.html", "topics", {"topics": topics})
    for topic in topics:
        pages = pages_of(topic, page_size)
        for page in pages:
            # An older page is given nothing that a newer story would change.
            values = {"topic": topic, "rows": page.rows, "page": page, "pages": pages if page.newest else ()}
            yield Listing(f"{page.path}index.html", "topic", values)
