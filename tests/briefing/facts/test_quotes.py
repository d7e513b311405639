"""Quotations are words between a matching pair of marks; the speaker is whom their sentence names."""

# ruff: noqa: RUF001 - the characters that pages use

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.facts.quotes import find_quotes

WORDS = "we are here to stay"


def texts(text: str) -> list[str]:
    return [quote.text for quote in find_quotes(text)]


def speaker(text: str) -> tuple[str | None, str | None]:
    (quote,) = find_quotes(text)
    assert WORDS == quote.text.rstrip(".,?!")
    return quote.speaker, quote.role


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "„”", "``"])
def test_each_pair_of_marks_holds_a_quotation(marks: str) -> None:
    assert [WORDS] == texts(f"They said {marks[0]}{WORDS}{marks[1]}, twice.")
    assert [WORDS] == texts(f"{marks[0]}{WORDS}{marks[1]}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a 6" pipe and an 8" pipe in all', []),
        ("“two words”", []),
        ("“one two three", []),
        ("one two three”", []),
        ("“one two three« four", []),
        ("a “one two three” b “four five six” c", ["one two three", "four five six"]),
        ('"one two three," he said, "four five six"', ["one two three,", "four five six"]),
        ('“never closed and "one two three" after', ["one two three"]),
        ("“outer one “inner two three” four”", ["inner two three"]),
        ('“he told us "never ever sell" twice”', ["never ever sell"]),
        ("“the dog's own bone” isn't", ["the dog's own bone"]),
        ("don't say 'no choice at all' to me", ["no choice at all"]),
        ("he called it ‘the town’s own sea’ and wept", ["the town’s own sea"]),
        ("'Here we stand now': the river's long protest", ["Here we stand now"]),
        ("\"he told 'us all now' to go\" and 'we will not go'", ["he told 'us all now' to go", "we will not go"]),
        ("'Tis the season for workers' rights", []),
        ("the workers' union and the miners' union", []),
        ("he said 'we defend the workers' rights", []),
        ("rock 'n' roll is here' to stay, as in the '80s and the '90s", []),
        ("O'Brien and D'Arcy of the Isles' own band", []),
        ("`'As you return home, stay away,'` it said", ["'As you return home, stay away,'"]),
        (
            "(“one two three”) [“four five six”]—“seven eight nine”",
            ["one two three", "four five six", "seven eight nine"],
        ),
        ("“ one two three ”", []),
        ("“one two” and “one two three…”", ["one two three…"]),
        ('the "so-called "very good idea" of it', ["very good idea"]),
        ("“one two three”s", []),
        ("", []),
    ],
)
def test_only_a_closed_pair_of_at_least_three_words_is_a_quotation(text: str, expected: list[str]) -> None:
    assert expected == texts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ann Tolland, mayor of Aldersea, said “{WORDS}.”", ("Ann Tolland", "mayor of Aldersea")),
        (f"Ann Tolland, the mayor, also said: “{WORDS}.”", ("Ann Tolland", "the mayor")),
        (f"On Monday, Ann Tolland told reporters “{WORDS}.”", ("Ann Tolland", None)),
        (f"Ann Tolland told the Aldersea Mercury that “{WORDS}.”", ("Ann Tolland", None)),
        (f"Mayor Ann Tolland said “{WORDS}.”", ("Ann Tolland", "Mayor")),
        (f"But Mayor Ann Tolland said “{WORDS}.”", ("Ann Tolland", "Mayor")),
        (f"President Lee said “{WORDS}.”", ("Lee", "President")),
        (f"First Minister Ysa Thorn said “{WORDS}.”", ("Ysa Thorn", "First Minister")),
        (f"Police spokesman Bo Quist said “{WORDS}.”", ("Bo Quist", "Police spokesman")),
        (f"Earlier, transport minister Bo Quist said “{WORDS}.”", ("Bo Quist", None)),
        (f"Ursula van der Linde vowed “{WORDS}.”", ("Ursula van der Linde", None)),
        (
            f"The boat left, while Bo Quist, chief medical officer, warned “{WORDS}.”",
            ("Bo Quist", "chief medical officer"),
        ),
        (f"Ann Tolland said in a letter: “{WORDS}.”", ("Ann Tolland", None)),
        (f"Ann Tolland, the mayor, wrote on Monday, “{WORDS}.”", ("Ann Tolland", "the mayor")),
        (f"On Monday, Ann Tolland said at a meeting with Bo Quist in Aldersea: “{WORDS}.”", ("Ann Tolland", None)),
        (f"It rained. Quist Group said “{WORDS}.”", ("Quist Group", None)),
        (f"It rained, Quist said “{WORDS}.”", ("Quist", None)),
    ],
)
def test_the_speaker_may_stand_before(text: str, expected: tuple[str | None, str | None]) -> None:
    assert expected == speaker(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"“{WORDS},” said Ann Tolland.", ("Ann Tolland", None)),
        (f"“{WORDS},” said Ann Tolland, mayor of Aldersea.", ("Ann Tolland", "mayor of Aldersea")),
        (f"“{WORDS},” said Mayor Ann Tolland on Monday.", ("Ann Tolland", "Mayor")),
        (f"“{WORDS}”, said Ann Tolland; others left.", ("Ann Tolland", None)),
        (f"“{WORDS},” Ann Tolland said.", ("Ann Tolland", None)),
        (f"“{WORDS},” Ann Tolland said in a letter.", ("Ann Tolland", None)),
        (f"“{WORDS},” Ann Tolland told reporters.", ("Ann Tolland", None)),
        (f"“{WORDS}?” asked Ann Tolland.", ("Ann Tolland", None)),
        (f"“{WORDS}!” Tolland replied.", ("Tolland", None)),
        (f"“{WORDS},” Ann Tolland, the mayor, said.", ("Ann Tolland", "the mayor")),
        (f"“{WORDS},” Ann Tolland, chair of the board, told reporters.", ("Ann Tolland", "chair of the board")),
        (f"“{WORDS},” said party leader Ann Tolland.", ("Ann Tolland", "party leader")),
        (f"“{WORDS},” said the club’s chief coach Ann Tolland on Monday.", ("Ann Tolland", "the club’s chief coach")),
        (f"“{WORDS},” said Ann Tolland, adding that the mayor would resign.", ("Ann Tolland", None)),
    ],
)
def test_the_speaker_may_stand_after(text: str, expected: tuple[str | None, str | None]) -> None:
    assert expected == speaker(text)


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORDS}” stood on the wall.",
        f"He said “{WORDS}.”",
        f"Prosecutors said “{WORDS}.”",
        f"The mayor said “{WORDS}.”",
        f"Officials told reporters “{WORDS}.”",
        f"Ann Tolland never said “{WORDS}.”",
        f"Ann Tolland and Bo Quist said “{WORDS}.”",
        f"The group led by Bo Quist said “{WORDS}.”",
        f"A spokesman for Ann Tolland said “{WORDS}.”",
        f"A spokesman for Mayor Ann Tolland said “{WORDS}.”",
        f"The widow of former president Bo Quist said “{WORDS}.”",
        f"He denied that Smith said “{WORDS}.”",
        f"Yesterday Tolland said “{WORDS}.”",
        f"In Aldersea they said “{WORDS}.”",
        f"“{WORDS},” said Ann Tolland’s lawyer.",
        f"“{WORDS},” said Tolland spokesman Bo.",
        f"“{WORDS},” said Ann and Bo Quist.",
        f"“{WORDS},” said the mayor.",
        f"“{WORDS},” said the mayor’s brother Bo Quist.",
        f"“{WORDS},” said the widow of president Bo Quist.",
        f"“{WORDS},” said a lawyer for Bo Quist.",
        f"“{WORDS},” Ann Tolland, who chairs the board, said.",
        f"Ann Tolland said in a letter that Bo wrote: “{WORDS}.”",
        f"Ann Tolland said in a letter while Bo Quist, smiling, added: “{WORDS}.”",
        f"Ann Tolland said in a letter of the signs “{WORDS}.”",
        f"“{WORDS},” she said.",
        f"A banner read “{WORDS}.” Smith said the police would wait.",
        f"“{WORDS},” Smith said the banner read.",
    ],
)
def test_a_quotation_whose_speaker_the_sentence_does_not_name_has_none(text: str) -> None:
    assert (None, None) == speaker(text)


def test_the_speaker_of_one_quotation_is_not_that_of_the_next() -> None:
    text = "“We could hear the roar,” said Ann Tolland, “so we knew every time.” A banner read “we will not move.”"
    assert ["Ann Tolland", None, None] == [quote.speaker for quote in find_quotes(text)]


PIECES = (
    "Ann ",
    "Bo Quist",
    " said ",
    " told ",
    "mayor",
    "of ",
    ", ",
    ". ",
    "a ",
    "b c d",
    "“",
    "”",
    '"',
    "`",
    "‘",
    "’",
)


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
@settings(max_examples=300)
def test_what_is_found_stands_in_the_text_and_its_words_between_marks(text: str) -> None:
    for quote in find_quotes(text):
        assert re.search(rf"""[“"`‘']\s*{re.escape(quote.text)}\s*[”"`’']""", text)
        assert (quote.speaker or "") in text
        assert (quote.role or "") in text
