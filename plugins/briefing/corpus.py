"""The folders: which files are documents, which posts there are, and how a file is written."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing import sidecar
from briefing.documents import HTML_SUFFIXES
from briefing.post.frontmatter import read_front_matter
from briefing.post.problems import Problems

MADE = ".made"
_PAGE_FILES = "_files"


def find_documents(folder: Path) -> Iterator[Path]:
    """Yield the documents below ``folder``, in the order of their names.

    Not documents: names beginning with ``.`` or ``~``, sidecars, and the ``NAME_files`` folder that a browser
    puts beside a page ``NAME.html``. A folder that cannot be read is yielded itself: it is a problem to report.
    """
    if folder.is_dir():
        yield from _find(folder, frozenset())


def _find(folder: Path, above: frozenset[Path]) -> Iterator[Path]:
    inside = above | {folder.resolve()}
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        yield folder
        return
    pages = {entry.stem for entry in entries if entry.suffix.lower() in HTML_SUFFIXES}
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith((".", "~")):
            continue
        if entry.is_dir():
            is_of_page = entry.name.endswith(_PAGE_FILES) and entry.name.removesuffix(_PAGE_FILES) in pages
            if not is_of_page and entry.resolve() not in inside:  # a link to a folder above would have no end
                yield from _find(entry, inside)
        elif not (entry.name.endswith(sidecar.SUFFIX) and entry.name.removesuffix(sidecar.SUFFIX) in names):
            yield entry


@dataclass(frozen=True, slots=True)
class KnownPost:
    """What convert needs to know of a post that is there; ``front`` is its front matter, empty if it cannot be read."""

    path: Path
    text: str
    front: Mapping[str, str]

    @property
    def story_id(self) -> str:
        """The story's id; empty where the post does not say."""
        return self.front.get("story_id", "")

    @property
    def slug(self) -> str:
        """The story's slug: where the post does not say, its name without date, as in :func:`briefing.post.read`."""
        return self.front.get("slug") or re.sub(r"^\d{4}-\d{2}-\d{2}-", "", self.path.stem)

    @property
    def document(self) -> str:
        """The name of the document; empty for a post written by hand."""
        return self.front.get("document", "")

    @property
    def sha256(self) -> str:
        """The digest of the document; empty for a post written by hand."""
        return self.front.get("document_sha256", "")

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
        if path.is_file() and not path.name.startswith("."):
            text = _read(path)
            front, _ = read_front_matter(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), Problems(path.name))
            yield KnownPost(path, text, {key: value for key, (_, value) in front.items()})


def _read(path: Path) -> str:
    """Return the text of a post; one that cannot be read, or not whole, is the build's to report."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""


def write_file(path: Path, text: str) -> None:
    """Write a file beside its place and rename it into it, so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        os.replace(beside, path)  # noqa: PTH105 - says that it replaces
    finally:
        beside.unlink(missing_ok=True)
