"""How the outlet table rates the articles that a story lists: counted here, and apart from what the page says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from briefing.leaning import SIDES, Segment, side_of, split
from briefing.story import Sides, Story
from edition.outlet_rows import OutletRow
from edition.outlet_table import OutletTable


@dataclass(frozen=True, slots=True)
class ByTable:
    """The articles that a page lists, counted by how the table says that their outlets lean.

    ``unrated`` are by outlets whose row has no leaning, ``missing`` by outlets that the table has not, ``unnamed`` by
    outlets that the page does not name. ``outlets`` are those that have a leaning, in the page's order.
    """

    articles: int
    counts: Sides[int]
    unrated: int
    missing: int
    unnamed: int
    outlets: tuple[OutletRow, ...]

    @property
    def sides(self) -> tuple[tuple[str, int], ...]:
        """Each side with its number of articles."""
        return tuple((side, getattr(self.counts, side)) for side in SIDES)

    @property
    def bar(self) -> tuple[Segment, ...]:
        """The parts of the bar; what is rated by nobody is open."""
        return split(self.counts, self.articles)


def count(story: Story, table: OutletTable) -> ByTable | None:
    """Return the articles that a story lists as the table rates their outlets; None where it rates none of them."""
    if not table or not story.coverage:
        return None
    counts: Counter[str] = Counter()
    outlets: dict[str, OutletRow] = {}
    for card in story.coverage:
        row = table.of(card.outlet) if card.outlet else None
        if row and row.leaning:
            counts[side_of(row.leaning.value)] += 1
            outlets.setdefault(row.name, row)
        else:
            counts["unrated" if row else "missing" if card.outlet else "unnamed"] += 1
    if not outlets:
        return None
    sides = Sides(*(counts[side] for side in SIDES))
    others = (counts["unrated"], counts["missing"], counts["unnamed"])
    return ByTable(len(story.coverage), sides, *others, tuple(outlets.values()))


class TableFilter:
    """The filter ``by_table`` of page templates."""

    def __init__(self, table: Callable[[], OutletTable]) -> None:
        """Take what reads the outlet table: only when a story's page first asks for it."""
        self._table = table

    def __call__(self, story: Story | None) -> ByTable | None:
        """Return what :func:`count` does; None for a page that is no story's."""
        return count(story, self._table()) if story else None
