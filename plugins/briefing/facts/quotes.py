"""Quotations: words between a matching pair of quotation marks, and who says them where the sentence tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.facts.names import NAME, ROLE, ROLE_NOUN, SPEECH, is_name, split_title

_MIN_WORDS = 3
_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"', "`": "`"}
_OPENS_AFTER = re.compile(r"(?:^|[\s(\[—–‘'’-])$")  # noqa: RUF001 - the marks that texts use
_CLOSES_BEFORE = re.compile(r"(?:$|[\s)\].,;:!?—–…'’-])")  # noqa: RUF001
_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"”’»)]*\s)\s*$")  # noqa: RUF001

_BEFORE = re.compile(rf"(?P<name>{NAME})(?:, (?P<role>{ROLE}),)? (?:also |later |has )?{SPEECH}(?: that)?[,:]? $")
# A name is the subject of its verb where a clause begins before it; after a preposition it is not.
_CLAUSE_START = re.compile(
    rf"(?:^|[.!?…;:,–—(\"”’»] |\b(?:and|as|because|but|that|when|where|while|although|{ROLE_NOUN}) )$"  # noqa: RUF001
)
_AFTER = re.compile(
    rf",?(?:[\"”»`])?,? (?:{SPEECH} (?P<said>{NAME})|(?P<name>{NAME}) {SPEECH})(?:, (?P<role>{ROLE})(?=[,.;]))?"
)


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """Quoted words as they stand, without the marks, and the speaker and role that their sentence names."""

    text: str
    speaker: str | None
    role: str | None


def find_quotes(text: str) -> tuple[FoundQuote, ...]:
    """Return the quotations of at least three words in ``text``, in its order."""
    found = []
    for start, end in _spans(text):
        words = text[start:end].strip()
        if len(words.split()) >= _MIN_WORDS:
            found.append(FoundQuote(words, *_speaker(text[: start - 1], text[end:])))
    return tuple(found)


def _spans(text: str) -> list[tuple[int, int]]:
    """Return where quoted words begin and end; a mark that opens while another is open makes that one unclosed."""
    spans = []
    opened: int | None = None
    for index, character in enumerate(text):
        if opened is not None and character in _PAIRS[text[opened]] and _closes(text, index):
            spans.append((opened + 1, index))
            opened = None
        elif character in _PAIRS and _opens(text, index):
            opened = index
    return spans


def _opens(text: str, index: int) -> bool:
    follows = text[index + 1 : index + 2]
    return bool(follows.strip()) and bool(_OPENS_AFTER.search(text[:index]))


def _closes(text: str, index: int) -> bool:
    return bool(text[index - 1].strip()) and bool(_CLOSES_BEFORE.match(text, index + 1))


def _speaker(before: str, after: str) -> tuple[str | None, str | None]:
    match = _BEFORE.search(before)
    if match and _CLAUSE_START.search(before[: match.start()]):
        begins = bool(_SENTENCE_START.search(before[: match.start()]))
        return _named(match["name"], match["role"], begins_sentence=begins)
    match = _AFTER.match(after)
    if match:
        return _named(match["said"] or match["name"], match["role"], begins_sentence=False)
    return None, None


def _named(name: str, role: str | None, *, begins_sentence: bool) -> tuple[str | None, str | None]:
    if not is_name(name, begins_sentence=begins_sentence):
        return None, None
    title, name = split_title(name)
    return name, role or title
