"""Cut texts are marked where they are cut, keep to a number of words, and keep a value in sight."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.shortening import repeats, says, shorten, shorten_lines
from tests.briefing.making import DAY

WORDS = st.lists(st.sampled_from(["a", "ship", "57%", "é", "x-y", "1,400", "Sea."]), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("one two three", None, "one two three"),
        ("one two three four", None, "one two three…"),
        ("one two three four five six", "two", "one two three…"),
        ("one two three four five six", "four", "…three four five…"),
        ("one two three four five six", "five six", "…four five six"),
        ("one two three four five six", "two three four five", "…two three four…"),
        ("one two three four five six", "seven", "one two three…"),
        ("a b c d 1,400 e f", 1400, "…d 1,400 e…"),
        ("a b c d 57% e f", 57, "…d 57% e…"),
        ("a b c 5.7 d 57 e", 57, "…d 57 e"),
        ("a b c d on June 2, 2026. e", DAY, "…June 2, 2026.…"),
        ("a b c d on June 2, 2026. e", "2026-06-02", "…June 2, 2026.…"),
        ("a b c d Salt e", ("Sea", "Salt"), "…d Salt e"),
    ],
)
def test_three_words_of_a_text_are_the_first_or_those_around_the_value(text: str, value: Any, expected: str) -> None:
    assert expected == shorten(text, 3, value)


@pytest.mark.parametrize(
    ("text", "expected"), [("港口重新开放了", "港口重…"), ("ท่าเรือ", "ท่า…"), ("港口 harbour 开放", "港口 harbour…")]
)
def test_writing_without_spaces_is_counted_by_its_characters(text: str, expected: str) -> None:
    assert expected == shorten(text, 3)


@given(WORDS, st.integers(1, 30), st.data())
@settings(max_examples=200, deadline=None)
def test_a_shortened_text_stands_in_the_whole_one_and_has_a_value_that_fits(
    words: list[str], most: int, data: st.DataObject
) -> None:
    text = " ".join(words)
    begin = data.draw(st.integers(0, len(words) - 1))
    value = " ".join(words[begin : begin + data.draw(st.integers(1, most))])
    short = shorten(text, most, value)
    assert short.strip("…") in text
    assert value in short
    assert len(short.split()) == min(most, len(words))
    assert (short == text) == (len(words) <= most)


@pytest.mark.parametrize(
    ("texts", "value", "expected"),
    [
        (("one two", "three"), None, ("one two", "three")),
        (("one two", "three four", "five"), None, ("one two", "…", "five")),
        (("one two", "three four", "five six"), None, ("one two", "…")),
        (("one two", "three four", "five six"), "six", ("…", "five six")),
        (("one two", "three four five six"), "six", ("…", "…four five six")),
        ((), None, ()),
    ],
)
def test_three_words_of_lines_are_first_those_of_the_line_with_the_value(
    texts: tuple[str, ...], value: Any, expected: tuple[str, ...]
) -> None:
    assert expected == shorten_lines(texts, 3, value)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=5), st.integers(1, 30), st.sampled_from(["ship", "57%"]))
@settings(max_examples=200, deadline=None)
def test_shortened_lines_have_no_more_words_than_allowed_and_still_say_the_value(
    texts: list[str], most: int, value: str
) -> None:
    short = shorten_lines(texts, most, value)
    assert sum(len(text.split()) for text in short if text != "…") <= most
    assert says(short, value) == says(texts, value)


def test_a_text_repeats_another_if_it_has_more_words_in_a_row_from_it_than_allowed() -> None:
    text = "one two three four five"
    assert [False, True, False, False] == [
        repeats(text, text, 5),
        repeats(f"So {text} six", text, 4),
        repeats("one two, three four five", text, 3),
        repeats("", text, 1),
    ]


@pytest.mark.parametrize(
    ("value", "texts", "expected"),
    [
        ("two three", ("one two", "three"), True),
        (57, ("57% Center",), True),
        (5, ("57% Center",), False),
        (7, ("3.7 million",), False),
        (1400, ("1,400 Articles",), True),
        (DAY, ("June 3, 2026",), False),
        (("Sea", "Salt"), ("Sea",), False),
        ("Harbor", ("Harbour",), False),
    ],
)
def test_a_value_is_said_word_for_word_but_for_the_form_of_dates_and_numbers(
    value: Any, texts: tuple[str, ...], *, expected: bool
) -> None:
    assert expected == says(texts, value)
