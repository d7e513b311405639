"""Sitemaps (https://www.sitemaps.org/protocol.html): lists of all pages for search engines.

- ``sitemap.xml`` leads to all others but the next.
- ``news-sitemap.xml`` has the stories of the newest day and of the day before it, as Google News reads them
  (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
- ``sitemap-stories-1.xml`` and so on have the stories, 1,000 each, numbered from the first that was added: a new story
  touches the last one only.
- ``sitemap-pages-1.xml`` and so on have the pages that list stories, then an editor's own.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from edition.archive import Archive
from edition.content_pages import ContentPage
from edition.data import address
from edition.listings import Listings
from edition.row import Row

SIZE = 1000
"""Pages in a part."""
INDEX = "sitemap.xml"
NEWS = "news-sitemap.xml"

_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NEWS_SPACE = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


class Sitemaps:
    """Makes the sitemaps of a site, each by itself."""

    def __init__(
        self,
        archive: Archive,
        listings: Listings,
        own: Sequence[ContentPage],
        settings: Mapping[str, Any],
        has_template: Callable[[str], bool],
    ) -> None:
        """Take the published stories, the pages that list them, an editor's own pages, and complete settings.

        ``SITEMAPS`` says whether there are any. ``has_template`` tells whether the theme has a template: pages that are
        made from another one are not there.
        """
        self._own = own
        self._has_template = has_template
        self._archive = archive
        self._listings = listings
        self._settings = settings
        self.are_wanted = are_wanted(settings)

    @cached_property
    def parts(self) -> int:
        """How many parts the stories have."""
        return -(-self._archive.total() // SIZE)

    def all(self) -> Iterator[tuple[str, bytes]]:
        """Yield each file's path below the output folder, and its content."""
        if not self.are_wanted:
            return
        yield from self.index()
        yield from self.news()
        yield from self.pages()
        for number in range(1, self.parts + 1):
            yield from self.stories(number)

    def of(self, key: str) -> Iterator[tuple[str, bytes]]:
        """Yield the files of ``index``, ``news``, ``pages`` or ``stories 3``; nothing where there is no such part."""
        name, _, number = key.partition(" ")
        makers: dict[str, Callable[[], Iterable[tuple[str, bytes]]]] = {
            "index": self.index, "news": self.news, "pages": self.pages,
        }  # fmt: skip
        if self.are_wanted:
            yield from makers[name]() if name in makers else self.stories(int(number))

    def names(self) -> Iterator[str]:
        """Yield what :meth:`of` takes."""
        if self.are_wanted:
            yield from ("index", "news", "pages", *(f"stories {number}" for number in range(1, self.parts + 1)))

    def index(self) -> Iterator[tuple[str, bytes]]:
        """Yield the file that leads to the others."""
        files = [*self._files_of_pages, *(_file_of_stories(number) for number in range(1, self.parts + 1))]
        entries = (f"<sitemap><loc>{self._address(file)}</loc></sitemap>" for file in files)
        yield INDEX, _written("sitemapindex", entries)

    def news(self) -> Iterator[tuple[str, bytes]]:
        """Yield the file of the newest stories; those without a headline are left out, since it needs one."""
        days = self._listings.calendar.days[:1]
        wanted = [day for newest in days for day in (newest, newest - datetime.timedelta(days=1))]
        rows = (row for day in wanted for row in self._archive.rows("day", day.isoformat()) if row.title)
        yield NEWS, _written("urlset", map(self._news, rows), _NEWS_SPACE)

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files of the pages that are no stories."""
        for number, file in enumerate(self._files_of_pages):
            yield file, _written("urlset", map(self._page, self._pages[number * SIZE : (number + 1) * SIZE]))

    def stories(self, number: int) -> Iterator[tuple[str, bytes]]:
        """Yield the file of a part of the stories; none where there is no such part."""
        rows = self._archive.oldest((number - 1) * SIZE, SIZE)
        if rows:
            yield _file_of_stories(number), _written("urlset", map(self._story, rows))

    @cached_property
    def _pages(self) -> list[ContentPage]:
        files = ((file, self._has_template(template)) for file, template in self._listings.files())
        listings = {file.removesuffix("index.html"): None for file, is_there in files if is_there}
        own = (page for page in self._own if page.path not in listings)  # it can stand in the place of one
        return [*map(ContentPage, listings), *own]

    @property
    def _files_of_pages(self) -> list[str]:
        return [f"sitemap-pages-{number}.xml" for number in range(1, -(-len(self._pages) // SIZE) + 1)]

    def _story(self, row: Row) -> str:
        return self._page(ContentPage(row.path, (row.modified or row.added).isoformat()))

    def _page(self, page: ContentPage) -> str:
        changed = f"<lastmod>{page.modified}</lastmod>" if page.modified else ""
        return f"<url><loc>{self._address(page.path)}</loc>{changed}</url>"

    def _news(self, row: Row) -> str:
        language = (row.language or str(self._settings.get("DEFAULT_LANG") or "en")).split("-")[0].lower()
        name = f"<news:name>{_escaped(self._settings['SITENAME'])}</news:name>"
        return (
            f"<url><loc>{self._address(row.path)}</loc><news:news>"
            f"<news:publication>{name}<news:language>{_escaped(language)}</news:language></news:publication>"
            f"<news:publication_date>{row.date}</news:publication_date><news:title>{_escaped(row.title)}</news:title>"
            "</news:news></url>"
        )

    def _address(self, path: str) -> str:
        return _escaped(address(self._settings["SITEURL"], path))


def are_wanted(settings: Mapping[str, Any]) -> bool:
    """Whether the site is to have sitemaps: the setting ``SITEMAPS``."""
    return bool(settings.get("SITEMAPS", True))


def part_of(older: int) -> int:
    """Return the number of the part that has a story before which so many were added."""
    return older // SIZE + 1


def _file_of_stories(number: int) -> str:
    return f"sitemap-stories-{number}.xml"


def _written(root: str, entries: Iterable[str], *spaces: str) -> bytes:
    opened = " ".join((root, _SPACE, *spaces))
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', f"<{opened}>", *entries, f"</{root}>", "")).encode()


def _escaped(text: str) -> str:
    """Return a text as it stands in XML, as ``xml.sax.saxutils`` does, which imports ``http`` and ``ssl`` for it."""
    return html.escape(text, quote=False)
