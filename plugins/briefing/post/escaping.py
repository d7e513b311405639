"""Text in Markdown: inert in CommonMark, GitHub's Markdown and Python-Markdown with ``extra``, and back.

Backslashes escape what all three let them escape (Python-Markdown: ``Markdown.ESCAPED_CHARS``); the rest are
numeric character references.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

ABSENT, LOCKED = STATE_WORDS = ("not stated", "locked")

_SPECIAL = re.compile(r"[\\`*_{}\[\]<|~&](?:(?<!&)|(?=#?\w+;))")  # an "&" only where a reference could begin
_REFERENCES = {"<": "&lt;", "&": "&amp;", "|": "&#124;", "~": "&#126;"}
_SHORT = 40  # characters; longer than the words for a state
_AT_START = re.compile(r"(?P<sign>[#+\-=:>])|(?P<number>\d{1,9})(?P<mark>[.)])(?=\s|$)")
_START_REFERENCES = {"=": "&#61;", ":": "&#58;"}
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{0,31});)")


def escape(text: str) -> str:
    """Return ``text``, one trimmed line, as Markdown that shows just that text wherever a line or item begins."""
    escaped = _SPECIAL.sub(_reference, text)
    start = None if text[:1].isalpha() else _AT_START.match(text)
    if start is None:
        return escaped
    if start["sign"]:
        return _START_REFERENCES.get(start["sign"], f"\\{start['sign']}") + escaped[1:]
    return f"{start['number']}\\{escaped[len(start['number']) :]}"


def _reference(match: re.Match[str]) -> str:
    return _REFERENCES.get(match[0], f"\\{match[0]}")


def escape_value(text: str) -> str:
    """Return ``text`` as a labelled value: also told from the words for a state."""
    return _escape_short(text) if len(text) <= _SHORT else escape(text)


@lru_cache(maxsize=2048)  # the same outlets, leanings and places stand in many posts
def _escape_short(text: str) -> str:
    if text.lower() in STATE_WORDS:
        return f"&#{ord(text[0])};{text[1:]}"
    return escape(text)


def escape_heading(text: str) -> str:
    """Return ``text`` as the text of a heading: signs at its end are not taken for the heading's own."""
    words = text.rstrip("#")
    return escape(words) + "&#35;" * (len(text) - len(words))


def unescape(markdown: str) -> str:
    """Return the text that :func:`escape` or an editor wrote as ``markdown``, trimmed."""
    if "\\" in markdown or "&" in markdown:
        markdown = _ESCAPED.sub(lambda match: match[1] or _character(match[2]), markdown)
    return markdown.strip()


def _character(reference: str) -> str:
    """Return what a reference stands for, or itself: it brings in no line end and no other control character."""
    text = html.unescape(reference)
    return reference if find_control(text) else text


def is_word(text: str, word: str) -> bool:
    """Whether a value is the word for a state, in any case."""
    # No text of another length becomes the word, and to change the case of long texts takes time.
    return len(text) == len(word) and text.lower() == word


def find_control(text: str) -> str | None:
    """Return the first character that no page and no feed can hold: a control character or a lone surrogate."""
    if text.isprintable():
        return None
    return next((c for c in text if c != "\t" and unicodedata.category(c) in {"Cc", "Cs"}), None)
