"""Markdown's dressing taken off a line: what reader modes, clippers and converters put around a page's words.

CommonMark (https://spec.commonmark.org/) with the struck-out text of GitHub, and the attributes and divisions of
pandoc (https://pandoc.org/MANUAL.html#pandocs-markdown). A line is taken by itself: its number stays what it is, and
no line is joined to another.
"""

from __future__ import annotations

import html
import re
import string
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.documents.lines import Line, clean

# All parts of a line are bounded, and none can be begun within itself: so a hostile line costs no more than its length.
_WORDS = r"(?:\\.|[^\[\]\\]){0,2000}"
_ADDRESS = r"(?:<[^<>]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,2000}){0,3})"
_TARGET = rf"""\(\s?(?P<address>{_ADDRESS})(?:\s(?:"[^"]{{0,500}}"|'[^']{{0,500}}'))?\s?\)"""
_ATTRIBUTES = r"(?:\{[^{}]{0,300}\})?"
_IMAGE = re.compile(rf"!\[{_WORDS}\](?:{_TARGET}|\[[^\[\]]{{0,200}}\]){_ATTRIBUTES}")
_LINK = re.compile(rf"\[(?P<words>{_WORDS})\](?:{_TARGET}{_ATTRIBUTES}|\[[^\[\]]{{0,200}}\]|\{{[^{{}}]{{0,300}}\}})")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_BARE_ADDRESS = re.compile(r"<(?P<address>https?://[^<>\s]{1,2000})>")
_STRONG = re.compile(r"\*\*(?=\S)(?P<words>[^*]{1,2000})(?<=\S)\*\*")
_EMPHASIS = re.compile(r"\*(?=\S)(?P<words>[^*]{1,2000})(?<=\S)\*")
_UNDERSCORES = re.compile(r"(?<![\w_])(?P<marks>__?)(?=\S)(?P<words>[^_]{1,2000})(?<=\S)(?P=marks)(?![\w_])")
_STRUCK_OUT = re.compile(r"~~(?=\S)(?P<words>[^~]{1,2000})(?<=\S)~~")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_QUOTED = re.compile(r"(?:>\s?)+")
_BULLET = re.compile(r"(?P<bullet>[-*+]|[•◦▪‣●])\s+(?P<text>\S.*)")
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>\S.*?)(?:\s+#{1,30})?")
_NO_TEXT = re.compile(
    r"""
      (?:\*\s?){3,} | (?:-\s?){3,} | (?:_\s?){3,}   # rules
    | =+                                            # the line below a heading
    | :{3,}.* | ```.* | ~~~.*                       # divisions and fences
    | !?\[ | \]\(\S{0,2000}\)                       # a link around several lines begins, ends
    | \[[^\[\]]{1,200}\]:\s\S.*                     # where a link leads
    """,
    re.VERBOSE,
)
_DRESSED = re.compile(r"[\\\[*_<&~]|\]\(")
_MAY_BE_DRESSED = re.compile(r"[\\\[*_<&~]|^[>#•◦▪‣●+=:`!\]-]")

# A line that only Markdown has; emphasis of a whole line is also a text's own, and counts only with others.
_SIGN = re.compile(
    rf"""
      .{{0,2000}}?\[{_WORDS}\]\(<?(?:https?://|/|\#|www\.|mailto:|data:)
    | \#{{1,6}}\s["'“‘*\[]*[^\W\d_]
    | \[[^\[\]]{{1,200}}\]:\shttps?://
    """,  # noqa: RUF001 - the marks that texts use
    re.VERBOSE,
)
_SIGNS = "]#*"  # of which each such line has one
_STRONG_LINE = re.compile(r"(?:[-*+]\s)?\*\*[^*]{1,200}\*\*")
_ENOUGH_STRONG_LINES = 3
_FRONT = "---"

# What is escaped stands aside as noncharacters (Unicode Standard, section 23.7) until all else is read.
_ASIDE = {mark: chr(0xFDD0 + index) for index, mark in enumerate(string.punctuation)}
_BACK = {ord(aside): mark for mark, aside in _ASIDE.items()}


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a line: its words, and where it leads, empty if the line does not say that as it is."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Undressed:
    """A line without its dressing: its text, its bullet, the level of a heading (1 to 6, 0 for none), its links."""

    text: str
    bullet: str = ""
    heading: int = 0
    links: tuple[Link, ...] = ()


def is_markdown(lines: Sequence[Line]) -> bool:
    """Whether lines are Markdown by what they say; bullets, and an asterisk or a bracket in a text, are not enough."""
    if lines and lines[0].text == _FRONT and any(line.text == _FRONT for line in lines[1:100]):
        return True
    whole = "\n".join([line.text for line in lines])
    if not any(sign in whole for sign in _SIGNS):  # as in most texts
        return False
    strong = 0
    for line in lines:
        text = line.text
        if ("](" in text or "]: " in text or text[0] == "#") and _SIGN.match(text):
            return True
        strong += "**" in text and bool(_STRONG_LINE.fullmatch(text))
    return strong >= _ENOUGH_STRONG_LINES


def words_of(line: str) -> str:
    """Return the text of a line without Markdown's dressing."""
    return undress(line).text if _MAY_BE_DRESSED.search(line) else line


def undress(line: str) -> Undressed:
    """Return a line of Markdown without its dressing."""
    text = _QUOTED.sub("", line, count=1) if line.startswith(">") else line
    bullet = _BULLET.fullmatch(text)
    sign, text = (bullet["bullet"], bullet["text"]) if bullet and not _NO_TEXT.fullmatch(text) else ("", text)
    heading = _HEADING.fullmatch(text)
    level, text = (len(heading["marks"]), heading["text"]) if heading else (0, text)
    if _NO_TEXT.fullmatch(text):
        return Undressed("")
    if not _DRESSED.search(text):
        return Undressed(text, "" if level else sign, level)
    text, links = _undress_words(text, line)
    return Undressed(text, "" if level or not text else sign, level, links)


def _undress_words(text: str, line: str) -> tuple[str, tuple[Link, ...]]:
    text = _IMAGE.sub("", _ESCAPED.sub(lambda match: _ASIDE[match[1]], text))
    links = []

    def link(match: re.Match[str]) -> str:
        address = (match["address"] or "").strip("<>")
        links.append(Link(_finish(match["words"]), address if address and address in line else ""))
        return match["words"]

    text = _BARE_ADDRESS.sub(lambda match: match["address"], _LINK.sub(link, text))
    return _finish(text), tuple(link for link in links if link.words)


def _finish(text: str) -> str:
    text = _TAG.sub(" ", text).removesuffix("\\")
    for dressing in (_STRONG, _EMPHASIS, _STRONG, _UNDERSCORES, _STRUCK_OUT):
        text = dressing.sub(lambda match: match["words"], text)
    return clean(html.unescape(text).translate(_BACK)) if text else ""
