"""The files of the site: what is kept of each when it is made, and which are not as they were left."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from incremental import look, stage_files
from incremental.changes import Changes
from incremental.index import Index
from incremental.owners import STORY

if TYPE_CHECKING:
    import subprocess

_WORTH_A_PROCESS = 8_000  # files; to look at fewer takes no longer than starting one


class Outputs:
    """The files of a site, held against how they were made.

    Where there are many, another process looks at them, from the moment this is made until :meth:`add` asks what it
    found. It ends by itself, or with :meth:`close`.
    """

    def __init__(self, index: Index, folder: Path, jobs: int = 1) -> None:
        """Take the index, the output folder, and how many processes may work at once."""
        self._index = index
        self._folder = os.fspath(folder)
        self._other: subprocess.Popen[bytes] | None = None
        _, files = index.counts()
        if jobs > 1 and files >= _WORTH_A_PROCESS:
            self._begin()

    def _begin(self) -> None:
        import subprocess  # noqa: PLC0415 - takes long to import, and most sites are small

        mode = f"utf8={sys.flags.utf8_mode}"  # so that both read names in the same way
        command = [sys.executable, "-I", "-S", "-X", mode, look.__file__, os.fspath(self._index.path), self._folder]
        with contextlib.suppress(OSError, TypeError):  # this process looks, then
            self._other = subprocess.Popen(  # noqa: S603 - our own program
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )

    def add(self, changes: Changes) -> None:
        """Add what those files were made from that are not as they were made."""
        for path in self._changed():
            state = "not as it was made" if os.path.exists(f"{self._folder}/{path}") else "missing"  # noqa: PTH110
            kind, _, post = (owner := self._index.owner(path) or "").partition(" ")
            wanted, key = (changes.posts, post) if kind == STORY else (changes.owners, owner)
            wanted.setdefault(key, f"{path} is {state}")

    def _changed(self) -> Iterable[str]:
        if self._other is not None:
            found, _ = self._other.communicate()
            code, self._other = self._other.returncode, None
            if code == 0:
                return found.decode().split("\n")[:-1]
        return look.not_as_made(self._index.files(), self._folder)

    def close(self) -> None:
        """Let the other process end; while it reads the index, nothing can be kept in that."""
        if self._other is not None:
            self._other.kill()
            self._other.communicate()
            self._other = None


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
