"""How a Ground News page counts its rated outlets: shares in per cent and numbers, each from its own words.

One is never turned into the other, and what no line states stays absent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.kinds import ground_news_words as words
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

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens

    def bias(self, rest: Sequence[int]) -> Sides[Field[int]]:
        """Return the shares in per cent; ``rest`` are the positions of the lines below the articles."""
        found = {index: _shares(self._tokens[index].text) for index in rest}
        return Sides(*(self._first(found, side) for side in SIDES))

    def counts(self, rest: Sequence[int]) -> Sides[Field[int]]:
        """Return the numbers of outlets: those of the filter tabs, else those of the coverage details."""
        details = {index: _details(self._tokens[index].text) for index in rest}
        known = any(mention.number for mentions in details.values() for mention in mentions)
        tabs = self._tabs()
        return Sides(
            *(tabs.get(side) or (self._first(details, side) if known else _ABSENT) for side in SIDES)
        )

    def _first(self, found: dict[int, list[_Mention]], side: str) -> Field[int]:
        for index, mentions in found.items():
            number = next((mention.number for mention in mentions if mention.side == side), None)
            if number is not None:
                same = (_Mention(side, number) in found.get(i, []) for i in range(index + 1, len(self._tokens)))
                return stated(number, run(self._tokens, index, same))
        return _ABSENT

    def _tabs(self) -> dict[str, Field[int]]:
        """Read ``All``, ``Left``, ``Center``, ``Right``, one a line, each with its number below or none."""
        texts = [token.text for token in self._tokens]
        start = next(
            (i for i, (first, second) in enumerate(pairwise(texts)) if (first, second) == words.TABS[:2] or first == words.TABS[0] and second.isdecimal()),
            None,
        )
        found: dict[str, Field[int]] = {}
        if start is None:
            return found
        index = start
        for tab in words.TABS:
            if index >= len(texts) or texts[index] != tab:
                break
            # A number on the last line may be cut.
            if index + 2 < len(texts) and texts[index + 1].isdecimal():
                found[tab.lower()] = stated(int(texts[index + 1]), evidence(self._tokens[index : index + 2]))
                index += 1
            index += 1
        return found if any(count.value for count in found.values()) else {}


def _shares(text: str) -> list[_Mention]:
    bar = words.BAR_SHARE.fullmatch(text)
    if bar:
        return [_Mention(words.BAR_SIDES[bar["side"]], int(bar["share"]))]
    matches = [*words.SHARE.finditer(text), *words.SHORT_SHARE.finditer(text)]
    return [_Mention(match["side"].lower(), int(match["share"])) for match in matches]


def _details(text: str) -> list[_Mention]:
    return [
        _Mention((match["side"] or match["center"]).lower(), int(match["count"].replace(",", "")))
        for match in words.DETAILS_COUNT.finditer(text)
    ]
