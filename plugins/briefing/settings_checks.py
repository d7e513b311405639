"""What is wrong with a site's settings, told before anything is read or written."""

from __future__ import annotations

import datetime
import pkgutil
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from briefing import settings_addresses, texts
from briefing.settings import BOXES, DEFAULTS, FOLDERS, RIGHTS

_FONTS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")  # how their files begin (OpenType 1.9, "Organization of a font")
_WHOLE = 100  # per cent


def check(settings: dict[str, Any]) -> list[str]:
    """Return what is wrong with a site's settings, a sentence or more each; ``[]``: nothing."""
    settings = DEFAULTS | settings
    checks = (
        _timezone,
        _max_bytes,
        _now,
        _executor,
        _rights,
        settings_addresses.problems,
        _folders,
        _output,
        _blindspots,
        _front_stories,
        _menu,
        _boxes,
        _story_images,
        _font,
        texts.problems,
    )
    return [problem for one in checks for problem in one(settings)]


def _timezone(settings: dict[str, Any]) -> list[str]:
    name = settings["TIMEZONE"]
    try:
        ZoneInfo(name)
    except (ValueError, TypeError, OSError, LookupError):
        return [f"TIMEZONE is {name!r}, which is no known time zone. Examples: 'UTC', 'Europe/Zurich'."]
    return []


def _blindspots(settings: dict[str, Any]) -> list[str]:
    rule = settings["BLINDSPOTS"]
    if not rule:
        return []
    if isinstance(rule, dict) and set(rule) == {"most", "least"}:
        most, least = rule["most"], rule["least"]
        if all(type(share) is int for share in (most, least)) and 0 <= most < least <= _WHOLE:
            return []
    example = f"{DEFAULTS['BLINDSPOTS']!r}: per cent of the rated outlets, the first below the second"
    return [f"BLINDSPOTS is {rule!r}, but must be None, or such as {example}."]


def _front_stories(settings: dict[str, Any]) -> list[str]:
    count = settings["FRONT_STORIES"]
    if count is None or (type(count) is int and count > 0):
        return []
    return [f"FRONT_STORIES is {count!r}, but must be a whole number above 0, or None for all stories of the day."]


def _menu(settings: dict[str, Any]) -> list[str]:
    items = settings.get("MENUITEMS")
    if not items:
        return []
    pairs = isinstance(items, list | tuple) and all(isinstance(one, list | tuple) and len(one) == 2 for one in items)  # noqa: PLR2004
    if pairs and all(isinstance(text, str) for one in items for text in one):
        return []
    return [f"MENUITEMS is {items!r}, but must be a list of pairs of name and path, such as [('Topics', 'topics/')]."]


def _boxes(settings: dict[str, Any]) -> list[str]:
    boxes = settings["STORY_BOXES"]
    if not isinstance(boxes, list | tuple):
        return [f"STORY_BOXES is {boxes!r}, but must be a list of boxes: some of {', '.join(BOXES)}."]
    return [
        f"STORY_BOXES has {box!r}, which is no box; there are {', '.join(BOXES)}." for box in boxes if box not in BOXES
    ]


def _story_images(settings: dict[str, Any]) -> list[str]:
    value = settings["STORY_IMAGES"]
    if isinstance(value, bool):
        return []
    return [f"STORY_IMAGES is {value!r}, but must be True or False."]


def _font(settings: dict[str, Any]) -> list[str]:
    font = settings["STORY_IMAGES_FONT"]
    if font is None:
        return []
    try:
        with Path(font).open("rb") as file:
            begin = file.read(4)
    except (OSError, TypeError, ValueError):
        return [f"STORY_IMAGES_FONT is {font!r}, but must be None or a font's file that is there, such as 'font.ttf'."]
    if begin in _FONTS:
        return []
    return [
        f"STORY_IMAGES_FONT is {font!r}, which is no font; expected a TrueType or OpenType file (.ttf, .otf, .ttc)."
    ]


def _max_bytes(settings: dict[str, Any]) -> list[str]:
    size = settings["DOCUMENT_MAX_BYTES"]
    if isinstance(size, bool) or not isinstance(size, int) or size <= 0:
        return [f"DOCUMENT_MAX_BYTES is {size!r}, but must be a whole number of bytes above 0."]
    return []


def _now(settings: dict[str, Any]) -> list[str]:
    now = settings["NOW"]
    try:
        moment = datetime.datetime.fromisoformat(now) if isinstance(now, str) else now
    except ValueError:
        moment = ""
    if moment is None or (isinstance(moment, datetime.datetime) and moment.tzinfo):
        return []
    return [f"NOW is {now!r}, but must be None or a moment with its offset, such as '2026-06-03T06:30:00+00:00'."]


def _executor(settings: dict[str, Any]) -> list[str]:
    name = settings["EXECUTOR"]
    if name == DEFAULTS["EXECUTOR"]:  # which takes long to import, and may not be needed
        return []
    try:
        there = isinstance(name, str) and ":" in name and callable(pkgutil.resolve_name(name))
    except (ImportError, AttributeError, ValueError):
        there = False
    if there:
        return []
    return [f"EXECUTOR is {name!r}, but must name a function that is there, as in 'package.module:function'."]


def _rights(settings: dict[str, Any]) -> list[str]:
    rights = settings["RIGHTS"]
    if isinstance(rights, str) and rights in RIGHTS:
        return []
    stated = f"RIGHTS is {rights!r}, which is none of its values." if rights else "RIGHTS is not set."
    choices = "".join(f'\n    RIGHTS = "{name}" sends out {what}' for name, what in RIGHTS.items())
    return [f"{stated} It says how much of others' text the site sends out; choose one:{choices}"]


def _folders(settings: dict[str, Any]) -> list[str]:
    problems = []
    for name in FOLDERS:
        path = settings[name]
        if not isinstance(path, str | Path) or not str(path):
            problems.append(f"{name} is {path!r}, but must be the path of a folder.")
        elif Path(path).exists() and not Path(path).is_dir():
            problems.append(f"{name} is {str(path)!r}, which is a file, but must be a folder.")
    table = settings["OUTLETS_PATH"]
    if table is not None and (not isinstance(table, str | Path) or not str(table) or Path(table).is_dir()):
        problems.append(f"OUTLETS_PATH is {table!r}, but must be the path of a file, or None.")
    return problems


def _output(settings: dict[str, Any]) -> list[str]:
    """Keep the site out of what it is made from: a build removes files of the site, a preview watches the others."""
    output = Path(settings["OUTPUT_PATH"]).resolve()
    if output.exists() and not output.is_dir():
        return [f"OUTPUT_PATH is {str(output)!r}, which is a file, but must be a folder."]
    for name in ("PATH", *FOLDERS, "THEME"):
        source = Path(str(settings[name])).resolve()
        inside = name != "PATH" and output.is_relative_to(source)
        if inside or source.is_relative_to(output):
            return [f"OUTPUT_PATH is {str(output)!r}, which would mix the site with {name}, {str(source)!r}."]
    return []
