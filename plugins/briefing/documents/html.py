"""HTML to a tree and to lines: one block element a line, without what a browser does not show.

Some facts stand in attributes alone: where a link leads, the moment behind "5 hours ago", the width of a bar. The tags
that hold them are lines of their own, marked as markup: before the text of their element, or, where that goes on
within a line, after the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

import lxml.etree

from briefing.documents import head
from briefing.documents.addresses import Rewriter, is_address
from briefing.documents.lines import Line, clean
from briefing.documents.tree import Element, Page, Statement

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
_NOT_DISPLAYED = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
_WIDTH = re.compile(r"(?:^|;)\s*(?P<width>width\s*:\s*[0-9.]{1,8}%)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"\s*saved from url=\([0-9]{4}\)(?P<address>\S+)\s*")  # browsers' "Save page as"


def read_page(source: str, saved_from: str = "") -> Page:
    """Return a web page with its lines.

    :param saved_from: the address that an archive of the page gives
    """
    # lxml refuses text with an encoding declaration, and bytes need one: so bytes, with the encoding said.
    # Elements are taken as they come: lxml's own tree has a limit to its depth, below which the page would be lost.
    builder = _Builder()
    parser = lxml.etree.HTMLParser(encoding="utf-8", target=cast("Any", builder))
    parser.feed(source.encode("utf-8", "replace"))
    parser.close()
    _put_streamed_parts_in_place(builder.root)
    rewriter = Rewriter(filter(None, (saved_from, builder.saved_from, *head.own_addresses(builder.root))))
    drawing = _Drawing(rewriter.rewrite)
    statements = drawing.draw_head(builder.root, saved_from or builder.saved_from)
    drawing.draw(builder.root)
    return Page(source, builder.root, tuple(statements), tuple(drawing.lines), rewriter.proxies)


class _Builder:
    """Takes the elements of a page from the parser, and makes a tree of them."""

    def __init__(self) -> None:
        self.root = Element("", {})
        self.saved_from = ""
        self._open = [self.root]

    def start(self, tag: str, attributes: Any) -> None:
        element = Element(tag.lower(), {str(name).lower(): value or "" for name, value in attributes.items()})
        self._open[-1].children.append(element)
        self._open.append(element)

    def end(self, tag: str) -> None:
        if len(self._open) > 1 and self._open[-1].tag == tag.lower():
            self._open.pop()

    def data(self, text: str) -> None:
        # A line break in the source is white space; only elements end a line.
        self._open[-1].children.append(text.replace("\n", " ").replace("\r", " "))

    def comment(self, text: str) -> None:
        match = _SAVED_FROM.fullmatch(text)
        if match and not self.saved_from:
            self.saved_from = match["address"]

    def close(self) -> None:
        """Take the end of the page: a parser asks for this."""


def _put_streamed_parts_in_place(root: Element) -> None:
    """Put what a server sent late where it belongs, as the page's script does once it runs.

    React's server sends ``<template id="B:0">`` as a place, and later ``<div hidden id="S:0">`` with what goes there
    (https://react.dev/reference/react-dom/server/renderToPipeableStream).
    """
    late = {e.get("id")[2:]: e for e in root.find("div", attribute="id", prefix="S:") if "hidden" in e.attributes}
    for place in list(root.find("template", attribute="id", prefix="B:")) if late else ():
        part = late.pop(place.get("id")[2:], None)
        if part is not None and place in part.walk():  # it would stand within itself
            del part.attributes["hidden"]
        elif part is not None:
            place.tag, place.attributes, place.children = "div", {}, list(part.children)
            part.children.clear()
    for part in late.values():  # what has lost its place is still the page's
        del part.attributes["hidden"]


def _is_hidden(element: Element) -> bool:
    attributes = element.attributes
    if element.tag in _HIDDEN or "hidden" in attributes or "popover" in attributes:
        return True
    if element.tag == "dialog" and "open" not in attributes:
        return True
    return bool(_NOT_DISPLAYED.search(attributes.get("style", "")))


class _Drawing:
    """Draws lines, and tells the elements which of them are theirs."""

    def __init__(self, rewrite: Callable[[str], str | None]) -> None:
        self.lines: list[Line] = []
        self._rewrite = rewrite
        self._pieces: list[str] = []  # of the line that is begun
        self._markup: list[str] = []  # within that line, to be drawn after it
        self._linked = ""  # the address that was drawn last: what is one link often is several in a row

    def draw_head(self, root: Element, saved_from: str) -> list[Statement]:
        """Draw what the page says of itself and return it."""
        archived = [head.Found("saved-from", saved_from, "saved from ", "")] if saved_from else []
        statements = []
        for found in (*archived, *head.find(root)):
            value: str | None = clean(found.value)
            if value and is_address(value):
                value = self._rewrite(value)
            if value:
                self._add(f"{found.before}{value}{found.after}", markup=True)
                statements.append(Statement(found.name, value, len(self.lines)))
        return statements

    def draw(self, root: Element) -> None:
        """Draw the text of a tree."""
        stack: list[tuple[Element | str, bool]] = [(root, False)]
        while stack:
            node, is_end = stack.pop()
            if isinstance(node, str):
                self._pieces.append(node)
            elif is_end:
                self._end(node)
            elif not _is_hidden(node):
                self._start(node)
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.children))
        self._end_line()

    def _start(self, element: Element) -> None:
        if element.tag not in _INLINE:
            self._end_line()
        element.first = len(self.lines) + 1
        markup = self._tag_with_fact(element)
        if markup and self._is_begun:
            self._markup.append(markup)
        elif markup:
            self._add(markup, markup=True)

    def _end(self, element: Element) -> None:
        if element.tag not in _INLINE:
            self._end_line()
        element.last = len(self.lines) + self._is_begun

    @property
    def _is_begun(self) -> bool:
        return any(piece.strip() for piece in self._pieces)

    def _end_line(self) -> None:
        self._add("".join(self._pieces), markup=False)
        self._pieces.clear()
        for markup in self._markup:
            self._add(markup, markup=True)
        self._markup.clear()

    def _add(self, text: str, *, markup: bool) -> None:
        text = clean(text)
        if text:
            self.lines.append(Line(len(self.lines) + 1, text, markup))

    def _tag_with_fact(self, element: Element) -> str | None:
        """Return the tag of an element with the attribute that is a fact; None where it has none."""
        if element.tag == "a":
            return self._link(element.get("href"))
        if element.tag == "time" and element.get("datetime"):
            return f'<time datetime="{element.get("datetime")}">'
        width = _WIDTH.search(element.attributes.get("style", ""))
        if width:
            side = element.get("data-bias-color-scheme")
            return f'<{element.tag}{f" {side}" if side else ""} style="{width["width"]}">'
        return None

    def _link(self, address: str) -> str | None:
        if not is_address(address) or address == self._linked:
            return None
        self._linked = address
        rewritten = self._rewrite(address)
        return f'<a href="{rewritten}">' if rewritten else None
