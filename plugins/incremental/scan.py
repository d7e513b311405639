"""What a site is made from: a look at each file, which is read only where its size or time changed."""

from __future__ import annotations

import fnmatch
import functools
import hashlib
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import files, stamps, texts
from briefing.settings import PARTIALS
from briefing.stamps import Stamp

if TYPE_CHECKING:
    from incremental.beside import Beside

_BLINK = 50_000_000  # nanoseconds; a file that changed so shortly before could change again unseen
_SECOND = 1_000_000_000
_CODE = (".py", ".json")
_READ_BY_PELICAN = (".rst", ".html", ".htm", ".markdown", ".mkd", ".mdown")
_PROGRAM = Path(__file__).parents[1]


@dataclass(slots=True)
class Found:
    """The files that there are, by what they are for: each file's path with its stamp.

    ``posts`` are known by their names. ``documents`` is not looked into: it is a digest of all stamps, and empty
    where there is no document.
    """

    posts: dict[str, Stamp] = field(default_factory=dict)
    no_post: str = ""  # the name of something in the folder of posts that Pelican would read, and is none
    templates: dict[str, Stamp] = field(default_factory=dict)
    others: dict[str, Stamp] = field(default_factory=dict)  # pages and static files
    editions: dict[str, Stamp] = field(default_factory=dict)
    table: dict[str, Stamp] = field(default_factory=dict)  # the outlet table, if there is one
    documents: str = ""
    program: str = ""

    def with_posts(self, paths: Iterable[Path]) -> Found:
        """Return the same with another look at some posts; other posts, and all else, did not change."""
        return replace(self, posts=self.posts | {path.name: stamps.look(path) for path in paths})


def look(settings: Mapping[str, Any], beside: Beside | None = None) -> Found:
    """Look at all files that a site is made from, but for posts as they were written.

    :param beside: what looks at some of the posts meanwhile
    """
    posts, others = find_posts(settings["POSTS_PATH"], beside)
    return Found(
        posts=posts,
        no_post=min((name for name, is_folder in others.items() if is_folder or _is_read(name)), default=""),
        templates=_stamps(template_folders(settings)),
        others=_stamps(_folders_of_others(settings)),
        editions={path: s for path, s in _stamps([settings["EDITIONS_PATH"]]).items() if path.endswith(".md")},
        table=_stamps([settings["OUTLETS_PATH"]] if settings["OUTLETS_PATH"] else []),
        documents=_documents(settings),
        program=program(),
    )


def find_posts(folder: str, beside: Beside | None = None) -> stamps.FoundPosts:
    """Return the posts in a folder, in no order.

    :param beside: what looks at some of them meanwhile
    """
    if beside is None:
        return stamps.find_posts(folder)
    found = stamps.find_posts(folder, beside.posts)
    for name in beside.changed_posts():
        if found.stamps.pop(name, None) is None:
            continue  # it is gone
        path = os.path.join(folder, name)  # noqa: PTH118 - and these say no where Path would raise
        if os.path.isfile(path):  # noqa: PTH113
            found.stamps[name] = stamps.look(path)
        else:
            found.others[name] = os.path.isdir(path)  # noqa: PTH112
    return found


def _is_read(name: str) -> bool:
    """Whether Pelican would read what has such a name and is no post."""
    return name.lower().endswith(_READ_BY_PELICAN)


def template_folders(settings: Mapping[str, Any]) -> Iterator[Path]:
    """Yield the folders in which templates and texts are looked for; Pelican's own theme is a part of Pelican."""
    theme = Path(settings["THEME"]).expanduser() / "templates"
    yield from (Path(folder) for folder in settings["THEME_TEMPLATES_OVERRIDES"])
    yield theme
    if PARTIALS.resolve() != theme.resolve():
        yield PARTIALS
    yield from texts.folders(settings)


@functools.cache
def program() -> str:
    """Return what tells this program, and what it stands on, from every other version; as it was when it began."""
    return _digest(_program())


def is_settled(changed: int, now: int) -> bool:
    """Whether a file changed so long ago that another change would show in its stamp.

    :param changed: when it did, in nanoseconds since 1970
    :param now: when it was looked at, the same
    """
    coarse = changed % _SECOND == 0  # some file systems know whole seconds only, and some only every other
    return changed < now - (2 * _SECOND if coarse else _BLINK)


def digest(path: Path) -> str:
    """Return what tells the content of a file from all others; empty if it cannot be read."""
    try:
        return files.digest(path.read_bytes())
    except OSError:
        return ""


def _stamps(folders: Iterable[str | Path]) -> dict[str, Stamp]:
    """Return the stamps of all files below folders, but for what programs keep for a moment or for themselves."""
    found: dict[str, Stamp] = {}
    waiting = [os.fspath(folder) for folder in folders]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir():
                        waiting.append(entry.path)
                    elif not fnmatch.fnmatch(entry.name, ".*"):
                        found[entry.path] = stamps.look(entry.path)
        except NotADirectoryError:  # a setting may name a single file
            found[folder] = stamps.look(folder)
        except OSError:
            continue
    return found


def _folders_of_others(settings: Mapping[str, Any]) -> Iterator[Path]:
    content, theme = Path(settings["PATH"]), Path(settings["THEME"])
    yield from (content / path for path in (*settings["PAGE_PATHS"], *settings["STATIC_PATHS"]))
    yield from (theme / path for path in settings["THEME_STATIC_PATHS"])


def _documents(settings: Mapping[str, Any]) -> str:
    found = list(files.find_documents(Path(settings["DOCUMENTS_PATH"])))
    now = time.time_ns()
    if not found:
        return ""
    changes = (int(part.partition(" ")[2] or 0) for file in found for part in file.stamp.split("|"))
    settled = all(is_settled(changed, now) for changed in changes)
    return _digest([f"{file.key} {file.stamp}" for file in found] + ([] if settled else [str(now)]))


def _program() -> Iterator[str]:
    waiting = [os.fspath(_PROGRAM)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.append(entry.path)
                elif entry.name.endswith(_CODE):
                    yield f"{entry.path} {stamps.look(entry.path)}"
    yield sys.version
    for place in sys.path:
        if place.endswith(("site-packages", "dist-packages")):
            yield from (path.name for path in Path(place).iterdir() if path.name.endswith((".dist-info", ".egg-info")))


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(texts)).encode("utf-8", "surrogateescape")).hexdigest()[:32]
