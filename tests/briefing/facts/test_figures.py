"""Figures are sums of money and shares as they stand, with all that belongs to them."""

# ruff: noqa: RUF001 - the characters that pages use

from __future__ import annotations

import pytest

from briefing.facts.figures import find_figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $250 million to build", ["$250 million"]),
        ("£3.2 billion, of which £2.1 billion is borrowed", ["£3.2 billion", "£2.1 billion"]),
        ("a fine of $1,234,567.89.", ["$1,234,567.89"]),
        ("€5bn, $1.5m and ¥7tn", ["€5bn", "$1.5m", "¥7tn"]),
        ("$5k or $5K a year, and $5B in all", ["$5k", "$5K", "$5B"]),
        ("₹5 crore", ["₹5 crore"]),
        ("US$40 and A$50", ["US$40", "A$50"]),
        ("a $2.5-billion plan, a £41 million-pound hole", ["$2.5-billion", "£41 million"]),
        ("57% of them, 3.5 per cent, 12 percent and 9 %", ["57%", "3.5 per cent", "12 percent", "9 %"]),
        ("Prices fell -5% and then \u22123.5%", ["-5%", "\u22123.5%"]),
        ("£24 then £24 again", ["£24"]),
        ("from $9.99/year", ["$9.99"]),
    ],
)
def test_figures_are_found_with_their_scale(text: str, expected: list[str]) -> None:
    assert expected == list(find_figures(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5-10 million", ["$5-10 million"]),
        ("$5–$10 million", ["$5–$10 million"]),
        ("$5 to $10 million", ["$5 to $10 million"]),
        ("5-10%", ["5-10%"]),
        ("5% to 10%", ["5% to 10%"]),
        ("5 to 10 per cent", ["5 to 10 per cent"]),
        ("£24 and 35%", ["£24", "35%"]),
    ],
)
def test_a_range_is_one_figure(text: str, expected: list[str]) -> None:
    assert expected == list(find_figures(text))


@pytest.mark.parametrize(
    "text",
    [
        "18 articles",
        "version1.5%",
        "v3%",
        "HK$5",
        "a 5 percentage point rise",
        "$",
        "%",
        "$5x",
        "$7zillion",
        "area 51",
        "",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert () == find_figures(text)


def test_a_number_is_a_figure_as_a_whole() -> None:
    assert ("157.25%", "$1,000") == find_figures("157.25% of $1,000")
