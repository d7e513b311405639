"""Paragraphs of a text: lines of their own, or lines that were broken at a width and belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.documents.lines import Line
from briefing.documents.markdown import is_markdown, undress
from briefing.kinds.article.prose import ends_sentence
from briefing.story import Lines, Passage

_BULLET = re.compile(r"(?:[•◦▪‣●]\s*|[-*+]\s+|\d{1,2}[.)]\s+)(?=\S)")
_MARKED = re.compile(rf"#|>|\||{_BULLET.pattern}")
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
    """Return the paragraphs of a text, in its order; those of Markdown without its dressing."""
    is_dressed = is_markdown(lines)
    found: list[Paragraph] = []
    for block in _blocks(lines):
        groups = [block] if _is_broken(block) else [[line] for line in block]
        for group in groups:
            paragraph = _undressed(group) if is_dressed else _plain(group)
            if _UNDERLINE.fullmatch(group[0].text):
                _mark_heading(found, group[0])
            elif paragraph.text:
                found.append(paragraph)
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
    if not inner or any(_MARKED.match(line.text) for line in block):
        return False
    if not all(_NARROWEST <= len(line.text) <= _WIDEST for line in inner):
        return False
    return 2 * sum(ends_sentence(line.text) for line in inner) < len(inner)


def _undressed(group: Sequence[Line]) -> Paragraph:
    found = undress(" ".join(line.text for line in group))
    texts = tuple(undress(line.text).text for line in group) if len(group) > 1 else (found.text,)
    return Paragraph(found.text, _lines_of(group), texts, found.heading, bool(found.bullet))


def _plain(group: Sequence[Line]) -> Paragraph:
    texts = tuple(line.text for line in group)
    text = " ".join(texts)
    bullet = _BULLET.match(text)
    return Paragraph(text[bullet.end() :] if bullet else text, _lines_of(group), texts, bullet=bool(bullet))


def _lines_of(group: Sequence[Line]) -> Lines:
    return Lines(group[0].number, group[-1].number)


def _mark_heading(found: list[Paragraph], underline: Line) -> None:
    """Make the paragraph right above an underline a heading, as Markdown of the older form writes it."""
    if found and found[-1].lines.last == underline.number - 1:
        found[-1] = replace(found[-1], heading=1 if underline.text[0] == "=" else 2)
