"""How a Ground News page counts its rated outlets: shares in per cent and numbers, each from its own words.

One is never turned into the other, and what no line states stays absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from briefing.kinds.ground_news import words
from briefing.kinds.ground_news.tabs import split_tabs
from briefing.kinds.ground_news.tokens import Token, evidence, run
from briefing.leaning import SIDES
from briefing.story import Evidence, Field, Sides, stated

_ABSENT: Field[int] = Field()
_FEWEST = 2  # segments of a bar
_WHOLE = range(99, 102)  # what three rounded shares of one bar sum to


class _Mention(NamedTuple):
    side: str
    number: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The shares of a bar's three segments, from the left to the right, with the lines that draw it."""

    shares: tuple[int, int, int]
    evidence: Evidence


class Mentions:
    """The statements about leanings in a page's tokens."""

    def __init__(self, tokens: Sequence[Token], rest: Sequence[int], end: Token | None) -> None:
        """Take a page's tokens, the positions of those below the articles, and the last where it may be cut."""
        self._tokens = tokens
        self._rest = rest
        self._texts = [tokens[index].text for index in rest]
        self._end = end

    def bias(self, bars: Iterable[Bar] = ()) -> Sides[Field[int]]:
        """Return the shares in per cent: those that words state, and with them those of a bar that says the same."""
        found = {
            index: shares
            for index, text in zip(self._rest, self._texts, strict=True)
            if "%" in text and (shares := _shares(text))
        }
        said = {side: self._first(found, side) for side in SIDES}
        drawn = self._unlettered() or next((_drawn(bar) for bar in bars if _agrees(bar, said)), {})
        return Sides(*(said[side] if said[side].stated else drawn.get(side, _ABSENT) for side in SIDES))

    def counts(self, cards: Sequence[Token]) -> Sides[Field[int]]:
        """Return the numbers of outlets: those of the filter tabs above the ``cards``, else of the coverage details."""
        details = {
            index: said
            for index, text in zip(self._rest, self._texts, strict=True)
            if text.startswith(words.DETAILS_BEGIN) and (said := _details(text))
        }
        known = any(mention.number for mentions in details.values() for mention in mentions)
        listed = _or_none(self._listed_details())
        tabs = _or_none(_tabs(cards, self._end))
        return Sides(
            *(tabs.get(side) or (self._first(details, side) if known else listed.get(side, _ABSENT)) for side in SIDES)
        )

    def _first(self, found: dict[int, list[_Mention]], side: str) -> Field[int]:
        for index, mentions in found.items():
            number = next((mention.number for mention in mentions if mention.side == side), None)
            if number is not None:
                same = (_Mention(side, number) in found.get(i, []) for i in range(index + 1, len(self._tokens)))
                return stated(number, run(self._tokens, index, same))
        return _ABSENT

    def _unlettered(self) -> dict[str, Field[int]]:
        """Return the shares of a bar's segments without a letter, where their place leaves no doubt whose they are.

        The order is always left, center, right; of two segments one may be missing at either end, or between them.
        """
        for segments in self._bars():
            shares = [match for _, match in segments]
            sides = _sides_of(shares)
            whole = len(shares) < len(SIDES) or sum(int(match["share"]) for match in shares) in _WHOLE
            if sides and whole:
                lines = evidence([token for token, _ in segments])
                found = zip(sides, shares, strict=True)
                return {side: stated(int(match["share"]), lines) for side, match in found if not match["side"]}
        return {}

    def _bars(self) -> Iterable[list[tuple[Token, re.Match[str]]]]:
        """Yield the segments of each bar: shares line after line, one of them with its letter."""
        segments: list[tuple[Token, re.Match[str]]] = []
        for index, text in zip((*self._rest, -1), (*self._texts, ""), strict=True):
            match = words.BAR_SEGMENT.fullmatch(text) if text.endswith("%") else None
            if match and self._tokens[index] is not self._end:
                segments.append((self._tokens[index], match))
            elif segments:
                if any(found["side"] for _, found in segments):
                    yield segments
                segments = []

    def _listed_details(self) -> dict[str, Field[int]]:
        """Return the numbers of coverage details that come as a line for each label and each number."""
        found: dict[str, Field[int]] = {}
        if words.DETAILS_LABEL not in self._texts:  # as on most pages
            return found
        begun = False
        pairs = [(self._tokens[index], self._tokens[index + 1 : index + 2]) for index in self._rest]
        for label, below in pairs:
            if label.text in words.PART_LABELS:
                begun = label.text == words.DETAILS_LABEL
            is_pair = below and below[0] is not self._end and words.WHOLE_NUMBER.fullmatch(below[0].text)
            side = words.DETAILS_LABELS.get(label.text)
            if begun and side and is_pair:
                found.setdefault(side, stated(_number(below[0].text), evidence([label, *below])))
        return found


def _sides_of(shares: Sequence[re.Match[str]]) -> tuple[str, ...] | None:
    """Return the sides of a bar's segments; None where their letters are in another order, or one is not certain."""
    lettered = [words.BAR_SIDES.get(match["side"] or "") for match in shares]
    orders: Sequence[tuple[str, ...]] = [*combinations(SIDES, len(shares))] if len(shares) >= _FEWEST else []
    fitting = [
        sides for sides in orders if all(letter in {None, side} for letter, side in zip(lettered, sides, strict=True))
    ]
    return tuple(fitting[0]) if len(fitting) == 1 else None


def _agrees(bar: Bar, said: Mapping[str, Field[int]]) -> bool:
    """Whether a bar has all the shares that words state, of which there is one at least."""
    pairs = [(said[side].value, share) for side, share in zip(SIDES, bar.shares, strict=True) if said[side].stated]
    return bool(pairs) and all(value == share for value, share in pairs) and sum(bar.shares) in _WHOLE


def _drawn(bar: Bar) -> dict[str, Field[int]]:
    return {side: stated(share, bar.evidence) for side, share in zip(SIDES, bar.shares, strict=True)}


def _tabs(cards: Sequence[Token], end: Token | None) -> dict[str, Field[int]]:
    """Return the numbers of the tabs that have one."""
    tabs, _ = split_tabs(cards)
    found = {}
    for name, tokens in tabs.items():
        tab = words.TAB.fullmatch(tokens[0].text)
        number = tokens[1].text if len(tokens) > 1 else tab and tab["count"]
        if number and tokens[-1] is not end:  # a number on the last line may be cut
            found[name.lower()] = stated(_number(number), evidence(tokens))
    return found


def _or_none(found: dict[str, Field[int]]) -> dict[str, Field[int]]:
    """Return the numbers unless all are 0: the site prints that where it knows none."""
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
