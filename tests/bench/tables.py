"""What was measured as tables, for a terminal and for Markdown."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import rich.table

from tests.bench.builders import OURS
from tests.bench.figures import median, ratio, written, written_ratio
from tests.bench.processes import Measured
from tests.bench.sites import SCENARIOS, Site
from tests.bench.watching import Seen

_MEASURES: tuple[tuple[str, Callable[[Seen], float | None]], ...] = (
    ("page", operator.attrgetter("page")),
    ("front page", operator.attrgetter("front")),
    ("feed", operator.attrgetter("feed")),
    ("all three", operator.attrgetter("all")),
)
_NOT_MEASURED = "not measured"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts; the first ``labels`` columns say what is measured, the others are numbers."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    labels: int = 1

    def for_terminal(self) -> rich.table.Table:
        """Return it as rich prints it."""
        table = rich.table.Table(title=self.title)
        for number, heading in enumerate(self.headings):
            table.add_column(heading, justify="left" if number < self.labels else "right")
        for row in self.rows:
            table.add_row(*row)
        return table

    def markdown(self) -> str:
        """Return it as lines of Markdown, below its title."""
        lines = [":---" if number < self.labels else "---:" for number in range(len(self.headings))]
        full = [(*row, *[""] * (len(self.headings) - len(row))) for row in self.rows]
        table = [f"| {' | '.join(row)} |" for row in (self.headings, lines, *full)]
        return "\n".join([f"**{self.title}**", "", *table])


def builds(title: str, sites: Sequence[Site], missing: Mapping[str, str]) -> Table:
    """Return how long builds take.

    :param missing: why a builder that was to be measured was not, by its name
    """
    headings = ("what", "builder", "seconds", "from", "to", "CPU s", "memory MB", "ours : its", "ours : its, CPU")
    ours = next(site for site in sites if site.builder.name == OURS)
    rows = [
        (scenario, site.builder.name, *_cells(site.measured[scenario], ours.measured[scenario]))
        for scenario in SCENARIOS
        for site in sites
        if site.measured[scenario]
    ]
    return Table(title, headings, (*rows, *_left_out(sites, missing)), labels=2)


def files(title: str, sites: Sequence[Site]) -> Table:
    """Return how many files the builders wrote."""
    rows = tuple(
        (
            site.builder.name,
            *(f"{number:,}" for number in (site.files.stories, site.files.pages, site.files.feeds, site.files.data)),
            f"{site.files.size / 1e6:,.1f}",
        )
        for site in sites
    )
    return Table(title, ("builder", "stories", "pages in all", "feeds", "data files", "MB"), rows)


def watches(title: str, sites: Sequence[Site], seen: Mapping[str, list[Seen]], missing: Mapping[str, str]) -> Table:
    """Return how long builders that wait for changes take to show one."""
    headings = ("builder", *(f"{name}, s" for name, _ in _MEASURES), "ours : its")
    rows = [
        (
            name,
            *(written(median(list(map(take, found))), 2) for _, take in _MEASURES),
            written_ratio(ratio([one.all for one in seen.get(OURS, [])], [one.all for one in found])),
        )
        for name, found in seen.items()
        if found
    ]
    left_out = tuple((f"{name}, {what}",) for what, name in _left_out(sites, missing))
    return Table(title, headings, (*rows, *left_out))


def _cells(measured: Sequence[Measured], ours: Sequence[Measured]) -> tuple[str, ...]:
    seconds, our_seconds = ([one.seconds for one in found] for found in (measured, ours))
    cpu, our_cpu = ([one.cpu_seconds for one in found] for found in (measured, ours))
    memory = [one.megabytes for one in measured]
    return (
        written(median(seconds), 2),
        written(min(seconds), 2),
        written(max(seconds), 2),
        written(median(cpu), 2),
        written(median(memory), 0),
        written_ratio(ratio(our_seconds, seconds)),
        written_ratio(ratio(our_cpu, cpu)),
    )


def _left_out(sites: Sequence[Site], missing: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    failed = {site.builder.name: site.failure for site in sites if site.failure is not None}
    return tuple((_NOT_MEASURED, f"{name}: {reason}") for name, reason in {**missing, **failed}.items())
