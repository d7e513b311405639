"""Bytes to text: Unicode by its marks, UTF-8, else what charset-normalizer finds."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_USUAL = "cp1252"  # https://encoding.spec.whatwg.org/ takes it for pages that name no encoding
_LATIN_1 = {"ascii", "iso8859-1"}
_WITH_MARKS = ("utf-16", "utf-32")
_PRESCAN = 1024
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?(?P<name>[\w.:-]{1,40})""", re.IGNORECASE)
_SAMPLE = 32_768  # bytes on each side of the first that is not ASCII: what the encoding is told by


def decode(data: bytes, declared: str | None = None) -> str | None:
    """Return the text of ``data``, or None where it is no text.

    A byte order mark (Unicode Standard, section 23.8) decides; without one a NUL byte means binary data, since
    no other encoding of text has it. A character that the end of the data cuts is left out.

    :param declared: the encoding that the data is said to have; it is believed where the data is not UTF-8
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding)
    if b"\0" in data:
        return None
    try:
        return _decode(data, "utf-8", "strict")
    except UnicodeDecodeError:
        text = _decode(data, "utf-8", "replace")
    return text if _is_damaged(text) else _decode_declared(data, declared) or _decode_legacy(data)


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that an HTML page names in its first 1024 bytes, as browsers look for it, else None.

    https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
    """
    match = _DECLARED.search(data[:_PRESCAN])
    return match["name"].decode("ascii") if match else None


def _decode_declared(data: bytes, name: str | None) -> str | None:
    """Decode text as it says; browsers take what calls itself Latin-1 for what Windows made of it."""
    try:
        encoding = codecs.lookup(name or "").name
        if encoding.startswith(_WITH_MARKS):  # they would have begun with their mark
            return None
        return _decode(data, _USUAL if encoding in _LATIN_1 else encoding)
    except (LookupError, ValueError, AssertionError, TypeError):  # none that is known, or none of text
        return None


def _decode(data: bytes, encoding: str, errors: str = "replace") -> str:
    return codecs.getincrementaldecoder(encoding)(errors).decode(data)


def _is_damaged(text: str) -> bool:
    """Whether a text is UTF-8 with some broken characters: other encodings have next to none that look whole."""
    broken = text.count("\ufffd")
    whole = sum(not character.isascii() for character in text) - broken
    return whole > broken


def _decode_legacy(data: bytes) -> str | None:
    """Decode text older than Unicode; where several encodings fit equally well, as the usual one."""
    import charset_normalizer  # noqa: PLC0415 - takes long, and few documents are so old

    first = next(re.finditer(rb"[\x80-\xff]", data)).start()
    matches = charset_normalizer.from_bytes(data[max(0, first - _SAMPLE) : first + _SAMPLE])
    best = matches.best()
    if best is None:
        return None
    usual = any(_USUAL in match.could_be_from_charset and match.chaos <= best.chaos for match in matches)
    return _decode(data, _USUAL if usual else best.encoding)
