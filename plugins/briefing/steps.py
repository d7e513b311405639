"""Work on many things, each step for all of them before the next: a processor is quicker at what it has just done.

What a step needs of code and tables stays in the processor's caches then. The work on one thing is a generator that
yields between its steps, and returns what came of it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TypeAlias, TypeVar

R = TypeVar("R")

Steps: TypeAlias = Generator[None, None, R]


def together(works: Iterable[Steps[R]]) -> list[R]:
    """Take each step of all works before the next, and return what came of each, in their order.

    What one of them raises, this raises.
    """
    results: dict[int, R] = {}
    going_on = dict(enumerate(works))
    while going_on:
        for at, work in [*going_on.items()]:
            try:
                next(work)
            except StopIteration as end:
                results[at] = end.value
                del going_on[at]
    return [results[at] for at in sorted(results)]


def at_once(work: Steps[R]) -> R:
    """Take all steps of one work, and return what came of it; what it raises, this raises."""
    (result,) = together([work])
    return result
