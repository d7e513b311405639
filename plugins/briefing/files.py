"""The folders: which files are documents, and how a file is read and written.

Nothing here takes long to import: mostly there is only this look, and nothing to do.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.stamps import NOT_THERE, as_text, look

MADE = ".made"
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
SIDECAR = ".toml"  # behind the name of the document that it is about
_PAGE_FILES = "_files"
_BINARY = getattr(os, "O_BINARY", 0)  # only Windows tells text from other files
_PIECE = 1 << 16  # bytes


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A document as it was found: where it is, its path below the folder with ``/``, and its stamp as a text."""

    place: str
    path: str
    stamp: str

    @property
    def key(self) -> str:
        """A text that tells it from all others, and nothing of its name, which can tell who saved the page."""
        return hashlib.sha256(os.fsencode(self.path)).hexdigest()

    @property
    def shown(self) -> str:
        """The path as one line to be read."""
        from briefing.documents.lines import clean  # noqa: PLC0415 - shown where there is something to do

        return clean(self.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def digest(content: bytes) -> str:
    """Return what tells the content of a file from all others."""
    return hashlib.sha256(content).hexdigest()[:32]


def find_documents(folder: Path) -> Iterator[FoundFile]:
    """Yield the documents below ``folder``, in the order of their names; the stamp holds that of a sidecar too.

    Not documents: names beginning with ``.`` or ``~``, sidecars, and the ``NAME_files`` folder that a browser
    puts beside a page ``NAME.html``. A folder that cannot be read is yielded itself: it is a problem to report.
    """
    if folder.is_dir():
        yield from _find(str(folder), "", frozenset())


def _find(folder: str, path: str, above: frozenset[str]) -> Iterator[FoundFile]:
    inside = above | {os.path.realpath(folder)}
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield FoundFile(folder, path.removesuffix("/"), "")
        return
    names = {entry.name for entry in entries}
    parts = (name.rpartition(".") for name in names)
    pages = {stem for stem, _, suffix in parts if f".{suffix}".lower() in HTML_SUFFIXES}
    for entry in entries:
        name = entry.name
        if name.startswith((".", "~")):
            continue
        below = path + name
        if _is_folder(entry):
            is_of_page = name.endswith(_PAGE_FILES) and name.removesuffix(_PAGE_FILES) in pages
            if not is_of_page and os.path.realpath(entry.path) not in inside:  # a link above would have no end
                yield from _find(entry.path, f"{below}/", inside)
        elif not (name.endswith(SIDECAR) and name.removesuffix(SIDECAR) in names):
            of_sidecar = look(entry.path + SIDECAR) if name + SIDECAR in names else NOT_THERE
            yield FoundFile(entry.path, below, as_text(look(entry.path), of_sidecar))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: as a file it can be told with its reason
        return False


def made_path(post: Path) -> Path:
    """Return where the text of a post is kept as it was written: the base for telling an editor's changes."""
    return post.parent / MADE / f"{post.stem}.txt"


def write_file(path: Path, text: str) -> None:
    """Write a text beside its place and rename it into it, so that nobody ever sees half of it."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file beside its place and rename it into it, so that nobody ever sees half of it."""
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name}.{os.urandom(4).hex()}.new")  # noqa: PTH118 - see read_bytes
    try:
        try:
            _write(beside, content)
        except FileNotFoundError:  # the first file of its folder
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(beside, content)
        os.replace(beside, path)  # noqa: PTH105 - says that it replaces
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)  # noqa: PTH108
        raise


def _write(place: str, content: bytes) -> None:
    file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def read_bytes(place: str | Path) -> bytes:
    """Return the bytes of a file; for a small one this takes half the time that a file object takes.

    :raises OSError: if it cannot be read
    """
    file = os.open(place, os.O_RDONLY | _BINARY)
    try:
        pieces = []
        while piece := os.read(file, _PIECE):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(file)
