"""Which listings, data and feeds a story stands in, and so have to be made again when it changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from edition.row import Row
from edition.stories import NEWEST
from edition.topics import Topic, pages_of
from incremental.index import Index
from incremental.listing_files import Files
from incremental.shelf import Shelf

Change = tuple[Row | None, Row | None]  # a story's row before and after; None: it is in no listing


@dataclass(slots=True)
class Before:
    """What the shelf had before some stories changed: the days of theirs that had some, and their topics' names."""

    days: set[str] = field(default_factory=set)
    topics: dict[str, str] = field(default_factory=dict)


def note(shelf: Shelf, rows: Iterable[Row]) -> Before:
    """Return what is to be known of a shelf before stories change in it, of their rows as they are now and will be."""
    before = Before()
    for row in rows:
        day = row.date.isoformat()
        if shelf.count("day", day):
            before.days.add(day)
        before.topics |= {
            topic.slug: shelf.name("topic", topic.slug) for topic in row.topics if shelf.count("topic", topic.slug)
        }
    return before


class Affected:
    """What has to be made again after stories changed on a shelf."""

    def __init__(self, index: Index, shelf: Shelf, changes: Sequence[Change], before: Before, page_size: int) -> None:
        """Take the shelf as it is now, and what changed on it."""
        self._index = index
        self._shelf = shelf
        self._told = [row for change in changes for row in change if row]
        self._changes = [change for change in changes if change[0] != change[1]]
        self._rows = [row for change in self._changes for row in change if row]
        self._moved = [row for old, new in self._changes if _has_moved(old, new) for row in (old, new) if row]
        self._before = before
        self._page_size = page_size

    def topics_in_feeds(self) -> set[str]:
        """Return the slugs of the topics whose feeds can have changed: feeds tell more of a story than its row."""
        return {topic.slug for row in self._told for topic in row.topics}

    def files(self) -> Iterator[Files]:
        """Yield the listings and data to be made again."""
        if not self._changes:
            return
        yield from (Files(owner) for owner in sorted(self._owners()))
        for slug in sorted({topic.slug for row in self._rows for topic in row.topics}):
            yield Files(f"topic {slug}", self._pages(slug))

    def _owners(self) -> Iterator[str]:
        yield from ("front", "data stories")
        for row in self._rows:
            day = row.date.isoformat()
            yield f"day {day}"
            yield f"month {day[:7]}"
            yield f"data {day[:7]}"
        if not self._moved:
            return
        yield from ("archive", "topics")
        days = {row.date.isoformat() for row in self._moved}
        yield from (f"year {int(day[:4])}" for day in days)
        yield from self._neighbours(
            [day for day in days if (day in self._before.days) != bool(self._shelf.count("day", day))]
        )
        yield from self._months_at_the_end_of_the_newest()

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

    def _pages(self, slug: str) -> frozenset[str] | None:
        """Return the files of a topic's pages that are to be made again; None: all of them."""
        count = self._shelf.count("topic", slug)
        before = len(self._index.outputs_of(f"topic {slug}"))
        if not count or not before or self._before.topics.get(slug) != self._shelf.name("topic", slug):
            return None
        pages = pages_of(Topic("", slug, count), self._page_size)
        changed = {min(self._number(slug, row), len(pages)) for row in self._rows if _is_about(row, slug)}
        moved = [self._number(slug, row) for row in self._moved if _is_about(row, slug)]
        if len(pages) != before:  # the page before the newest leads to another one
            moved.append(min(len(pages), before) - 1)
        lowest = min(moved, default=len(pages))
        return frozenset(f"{page.path}index.html" for page in pages if page.number in changed or page.number >= lowest)

    def _number(self, slug: str, row: Row) -> int:
        """Return the number of the page of a topic on which a row stands, or stood; the newest can have a lower one."""
        return self._shelf.older("topic", slug, row.place) // self._page_size + 1


def _is_about(row: Row, slug: str) -> bool:
    return any(topic.slug == slug for topic in row.topics)


def _has_moved(old: Row | None, new: Row | None) -> bool:
    """Whether a story came, went, or stands elsewhere: under another date, another topic, or in another order."""
    return old is None or new is None or (old.place, old.topics) != (new.place, new.topics)
