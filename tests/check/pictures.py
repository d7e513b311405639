"""``pictures``: the README's pictures of the samples' site, as Chromium shows it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from commands.exits import CommandError, Exit
from tests import chromium
from tests.check.serving import serving

_STORY = "2026/06/02/mayo-clinic-and-microsoft-*/index.html"
_SCALE = 1  # pixels of the file for each of the page


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page; ``mark`` is the id of the evidence mark that is opened on it."""

    file: str
    page: str  # a pattern of its file in the site
    width: int
    height: int
    scheme: str = "light"
    mark: str = ""


PICTURES = (
    Picture("story.png", _STORY, 1180, 1040, mark="mark-4"),
    Picture("front.png", "index.html", 1180, 900, "dark"),
    Picture("phone.png", _STORY, 390, 900),
)


def run(output: Path, folder: Path) -> int:
    """Take all pictures of a built site of the samples, and return the exit code.

    Args:
        output: the site's folder.
        folder: where the pictures go.

    Raises:
        CommandError: a page is not there, or Chromium is not.
    """
    program = chromium.find()
    if program is None:
        message = "Chromium is not on this machine."
        raise CommandError(message, Exit.ENVIRONMENT)
    with sync_playwright() as playwright, serving(output) as address:
        browser = playwright.chromium.launch(executable_path=program, args=list(chromium.OPTIONS))
        for picture in PICTURES:
            content = _taken(browser, address + _path(output, picture), picture)
            (folder / picture.file).write_bytes(content)
            sys.stdout.write(f"{picture.file}: {len(content):,} bytes\n")
    return Exit.DONE


def _path(output: Path, picture: Picture) -> str:
    found = next(iter(sorted(output.glob(picture.page))), None)
    if found is None:
        message = f"There is no page {picture.page} in {str(output)!r}: build the site with its samples first."
        raise CommandError(message, Exit.WRONG_USE)
    return found.parent.relative_to(output).as_posix() + "/"


def _taken(browser: Browser, address: str, picture: Picture) -> bytes:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.scheme == "dark" else "light",
        device_scale_factor=_SCALE,
    )
    page.goto(address)
    if picture.mark:
        page.locator(f"#{picture.mark}").click()
    return page.screenshot()
