"""The parts of a Ground News page: one walk over its lines sorts them by the labels that open each part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.facts.dates import find_dates
from briefing.kinds.ground_news import words
from briefing.kinds.ground_news.cards import begins_card, ends_card
from briefing.kinds.ground_news.tokens import Token, evidence
from briefing.story import Field, Lines, Passage, stated

SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]`]*$""")  # noqa: RUF001 - the marks that texts use
_WHOLE_AUTHOR = "Ground AI"  # any other at the end of a document may be cut
_ABSENT: Field[str] = Field()
_FACTS_BELOW = ("shares", "paywall", "sources")


# The parts, in their order.
_HEAD = "head"  # slogans, dates, headline, standfirst
_POINTS = "points"
_PROSE = "prose"
_CARDS = "cards"  # all from the end of the summary to the first label below the articles
_REST = "rest"
_OF_CARDS = (None, "place", "reposts")  # labels that change nothing among cards


@dataclass(slots=True)
class Parts:
    """The lines of a page, sorted; ``rest``, ``count`` and ``topics`` are positions in the page's tokens."""

    titled: bool = False  # the first line is known to be the headline
    known_cards: bool = False  # the articles are told apart already; of each only its end is a line
    head: list[Token] = field(default_factory=list)
    points: list[Passage] = field(default_factory=list)
    prose: list[Passage] = field(default_factory=list)
    opinions: list[Token] = field(default_factory=list)  # articles above the line with their number
    cards: list[Token] = field(default_factory=list)
    rest: list[int] = field(default_factory=list)
    published: Field[str] = _ABSENT
    updated: Field[str] = _ABSENT
    by: Field[str] = _ABSENT
    blindspot: Field[str] = _ABSENT
    form: str | None = None
    count: int | None = None
    topics: int | None = None  # the label above them
    counted: bool = False  # the line with the number of articles, or another label, ended the part above
    elsewhere: bool = False  # what follows is about other stories, or the site's menu

    @property
    def begun(self) -> bool:
        """Whether more is known of a story than what can be slogans above it."""
        return bool(self.points or self.form or self.by.stated or self.counted or self.count is not None)


def sort(tokens: Sequence[Token], end: Token | None, *, titled: bool, known_cards: bool) -> Parts:
    """Return the lines of a page, sorted.

    :param end: the last token, where what it says may be cut
    :param titled: whether the first is known to be the headline
    :param known_cards: whether the articles are told apart already, and only their ends are among the tokens
    """
    parts = Parts(titled=titled, known_cards=known_cards)
    part = _HEAD
    for index, token in enumerate(tokens):
        label = None if titled and index == 0 else words.label_of(token.text)
        if part == _CARDS and label in _OF_CARDS:  # as most lines
            parts.cards.append(token)
            continue
        before, part = part, part if part == _REST and label is None else _next_part(part, token, label, parts)
        if part == _CARDS and before != _CARDS:
            parts.counted = label in {"count", "tabs", "podcasts"}
        if label == "blindspot" and not parts.elsewhere:
            parts.blindspot = parts.blindspot if parts.blindspot.stated else stated(token.text, evidence([token]))
        elif part == _REST:
            _read_rest(index, token, label, parts)
        elif part == _CARDS and label == "count":
            _read_count(index, parts)
        elif part == _CARDS:
            parts.cards.append(token)
        else:
            _read_above(part, token, label, parts, is_end=token is end)
    return parts


def _read_above(part: str, token: Token, label: str | None, parts: Parts, *, is_end: bool) -> None:
    """Take a line above the articles; the last of a document may be cut, unless it ends as sentences do."""
    if label == "author":
        _read_author(part, token, parts, is_end=is_end)
    elif label == "published" and part == _HEAD:
        _read_published(token, parts)
    elif label not in {"noise", "podcasts"} and (not is_end or SENTENCE_END.search(token.text)):
        _read_text(part, token, parts)


