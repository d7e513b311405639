"""``bench``: what is asked for, what is measured of that, and where the figures go."""

from __future__ import annotations

import datetime
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from commands.exits import CommandError, Exit
from tests.bench import builders, conversion, machine, report, tables
from tests.bench.builders import PEERS, Builder
from tests.bench.counting import Plan, plan
from tests.bench.posts import PROJECT, Stories, make_stories
from tests.bench.report import SITES, WATCH, Part
from tests.bench.sites import Site, run_rounds
from tests.bench.watching import run_watches

CHOICES = ("conversion", "site", "watch")
"""What can be measured by itself."""

_PAGE = PROJECT / "docs" / "benchmark.md"
_NOWHERE = "none"
_LEAST = 100  # stories: fewer have not all the kinds of pages
_WIDTH = 132  # columns where nobody says how many there are


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one call of ``bench`` asks for; None: everything, or the usual place."""

    count: int = 1000
    rounds: int = 5
    folder: Path | None = None
    only: str | None = None
    peers: str | None = None
    report: str | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is to be measured."""
        return CHOICES if self.only is None else (self.only,)

    @property
    def chosen_peers(self) -> tuple[str, ...]:
        """The names of the builders to compare with."""
        if self.peers is None:
            return PEERS
        return () if self.peers == _NOWHERE else tuple(name.strip() for name in self.peers.split(","))

    def command(self, only: str) -> str:
        """Return how a person measures one thing of this again."""
        parts = [f"python3 tasks.py bench --only {only} --count {self.count} --rounds {self.rounds}"]
        parts += [f"--peers {self.peers}"] if self.peers is not None else []
        parts += ["--folder FOLDER"] if self.folder is not None else []
        return " ".join(parts)


def run(request: Request) -> int:
    """Measure, print tables, write them into the documentation, and return the exit code: 1 if a site was wrong.

    Raises:
        CommandError: something given by hand is wrong.
    """
    check(request)
    if "conversion" in request.chosen:
        conversion.run(request.count, request.rounds, request.folder)
    if request.only == "conversion":
        return Exit.DONE
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDTH)
    with tempfile.TemporaryDirectory(dir=request.folder, prefix="briefing-bench-") as name:
        comparison = _Comparison(request, Path(name), console)
        for choice, measure in comparison.measures.items():
            if choice in request.chosen:
                _write(request, measure())  # at once: the next one can take an hour, and be interrupted
    return Exit.FAILED if comparison.failed else Exit.DONE


def _write(request: Request, part: Part) -> None:
    if request.report != _NOWHERE:
        report.write(Path(request.report) if request.report else _PAGE, [part])


def check(request: Request) -> None:
    """Look at what is given by hand.

    Raises:
        CommandError: it is wrong.
    """
    problems = []
    if request.only is not None and request.only not in CHOICES:
        problems.append(f"--only {request.only!r}: expected {', '.join(CHOICES)}.")
    if unknown := [name for name in request.chosen_peers if name not in PEERS]:
        problems.append(f"--peers {unknown[0]!r}: expected none, or some of {', '.join(PEERS)}, with commas between.")
    if request.count < _LEAST and request.only != "conversion":
        problems.append(f"--count {request.count}: expected {_LEAST} or more.")
    if request.rounds < 1:
        problems.append(f"--rounds {request.rounds}: expected 1 or more.")
    if request.folder is not None and not request.folder.is_dir():
        problems.append(f"--folder: there is no folder {str(request.folder)!r}.")
    if problems:
        raise CommandError("\n".join(problems), Exit.WRONG_USE)


def _note(text: str) -> None:
    """Tell what is being done where no line can be written over."""
    sys.stderr.write(f"{text}\n")


class _Comparison:
    """Measurements of sites of the same stories, in a folder of their own."""

    def __init__(self, request: Request, place: Path, console: Console) -> None:
        self._request = request
        self._place = place
        self._console = console
        self._machine = machine.describe(place)
        with console.status(f"Making {request.count:,} stories"):
            self._stories: Stories = make_stories(place / "stories", request.count)
            self._plan: Plan = plan(self._stories)
        self.failed = False
        self.measures: dict[str, Callable[[], Part]] = {"site": self.sites, "watch": self.watch}

    def sites(self) -> Part:
        """Measure builds of equal sites, then of full ones."""
        found = [*self._builds("Equal sites", full=False), *self._builds("Full sites", full=True)]
        return self._part(SITES, "site", found)

    def watch(self) -> Part:
        """Measure how soon a change is shown."""
        peers, missing = builders.choose(self._request.chosen_peers)
        with self._made([one for one in peers if one.watch]) as (sites, tell):
            seen = run_watches(sites, self._request.rounds, tell)
        title = f"Seconds until a change is shown, medians of {self._request.rounds}"
        return self._part(WATCH, "watch", [self._shown(tables.watches(title, sites, seen, missing))])

    def _builds(self, title: str, *, full: bool) -> Iterator[tables.Table]:
        peers, missing = builders.choose(self._request.chosen_peers, full=full)
        with self._made(peers) as (sites, tell):
            run_rounds(sites, self._plan, self._request.rounds, tell)
        of = f"{self._request.count:,} stories"
        yield self._shown(tables.builds(f"{title} of {of}, medians of {self._request.rounds}", sites, missing))
        yield self._shown(tables.files(f"{title}: files written from nothing", sites))

    @contextmanager
    def _made(self, chosen: Sequence[Builder]) -> Iterator[tuple[list[Site], Callable[[str], None]]]:
        """Make sites, show what is done with them, and delete them: there is not room for all at once everywhere."""
        with (
            tempfile.TemporaryDirectory(dir=self._place) as name,
            self._console.status("Writing posts for all builders") as status,
        ):
            sites = [Site(builder, Path(name) / str(at), self._stories) for at, builder in enumerate(chosen)]
            yield sites, status.update if self._console.is_terminal else _note
        self.failed |= any(site.failure for site in sites)

    def _shown(self, table: tables.Table) -> tables.Table:
        self._console.print(table.for_terminal())
        return table

    def _part(self, sort: str, only: str, found: Sequence[tables.Table]) -> Part:
        day = datetime.datetime.now(datetime.UTC).date().isoformat()
        return report.make_part(sort, self._request.count, day, self._request.command(only), self._machine, found)
