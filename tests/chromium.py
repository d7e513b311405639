"""The Chromium of this machine."""

from __future__ import annotations

import shutil

PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
"""The names that it has on different systems."""
OPTIONS = (  # works as root and without graphics, and speaks to nobody but the page's server
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""What it is started with."""


def find() -> str | None:
    """Return the browser's program; None if there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)
