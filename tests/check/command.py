"""``check``: what is checked of a built site, and what is told of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from commands.exits import CommandError, Exit
from tests import chromium
from tests.check import accessibility, lighthouse, links, markup, weight
from tests.check.pages import STORY, by_kind
from tests.check.serving import serving
from tests.installing import NotInstalledError

USUAL = ("links", "html", "accessibility", "weight")
"""What is checked where nobody says what."""
CHOICES = (*USUAL, "lighthouse")
_SHOWN = 20  # problems of one check
_SCORED = ("front", "story", "topic", "ofoutlet", "searching", "day")  # kinds of pages


@dataclass(frozen=True, slots=True)
class Site:
    """A built site that is served, and a browser to look at it."""

    output: Path
    address: str
    browser: Browser
    chromium: str  # its program

    def check(self, name: str) -> Iterator[str]:
        """Yield what one check finds wrong, a line each.

        :raises NotInstalledError: if what it needs cannot be installed
        """
        checks: dict[str, Callable[[], Iterator[str]]] = {
            "links": lambda: links.problems(self.output),
            "html": lambda: markup.problems(self.output),
            "accessibility": self._accessibility,
            "weight": self._weight,
            "lighthouse": self._lighthouse,
        }
        return checks[name]()

    def _accessibility(self) -> Iterator[str]:
        paths = [path for several in by_kind(self.output).values() for path in several]
        yield from accessibility.problems(self.browser, self.address, paths)

    def _weight(self) -> Iterator[str]:
        for path in by_kind(self.output).get(STORY, []):
            found = weight.weigh(self.browser, self.address + path)
            _tell(
                f"   {path}: {found.total:,} bytes in {found.requests} requests; of the first screen"
                f" {found.first_screen:,} bytes"
            )
            yield from (f"{path}: {problem}" for problem in weight.problems(found))

    def _lighthouse(self) -> Iterator[str]:
        kinds = by_kind(self.output, 1)
        for path in (path for kind in _SCORED for path in kinds.get(kind, [])):
            found = lighthouse.scores(self.address + path, self.chromium)
            _tell(f"   {path or 'the front page'}: {', '.join(f'{name} {score}' for name, score in found.items())}")
            yield from lighthouse.problems(path, found)


def run(output: Path, only: str | None) -> int:
    """Check a built site, tell what is wrong, and return the exit code: 1 if anything is.

    Args:
        output: the site's folder.
        only: names of :data:`CHOICES` with commas between; None: :data:`USUAL`.

    Raises:
        CommandError: there is no such site, or no such check, or what a check needs is not there.
    """
    names = USUAL if only is None else tuple(name.strip() for name in only.split(","))
    unknown = [name for name in names if name not in CHOICES]
    if unknown:
        message = f"--only {unknown[0]!r}: expected some of {', '.join(CHOICES)}, with commas between."
        raise CommandError(message, Exit.WRONG_USE)
    if not (output / "index.html").is_file():
        message = f"There is no site in {str(output)!r}: build it first."
        raise CommandError(message, Exit.WRONG_USE)
    program = chromium.find()
    if program is None:
        message = "Chromium is not on this machine."
        raise CommandError(message, Exit.ENVIRONMENT)
    failed = False
    with sync_playwright() as playwright, serving(output) as address:
        browser = playwright.chromium.launch(executable_path=program, args=list(chromium.OPTIONS))
        site = Site(output.resolve(), address, browser, program)
        for name in names:
            _tell(f"== {name}")
            try:
                found = list(site.check(name))
            except NotInstalledError as error:
                message = f"{name} cannot be checked: {error}."
                raise CommandError(message, Exit.ENVIRONMENT) from error
            for problem in found[:_SHOWN]:
                _tell(f"   {problem}")
            _tell(f"   {len(found)} problems" if found else "   nothing wrong")
            failed |= bool(found)
    return Exit.FAILED if failed else Exit.DONE


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()  # a check can take long
