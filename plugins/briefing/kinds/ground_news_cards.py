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
from briefing.kinds.tabs import split_tabs
from briefing.kinds.tokens import Token
from briefing.story import Card, Lines

_ENDS_AS_TEXT = re.compile(r"""[.…]["'”’»)\]]*$""")  # noqa: RUF001 - the marks that texts use
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
    names_end: bool = True  # no text of the card can be the name of another reposter
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


def begins_card(text: str) -> bool:
    """Whether a line is one that only cards have: an outlet's name printed twice, a label, a place."""
    known = text in words.LEANINGS or text in {words.REPOSTED_BY, words.CARD_END} or _doubled(text)
    return bool(known or words.REPOSTS.fullmatch(text) or words.PLACE.fullmatch(text))


def ends_card(text: str) -> bool:
    """Whether no text of a card follows a line directly: the card's last, or one that is no card's."""
    patterns = (words.PLACE, words.NOISE, words.TAB_COUNT)
    return text == words.CARD_END or any(pattern.fullmatch(text) for pattern in patterns)


def parse_cards(tokens: Sequence[Token], end: Token) -> tuple[Card, ...]:
    """Return the cards in the lines between the summary and the first label below the articles.

    :param end: the document's last token: what it says may be cut
    """
    drafts = [_Draft()]
    naming = False  # names of reposters follow
    _, tokens = split_tabs(tokens)
    for token in tokens:
        if words.NOISE.fullmatch(token.text):
            naming = False
            continue
        doubled = _doubled(token.text)
        if naming and _is_reposter(token, doubled, drafts[-1], end):
            drafts[-1].reposted_by.append(doubled or token.text)
            drafts[-1].names_end = bool(doubled)
            drafts[-1].seen.append(token.number)
            continue
        naming = token.text == words.REPOSTED_BY
        if _starts_next(drafts[-1], token, doubled):
            drafts.append(_Draft())
        _read(drafts[-1], token, doubled, cut=token is end)
    return tuple(_card(draft, end) for draft in drafts if draft.certain)


def _is_reposter(token: Token, doubled: str | None, draft: _Draft, end: Token) -> bool:
    """Whether a line below "Reposted by" is a name: any that is printed twice, and a first that looks like one."""
    if doubled:
        return True
    is_name = _is_name(token.text) and not begins_card(token.text)
    return is_name and not draft.reposted_by and token is not end


def _starts_next(draft: _Draft, token: Token, doubled: str | None) -> bool:
    """Whether a token can only belong to the card after ``draft``."""
    if draft.ended:
        return True
    if doubled:
        return bool(draft.seen)
    if token.text in words.LEANINGS:
        # Directly below a label the same words are the card's headline.
        return draft.place is not None or _is_story(draft.texts) or bool(draft.bias and draft.texts)
    if token.text == words.REPOSTED_BY or words.REPOSTS.fullmatch(token.text):
        return draft.place is not None or bool(draft.bias or draft.texts)
    if words.PLACE.fullmatch(token.text) or token.text == words.CARD_END:
        return False
    return draft.place is not None


def _is_story(texts: Sequence[Token]) -> bool:
    """Whether texts are more than the name of an outlet, which can stand directly above its label."""
    return len(texts) > 1 or any(not _is_name(token.text) for token in texts)


def _is_name(text: str) -> bool:
    return len(text) <= _LONG_OUTLET and not _ENDS_AS_TEXT.search(text)


def _read(draft: _Draft, token: Token, doubled: str | None, *, cut: bool) -> None:
    reposts = words.REPOSTS.fullmatch(token.text)
    place = words.PLACE.fullmatch(token.text)
    label = token.text in words.LEANINGS and draft.bias is None
    if token.text == words.CARD_END:
        draft.ended = True
        return
    if place and cut:
        return
    if doubled:
        draft.outlet = doubled
    elif label:
        if draft.texts and not draft.started:  # the page printed the outlet's name once
            draft.outlet = draft.texts.pop().text
        draft.bias = token.text
    elif reposts:
        draft.reposts = int(reposts["count"].replace(",", ""))
    elif place:
        draft.place = place["place"]
    elif token.text != words.REPOSTED_BY:
        draft.texts.append(token)
    draft.seen.append(token.number)


def _card(draft: _Draft, end: Token) -> Card:
    headline, excerpt = _headline_and_excerpt(draft)
    if headline is end:  # it may be cut
        headline = None
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
        first_are_own = draft.started and draft.names_end
        headline, excerpt = texts[:2] if first_are_own else texts[-2:]
        if headline.text == excerpt.text:
            return None, excerpt
        if _CUT.search(headline.text) or len(headline.text) > _LONG_HEADLINE:  # an excerpt; one of them is another's
            return None, headline if first_are_own else excerpt
        return headline, excerpt
    if not texts:
        return None, None
    if _ENDS_AS_TEXT.search(texts[0].text) or len(texts[0].text) > _LONG_HEADLINE:
        return None, texts[0]
    return texts[0], None


def _doubled(text: str) -> str | None:
    """Return a name that is printed twice without a space, from a picture's text and a label, else None."""
    half, odd = divmod(len(text), 2)
    is_doubled = not odd and half > 1 and text[:half] == text[half:]
    return text[:half] if is_doubled and text[:half] not in words.NO_OUTLETS else None
