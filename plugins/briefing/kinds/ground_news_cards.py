"""The articles that a Ground News page lists, each a card.

One layout prints a card as outlet, reposts, leaning, headline, text, place and a link's label; the other loses
outlet and leaning. Only cards that something marks as such are read: texts that nothing sets apart could be one
article's or two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.kinds import ground_news_words as words
from briefing.kinds.tokens import Token
from briefing.story import Card, Lines

_ENDS_AS_TEXT = re.compile(r"""(?:[.…]|\.\.\.)["'”’»)\]]*$""")
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
_LONG_HEADLINE = 180  # characters; a longer single text is an excerpt
_LONG_OUTLET = 60
_HEADLINE_AND_EXCERPT = 2


@dataclass(slots=True)
class _Draft:
    """A card as its lines come in."""

    outlet: str | None = None
    bias: str | None = None
    reposts: int | None = None
    reposted_by: list[str] = field(default_factory=list)
    texts: list[Token] = field(default_factory=list)
    place: str | None = None
    ended: bool = False
    seen: list[int] = field(default_factory=list)  # line numbers

    @property
    def started(self) -> bool:
        return bool(self.outlet or self.bias or self.reposts is not None or self.reposted_by)

    @property
    def certain(self) -> bool:
        return bool(self.seen) and (self.started or self.ended or self.place is not None)


def parse_cards(tokens: Sequence[Token], end: Token) -> tuple[Card, ...]:
    """Return the cards in the lines between the summary and the first label below the articles.

    :param end: the document's last token: what it says may be cut
    """
    drafts = [_Draft()]
    naming = False  # names of reposters follow
    for token in _without_tabs(tokens):
        if words.NOISE.fullmatch(token.text) or words.COUNT.fullmatch(token.text):
            naming = False
            continue
        doubled = _doubled(token.text)
        if naming and (doubled or not drafts[-1].reposted_by) and token.text not in words.LEANINGS:
            drafts[-1].reposted_by.append(doubled or token.text)
            drafts[-1].seen.append(token.number)
            continue
        naming = token.text == words.REPOSTED_BY
        if _starts_next(drafts[-1], token, doubled):
            drafts.append(_Draft())
        _read(drafts[-1], token, doubled, cut=token is end)
    return tuple(_card(draft, end) for draft in drafts if draft.certain)


def _starts_next(draft: _Draft, token: Token, doubled: str | None) -> bool:
    """Whether a token can only belong to the card after ``draft``."""
    if draft.ended:
        return True
    if doubled:
        return bool(draft.seen)
    if token.text in words.LEANINGS:
        return draft.bias is not None or draft.place is not None or _is_story(draft.texts)
    if token.text == words.REPOSTED_BY or words.REPOSTS.fullmatch(token.text):
        return draft.place is not None or bool(draft.bias) or _is_story(draft.texts)
    if words.PLACE.fullmatch(token.text) or token.text == words.CARD_END:
        return False
    return draft.place is not None


def _is_story(texts: Sequence[Token]) -> bool:
    """Whether texts are more than the name of an outlet, which stands directly above its label."""
    return len(texts) > 1 or (len(texts) == 1 and len(texts[0].text) > _LONG_OUTLET)


def _read(draft: _Draft, token: Token, doubled: str | None, *, cut: bool) -> None:
    reposts = words.REPOSTS.fullmatch(token.text)
    place = words.PLACE.fullmatch(token.text)
    if token.text == words.CARD_END:
        draft.ended = True
        return
    if token.text in words.LEANINGS or reposts or token.text == words.REPOSTED_BY:
        _take_outlet(draft)
    if doubled:
        draft.outlet = doubled
    elif token.text in words.LEANINGS:
        draft.bias = token.text
    elif reposts:
        draft.reposts = int(reposts["count"].replace(",", ""))
    elif place:
        if cut:
            return
        draft.place = place["place"]
    elif token.text != words.REPOSTED_BY:
        draft.texts.append(token)
    draft.seen.append(token.number)


def _take_outlet(draft: _Draft) -> None:
    """Take the one text above a label as the outlet's name: the page printed it once."""
    if draft.outlet is None and draft.texts and not draft.bias:
        draft.outlet = draft.texts.pop().text


def _card(draft: _Draft, end: Token) -> Card:
    headline, excerpt = _headline_and_excerpt(draft)
    text = excerpt.whole if excerpt else None
    cut = bool(text and (_CUT.search(text) or (excerpt is end and not _ENDS_AS_TEXT.search(text))))
    if text and cut:
        text = _CUT.sub("", text)
    return Card(
        headline=headline.whole if headline else None,
        outlet=draft.outlet,
        bias=draft.bias,
        excerpt=text or None,
        excerpt_cut=bool(text) and cut,
        place=draft.place,
        reposts=draft.reposts,
        reposted_by=tuple(draft.reposted_by),
        lines=Lines(draft.seen[0], draft.seen[-1]),
    )


def _headline_and_excerpt(draft: _Draft) -> tuple[Token | None, Token | None]:
    texts = draft.texts
    if len(texts) >= _HEADLINE_AND_EXCERPT:
        # Below an outlet or a label the card's own texts come first; else those nearest to its end are its own.
        headline, excerpt = texts[:2] if draft.started else texts[-2:]
        if headline.text == excerpt.text:
            return None, excerpt
        return headline, excerpt
    if not texts:
        return None, None
    if _ENDS_AS_TEXT.search(texts[0].text) or len(texts[0].text) > _LONG_HEADLINE:
        return None, texts[0]
    return texts[0], None


def _doubled(text: str) -> str | None:
    """Return a name that is printed twice without a space, from a picture's text and a label, else None."""
    half, odd = divmod(len(text), 2)
    return text[:half] if not odd and half > 1 and text[:half] == text[half:] else None


def _without_tabs(tokens: Sequence[Token]) -> list[Token]:
    """Leave out the filter tabs: their names and numbers up to the first line that is neither."""
    start = next((i for i, token in enumerate(tokens) if token.text == words.TABS[0]), None)
    if start is None:
        return list(tokens)
    end = start
    expected = list(words.TABS)
    while end < len(tokens) and (tokens[end].text in expected or tokens[end].text.isdecimal()):
        if tokens[end].text in expected:
            del expected[: expected.index(tokens[end].text) + 1]
        end += 1
    return [*tokens[:start], *tokens[end:]]