def _next_part(part: str, token: Token, label: str | None, parts: Parts) -> str:
    """Return the part that a token belongs to, after ``part``."""
    if (label == "published" and not parts.begun) or (label == "podcasts" and part == _HEAD):
        return _HEAD
    if part == _REST or _begins_rest(part, token, label, parts):
        return _REST
    if part == _CARDS or label in {"count", "tabs", "podcasts"}:
        return _CARDS
    if part == _POINTS:
        return _POINTS if _is_in_points(token, label, parts) else _CARDS
    if _begins_cards(token, parts):
        return _CARDS
    return _after_head(token, label) if part == _HEAD else part


def _begins_cards(token: Token, parts: Parts) -> bool:
    if parts.known_cards:
        return token.text == words.CARD_END
    is_headline = parts.titled and not parts.head
    return not is_headline and begins_card(token.text) and bool(parts.head or token.text not in words.LEANINGS)


def _after_head(token: Token, label: str | None) -> str:
    if label == "author" and words.PROSE_BY.fullmatch(token.text):
        return _PROSE
    is_point = token.is_point or label == "author"  # the latter: no point is left of it
    return _POINTS if is_point else _HEAD


def _is_in_points(token: Token, label: str | None, parts: Parts) -> bool:
    if label == "noise":
        return True
    return not parts.by.stated and (token.is_point or label == "author")


def _begins_rest(part: str, token: Token, label: str | None, parts: Parts) -> bool:
    """Whether a line is one of those that stand below the articles, by its whole wording."""
    if label == "part" or label in _FACTS_BELOW:
        return True
    if part == _HEAD or token.is_point:  # a headline or a point can have these words
        return False
    if label not in {"first", "others"}:
        return label == "box"
    # So can a paragraph or an article's text; the site's own line stands below both.
    if part == _CARDS:
        return not parts.cards or ends_card(parts.cards[-1].text)
    return part == _POINTS and label == "first"


def _read_rest(index: int, token: Token, label: str | None, parts: Parts) -> None:
    """Take a line below the articles; other stories and the menu go on until a label of the page's own."""
    if label in {"part", "box", "others"}:
        parts.elsewhere = label == "others" or token.text == words.TOPICS_LABEL
    if token.text == words.TOPICS_LABEL and parts.topics is None:
        parts.topics = index
    if not parts.elsewhere or label in {"paywall", "first", "sources"}:
        parts.rest.append(index)


def _read_count(index: int, parts: Parts) -> None:
    if parts.count is None:
        parts.count = index
        parts.opinions, parts.cards = parts.cards, []


def _read_published(token: Token, parts: Parts) -> None:
    if not parts.titled:
        parts.head.clear()  # what stood above it were slogans
        parts.cards.clear()
        parts.rest.clear()
        parts.topics, parts.elsewhere = None, False
    parts.published, parts.updated = published_and_updated(token)


def published_and_updated(token: Token) -> tuple[Field[str], Field[str]]:
    """Return the days that a line such as "Published June 3, 2026 • Updated 2 days ago" states."""
    match = words.PUBLISHED.fullmatch(token.text)
    found = [find_dates(match[name] or "")[:1] for name in ("published", "updated")] if match else [(), ()]
    one, other = (stated(days[0].date.isoformat(), evidence([token])) if days else _ABSENT for days in found)
    return one, other


def _read_author(part: str, token: Token, parts: Parts, *, is_end: bool) -> None:
    if part == _PROSE:
        parts.form = "prose"
    author = token.text.partition(" by ")[2]
    if not parts.by.stated and (not is_end or author == _WHOLE_AUTHOR):
        parts.by = stated(author, evidence([token]))


def _read_text(part: str, token: Token, parts: Parts) -> None:
    if part == _HEAD:
        parts.head.append(token)
    elif part == _POINTS:
        parts.form = "points"
        parts.points.append(passage_of(token))
    else:
        parts.prose.append(passage_of(token))


def passage_of(token: Token) -> Passage:
    """Return the text of a token as a passage."""
    return Passage(token.text, Lines(token.number, token.last))
