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


@contextlib.contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look seldom for what can be cleared away, and afterwards as often as before."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
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
