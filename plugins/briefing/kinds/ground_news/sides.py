"""The summaries by leaning of a Ground News page, above its articles: each below the name of its side.

The same names in a row are the buttons that choose a summary, and say nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from briefing.kinds.ground_news import words
from briefing.kinds.ground_news.tokens import Token, evidence
from briefing.leaning import SIDES
from briefing.story import Field, Sides, stated

_FIRST_LETTERS = frozenset("BCLR")
_NO_SUMMARIES: Sides[Field[str]] = Sides(Field(), Field(), Field())
_ENOUGH = 2  # of one side alone it is not told whether its name is a summary's or a button's


def split_sides(tokens: list[Token], end: Token | None) -> tuple[Sides[Field[str]], list[Token]]:
    """Return the summaries by leaning, and the tokens without them and without the buttons that choose one.

    :param end: the last token, where what it says may be cut
    """
    above = list(takewhile(_is_above_articles, tokens))
    names = [at for at, token in enumerate(above) if token.text[0] in _FIRST_LETTERS and _is_name(token)]
    if not names:  # as on most pages
        return _NO_SUMMARIES, tokens
    summaries: dict[str, range] = {}
    for at in names:
        label = words.SIDE_LABEL.fullmatch(above[at].text)
        points = _points(above, at + 1, end)
        if label and points:
            summaries.setdefault(label["side"].lower(), points)
    if len(summaries) < _ENOUGH:
        summaries = {}
    dropped = {at for points in summaries.values() for at in (points.start - 1, *points)}
    dropped.update(at for at in names if at and not {at - 1, at + 1}.isdisjoint(names))
    kept = [token for at, token in enumerate(tokens) if at not in dropped] if dropped else tokens
    return Sides(*(_summary(above, summaries.get(side)) for side in SIDES)), kept


def _is_name(token: Token) -> bool:
    """Whether a line is what a summary by leaning stands below, or one of the buttons."""
    return not token.is_point and bool(token.text in words.COMPARISON_LABELS or words.SIDE_LABEL.fullmatch(token.text))


def _is_above_articles(token: Token) -> bool:
    text = token.text
    return text != words.CARD_END and words.label_of(text) not in {"count", "tabs", "part"}


def _points(tokens: Sequence[Token], start: int, end: Token | None) -> range:
    """Return the positions of the points that stand directly below a side's name."""
    points = takewhile(lambda at: tokens[at].is_point and tokens[at] is not end, range(start, len(tokens)))
    return range(start, start + sum(1 for _ in points))


def _summary(tokens: Sequence[Token], points: range | None) -> Field[str]:
    if points is None:
        return Field()
    found = tokens[points.start : points.stop]
    return stated(" ".join(token.text for token in found), evidence(found))
