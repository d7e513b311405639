"""Figures: sums of money and shares, as texts write them."""

from __future__ import annotations

import re

_NUMBER = r"(?>\d+(?:[.,]\d+)*)"
_SIGN = r"(?:US|A|C|NZ)?[$€£¥₹]"
_SIGNS = (*"$€£¥₹%", "per cent", "percent")  # each figure has one; to look for them first saves most of the time
_SCALE = r"(?i:[ \u00a0-]?(?:[kmbt]|[mbt]n|[mb]ln|hundred|thousand|lakh|million|crore|billion|trillion)\b)?(?!\w)"
_SUM = rf"{_SIGN}{_NUMBER}{_SCALE}"
_SHARE = rf"{_NUMBER}(?:[ \u00a0]?%|[ \u00a0]per ?cent\b)"
# "5-10%" tells of no 10%, and "$5-10 million" of no $5.
_DASH = "[-–‑]"  # noqa: RUF001 - the marks that texts use
_SUMS = rf"{_SUM}(?:(?:{_DASH}| to ){_SUM}|{_DASH}{_NUMBER}{_SCALE}(?!%))?"
_SHARES = rf"(?:{_NUMBER}%?(?:{_DASH}| to ))?{_SHARE}"
_DIGIT = re.compile(r"\d")
_BEFORE_DIGIT = len("-US$")  # the most that a figure has before its first digit
_FIGURE = re.compile(rf"(?<![\w.,])(?<!\d{_DASH})[-−+]?(?:{_SUMS}|{_SHARES})")  # noqa: RUF001


def find_figures(text: str) -> tuple[str, ...]:
    """Return the sums of money and the shares in ``text``, in its order, each once."""
    digit = _DIGIT.search(text)
    if digit is None or not any(map(text.__contains__, _SIGNS)):
        return ()
    start = max(0, digit.start() - _BEFORE_DIGIT)
    return tuple(dict.fromkeys([match[0] for match in _FIGURE.finditer(text, start)]))
