"""The site's settings: what stands where nothing is said, and where relative paths lead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing import static

RIGHTS = {
    "facts": "headlines, outlets, links, facts, and quotations of at most 25 words",
    "short": "that, and the first 25 words of each summary point and excerpt",
    "full": "everything that the saved pages say, word for word",
}
"""What each value of ``RIGHTS`` sends out."""

# Where a theme has no templates of stories' parts, those of this project's theme are used.
PARTIALS = Path(__file__).parents[2] / "theme" / "templates"

BOXES = ("glance", "leanings", "quotes", "people", "organisations", "dates", "figures", "history")
"""The boxes of a story that a site may leave out. What the page does not say, corrections and evidence always stand."""

DEFAULTS: dict[str, Any] = {
    "DOCUMENTS_PATH": "content/documents",
    "POSTS_PATH": "content/briefings",
    "EDITIONS_PATH": "content/editions",
    "OUTLETS_PATH": "content/outlets.toml",
    "DOCUMENT_MAX_BYTES": 16 * 1024 * 1024,
    "RIGHTS": "full",
    "PUBLISHING": False,
    "CONVERT": True,
    "NOW": None,
    "EXECUTOR": "briefing.workers:process_executor",
    "STATIC_HASHES": False,
    "TIMEZONE": "UTC",
    "FRONT_STORIES": 30,
    "OUTLET_PAGES": True,
    "PLACE_PAGES": True,
    "BLINDSPOTS": {"most": 10, "least": 33},
    "SITEMAPS": True,
    "REPORT_ERRORS_TO": None,
    "STORY_BOXES": BOXES,
    "STORY_IMAGES": False,
    "STORY_IMAGES_FONT": None,
}
"""The settings that are this project's own, and ``TIMEZONE``, which Pelican leaves open."""

FOLDERS = ("DOCUMENTS_PATH", "POSTS_PATH", "EDITIONS_PATH")
"""Those that name a folder of content."""


def complete(settings: dict[str, Any]) -> None:
    """Put in the defaults of what is not set, and make the paths of content absolute, in place.

    A relative path is relative to the folder of ``SETTINGS_FILE``; where the settings do not name it, to the one
    that ``PATH``, which Pelican has made absolute, stands in.
    """
    for name, value in DEFAULTS.items():
        settings.setdefault(name, value)
    here = Path(settings.get("SETTINGS_FILE") or Path(settings.get("PATH", "content")).absolute()).absolute().parent
    for name in (*FOLDERS, "OUTLETS_PATH", "STORY_IMAGES_FONT"):
        if isinstance(settings[name], str | Path):
            settings[name] = str(here / settings[name])
    if settings["STATIC_HASHES"]:
        static.name_by_content(settings)
