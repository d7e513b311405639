"""The articles that a Ground News page lists, each a card.

One layout prints a card as outlet, reposts, leaning, headline, text, place and a link's label; the other loses
outlet and leaning. Only cards that something marks as such are read: texts that nothing sets apart could be one
article's or two.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.kinds.ground_news import words
from briefing.kinds.ground_news.draft import Draft, doubled, is_name, outlet_of
from briefing.kinds.ground_news.tabs import split_tabs
from briefing.kinds.ground_news.tokens import Token
from briefing.story import Card

_NOISE = frozenset({"noise", "podcasts"})


def begins_card(text: str) -> bool:
    """Whether a line is one that only cards have: an outlet's name printed twice, a label, a place."""
    known = text in words.LEANINGS or text in {words.REPOSTED_BY, words.CARD_END}
    return known or words.label_of(text) in {"reposts", "place"} or doubled(text) is not None


def ends_card(text: str) -> bool:
    """Whether no text of a card follows a line directly: the card's last, or one that is no card's."""
    if text == words.CARD_END or words.label_of(text) in {"place", *_NOISE}:
        return True
    return bool(words.WHOLE_NUMBER.fullmatch(text))


def parse_cards(tokens: Sequence[Token], end: Token | None) -> tuple[Card, ...]:
    """Return the cards in the lines between the summary and the first label below the articles.

    :param end: the document's last token, where what it says may be cut
    """
    if not tokens:
        return ()
    draft = Draft()
    drafts = [draft]
    naming = False  # names of reposters follow
    _, tokens = split_tabs(tokens)
    reposters = _reposters(tokens)
    for at, token in enumerate(tokens):
        label, name = words.label_of(token.text), outlet_of(token)
        if label in _NOISE:
            naming = False
            continue
        if at in reposters:
            _read_reposter(draft, token, named=reposters[at])
            continue
        if naming and _is_reposter(token, name, draft, end):
            draft.reposted_by.append(name or token.text)
            draft.names_end = bool(name)
            draft.see(token)
            continue
        naming = token.text == words.REPOSTED_BY
        if _starts_next(draft, token, label, name):
            draft = Draft()
            drafts.append(draft)
        draft.read(token, label, name, cut=token is end)
    return tuple([draft.card(end) for draft in drafts if draft.certain])


def parse_card(
    tokens: Sequence[Token], end: Token | None, url: tuple[int, str] | None, time: tuple[int, str] | None
) -> Card | None:
    """Return the card of lines that are known to be one article's; None where they say nothing of it.

    :param end: the document's last token, where what it says may be cut
    :param url: the article's address with the line that says it
    :param time: the moment of its publication, likewise
    """
    draft = Draft()
    ends = next((at for at, token in enumerate(tokens) if token.text == words.CARD_END), len(tokens))
    tokens = [token for token in tokens[:ends] if words.label_of(token.text) not in _NOISE]
    reposters = _reposters(tokens)
    for at, token in enumerate(tokens):
        if at in reposters:
            _read_reposter(draft, token, named=reposters[at])
        else:
            draft.read(token, words.label_of(token.text), outlet_of(token), cut=token is end)
    _name_outlet(draft)
    if end and draft.heading is None:  # the label may be a reposter's, in a pop-over that is cut
        draft.bias = None
    if not draft.seen:
        return None
    for said, attribute in ((url, "url"), (time, "time")):
        if said:
            draft.seen.append(said[0])
            setattr(draft, attribute, said[1])
    return draft.card(end)


def _name_outlet(draft: Draft) -> None:
    """Take the one text above the headline for the outlet, where nothing else told which it is."""
    above = [text for text in draft.texts if draft.heading and text.number < draft.heading.number]
    if draft.outlet is None and len(above) == 1 and is_name(above[0].text):
        draft.outlet = above[0].text


def _reposters(tokens: Sequence[Token]) -> dict[int, bool]:
    """Return the positions of a pop-over's lines, and whether each is a reposter's name."""
    found: dict[int, bool] = {}
    for at, token in enumerate(tokens):
        if token.text == words.REPOSTER_END:
            found[at] = False
            name = at - 1
            if name >= 0 and tokens[name].text in words.LEANINGS:
                found[name] = False
                name -= 1
            if name >= 0 and name not in found and is_name(tokens[name].text):
                found[name] = True
    return found


def _read_reposter(draft: Draft, token: Token, *, named: bool) -> None:
    if named:
        draft.reposted_by.append(doubled(token.text) or token.text)
        draft.see(token)


def _is_reposter(token: Token, name: str | None, draft: Draft, end: Token | None) -> bool:
    """Whether a line below "Reposted by" is a name: any that is printed twice, and a first that looks like one."""
    if name:
        return True
    first = is_name(token.text) and not begins_card(token.text) and not token.heading
    return first and not draft.reposted_by and token is not end


def _starts_next(draft: Draft, token: Token, label: str | None, name: str | None) -> bool:
    """Whether a token can only belong to the card after ``draft``.

    :param label: which of the site's lines it is
    :param name: the outlet that it names
    """
    text = token.text
    if draft.ended or text == words.CARD_END or label == "place":
        return draft.ended
    if name or draft.place is not None:
        return bool(draft.seen)
    if text in words.LEANINGS:
        # Directly below a label the same words are the card's headline.
        return _is_story(draft) or bool(draft.bias and draft.texts)
    if text == words.REPOSTED_BY or label == "reposts":
        return bool(draft.bias or draft.texts or draft.heading)
    return bool(token.heading) and draft.heading is not None


def _is_story(draft: Draft) -> bool:
    """Whether texts are more than the name of an outlet, which can stand directly above its label."""
    texts = draft.texts
    return draft.heading is not None or len(texts) > 1 or any(not is_name(token.text) for token in texts)
