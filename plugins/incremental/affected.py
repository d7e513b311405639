"""Which listings, data and feeds a story stands in, and so have to be made again when it changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from edition.archive import Entry, Kind
from edition.listings import Listings
from edition.row import Row
from edition.sitemaps import are_wanted, part_of
from edition.stories import NEWEST
from edition.terms import INDEXES, Term, pages_of
from incremental.index import Index
from incremental.listing_files import Files
from incremental.owners import SITEMAP
from incremental.shelf import Shelf

Change = tuple[Entry | None, Entry | None]  # a story before and after; None: it is in no listing


@dataclass(slots=True)
class Before:
    """What the shelf had before some stories changed: the days of theirs that had some, and their terms' names.

    ``feeds`` are the names of their topics in feeds, by slug.
    """

    days: set[str] = field(default_factory=set)
    terms: dict[tuple[Kind, str], str] = field(default_factory=dict)
    feeds: dict[str, str] = field(default_factory=dict)


def note(shelf: Shelf, entries: Iterable[Entry]) -> Before:
    """Return what is to be known of a shelf before stories change in it, as they are now and will be."""
    before = Before()
    for entry in entries:
        for one in entry.memberships:
            if one.kind == "day" and shelf.count("day", one.key):
                before.days.add(one.key)
            elif one.kind in INDEXES and (one.kind, one.key) not in before.terms and shelf.count(one.kind, one.key):
                before.terms[one.kind, one.key] = shelf.name(one.kind, one.key)
                if one.kind == "topic":
                    before.feeds[one.key] = shelf.name_in_feeds(one.key)
    return before


class Affected:
    """What has to be made again after stories changed on a shelf."""

    def __init__(
        self, index: Index, shelf: Shelf, changes: Sequence[Change], before: Before, settings: Mapping[str, Any]
    ) -> None:
        """Take the shelf as it is now, what changed on it, and complete settings."""
        self._index = index
        self._shelf = shelf
        self._listings = Listings(shelf, settings)
        self._told = [entry for change in changes for entry in change if entry]
        self._changes = [change for change in changes if change[0] != change[1]]
        self._entries = [entry for change in self._changes for entry in change if entry]
        self._moved = [entry for old, new in self._changes if _has_moved(old, new) for entry in (old, new) if entry]
        self._before = before
        self._has_sitemaps = are_wanted(settings)

    def topics_in_feeds(self) -> set[str]:
        """Return the slugs of the topics whose feeds can have changed: feeds tell more of a story than its row."""
        return {topic.slug for entry in self._told for topic in entry.row.topics}

    def has_other_feeds(self) -> bool:
        """Whether there are other feeds than before, or they have other names."""
        before, shelf = self._before.feeds, self._shelf
        return any(
            before.get(slug) != (shelf.name_in_feeds(slug) if shelf.count("topic", slug) else None)
            for slug in self.topics_in_feeds()
        )

    def _has_other_topics(self) -> bool:
        """Whether there are other topics than before, or they have other names."""
        before, shelf = self._before.terms, self._shelf
        slugs = {topic.slug for entry in self._entries for topic in entry.row.topics}
        return any(
            before.get(("topic", slug)) != (shelf.name("topic", slug) if shelf.count("topic", slug) else None)
            for slug in slugs
        )

    def files(self) -> Iterator[Files]:
        """Yield the listings and data to be made again."""
        if not self._changes:
            return
        yield from (Files(owner) for owner in sorted({*self._owners(), *self._sitemaps()}))
        for kind, slug in sorted(_terms(self._entries, self._listings.kinds)):
            yield Files(f"{kind} {slug}", self._pages(kind, slug))

    def _owners(self) -> Iterator[str]:
        yield from ("front", "data stories")
        for entry in self._entries:
            day = entry.row.date.isoformat()
            yield f"day {day}"
            yield f"month {day[:7]}"
            yield f"data {day[:7]}"
            if any(one.kind == "correction" for one in entry.further):
                yield "corrections"
        if not self._moved:
            return
        yield "archive"
        if self._has_other_topics():
            yield "subscribe"
        yield from (INDEXES[kind] for kind in self._listings.kinds if kind in INDEXES)
        days = {entry.row.date.isoformat() for entry in self._moved}
        yield from (f"year {int(day[:4])}" for day in days)
        yield from self._neighbours(
            [day for day in days if (day in self._before.days) != bool(self._shelf.count("day", day))]
        )
        yield from self._months_at_the_end_of_the_newest()

    def _sitemaps(self) -> Iterator[str]:
        if not self._has_sitemaps:
            return
        yield f"{SITEMAP} news"
        yield from (f"{SITEMAP} stories {part_of(self._shelf.added_before(entry.row))}" for entry in self._entries)
        if not self._moved:
            return
        yield from (f"{SITEMAP} index", f"{SITEMAP} pages")
        number = min(part_of(self._shelf.added_before(entry.row)) for entry in self._moved)
        there = part_of(self._shelf.total())
        while number <= there or self._index.outputs_of(f"{SITEMAP} stories {number}"):
            yield f"{SITEMAP} stories {number}"
            number += 1

    def _neighbours(self, days: Collection[str]) -> Iterator[str]:
        """Yield the days, months and years beside days that came or went."""
        if not days:
            return
        there = self._shelf.counts("day")
        for length, kind in ((10, "day"), (7, "month"), (4, "year")):
            periods = [period for period, _ in groupby(sorted({*there, *days}), key=lambda day: day[:length])]
            for place, period in enumerate(periods):
                if any(day[:length] == period for day in days):
                    beside = periods[max(place - 1, 0) : place + 2]
                    yield from (f"{kind} {int(one) if kind == 'year' else one}" for one in beside)

    def _months_at_the_end_of_the_newest(self) -> Iterator[str]:
        """Yield the months of the stories that came into the newest ones' file, or fell out of it."""
        moved = len(self._moved)
        rows = self._shelf.newest(max(0, NEWEST - moved), 2 * moved + 1)
        yield from {f"data {row.date.isoformat()[:7]}" for row in rows}

    def _pages(self, kind: Kind, slug: str) -> frozenset[str] | None:
        """Return the files of a term's pages that are to be made again; None: all of them."""
        count = self._shelf.count(kind, slug)
        before = len(self._index.outputs_of(f"{kind} {slug}"))
        if not count or not before:
            return None
        if kind in INDEXES and self._before.terms.get((kind, slug)) != self._shelf.name(kind, slug):
            return None
        pages = pages_of(Term("", slug, count, kind), self._listings.page_size)
        changed = {min(self._number(kind, slug, one.row), len(pages)) for one in _about(self._entries, kind, slug)}
        moved = [self._number(kind, slug, one.row) for one in _about(self._moved, kind, slug)]
        if len(pages) != before:  # the page before the newest leads to another one
            moved.append(min(len(pages), before) - 1)
        lowest = min(moved, default=len(pages))
        if kind == "outlet":  # its newest page tells of all its stories how they rate it
            changed.add(len(pages))
        return frozenset(f"{page.path}index.html" for page in pages if page.number in changed or page.number >= lowest)

    def _number(self, kind: Kind, slug: str, row: Row) -> int:
        """Return the number of the page of a term on which a row stands, or stood; the newest can have a lower one."""
        return self._shelf.older(kind, slug, row.place) // self._listings.page_size + 1


def _terms(entries: Iterable[Entry], kinds: Collection[Kind]) -> set[tuple[Kind, str]]:
    return {(one.kind, one.key) for entry in entries for one in entry.memberships if one.kind in kinds}


def _about(entries: Iterable[Entry], kind: Kind, slug: str) -> Iterator[Entry]:
    """Yield the stories that belong to a term."""
    for entry in entries:
        if any((one.kind, one.key) == (kind, slug) for one in entry.memberships):
            yield entry


def _has_moved(old: Entry | None, new: Entry | None) -> bool:
    """Whether a story came, went, or stands elsewhere: under another date, another term, or in another order."""
    return old is None or new is None or _standing(old) != _standing(new)


def _standing(entry: Entry) -> tuple[Any, ...]:
    return entry.row.place, entry.row.topics, [(one.kind, one.key, one.name) for one in entry.further]
