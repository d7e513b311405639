"""The running text of an article's web page: the paragraphs that trafilatura finds, each as the line that has it."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from briefing.documents.lines import Line
from briefing.documents.tree import Element, Page
from briefing.kinds.article.prose import ends_sentence, is_running
from briefing.kinds.article.words import ASIDE_NAMES, names_of
from briefing.story import Lines, Passage

_ASIDE_TAGS = frozenset(
    {"aside", "button", "caption", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "nav"}
)
_SPACE = re.compile(r"\s+")
_LIST_MARK = re.compile(r"^[-–•] ")  # noqa: RUF001 - what trafilatura or a page sets before an item
_LONGEST_SOURCE = 8_000_000  # characters; a page of more is scripts, and its lines are still looked through


def paragraphs(page: Page, shown: Sequence[Line], *, after: int) -> tuple[Passage, ...]:
    """Return the paragraphs of a page's article, in the order of the page.

    :param shown: the lines that a reader sees
    :param after: the number of the headline's line, 0 if none is shown; paragraphs stand below it, if any do
    """
    wanted = {_folded(text) for text in _extract(page.source)}
    found = [line for line in shown if _folded(line.text) in wanted and ends_sentence(line.text)]
    found = [line for line in found if line.number > after] or found
    aside = _aside(page.root, [line.number for line in found])
    texts: dict[str, Passage] = {}
    for line in found:
        if line.number not in aside:
            texts.setdefault(line.text, Passage(line.text, Lines(line.number, line.number)))
    return tuple(dropwhile(lambda passage: not is_running(passage.text or ""), texts.values()))


def _extract(source: str) -> Iterator[str]:
    """Yield the texts of the article as trafilatura tells it from what stands around it."""
    import trafilatura  # noqa: PLC0415 - it takes a while to load, and most documents do not need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it finds wrong with a page is no editor's
    found = trafilatura.bare_extraction(
        source[:_LONGEST_SOURCE], favor_precision=True, include_comments=False, include_tables=False
    )
    text = getattr(found, "text", None) or ""
    yield from (line for line in text.split("\n") if line.strip())


def _folded(text: str) -> str:
    return _SPACE.sub("", _LIST_MARK.sub("", text))


def _aside(root: Element, found: Sequence[int]) -> frozenset[int]:
    """Return the lines that stand aside of the running text: in captions, boxes, menus, headings.

    :param found: the lines that may be running text; what holds most of them is no box, whatever its name
    """
    numbers: set[int] = set()
    stack = [root]
    while stack:
        element = stack.pop()
        held = bisect_right(found, element.last) - bisect_left(found, element.first)
        if held == 0:
            continue
        is_aside = element.tag in _ASIDE_TAGS or ASIDE_NAMES.search(names_of(element))
        if is_aside and 2 * held <= len(found):
            numbers.update(range(element.first, element.last + 1))
        else:
            stack.extend(child for child in element.children if isinstance(child, Element))
    return frozenset(numbers)
