"""Texts that XML can hold."""

from __future__ import annotations

import re

# What is no Char of XML 1.0 (https://www.w3.org/TR/xml/#charsets): a document that holds one is not well-formed. And
# the other controls, which it advises against: some readers take them for the letters that Windows had in their place.
_NO_CHARACTER = re.compile("[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ASCII = bytes((*b"\t\n", *range(0x20, 0x7F)))
_LINE_END = re.compile("\r\n?|\u0085")
_WHITE_SPACE = re.compile("[\t\n\u2028\u2029 ]+")


def xml_text(text: str) -> str:
    """Return the text without controls, lone surrogates and what else XML forbids, lines ended by LF."""
    if text.isprintable() or not _NO_CHARACTER.search(_beyond_ascii(text)):
        return text
    return _NO_CHARACTER.sub("", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """Return the text as XML can hold it, on one line; non-breaking spaces inside stay what they are."""
    return _WHITE_SPACE.sub(" ", xml_text(text)).strip()


def _beyond_ascii(text: str) -> str:
    """Return what is no text in ASCII: little, as a rule, while a pattern takes its time for each character."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
