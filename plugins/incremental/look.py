"""A look at the files of a site: which are not as they were made.

Run as a program, it tells them line by line: where there are thousands, another process looks at them, beside the one
that looks at what the site is made from. It begins in a blink, because it needs little of the standard library, and
nothing of ours.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator

MADE = "SELECT path, size, changed FROM outputs"
"""Asks an index (see :mod:`incremental.index`) for the files of its site, as they were made."""


def not_as_made(made: Iterable[tuple[str, int, int]], folder: str) -> Iterator[str]:
    """Yield the paths of the files that are not as they were made, or not there.

    :param made: path, size in bytes and time of the last change, in nanoseconds since 1970, of each
    :param folder: the output folder
    """
    stat, below = os.stat, f"{folder}/"
    for path, size, changed in made:
        try:
            status = stat(below + path)  # Path.stat takes three times as long, and tens of thousands are looked at
        except OSError:
            yield path
            continue
        if status.st_mtime_ns != changed or status.st_size != size:
            yield path


def _tell(database: str, folder: str) -> None:
    connection = sqlite3.connect(database)
    made = connection.execute(MADE).fetchall()
    connection.close()  # before it looks at files: whoever keeps the index can write to it again
    sys.stdout.buffer.write("".join(f"{path}\n" for path in not_as_made(made, folder)).encode())


if __name__ == "__main__":
    _tell(*sys.argv[1:])
