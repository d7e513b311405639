"""Whether a document's words say a value: word for word, or by one of the named transforms."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any

from briefing.facts.dates import find_dates

# Each mark that opens a quotation, in any language, with those that can close it.
_PAIRS = {
    '"': '"', "`": "`", "'": "'", "“": "”", "”": "”", "„": "“”", "‘": "’", "’": "’", "‚": "‘’",  # noqa: RUF001
    "«": "»", "»": "«", "‹": "›", "›": "‹",  # noqa: RUF001
}  # fmt: skip
_APOSTROPHES = "'’"  # noqa: RUF001 - that stand in words too
_MARKS = "".join(sorted({*"".join(_PAIRS), *"".join(_PAIRS.values())} - {*_APOSTROPHES}))
_OPENED = re.compile(rf"(?:(?<!\w)[{_APOSTROPHES}]|[{_MARKS}])\s?$")
_CLOSED = re.compile(rf"\s?(?:[{_APOSTROPHES}](?!\w)|[{_MARKS}])")
_CLOSES_BEFORE = r")\].,;:!?—–…-"  # noqa: RUF001
_REACH = 3  # characters before the words in which their mark is looked for
_NUMBERS = re.compile(r"[\d.,]++")
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)")
_AROUND_ADDRESS = r"""\s"'<>()\[\]"""


def says(words: str, value: Any) -> bool:
    """Whether words say a value: a text, number or day, or each of several."""
    if isinstance(value, str):
        return bool(value) and value in words
    if isinstance(value, datetime.date):
        return value.isoformat() in words or any(value == found.date for found in find_dates(words))
    if isinstance(value, int):
        return _has_number(words, value)
    return bool(value) and all(says(words, part) for part in value)


def _has_number(text: str, number: int) -> bool:
    """Whether a number stands in a text as a whole: 7 does not in 57, nor 5 in 57.5."""
    wanted = {str(number), f"{number:,}"}
    runs = _NUMBERS.findall(text)
    return not wanted.isdisjoint(runs) or any((run.rstrip(".,").lstrip("0") or "0") in wanted for run in runs)


def says_time(words: str, value: str) -> bool:
    """Whether words say a day or a moment: it stands there whole, or is a day that they write out."""
    if "T" in value:
        return bool(re.search(rf"(?<![\d-]){re.escape(value)}(?![\d:.+Z-])", words))
    return says(words, value) or any(value == found.date.isoformat() for found in find_dates(words))


def has_address(text: str, address: str) -> bool:
    """Whether an address stands in a text as a whole, not as the beginning of a longer one."""
    pattern = rf"(?<![^{_AROUND_ADDRESS}]){re.escape(address)}(?=[.,;:!?]*(?:[{_AROUND_ADDRESS}]|$))"
    return address in text and bool(re.search(pattern, text))


def has_ellipsis(text: str) -> bool:
    """Whether there is an ellipsis in a text: what stands in one that has none is not cut."""
    return "…" in text or "..." in text


def is_cut(text: str, cited: Sequence[str]) -> bool:
    """Whether a text has an ellipsis behind it wherever it stands in the lines ``cited``."""
    is_there = False
    for line in cited:
        _, found, rest = line.partition(text)
        if found and not _ELLIPSIS.match(rest):
            return False
        is_there = is_there or bool(found)
    return is_there


def is_quoted(words: str, text: str) -> bool:
    """Whether words stand between a pair of quotation marks that closes nowhere between them."""
    start = text.find(words)
    while start >= 0:
        before = _OPENED.search(text, max(0, start - _REACH), start)
        after = _CLOSED.match(text, start + len(words))
        if before and after and after[0][-1] in _PAIRS[before[0][0]] and not _closes_in(words, after[0][-1]):
            return True
        start = text.find(words, start + 1)
    return False


def _closes_in(words: str, mark: str) -> bool:
    if mark in _APOSTROPHES or mark not in words:
        return False
    return bool(re.search(rf"(?<=\S){mark}(?=[\s{_CLOSES_BEFORE}])", words))
