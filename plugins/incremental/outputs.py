"""The files of the site: what is kept of each when it is made, and which are not as they were left."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.files import look
from edition.output_list import LIST
from incremental import scan, stage_files
from incremental.changes import Changes
from incremental.index import Index
from incremental.owners import STORY


def add(changes: Changes, index: Index, output: Path, *, is_watched: bool = False) -> None:
    """Add what files of the site were made from that are not as they were left, and tell which are ours.

    :param output: the output folder
    :param is_watched: they are known to be as they were left
    """
    files = index.files()
    folder = os.fspath(output)
    for path, size, changed in () if is_watched else files:
        if look(f"{folder}/{path}") != (size, changed):
            _add(changes, index, path, "not as it was made" if (output / path).exists() else "missing")
    if scan.digest(output / LIST) == index.fact("list"):
        changes.ours = frozenset([path for path, _, _ in files]) | stage_files.recall(index)


def _add(changes: Changes, index: Index, path: str, state: str) -> None:
    owner = index.owner(path) or ""
    kind, _, post = owner.partition(" ")
    wanted, key = (changes.posts, post) if kind == STORY else (changes.owners, owner)
    wanted.setdefault(key, f"{path} is {state}")
