"""The headline of an article's web page: the words that the page shows, where what it says of itself agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.documents.lines import Line
from briefing.documents.tree import Page
from briefing.kinds.article.names import fold
from briefing.kinds.article.prose import count_words
from briefing.story import Lines, Passage

_STATED = ("og:title", "ld:headline", "headline", "parsely-title", "dc.title")  # before a <title>, which adds to it
_SEPARATOR = re.compile(r"\s+(?:[|–—·•»:/-]|::)\s+")  # noqa: RUF001 - the marks that titles use
_FEWEST_WORDS = 3  # of a headline that nothing but its element proves: fewer can name a site or a section
_LONGEST = 300  # characters


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    lines: Lines


def find_title(page: Page, shown: Sequence[Line], outlet: str | None) -> Passage:
    """Return the headline with the lines that have it; its text is empty where the page has none.

    :param shown: the lines that a reader sees
    :param outlet: the outlet's name, if it is known: it is not part of a headline
    """
    stated = [statement for statement in page.stated(*_STATED, "title") if fold(statement.value) != fold(outlet or "")]
    headings = [heading for heading in _headings(page, shown) if fold(heading.text) != fold(outlet or "")]
    said = [statement.value for statement in stated]
    agreed = next(filter(None, (_agreed(heading, said) for heading in headings)), None)
    if agreed is not None:
        return agreed
    folded = {fold(part) for text in said for part in (text, *_SEPARATOR.split(text))}
    for line in shown:
        if len(line.text) <= _LONGEST and count_words(line.text) >= _FEWEST_WORDS and fold(line.text) in folded:
            return Passage(line.text, Lines(line.number, line.number))
    long = [heading for heading in headings if count_words(heading.text) >= _FEWEST_WORDS]
    if len(long) == 1:
        return Passage(long[0].text, long[0].lines)
    if not stated:
        return Passage("")
    return Passage(_without_outlet(stated[0].value, outlet), Lines(stated[0].line, stated[0].line))


def _headings(page: Page, shown: Sequence[Line]) -> Iterator[_Heading]:
    """Yield the first headings of the page, each in one piece."""
    texts = {line.number: line.text for line in shown}
    for element in page.root.find("h1"):
        numbers = range(element.first, element.last + 1)
        if numbers and all(number in texts for number in numbers):  # else markup stands between its words
            text = " ".join(texts[number] for number in numbers)
            if len(text) <= _LONGEST:
                yield _Heading(text, Lines(numbers[0], numbers[-1]))


def _agreed(heading: _Heading, stated: Sequence[str]) -> Passage | None:
    """Return what a heading has of a stated title: all, or what stands below a kicker; None where they disagree."""
    shown = fold(heading.text)
    for text in stated:
        said = fold(text)
        if not said or not shown:
            continue
        longest = fold(max(_SEPARATOR.split(text), key=len))
        if shown in {said, longest} or (said.startswith(shown) and count_words(heading.text) >= _FEWEST_WORDS):
            return Passage(heading.text, heading.lines)
        if said in shown and count_words(text) > _FEWEST_WORDS:
            words = text if text in heading.text else heading.text
            return Passage(words, heading.lines)
    return None


def _without_outlet(title: str, outlet: str | None) -> str:
    """Return a title without the outlet's name, where that is all that a separator sets apart at its end."""
    ends = list(_SEPARATOR.finditer(title))
    if ends and outlet and fold(title[ends[-1].end() :]) == fold(outlet):
        return title[: ends[-1].start()]
    return title
