"""What a post is taken apart into: front matter, sections with their items, and notes, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class RawItem:
    """An item or row as text, with its line in the post.

    ``mark`` is what the comment with the document's lines says: ``12`` or ``21-29 outlet``. ``nested`` are the
    lines of its labelled values. ``comments`` are an editor's, in any of its lines.
    """

    number: int
    text: str
    mark: str | None = None
    nested: list[tuple[int, str]] = field(default_factory=list)
    comments: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class Section:
    """A section as it stands.

    ``additions`` are an editor's texts with the number of items before each; a by-line counts as one.
    """

    name: str
    number: int
    form: str | None = None
    heading: str | None = None
    items: list[RawItem] = field(default_factory=list)
    by: RawItem | None = None
    additions: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Blocks:
    """A post taken apart. Keys of ``front`` and ``notes`` lead to the line and the text.

    ``remarks`` are the lines of the front matter that are an editor's comments.
    """

    front: dict[str, tuple[int, str]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    sections: dict[str, Section] = field(default_factory=dict)
    notes: dict[str, tuple[int, str]] = field(default_factory=dict)
