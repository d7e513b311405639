"""Runs a command to its end, and measures the time and the memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.02  # seconds between two looks at the memory
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds from start to end, and of all processes the most memory that they held at once and seconds of a core.

    ``megabytes`` and ``cpu_seconds`` are None where they are not known.
    """

    seconds: float
    megabytes: float | None
    cpu_seconds: float | None = None


def usual_environment(**more: str) -> dict[str, str]:
    """Return this process's environment, without what makes Python compile all modules again each time.

    :param more: variables to add
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONUTF8": "1"} | more


def measure(command: Sequence[str | Path], cores: int | None = None, folder: Path | None = None) -> Measured:
    """Run a command on some cores and measure it.

    :param cores: how many it may use; None: all. Where a system cannot limit them, all are used
    :param folder: the working directory; None: this one
    :raises RuntimeError: if the command fails; with what it printed
    """
    environment = usual_environment()
    used = _cpu_seconds_of_ended()
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        encoding="utf-8",
        errors="replace",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        _limit(process.pid, cores)
        memory = _Memory(process.pid)
        output, _ = process.communicate()
        seconds = time.perf_counter() - started
        most = memory.stop()
    if process.returncode:
        message = f"{' '.join(map(str, command))} ended with {process.returncode}:\n{output}"
        raise RuntimeError(message)
    now_used = _cpu_seconds_of_ended()
    return Measured(seconds, most, None if used is None or now_used is None else now_used - used)


def _cpu_seconds_of_ended() -> float | None:
    """Return the seconds of a core that all ended processes below this one have used; None: not known here."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - Windows has none

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _limit(pid: int, cores: int | None) -> None:
    """Let a process that has just begun, and those that it will start, have some cores, but not what measures it."""
    if cores is not None and sys.platform == "linux":
        os.sched_setaffinity(pid, sorted(os.sched_getaffinity(0))[:cores])


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
    return sum(_kilobytes(one) for one in family(pid)) / 1024


def family(pid: int) -> list[int]:
    """Return a process and all below it, as Linux tells them.

    Looking through all processes of the machine for their parents would itself cost some of the time that is measured.

    :param pid: a process; if it has ended, it is the only one
    """
    found = [pid]
    for one in found:  # which grows
        found.extend(_children(_PROC / str(one) / "task"))
    return found


def _children(threads: Path) -> list[int]:
    try:
        return [int(child) for thread in threads.iterdir() for child in _read(thread / "children").split()]
    except OSError:  # the process has ended
        return []


def _read(path: Path) -> str:
    """Return a file of the system's; empty if its process has ended."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _kilobytes(pid: int) -> int:
    lines = _read(_PROC / str(pid) / "status").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)
