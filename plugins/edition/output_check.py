"""What stands in the way of a finished build: names that cannot be, and what in the output folder is not ours."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path

from edition.output_list import LIST, is_listable

_CHUNK = 1 << 20
_JUNCTION = 0xA0000003  # what Windows calls a link from one folder to another, which it tells from a symbolic link
_HAS_JUNCTIONS = os.name == "nt"


class _Ours:
    """The files in an output folder that are ours: asked for where something may be in the way, which is seldom."""

    def __init__(self, before: AbstractSet[str]) -> None:
        self._before = before

    @cached_property
    def names(self) -> set[str]:
        """Their paths, as they are the same where case does not count."""
        return {path.casefold() for path in self._before}

    @cached_property
    def folders(self) -> set[str]:
        """The folders that hold them."""
        return folders_of(self._before)


def problems(output: Path, staging: Path, made: frozenset[str], before: AbstractSet[str]) -> list[str]:
    """Return why the files of a build cannot be put in place, if anything is in the way.

    :param made: the files of the build, below ``staging``
    :param before: the files in ``output`` that are ours
    """
    found = list(_names(staging, made))
    if found:
        return found
    there = top_names(output)
    beside = frozenset(path for path in made if path.partition("/")[0].casefold() in there)  # nothing is in others' way
    return [*_folders_in_the_way(output, beside, before), *_files_in_the_way(output, staging, beside, before)]


def top_names(folder: Path) -> set[str]:
    """Return the names of what stands in a folder, as they are the same where case does not count."""
    return {name.casefold() for name in os.listdir(folder)} if folder.is_dir() else set()  # noqa: PTH208 - names alone


def is_link(path: Path) -> bool:
    """Return whether a path leads elsewhere: a symbolic link, or a junction on Windows."""
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def is_same(one: Path, other: Path) -> bool:
    """Return whether both are files with the same bytes, or links that say the same."""
    try:
        states = one.lstat(), other.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    if any(stat.S_ISLNK(status.st_mode) for status in states):
        return all(stat.S_ISLNK(status.st_mode) for status in states) and one.readlink() == other.readlink()
    if not all(stat.S_ISREG(status.st_mode) for status in states) or states[0].st_size != states[1].st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        while chunk := first.read(_CHUNK):
            if chunk != second.read(_CHUNK):
                return False
    return True


def files_below(folder: Path) -> frozenset[str]:
    """Return the files below a folder as relative paths with ``/``; links are not followed."""
    found = []
    waiting = [(os.fspath(folder), "")]
    while waiting:
        place, below = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False) and not (_HAS_JUNCTIONS and is_link(Path(entry.path))):
                        waiting.append((entry.path, f"{below}{entry.name}/"))
                    else:
                        found.append(below + entry.name)
        except (FileNotFoundError, NotADirectoryError):
            continue
    return frozenset(found)


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return all folders that hold the files of relative paths, but for the folder that these are relative to."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _names(staging: Path, made: frozenset[str]) -> Iterator[str]:
    by_name: dict[str, str] = {}
    for path in sorted(made):
        if not is_listable(path):
            yield f"{path!r}: expected a name that all systems can have"
        elif path.partition("/")[0].casefold() in {LIST, staging.name}:
            yield f"{path}: expected another name, since this one is the build's own"
        elif (other := by_name.setdefault(path.casefold(), path)) != path:
            yield f"{other} and {path} are one file where case does not count: rename one of them"


def _folders_in_the_way(output: Path, made: frozenset[str], before: AbstractSet[str]) -> Iterator[str]:
    for folder in sorted(folders_of(made)):
        place = output / folder
        if is_link(place):
            yield f"{place} is a link to elsewhere, where nothing is written: remove it"
        elif place.is_file() and folder not in before:
            yield f"{place} was not made by this program and is in the way of a folder: remove it"


def _files_in_the_way(output: Path, staging: Path, made: frozenset[str], before: AbstractSet[str]) -> Iterator[str]:
    ours = _Ours(before)
    for path in sorted(made):
        place = output / path
        if place.is_dir() and not is_link(place):
            others = [f"{path}/{name}" for name in files_below(place) if f"{path}/{name}".casefold() not in ours.names]
            if others or path not in ours.folders:
                yield f"{place} is in the way of a file and was not made by this program: remove it"
        elif path in before or not os.path.lexists(place):
            continue
        elif path.casefold() not in ours.names and not is_same(staging / path, place):
            yield f"{place} was not made by this program and would be written over: remove it, or give it another name"
