"""What the front page shows: the latest edition, the edition before it, and what was lately added to earlier days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from edition.archive import Archive
from edition.periods import Calendar, Day
from edition.row import Row

HEADLINES = 8  # of the edition before, and of what was lately added


@dataclass(frozen=True, slots=True)
class Front:
    """``edition`` is None where there is no story yet, ``earlier`` where there is one day only."""

    edition: Day | None
    earlier: Day | None
    later_added: tuple[Row, ...]


def make_front(archive: Archive, calendar: Calendar, headlines: int = HEADLINES, most: int | None = None) -> Front:
    """Return the front page of an archive: at most ``most`` stories of the latest edition, all where that is None.

    Of the edition before it has the first ``headlines`` stories.

    Lately added is what came to the site no sooner than the first story of the latest edition: no clock tells. The
    stories of the edition before that stand on the page already are left out.
    """
    if not calendar.days:
        return Front(None, None, ())
    edition = calendar.day(calendar.days[0])
    earlier = calendar.day(calendar.days[1], headlines) if len(calendar.days) > 1 else None
    since = min(row.added for row in (*edition.rows, *edition.further))
    shown = {row.id for row in earlier.rows} if earlier else set()
    added = (row for row in archive.added(since, edition.date) if row.id not in shown)
    return Front(replace(edition, rows=edition.rows[:most]), earlier, tuple(islice(added, headlines)))
