"""Quotations: words between a matching pair of quotation marks, and who says them where the sentence tells."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.facts.names import (
    FULL_NAME,
    NAME,
    OWN_WORDS,
    ROLE,
    ROLE_NOUN,
    SHORT_TITLE,
    SPEECH,
    is_name,
    split_title,
    strip_openers,
)

_MIN_WORDS = 3
_PAIRS = {"“": "”", "«": "»", "»": "«", "„": "“”", '"': '"', "`": "`"}
_MARKS = re.compile('[“”«»„"`]')
# Single marks are apostrophes too: a word that begins with one, and a plural's possessive, leave open what is quoted.
_SINGLE_PAIRS = {"‘": "’", "'": "'"}  # noqa: RUF001 - the marks that texts use
_SINGLE_MARKS = re.compile("[‘’']")  # noqa: RUF001
_SHORTENED = re.compile(r"['‘](?:[0-9]|(?:bout|cause|em|n|round|til|tis|twas)\b)", re.IGNORECASE)  # noqa: RUF001
_OF_MANY = re.compile(r"s['’] ?[a-z]")  # noqa: RUF001
_FRENCH = "«»"
_OPENS_AFTER = frozenset("([—–‘'’-")  # noqa: RUF001 - the marks that texts use
_CLOSES_BEFORE = frozenset(")].,;:!?—–…'’-")  # noqa: RUF001
_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"”’»)]*\s)$")  # noqa: RUF001

# A name is the subject of its verb where a clause begins before it, after its role if that is said; after a
# preposition it is not, and after "and" it may be one of several.
_SIGNS = r".!?…;:,–—(\"”’»"  # noqa: RUF001
_CONJUNCTION = r"(?<=\b[Aa])(?:lthough|s)|(?<=\b[Bb])(?:ecause|ut)|(?<=\b[Ww])(?:hen|here|hile)"
# Begins with one of few characters, and tells then what it is: a search passes quickly over all others.
_CLAUSE_START = rf"[{_SIGNS}AaBbWw](?:(?<=[{_SIGNS}])|{_CONJUNCTION}) "
_ADVERB = r"(?:also |has |later )?"
# Where and when it was said may stand between the verb and what introduces the words: "said in a letter on Monday: ".
_CIRCUMSTANCE = r"(?:after|at|before|during|earlier|in|late|later|on|this|to|today|via|yesterday)\b"
_OF_ANOTHER_CLAUSE = rf"(?:and|as|but|that|what|when|where|which|while|who|whom|whose|{SPEECH})\b"
_CIRCUMSTANCES = rf" (?={_CIRCUMSTANCE})[\w’'-]{{1,40}}(?: (?!{_OF_ANOTHER_CLAUSE})[\w’'-]{{1,40}}){{0,9}}"  # noqa: RUF001
_SAID = rf"{SPEECH}(?:{_CIRCUMSTANCES}[,:]|(?: that)?[,:]?) $"
_WHO_SAID = rf"(?:(?P<title>{OWN_WORDS}{ROLE_NOUN}) )?(?P<name>{NAME})(?:, (?P<role>{ROLE}),)? {_ADVERB}{_SAID}"
_BEFORE = re.compile(_CLAUSE_START + _WHO_SAID)
_BEFORE_IN_FIRST_CLAUSE = re.compile(_WHO_SAID)
_VERB_BEFORE = re.compile(rf"\b{_SAID}")
# Characters before a quotation in which its speaker and the verb are looked for.
_REACH = 500
_REACH_OF_VERB = 80
# After the speaker or the verb the sentence ends or goes on about the saying, with no subject of its own.
_ENDS = (
    r"(?=$|[.,;:!?…)—–]| (?:after|as|at|before|during|earlier|from|in|last|later|of|on|this|to|when|while|who|with"  # noqa: RUF001
    r"|yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_ROLE_AFTER = rf"(?:, (?P<role>{ROLE})(?=[,.;]))?"
_CLOSED = r",?[\"”»`“'’«],?"  # noqa: RUF001
_WHO = rf"(?:(?P<title>{SHORT_TITLE}) )?(?P<name>{NAME})"
_SAID_BY = re.compile(rf"{_CLOSED} {SPEECH} {_WHO}{_ENDS}{_ROLE_AFTER}")
# A role in small letters stands before a whole name: "said the harbour master Ann Tolland".
_SAID_BY_ROLE = re.compile(
    rf"{_CLOSED} {SPEECH} (?P<title>(?=[a-z]){OWN_WORDS}{ROLE_NOUN}) (?P<name>{FULL_NAME}){_ENDS}(?P<role>(?!))?"
)
_NAME_SAID = re.compile(rf"{_CLOSED} {_WHO}(?:, (?P<role>{ROLE}),)? {_ADVERB}{SPEECH}{_ENDS}")


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
            found.append(FoundQuote(words, *_speaker(text, start, end)))
    return tuple(found)


def _spans(text: str) -> list[tuple[int, int]]:
    """Return where quoted words begin and end; single marks within other marks are those of a quotation's own words."""
    spans = _spans_between(text, _MARKS, _PAIRS)
    if "'" not in text and "‘" not in text:  # noqa: RUF001
        return spans
    single = []
    ends = [end for _, end in spans]
    for start, end in _spans_between(text, _SINGLE_MARKS, _SINGLE_PAIRS):
        after = bisect(ends, start)
        is_within = after < len(ends) and spans[after][0] < end
        if not is_within and not _SHORTENED.match(text, start - 1) and not _OF_MANY.match(text, end - 1):
            single.append((start, end))
    return sorted(spans + single)


