"""By what files are known as unchanged. Nothing is imported here that takes long: mostly there is only this look."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_TAKES_OPEN_FOLDER = os.scandir in os.supports_fd

Stamp = tuple[int, int]
"""The size of a file in bytes, and when it was last changed, in nanoseconds since 1970."""

NOT_THERE: Stamp = (-1, -1)
"""The stamp of what is not there, which no file has."""


class FoundPosts(NamedTuple):
    """The posts in a folder: their stamps by their names.

    ``others`` are the names of what else is in it, hidden things apart, with whether each is a folder.
    """

    stamps: dict[str, Stamp]
    others: dict[str, bool]


def look(place: str | Path) -> Stamp:
    """Return the stamp of a file."""
    try:
        status = os.stat(place)  # noqa: PTH116 - tens of thousands of files are looked at
    except OSError:
        return NOT_THERE
    return status.st_size, status.st_mtime_ns


def as_text(*stamps: Stamp) -> str:
    """Return the stamps of files that belong together as one text, in which nothing stands for one not there."""
    return "|".join("" if stamp == NOT_THERE else f"{stamp[0]} {stamp[1]}" for stamp in stamps)


def find_posts(folder: str | Path, looked_at: Mapping[str, Stamp] | None = None) -> FoundPosts:
    """Return the posts in a folder, in no order.

    :param looked_at: the stamps of those that need no look
    """
    known = looked_at or {}
    posts: dict[str, Stamp] = {}
    others: dict[str, bool] = {}
    with (
        contextlib.suppress(FileNotFoundError, NotADirectoryError),
        _opened(folder) as place,
        os.scandir(place) as entries,
    ):
        for entry in entries:
            name = entry.name
            if name in known:
                posts[name] = known[name]
                continue
            if name.startswith("."):
                continue
            try:
                if name.endswith(".md") and entry.is_file():
                    status = entry.stat()
                    posts[name] = status.st_size, status.st_mtime_ns
                else:
                    others[name] = entry.is_dir()
            except OSError:  # it is gone already, or a link to itself
                others[name] = False
    return FoundPosts(posts, others)


@contextlib.contextmanager
def _opened(folder: str | Path) -> Iterator[str | Path | int]:
    """Open a folder, for what is in it is found sooner then; where a system does not do that, the path must do."""
    if not _TAKES_OPEN_FOLDER:
        yield folder
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        yield place
    finally:
        os.close(place)
