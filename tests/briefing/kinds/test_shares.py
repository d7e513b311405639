"""Shares and numbers of outlets are stated as a line of their own says them, each from its own words."""

from __future__ import annotations

import pytest

from briefing.story import Field, Lines, Sides
from tests.briefing.kinds.making import CARD, page, parsed

Values = tuple[int | None, int | None, int | None]


def values(sides: Sides[Field[int]]) -> Values:
    return sides.left.value, sides.center.value, sides.right.value


def bias(*lines: str) -> Values:
    return values(parsed(page(below=["Bias Distribution", *lines, "News"])).bias)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["  • 57% of the sources are Center", "57% Center"], (None, 57, None)),
        (["- 40% of the sources lean Left"], (40, None, None)),
        (["- 40% of the sources lean Right", "40% Right"], (None, None, 40)),
        (["- 50% of the sources lean Left, 50% of the sources are Center", "50% Center"], (50, 50, None)),
        (["- 38% of the sources lean Left, 38% of the sources lean Right", "38% Right"], (38, None, 38)),
        (["46% Center", "L 37%", "C 46%", "R 17%"], (37, 46, 17)),
        (["L 25%", "C 63%", "13%"], (25, 63, 13)),
        (["L 55%", "14%", "R 31%"], (55, 14, 31)),
        (["12%", "C 70%", "18%"], (12, 70, 18)),
        (["C 63%", "13%"], (None, 63, 13)),
        (["13%", "C 63%"], (13, 63, None)),
        (["L 55%", "14%"], (55, None, None)),
        (["14%", "R 31%"], (None, None, 31)),
        (["L 55%", "14%", "31%"], (55, 14, 31)),
        (["L 55%", "14%", "R 30%", "57%"], (55, None, 30)),
        (["L 55%", "44%", "R 31%"], (55, None, 31)),
        (["C 55%", "14%", "R 31%"], (None, 55, 31)),
        (["14%", "55%", "31%"], (None, None, None)),
        (["57% Center", "L 25%", "57%", "R 18%"], (25, 57, 18)),
        (["100% of the sources lean Left", "100% Left"], (100, None, None)),
        (["C 46%", "R 27%", "L 28%"], (28, 46, 27)),
        (["0% Left"], (0, None, None)),
    ],
)
def test_shares_are_those_that_a_line_states(lines: list[str], expected: Values) -> None:
    assert expected == bias(*lines)


@pytest.mark.parametrize(
    "line",
    [
        "57.5% of the sources are Center",
        "157% of the sources are Center",
        "101% Center",
        "Some 57% of the sources are Center",
        "57% of the sources are Centered on the harbour",
        "57% of the sources are unrated",
        "Poll: 46% Right, 30% Left",
        "46% Right to Repair",
        "C 46% F",
        "٤٦% Center",
        "Left",
        "43%",
    ],
)
def test_no_other_line_states_a_share(line: str) -> None:
    assert (None, None, None) == bias(line)


def test_the_evidence_is_the_first_statement_with_the_lines_after_it_that_say_the_same() -> None:
    found = parsed(
        page(below=["Bias Distribution", "57% of the sources are Center", "57% Center", "L 43%", "57% Center"])
    )
    assert (Lines(14, 15), Lines(16, 16)) == (found.bias.center.lines, found.bias.left.lines)


def test_what_is_missing_from_a_hundred_is_nobodys() -> None:
    assert (None, 57, None) == bias("57% of the sources are Center", "57% Center")


def test_a_share_in_an_article_is_none_of_the_storys() -> None:
    facts = parsed(
        page(cards=[*CARD[:4], "Some 57% of the sources are Center, we found.", *CARD[5:]], below=["Coverage Details"])
    )
    assert (None, None, None) == values(facts.bias)


def counts(tabs: list[str], *details: str) -> Values:
    return values(parsed(page(cards=[*tabs, *CARD], below=["Coverage Details", *details, "News"])).counts)


