"""Numbered lines: the unit that evidence points to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")
_SPACE = re.compile(r"\s+")
_KEPT_CONTROLS = "\t\v\f"  # white space to Python: they become a space


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document: its number from 1, and its text, trimmed, with single spaces and no control characters."""

    number: int
    text: str


def clean(text: str) -> str:
    """Return ``text`` on one line: white space folded and trimmed, control characters and lone surrogates gone."""
    if not text.isascii() or not text.isprintable():
        text = "".join(c for c in text if c in _KEPT_CONTROLS or unicodedata.category(c) not in {"Cc", "Cs"})
    return _SPACE.sub(" ", text).strip()


def number_lines(text: str) -> tuple[Line, ...]:
    """Split at LF, CRLF or CR and return the lines that are not blank; blank ones are counted."""
    cleaned = ((number, clean(line)) for number, line in enumerate(_LINE_END.split(text), 1))
    return tuple(Line(number, line) for number, line in cleaned if line)
