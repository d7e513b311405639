"""Lines are counted before anything is dropped, and their texts are clean."""

# ruff: noqa: RUF001 - the characters that pages use

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.documents.lines import Line, clean, number_lines


def numbered(text: str) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in number_lines(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_ends_at_lf_crlf_or_cr(end: str) -> None:
    assert [(1, "a"), (2, "b"), (4, "c")] == numbered(f"a{end}b{end}{end}c{end}")


def test_line_ends_of_different_kinds_are_counted_alike() -> None:
    assert [(1, "a"), (2, "b"), (3, "c"), (5, "d")] == numbered("a\r\nb\rc\n\rd")


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\v", "\f", "\x1c", "\x85", "\u00a0", "\t"])
def test_other_white_space_ends_no_line_and_becomes_a_space(character: str) -> None:
    assert [(1, "a b"), (2, "c")] == numbered(f"a{character}b\nc")


@pytest.mark.parametrize("blank", ["", "   ", "\t", "\u00a0", "\x00", "\u200b", "\ufeff", " \u200b \u2060"])
def test_a_line_without_a_visible_character_is_blank_and_counted(blank: str) -> None:
    assert [(2, "a")] == numbered(f"{blank}\na\n{blank}")


def test_a_text_without_lines_has_none() -> None:
    assert () == number_lines("\n\n \r\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  two   words\t", "two words"),
        ("bell\x07 and escape\x1b[31m", "bell and escape[31m"),
        ("half a pair \ud83d", "half a pair"),
        ("no character \uffff\ufffe", "no character"),
        ("\ufeffmarked", "marked"),
        ("zero\u200bwidth", "zero\u200bwidth"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("🇹🇷 Türkiye", "🇹🇷 Türkiye"),
        ("", ""),
    ],
)
def test_a_text_is_cleaned(text: str, expected: str) -> None:
    assert expected == clean(text)


@given(st.text(st.characters(codec=None), max_size=40))
@settings(max_examples=200)
def test_a_cleaned_text_is_one_trimmed_line_without_control_characters(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == " ".join(cleaned.split())
    assert not {unicodedata.category(character) for character in cleaned} & {"Cc", "Cs"}
    assert cleaned == clean(cleaned)


@given(st.lists(st.text(max_size=10), max_size=10), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=100)
def test_each_line_keeps_the_number_it_has_in_the_file(texts: list[str], end: str) -> None:
    texts = [text.replace("\r", "").replace("\n", "") for text in texts]
    expected = tuple(Line(number, clean(text)) for number, text in enumerate(texts, 1) if clean(text))
    assert expected == number_lines(end.join(texts))
