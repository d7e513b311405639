"""Doubts: what an editor should look at in a story, because its page contradicts itself or is not whole.

Nothing is corrected and nothing decided here: a page can say such things. Each doubt tells what stands there.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.documents import Document
from briefing.facts.dates import WEEKDAYS, find_other_weekday
from briefing.kinds import ground_news
from briefing.kinds.ground_news import checks as ground_news_checks
from briefing.leaning import SIDES
from briefing.story import Facts, Field, Lines, Sides

_MOST_PER_CENT = 101  # shares are rounded
_LONG_LINE = 80  # characters
_GOES_ON = ",;:-–—"  # noqa: RUF001 - the marks that texts use
_SHOWN = 40  # characters of a document's end
_DAY = len("2026-06-02")


class DoubtKind(StrEnum):
    """What is wrong."""

    WEEKDAY = "weekday"  # a written weekday is not that of its date
    ORDER = "order"  # what was first comes after what was later
    NUMBERS = "numbers"  # counts or shares that contradict each other
    CUT = "cut"  # the end of the document is missing
    UNDATED = "undated"  # the page gives no date


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that an editor should look at: one sentence, and the lines of the document where it stands."""

    kind: DoubtKind
    message: str
    lines: Lines | None


def find(facts: Facts, document: Document, kind: str) -> tuple[Doubt, ...]:
    """Return what is doubtful in a document of a kind, and in the facts that were read from it."""
    return (*of_story(facts), *_of_document(document, kind))


def undated() -> Doubt:
    """Return what to tell of a story whose page gives no date."""
    message = "the page gives no date: the story stands under the day of its conversion, unless you write another"
    return Doubt(DoubtKind.UNDATED, f"{message} behind “date:”", None)


def of_story(facts: Facts) -> tuple[Doubt, ...]:
    """Return what is doubtful in a page's own values, as far as a story alone tells."""
    return (*_weekdays(facts), *_order(facts), *_numbers(facts))


def _weekdays(facts: Facts) -> Iterator[Doubt]:
    dated: list[tuple[str, datetime.date, Lines | None]] = [
        (item.text, item.date, item.lines) for item in facts.dates if item.lines
    ]
    for field in (facts.first_report.date, facts.published, facts.updated):
        day = _day(field)
        if day and field.evidence:
            dated.append((" ".join(field.evidence.words), day, field.lines))
    for text, day, lines in dated:
        written = find_other_weekday(text, day) if lines else None  # without lines it is an editor's
        if written:
            message = f"the page's weekday does not fit its date: “{written}” is a {WEEKDAYS[day.weekday()]}"
            yield Doubt(DoubtKind.WEEKDAY, message, lines)


def _day(field: Field[str] | Field[datetime.date]) -> datetime.date | None:
    """Return the day that the page states, if it states one."""
    if field.evidence is None or field.value is None:
        return None
    try:
        return datetime.date.fromisoformat(str(field.value)[:_DAY])
    except ValueError:
        return None


def _order(facts: Facts) -> Iterator[Doubt]:
    first, published = _day(facts.first_report.date), _day(facts.published)
    if first is None or published is None:
        return
    # A moment's day depends on where one is: by one more day.
    is_moment = len(str(facts.published.value)) > _DAY
    if first > published + datetime.timedelta(days=1 if is_moment else 0):
        message = f"the first report is dated {first}, after the page itself was published, {facts.published.value}"
        yield Doubt(DoubtKind.ORDER, message, facts.first_report.date.lines)


def _numbers(facts: Facts) -> Iterator[Doubt]:
    shares, counts = _said(facts.bias), _said(facts.counts)
    articles = facts.articles.value if facts.articles.evidence else None
    if sum(shares) > _MOST_PER_CENT:
        message = f"the shares of the leanings add up to {sum(shares)}%"
        yield Doubt(DoubtKind.NUMBERS, message, _first_lines(facts.bias))
    if articles is None:
        return
    if sum(counts) > articles:
        message = f"the page counts {articles} articles, and by their leanings {sum(counts)}"
        yield Doubt(DoubtKind.NUMBERS, message, facts.articles.lines)
    listed = sum(1 for card in facts.coverage if card.lines)
    if listed > articles:
        message = f"the page counts {articles} articles, and lists {listed}"
        yield Doubt(DoubtKind.NUMBERS, message, facts.articles.lines)


def _said(sides: Sides[Field[int]]) -> list[int]:
    fields = (getattr(sides, side) for side in SIDES)
    return [field.value for field in fields if field.evidence and field.value is not None]


def _first_lines(sides: Sides[Field[int]]) -> Lines | None:
    return next(filter(None, (getattr(sides, side).lines for side in SIDES)), None)


def _of_document(document: Document, kind: str) -> Iterator[Doubt]:
    lines = document.shown_lines
    if not lines:
        return
    is_story = kind == ground_news.NAME
    if is_story and document.page is None:  # a web page lists other stories too, with their numbers
        for message, where in ground_news_checks.find_contradictions(lines):
            yield Doubt(DoubtKind.NUMBERS, message, where)
    if document.page is not None:
        cut = _is_cut_page(document.page.source)
    else:
        cut = ground_news_checks.is_cut(lines) if is_story else _is_cut_text(lines[-1].text)
    if cut:
        last = lines[-1]
        end = last.text if len(last.text) <= _SHOWN else f"…{last.text[-_SHOWN:]}"
        yield Doubt(DoubtKind.CUT, f"the document has no end; it stops at “{end}”", Lines(last.number, last.number))


def _is_cut_text(last: str) -> bool:
    """Whether the last line of a text is a paragraph that does not end as sentences do; short lines can be anything."""
    return len(last) >= _LONG_LINE and (last[-1].isalnum() or last[-1] in _GOES_ON)


def _is_cut_page(source: str) -> bool:
    """Whether a web page ends within a tag, or with elements open whose end HTML asks for."""
    if source.rfind("<") > source.rfind(">"):
        return True
    source = source.lower()
    if "</html" in source or "</body" in source:
        return False
    return source.count("<div") > source.count("</div")
