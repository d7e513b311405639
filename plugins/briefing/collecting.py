"""How often Python looks for objects that only refer to each other: seldom, where many are made and few do.

Usually it looks whenever 700 more objects are there than before, and what is made of a document is thousands that are
kept. A tenth of the time of a conversion goes into looking at them again and again.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

SELDOM = 200_000
"""How many more objects there may be before the newest are looked at."""


_USUAL = gc.get_threshold()[0]


def collecting_seldom() -> contextlib.AbstractContextManager[None]:
    """Look seldom for what can be cleared away, and afterwards as often as before."""
    return _collecting(SELDOM)


def collecting_as_usual() -> contextlib.AbstractContextManager[None]:
    """Look as often as Python does by itself: what goes on for hours would grow else."""
    return _collecting(_USUAL)


@contextlib.contextmanager
def _collecting(more: int) -> Iterator[None]:
    """Look whenever there are so many more objects, and afterwards as often as before."""
    before = gc.get_threshold()
    gc.set_threshold(more, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextlib.contextmanager
def collecting_later() -> Iterator[None]:
    """Do not look before the end: for work of which little is left then, so that looking at all of it is in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
