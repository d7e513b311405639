"""``.briefing`` lists the files in an output folder that builds made: relative paths with ``/``, sorted, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

LIST = ".briefing"

# Names that are not "." or "..", without control characters, back-slashes and what is no Unicode, and no drive.
_NAME = r"(?!\.{1,2}(?:/|\Z))[^\x00-\x1f\\/\ud800-\udfff]+"
_LISTABLE = re.compile(rf"(?!.:){_NAME}(?:/{_NAME})*")


class OutputError(Exception):
    """The output folder cannot be written to; the message has a line for each problem."""

    exitcode = 1

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__("\n".join(("The site was left as it is.", *problems)))


class ForeignFolderError(OutputError):
    """The folder that was named for the output is not one that this program made."""

    exitcode = 2


def read_list(output: Path) -> frozenset[str] | None:
    """Return the files of the list, or None where there is no list.

    A path that leads elsewhere is left out: nothing outside ``output`` is ever ours.

    :raises OutputError: if the list cannot be read
    """
    try:
        text = (output / LIST).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError([f"{output / LIST}: expected a list of files, found {error}"]) from error
    return frozenset(line for line in text.split("\n") if is_listable(line))


def write_list(output: Path, paths: Iterable[str], staging: Path) -> None:
    """Write the list, unless it says this already.

    :param staging: a folder of the same file system to write it in, before it is renamed into place
    """
    content = "".join(f"{path}\n" for path in sorted(paths)).encode()
    target = output / LIST
    if target.is_file() and not target.is_symlink() and target.read_bytes() == content:
        return
    written = staging / LIST
    written.write_bytes(content)
    written.replace(target)


def is_listable(path: str) -> bool:
    """Return whether a path can stand in the list: relative, in its shortest form, and the same on every system.

    A back-slash or a drive is part of a name on one system and leads elsewhere on another.
    """
    return _LISTABLE.fullmatch(path) is not None
