"""The output folder: a build goes to a staging folder inside it, and only a finished one is put in place.

``.briefing`` lists the files that builds made. A file is removed, or written over, only if it is on that list, and
renamed into place only where its bytes changed. The list is widened before files move and narrowed after, so that a
build killed at any moment leaves nothing that the next one does not know to be ours.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from edition.output_check import files_below, folders_of, is_link, is_same, problems, top_names
from edition.output_list import LIST, ForeignFolderError, OutputError, read_list, write_list

STAGING = ".briefing.new"


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that a build wrote, how many of those it made it found unchanged, and how many it removed."""

    written: tuple[str, ...]
    unchanged: int
    removed: int


def staging_in(output: Path) -> Path:
    """Return the staging folder of an output folder: inside it, so that files can be renamed into place."""
    return output / STAGING


def begin(output: Path, *, is_ours: bool = False) -> Path:
    """Return the staging folder to write to, which is not there yet; what a killed build left in it is removed.

    :param is_ours: whether it is known already that this program made what is in ``output``
    :raises ForeignFolderError: if ``output`` has files and no list of ours (those whose names begin with a dot do not
        count); nothing is touched then
    :raises OutputError: if the list cannot be read
    """
    if is_ours:
        pass
    elif output.is_dir():
        others = [entry.name for entry in output.iterdir() if not entry.name.startswith(".")]
        if read_list(output) is None and others:
            reason = f"{output} has {min(others)} in it and no {LIST} list, so this program did not make it"
            raise ForeignFolderError([f"{reason}: name another folder, or empty this one"])
    elif os.path.lexists(output):
        raise ForeignFolderError([f"{output} is not a folder"])
    _remove_staging(staging_in(output))
    return staging_in(output)


def put_in_place(output: Path, kept: frozenset[str] = frozenset()) -> Changes:
    """Make ``output`` what the staging folder has, and what is kept of it.

    :param kept: files of earlier builds that stay as they are
    :raises OutputError: if something that is not ours stands in the way; nothing is changed then
    """
    staging = staging_in(output)
    made, before = files_below(staging), read_list(output) or frozenset()
    return _put(_Move(output, staging, made, before, before - made - kept, (made | before, made | kept)))


def exchange(
    output: Path, obsolete: AbstractSet[str], before: AbstractSet[str], staging: Path | None = None
) -> Changes:
    """Put what the staging folder has into ``output``, where all else stays but for what is obsolete.

    :param obsolete: files of earlier builds that go, unless they were made again
    :param before: all files of earlier builds, which are those on the list
    :param staging: a folder in ``output`` that takes the place of the usual one
    :raises OutputError: as :func:`put_in_place`
    """
    staging = staging or staging_in(output)
    made = files_below(staging)
    gone = frozenset(path for path in obsolete if path in before and path not in made)
    if not gone and all(path in before for path in made):
        return _put(_Move(output, staging, made, before, gone))
    widened = made.union(before)
    return _put(_Move(output, staging, made, before, gone, (widened, widened - gone)))


@dataclass(frozen=True, slots=True)
class _Move:
    """What moves: the files ``made``, below ``staging``, come to ``output``, and the ``obsolete`` ones go.

    ``before`` are those on the list, ``listed`` those that it is to have meanwhile and at the end; None: it stays as it
    is.
    """

    output: Path
    staging: Path
    made: frozenset[str]
    before: AbstractSet[str]
    obsolete: frozenset[str]
    listed: tuple[frozenset[str], frozenset[str]] | None = None


def _put(move: _Move) -> Changes:
    output, staging, made = move.output, move.staging, move.made
    found = problems(output, staging, made, move.before)
    if found:
        raise OutputError(found)
    staging.mkdir(parents=True, exist_ok=True)
    meanwhile, at_the_end = move.listed or (None, None)
    if meanwhile is not None:
        write_list(output, meanwhile, staging)
    in_the_way = _in_the_way(move.obsolete, made)
    removed = _remove(output, in_the_way)
    written = _place_all(staging, output, made)
    removed += _remove(output, move.obsolete - in_the_way)
    if at_the_end is not None and at_the_end != meanwhile:
        write_list(output, at_the_end, staging)
    _remove_staging(staging)
    return Changes(written, len(made) - len(written), removed)


def _in_the_way(obsolete: frozenset[str], made: frozenset[str]) -> frozenset[str]:
    """Return those of our old files that go first: where a folder comes, below a file that comes, or in other case."""
    folders = folders_of(made)
    names = {path.casefold() for path in made}
    return frozenset(
        path
        for path in obsolete
        if path in folders or path.casefold() in names or not folders_of([path]).isdisjoint(made)
    )


def _place_all(staging: Path, output: Path, made: frozenset[str]) -> tuple[str, ...]:
    """Rename files into place; return those that were not there with the same bytes."""
    there = top_names(output)
    new = {top for path in made if (top := path.partition("/")[0]).casefold() not in there}
    for top in new:  # with all that is in it
        (staging / top).replace(output / top)
    return tuple(
        path for path in sorted(made) if path.partition("/")[0] in new or _place(staging / path, output / path)
    )


def _place(source: Path, target: Path) -> bool:
    """Rename a file over another, unless both are the same; return whether it was needed."""
    if is_same(source, target):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    return True


def _remove(output: Path, paths: Iterable[str]) -> int:
    """Remove files and the folders that they leave empty; return how many files there were."""
    removed = 0
    emptied: set[str] = set()
    for path in paths:
        folders = folders_of([path])
        if any(is_link(output / folder) for folder in folders):
            continue  # what is behind a link is not ours
        emptied |= folders
        if _is_file(output / path):
            (output / path).unlink()
            removed += 1
    for folder in sorted(emptied, key=lambda folder: len(PurePosixPath(folder).parts), reverse=True):
        with suppress(OSError):  # not empty: something else stands in it
            (output / folder).rmdir()
    return removed


def _is_file(path: Path) -> bool:
    """Whether a path is a file or a link, which can be removed without touching anything else."""
    try:
        return not stat.S_ISDIR(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _remove_staging(staging: Path) -> None:
    if _is_file(staging):
        staging.unlink()
    elif staging.is_dir():
        shutil.rmtree(staging)
