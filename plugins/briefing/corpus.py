"""The folders: which files are documents, which posts there are, and how a file is written."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing import sidecar
from briefing.documents import HTML_SUFFIXES
from briefing.post.blocks import take_apart
from briefing.post.problems import Problems

MADE = ".made"
_PAGE_FILES = "_files"


def find_documents(folder: Path) -> Iterator[Path]:
    """Yield the documents below ``folder``, in the order of their names.

    Not documents: names beginning with ``.`` or ``~``, sidecars, and the ``NAME_files`` folder that a browser
    puts beside a page ``NAME.html``.
    """
    if not folder.is_dir():
        return
    entries = sorted(folder.iterdir(), key=lambda path: path.name)
    pages = {entry.stem for entry in entries if entry.suffix.lower() in HTML_SUFFIXES}
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith((".", "~")):
            continue
        if entry.is_dir():
            if not (entry.name.endswith(_PAGE_FILES) and entry.name.removesuffix(_PAGE_FILES) in pages):
                yield from find_documents(entry)
        elif not (entry.name.endswith(sidecar.SUFFIX) and entry.name.removesuffix(sidecar.SUFFIX) in names):
            yield entry


@dataclass(frozen=True, slots=True)
class KnownPost:
    """What convert needs to know of a post that is there; texts are empty where the post does not say."""

    path: Path
    text: str
    story_id: str
    slug: str
    document: str
    sha256: str

    @property
    def made_path(self) -> Path:
        """Where the post is kept as it was written."""
        return made_path(self.path)


def made_path(post: Path) -> Path:
    """Return where the text of a post is kept as it was written: the base for telling an editor's changes."""
    return post.parent / MADE / f"{post.stem}.txt"


def find_posts(folder: Path) -> Iterator[KnownPost]:
    """Yield the posts in ``folder``, in the order of their names; one that does not parse is still known."""
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        text = path.read_text(encoding="utf-8", errors="replace")
        front = take_apart(text, Problems(path.name)).front
        keys = ("story_id", "slug", "document", "document_sha256")
        yield KnownPost(path, text, *(front.get(key, (0, ""))[1] for key in keys))


def write_file(path: Path, text: str) -> None:
    """Write a file beside its place and rename it into it, so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        os.replace(beside, path)  # noqa: PTH105 - says that it replaces
    finally:
        beside.unlink(missing_ok=True)
