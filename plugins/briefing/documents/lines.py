"""Numbered lines: the unit that evidence points to."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")
# Control characters that are no white space, lone surrogates, and the two that XML 1.0 has no place for.
_DROPPED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
_TRIMMED = " \u200b\u2060\ufeff"  # with spaces that have no width: a line of these alone is blank


class Line(NamedTuple):
    """A line of a document: its number from 1, and its text, trimmed, with single spaces and no control characters.

    ``markup``: it is what a web page says without showing it: a tag with its address or moment, or linked data.
    """

    number: int
    text: str
    markup: bool = False


def clean(text: str) -> str:
    """Return ``text`` on one line: white space folded and trimmed, control characters and lone surrogates gone."""
    if text.isprintable() and "  " not in text:  # most lines are clean; what prints holds none of what is dropped
        return text.strip(_TRIMMED)
    return _SPACE.sub(" ", _DROPPED.sub("", text)).strip(_TRIMMED)


def number_lines(text: str) -> tuple[Line, ...]:
    """Split at LF, CRLF or CR and return the lines that are not blank; blank ones are counted."""
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    # Of most documents all prints, which is told at once: then spaces are all that there is to clean.
    if "".join(lines).isprintable():
        trimmed = [line.strip(" ") for line in lines]
        cleaned = [" ".join(line.split()) if "  " in line else line for line in trimmed]
    else:
        cleaned = [clean(line) for line in lines]
    return tuple([Line(number, line) for number, line in enumerate(cleaned, 1) if line])
