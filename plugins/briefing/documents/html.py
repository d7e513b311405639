"""The text of an HTML document: one block element a line, without what a browser does not show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import lxml.etree

_HIDDEN = frozenset(
    {"head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title"}
)
_INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "img", "ins",
        "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
        "wbr",
    }
)  # fmt: skip


def draw_text(source: str) -> str:
    """Return the text of an HTML page, lines ended by LF; comments split no words, as in a browser.

    The title and the addresses in the head are not text; kinds that want them read the page itself.
    """
    # lxml refuses text with an encoding declaration, and bytes need one: so bytes, with the encoding said.
    # Elements are taken as they come: a tree of them has a limit to its depth, below which the page would be lost.
    text = _Text()
    parser = lxml.etree.HTMLParser(encoding="utf-8", target=cast("Any", text))
    parser.feed(source.encode("utf-8", "replace"))
    parser.close()
    return text.drawn()


class _Text:
    """Takes the elements of a page from the parser, and gives its text."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._hidden = 0  # elements that are open and not shown

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        self._hidden += tag in _HIDDEN
        self._break(tag)

    def end(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self._pieces.append("\n")

    def data(self, text: str) -> None:
        if not self._hidden:
            # A line break in the source is white space; only elements end a line.
            self._pieces.append(text.replace("\n", " "))

    def close(self) -> None:
        """Take the end of the page: a parser asks for this."""

    def drawn(self) -> str:
        lines = (" ".join(line.split()) for line in "".join(self._pieces).split("\n"))
        return "\n".join(line for line in lines if line)
