"""The files of stages among the files of the site: of the search index, and social images.

Stages make them of finished pages, when there is time: they are no part of what a build compares. Builds leave them
where they are; the cache's index knows which they are.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from briefing.stamps import NOT_THERE, look
from edition.output_list import LIST
from incremental.index import LISTED, STAGES, Index


def recall(index: Index) -> frozenset[str]:
    """Return all files that stages made."""
    known = (index.fact(name) for name in STAGES)
    return frozenset(path for one in known if one for path in one["files"])


def forget(index: Index, *, but: Collection[str] = ()) -> None:
    """Note that stages made no files, but for some stages: those are made again."""
    for name in STAGES:
        if name not in but:
            index.note(name, None)


def check_list(index: Index, folder: Path) -> None:
    """See, before a stage changes it, whether the list in the output folder is as it was left; else it is to be read.

    :param folder: the output folder
    """
    if index.listed() not in {None, look(folder / LIST)}:
        index.note(LISTED, NOT_THERE)


def note(index: Index, folder: Path, name: str, made: Any) -> None:
    """Keep what a stage made, now that its files are in place.

    :param folder: the output folder
    :param name: the stage's
    :param made: as JSON can hold it; ``files`` has the files
    """
    index.note(name, made)
    if index.listed() not in {None, NOT_THERE}:  # None: Pelican made the site, and the index does not know its files
        index.note(LISTED, look(folder / LIST))
    index.commit()
