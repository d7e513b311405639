"""An editor's pages (``content/pages``): those that sitemaps list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ContentPage:
    """A page that is to be found: its path from the site's root, and the moment, RFC 3339, that it says it is of."""

    path: str
    modified: str | None = None


def content_pages(pages: Iterable[Any], settings: Mapping[str, Any]) -> list[ContentPage]:
    """Return what is known of the published pages of Pelican and of their translations, in the order of their paths.

    Their moment is what they state as ``modified``, else as ``date``; it is never that of their files.

    :param pages: Pelican's published pages
    :param settings: complete settings; where ``DEFAULT_DATE`` is set, a page's date can be none of its own
    """
    found = {_page(page, settings) for page in _with_translations(pages) if page.save_as}
    return sorted(found, key=lambda page: (page.path, page.modified or ""))


def _page(page: Any, settings: Mapping[str, Any]) -> ContentPage:
    date = None if settings.get("DEFAULT_DATE") else getattr(page, "date", None)
    moment = page.modified if "modified" in page.metadata else date
    return ContentPage(page.url, moment.isoformat() if moment else None)


def _with_translations(pages: Iterable[Any]) -> Iterator[Any]:
    for page in pages:
        yield page
        yield from page.translations
