"""Lines of Markdown that belong together whatever stands in them: fenced code, comments, raw HTML.

What begins a block follows CommonMark 0.31 (https://spec.commonmark.org/0.31.2/, sections 4 and 5).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.post.problems import Problems

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<sign>`{3,}(?=[^`]*$)|~{3,})")
_RAW = re.compile(r" {0,3}<(?P<name>pre|script|style|textarea)\b", re.IGNORECASE)
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_BLOCK_START = re.compile(r"#{1,6}(?:\s|$)|>|(?:[-*+]|\d{1,9}[.)])(?:\s|$)|`{3}|~{3}|\||<[A-Za-z/!?]|\[\^[^\]\s]+\]:")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_COMMENT_END = re.compile("-->")
_TOP_LEVEL_INDENT = 3  # spaces that a block may stand in without being code or part of a list item


def end_of_unit(lines: Sequence[str], index: int, problems: Problems, *, nested: bool = False) -> int:
    """Return the index after the lines that belong to the one at ``index``.

    :param nested: whether it may stand in a list item, where a fence may be indented further
    """
    opened = _opened(lines[index], nested=nested)
    if opened is None:
        return index + 1
    close, expected = opened
    for end in range(index + 1, len(lines)):
        if close is _COMMENT_END and "<!--" in lines[end]:
            break  # comments do not stand in each other: the first one was not ended
        if close.search(lines[end]):
            return end + 1
    problems.add(index + 1, expected)
    return len(lines)


def _opened(line: str, *, nested: bool) -> tuple[re.Pattern[str], str] | None:
    """Return what closes that which a line opens, and how to tell that it is missing; None if it opens nothing."""
    fence = _FENCE.match(line)
    if fence and (nested or len(fence["indent"]) <= _TOP_LEVEL_INDENT):
        sign = fence["sign"]
        close = re.compile(rf"^\s*{re.escape(sign[0])}{{{len(sign)},}}\s*$")
        return close, f"a line “{sign}” that ends the code begun here"
    raw = _RAW.match(line)
    if raw and f"</{raw['name']}>".lower() not in line.lower():
        close = re.compile(rf"</{raw['name']}>", re.IGNORECASE)
        return close, f"“</{raw['name'].lower()}>”, the end of what begins here"
    if _leaves_comment_open(line):
        return _COMMENT_END, "“-->” that ends the comment begun here"
    return None


def _leaves_comment_open(line: str) -> bool:
    return "<!--" in line and "<!--" in _COMMENT.sub("", _CODE.sub("", line))


def is_opaque(line: str) -> bool:
    """Whether a unit that begins with ``line`` is code or raw HTML, where nothing is Markdown."""
    return bool(_FENCE.match(line) or _RAW.match(line))


def starts_block(line: str) -> bool:
    """Whether a line, indented or not, begins a block of its own rather than going on with a paragraph."""
    return bool(_BLOCK_START.match(line.strip()))


def first_shown(text: str) -> str:
    """Return a text without the comments that it begins with; empty where it shows nothing."""
    return re.sub(r"\A(?:\s*<!--.*?-->)+[ \t]*\n*", "", text, flags=re.DOTALL) if "<!--" in text else text


def comments_in(text: str) -> list[str]:
    """Return the comments in a text, in its order."""
    return _COMMENT.findall(text)


def without_comments(text: str) -> str:
    """Return a text of one line without its comments, trimmed."""
    return re.sub(r"\s*<!--.*?-->", "", text).strip()
