"""Kind ``ground-news-story``: a story page of Ground News, saved as text in any layout.

The page is read by its labels, in whatever order they come, never by line positions. One walk over the lines
sorts them into parts; each part is then read by itself. What is cut off at the end of a document is absent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from briefing.documents import Document, DocumentError
from briefing.facts import pick
from briefing.facts.dates import find_dates
from briefing.kinds import ground_news_words as words
from briefing.kinds.ground_news_cards import parse_cards
from briefing.kinds.shares import Mentions
from briefing.kinds.tokens import Token, evidence, run, tokenise
from briefing.story import Evidence, Facts, Field, FirstReport, Lines, Passage, locked, stated

NAME = "ground-news-story"

_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]`]*$""")
_SHARES = re.compile(rf"(?:{words.SHARE.pattern.replace('?P<share>', '').replace('?P<side>', '')}(?:, )?)+\.?")
_WITHHELD_LABEL = re.compile(r"(?:Factuality|Ownership)(?: Info Icon)?")


class _Part(Enum):
    HEAD = auto()  # slogans, dates, headline, standfirst
    POINTS = auto()
    PROSE = auto()
    CARDS = auto()  # all from the end of the summary to the first label below the articles
    REST = auto()


@dataclass(slots=True)
class _Parts:
    """The lines of a page, sorted; ``count`` and ``by`` are positions in the page's tokens."""

    head: list[Token] = field(default_factory=list)
    points: list[Passage] = field(default_factory=list)
    prose: list[Passage] = field(default_factory=list)
    cards: list[Token] = field(default_factory=list)
    rest: list[int] = field(default_factory=list)
    published: Field[str] = Field()
    by: Field[str] = Field()
    form: str | None = None
    count: int | None = None


def recognise(document: Document) -> bool:
    """Return whether enough different marks of a story page stand in a document's lines."""
    texts = [line.text for line in document.lines]
    proof = sum(proves for mark, proves in words.MARKS if any(mark.fullmatch(text) for text in texts))
    doubled = any(first == second and words.COUNT.fullmatch(first) for first, second in zip(texts, texts[1:], strict=False))
    return proof + doubled * words.DOUBLED_COUNT_PROVES >= words.ENOUGH_MARKS


def parse(document: Document) -> Facts:
    """Return what a story page tells.

    :raises DocumentError: if it is saved as HTML: its pop-overs and menus could be taken for the story's text
    """
    if document.is_html:
        message = "is a Ground News story saved as HTML, which cannot be read yet: save the page's text instead"
        raise DocumentError(message)
    tokens = tokenise(document.lines, words.GLUED)
    parts = _sort(tokens)
    mentions = Mentions(tokens)
    title, *more = parts.head or [Token(0, "")]
    standfirst = Passage(more[0].text, _lines(more[0])) if more else None
    summary = tuple(parts.points if parts.form == "points" else parts.prose)
    texts = tuple(passage for passage in (standfirst, *summary) if passage)
    return Facts(
        title=Passage(title.text, _lines(title) if parts.head else None),
        standfirst=standfirst,
        summary=summary,
        summary_form=parts.form,
        summary_by=parts.by,
        published=parts.published,
        articles=_articles(tokens, parts.count),
        bias=mentions.bias(parts.rest),
        counts=mentions.counts(parts.rest),
        first_report=_first_report(tokens, parts.rest),
        sources_from=_sources_from(tokens, parts.rest),
        factuality=_withheld(tokens, parts.rest, "factuality"),
        ownership=_withheld(tokens, parts.rest, "ownership"),
        coverage=parse_cards(parts.cards, end=tokens[-1]),
        quotes=pick.quotes(texts),
        people=pick.people(texts),
        dates=pick.dates(texts),
        figures=pick.figures(texts),
    )


def _lines(token: Token) -> Lines:
    return Lines(token.number, token.number)


def _sort(tokens: Sequence[Token]) -> _Parts:
    parts = _Parts()
    part = _Part.HEAD
    for index, token in enumerate(tokens):
        part = _next_part(part, token, parts)
        if words.COUNT.fullmatch(token.text) and part is _Part.CARDS:
            parts.count = index if parts.count is None else parts.count
        elif part is _Part.HEAD:
            _read_head(token, parts)
        elif part is _Part.CARDS:
            parts.cards.append(token)
        elif part is _Part.REST:
            parts.rest.append(index)
        elif words.SUMMARY_BY.fullmatch(token.text):
            parts.by = _summary_by(token)
        elif not words.NOISE.fullmatch(token.text) and _whole(token, tokens[-1]):
            texts = parts.points if part is _Part.POINTS else parts.prose
            texts.append(Passage(token.text, _lines(token)))
    return parts


