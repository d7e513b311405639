"""Lines of Markdown that belong together whatever stands in them: fenced code, comments, raw HTML.

What begins a block follows CommonMark 0.31 (https://spec.commonmark.org/0.31.2/, sections 4 and 5).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.post.problems import Problems

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<signs>`{3,}(?=[^`]*$)|~{3,})")
_RAW = re.compile(r" {0,3}<(?P<name>pre|script|style|textarea)\b", re.IGNORECASE)
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_BLOCK_START = re.compile(r"#{1,6}(?:\s|$)|>|(?:[-*+]|\d{1,9}[.)])(?:\s|$)|`{3}|~{3}|\||<[A-Za-z/!?]|\[\^[^\]\s]+\]:")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_COMMENTS = re.compile(rf"({_COMMENT.pattern})", re.DOTALL)  # to split at and keep
_COMMENT_END = re.compile("-->")
_OPENING = frozenset("`~<")  # signs that lines which open code or raw HTML begin with
_TOP_LEVEL_INDENT = 3  # spaces that a block may stand in without being code or part of a list item


def end_of_unit(lines: Sequence[str], index: int, problems: Problems, *, nested: bool = False) -> int:
    """Return the index after the lines that belong to the one at ``index``.

    :param nested: whether it may stand in a list item, where a fence may be indented further
    """
    line = lines[index]
    if "<!--" not in line and line.lstrip()[:1] not in _OPENING:  # as most lines
        return index + 1
    opened = _opened(line, nested=nested)
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
    sign = line.lstrip()[:1]
    fence = _FENCE.match(line) if sign in _OPENING else None
    if fence and (nested or len(fence["indent"]) <= _TOP_LEVEL_INDENT):
        signs = fence["signs"]
        close = re.compile(rf"^\s*{re.escape(sign)}{{{len(signs)},}}\s*$")
        return close, f"a line “{signs}” that ends the code begun here"
    raw = _RAW.match(line) if sign == "<" else None
    if raw and f"</{raw['name']}>".lower() not in line.lower():
        close = re.compile(rf"</{raw['name']}>", re.IGNORECASE)
        return close, f"“</{raw['name'].lower()}>”, the end of what begins here"
    if _leaves_comment_open(line):
        return _COMMENT_END, "“-->” that ends the comment begun here"
    return None


def _leaves_comment_open(line: str) -> bool:
    if "<!--" not in line:
        return False
    shown = _CODE.sub("", line) if "`" in line else line
    if shown.endswith(" -->") and shown.count("<!--") == shown.count("-->") == 1:  # as in most items
        return False
    return "<!--" in _COMMENT.sub("", shown)


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
    return _COMMENT.findall(text) if "<!--" in text else []


def take_comments(text: str) -> tuple[str, list[str]]:
    """Return a text of one line without its comments and the spaces before them, trimmed, and the comments."""
    parts = _COMMENTS.split(text)
    return "".join(map(str.rstrip, parts[::2])).strip(), parts[1::2]
