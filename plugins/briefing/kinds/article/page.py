"""An article's web page: what it says of itself and shows, sorted into the parts of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.documents import Document
from briefing.documents.addresses import is_address
from briefing.documents.lines import Line
from briefing.documents.tree import Element, Page, Statement
from briefing.kinds.article.body import paragraphs
from briefing.kinds.article.byline import Bylines
from briefing.kinds.article.dates import find_published, find_updated
from briefing.kinds.article.names import fold
from briefing.kinds.article.outlet import STATED, find_outlet, outlet_in_title
from briefing.kinds.article.parts import Parts
from briefing.kinds.article.prose import count_words
from briefing.kinds.article.title import find_title
from briefing.kinds.article.words import CAPTION_NAMES, NO_ADDRESS, STANDFIRST_NAMES, names_of
from briefing.story import Evidence, Field, Lines, Passage, stated

_ADDRESS = ("canonical", "og:url", "ld:url", "ld:mainEntityOfPage", "saved-from")
_LANGUAGE = ("lang", "ld:inLanguage", "og:locale", "language", "dc.language")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_DESCRIPTION = ("og:description", "description", "ld:description", "ld:alternativeHeadline")
_ABOVE = 12  # lines above the headline in which a page may name authors and date
_BELOW = 40  # lines below it, where no text is found that would end them
_FEWEST_WORDS = 4  # of a standfirst


def read_page(document: Document, page: Page) -> Parts:
    """Return the parts of an article's web page."""
    kept = {line.number for line in document.lines}
    page = replace(page, statements=tuple(s for s in page.statements if s.line in kept))
    shown = document.shown_lines
    outlet = find_outlet(page)
    title = find_title(page, shown, outlet.value)
    outlet = outlet if outlet.stated else outlet_in_title(page, shown, title.text or "")
    below = title.lines.last if title.lines and _is_shown(title.lines, shown) else 0
    body = paragraphs(page, shown, after=below)
    standfirst = _standfirst(page, shown, range(below + 1, _region(below, body).stop), body)
    body = tuple(passage for passage in body if not standfirst or passage.text != standfirst.text)
    region = _region(below, body)
    outlets = [outlet.value or "", *(statement.value for statement in page.stated(*STATED))]
    return Parts(
        title=title,
        standfirst=standfirst,
        body=body,
        byline=Bylines(page, shown, outlets).find(region),
        outlet=outlet,
        published=find_published(page, shown, region),
        updated=find_updated(page, shown, region),
        address=_address(page),
        language=_language(page),
        topics=_topics(page, shown),
    )


def _is_shown(lines: Lines, shown: Sequence[Line]) -> bool:
    return any(line.number == lines.last for line in shown)


def _region(title: int, body: Sequence[Passage]) -> range:
    """Return the lines around the headline that are not yet text."""
    first = next((p.lines.first for p in body if p.lines and p.lines.first > title), title + _BELOW)
    return range(max(title - _ABOVE, 1), first)


def _field(statement: Statement, page: Page) -> Field[str]:
    line = page.lines[statement.line - 1]
    return stated(statement.value, Evidence(Lines(line.number, line.number), (line.text,)))


def _address(page: Page) -> Field[str]:
    addresses = (s for s in page.stated(*_ADDRESS) if is_address(s.value) and not NO_ADDRESS.search(s.value))
    return next((_field(statement, page) for statement in addresses), Field())


def _language(page: Page) -> str | None:
    """Return the language that the page says it is in, as BCP 47 writes it."""
    tags = (s.value.replace("_", "-") for s in page.stated(*_LANGUAGE) if _TAG.fullmatch(s.value))
    return next(tags, None)


def _standfirst(page: Page, shown: Sequence[Line], region: range, body: Sequence[Passage]) -> Passage | None:
    """Return the line below the headline that the page marks as standfirst, or gives as its description too."""
    said = {fold(statement.value) for statement in page.stated(*_DESCRIPTION)}
    marked = set(_marked_as_standfirst(page))
    first = body[0] if body else None
    # The first paragraph is one only if there is another: else it is the article.
    stop = first.lines.last + 1 if first and first.lines and len(body) > 1 else region.stop
    for line in shown:
        if not region.start <= line.number < stop or count_words(line.text) < _FEWEST_WORDS:
            continue
        if line.number in marked or fold(line.text) in said:
            is_repeated = any((passage.text or "").startswith(line.text) for passage in body if passage is not first)
            is_first = first is not None and line.text == first.text
            if not is_repeated and not (is_first and line.number not in marked):
                return Passage(line.text, Lines(line.number, line.number))
    return None


def _marked_as_standfirst(page: Page) -> Iterator[int]:
    """Yield the lines of elements that are called standfirst, or by another of its names; not those of pictures."""
    stack = [page.root]
    while stack:
        element = stack.pop()
        names = names_of(element)
        if element.tag in {"figure", "figcaption"} or CAPTION_NAMES.search(names):
            continue
        if element.first == element.last and STANDFIRST_NAMES.search(names):
            yield element.first
        stack.extend(child for child in element.children if isinstance(child, Element))


def _topics(page: Page, shown: Sequence[Line]) -> Field[tuple[str, ...]]:
    """Return the article's tags, of those that the page says also out of sight the ones that it shows."""
    texts = {line.text.casefold() for line in shown}
    tags = [s for s in page.stated("article:tag") if s.value.casefold() in texts]
    if not tags:
        return Field()
    evidence = Evidence(Lines(tags[0].line, tags[-1].line), tuple(page.lines[tag.line - 1].text for tag in tags))
    return stated(tuple(dict.fromkeys(tag.value for tag in tags)), evidence)
