"""What a clipper notes above a page that it saves as Markdown, in fenced front matter or as labelled lines.

Obsidian Web Clipper, MarkDownload and others write YAML between two lines ``---``; one reader writes ``Title:``,
``URL Source:`` and ``Published Time:`` above a line ``Markdown Content:``. Of the keys only those are taken that say
something of the page: ``created`` and ``tags`` are the reader's own, and ``author`` is what the page says of itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.documents.lines import Line
from briefing.documents.markdown import undress
from briefing.documents.tree import Statement

_FENCE = "---"
_MOST_LINES = 100
_CONTENT = "Markdown Content:"
_MOST_LABELS = 8
# Keys, and the properties that say the same in the head of a web page.
_KEYS = {
    "title": "og:title",
    "source": "canonical",
    "url": "canonical",
    "link": "canonical",
    "url source": "canonical",
    "published": "article:published_time",
    "date_published": "article:published_time",
    "published time": "article:published_time",
}
_ENTRY = re.compile(r"(?P<key>[A-Za-z_][\w -]{0,40}):\s+(?P<value>\S.*)")
_QUOTED = re.compile(r"""(?P<mark>["'])(?P<value>.*)(?P=mark)""")


@dataclass(frozen=True, slots=True)
class Noted:
    """What is noted above a page, under the names that a web page's head has for it; and the page's own lines."""

    statements: tuple[Statement, ...]
    body: Sequence[Line]


def read_front_matter(lines: Sequence[Line]) -> Noted:
    """Return what is noted above a page."""
    length = _length(lines)
    noted = (_statement(line) for line in lines[:length])
    return Noted(tuple(statement for statement in noted if statement), lines[length:])


def _length(lines: Sequence[Line]) -> int:
    """Return how many lines are notes."""
    if lines and lines[0].text == _FENCE:
        ends = [at for at, line in enumerate(lines[1:_MOST_LINES], 2) if line.text in {_FENCE, "..."}]
        return ends[0] if ends else 0
    if lines and lines[0].text.startswith("Title: "):
        return next((at for at, line in enumerate(lines[:_MOST_LABELS], 1) if line.text == _CONTENT), 0)
    return 0


def _statement(line: Line) -> Statement | None:
    entry = _ENTRY.fullmatch(line.text)
    name = _KEYS.get(entry["key"].lower()) if entry else None
    if entry is None or name is None:
        return None
    quoted = _QUOTED.fullmatch(entry["value"])
    value = undress(quoted["value"]).text if quoted and quoted["mark"] == '"' else (quoted or entry)["value"]
    return Statement(name, value, line.number)
