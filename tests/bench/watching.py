"""How long a builder that waits for changes takes from the saving of a post until the site on the disk shows it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.processes import usual_environment
from tests.bench.sites import Site

_LOOK = 0.005  # seconds between two looks at the files
_FIRST_BUILD = 1800.0  # seconds that it may take
_PATIENCE = 180.0  # seconds after which a change counts as never shown
_REST = 1.0  # seconds in which what was begun comes to its end
_LOG = "watch.log"


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds from saving a post until its page, the front page and the feed show it; None: they never did."""

    page: float | None
    front: float | None
    feed: float | None

    @property
    def all(self) -> float | None:
        """Seconds until all three show it."""
        if self.page is None or self.front is None or self.feed is None:
            return None
        return max(self.page, self.front, self.feed)


def run_watches(sites: Sequence[Site], rounds: int, tell: Callable[[str], None]) -> dict[str, list[Seen]]:
    """Let all builders wait for changes at once, change a story of one after the other, and return what is seen.

    A builder that does not come so far has nothing in the lists; the site's ``failure`` says why.

    :param tell: is told what is being done
    """
    seen: dict[str, list[Seen]] = {site.builder.name: [] for site in sites}
    with ExitStack() as stack:
        for site in sites:
            tell(f"First build: {site.builder.name}")
            stack.enter_context(_watching(site))
        for number in range(1, rounds + 1):
            for site in sites:
                if site.failure is None:
                    tell(f"Round {number} of {rounds}: {site.builder.name}")
                    seen[site.builder.name].append(_look_for(site, f"Watched{number}"))
    return seen


@contextmanager
def _watching(site: Site) -> Iterator[None]:
    log = site.folder / _LOG
    with log.open("wb") as file:
        process = subprocess.Popen(
            [str(part) for part in site.builder.watch or ()],
            cwd=site.folder,
            env=usual_environment(NO_COLOR="1"),
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait_until_ready(site, process, log)
        yield
    finally:
        _end(process)


def _wait_until_ready(site: Site, process: subprocess.Popen[bytes], log: Path) -> None:
    started = time.monotonic()
    while site.builder.ready not in (text := log.read_text(encoding="utf-8", errors="replace")):
        if process.poll() is not None or time.monotonic() - started > _FIRST_BUILD:
            sys.stderr.write(text)  # for the person at this machine; no report has it
            site.failure = "does not wait for changes; what it said is printed"
            return
        time.sleep(_REST / 10)
    time.sleep(_REST)


def _look_for(site: Site, mark: str) -> Seen:
    """Save a change of the newest story, and look at the files until they show it."""
    waiting = {file: _stamp(file) for file in site.shown()}
    found: dict[Path, float] = {}
    started = time.perf_counter()
    site.edit(mark)
    while len(found) < len(waiting) and time.perf_counter() - started < _PATIENCE:
        for file, before in waiting.items():
            if file not in found and (now := _stamp(file)) != before:
                waiting[file] = now
                if _has(file, mark):
                    found[file] = time.perf_counter() - started
        time.sleep(_LOOK)
    time.sleep(_REST + max(found.values(), default=0))  # other files may still be written
    return Seen(*map(found.get, waiting))


def _stamp(file: Path) -> tuple[int, int, int]:
    """Return what changes when a file is written; zeros if it is not there."""
    try:
        status = file.stat()
    except OSError:
        return 0, 0, 0
    return status.st_mtime_ns, status.st_size, status.st_ino


def _has(file: Path, mark: str) -> bool:
    try:
        return mark in file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a builder and what it started."""
    if sys.platform == "win32":
        process.terminate()
    else:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
