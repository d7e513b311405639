"""Paragraphs of a text: lines of their own, or lines that were broken at a width and belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.documents.lines import Line
from briefing.kinds.prose import ends_sentence
from briefing.story import Lines, Passage

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_BULLET = re.compile(r"(?:[•◦▪‣●]\s*|[-*+]\s+|\d{1,2}[.)]\s+)(?=\S)")
_QUOTED = re.compile(r">\s*(?=\S)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_NARROWEST, _WIDEST = 40, 140  # characters of a line that was broken at a width


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text on one line, the lines it stands on, and their texts.

    ``heading``: the level of the heading that Markdown marks it as, from 1, 0 for none; ``bullet``: it is an item of a
    list.
    """

    text: str
    lines: Lines
    texts: tuple[str, ...]
    heading: int = 0
    bullet: bool = False

    @property
    def passage(self) -> Passage:
        """The paragraph as a passage."""
        return Passage(self.text, self.lines)

    def cut(self, start: int) -> Paragraph:
        """Return the paragraph from a place in its text on."""
        return replace(self, text=self.text[start:])


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs of a text, in its order."""
    found = []
    for block in _blocks(lines):
        broken = _is_broken(block)
        for group in [block] if broken else [[line] for line in block]:
            found += _of(group)
    return found


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines between blank ones."""
    block: list[Line] = []
    for line in lines:
        if block and line.number > block[-1].number + 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_broken(block: Sequence[Line]) -> bool:
    """Whether lines are one paragraph that was broken at a width: alike in length, and most end within a sentence."""
    inner = block[:-1]
    if not inner or any(_HEADING.match(line.text) or _BULLET.match(line.text) for line in block):
        return False
    if not all(_NARROWEST <= len(line.text) <= _WIDEST for line in inner):
        return False
    return 2 * sum(ends_sentence(line.text) for line in inner) < len(inner)


def _of(group: Sequence[Line]) -> Iterator[Paragraph]:
    numbers, texts = Lines(group[0].number, group[-1].number), tuple(line.text for line in group)
    text = " ".join(texts)
    if _UNDERLINE.fullmatch(text):
        return
    quoted = _QUOTED.match(text) if len(group) == 1 else None
    text = text[quoted.end() :] if quoted else text
    heading, bullet = _HEADING.match(text), _BULLET.match(text)
    mark = heading or bullet
    level = heading[0].count("#") if heading else 0
    yield Paragraph(text[mark.end() :] if mark else text, numbers, texts, level, bool(bullet))
