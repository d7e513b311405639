"""What a Ground News page says below the articles, box by box: first report, factuality, ownership, blindspot, topics.

What needs a subscription is locked in the words that say so. Values are those that a box has below its label, in the
site's own wording; any other line ends a box.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.facts.dates import find_dates
from briefing.kinds.ground_news import words
from briefing.kinds.ground_news.tokens import Token, evidence
from briefing.story import Evidence, Field, FirstReport, Lines, locked, stated

_ABSENT: Field[str] = Field()


class Boxes:
    """The lines below the articles of a page."""

    def __init__(self, tokens: Sequence[Token], rest: Sequence[int], end: Token | None) -> None:
        """Take a page's tokens, the positions of those below the articles, and the last where it may be cut."""
        self._lines = [tokens[index] for index in rest]
        self._whole = "\n".join([token.text for token in self._lines])
        self._end = end

    def first_report(self) -> FirstReport:
        """Return who reported first, where and when."""
        for token in self._below("broke the news"):
            read = evidence([token])
            match = words.FIRST_REPORT.fullmatch(token.text)
            if match:
                days = find_dates(match["date"])
                return FirstReport(
                    stated(match["outlet"], read),
                    stated(match["place"], read) if match["place"] else _ABSENT,
                    stated(days[0].date, read) if days else Field(),
                )
            if token is self._end:
                cut = words.FIRST_REPORT_CUT.fullmatch(token.text)
                return FirstReport(stated(cut["outlet"], read)) if cut else FirstReport()
            match = words.FIRST_REPORT_WITHOUT_DATE.fullmatch(token.text)
            if match:
                return FirstReport(stated(match["outlet"], read), stated(match["place"], read))
        return FirstReport()

    def sources_from(self) -> Field[str]:
        """Return the place that most sources are from."""
        for token in self._below("Sources are"):
            match = words.SOURCES_FROM.fullmatch(token.text)
            if match:
                return stated(match["place"], evidence([token]))
        return _ABSENT

    def blindspot(self) -> Field[str]:
        """Return a note on whose blindspot the story is, of those that only stand below the articles."""
        for token in self._below("lindspot for the "):
            if words.BLINDSPOT_BELOW.fullmatch(token.text) and token is not self._end:
                return stated(token.text, evidence([token]))
        return _ABSENT

    def factuality(self) -> Field[str]:
        """Return how factual the outlets are."""
        return self._withheld("factuality") or self._box(words.FACTUALITY_LABEL, words.FACTUALITY) or _ABSENT

    def ownership(self) -> Field[str]:
        """Return who owns the outlets."""
        return self._withheld("ownership") or self._box(words.OWNERSHIP_LABEL, words.OWNERSHIP) or _ABSENT

    def _below(self, sign: str) -> list[Token]:
        return [token for token in self._lines if sign in token.text] if sign in self._whole else []

    def _withheld(self, fact: str) -> Field[str] | None:
        for token in self._below("To view "):
            match = words.PAYWALL.fullmatch(token.text)
            if match and match["fact"] == fact:
                return locked(evidence([token]))
        return None

    def _box(self, label: re.Pattern[str], value: re.Pattern[str]) -> Field[str] | None:
        """Return the first value in a box, and where that is a share of the outlets, the shares below it too."""
        for at, token in enumerate(self._lines):
            if label.fullmatch(token.text):
                found = self._values(self._lines[at + 1 :], value)
                if found:
                    return stated(", ".join(token.text for token in found), evidence(found))
        return None

    def _values(self, below: Sequence[Token], value: re.Pattern[str]) -> list[Token]:
        found: list[Token] = []
        for token in below:
            match = value.fullmatch(token.text)
            if match and token is not self._end and (not found or match["share"]):
                found.append(token)
                if not match["share"]:
                    break
            elif found or words.label_of(token.text) != "noise":
                break
        return found


def page_topics(
    tokens: Sequence[Token], label: int | None, texts: Mapping[int, str], end: Token | None
) -> Field[tuple[str, ...]]:
    """Return the topics that a page lists below their label, at position ``label``.

    They lead to the topics' pages, or have the button to follow them below. What else stands there is the site's menu.

    :param texts: the words of each line
    """
    if label is None:
        return Field()
    topics: list[Token] = []
    last = label + 1
    for at, token in enumerate(tokens[label + 1 :], label + 1):
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if token is end or token.text in words.NO_TOPICS:
            break
        if words.LISTED_AT in token.address or (following in words.FOLLOW and not words.label_of(token.text)):
            topics.append(token)
        elif token.text not in words.FOLLOW and words.label_of(token.text) != "noise":
            break
        last = at
    if not topics:
        return Field()
    lines = Lines(topics[0].number, topics[-1].number)
    cited = dict.fromkeys(token.number for token in tokens[label + 1 : last + 1])
    said = tuple(texts[number] for number in cited if lines.first <= number <= lines.last)
    return stated(tuple(dict.fromkeys(token.text for token in topics)), Evidence(lines, said))
