"""Work on many files: given out to as many processes as the machine has cores, through the standard ``Executor``.

This is the one place that chooses one. The setting ``EXECUTOR`` names another function, as ``package.module:name``: it
takes how many shall work at once and returns anything with that interface, for a cluster's machines for example. What
is given out reads and writes files, so whoever does it needs the same folders.
"""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from itertools import chain
from typing import Self, TypeVar

from briefing.collecting import SELDOM

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 64  # pieces of work that are handed over at once
WORTH_A_PROCESS = 512  # pieces of work; for fewer, starting a process takes longer than it saves
USUAL = "briefing.workers:process_executor"


class Crew:
    """Those who work: how many ``jobs`` at once, and by which ``executor`` (see the setting ``EXECUTOR``).

    They begin when work is first given out, and stay for more until ``with`` ends.
    """

    def __init__(self, jobs: int = 1, executor: str = USUAL) -> None:
        """Take how many work at once, and the function that makes the executor."""
        self._jobs = jobs
        self._name = executor
        self._executor: Executor | None = None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Let all go; work that was not begun is left. Where something went wrong, work that was begun is awaited."""
        if self._executor is not None:
            self._executor.shutdown(wait=any(error), cancel_futures=True)
            self._executor = None

    def is_wanted_for(self, count: int) -> bool:
        """Whether so many pieces of work are given out; else they are done in this process."""
        return self._jobs > 1 and count >= WORTH_A_PROCESS

    @property
    def is_at_work(self) -> bool:
        """Whether they have begun, so that giving out a little work takes no longer than doing it here."""
        return self._executor is not None

    def prepare(self, module: str) -> None:
        """Let all import a module that takes long to import, while something else is done here."""
        for _ in range(self._jobs):
            self._gathered().submit(_import, module)

    def work(self, function: Callable[[T], R], pieces: Sequence[T]) -> Iterator[R]:
        """Return ``function(piece)`` for each piece, in their order; those to whom it is given out begin at once.

        :param function: of a module, so that another process can find it; it must raise nothing
        """
        if not self.is_wanted_for(len(pieces)):
            return map(function, pieces)
        return self._gathered().map(function, pieces, chunksize=CHUNK)

    def share(self, function: Callable[[T], R], pieces: Sequence[T]) -> Iterator[R]:
        """Return the same for a few pieces, which those who are at work share evenly."""
        return self._gathered().map(function, pieces, chunksize=max(1, -(-len(pieces) // self._jobs)))

    def work_on_many(self, function: Callable[[Sequence[T]], Sequence[R]], pieces: Sequence[T]) -> Iterator[R]:
        """Return what ``function(pieces)`` returns, which is given some of them at once, in their order.

        :param function: as in :meth:`work`; it returns as many as it is given
        """
        parts = [pieces[start : start + CHUNK] for start in range(0, len(pieces), CHUNK)]
        if not self.is_wanted_for(len(pieces)):
            return chain.from_iterable(map(function, parts))
        return chain.from_iterable(self._gathered().map(function, parts))

    def _gathered(self) -> Executor:
        if self._executor is None:
            self._executor = pkgutil.resolve_name(self._name)(self._jobs)
        executor: Executor = self._executor
        return executor


def _import(module: str) -> None:
    importlib.import_module(module)


def process_executor(jobs: int) -> Executor:
    """Return an executor of ``jobs`` processes, started in the way that works on all systems."""
    # These take long to import, and mostly there is little to do.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Begin as one of these processes, which ends when the one that started it is killed: nobody else would end it."""
    gc.set_threshold(SELDOM)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing.connection  # noqa: PLC0415

    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)
