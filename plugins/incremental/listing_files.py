"""The files that are made of many stories: listings, feeds and data; each is made by itself, from the index."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from edition import schema, stories
from edition.archive import Kind
from edition.content_pages import ContentPage
from edition.data import to_bytes
from edition.listings import Listing, Listings
from edition.root_files import root_files
from edition.sitemaps import Sitemaps
from edition.stories import StoryFiles
from edition.terms import FOLDERS, INDEXES
from incremental.index import PAGES, Index
from incremental.owners import ROOT, SITEMAP
from incremental.shelf import Shelf
from incremental.site import Site


@dataclass(frozen=True, slots=True)
class Files:
    """Files to be made together: of an ``owner`` such as ``day 2026-06-02``, of several files those in ``only``."""

    owner: str
    only: frozenset[str] | None = None


class ListingFiles:
    """Makes pages that list stories, and data of many stories, from an index that stays as it is."""

    def __init__(self, site: Site, index: Index) -> None:
        """Take the site and its index."""
        self._site = site
        self._facts = index.fact
        shelf = Shelf(index)
        self._listings = Listings(shelf, site.settings)
        self._shelf = shelf
        self._makers: dict[str, Callable[[str], Iterator[Listing]]] = {
            "front": lambda _key: iter([self._listings.front()]),
            "day": lambda key: iter([self._listings.day(datetime.date.fromisoformat(key))]),
            "month": lambda key: iter([self._listings.month(datetime.date.fromisoformat(f"{key}-01"))]),
            "year": lambda key: iter([self._listings.year(int(key))]),
            "corrections": lambda _key: iter([self._listings.corrections()]),
            "archive": lambda _key: iter([self._listings.archive()]),
            "subscribe": lambda _key: iter([self._listings.subscribe()]),
            "search": lambda _key: iter([self._listings.search()]),
            "404": lambda _key: iter([self._listings.not_found()]),
        }
        if site.has_data:
            self._makers["for_you"] = lambda _key: iter([self._listings.for_you()])
        indexes = ((INDEXES[kind], kind) for kind in self._listings.kinds if kind in INDEXES)
        self._makers |= {name: functools.partial(self._index, kind) for name, kind in indexes}

    @cached_property
    def _sitemaps(self) -> Sitemaps:
        own = [ContentPage(*page) for page in self._facts(PAGES) or ()]
        return Sitemaps(self._shelf, self._listings, own, self._site.settings, self._has_template)

    def _has_template(self, name: str) -> bool:
        return self._site.templates.get(name) is not None

    @cached_property
    def _data(self) -> StoryFiles:
        return StoryFiles(self._shelf, self._site.settings["SITEURL"])

    def _index(self, kind: Kind, _key: str) -> Iterator[Listing]:
        yield self._listings.index(kind)

    def _term(self, owner: str) -> dict[str, Callable[[], Listing]]:
        """Return what makes the pages of a term such as ``topic sea``, by the pages' files."""
        kind, _, slug = owner.partition(" ")
        there = next((one for one in self._listings.kinds if one == kind), None)
        return self._listings.term(there, slug) if there and self._listings.has_term(there, slug) else {}

    def files_of_term(self, owner: str) -> frozenset[str]:
        """Return all files of an owner such as ``topic sea``."""
        return frozenset(self._term(owner))

    def owners(self) -> Iterator[str]:
        """Yield all that has files, but for feeds."""
        calendar = self._listings.calendar
        yield from ("front", "archive", "404", "corrections", "subscribe", "search")
        yield from (INDEXES[kind] for kind in self._listings.kinds if kind in INDEXES)
        yield from (f"day {date.isoformat()}" for date in calendar.days)
        yield from (f"month {month.first.isoformat()[:7]}" for month in calendar.months)
        yield from (f"year {year.year}" for year in calendar.years)
        yield from (f"{kind} {slug}" for kind in self._listings.kinds for slug in self._listings.slugs(kind))
        yield from (f"{SITEMAP} {key}" for key in self._sitemaps.names())
        yield from (f"{ROOT} {path}" for path in root_files(self._site.settings))
        if self._site.has_data:
            yield from ("data stories", "data schema", "for_you")
            yield from (f"data {month}" for month in self._data.months)

    def make(self, files: Files) -> list[str]:
        """Write files to where they wait, and return which: none where there is nothing any more to make them of."""
        kind, _, key = files.owner.partition(" ")
        if kind == SITEMAP:
            return [self._written(path, content) for path, content in self._sitemaps.of(key)]
        if kind == "data":
            return self._make_data(key) if self._site.has_data else []
        if kind == ROOT:
            return self._make_root_file(key)
        if kind in {"day", "month", "year"} and not self._listings.has(kind, key):
            return []
        if kind in FOLDERS:
            makers = self._term(files.owner).items()
            wanted = (maker for file, maker in makers if files.only is None or file in files.only)
            return [file for maker in wanted for file in self._render(maker())]
        makers_of = self._makers.get(kind)  # none of what a setting has switched off
        return [file for listing in makers_of(key) for file in self._render(listing)] if makers_of else []

    def _render(self, listing: Listing) -> Iterator[str]:
        template = self._site.templates.get(listing.template)
        if template is not None:
            self._site.write(listing.file, template.render(self._site.context(listing.file, **listing.values)).encode())
            yield listing.file

    def _make_root_file(self, path: str) -> list[str]:
        maker = root_files(self._site.settings).get(path)  # none where an editor has one
        if maker is None:
            return []
        self._site.write(path, maker())
        return [path]

    def _make_data(self, key: str) -> list[str]:
        if key == "schema":
            content = schema.to_bytes(schema.story_schema(self._site.settings["SITEURL"]))
            file = schema.PATH
        elif key == "stories":
            file, content = stories.FILE, to_bytes(self._data.newest())
        elif key in self._data.months:
            file, content = stories.month_file(key), to_bytes(self._data.month(key))
        else:
            return []
        return [self._written(file, content)]

    def _written(self, file: str, content: bytes) -> str:
        self._site.write(file, content)
        return file


def make_in_process(site: Site, database: Path, files: Files) -> list[str]:
    """Make files in a process that works beside the one that keeps the index, which has committed it."""
    return _maker(site, database).make(files)


@functools.lru_cache(maxsize=1)
def _maker(site: Site, database: Path) -> ListingFiles:
    return ListingFiles(site, Index(database, to_write=False))
