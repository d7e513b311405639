"""Medians of what was measured, and ratios of two builders, taken round by round."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

_FINE = 0.095  # ratios below are shown with three decimals


def median(values: Sequence[float | None]) -> float | None:
    """Return the median of what is known; None if nothing is."""
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


def ratio(ours: Sequence[float | None], theirs: Sequence[float | None]) -> float | None:
    """Return the median of the ratios of each round: a machine that is slower for a while slows both.

    Rounds of which either is not known do not count; nor do those that only one of them has.
    """
    rounds = zip(ours, theirs, strict=False)
    return median([one / other if one is not None and other else None for one, other in rounds])


def written(value: float | None, decimals: int) -> str:
    """Return a number for a table; a dash where it is not known."""
    return "-" if value is None else f"{value:,.{decimals}f}"


def written_ratio(value: float | None) -> str:
    """Return a ratio with as many decimals as tell something."""
    return written(value, 2 if value is None or value >= _FINE else 3)
