"""All corrections of all stories: what an editor mended, newest first."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from edition.archive import Archive
from edition.row import Row
from edition.terms import ALL


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction, with the story that it is of."""

    date: datetime.date
    text: str
    row: Row


def corrections(archive: Archive) -> tuple[Corrected, ...]:
    """Return all corrections, newest first; those of one day in the order of their stories."""
    found = [
        Corrected(datetime.date.fromisoformat(day), text, one.row)
        for one in archive.listed("correction", ALL)
        for day, text in one.detail.corrections
    ]
    return tuple(sorted(found, key=lambda one: one.date, reverse=True))  # stable
