"""Work on many files: given out to as many processes as the machine has cores, through the standard ``Executor``.

This is the one place that chooses one; anything else with that interface can take its place.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from typing import TypeVar

from briefing.collecting import SELDOM

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 64  # pieces of work that are handed over at once
WORTH_A_PROCESS = 512  # pieces of work; for fewer, starting a process takes longer than it saves


def usable_cores() -> int:
    """Return how many cores this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def process_executor(jobs: int) -> Executor:
    """Return an executor of ``jobs`` processes, started in the way that works on all systems."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=gc.set_threshold, initargs=(SELDOM,))


def work(function: Callable[[T], R], pieces: Sequence[T], jobs: int) -> Iterator[R]:
    """Return ``function(piece)`` for each piece, in their order; other processes begin at once.

    :param function: of a module, so that another process can find it; it must raise nothing
    :param jobs: processes; with 1, or where there is too little to do, all is done in this one
    """
    if jobs <= 1 or len(pieces) < WORTH_A_PROCESS:
        return map(function, pieces)
    executor = process_executor(jobs)
    return _results(executor, executor.map(function, pieces, chunksize=CHUNK))


def _results(executor: Executor, results: Iterator[R]) -> Iterator[R]:
    try:
        yield from results
    finally:
        executor.shutdown(cancel_futures=True)
