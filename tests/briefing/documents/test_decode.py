"""Bytes are read as the text that they are."""

# ruff: noqa: RUF001 - the characters that pages use

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.documents.decode import decode

TEXT = "Brinmouth’s café — “naïve” at £3.2 billion, says Türkiye"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_told_by_its_mark_or_is_utf_8(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_tells_the_order_of_bytes(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Un tunnel pour Brinmouth, une voix pour le décider. L’Assemblée a tranché.",
        "Größe und Straße",
        "£24 for a car",
        TEXT,
    ],
)
def test_western_text_older_than_unicode_is_read(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_latin_1_is_read() -> None:
    text = "El túnel de Aldersea costará más, según el señor Ibáñez"
    assert decode(text.encode("latin-1")) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Мост через пролив откроют весной, сообщили власти города. " * 3, "cp1251"),
        ("Η γέφυρα θα ανοίξει την άνοιξη, ανακοίνωσε ο δήμος. " * 3, "cp1253"),
        ("橋は春に開通すると市長が発表した。" * 3, "shift_jis"),
    ],
)
def test_other_encodings_are_recognised_from_their_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@given(data=st.data())
@settings(max_examples=30)
def test_a_character_cut_at_the_end_is_left_out(encoding: str, data: st.DataObject) -> None:
    whole = ("18 Articles é" + TEXT).encode(encoding)
    text = decode(whole[: data.draw(st.integers(40, len(whole)))])
    assert text is not None
    assert ("18 Articles é" + TEXT).startswith(text)


def test_broken_characters_do_not_make_utf_8_another_encoding() -> None:
    assert decode(f"“café” {TEXT} ".encode() + b"\xff" + " and “more”".encode()) == f"“café” {TEXT} \ufffd and “more”"


def test_the_replacement_character_itself_is_utf_8() -> None:
    assert decode("a \ufffd b".encode()) == "a \ufffd b"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0", b"a\0b"])
def test_binary_data_is_no_text(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_nothing_is_an_empty_text(data: bytes) -> None:
    assert decode(data) == ""


@given(st.binary(max_size=200))
@settings(max_examples=100)
def test_any_bytes_are_a_text_or_none(data: bytes) -> None:
    text = decode(data)
    assert text is None or isinstance(text, str)
