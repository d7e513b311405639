"""How a Ground News page counts its rated outlets: shares in per cent and numbers, each from its own words.

One is never turned into the other, and what no line states stays absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.kinds import ground_news_words as words
from briefing.kinds.tabs import split_tabs
from briefing.kinds.tokens import Token, evidence, run
from briefing.leaning import SIDES
from briefing.story import Field, Sides, stated

_ABSENT: Field[int] = Field()


@dataclass(frozen=True, slots=True)
class _Mention:
    side: str
    number: int


class Mentions:
    """The statements about leanings in a page's tokens."""

    def __init__(self, tokens: Sequence[Token], rest: Sequence[int]) -> None:
        """Take a page's tokens, and the positions of those below the articles."""
        self._tokens = tokens
        self._rest = rest

    def bias(self) -> Sides[Field[int]]:
        """Return the shares in per cent."""
        found = {index: _shares(self._tokens[index].text) for index in self._rest}
        return Sides(*(self._first(found, side) for side in SIDES))

    def counts(self, cards: Sequence[Token]) -> Sides[Field[int]]:
        """Return the numbers of outlets: those of the filter tabs above the ``cards``, else of the coverage details."""
        details = {index: _details(self._tokens[index].text) for index in self._rest}
        known = any(mention.number for mentions in details.values() for mention in mentions)
        tabs = _tabs(cards, self._tokens[-1])
        return Sides(*(tabs.get(side) or (self._first(details, side) if known else _ABSENT) for side in SIDES))

    def _first(self, found: dict[int, list[_Mention]], side: str) -> Field[int]:
        for index, mentions in found.items():
            number = next((mention.number for mention in mentions if mention.side == side), None)
            if number is not None:
                same = (_Mention(side, number) in found.get(i, []) for i in range(index + 1, len(self._tokens)))
                return stated(number, run(self._tokens, index, same))
        return _ABSENT


def _tabs(cards: Sequence[Token], end: Token) -> dict[str, Field[int]]:
    """Return the numbers of the tabs that have one; none where all are 0: the site prints that where it knows none."""
    tabs, _ = split_tabs(cards)
    found = {
        name.lower(): stated(_number(tokens[1].text), evidence(tokens))
        for name, tokens in tabs.items()
        if len(tokens) > 1 and tokens[1] is not end  # a number on the last line may be cut
    }
    return found if any(count.value for count in found.values()) else {}


def _shares(text: str) -> list[_Mention]:
    bar = words.BAR_SHARE.fullmatch(text)
    if bar:
        return [_Mention(words.BAR_SIDES[bar["side"]], int(bar["share"]))]
    if words.SHARES.fullmatch(text):
        return _mentions(words.SHARE.finditer(text))
    details = words.DETAILS.fullmatch(text) and words.DETAILS_SHARES.search(text)
    return _mentions(words.SHARE.finditer(details["shares"])) if details else []


def _mentions(matches: Iterable[re.Match[str]]) -> list[_Mention]:
    return [_Mention(match["side"].lower(), int(match["share"])) for match in matches]


def _details(text: str) -> list[_Mention]:
    if not words.DETAILS.fullmatch(text):
        return []
    return [
        _Mention((match["side"] or match["center"]).lower(), _number(match["count"]))
        for match in words.DETAILS_COUNT.finditer(text)
    ]


def _number(text: str) -> int:
    return int(text.replace(",", ""))
