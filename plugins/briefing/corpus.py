"""What convert needs to know of the posts that there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.story import Story

_KEYS = ("story_id", "added", "slug")  # that a post written by hand should have


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

        plain = text.removeprefix("\ufeff")
        lines = re.split(r"\r\n|\r|\n", plain) if "\r" in plain else plain.split("\n")
        found, _ = read_front_matter(lines, Problems(name))
        front = {key: value for key, (_, value) in found.items()}
        return cls(
            name=name,
            story_id=front.get("story_id", ""),
            slug=front.get("slug") or re.sub(r"^\d{4}-\d{2}-\d{2}-", "", name.removesuffix(".md")),
            status=front.get("status", ""),
            document=front.get("document", ""),
            sha256=front.get("document_sha256", ""),
            earlier=tuple(earlier_documents(lines)) if "history" in text else (),
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


def read_text(path: Path) -> str:
    """Return the text of a post; one that cannot be read, or not whole, is the build's to report."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""
