"""Items of a feed, drawn from Pelican's articles, and their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from feeds.addresses import on_site, with_reference
from feeds.identity import identity
from feeds.markup import name, plain, portable
from feeds.moments import moment
from feeds.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.site import Site

# The date of what has none, and of a feed without items: a fixed one, because the same input gives the same bytes.
NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


class Article(Protocol):
    """What each article of Pelican has. What it may have besides is asked for where it is used."""

    @property
    def title(self) -> str:
        """The headline, HTML."""

    @property
    def url(self) -> str:
        """The address of the page, from the site's root."""

    @property
    def summary(self) -> str:
        """The summary, HTML."""

    def get_content(self, siteurl: str) -> str:
        """Return the whole text, HTML, with the links to other articles made for a site at this address."""


AnyArticle = TypeVar("AnyArticle", bound=Article)


@dataclass(frozen=True, slots=True)
class Item:
    """An article as a feed tells it. Texts are plain; ``summary`` and ``content`` are HTML that can stand anywhere.

    ``published`` is when the article came to the site, ``updated`` when it was last changed: both in UTC.
    """

    id: str
    title: str
    link: str
    published: datetime
    updated: datetime
    creators: tuple[str, ...]
    categories: tuple[str, ...]
    language: str
    summary: str
    content: str


def newest(articles: Iterable[AnyArticle], site: Site) -> list[AnyArticle]:
    """Return articles in the order of a feed: the last added first, then the latest date, then by id."""
    ordered = sorted(articles, key=identity)
    ordered.sort(key=lambda article: (_published(article, site), _date(article, site)), reverse=True)
    return ordered


def item(article: Article, site: Site) -> Item:
    """Return the item that tells of an article of Pelican."""
    page = on_site(site.address, str(article.url))
    published = _published(article, site)
    return Item(
        id=identity(article),
        title=plain(str(article.title)) or one_line(str(getattr(article, "slug", ""))) or page,
        link=with_reference(page) if site.reference else page,
        published=published,
        updated=moment(getattr(article, "modified", None), site.timezone) or published,
        creators=_creators(article, site),
        categories=_categories(article, site),
        language=str(getattr(article, "lang", None) or site.language),
        summary=portable(str(article.summary or ""), page),
        content=portable(str(article.get_content(site.address) or ""), page),
    )


def _published(article: object, site: Site) -> datetime:
    return moment(getattr(article, "added", None), site.timezone) or _date(article, site)


def _date(article: object, site: Site) -> datetime:
    return moment(getattr(article, "date", None), site.timezone) or NO_MOMENT


def _creators(article: object, site: Site) -> tuple[str, ...]:
    """Name the article's authors, else the site's, else the site (Pelican gives each article AUTHOR, even if empty)."""
    authors = getattr(article, "authors", None) or [getattr(article, "author", None)]
    return _names(authors) or (site.author,)


def _categories(article: object, site: Site) -> tuple[str, ...]:
    """Name the category and the tags; Pelican gives DEFAULT_CATEGORY to each article that states none."""
    category = getattr(article, "category", None)
    stated = [] if category is None or str(category) == site.default_category else [category]
    return _names([*stated, *(getattr(article, "tags", None) or ())])


def _names(values: Iterable[object]) -> tuple[str, ...]:
    """Name each once."""
    return tuple(dict.fromkeys(filter(None, map(name, values))))
