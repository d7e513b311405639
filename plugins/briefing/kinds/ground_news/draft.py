"""One article of a Ground News page, a card, as its lines come in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from briefing.kinds.ground_news import words
from briefing.kinds.ground_news.tokens import Token
from briefing.story import Card, Lines

_ENDS_AS_TEXT = re.compile(r"""[.…]["'”’»)\]]*$""")  # noqa: RUF001 - the marks that texts use
_CUT_SIGNS = ("…", "...", "â€¦", "â¦")  # the last are "…" whose UTF-8 was read as Windows-1252 or Latin-1
_LONG_HEADLINE = 180  # characters; a longer single text is an excerpt
_LONG_OUTLET = 60
_HEADLINE_AND_EXCERPT = 2
_SITE = re.compile(r"(?:www\.)?ground\.news")
_RATINGS = "#bias-ratings"


@dataclass(slots=True)
class Draft:
    """A card as its lines come in."""

    outlet: str | None = None
    bias: str | None = None
    reposts: int | None = None
    reposted_by: list[str] = field(default_factory=list)
    names_end: bool = True  # no text of the card can be the name of another reposter
    texts: list[Token] = field(default_factory=list)
    heading: Token | None = None  # the headline, where the page's markup says that it is one
    place: str | None = None
    url: str | None = None
    time: str | None = None
    ended: bool = False
    seen: list[int] = field(default_factory=list)  # numbers of its first and last lines, among others

    @property
    def started(self) -> bool:
        """Whether something stood there that stands above a card's headline."""
        return bool(self.outlet or self.bias or self.reposts is not None or self.reposted_by)

    @property
    def certain(self) -> bool:
        """Whether something marks the lines as a card."""
        return bool(self.seen) and (self.started or self.ended or self.place is not None)

    def read(self, token: Token, label: str | None, name: str | None, *, cut: bool) -> None:
        """Take a line that belongs to the card.

        :param label: which of the site's lines it is
        :param name: the outlet that it names
        :param cut: whether it is a document's last line, whose end may be cut off
        """
        text = token.text
        if token.address and self.url is None and is_of_an_article(token.address):
            self.url = token.address
            if text == words.CARD_END:
                self.see(token)
        if text == words.CARD_END:
            self.ended = True
            return
        is_above = not self.texts and self.heading is None and self.started
        if not (cut and label == "place") and not (is_above and _is_button(text)):
            self.see(token)
            self._take(token, label, name)

    def _take(self, token: Token, label: str | None, name: str | None) -> None:
        text = token.text
        if name:
            self.outlet = name
        elif text in words.LEANINGS and self.bias is None:
            if self.texts and not self.started and self.heading is None:  # the outlet's name, printed once
                self.outlet = self.texts.pop().text
            self.bias = text
        elif label == "reposts" and (reposts := words.REPOSTS.fullmatch(text)):
            self.reposts = int(reposts["count"].replace(",", ""))
        elif label == "place" and (place := words.PLACE.fullmatch(text)):
            self.place = place["place"]
        elif token.heading and self.heading is None:
            self.heading = token
        elif text != words.REPOSTED_BY:
            self.texts.append(token)

    def see(self, token: Token) -> None:
        """Take the lines of a token for the card's."""
        self.seen.append(token.number)
        if token.broken:
            self.seen.append(token.last)

    def card(self, end: Token | None) -> Card:
        """Return the card.

        :param end: the document's last token, where what it says may be cut
        """
        headline, excerpt = self._headline_and_excerpt()
        if headline is end:  # it may be cut
            headline = None
        text = excerpt.whole if excerpt else None
        cut = bool(text and (text.endswith(_CUT_SIGNS) or (excerpt is end and not _ENDS_AS_TEXT.search(text))))
        if text and cut:
            text = _without_cut_sign(text)
        return Card(
            headline=headline.whole if headline else None,
            outlet=self.outlet,
            bias=self.bias,
            excerpt=text or None,
            excerpt_cut=bool(text) and cut,
            place=self.place,
            reposts=self.reposts,
            reposted_by=tuple([name for name in self.reposted_by if name != self.outlet]),
            url=self.url,
            time=self.time,
            lines=Lines(min(self.seen), max(self.seen)),
        )

    def _headline_and_excerpt(self) -> tuple[Token | None, Token | None]:
        if self.heading:
            below = [text for text in self.texts if text.number > self.heading.number]
            return self.heading, below[0] if below and below[0].text != self.heading.text else None
        # Below an outlet or a label the card's own texts come first; else those nearest to its end are its own.
        return _headline_and_excerpt(self.texts, first_are_own=self.started and self.names_end)


def _headline_and_excerpt(texts: Sequence[Token], *, first_are_own: bool) -> tuple[Token | None, Token | None]:
    if len(texts) >= _HEADLINE_AND_EXCERPT:
        headline, excerpt = texts[:2] if first_are_own else texts[-2:]
        if headline.text == excerpt.text:
            return None, excerpt
        is_excerpt = headline.text.endswith(_CUT_SIGNS) or len(headline.text) > _LONG_HEADLINE
        if is_excerpt:  # one of them is another's
            return None, headline if first_are_own else excerpt
        return headline, excerpt
    if not texts:
        return None, None
    if _ENDS_AS_TEXT.search(texts[0].text) or len(texts[0].text) > _LONG_HEADLINE:
        return None, texts[0]
    return texts[0], None


def outlet_of(token: Token) -> str | None:
    """Return the outlet's name that a line can only be: a name printed twice, or that leads to the outlet's page."""
    name = doubled(token.text)
    if name is None and token.address and words.LISTED_AT in token.address and not token.address.endswith(_RATINGS):
        name = token.text
    return None if name in words.NO_OUTLETS else name


def doubled(text: str) -> str | None:
    """Return a name that is printed twice without a space, from a picture's text and a label, else None."""
    half = len(text) // 2
    if half <= 1 or text[0] != text[half] or text[:half] != text[half:]:
        return None
    return text[:half] if text[:half] not in words.NO_OUTLETS else None


def _is_button(text: str) -> bool:
    """Whether a text is what a card's buttons say: how factual the outlet is, and who owns it."""
    return bool(
        text in words.BUTTONS or words.FACTUALITY_OF_A_CARD.fullmatch(text) or words.OWNERSHIP_OF_A_CARD.fullmatch(text)
    )


def is_name(text: str) -> bool:
    """Whether a text can be an outlet's name: it is short and does not end as texts do."""
    return len(text) <= _LONG_OUTLET and not _ENDS_AS_TEXT.search(text)


def is_of_an_article(address: str) -> bool:
    """Whether an address is that of an article: a whole one, and not of the site itself."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not _SITE.fullmatch(parts.hostname or "")


def _without_cut_sign(text: str) -> str:
    sign = next((sign for sign in _CUT_SIGNS if text.endswith(sign)), None)
    return text.removesuffix(sign).rstrip() if sign else text
