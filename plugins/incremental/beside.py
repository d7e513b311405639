"""Another process, which looks at files beside this one: at some of the posts, then at the files of the site."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.stamps import Stamp
from incremental import look
from incremental.index import Index

if TYPE_CHECKING:
    import subprocess

_WORTH_A_PROCESS = 8_000  # files of a site; to look at fewer takes no longer than starting one
_SHARE = 0.5  # of the posts, so that both processes are done at about the same time


class Beside:
    """A process that looks at files from the moment this is made, and ends by itself, or with :meth:`close`.

    Where it fails, all posts are told, and no files of the site; where there can be none, nothing is.
    """

    def __init__(self, index: Index, posts: str, output: str) -> None:
        """Take the index, the folder of posts, and the output folder."""
        import subprocess  # noqa: PLC0415 - takes long to import, and most sites are small

        part = index.sources.part_after("post", _SHARE)
        mode = f"utf8={sys.flags.utf8_mode}"  # so that both read names in the same way
        command = [sys.executable, "-I", "-S", "-X", mode, look.__file__]
        folders = [os.path.abspath(folder) for folder in (posts, output)]  # noqa: PTH100 - see stamps.look
        self._process: subprocess.Popen[bytes] | None = None
        with contextlib.suppress(OSError, TypeError):
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [*command, index.path, part, *folders],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        known = index.sources.stamps("post") if self._process else {}
        self._posts: dict[str, Stamp] | None = {post: stamp for post, stamp in known.items() if post < part}

    @property
    def posts(self) -> dict[str, Stamp]:
        """The posts that it looks at, as the index knows them; none once it told of them."""
        return self._posts or {}

    def changed_posts(self) -> Iterable[str]:
        """Return which of those posts are not as the index knows them."""
        posts, self._posts = self._posts, None
        if posts is None:
            return ()
        told = self._told()
        return posts if told is None else told

    def changed_outputs(self) -> list[str] | None:
        """Return which files of the site are not as they were made; None if it did not tell. It has ended then."""
        self.changed_posts()
        told = self._told()
        self.close()
        return told

    def _told(self) -> list[str] | None:
        told: list[str] = []
        for line in (self._process and self._process.stdout) or ():
            if line == b"\n":
                return told
            if not line.endswith(b"\n"):  # it was killed
                break
            told.append(line[:-1].decode(look.FORM))
        return None

    def close(self) -> None:
        """Let the process end; while it reads the index, nothing can be kept in that."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def look_beside(index: Index, posts: str, output: str, jobs: int) -> Beside | None:
    """Let another process look at files, where there are many and ``jobs`` processes may work at once."""
    _, files = index.counts()
    return Beside(index, posts, output) if jobs > 1 and files >= _WORTH_A_PROCESS else None
