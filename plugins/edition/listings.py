"""The pages that list stories: which there are, from which template each is made, and what it shows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from edition.archive import Archive
from edition.checks import SettingsError
from edition.front import HEADLINES, make_front
from edition.periods import Calendar, beside
from edition.topics import Topic, TopicPage, all_topics, pages_of

NOT_FOUND = "404.html"
_PAGE_SIZE = 50  # stories on an older page of a topic, where STORIES_PER_PAGE does not say


@dataclass(frozen=True, slots=True)
class Listing:
    """A page: its file below the output folder, its template's name, and the values of the template's variables."""

    file: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)


class Listings:
    """Makes the pages that list the stories of an archive, each by itself."""

    def __init__(self, archive: Archive, page_size: int) -> None:
        """Take an archive, which stays as it is, and how many stories an older page of a topic has."""
        self._archive = archive
        self._page_size = page_size

    @cached_property
    def calendar(self) -> Calendar:
        """The days, months and years that have stories."""
        return Calendar(self._archive)

    @cached_property
    def topic_slugs(self) -> dict[str, int]:
        """The slugs of all topics, with how many stories each has."""
        return self._archive.counts("topic")

    def all(self) -> Iterator[Listing]:
        """Yield all pages."""
        yield self.front()
        yield from map(self.day, self.calendar.days)
        yield from (self.month(month.first) for month in self.calendar.months)
        yield from (self.year(year.year) for year in self.calendar.years)
        yield self.topics()
        for slug in self.topic_slugs:
            yield from (page() for page in self.topic(slug).values())
        yield self.archive()
        yield self.not_found()

    def has(self, kind: str, key: str) -> bool:
        """Whether a day ``2026-06-02``, a month ``2026-06`` or a year ``2026`` has stories."""
        if kind == "day":
            return datetime.date.fromisoformat(key) in self.calendar.days
        if kind == "month":
            return any(month.first.isoformat()[:7] == key for month in self.calendar.months)
        return any(year.year == int(key) for year in self.calendar.years)

    def front(self) -> Listing:
        """Return the front page."""
        front = make_front(self._archive, self.calendar)
        shown = {"edition": front.edition, "earlier": front.earlier, "later_added": front.later_added}
        return Listing("index.html", "front", {**shown, "headlines": HEADLINES})

    def day(self, date: datetime.date) -> Listing:
        """Return the page of a day that has stories."""
        before, after = beside(self.calendar.days, date)
        return Listing(day_file(date), "day", {"day": self.calendar.day(date), "before": before, "after": after})

    def month(self, first: datetime.date) -> Listing:
        """Return the page of a month that has stories, by its first day."""
        before, after = beside([month.first for month in self.calendar.months], first)
        values = {"month": self.calendar.month(first), "before": before, "after": after}
        return Listing(month_file(first), "month", values)

    def year(self, number: int) -> Listing:
        """Return the page of a year that has stories."""
        years = [year.year for year in self.calendar.years]
        before, after = beside(years, number)
        values = {"year": self.calendar.years[years.index(number)], "before": before, "after": after}
        return Listing(year_file(number), "year", values)

    def topics(self) -> Listing:
        """Return the page of all topics."""
        return Listing("topics/index.html", "topics", {"topics": all_topics(self._archive)})

    def topic(self, slug: str) -> dict[str, Callable[[], Listing]]:
        """Return what makes the pages of a topic that has stories, by the pages' files, newest first."""
        topic = Topic(self._archive.name("topic", slug), slug, self.topic_slugs[slug])
        pages = pages_of(topic, self._page_size)

        def maker(page: TopicPage) -> Callable[[], Listing]:
            return lambda: self._topic_page(topic, page, pages)

        return {f"{page.path}index.html": maker(page) for page in pages}

    def _topic_page(self, topic: Topic, page: TopicPage, pages: tuple[TopicPage, ...]) -> Listing:
        # An older page is given nothing that a newer story would change.
        rows = page.rows(self._archive, topic)
        values = {"topic": topic, "rows": rows, "page": page, "pages": pages if page.newest else ()}
        return Listing(f"{page.path}index.html", "topic", values)

    def archive(self) -> Listing:
        """Return the page that leads to all days."""
        return Listing("archive/index.html", "archive", {"years": self.calendar.years})

    @staticmethod
    def not_found() -> Listing:
        """Return the page for addresses where there is none."""
        return Listing(NOT_FOUND, "404")


def page_size(settings: Mapping[str, Any]) -> int:
    """Return how many stories an older page of a topic has: the setting ``STORIES_PER_PAGE``.

    :raises SettingsError: if it is no page size
    """
    size = settings.get("STORIES_PER_PAGE", _PAGE_SIZE)
    if not isinstance(size, int) or size < 1:
        raise SettingsError([f"STORIES_PER_PAGE: expected a number from 1, found {size!r}"])
    return size


def day_file(date: datetime.date) -> str:
    """Return the file of a day's page."""
    return f"{date.year:04}/{date.month:02}/{date.day:02}/index.html"


def month_file(first: datetime.date) -> str:
    """Return the file of a month's page."""
    return f"{first.year:04}/{first.month:02}/index.html"


def year_file(year: int) -> str:
    """Return the file of a year's page."""
    return f"{year:04}/index.html"
