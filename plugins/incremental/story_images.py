"""Social images among the files of the site: what each shows, and putting new ones in their places."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from edition import output
from edition.output_check import files_below
from edition.output_list import OutputError, read_list
from incremental import stage_files
from incremental.index import IMAGES, Index

STAGING = ".briefing.images"
"""How the folders begin in which they wait; they stand in the output folder, so that files can be renamed."""


def recall(index: Index) -> dict[str, str]:
    """Return what is known of the images: their keys by their paths; a key is empty where the file may be another."""
    known = index.fact(IMAGES)
    return dict(known["files"]) if known else {}


def changed(known: Mapping[str, str], wanted: Mapping[str, str], folder: Path) -> list[str]:
    """Return which images are to be put in place: those that show something else now, and those that are not there.

    :param folder: the output folder
    """
    return [path for path, key in wanted.items() if known.get(path) != key or not (folder / path).is_file()]


def place(index: Index, folder: Path, staging: Path, wanted: Mapping[str, str]) -> int:
    """Put new images in place, remove those of stories that are gone, and return how many these are.

    :param folder: the output folder
    :param staging: a folder in it with the new ones
    :param wanted: the keys of all images by their paths
    :raises OutputError: if something else stands in the way
    """
    stage_files.check_list(index, folder)
    before, known, made = read_list(folder) or frozenset(), recall(index), files_below(staging)
    taken = [(path, owner) for path in sorted(made - known.keys()) if (owner := index.owner(path))]
    if taken:
        raise OutputError([f"{path} is made from {owner}, where a social image is to stand" for path, owner in taken])
    _note(index, folder, known | dict.fromkeys(made, ""))
    gone = known.keys() - wanted.keys()
    done = output.exchange(folder, gone, before, staging)
    _note(index, folder, wanted)
    return done.removed


def _note(index: Index, folder: Path, keys: Mapping[str, str]) -> None:
    stage_files.note(index, folder, IMAGES, {"files": dict(keys)})
