"""Runs a command to its end, and measures its time and the memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.02  # seconds between two looks at the memory
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds from start to end, and the most memory that all processes held at once, in MB; None: not known here."""

    seconds: float
    megabytes: float | None


def measure(command: Sequence[str | Path], cores: int | None = None) -> Measured:
    """Run a command on some cores and measure it.

    :param cores: how many it may use; None: all. Where a system cannot limit them, all are used
    :raises RuntimeError: if the command fails; with what it printed
    """
    environment = os.environ | {"PYTHONUTF8": "1"}
    before = _limit(cores)
    try:
        started = time.perf_counter()
        with subprocess.Popen(
            command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process:
            memory = _Memory(process.pid)
            output, _ = process.communicate()
            seconds = time.perf_counter() - started
            most = memory.stop()
    finally:
        _unlimit(before)
    if process.returncode:
        message = f"{' '.join(map(str, command))} ended with {process.returncode}:\n{output}"
        raise RuntimeError(message)
    return Measured(seconds, most)


def _limit(cores: int | None) -> set[int] | None:
    if cores is None or sys.platform != "linux":
        return None
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[:cores])  # children have the same
    return before


def _unlimit(before: set[int] | None) -> None:
    if before is not None and sys.platform == "linux":
        os.sched_setaffinity(0, before)


class _Memory:
    """Looks at the memory of a process and of those that it started, until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most: float | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> float | None:
        self._stopped.set()
        self._thread.join()
        return self._most

    def _watch(self) -> None:
        while _PROC.is_dir() and not self._stopped.wait(_EVERY):
            now = _megabytes_of_tree(self._pid)
            self._most = max(self._most or 0, now)


def _megabytes_of_tree(pid: int) -> float:
    """Return the memory of a process and all below it; pages that they share count for each."""
    parents: Mapping[int, int] = {int(path.name): _parent(path) for path in _PROC.iterdir() if path.name.isdigit()}
    family = {pid}
    while True:
        more = {child for child, parent in parents.items() if parent in family} - family
        if not more:
            return sum(_kilobytes(one) for one in family) / 1024
        family |= more


def _parent(path: Path) -> int:
    try:
        return int((path / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1])
    except (OSError, IndexError, ValueError):
        return -1


def _kilobytes(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "status").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)
