"""The summaries by leaning of a Ground News page, above its articles: each below the name of its side.

The same names in a row are the buttons that choose a summary, and say nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.kinds import ground_news_words as words
from briefing.kinds.tokens import Token, evidence
from briefing.leaning import SIDES
from briefing.story import Field, Sides, stated

_ENOUGH = 2  # of one side alone it is not told whether its name is a summary's or a button's


def split_sides(tokens: Sequence[Token], end: Token | None) -> tuple[Sides[Field[str]], list[Token]]:
    """Return the summaries by leaning, and the tokens without them and without the buttons that choose one.

    :param end: the last token, where what it says may be cut
    """
    stop = next((at for at, token in enumerate(tokens) if _is_below_summaries(token)), len(tokens))
    found: dict[str, list[Token]] = {}
    buttons: set[int] = set()
    for at, token in enumerate(tokens[:stop]):
        label = words.SIDE_LABEL.fullmatch(token.text)
        points = _points(tokens, at + 1, stop, end) if label and not token.is_point else []
        if label and points:
            found.setdefault(label["side"].lower(), points)
        if at and _is_button(token) and any(_is_button(other) for other in tokens[at - 1 : at + 2 : 2]):
            buttons.add(id(token))
    if len(found) < _ENOUGH:
        found = {}
    taken = buttons | {id(token) for points in found.values() for token in points}
    kept = [token for at, token in enumerate(tokens) if id(token) not in taken and not _opens(tokens, at, found)]
    sides = (found.get(side) for side in SIDES)
    return Sides(*(_summary(points) if points else Field() for points in sides)), kept


def _is_below_summaries(token: Token) -> bool:
    text = token.text
    return text == words.CARD_END or bool(
        words.COUNT.fullmatch(text) or words.ALL_TAB.fullmatch(text) or text in words.PART_LABELS
    )


def _is_button(token: Token) -> bool:
    return token.text in words.COMPARISON_LABELS or token.text in words.TABS


def _points(tokens: Sequence[Token], start: int, stop: int, end: Token | None) -> list[Token]:
    """Return the points that follow a side's name directly."""
    points: list[Token] = []
    for token in tokens[start:stop]:
        if not token.is_point or token is end:
            break
        points.append(token)
    return points


def _opens(tokens: Sequence[Token], at: int, found: dict[str, list[Token]]) -> bool:
    """Whether a token is the name above one of the summaries."""
    return at + 1 < len(tokens) and any(points[0] is tokens[at + 1] for points in found.values())


def _summary(points: Sequence[Token]) -> Field[str]:
    return stated(" ".join(token.text for token in points), evidence(points))
