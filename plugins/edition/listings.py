"""The pages that list stories: which there are, from which template each is made, and what it shows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from briefing.settings import DEFAULTS
from edition.archive import Archive, Kind
from edition.belonging import Belonging
from edition.checks import SettingsError
from edition.corrections import corrections
from edition.editions import Editions
from edition.front import HEADLINES, make_front
from edition.periods import Calendar, beside
from edition.terms import ALL, FOLDERS, INDEXES, Term, TermPage, all_terms, pages_of

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

    def __init__(self, archive: Archive, settings: Mapping[str, Any]) -> None:
        """Take an archive, which stays as it is, and complete settings.

        :raises SettingsError: if ``STORIES_PER_PAGE`` is no page size
        """
        self._archive = archive
        self.page_size = page_size(settings)
        self._belonging = Belonging(settings)
        self._front_stories = settings.get("FRONT_STORIES", DEFAULTS["FRONT_STORIES"])
        self.editions = Editions(settings.get("EDITIONS_PATH"))
        self._has_data = bool(settings.get("DATA_FILES", True))
        self.kinds = tuple(self._kinds())

    def _kinds(self) -> Iterator[Kind]:
        """Yield the kinds of terms that have pages."""
        yield "topic"
        if self._belonging.has_outlets:
            yield "outlet"
        if self._belonging.has_places:
            yield "place"
        if self._belonging.rule:
            yield "blindspot"

    @cached_property
    def calendar(self) -> Calendar:
        """The days, months and years that have stories."""
        return Calendar(self._archive, self.editions)

    @cached_property
    def _counts(self) -> dict[Kind, dict[str, int]]:
        return {kind: self._archive.counts(kind) for kind in self.kinds}

    def slugs(self, kind: Kind) -> Mapping[str, int]:
        """Return the slugs of all terms of a kind that have pages, with how many stories each has."""
        if kind == "blindspot" and kind in self.kinds:  # there is a page even if there is none
            return {ALL: self._counts[kind].get(ALL, 0)}
        return self._counts.get(kind, {})

    def all(self) -> Iterator[Listing]:
        """Yield all pages."""
        yield self.front()
        yield from map(self.day, self.calendar.days)
        yield from (self.month(month.first) for month in self.calendar.months)
        yield from (self.year(year.year) for year in self.calendar.years)
        for kind in self.kinds:
            if kind in INDEXES:
                yield self.index(kind)
            for slug in self.slugs(kind):
                yield from (page() for page in self.term(kind, slug).values())
        yield self.corrections()
        yield self.archive()
        yield self.subscribe()
        if self._has_data:
            yield self.for_you()
        yield self.search()
        yield self.not_found()

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield file and template of all pages that list stories, none of which is made for that."""
        calendar = self.calendar
        yield "index.html", "front"
        yield from ((f"{name}/index.html", name) for name in ("archive", "corrections", "subscribe"))
        yield from ((f"{FOLDERS[kind]}index.html", INDEXES[kind]) for kind in self.kinds if kind in INDEXES)
        yield from ((year_file(year.year), "year") for year in calendar.years)
        yield from ((month_file(month.first), "month") for month in calendar.months)
        yield from ((day_file(date), "day") for date in calendar.days)
        for kind in self.kinds:
            for slug, count in self.slugs(kind).items():
                pages = pages_of(Term("", slug, count, kind), self.page_size)
                yield from ((f"{page.path}index.html", kind) for page in pages)

    def has_term(self, kind: Kind, slug: str) -> bool:
        """Whether a term has pages: :meth:`slugs` has it then."""
        return kind in self.kinds and ((kind == "blindspot" and slug == ALL) or self._archive.count(kind, slug) > 0)

    def has(self, kind: str, key: str) -> bool:
        """Whether a day ``2026-06-02``, a month ``2026-06`` or a year ``2026`` has stories."""
        if kind == "day":
            return self.calendar.has_day(key)
        if kind == "month":
            return any(month.first.isoformat()[:7] == key for month in self.calendar.months)
        return any(year.year == int(key) for year in self.calendar.years)

    def front(self) -> Listing:
        """Return the front page."""
        front = make_front(self._archive, self.calendar, most=self._front_stories)
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

    def index(self, kind: Kind) -> Listing:
        """Return the page of all terms of a kind."""
        name = INDEXES[kind]
        return Listing(f"{FOLDERS[kind]}index.html", name, {name: all_terms(self._archive, kind)})

    def term(self, kind: Kind, slug: str) -> dict[str, Callable[[], Listing]]:
        """Return what makes the pages of a term that has stories, by the pages' files, newest first."""
        name = "" if kind == "blindspot" else self._archive.name(kind, slug)
        term = Term(name, slug, self._archive.count(kind, slug), kind)
        pages = pages_of(term, self.page_size)

        def maker(page: TermPage) -> Callable[[], Listing]:
            return lambda: self._term_page(term, page, pages)

        return {f"{page.path}index.html": maker(page) for page in pages}

    def _term_page(self, term: Term, page: TermPage, pages: tuple[TermPage, ...]) -> Listing:
        # An older page is given nothing that a newer story would change.
        values = {term.kind: term, "page": page, "pages": pages if page.newest else ()}
        if term.kind == "topic":
            values["rows"] = page.rows(self._archive, term)
        else:
            values["listed"] = page.listed(self._archive, term)
        if term.kind == "outlet":
            values["row"] = self._belonging.table.of_slug(term.slug) if page.newest else None
            values["ratings"] = self._archive.ratings(term.slug) if page.newest else ()
            values["firsts"] = self._archive.firsts(term.slug) if page.newest else 0
        if term.kind == "blindspot":
            values["rule"] = self._belonging.rule
        return Listing(f"{page.path}index.html", term.kind, values)

    def corrections(self) -> Listing:
        """Return the page of all corrections."""
        return Listing("corrections/index.html", "corrections", {"corrections": corrections(self._archive)})

    def archive(self) -> Listing:
        """Return the page that leads to all days."""
        return Listing("archive/index.html", "archive", {"years": self.calendar.years})

    def subscribe(self) -> Listing:
        """Return the page of all feeds."""
        return Listing("subscribe/index.html", "subscribe", {"topics": all_terms(self._archive)})

    def for_you(self) -> Listing:
        """Return the page on which a reader's browser lists what the reader follows, out of ``stories.json``.

        It is given the names that the outlet table joins, since ``stories.json`` has those of the saved pages.

        :raises PostError: if the outlet table does not parse
        """
        return Listing("for-you/index.html", "for_you", {"joined_outlets": self._belonging.table.joined()})

    @staticmethod
    def search() -> Listing:
        """Return the page on which a reader searches."""
        return Listing("search/index.html", "search")

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
