"""The folders: which files are documents, which posts there are, and how a file is written."""

from __future__ import annotations

import hashlib
import os
import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import sidecar
from briefing.documents import HTML_SUFFIXES
from briefing.documents.lines import clean
from briefing.story import Story

MADE = ".made"
_PAGE_FILES = "_files"
_KEYS = ("story_id", "added", "slug")  # that a post written by hand should have


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file as it was found: where it is, its path below the folder with ``/``, and its :func:`stamp`."""

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
        return clean(self.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def stamp(place: str | Path, also: str = "") -> str:
    """Return by what a file is known as unchanged: size in bytes and time in nanoseconds; empty if it is not there.

    :param also: another file that it belongs together with
    """
    return f"{_stamp(place)}|{_stamp(also) if also else ''}"


def _stamp(place: str | Path) -> str:
    try:
        status = os.stat(place)  # noqa: PTH116 - thousands of files are looked at
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"


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
        elif not (name.endswith(sidecar.SUFFIX) and name.removesuffix(sidecar.SUFFIX) in names):
            has_sidecar = name + sidecar.SUFFIX in names
            yield FoundFile(entry.path, below, stamp(entry.path, entry.path + sidecar.SUFFIX if has_sidecar else ""))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: as a file it can be told with its reason
        return False


@dataclass(frozen=True, slots=True)
class KnownPost:
    """What convert needs to know of a post that is there, of its front matter; what that does not say is empty.

    ``slug``: where the post does not say, its name without date, as in :func:`briefing.post.read`. ``earlier`` are
    name and SHA-256 of the documents that were saved before the one that the post was made from.
    """

    name: str  # of the file
    story_id: str = ""
    slug: str = ""
    status: str = ""
    document: str = ""  # empty for a post written by hand
    sha256: str = ""
    earlier: tuple[tuple[str, str], ...] = ()
    has_title: bool = True
    is_edited: bool = False
    added: str = ""
    keys: str = ""  # with spaces between: of :data:`_KEYS`

    @property
    def saves(self) -> tuple[tuple[str, str], ...]:
        """Name and SHA-256 of each document of the story, newest first."""
        return ((self.document, self.sha256), *self.earlier) if self.sha256 else self.earlier

    @property
    def identity(self) -> str:
        """What convert goes by in the post: while that stays, it has nothing to do for it."""
        return identity(self.story_id, self.slug, self.status or "published", self.saves, has_title=self.has_title)

    @property
    def is_withdrawn(self) -> bool:
        """Whether an editor took the story out for good."""
        return self.status == "skip"

    def says(self, key: str) -> bool:
        """Whether the front matter has one of the keys ``story_id``, ``added``, ``slug``."""
        return key in self.keys.split()

    def record(self) -> list[Any]:
        """Return all of it as JSON can have it."""
        return [getattr(self, name) for name in self.__slots__]

    @classmethod
    def from_record(cls, record: list[Any]) -> KnownPost:
        """Return what :meth:`record` was made of."""
        values = dict(zip(cls.__slots__, record, strict=True))
        values["earlier"] = tuple((name, sha256) for name, sha256 in values["earlier"])
        return cls(**values)

    @classmethod
    def of(cls, story: Story) -> KnownPost:
        """Return what the post of a new story will be known by."""
        document = story.document
        return cls(
            name=post_name(story),
            story_id=story.id,
            slug=story.slug,
            status="" if story.status == "published" else story.status,
            document=document.name if document else "",
            sha256=document.sha256 if document else "",
            has_title=bool(story.title.text),
            added=story.added.isoformat(),
            keys=" ".join(_KEYS),
        )

    @classmethod
    def read(cls, name: str, text: str) -> KnownPost:
        """Return what the text of a post tells; one that does not parse is still known."""
        # Imported here, since mostly no post is read: what is known of it is remembered.
        from briefing.post.frontmatter import read_front_matter  # noqa: PLC0415
        from briefing.post.history import earlier_documents  # noqa: PLC0415
        from briefing.post.problems import Problems  # noqa: PLC0415
        from briefing.post.seal import is_edited  # noqa: PLC0415

        lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
        found, _ = read_front_matter(lines, Problems(name))
        front = {key: value for key, (_, value) in found.items()}
        return cls(
            name=name,
            story_id=front.get("story_id", ""),
            slug=front.get("slug") or re.sub(r"^\d{4}-\d{2}-\d{2}-", "", name.removesuffix(".md")),
            status=front.get("status", ""),
            document=front.get("document", ""),
            sha256=front.get("document_sha256", ""),
            earlier=tuple(earlier_documents(lines)),
            has_title=bool(front.get("title")),
            is_edited=is_edited(text),
            added=front.get("added", ""),
            keys=" ".join(key for key in _KEYS if key in front),
        )


def identity(story_id: str, slug: str, status: str, saves: Sequence[tuple[str, str]], *, has_title: bool) -> str:
    """Return what convert goes by in a post, as one text."""
    return "\n".join([story_id, slug, status, str(has_title), *(f"{name} {sha256}" for name, sha256 in saves)])


def post_name(story: Story) -> str:
    """Return the file name of a new story's post."""
    return f"{story.date}-{story.slug}.md"


def made_path(post: Path) -> Path:
    """Return where the text of a post is kept as it was written: the base for telling an editor's changes."""
    return post.parent / MADE / f"{post.stem}.txt"


def find_posts(folder: Path) -> Iterator[FoundFile]:
    """Yield the posts in ``folder``, in the order of their names."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as found:
        entries = sorted((entry for entry in found if entry.name.endswith(".md")), key=lambda entry: entry.name)
    for entry in entries:
        if not entry.name.startswith(".") and entry.is_file():
            yield FoundFile(entry.path, entry.name, stamp(entry.path))


def read_text(path: Path) -> str:
    """Return the text of a post; one that cannot be read, or not whole, is the build's to report."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""


def write_file(path: Path, text: str) -> None:
    """Write a text beside its place and rename it into it, so that nobody ever sees half of it."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file beside its place and rename it into it, so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        beside.write_bytes(content)
        os.replace(beside, path)  # noqa: PTH105 - says that it replaces
    finally:
        beside.unlink(missing_ok=True)
