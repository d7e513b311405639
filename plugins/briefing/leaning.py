"""How stated shares of left, center and right are drawn: as parts of a bar, what is unstated left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.story import Sides

SIDES = ("left", "center", "right")
_WHOLE = 100  # per cent


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the bar: ``side`` is None for the open part; ``start`` and ``width`` are per cent of the bar."""

    side: str | None
    start: float
    width: float


def side_of(word: str) -> str:
    """Return the side of one of the page's own words, else "other": "Lean Left" is on the left."""
    word = word.lower()
    if "left" in word:
        return "left"
    if "right" in word:
        return "right"
    return "center" if "center" in word or "centre" in word else "other"


def segments(bias: Sides[int | None]) -> tuple[Segment, ...]:
    """Return the parts of a bar for shares in per cent, from left to right; none where no share is stated.

    What is missing from 100 is one open part: at the place of the unstated side if there is just one, else
    at the end, since nothing says how it is divided. Printed shares are rounded and may sum to 101: the bar
    is then drawn to that sum.
    """
    shares = [(side, getattr(bias, side)) for side in SIDES]
    parts: list[tuple[str | None, int]] = [(side, share) for side, share in shares if share]
    if not parts:
        return ()
    stated = sum(share for _, share in parts)
    if stated < _WHOLE:
        unstated = [side for side, share in shares if share is None]
        place = SIDES.index(unstated[0]) if len(unstated) == 1 else len(SIDES)
        before = sum(SIDES.index(side) < place for side, _ in parts if side)
        parts.insert(before, (None, _WHOLE - stated))
    return tuple(_drawn(parts, max(stated, _WHOLE)))


def split(counts: Sides[int], whole: int) -> tuple[Segment, ...]:
    """Return the parts of a bar for how many of a whole are of each side; the others are one open part at its end."""
    parts: list[tuple[str | None, int]] = [(side, getattr(counts, side)) for side in SIDES]
    parts.append((None, whole - sum(count for _, count in parts)))
    return tuple(_drawn([(side, count) for side, count in parts if count], whole))


def _drawn(parts: Iterable[tuple[str | None, int]], whole: int) -> Iterator[Segment]:
    start = 0.0
    for side, share in parts:
        width = share * _WHOLE / whole
        yield Segment(side, round(start, 2), round(width, 2))
        start += width
