"""The truth rules, checked: every value read from a document stands in its evidence, word for word.

Named transforms: a written date to ISO, white space, the digits of a number without their separators, the words of a
line without Markdown's dressing, those of several lines joined by commas. Words said to be quoted stand between
quotation marks, and a text that the page cut is marked as cut.
"""

from __future__ import annotations

import dataclasses
import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from briefing.documents.lines import Line
from briefing.documents.markdown import words_of
from briefing.story import (
    Card,
    Evidence,
    Facts,
    Field,
    Figure,
    FirstReport,
    Item,
    Lines,
    Organisation,
    Passage,
    Person,
    Quote,
    Sides,
    State,
    WrittenDate,
)
from briefing.wording import has_address, has_ellipsis, is_cut, is_quoted, says, says_time

# The parts of the model that cite lines: passages, fields, and lists of items. Which summary_form a text has is how it
# is laid out, and the language has a check of its own.
_DEFAULTS = {part.name: part.default for part in dataclasses.fields(Facts)}
_PASSAGES = ("title", "standfirst")
_FIELDS = (
    *(name for name, value in _DEFAULTS.items() if isinstance(value, Field)),
    *(f"{name}.{part.name}" for name, value in _DEFAULTS.items() if isinstance(value, Sides | FirstReport)
      for part in dataclasses.fields(value)),
)  # fmt: skip
_LISTS = tuple(name for name, value in _DEFAULTS.items() if isinstance(value, tuple))
_LANGUAGE_LABEL = re.compile(r"lang(?:uage)?\s*:\s*[\"']?(?P<value>[\w-]+)[\"']?")
_fields_of = operator.attrgetter(*_FIELDS)
_lists_of = operator.attrgetter(*_LISTS)
_Cite = Callable[[Lines], list[str]]  # returns the texts of cited lines
_texts_of: dict[type, Callable[[Any], tuple[str | None, ...]]] = {  # that stand in an item's lines as they are
    Passage: lambda passage: (passage.text,),
    Card: operator.attrgetter("headline", "outlet", "bias", "excerpt", "place"),
    Quote: operator.attrgetter("text", "speaker", "role"),
    Person: operator.attrgetter("name", "role"),
    Organisation: lambda organisation: (organisation.name,),
    WrittenDate: lambda written: (written.text,),
    Figure: lambda figure: (figure.text,),
}


def untrue(facts: Facts, lines: Sequence[Line]) -> tuple[str, ...]:
    """Return what ``facts`` state in other words than those of the lines that they cite; empty where all is true.

    :param lines: the document's lines; what was dropped is not among them and so cannot be cited
    """
    texts = {number: text for number, text, _ in lines}
    problems = _check_all(facts, partial(_as_they_stand, texts))
    if problems:  # it may be Markdown: its dressing is looked through only where it has to be
        problems = _check_all(facts, partial(_undressed_too, texts))
    if facts.language is not None and not _is_marked(facts.language, lines):
        problems.append(f"language is “{facts.language}”, which neither markup nor front matter says")
    return tuple(problems)


def _check_all(facts: Facts, cite: _Cite) -> list[str]:
    problems: list[str] = []
    for name in _PASSAGES:
        passage = getattr(facts, name)
        if passage is not None:
            problems += (f"{name}{wrong}" for wrong in _check_item(passage, cite))
    for name, field in zip(_FIELDS, _fields_of(facts), strict=True):
        if field.evidence is not None or field.state is State.STATED:
            problems += _check_field(name, field, cite)
    for name, items in zip(_LISTS, _lists_of(facts), strict=True):
        for number, item in enumerate(items, 1):
            for wrong in _check_item(item, cite):
                problems.append(f"{name} {number}{wrong}")
    return problems


def _as_they_stand(texts: Mapping[int, str], lines: Lines) -> list[str]:
    """Return the lines that are cited."""
    if lines.first == lines.last:
        return [texts[lines.first]] if lines.first in texts else []
    return [texts[number] for number in range(lines.first, lines.last + 1) if number in texts]


