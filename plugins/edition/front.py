"""What the front page shows: the latest edition, the edition before it, and what was lately added to earlier days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.periods import Day
from edition.row import Row

HEADLINES = 8  # of the edition before, and of what was lately added


@dataclass(frozen=True, slots=True)
class Front:
    """``edition`` is None where there is no story yet, ``earlier`` where there is one day only."""

    edition: Day | None
    earlier: Day | None
    later_added: tuple[Row, ...]


def make_front(days: Sequence[Day], headlines: int = HEADLINES) -> Front:
    """Return the front page of ``days``, newest first.

    Lately added is what came to the site no sooner than the first story of the latest edition: no clock tells. The
    first ``headlines`` stories of the edition before stand on the page already.
    """
    if not days:
        return Front(None, None, ())
    edition, earlier = days[0], days[1] if len(days) > 1 else None
    since = min(row.added for row in edition.rows)
    shown = frozenset(earlier.rows[:headlines]) if earlier else frozenset()
    added = [row for day in days[1:] for row in day.rows if row.added >= since and row not in shown]
    added.sort(key=lambda row: row.added, reverse=True)  # stable: in the usual order where added at one moment
    return Front(edition, earlier, tuple(added[:headlines]))
