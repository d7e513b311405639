"""The filter tabs above the articles of a Ground News page: names of leanings, each with its number or none."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.kinds.ground_news import words
from briefing.kinds.ground_news.tokens import Token


def split_tabs(tokens: Sequence[Token]) -> tuple[dict[str, list[Token]], Sequence[Token]]:
    """Return the tabs' names with their tokens, and the other tokens.

    The tabs are ``All``, ``Left``, ``Center``, ``Right``, in this order, above all else but noise; the number stands
    in the same line ("Left 4") or below. Further down the same words are a card's.
    """
    noise = {"noise", "podcasts"}
    start = next((at for at, token in enumerate(tokens) if words.label_of(token.text) not in noise), len(tokens))
    tabs: dict[str, list[Token]] = {}
    if start == len(tokens) or words.label_of(tokens[start].text) != "tabs":
        return tabs, tokens
    names = list(words.TABS)
    name = ""
    for end, token in enumerate(tokens[start:], start):
        tab = words.TAB.fullmatch(token.text)
        if tab and tab["name"] in names:
            name = tab["name"]
            del names[: names.index(name) + 1]
            tabs[name] = [token]
        elif words.WHOLE_NUMBER.fullmatch(token.text) and tabs[name][0].text == name and len(tabs[name]) == 1:
            tabs[name].append(token)
        else:
            return tabs, [*tokens[:start], *tokens[end:]]
    return tabs, tokens[:start]
