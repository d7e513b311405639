"""The truth rules, checked: every value read from a document stands in its evidence, word for word.

Named transforms: a written date to ISO, white space, the digits of a number without their separators, the words of
several lines joined by commas. Words said to
be quoted stand between quotation marks, and a text that the page cut is marked as cut.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.documents.lines import Line
from briefing.facts.dates import find_dates
from briefing.story import Card, Evidence, Facts, Field, FirstReport, Item, Lines, Passage, Quote, Sides, WrittenDate

_ITEM_TEXTS = ("text", "headline", "outlet", "bias", "excerpt", "place", "url", "time", "speaker", "role", "name")
_OPENED = re.compile(r"[“«»„\"`‘]\s*$")  # noqa: RUF001 - the marks that texts use
_CLOSED = re.compile(r"\s*[”»«“\"`’]")  # noqa: RUF001
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)")


def untrue(facts: Facts, lines: Sequence[Line]) -> tuple[str, ...]:
    """Return what ``facts`` state in other words than those of the lines that they cite; empty where all is true.

    :param lines: the document's lines; what was dropped is not among them and so cannot be cited
    """
    texts = {line.number: line.text for line in lines}
    problems: list[str] = []
    for attribute in dataclasses.fields(facts):
        value = getattr(facts, attribute.name)
        for name, part in _parts(attribute.name, value):
            if isinstance(part, Field):
                problems += _check_field(name, part, texts)
            else:
                problems += _check_item(name, part, texts)
    return tuple(problems)


def _parts(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields and items in the value of an attribute."""
    if isinstance(value, Sides | FirstReport):
        for part in dataclasses.fields(value):
            yield f"{name}.{part.name}", getattr(value, part.name)
    elif isinstance(value, tuple):
        for index, item in enumerate(value, 1):
            yield f"{name} {index}", item
    elif isinstance(value, Field | Passage):
        yield name, value


def _cited(lines: Lines, texts: Mapping[int, str]) -> list[str]:
    return [texts[number] for number in range(lines.first, lines.last + 1) if number in texts]


def _check_field(name: str, field: Field[Any], texts: Mapping[int, str]) -> Iterator[str]:
    evidence = field.evidence
    if evidence is None:
        if field.stated:
            yield f"{name} is stated without evidence"
        return
    if not _stand_in(evidence, texts):
        yield f"{name} cites words that lines {evidence.lines} do not have"
    if field.stated and not _says(evidence.words, field.value):
        yield f"{name} is “{field.value}”, which is not in “{' / '.join(evidence.words)}”"


def _stand_in(evidence: Evidence, texts: Mapping[int, str]) -> bool:
    """Whether the words stand in the cited lines, in their order."""
    cited = iter(_cited(evidence.lines, texts))
    return bool(evidence.words) and all(any(words in text for text in cited) for words in evidence.words)


def _says(words: Sequence[str], value: Any) -> bool:
    joined = " ".join(words)
    if isinstance(value, datetime.date):
        return value in {found.date for found in find_dates(joined)} or value.isoformat() in joined
    if isinstance(value, int):
        return _has_number(joined, str(value)) or _has_number(joined, f"{value:,}")
    if isinstance(value, tuple):
        return all(_says(words, part) for part in value)
    if str(value) in joined or str(value) == ", ".join(words):
        return True
    return str(value) in {found.date.isoformat() for found in find_dates(joined)}


def _has_number(text: str, number: str) -> bool:
    """Whether a number stands in a text as a whole: 7 does not in 57, nor 5 in 57.5."""
    return bool(re.search(rf"(?<![\d.,])0*{re.escape(number)}(?![\d]|[.,]\d)", text))


def _check_item(name: str, item: Item, texts: Mapping[int, str]) -> Iterator[str]:
    if item.lines is None:
        if isinstance(item, Passage) and not item.text:
            return
        yield f"{name} cites no lines"
        return
    cited = _cited(item.lines, texts)
    joined = " ".join(cited)
    for attribute in _ITEM_TEXTS:
        text = getattr(item, attribute, None)
        if text is not None and text not in joined:
            yield f"{name}: “{text}” is not in lines {item.lines}"
    if isinstance(item, Card):
        yield from _check_card(name, item, cited)
    if isinstance(item, Quote) and not _is_quoted(item.text, joined):
        yield f"{name}: “{item.text}” does not stand between quotation marks in lines {item.lines}"
    if isinstance(item, WrittenDate) and not _says([item.text], item.date):
        yield f"{name}: “{item.text}” is not {item.date}"


def _check_card(name: str, card: Card, cited: Sequence[str]) -> Iterator[str]:
    reposts = () if card.reposts is None else (card.reposts,)
    if not _says(cited, (*card.reposted_by, *reposts)):
        yield f"{name}: its reposts are not in lines {card.lines}"
    if card.excerpt and not card.excerpt_cut:
        rests = [text.partition(card.excerpt)[2] for text in cited if card.excerpt in text]
        if rests and all(map(_ELLIPSIS.match, rests)):
            yield f"{name}: its excerpt is cut in lines {card.lines}, and not marked as cut"


def _is_quoted(words: str, text: str) -> bool:
    start = text.find(words)
    while start >= 0:
        if _OPENED.search(text, max(0, start - 3), start) and _CLOSED.match(text, start + len(words)):
            return True
        start = text.find(words, start + 1)
    return False
