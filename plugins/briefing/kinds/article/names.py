"""The names in a byline: people's and agencies', without the words before and after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.facts.names import FULL_NAME, is_person
from briefing.kinds.article.words import AGENCIES, BY, NO_AUTHORS, ROLE

_FOLDED_AWAY = re.compile(r"[\W_]+")
BETWEEN = re.compile(
    r"\s*(?:,\s*(?:and|&|und|et|y)\s|[,;/|·•]|(?<!\w)(?:and|und|et|y|e|en|og|och|con|with|mit|avec)(?!\w)|&)\s*"
)
_ADDED = re.compile(
    r"\s*(?:[(–—]|\s-\s|\b(?:published|posted|updated|on|at|in|for|from|via|special to)\b|(?:[^\W\d]{3,9}\.? )?\d).*",  # noqa: RUF001
    re.IGNORECASE,
)
_MORE_NAMES = re.compile(r"\b(?:and|und|et|y)\b|&")
_SETS_APART = frozenset(",;/|·•")  # what a line says after these need not be a name
_NAME = re.compile(FULL_NAME)
_GLUED = re.compile(r"(?<![^\W_])(?!Mc|Mac|De|Di|Da|La|Le|Van|Fitz|O[’'])\w*[^\W\d_A-Z][A-Z]")  # noqa: RUF001
_LONGEST = 200  # characters of a line that names authors


def fold(text: str) -> str:
    """Return a text without case, space and signs: what is equal in this is said to be the same."""
    return _FOLDED_AWAY.sub("", text.casefold())


def is_name_of_nobody(folded: str) -> bool:
    """Whether a folded name is a function's or a program's: "editor", "admin"."""
    return not folded or folded in NO_AUTHORS


def without_by(text: str) -> str:
    """Return a byline without the words before its names."""
    while match := BY.match(text):
        text = text[match.end() :].strip()
    return text


def read_byline(text: str) -> str | None:
    """Return the names in a line such as "By Ada Quist and Bo Lind, Aldersea"; None if it is no byline."""
    return names_in(without_by(text)) if len(text) <= _LONGEST and BY.match(text) else None


def names_in(text: str) -> str | None:
    """Return the names that a text begins with, as they stand: people's full names, or an agency's.

    All of it must be names, but for what a sign or a word such as "for" sets apart: a role, a place, a date.
    """
    added = _ADDED.search(text)
    if added and _MORE_NAMES.search(added[0]):  # "By Ada Quist in Aldersea and Bo Lind in Brinmouth"
        return None
    end = 0
    for part, until, sign in _parts(text[: added.start()] if added else text):
        is_one = part.casefold() in AGENCIES or bool(
            _NAME.fullmatch(part) and is_person(part) and not ROLE.search(part)
        )
        if is_one and not _GLUED.search(part):
            end = until
        elif sign in _SETS_APART:
            break
        else:
            return None
    return text[:end] or None


def split_names(text: str) -> list[str]:
    """Return the names in a text that is nothing but names; else the text as it is."""
    return [part for part, _, _ in _parts(text) if part] if names_in(text) == text else [text]


def _parts(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield the texts between the signs and words that set names apart: each, where it ends, and what is before it."""
    start, sign = 0, ""
    for match in [*BETWEEN.finditer(text), None]:
        end = match.start() if match else len(text)
        yield text[start:end].strip(), end, sign
        start, sign = (match.end(), match[0].strip()) if match else (end, "")
