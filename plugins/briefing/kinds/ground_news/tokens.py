"""A page's lines as a parser walks them: without bullets and dressing, labels glued to other text set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import NamedTuple

from briefing.documents.lines import Line
from briefing.documents.markdown import undress
from briefing.documents.wrapping import is_wrapped, unwrap
from briefing.kinds.ground_news import words
from briefing.story import Evidence, Lines

# The last: a bullet whose UTF-8 was read as Latin-1 or Windows-1252.
_BULLET = re.compile(r"(?P<bullet>(?:[•◦▪‣●]|[-*+](?= )|â€?¢(?= ))\s*)(?P<text>\S.*)")
_NO_PLAIN_TEXT = frozenset("•◦▪‣●-*+â") | words.GLUED_BEGINNINGS  # what begins otherwise is a token as it is
_BETWEEN_LINKS = re.compile(r"[\W_]+")
_UNDERLINED = re.compile(r"(?:=+|-+)")


class Token(NamedTuple):
    """A line without its bullet, if it has one, or the part of a line before or after a glued label.

    ``sign`` is the bullet where it could as well be a sign that the text begins with; ``heading`` the level of a
    heading, 0 for none; ``address`` where all of the text leads, as the page writes it; ``broken`` the lines of a text
    that a program broke into several, each directly below the other.
    """

    number: int
    text: str
    is_point: bool = False
    sign: str = ""
    heading: int = 0
    address: str = ""
    broken: tuple[str, ...] = ()

    @property
    def last(self) -> int:
        """The number of the last line."""
        return self.number + len(self.broken) - 1 if self.broken else self.number

    @property
    def whole(self) -> str:
        """The text with its sign."""
        return self.sign + self.text


def tokenise(lines: Sequence[Line]) -> list[Token]:
    """Return the lines as tokens; a label that is glued to a line's beginning is set apart."""
    tokens: list[Token] = []
    for (number, text, _), broken in unwrap(lines) if is_wrapped(lines) else zip(lines, repeat(())):
        is_plain = text[0] not in _NO_PLAIN_TEXT  # as most are
        glued = None if is_plain else words.find_glued(text)
        bullet = None if is_plain or glued else _BULLET.fullmatch(text)
        if bullet:
            tokens.append(Token(number, bullet["text"], is_point=True, sign=bullet["bullet"], broken=broken))
        elif glued:
            tokens += split(Token(number, text, broken=broken), glued)
        else:
            tokens.append(Token(number, text, broken=broken) if broken else Token(number, text))
    return tokens


def split(token: Token, match: re.Match[str]) -> list[Token]:
    """Return the label that a pattern found at the beginning of a token, and what follows it."""
    parts = (match["label"], token.text[match.end() :].strip())
    return [token._replace(text=part) for part in parts if part]


def tokenise_markdown(lines: Sequence[Line]) -> list[Token]:
    """Return the lines of Markdown as tokens: each without its dressing, and links in a row each by itself."""
    tokens: list[Token] = []
    wrapped = unwrap(lines) if is_wrapped(lines) else ((line, ()) for line in lines)
    for line, broken in wrapped:
        found = undress(line.text)
        if not found.text:
            _mark_heading(tokens, line)
            continue
        token = Token(line.number, found.text, bool(found.bullet), "", found.heading, broken=broken)
        match = words.find_glued(token.text)
        links = [(link.words, link.address) for link in found.links]
        tokens += split(token, match) if match else split_links(token, links)
    return tokens


def _mark_heading(tokens: list[Token], line: Line) -> None:
    """Make the line above "====" a heading, as Markdown of the older form writes it."""
    if tokens and tokens[-1].number == line.number - 1 and _UNDERLINED.fullmatch(line.text):
        tokens[-1] = tokens[-1]._replace(heading=1 if line.text[0] == "=" else 2, is_point=False)


def split_links(token: Token, links: Sequence[tuple[str, str]]) -> list[Token]:
    """Return a token that is one link with its address, one that is several links as several; any other as it is.

    :param links: the words of each, and where it leads
    """
    said = _BETWEEN_LINKS.sub("", "".join(text for text, _ in links))
    if not said or said != _BETWEEN_LINKS.sub("", token.text):
        return [token]
    if len(links) == 1:
        return [token._replace(address=links[0][1])]
    return [token._replace(text=text, address=address) for text, address in links]


def evidence(tokens: Sequence[Token]) -> Evidence:
    """Return tokens that follow each other as evidence."""
    said = tuple([text for token in tokens for text in (_words_of(token) if token.broken else (token.text,))])
    return Evidence(Lines(tokens[0].number, tokens[-1].last), said)


def _words_of(token: Token) -> tuple[str, ...]:
    """Return a token's words line by line; of lines that Markdown dresses together, without the dressing, as one."""
    joined = " ".join(token.broken)
    if not joined.endswith(token.text):
        return (token.text,)
    first, *others = token.broken
    return first[len(joined) - len(token.text) :], *others


def run(tokens: Sequence[Token], start: int, says_the_same: Iterable[bool]) -> Evidence:
    """Return the token at ``start`` with the lines directly after it that say the same, as evidence.

    :param says_the_same: for each token after ``start``, whether it says the same
    """
    end = start + 1
    for same in says_the_same:
        if not same or tokens[end].number > tokens[end - 1].last + 1:
            break
        end += 1
    return evidence(tokens[start:end])
