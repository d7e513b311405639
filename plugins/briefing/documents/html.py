"""The text of an HTML document: one block element a line, without what a browser does not show."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.etree
import lxml.html

_HIDDEN = frozenset({"head", "script", "style", "template", "noscript", "svg", "iframe", "object", "select", "textarea"})
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
    if not source.strip():
        return ""
    # lxml refuses text with an encoding declaration, and bytes need one: so bytes, with the encoding said.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except lxml.etree.ParserError:  # nothing but comments
        return ""
    lines = "".join(_pieces(root)).split("\n")
    folded = (" ".join(line.split()) for line in lines)
    return "\n".join(line for line in folded if line)


def _pieces(root: lxml.html.HtmlElement) -> Iterator[str]:
    """Walk the page without recursion: saved pages nest deeper than Python's stack."""
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and tag in _HIDDEN:
            _empty(element)
            continue
        if tag not in _INLINE:
            yield "\n"
        text = element.text if event == "start" else element.tail
        if text:
            # A line break in the source is white space; only elements end a line.
            yield " ".join(text.split("\n"))


def _empty(element: lxml.html.HtmlElement) -> None:
    tail = element.tail
    element.clear()
    element.tail = tail
