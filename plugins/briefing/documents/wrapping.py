"""Texts that a program broke into lines of about the same width, as mail and some converters do: joined again.

Such a document has no long line, and its lines end where the next word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.documents.lines import Line

_WIDEST = 80  # characters; programs break at 72 to 80
_NARROWEST = 72
_ENOUGH = 3  # lines that end where they are full
_BEGINS = re.compile(r"[•◦▪‣●>|]|[-*+] |#{1,6} |:::|```|~~~|!?\[$|\]\(|[0-9]{1,3}[.)] |=+$|-+$")
_LINK_ALONE = re.compile(r"!?\[[^\[\]]{0,2000}\]\(\S{0,2000}\)")
_UNBREAKABLE = re.compile(r"\S{40,}")  # an address can be longer than a line


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether a document was broken into lines of about the same width."""
    if any(len(line.text) > _WIDEST and not _UNBREAKABLE.search(line.text) for line in lines):
        return False
    return sum(_goes_on(line, following) for line, following in pairwise(lines)) >= _ENOUGH


def unwrap(lines: Sequence[Line]) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """Yield the texts of a document that was broken into lines, with the lines of each that has several."""
    parts: list[Line] = []
    for line in lines:
        if parts and not _goes_on(parts[-1], line):
            yield _join(parts)
            parts = []
        parts.append(line)
    if parts:
        yield _join(parts)


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a line stands directly below one in which its first word had no place."""
    if following.number != line.number + 1 or _BEGINS.match(following.text):
        return False
    if line.text.startswith(("#", "|")) or any(_LINK_ALONE.fullmatch(one.text) for one in (line, following)):
        return False
    word, _, _ = following.text.partition(" ")
    return len(line.text) + 1 + len(word) > _NARROWEST


def _join(lines: Sequence[Line]) -> tuple[Line, tuple[str, ...]]:
    if len(lines) == 1:
        return lines[0], ()
    texts = tuple(line.text for line in lines)
    return Line(lines[0].number, " ".join(texts)), texts
