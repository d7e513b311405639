"""A look at files: which are not as the index knows them.

Run as a program, it tells them line by line, a part of the posts first, then the files of the site: where there are
thousands, another process looks at them, beside the one that looks at the rest. It begins in a blink, because it needs
little of the standard library, and nothing of ours.
"""

from __future__ import annotations

import marshal
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator

MADE = "SELECT path, size, changed FROM outputs"
"""Asks an index (see :mod:`incremental.index`) for the files of its site, as they were made."""

READ = "SELECT stamps FROM stamps WHERE kind = 'post' AND part < ?"
"""Asks an index for the stamps of the posts, as they were read, up to some part of their names."""

FORM = "unicode_escape"
"""How paths are told: any of them is one line, and no line is empty but the one at the end."""


def not_as_known(known: Iterable[tuple[str, int, int]], folder: str) -> Iterator[str]:
    """Yield the paths of the files that are not as they are known, or not there.

    :param known: path, size in bytes and time of the last change, in nanoseconds since 1970, of each
    :param folder: the folder that the paths begin in
    """
    stat, below = os.stat, f"{folder}/"
    for path, size, changed in known:
        try:
            status = stat(below + path)  # Path.stat takes three times as long, and tens of thousands are looked at
        except OSError:
            yield path
            continue
        if status.st_mtime_ns != changed or status.st_size != size:
            yield path


def _run(database: str, part: str, posts: str, output: str) -> None:
    connection = sqlite3.connect(database)
    read = connection.execute(READ, (part,)).fetchall()
    _tell(((post, *stamp) for (stamps,) in read for post, stamp in marshal.loads(stamps).items()), posts)  # noqa: S302
    made = connection.execute(MADE).fetchall()
    connection.close()  # before it looks at files: whoever keeps the index can write to it again
    _tell(made, output)


def _tell(known: Iterable[tuple[str, int, int]], folder: str) -> None:
    os.chdir(folder)  # each path is looked up from here on, which is sooner done than from the root
    lines = [path.encode(FORM) for path in not_as_known(known, os.curdir)]
    sys.stdout.buffer.write(b"\n".join([*lines, b"\n"]))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    _run(*sys.argv[1:])