@pytest.mark.parametrize(
    ("tabs", "expected"),
    [
        (["All", "Left", "82", "Center", "102", "Right", "37"], (82, 102, 37)),
        (["All", "350", "Left", "1,082", "Center", "102", "Right", "37"], (1082, 102, 37)),
        (["All", "Left", "Center", "3", "Right", "2"], (None, 3, 2)),
        (["All", "Left", "1", "Center", "1", "Right"], (1, 1, None)),
        (["All", "Left", "1", "Center", "1", "Right", "0"], (1, 1, 0)),
        (["All", "Left", "Center", "Right"], (None, None, None)),
        (["All", "Left", "0", "Center", "0", "Right", "0"], (None, None, None)),
        (["Podcasts & Opinions", "All", "Left", "3"], (3, None, None)),
        (["All", "Center", "3"], (None, 3, None)),
        (["Left", "3"], (None, None, None)),
        (["All", "Left4", "Center 7", "Right (1,004)"], (4, 7, 1004)),
    ],
)
def test_a_number_belongs_to_the_tab_above_it(tabs: list[str], expected: Values) -> None:
    assert expected == counts(tabs)


def test_only_one_number_belongs_to_a_tab_and_the_next_is_an_articles() -> None:
    facts = parsed(page(cards=["All", "Left", "3", "1984", "Read it again.", "·Aldersea"]))
    assert (3, "1984") == (facts.counts.left.value, facts.coverage[0].headline)


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        ("Leaning Left82Leaning Right37Center102Last UpdatedBias Distribution46% Center", (82, 102, 37)),
        ("Leaning Left 1,082 Leaning Right 37 Center 102 Last Updated", (1082, 102, 37)),
        ("Leaning Left1Leaning Right0Center1Last Updated", (1, 1, 0)),
        ("Leaning Left0Leaning Right0Center0Last Updated", (None, None, None)),
        ("Total News Sources3Leaning Left1Center2Last Updated", (1, 2, None)),
        ("The Medical Center 5 miles away", (None, None, None)),
        ("Leaning Left in 12 cities: Center 5 wins", (None, None, None)),
        ("Center 5 opens", (None, None, None)),
        ("Leaning Left\n1,082\nLeaning Right\n37\nCenter\n102\nLast Updated", (1082, 102, 37)),
        ("Leaning Left\n4\nCenter\nLast Updated", (4, None, None)),
        ("Leaning Left\n0\nLeaning Right\n0\nCenter\n0\nLast Updated", (None, None, None)),
        ("Bias Distribution\nCenter\n5\nLast Updated", (None, None, None)),
    ],
)
def test_coverage_details_are_read_from_their_own_line(details: str, expected: Values) -> None:
    assert expected == counts([], "Total News Sources350", details)


def test_the_tabs_are_taken_before_the_details() -> None:
    details = "Leaning Left7Leaning Right8Center9Last Updated"
    assert (3, 9, 8) == counts(["All", "Left", "3", "Center", "Right"], details)


def test_the_evidence_of_a_segment_without_letter_is_the_bar_that_it_stands_in() -> None:
    found = parsed(page(below=["Bias Distribution", "L 55%", "14%", "R 31%", "News"])).bias.center
    assert (Lines(14, 16), 14) == (found.lines, found.value)


def test_details_state_shares_too() -> None:
    details = "Leaning Left1Leaning Right0Center1Last UpdatedBias Distribution50% Left, 50% Center"
    assert (50, 50, None) == bias(details)


@pytest.mark.parametrize("cut", ["Leaning Left82Leaning Right3", "Leaning Left82Leaning Right37Cen"])
def test_a_number_that_the_documents_end_may_have_cut_is_absent(cut: str) -> None:
    facts = parsed(page(below=["Coverage Details", "Total News Sources350", cut]))
    expected = (82, None, 37 if "Cen" in cut else None)
    assert expected == values(facts.counts)
    tabs = parsed(page(cards=["All", "Left", "3", "Center", "10"], below=[]))
    assert (3, None, None) == values(tabs.counts)


def test_numbers_are_never_made_from_shares_nor_shares_from_numbers() -> None:
    facts = parsed(
        page(cards=["All", "Left", "1", "Center", "1", "Right", "2"], below=["Bias Distribution", "50% Right"])
    )
    assert ((1, 1, 2), (None, None, 50)) == (values(facts.counts), values(facts.bias))
