"""The files of the site: what is kept of each when it is made, and which are not as they were left."""

from __future__ import annotations

import os
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path

from incremental import look, stage_files
from incremental.beside import Beside
from incremental.changes import Changes
from incremental.index import Index
from incremental.owners import STORY


class Outputs:
    """The files of a site, held against how they were made."""

    def __init__(self, index: Index, folder: Path, beside: Beside | None = None) -> None:
        """Take the index, the output folder, and what looks at the files already."""
        self._index = index
        self._folder = os.fspath(folder)
        self._beside = beside

    @cached_property
    def changed(self) -> list[str]:
        """The paths of the files that are not as they were made."""
        told = self._beside.changed_outputs() if self._beside else None
        return list(look.not_as_known(self._index.files(), self._folder)) if told is None else told

    def add(self, changes: Changes) -> None:
        """Add what those files were made from that are not as they were made."""
        for path in self.changed:
            state = "not as it was made" if os.path.exists(f"{self._folder}/{path}") else "missing"  # noqa: PTH110
            kind, _, post = (owner := self._index.owner(path) or "").partition(" ")
            wanted, key = (changes.posts, post) if kind == STORY else (changes.owners, owner)
            wanted.setdefault(key, f"{path} is {state}")


class Ours(AbstractSet[str]):
    """The paths of all files in the output folder that are ours; of the few that are asked for, the index is."""

    def __init__(self, index: Index) -> None:
        """Take the index."""
        self._index = index

    @cached_property
    def _of_stages(self) -> frozenset[str]:
        return stage_files.recall(self._index)

    def __contains__(self, path: object) -> bool:
        """Whether a file is ours."""
        return self._index.has_output(path) or path in self._of_stages

    def __iter__(self) -> Iterator[str]:
        """Go through all of them."""
        yield from self._index.paths() | self._of_stages

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._index.paths() | self._of_stages)
