"""The order of a merged list: the editor's or the document's, with what only the other has after the same neighbour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence


def arrange(order: Sequence[int], other: Sequence[int]) -> list[int]:
    """Return what stands in either order, as in ``order``; what only ``other`` has follows what it follows there."""
    first: list[int] = []
    following = defaultdict[int, list[int]](list)
    known = set(order)
    added = first
    for key in other:
        if key in known:
            added = following[key]
        else:
            added.append(key)
    return first + [place for key in order for place in (key, *following[key])]
