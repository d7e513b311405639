"""How stated shares of left, center and right are drawn: as parts of a bar, what is unstated left open."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.story import Sides

SIDES = ("left", "center", "right")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the bar: ``side`` is None for the open part; ``start`` and ``width`` are per cent of the bar."""

    side: str | None
    start: float
    width: float


def segments(bias: Sides[int | None]) -> tuple[Segment, ...]:
    """Return the parts of a bar for shares in per cent, from left to right; none where no share is stated.

    What is missing from 100 is one open part: at the place of the unstated side if there is just one, else
    at the end, since nothing says how it is divided. Printed shares are rounded and may sum to 101: the bar
    is then drawn to that sum.
    """
    shares = [(side, getattr(bias, side)) for side in SIDES]
    known = [(side, share) for side, share in shares if share]
    if not known:
        return ()
    total = sum(share for _, share in known)
    unstated = [side for side, share in shares if share is None]
    parts: list[tuple[str | None, int]] = list(known)
    if total < 100:
        place = SIDES.index(unstated[0]) if len(unstated) == 1 else len(parts)
        before = sum(SIDES.index(side) < place for side, _ in known)
        parts.insert(before if len(unstated) == 1 else len(parts), (None, 100 - total))
    scale = 100 / max(total, 100)
    drawn = []
    start = 0.0
    for side, share in parts:
        width = share * scale
        drawn.append(Segment(side, round(start, 2), round(width, 2)))
        start += width
    return tuple(drawn)
