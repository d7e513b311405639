"""The site's settings: what stands where nothing is said, where relative paths lead, and what is wrong with them."""

from __future__ import annotations

import datetime
import pkgutil
import re
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from briefing import static, texts

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

_FOLDERS = ("DOCUMENTS_PATH", "POSTS_PATH", "EDITIONS_PATH")
_LAST_PORT = 65535
_FONTS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")  # how their files begin (OpenType 1.9, "Organization of a font")
_WHOLE = 100  # per cent
# What stands in a link as it is, so without signs that an address would have to encode (RFC 6068, RFC 3986).
_MAIL = re.compile(r"[A-Za-z0-9.!$'*+=_~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_WRITABLE = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*")


def complete(settings: dict[str, Any]) -> None:
    """Put in the defaults of what is not set, and make the paths of content absolute, in place.

    A relative path is relative to the folder of ``SETTINGS_FILE``; where the settings do not name it, to the one
    that ``PATH``, which Pelican has made absolute, stands in.
    """
    for name, value in DEFAULTS.items():
        settings.setdefault(name, value)
    here = Path(settings.get("SETTINGS_FILE") or Path(settings.get("PATH", "content")).absolute()).absolute().parent
    for name in (*_FOLDERS, "OUTLETS_PATH", "STORY_IMAGES_FONT"):
        if isinstance(settings[name], str | Path):
            settings[name] = str(here / settings[name])
    if settings["STATIC_HASHES"]:
        static.name_by_content(settings)


def check(settings: dict[str, Any]) -> list[str]:
    """Return what is wrong with a site's settings, a sentence or more each; ``[]``: nothing."""
    settings = DEFAULTS | settings
    checks = (
        _timezone,
        _max_bytes,
        _now,
        _executor,
        _rights,
        _site_address,
        _relative_urls,
        _folders,
        _output,
        _blindspots,
        _front_stories,
        _menu,
        _report_errors_to,
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


def _report_errors_to(settings: dict[str, Any]) -> list[str]:
    address = settings["REPORT_ERRORS_TO"]
    if not address or (isinstance(address, str) and (_MAIL.fullmatch(address) or _is_form(address))):
        return []
    examples = "'corrections@example.org' or 'https://example.org/report'"
    return [f"REPORT_ERRORS_TO is {address!r}, but must be None, a mail address or a form's, such as {examples}."]


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


def _is_form(address: str) -> bool:
    """Whether a web address can be given a story's in its query, so it has no fragment (RFC 3986)."""
    path, _, query = address.partition("?")
    return "#" not in query and _well_formed(path.rstrip("/")) is not None and _WRITABLE.fullmatch(query) is not None


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


def _site_address(settings: dict[str, Any]) -> list[str]:
    address = settings.get("SITEURL") or ""
    example = 'Set it to the address where readers will find it, such as SITEURL = "https://briefing.example.org".'
    if not address:
        return [f"SITEURL is empty. {example}"] if settings["PUBLISHING"] else []
    parts = _well_formed(address)
    if parts is None:
        form = "http:// or https://, a host and, if there is one, a path, without a slash at its end"
        return [f"SITEURL is {address!r}, but must be {form}."]
    if settings["PUBLISHING"] and _is_loopback(parts.hostname or ""):
        return [f"SITEURL is {address!r}, which only this machine can reach. {example}"]
    return []


def _well_formed(address: object) -> SplitResult | None:
    """Return the parts of a site's address (RFC 3986), None if it cannot be one."""
    if not isinstance(address, str) or not address.isascii() or any(sign in address for sign in " ?#\"'<>\\@"):
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and not address.endswith("/")
    return parts if whole and (port is None or 0 < port <= _LAST_PORT) else None


def _is_loopback(host: str) -> bool:
    host = host.rstrip(".").lower()
    import ipaddress  # noqa: PLC0415 - takes long, and is asked where a site is published only

    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    return number.is_loopback or number.is_unspecified


def _relative_urls(settings: dict[str, Any]) -> list[str]:
    if settings.get("RELATIVE_URLS"):
        return ["RELATIVE_URLS must be off: it would take the site's address out of feeds. Links are relative anyway."]
    return []


def _folders(settings: dict[str, Any]) -> list[str]:
    problems = []
    for name in _FOLDERS:
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
    for name in ("PATH", *_FOLDERS, "THEME"):
        source = Path(str(settings[name])).resolve()
        inside = name != "PATH" and output.is_relative_to(source)
        if inside or source.is_relative_to(output):
            return [f"OUTPUT_PATH is {str(output)!r}, which would mix the site with {name}, {str(source)!r}."]
    return []
