"""Builds the sites of all builders again and again, in turns, and checks that they are equal and show what changed."""

from __future__ import annotations

import functools
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.builders import PAGE_SIZE, Builder
from tests.bench.counting import Files, Plan, count
from tests.bench.posts import Post, Stories, edited, sentence
from tests.bench.processes import Measured, measure

COLD = "from nothing"
UNCHANGED = "nothing changed"
CHANGED = "one story changed"
ADDED = "one story added"
SCENARIOS = (COLD, UNCHANGED, CHANGED, ADDED)
"""What is measured, in the order in which each follows from the one before."""

_TOLD = 2000  # characters of what a builder that failed has printed


class WrongSiteError(Exception):
    """A site is not what it is to be; the message says what is wrong, and names nothing of this machine."""


class Site:
    """A site of one builder, and what was measured of it; ``failure`` says why it is measured no more."""

    def __init__(self, builder: Builder, folder: Path, stories: Stories) -> None:
        """Write all that the builder needs into a new folder."""
        self.builder = builder
        self.folder = folder
        self.measured: dict[str, list[Measured]] = {scenario: [] for scenario in SCENARIOS}
        self.files = Files()
        self.failure: str | None = None
        self.newest = stories.newest
        self._later = stories.later
        self._later_files: tuple[Path, ...] = ()
        builder.set_up(folder)
        for post in stories:
            self._newest_file, *_ = self._write(post)  # the last one is the newest
        self._newest_text = self._newest_file.read_text(encoding="utf-8")

    @property
    def output(self) -> Path:
        """The folder of the built site."""
        return self.folder / self.builder.output

    def build(self) -> Measured:
        """Build the site.

        :raises RuntimeError: if the builder fails; with what it printed
        """
        return measure(self.builder.build, folder=self.folder)

    def clear(self) -> None:
        """Delete the output and the caches."""
        for name in (self.builder.output, *self.builder.caches):
            path = self.folder / name
            if path.is_dir():
                shutil.rmtree(path)
            path.unlink(missing_ok=True)

    def edit(self, mark: str) -> None:
        """Change the newest story's title and a sentence of it."""
        self._newest_file.write_text(edited(self._newest_text, mark), encoding="utf-8", newline="\n")

    def add(self) -> None:
        """Add the story that comes later."""
        self._later_files = self._write(self._later)

    def restore(self) -> None:
        """Bring the posts into their first state; the output stays as it is."""
        self._newest_file.write_text(self._newest_text, encoding="utf-8", newline="\n")
        for file in self._later_files:
            file.unlink()
        self._later_files = ()

    def shown(self) -> tuple[Path, Path, Path]:
        """Return the files that show the newest story's title: its page, the front page and the feed."""
        page = self.builder.page(self.newest)
        return self.output / page, self.output / self.builder.front, self.output / self.builder.feed

    def check_files(self, made_of: Plan) -> None:
        """Count the files.

        :raises WrongSiteError: if there are more or fewer pages or feeds than there are to be
        """
        self.files = found = count(self.output)
        pages = made_of.pages(PAGE_SIZE, leftover=self.builder.leftover) + self.builder.further
        feeds = 1 + (len(made_of.topics) if self.builder.full else 0)
        if (made_of.stories, pages, feeds) != (found.stories, found.pages, found.feeds):
            message = (
                f"wrote {found.stories:,} stories, {found.pages:,} pages in all and {found.feeds:,} feeds, where"
                f" {made_of.stories:,}, {pages:,} and {feeds:,} were expected"
            )
            raise WrongSiteError(message)

    def check_edited(self, mark: str) -> None:
        """Look whether the site shows what :meth:`edit` changed.

        :raises WrongSiteError: if some of the files do not
        """
        page, front, feed = self.shown()
        self._check(page, f"{mark} {self.newest.title}", sentence(mark))
        self._check(front, mark)
        self._check(feed, mark)

    def check_added(self) -> None:
        """Look whether the site shows the story that was added.

        :raises WrongSiteError: if some of the files do not
        """
        _, front, feed = self.shown()
        for file in (self.output / self.builder.page(self._later), front, feed):
            self._check(file, self._later.title)

    def _check(self, file: Path, *texts: str) -> None:
        found = file.read_text(encoding="utf-8") if file.is_file() else ""
        missing = [text for text in texts if text not in found]
        if missing:
            message = f"{file.relative_to(self.output)} does not show “{missing[0]}”"
            raise WrongSiteError(message)

    def _write(self, post: Post) -> tuple[Path, ...]:
        return self.builder.write(self.folder / self.builder.posts, post)


def run_rounds(sites: Sequence[Site], made_of: Plan, rounds: int, tell: Callable[[str], None]) -> None:
    """Measure each scenario with one builder after the other, and all that again in each round.

    A builder that fails, or whose site is wrong, is left out from then on; the site says why.

    :param tell: is told what is being done
    """
    for number in range(1, rounds + 1):
        for scenario in SCENARIOS:
            for site in sites:
                if site.failure is None and (scenario == COLD or site.builder.keeps):
                    tell(f"Round {number} of {rounds}, {scenario}: {site.builder.name}")
                    _guarded(site, functools.partial(_measure, site, made_of, scenario, number))
        for site in sites:
            site.restore()


def _measure(site: Site, made_of: Plan, scenario: str, number: int) -> None:
    mark = f"Revised{number}"
    if scenario == COLD:
        site.clear()
    elif scenario == CHANGED:
        site.edit(mark)
    elif scenario == ADDED:
        site.add()
    if hasattr(os, "sync"):
        os.sync()  # what others wrote before is not this one's work
    measured = site.build()
    if scenario == COLD:
        site.check_files(made_of)
    elif scenario == CHANGED:
        site.check_edited(mark)
    elif scenario == ADDED:
        site.check_added()
    site.measured[scenario].append(measured)


def _guarded(site: Site, action: Callable[[], None]) -> None:
    try:
        action()
    except WrongSiteError as error:
        site.failure = str(error)
    except RuntimeError as error:
        sys.stderr.write(f"{error}\n"[:_TOLD])  # for the person at this machine; no report has it
        site.failure = "its build failed; what it said is printed"
