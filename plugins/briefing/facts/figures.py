"""Figures: sums of money and shares, as texts write them."""

from __future__ import annotations

import re

_NUMBER = r"\d+(?:[.,]\d+)*"
_SCALE = r"(?:[ \u00a0-]?(?:thousand|million|billion|trillion|m|bn|tn)\b)?"
_FIGURE = re.compile(
    rf"(?<![\w.,])(?:(?:US|A|C|NZ)?[$€£¥₹]{_NUMBER}{_SCALE}|{_NUMBER}(?:[ \u00a0]?%|[ \u00a0]per ?cent\b))"
)


def find_figures(text: str) -> tuple[str, ...]:
    """Return the sums of money and the shares in ``text``, in its order, each once."""
    return tuple(dict.fromkeys(match[0] for match in _FIGURE.finditer(text)))
