"""How many processes may work at once. By itself, because it is asked where nothing else of them is imported."""

from __future__ import annotations

import os


def usable_cores() -> int:
    """Return how many cores this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
