"""``pictures``: the README's pictures of the samples' site, as Chromium shows it."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from commands.exits import CommandError, Exit
from tests import chromium
from tests.check.serving import serving

_STORY = "2026/06/02/mayo-clinic-and-microsoft-*/index.html"
_COLORS = 64  # of a picture: pages have few, and letters their shades


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
            content = taken(browser, address + path_of(output, picture), picture)
            (folder / picture.file).write_bytes(content)
            sys.stdout.write(f"{picture.file}: {len(content):,} bytes\n")
    return Exit.DONE


def path_of(output: Path, picture: Picture) -> str:
    """Return where the page of a picture is, from the site's root.

    Raises:
        CommandError: it is not there.
    """
    found = next(iter(sorted(output.glob(picture.page))), None)
    if found is None:
        message = f"There is no page {picture.page} in {str(output)!r}: build the site with its samples first."
        raise CommandError(message, Exit.WRONG_USE)
    return found.parent.relative_to(output).as_posix() + "/"


def taken(browser: Browser, address: str, picture: Picture) -> bytes:
    """Return a picture of a page as PNG, of few colors."""
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.scheme == "dark" else "light",
    )
    page.goto(address)
    if picture.mark:
        page.locator(f"#{picture.mark}").click()
    with Image.open(io.BytesIO(page.screenshot())) as whole:
        few = whole.convert("RGB").quantize(_COLORS, dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG", optimize=True)
    return written.getvalue()
