"""The search index among the files of the site: what it was made from, and putting a new one in the old one's place.

It is made by Pagefind from the pages in the output folder, as a stage of its own: the files that it has for each page
are no part of what a build compares. Builds leave them where they are; the cache's index knows which they are.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from edition import output
from edition.output_check import files_below
from edition.output_list import read_list
from incremental import stage_files
from incremental.index import SEARCH, Index

FOLDER = "pagefind"
"""Where the search index stands in the output folder."""

STAGING = ".briefing.search"
"""How the folders begin in which one is made; they stand in the output folder, so that files can be renamed."""

_ENTRY = f"{FOLDER}/pagefind-entry.json"  # names the files that a search begins with


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """A search index that was made: ``of`` tells the pages that it was made from; empty where it may not be whole."""

    of: str = ""
    files: frozenset[str] = frozenset()

    def is_current(self, of: str, folder: Path) -> bool:
        """Whether it was made from these pages, and is there."""
        return bool(self.of) and self.of == of and all((folder / path).is_file() for path in self.files)


def recall(index: Index) -> SearchIndex:
    """Return what is known of the search index."""
    known = index.fact(SEARCH)
    return SearchIndex(known["of"], frozenset(known["files"])) if known else SearchIndex()


def of_pages(folder: Path, maker: str) -> str:
    """Return what tells the pages in the output folder, and what makes an index of them, from all others.

    :param maker: tells the version of what makes it, and how it is told to
    :raises OutputError: if the list of files cannot be read
    """
    told = [maker]
    for path in sorted(read_list(folder) or ()):
        if path.endswith(".html"):
            try:
                status = os.stat(f"{folder}/{path}")  # noqa: PTH116 - tens of thousands of files are looked at
            except OSError:
                continue
            told.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]


def place(index: Index, folder: Path, staging: Path, new: SearchIndex) -> None:
    """Put a new search index in the place of the one before; at any moment one of them is whole.

    Its files are named by their content, so that both can stand beside each other until the one file that names the
    others is exchanged.

    :param folder: the output folder
    :param staging: a folder in it with those files of the new index that are not there yet, below :data:`FOLDER`
    :raises OutputError: if something that is not ours stands in the way
    """
    stage_files.check_list(index, folder)
    before, old = read_list(folder) or frozenset(), recall(index)
    _note(index, folder, SearchIndex("", old.files | new.files))
    entry = (staging / _ENTRY).read_bytes()
    (staging / _ENTRY).unlink()
    beside = files_below(staging)
    output.exchange(folder, frozenset(), before, staging)
    (staging / _ENTRY).parent.mkdir(parents=True)
    (staging / _ENTRY).write_bytes(entry)
    output.exchange(folder, old.files - new.files, before | beside, staging)
    _note(index, folder, new)


def _note(index: Index, folder: Path, search: SearchIndex) -> None:
    stage_files.note(index, folder, SEARCH, {"of": search.of, "files": sorted(search.files)})
