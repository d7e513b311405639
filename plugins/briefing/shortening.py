"""Texts cut to a number of words, marked where they are cut, so that a value in them stays in sight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from briefing.facts.dates import find_dates

ELLIPSIS = "…"
# Writing that sets no spaces between words (Thai to Khmer, kana, Han) is counted by its characters.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")
_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?![.,]?\d)")


def shorten(text: str, most: int, value: Any = None) -> str:
    """Return at most ``most`` words of a text that stand together: those with ``value`` if it has it, else the first.

    Where words are left out, the text begins or ends with an ellipsis.
    """
    words = list(_WORD.finditer(text))
    if len(words) <= most:
        return text
    start, end = _place(text, value) or (0, 0)
    first = sum(word.end() <= start for word in words)
    last = sum(word.start() < end for word in words)
    begin = 0 if last <= most else min(max(first - (most - (last - first)) // 2, 0), first, len(words) - most)
    cut = text[words[begin].start() : words[begin + most - 1].end()]
    return f"{ELLIPSIS if begin else ''}{cut}{ELLIPSIS if begin + most < len(words) else ''}"


def shorten_lines(texts: Sequence[str], most: int, value: Any) -> tuple[str, ...]:
    """Return at most ``most`` words of lines that stand together, first of the one with ``value``.

    An ellipsis stands for lines that are left out.
    """
    holder = next((index for index, text in enumerate(texts) if _place(text, value)), 0)
    kept = {holder: shorten(texts[holder], most, value)} if texts else {}
    left = most - sum(_count(text) for text in kept.values())
    for index, text in enumerate(texts):
        if index not in kept and _count(text) <= left:
            kept[index] = text
            left -= _count(text)
    shown = [kept.get(index, ELLIPSIS) for index in range(len(texts))]
    return tuple(text for text, before in zip(shown, ["", *shown], strict=False) if (text, before) != (ELLIPSIS,) * 2)


def repeats(text: str, other: str, most: int) -> bool:
    """Whether a text has more than ``most`` words in a row from another."""
    words, others = split_words(text), split_words(other)
    return SequenceMatcher(None, words, others, autojunk=False).find_longest_match().size > most


def says(texts: Sequence[str], value: Any) -> bool:
    """Whether a value stands in lines, word for word but for the form of dates and numbers."""
    if isinstance(value, tuple):
        return all(says(texts, part) for part in value)
    return str(value) == ", ".join(texts) or _place(" ".join(texts), value) is not None


def split_words(text: str) -> list[str]:
    """Return the words of a text; writing without spaces gives its characters."""
    return _WORD.findall(text)


def _count(text: str) -> int:
    return len(split_words(text))


def _place(text: str, value: Any) -> tuple[int, int] | None:
    """Return where a value stands in a text: begin and end, in characters."""
    for form in _forms(text, value):
        begin = text.find(form)
        if begin >= 0:
            return begin, begin + len(form)
    return None


def _forms(text: str, value: Any) -> list[str]:
    """Return the forms in which a text may write a value."""
    if value is None:
        return []
    if isinstance(value, tuple):
        return [form for part in value for form in _forms(text, part)]
    if isinstance(value, int):
        return [number for number in _NUMBER.findall(text) if number.replace(",", "") == str(value)]
    dates = [found.text for found in find_dates(text) if found.date.isoformat() == str(value)]
    return [*dates, str(value)]
