"""The parts of a Ground News page: one walk over its lines sorts them by the labels that open each part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from briefing.facts.dates import find_dates
from briefing.kinds import ground_news_words as words
from briefing.kinds.ground_news_cards import begins_card, ends_card
from briefing.kinds.tokens import Token, evidence
from briefing.story import Field, Lines, Passage, stated

SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]`]*$""")  # noqa: RUF001 - the marks that texts use
_WHOLE_AUTHOR = "Ground AI"  # any other at the end of a document may be cut
_ABSENT: Field[str] = Field()


class _Part(Enum):
    HEAD = auto()  # slogans, dates, headline, standfirst
    POINTS = auto()
    PROSE = auto()
    CARDS = auto()  # all from the end of the summary to the first label below the articles
    REST = auto()


@dataclass(slots=True)
class Parts:
    """The lines of a page, sorted; ``rest`` and ``count`` are positions in the page's tokens."""

    head: list[Token] = field(default_factory=list)
    points: list[Passage] = field(default_factory=list)
    prose: list[Passage] = field(default_factory=list)
    cards: list[Token] = field(default_factory=list)
    rest: list[int] = field(default_factory=list)
    published: Field[str] = _ABSENT
    by: Field[str] = _ABSENT
    form: str | None = None
    count: int | None = None
    counted: bool = False  # the line with the number of articles, or their tabs, ended the part above

    @property
    def begun(self) -> bool:
        """Whether more is known of a story than what can be slogans above it."""
        return bool(self.points or self.form or self.by.stated or self.counted or self.count is not None)


def sort(tokens: Sequence[Token]) -> Parts:
    """Return the lines of a page that has at least one, sorted."""
    parts = Parts()
    part = _Part.HEAD
    for index, token in enumerate(tokens):
        before, part = part, _next_part(part, token, parts)
        is_count = bool(words.COUNT.fullmatch(token.text))
        if part is _Part.CARDS and before is not _Part.CARDS:
            parts.counted = is_count or token.text == words.TABS[0]
        if part is _Part.REST:
            parts.rest.append(index)
        elif part is _Part.CARDS and is_count:
            parts.count = index if parts.count is None else parts.count
        elif part is _Part.CARDS:
            parts.cards.append(token)
        elif words.SUMMARY_BY.fullmatch(token.text):
            _read_author(part, token, parts, is_end=token is tokens[-1])
        elif words.PUBLISHED.fullmatch(token.text) and part is _Part.HEAD:
            _read_published(token, parts)
        elif not words.NOISE.fullmatch(token.text) and _is_whole(token, tokens[-1]):
            _read_text(part, token, parts)
    return parts


def _next_part(part: _Part, token: Token, parts: Parts) -> _Part:
    """Return the part that a token belongs to, after ``part``."""
    text = token.text
    if words.PUBLISHED.fullmatch(text) and not parts.begun:
        return _Part.HEAD
    if part is _Part.REST or _begins_rest(part, token, parts):
        return _Part.REST
    if part is _Part.CARDS or text == words.TABS[0] or words.COUNT.fullmatch(text):
        return _Part.CARDS
    if part is _Part.POINTS:
        return _Part.POINTS if _is_in_points(token, parts) else _Part.CARDS
    if begins_card(text) and (parts.head or text not in words.LEANINGS):
        return _Part.CARDS
    return _after_head(token) if part is _Part.HEAD else part


def _after_head(token: Token) -> _Part:
    if words.PROSE_BY.fullmatch(token.text):
        return _Part.PROSE
    is_point = token.bullet or words.SUMMARY_BY.fullmatch(token.text)  # the latter: no point is left of it
    return _Part.POINTS if is_point else _Part.HEAD


def _is_in_points(token: Token, parts: Parts) -> bool:
    if words.NOISE.fullmatch(token.text):
        return True
    return not parts.by.stated and bool(token.bullet or words.SUMMARY_BY.fullmatch(token.text))


def _begins_rest(part: _Part, token: Token, parts: Parts) -> bool:
    """Whether a line is one of those that stand below the articles, by its whole wording."""
    text = token.text
    if text in words.PART_LABELS or any(label.fullmatch(text) for label in words.FACTS_BELOW):
        return True
    if part is _Part.HEAD or token.bullet:  # a headline or a point can have these words
        return False
    if words.WITHHELD_LABEL.fullmatch(text):
        return True
    # So can a paragraph or an article's text; the site's own line stands below both.
    ended = part is _Part.POINTS or (part is _Part.CARDS and (not parts.cards or ends_card(parts.cards[-1].text)))
    return ended and bool(words.FIRST_REPORT.fullmatch(text))


def _read_published(token: Token, parts: Parts) -> None:
    parts.head.clear()  # what stood above it were slogans
    parts.cards.clear()
    parts.rest.clear()
    days = find_dates(token.text)
    if days:
        parts.published = stated(days[0].date.isoformat(), evidence([token]))


def _read_author(part: _Part, token: Token, parts: Parts, *, is_end: bool) -> None:
    if part is _Part.PROSE:
        parts.form = "prose"
    author = token.text.partition(" by ")[2]
    if not parts.by.stated and (not is_end or author == _WHOLE_AUTHOR):
        parts.by = stated(author, evidence([token]))


def _read_text(part: _Part, token: Token, parts: Parts) -> None:
    if part is _Part.HEAD:
        parts.head.append(token)
    elif part is _Part.POINTS:
        parts.form = "points"
        parts.points.append(passage_of(token))
    else:
        parts.prose.append(passage_of(token))


def passage_of(token: Token) -> Passage:
    """Return the text of a token as a passage."""
    return Passage(token.text, Lines(token.number, token.number))


def _is_whole(token: Token, end: Token) -> bool:
    """Whether a text is whole: the last line of a document may be cut, unless it ends as sentences do."""
    return token is not end or bool(SENTENCE_END.search(token.text))
