"""How fast documents are converted: whole commands on made documents, medians of some rounds, as a table."""

from __future__ import annotations

import datetime
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from briefing.convert.intake import Job, take_in
from tests.bench.documents import make_document, write_documents
from tests.bench.pages import make_page
from tests.bench.processes import Measured, measure

PROJECT = Path(__file__).resolve().parents[2]
_PYTHON = getattr(sys, "_base_executable", sys.executable)  # what a person types, outside the environment
_PAGE_BYTES = 500_000
_SETTINGS = """\
import runpy

globals().update({{name: value for name, value in runpy.run_path({settings!r}).items() if name.isupper()}})
SETTINGS_FILE = __file__
PATH = "."
CACHE_PATH = "cache"
OUTPUT_PATH = "output"
THEME = {theme!r}
DOCUMENTS_PATH = "documents"
POSTS_PATH = "posts"
"""


@dataclass(frozen=True, slots=True)
class _Case:
    """Something to measure: ``prepare`` brings a folder into the state before it; ``cores``: None for all."""

    name: str
    prepare: Callable[[Path, int], None]
    cores: int | None = None


def run(count: int, rounds: int, folder: Path | None = None) -> int:
    """Measure, print the table, and return an exit code.

    :param count: of documents
    :param folder: in which to work: a disk in memory leaves the disk's noise out; None: the system's temporary folder
    """
    console = Console()
    with tempfile.TemporaryDirectory(dir=folder, prefix="briefing-bench-") as name:
        place = Path(name)
        with console.status(f"Making {count} documents"):
            _set_up(place, count)
        table = Table(
            title=f"convert, {count:,} text documents of {_mean_size(place) / 1000:.1f} KB, medians of {rounds}"
        )
        for heading in ("what", "seconds", "from", "to", "a document, ms", "memory, MB"):
            table.add_column(heading, justify="left" if heading == "what" else "right")
        for case in _CASES:
            with console.status(case.name):
                measured = [_measure(case, place, count) for _ in range(rounds)]
            table.add_row(case.name, *_cells(measured, count))
        page = [Measured(seconds, None) for seconds in _seconds_for_a_page(place, rounds)]
        table.add_row("one web page of 500 KB, the work alone", *_cells(page, 1)[:4], "")
    console.print(table)
    return 0


def _set_up(place: Path, count: int) -> None:
    (place / "settings.py").write_text(
        _SETTINGS.format(settings=str(PROJECT / "pelicanconf.py"), theme=str(PROJECT / "theme")), encoding="utf-8"
    )
    write_documents(place / "documents", count)


def _measure(case: _Case, place: Path, count: int) -> Measured:
    case.prepare(place, count)
    command = (_PYTHON, PROJECT / "tasks.py", "convert", "--settings", place / "settings.py", "--quiet")
    return measure(command, case.cores)


def _cells(measured: list[Measured], count: int) -> tuple[str, ...]:
    seconds = [one.seconds for one in measured]
    middle = statistics.median(seconds)
    memory = [one.megabytes for one in measured if one.megabytes is not None]
    return (
        f"{middle:.2f}",
        f"{min(seconds):.2f}",
        f"{max(seconds):.2f}",
        f"{1000 * middle / count:.2f}",
        f"{max(memory):.0f}" if memory else "not known here",
    )


def _from_nothing(place: Path, _count: int) -> None:
    for made in ("posts", "cache"):
        shutil.rmtree(place / made, ignore_errors=True)


def _as_it_is(_place: Path, _count: int) -> None:
    pass


def _one_changed(place: Path, _count: int) -> None:
    name, text = make_document(0)
    path = place / "documents" / name
    was = path.read_text(encoding="utf-8")
    path.write_text(text if was != text else text.replace(" decided on ", " voted on "), encoding="utf-8")


def _one_added(place: Path, count: int) -> None:
    added = sum(1 for _ in (place / "documents").rglob("*.txt")) - count
    write_documents(place / "documents", 1, first=count + added)


def _seconds_for_a_page(place: Path, rounds: int) -> list[float]:
    """Return how long one web page takes in a program that runs already."""
    path = place / "page.html"
    path.write_text(make_page(_PAGE_BYTES), encoding="utf-8")
    now = datetime.datetime(2026, 6, 5, tzinfo=datetime.UTC)
    job = Job(str(path), "page.html", "page.html", is_known=False, now=now, timezone=datetime.UTC, max_bytes=1 << 24)
    seconds = []
    for _ in range(rounds + 1):  # the first one fills caches
        started = time.perf_counter()
        reading = take_in(job)
        seconds.append(time.perf_counter() - started)
        if not reading.content:
            message = f"The made page was not read: {reading.reason}"
            raise RuntimeError(message)
    return seconds[1:]


def _mean_size(place: Path) -> float:
    sizes = [path.stat().st_size for path in (place / "documents").rglob("*.txt")]
    return statistics.mean(sizes)


_CASES = (
    _Case("all new, one core", _from_nothing, cores=1),
    _Case("all new, all cores", _from_nothing),
    _Case("nothing changed", _as_it_is),
    _Case("one document changed", _one_changed),
    _Case("one document added", _one_added),
)
