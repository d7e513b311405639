"""What does not fit on a Ground News story page: statements that contradict each other, and an end that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from briefing.documents.lines import Line
from briefing.kinds.ground_news import words
from briefing.story import Lines

_BULLET = re.compile(r"[•◦▪‣●*+-] ?")
# What the lines with numbers begin with, and hold: few do.
_LETTERS_OF_SIDES = frozenset(words.BAR_SIDES)
_DIGITS = frozenset("0123456789")
_BEGINNINGS = _DIGITS | _LETTERS_OF_SIDES | frozenset("•◦▪‣●*+-")
_BELOW = (*words.FACTS_BELOW, words.FIRST_REPORT, words.WITHHELD_LABEL)
_WHOLE = (*_BELOW, words.FIRST_REPORT_WITHOUT_DATE, words.BAR_SHARE)

# What no page ends with: labels that something follows, and the site's own lines where they are not whole.
_FOLLOWED = ("Coverage Details", "Bias Distribution", "Factuality", "Ownership")
_WHOLE_BEGINNINGS = (
    *words.PART_LABELS,
    "To view factuality data please Upgrade to ",
    "To view ownership data please Upgrade to ",
    "Total News Sources",
    "Leaning Left",
    "Leaning Right",
)
_CUT = (
    words.FIRST_REPORT_CUT,
    re.compile(r"[0-9]{1,3}%(?: of\b.{0,200})?"),
    re.compile(r"[LCR](?: [0-9]{0,3})?"),
    re.compile(r"(?:Total News Sources|Leaning Left|Leaning Right) ?[0-9](?:(?!Last Updated).){0,200}"),
)


def is_cut(lines: Sequence[Line]) -> bool:
    """Return whether a page that was saved as text has nothing below its articles, or stops within a line."""
    texts = (_BULLET.sub("", words.GLUED.sub("", line.text), count=1) for line in reversed(lines))
    last = next(texts)
    if not any(text in words.PART_LABELS or _has_form(text, _BELOW) for text in chain([last], texts)):
        return True
    if last in _FOLLOWED or not last:
        return True
    if _has_form(last, _WHOLE):
        return False
    begins = any(whole.startswith(last) and whole != last for whole in _WHOLE_BEGINNINGS)
    return begins or _has_form(last, _CUT)


def _has_form(text: str, forms: Iterable[re.Pattern[str]]) -> bool:
    return any(form.fullmatch(text) for form in forms)


def find_contradictions(lines: Sequence[Line]) -> Iterator[tuple[str, Lines]]:
    """Yield what a page counts in two ways, as a sentence, with the lines of the second statement."""
    said: dict[str, int] = {}
    told: set[str] = set()
    for line in lines:
        text = line.text
        if text == words.TOPICS_LABEL:  # below it stand the site's own menus
            break
        if text[0] not in _BEGINNINGS or not _may_have_numbers(text):  # as most lines
            continue
        for name, number in _numbers(text):
            first = said.setdefault(name, number)
            if number != first and name not in told:
                told.add(name)
                unit = "" if name == "Articles" else "%"
                message = f"the page says two numbers for {name}: {first}{unit} and {number}{unit}"
                yield message, Lines(line.number, line.number)


def _may_have_numbers(text: str) -> bool:
    return "%" in text or ("Article" in text and text[0] not in _LETTERS_OF_SIDES)


def _numbers(line: str) -> Iterator[tuple[str, int]]:
    text = _BULLET.sub("", line, count=1)
    if text[:1] not in _DIGITS and text[:1] not in _LETTERS_OF_SIDES:
        return
    if "%" not in text:
        count = words.COUNT.fullmatch(text)
        if count and int(count["count"].replace(",", "")):  # the site prints 0 where it does not know
            yield "Articles", int(count["count"].replace(",", ""))
    elif bar := words.BAR_SHARE.fullmatch(text):
        yield words.BAR_SIDES[bar["side"]].capitalize(), int(bar["share"])
    elif words.SHARES.fullmatch(text):
        yield from ((share["side"], int(share["share"])) for share in words.SHARE.finditer(text))
