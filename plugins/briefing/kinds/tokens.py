"""A page's lines as a parser walks them: with the labels that were glued to other text set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.documents.lines import Line
from briefing.story import Evidence, Lines

_BULLET = re.compile(r"(?P<bullet>(?:[•◦▪‣●]|[-*+](?= ))\s*)(?P<text>\S.*)")


@dataclass(frozen=True, slots=True)
class Token:
    """A line without its bullet, if it has one, or the part of a line before or after a glued label."""

    number: int
    text: str
    bullet: str = ""

    @property
    def whole(self) -> str:
        """The text with its bullet: where a text begins with a sign, the sign is the text's own."""
        return self.bullet + self.text


def tokenise(lines: Iterable[Line], glued: re.Pattern[str]) -> tuple[Token, ...]:
    """Return the lines as tokens; the named group ``label`` of ``glued`` is set apart where it begins a line."""
    tokens = []
    for line in lines:
        match = glued.match(line.text)
        if match:
            tokens.append(Token(line.number, match["label"]))
            tokens.append(Token(line.number, line.text[match.end() :].strip()))
        else:
            bullet = _BULLET.fullmatch(line.text)
            text, sign = (bullet["text"], bullet["bullet"]) if bullet else (line.text, "")
            tokens.append(Token(line.number, text, sign))
    return tuple(tokens)


def evidence(tokens: Sequence[Token]) -> Evidence:
    """Return tokens that follow each other as evidence."""
    return Evidence(Lines(tokens[0].number, tokens[-1].number), tuple(token.text for token in tokens))


def run(tokens: Sequence[Token], start: int, says_the_same: Iterable[bool]) -> Evidence:
    """Return the token at ``start`` with the lines directly after it that say the same, as evidence.

    :param says_the_same: for each token after ``start``, whether it says the same
    """
    end = start + 1
    for same in says_the_same:
        if not same or tokens[end].number > tokens[end - 1].number + 1:
            break
        end += 1
    return evidence(tokens[start:end])