def _next_part(part: _Part, token: Token, parts: _Parts) -> _Part:
    """Return the part that a token belongs to, after ``part``."""
    text = token.text
    if text in words.PART_LABELS or _is_fact_below(text) or _WITHHELD_LABEL.fullmatch(text):
        return _Part.REST if part is not _Part.HEAD or _is_fact_below(text) or text in words.PART_LABELS else part
    if part is _Part.REST or part is _Part.CARDS:
        return part
    if words.COUNT.fullmatch(text) or text == words.TABS[0]:
        return _Part.CARDS
    return _next_in_summary(part, token, parts)


def _next_in_summary(part: _Part, token: Token, parts: _Parts) -> _Part:
    text = token.text
    if words.PROSE_BY.fullmatch(text) and part is _Part.HEAD:
        parts.form = "prose"
        return _Part.PROSE
    if token.bullet and part is not _Part.PROSE and not parts.by.stated:
        parts.form = "points"
        return _Part.POINTS
    if part is _Part.POINTS:
        ended = parts.by.stated and not words.NOISE.fullmatch(text)
        known = words.SUMMARY_BY.fullmatch(text) or words.NOISE.fullmatch(text)
        return _Part.CARDS if ended or not known else part
    if part is _Part.PROSE and _begins_card(text):
        return _Part.CARDS
    if part is _Part.HEAD and words.SUMMARY_BY.fullmatch(text):
        return _Part.POINTS  # an AI's summary with no point left
    return part


def _begins_card(text: str) -> bool:
    return bool(
        text in words.LEANINGS
        or text in {words.REPOSTED_BY, words.CARD_END}
        or words.REPOSTS.fullmatch(text)
        or words.PLACE.fullmatch(text)
    )


def _is_fact_below(text: str) -> bool:
    """Whether a line is one of those that stand below the articles, by its whole wording."""
    return bool(
        _SHARES.fullmatch(text)
        or words.PAYWALL.fullmatch(text)
        or words.SOURCES_FROM.fullmatch(text)
        or words.FIRST_REPORT.fullmatch(text)
    )


def _read_head(token: Token, parts: _Parts) -> None:
    published = words.PUBLISHED.fullmatch(token.text)
    if published:
        parts.head.clear()  # what stood above it were slogans
        days = find_dates(published["date"] or "")
        if days:
            parts.published = stated(days[0].date.isoformat(), evidence([token]))
    elif not words.NOISE.fullmatch(token.text):
        parts.head.append(token)


def _summary_by(token: Token) -> Field[str]:
    match = words.SUMMARY_BY.fullmatch(token.text)
    return stated(match["author"], evidence([token])) if match else Field()


def _whole(token: Token, end: Token) -> bool:
    """Whether a text is whole: the last line of a document may be cut, unless it ends as sentences do."""
    return token is not end or bool(_SENTENCE_END.search(token.text))


def _articles(tokens: Sequence[Token], at: int | None) -> Field[int]:
    if at is None:
        return Field()
    match = words.COUNT.fullmatch(tokens[at].text)
    count = int(match["count"].replace(",", "")) if match else 0
    if count == 0:  # the site prints 0 where it does not know
        return Field()
    return stated(count, run(tokens, at, (token.text == tokens[at].text for token in tokens[at + 1 :])))


def _first_report(tokens: Sequence[Token], rest: Sequence[int]) -> FirstReport:
    for index in rest:
        token = tokens[index]
        match = words.FIRST_REPORT.fullmatch(token.text)
        if match:
            words_read = evidence([token])
            days = find_dates(match["date"])
            return FirstReport(
                stated(match["outlet"], words_read),
                stated(match["place"], words_read) if match["place"] else Field(),
                stated(days[0].date, words_read) if days else Field(),
            )
        match = words.FIRST_REPORT_WITHOUT_DATE.fullmatch(token.text)
        if match:
            return FirstReport(stated(match["outlet"], evidence([token])), stated(match["place"], evidence([token])))
    cut = words.FIRST_REPORT_CUT.fullmatch(tokens[-1].text) if rest and rest[-1] == len(tokens) - 1 else None
    return FirstReport(stated(cut["outlet"], evidence([tokens[-1]]))) if cut else FirstReport()


def _sources_from(tokens: Sequence[Token], rest: Sequence[int]) -> Field[str]:
    for index in rest:
        match = words.SOURCES_FROM.fullmatch(tokens[index].text)
        if match:
            return stated(match["place"], evidence([tokens[index]]))
    return Field()


def _withheld(tokens: Sequence[Token], rest: Sequence[int], fact: str) -> Field[str]:
    for index in rest:
        match = words.PAYWALL.fullmatch(tokens[index].text)
        if match and match["fact"] == fact:
            words_read: Evidence = evidence([tokens[index]])
            return locked(words_read)
    return Field()