def _undressed_too(texts: Mapping[int, str], lines: Lines) -> list[str]:
    """Return the lines that are cited: as they stand, and below that without Markdown's dressing if they have any."""
    cited = _as_they_stand(texts, lines)
    undressed = [words_of(text) for text in cited]
    return cited if undressed == cited else [*cited, *undressed, words_of(" ".join(cited))]


def _check_field(name: str, field: Field[Any], cite: _Cite) -> Iterator[str]:
    evidence = field.evidence
    if evidence is None:
        yield f"{name} is stated without evidence"
        return
    if not _stand_in(evidence, cite):
        yield f"{name} cites words that lines {evidence.lines} do not have"
    words = " ".join(evidence.words)
    if (
        field.state is State.STATED
        and not _SAYS.get(name, says)(words, field.value)
        and field.value != ", ".join(evidence.words)
    ):
        yield f"{name} is “{field.value}”, which is not in “{' / '.join(evidence.words)}”"


def _stand_in(evidence: Evidence, cite: _Cite) -> bool:
    """Whether the words stand in the cited lines, in their order."""
    lines = cite(evidence.lines)
    if list(evidence.words) == lines:  # as most do, whole
        return bool(lines)
    cited = iter(lines)
    return bool(evidence.words) and all(any(words in text for text in cited) for words in evidence.words)


def _is_marked(language: str, lines: Sequence[Line]) -> bool:
    """Whether a value in the page's markup or front matter is a language; some pages write "en_US" for "en-US"."""
    wanted = language.lower()
    for line in lines:
        text = line.text.lower().replace("_", "-")
        label = None if line.markup else _LANGUAGE_LABEL.fullmatch(text)
        if wanted in (text.split('"') if line.markup else (label["value"],) if label else ()):
            return True
    return False


_SAYS: dict[str, Callable[[str, Any], bool]] = {
    "published": says_time,
    "updated": says_time,
    "address": has_address,
}


def _check_item(item: Item, cite: _Cite) -> Iterator[str]:
    """Yield what is wrong with an item, as it is told behind its name."""
    if item.lines is None:
        if not isinstance(item, Passage) or item.text:
            yield " cites no lines"
        return
    cited = cite(item.lines)
    joined = " ".join(cited) if len(cited) != 1 else cited[0]
    for text in _texts_of[type(item)](item):
        if text is not None and (not text or text not in joined):
            yield f": “{text}” is not in lines {item.lines}"
    if isinstance(item, Passage):
        if item.text and has_ellipsis(joined) and is_cut(item.text, cited):
            yield f" is cut in lines {item.lines}, and not marked as cut"
    elif isinstance(item, Card):
        yield from _check_card(item, cited, joined)
    elif isinstance(item, Quote) and not is_quoted(item.text, joined):
        yield f": “{item.text}” does not stand between quotation marks in lines {item.lines}"
    elif isinstance(item, WrittenDate) and not says(item.text, item.date):
        yield f": “{item.text}” is not {item.date}"


def _check_card(card: Card, cited: Sequence[str], joined: str) -> Iterator[str]:
    reposts = card.reposted_by if card.reposts is None else (*card.reposted_by, card.reposts)
    if reposts and not says(joined, reposts):
        yield f": its reposts are not in lines {card.lines}"
    if card.url is not None and not has_address(joined, card.url):
        yield f": “{card.url}” is not in lines {card.lines}"
    if card.time is not None and not says_time(joined, card.time):
        yield f": “{card.time}” is not in lines {card.lines}"
    if has_ellipsis(joined):
        if card.headline and is_cut(card.headline, cited):
            yield f": its headline is cut in lines {card.lines}, and not marked as cut"
        if card.excerpt and not card.excerpt_cut and is_cut(card.excerpt, cited):
            yield f": its excerpt is cut in lines {card.lines}, and not marked as cut"