def _spans_between(text: str, marks: re.Pattern[str], pairs: Mapping[str, str]) -> list[tuple[int, int]]:
    """Return where the words between marks begin and end; of two that open in a row the first is left unclosed."""
    spans = []
    opened: int | None = None
    for match in marks.finditer(text):
        index, character = match.start(), match[0]
        if opened is not None and character in pairs[text[opened]] and _closes(text, index):
            spans.append((opened + 1, index))
            opened = None
        elif character in pairs and _opens(text, index):
            opened = index
    return spans


def _opens(text: str, index: int) -> bool:
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if text[index] == _FRENCH[0] and not after.strip():  # these have a space within
        after = text[index + 2 : index + 3]
    return bool(after.strip()) and (not before.strip() or before in _OPENS_AFTER)


def _closes(text: str, index: int) -> bool:
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    is_whole = bool(before.strip()) or text[index] == _FRENCH[1]
    return is_whole and (not after.strip() or after in _CLOSES_BEFORE)


def _speaker(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """Return who says the words between ``start`` and ``end``, and the role that the sentence gives."""
    mark = start - 1
    is_apart = text[mark - 1 : mark] == " "
    before = _VERB_BEFORE.search(text, max(0, mark - _REACH_OF_VERB), mark) if is_apart else None
    if before:
        start = max(0, mark - _REACH)
        first = None if start else _BEFORE_IN_FIRST_CLAUSE.match(text, 0, mark)
        before = first or _BEFORE.search(text, start, mark)
    if before:
        name = before.start("name")
        begins = bool(_SENTENCE_START.search(text, max(0, name - 10), name))
        title = strip_openers(before["title"] or "")
        return _named(before["name"], before["role"] or title, begins_sentence=begins)
    after = _SAID_BY.match(text, end) or _SAID_BY_ROLE.match(text, end)
    # A name after a full stop inside the marks begins a sentence of its own.
    if after is None and not text[:end].endswith("."):
        after = _NAME_SAID.match(text, end)
    return _named(after["name"], after["role"] or after["title"], begins_sentence=False) if after else (None, None)


def _named(name: str, role: str | None, *, begins_sentence: bool) -> tuple[str | None, str | None]:
    title, name = split_title(name)
    if not is_name(name, begins_sentence=begins_sentence and title is None):
        return None, None
    return name, role or title
