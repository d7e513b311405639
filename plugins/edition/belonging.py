"""What a story belongs to beside its day and its topics: outlets, places, blindspots, corrections; and how it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from briefing.leaning import SIDES
from briefing.settings import DEFAULTS
from briefing.story import Sides, Story
from edition.archive import Membership
from edition.outlet_table import OutletTable, read
from edition.slugs import slug_of
from edition.terms import ALL


class OfOutlet(NamedTuple):
    """What a story's page says of an outlet.

    ``articles`` are headline and link of those that it lists, None where it has none. ``rating`` is the page's own word
    for how the outlet leans; ``is_first``: it reported the story first.
    """

    articles: tuple[tuple[str | None, str | None], ...]
    rating: str | None
    is_first: bool


class OfPlace(NamedTuple):
    """What a story's page says of a place.

    ``is_first``: it was first reported there; ``first_by``: by whom. ``is_dateline``: the article is written there.
    ``outlets`` are those whose articles it lists with that place.
    """

    is_first: bool
    first_by: str | None
    is_dateline: bool
    outlets: tuple[str, ...]


class OfBlindspot(NamedTuple):
    """Which side hardly covers a story, with its share and that of the other side, in per cent of the rated outlets."""

    side: str
    share: int
    other: str
    other_share: int


class OfCorrections(NamedTuple):
    """The corrections of a story: of each its day, ``2026-06-05``, and its text."""

    corrections: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What makes a story a blindspot: one side has ``most`` per cent or less, the other ``least`` or more."""

    most: int
    least: int

    def find(self, bias: Sides[int | None]) -> OfBlindspot | None:
        """Return which side hardly covers a story, if one does: only where the shares of all sides are stated."""
        if None in {getattr(bias, side) for side in SIDES}:
            return None
        for side, other in (("left", "right"), ("right", "left")):
            share, other_share = getattr(bias, side), getattr(bias, other)
            if share <= self.most and other_share >= self.least:
                return OfBlindspot(side, share, other, other_share)
        return None


class Belonging:
    """Tells what stories belong to, as a site's settings have it.

    ``OUTLET_PAGES`` and ``PLACE_PAGES`` say whether there are such pages; ``BLINDSPOTS`` is the rule, or None.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        """Take settings that were checked."""
        self._settings = settings
        self.has_outlets = bool(settings.get("OUTLET_PAGES", True))
        self.has_places = bool(settings.get("PLACE_PAGES", True))
        rule = settings.get("BLINDSPOTS", DEFAULTS["BLINDSPOTS"])
        self.rule = Rule(**rule) if rule else None

    @cached_property
    def table(self) -> OutletTable:
        """The editor's table, whose outlets have one page for all their names.

        :raises PostError: if it does not parse
        """
        return read(self._settings)

    def _slug(self, name: str) -> str:
        return slug_of(name, self._settings)

    def of(self, story: Story) -> tuple[Membership, ...]:
        """Return what a story belongs to, but for its day, its month and its topics, by kind and key.

        :param story: the story, already held to the site's ``RIGHTS``
        """
        return tuple(sorted(self._all(story), key=lambda one: (one.kind, one.key)))

    def _all(self, story: Story) -> Iterator[Membership]:
        if self.has_outlets:
            yield from self._outlets(story)
        if self.has_places:
            yield from self._places(story)
        if self.rule:
            found = self.rule.find(Sides(*(getattr(story.bias, side).value for side in SIDES)))
            if found:
                yield Membership("blindspot", ALL, "", found)
        if story.corrections:
            corrections = OfCorrections(tuple((one.date.isoformat(), one.text) for one in story.corrections))
            yield Membership("correction", ALL, "", corrections)

    def _outlets(self, story: Story) -> Iterator[Membership]:
        articles: dict[str, list[tuple[str | None, str | None]]] = {}
        names: dict[str, str] = {}
        ratings: dict[str, str] = {}
        for card in story.coverage:
            slug, name = self.table.page_of(card.outlet) if card.outlet else ("", "")
            if slug:
                names.setdefault(slug, name)
                articles.setdefault(slug, []).append((card.headline, _link(card.url)))
                if card.bias:
                    ratings.setdefault(slug, card.bias)
        first_slug, first = self.table.page_of(story.first_report.outlet.value or "")
        if first_slug:
            names.setdefault(first_slug, first)
        own_slug, own = self.table.page_of(story.outlet.value or "")  # of a page that is itself an article
        if own_slug:
            names.setdefault(own_slug, own)
            articles.setdefault(own_slug, []).append((story.title.text or None, _link(story.address.value)))
        for slug, name in names.items():
            detail = OfOutlet(tuple(articles.get(slug, ())), ratings.get(slug), slug == first_slug)
            yield Membership("outlet", slug, name, detail)

    def _places(self, story: Story) -> Iterator[Membership]:
        outlets: dict[str, list[str]] = {}
        names: dict[str, str] = {}
        first, dateline = story.first_report.place.value, story.dateline.value
        for name in (first, dateline, *(card.place for card in story.coverage)):
            slug = self._slug(name) if name else ""
            if name and slug:
                names.setdefault(slug, name)
        for card in story.coverage:
            if card.place and card.outlet:
                outlets.setdefault(self._slug(card.place), []).append(card.outlet)
        for slug, name in names.items():
            is_first = bool(first) and slug == self._slug(first or "")
            detail = OfPlace(
                is_first,
                story.first_report.outlet.value if is_first else None,
                bool(dateline) and slug == self._slug(dateline or ""),
                tuple(dict.fromkeys(outlets.get(slug, ()))),
            )
            yield Membership("place", slug, name, detail)


def outlet_names(story: Story) -> Iterator[str]:
    """Yield the names of all outlets of a story, as its page has them."""
    yield from (card.outlet for card in story.coverage if card.outlet)
    yield from filter(None, (story.first_report.outlet.value, story.outlet.value))


def _link(address: str | None) -> str | None:
    """Return an address that a link may lead to, else None."""
    return address if address and address.lower().startswith(("https://", "http://")) else None
