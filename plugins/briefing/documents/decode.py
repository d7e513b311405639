"""Bytes to text: Unicode by its marks, UTF-8, else what charset-normalizer finds."""

from __future__ import annotations

import codecs

import charset_normalizer

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str | None:
    """Return the text of ``data``, or None where it is no text.

    A byte order mark (Unicode Standard, section 23.8) decides; without one a NUL byte means binary data, since
    no other encoding of text has it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _decode_legacy(data: bytes) -> str | None:
    # A file cut in the middle of a character is still UTF-8.
    cut = data.decode("utf-8", errors="ignore")
    if len(data) - len(cut.encode()) <= 3 and data.startswith(cut.encode()):
        return cut
    best = charset_normalizer.from_bytes(data).best()
    return str(best) if best is not None else None
