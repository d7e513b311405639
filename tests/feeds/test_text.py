"""Texts hold nothing that XML forbids."""

from __future__ import annotations

import lxml.etree
import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.text import one_line, xml_text


@pytest.mark.parametrize(
    "forbidden",
    ["\0", "\b", "\x0b", "\x1f", "\x7f", "\x80", chr(0xD800), chr(0xDFFF), "\ufffe", "\uffff"],
)
def test_characters_that_xml_forbids_or_advises_against_are_removed(forbidden: str) -> None:
    assert "ab" == xml_text(f"a{forbidden}b")


@pytest.mark.parametrize("allowed", ["\t", "\n", "\u00a0", "\u202e", "\ufffd", "\U0001f5de"])
def test_characters_that_xml_allows_are_kept(allowed: str) -> None:
    assert f"a{allowed}b" == xml_text(f"a{allowed}b")


def test_lines_end_in_one_way() -> None:
    assert "a\nb\nc\nd\n" == xml_text("a\r\nb\rc\u0085d\n")


def test_one_line_has_single_spaces_and_keeps_those_that_do_not_break() -> None:
    assert "a b\u00a0: c" == one_line(" a\n\t b\u00a0:\u2028c ")


@given(st.text(st.characters(codec=None)))
def test_any_text_can_stand_in_xml(text: str) -> None:
    element = lxml.etree.Element("a")
    element.text = xml_text(text)
    assert xml_text(text) == (lxml.etree.fromstring(lxml.etree.tostring(element)).text or "")
