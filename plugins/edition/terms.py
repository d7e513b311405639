"""Terms: the topics, outlets and places that stories share, on pages that a new story hardly touches."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.archive import Archive, Kind, Listed
from edition.row import Row

FOLDERS: Mapping[Kind, str] = {
    "topic": "topics/",
    "outlet": "outlets/",
    "place": "places/",
    "blindspot": "blindspots/",
}
"""Where the pages of each kind of term are, from the site's root; they are made from a template of the kind's name."""

INDEXES: Mapping[Kind, str] = {"topic": "topics", "outlet": "outlets", "place": "places"}
"""The templates of the pages that list all terms of a kind, each in the kind's folder."""

ALL = "all"
"""The key of what is one list: blindspots, corrections."""


@dataclass(frozen=True, slots=True)
class Term:
    """What stories have in common, and how many stories they are. Names with one slug ("AI", "Ai") are one term."""

    name: str
    slug: str
    count: int
    kind: Kind = "topic"

    @property
    def path(self) -> str:
        """Where the term's newest page is, from the site's root."""
        return FOLDERS[self.kind] if self.kind == "blindspot" else f"{FOLDERS[self.kind]}{self.slug}/"


@dataclass(frozen=True, slots=True)
class TermPage:
    """A page of a term. ``newer`` and ``older`` are the paths of the pages beside it, from the site's root.

    ``first`` and ``count`` say which of the term's stories, newest first, stand on it.
    """

    number: int  # 1 is the oldest
    path: str
    newest: bool
    first: int
    count: int
    newer: str | None = None
    older: str | None = None

    def rows(self, archive: Archive, term: Term) -> tuple[Row, ...]:
        """Return the stories on it, newest first."""
        return archive.rows(term.kind, term.slug, self.first, self.count)

    def listed(self, archive: Archive, term: Term) -> tuple[Listed, ...]:
        """Return the stories on it with what each says of the term, newest first."""
        return archive.listed(term.kind, term.slug, self.first, self.count)


def all_terms(archive: Archive, kind: Kind = "topic") -> tuple[Term, ...]:
    """Return the terms of a kind by name."""
    terms = (Term(name, slug, count, kind) for slug, (name, count) in archive.names(kind).items())
    return tuple(sorted(terms, key=lambda term: (_plain(term.name), term.slug)))


def _plain(name: str) -> str:
    """Return a name by which it is sorted: neither case nor accents count."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold()


def pages_of(term: Term, size: int) -> tuple[TermPage, ...]:
    """Return the pages of a term, newest first.

    They are filled and numbered from the oldest story, ``size`` stories each; the newest has what is left over
    too, so that it is never nearly empty. Thus a new story changes the newest page, and every ``size`` stories
    one more is split off.

    :param size: at least 1
    """
    return tuple(_pages(term, size))


def _pages(term: Term, size: int) -> Iterator[TermPage]:
    last = max(1, term.count // size)
    paths = {number: f"{term.path}{number}/" for number in range(1, last)} | {last: term.path}
    for number in range(last, 0, -1):
        begins = term.count - size * number  # how many stories are newer than those of an older page
        first, count = (0, size + begins) if number == last else (begins, size)
        newer, older = paths.get(number + 1), paths.get(number - 1)
        yield TermPage(number, paths[number], number == last, first, count, newer, older)
