"""Front matter: one ``key: value`` a line, the same to YAML 1.1 and to Python-Markdown's ``meta``.

A value is in double quotes only where YAML would misread it, because stock Pelican shows the quotes. Quoted
values are JSON strings (RFC 8259), which YAML's double-quoted ones include.
"""

from __future__ import annotations

import json
import re
import unicodedata

_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:[ \t]+(?P<value>.*))?")
_MISREAD = re.compile(
    r"""
      [-?:,\[\]{}\#&*!|>'"%@`=~<].*  # signs with a meaning, where a value begins
    | .*(?::(?:\s.*)?|\s\#.*)       # what ends a key or begins a comment, anywhere
    | y|n|yes|no|on|off|true|false|null
    | [-+]?(?:\d[\d_]*(?::[0-5]?\d)*)?(?:\.[\d_]*)?(?:e[-+]?\d+)?  # YAML 1.1: int and float, base 10 and 60
    | [-+]?0(?:x[\da-f_]+|o?[0-7_]+|b[01_]+) | [-+]?\.(?:inf|nan)
    | \d{4}-\d\d?-\d\d?(?:[Tt\s].*)?  # a date
    """,
    re.IGNORECASE | re.VERBOSE,
)


def format_text(value: str) -> str:
    """Return a text as a value, quoted where YAML would misread it."""
    return _quoted(value) if _is_misread(value) else value


def _is_misread(value: str) -> bool:
    return not value or not all(map(_is_plain, value)) or bool(_MISREAD.fullmatch(value))


def _is_plain(character: str) -> bool:
    """Whether YAML takes a character as it stands: white space other than a space may be a line end to it."""
    return character == " " or (not character.isspace() and unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Cn", "Co"})


def _quoted(value: str) -> str:
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(c if _is_plain(c) else json.dumps(c)[1:-1] for c in quoted)


def parse_line(line: str) -> tuple[str, str] | None:
    """Return key, in lower case, and value of a line; None where it is none.

    :raises ValueError: if the value's quotes are not closed or it holds an unknown escape
    """
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    value = (match["value"] or "").strip()
    if value.startswith('"'):
        text = json.loads(value)
        if not isinstance(text, str):
            raise ValueError
        return match["key"].lower(), text
    if len(value) > 1 and value[0] == value[-1] == "'":  # an editor's YAML
        return match["key"].lower(), value[1:-1].replace("''", "'")
    return match["key"].lower(), value


def format_list(texts: tuple[str, ...]) -> str:
    """Return texts each ended by ``;``: Pelican splits a list that holds no semicolon at its commas."""
    return format_text(" ".join(re.sub(r"([\\;])", r"\\\1", text) + ";" for text in texts))


def parse_list(value: str) -> tuple[str, ...]:
    """Return the texts of :func:`format_list`; an editor's list without a semicolon is split at commas."""
    if ";" not in value:
        parts = value.split(",")
    else:
        parts = [re.sub(r"\\([\\;])", r"\1", part) for part in re.findall(r"(?:\\.|[^\\;])+", value)]
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
