"""Front matter: one ``key: value`` a line, the same to YAML 1.1 and to Python-Markdown's ``meta``.

A value is in double quotes only where YAML would misread it, because stock Pelican shows the quotes. Quoted
values are JSON strings (RFC 8259), which YAML's double-quoted ones include.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from briefing.post.escaping import find_control
from briefing.post.problems import Problems

_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:[ \t]+(?P<value>.*))?")
_MISREAD = re.compile(
    r"""
      [-?:,\[\]{}\#&*!|>'"%@`=~<].*  # signs with a meaning, where a value begins
    | y|n|yes|no|on|off|true|false|null
    | [-+]?(?:\d[\d_]*(?::[0-5]?\d)*)?(?:\.[\d_]*)?(?:e[-+]?\d+)?  # YAML 1.1: int and float, base 10 and 60
    | [-+]?0(?:x[\da-f_]+|o?[0-7_]+|b[01_]+) | [-+]?\.(?:inf|nan)
    | \d{4}-\d\d?-\d\d?(?:[Tt\s].*)?  # a date
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ENDS = re.compile(r"[:#](?:(?<=:)(?=\s|\Z)|(?<=\s#))")  # a key, or a value before a comment, anywhere


def format_text(value: str) -> str:
    """Return a text as a value, quoted where YAML would misread it."""
    return _quoted(value) if _is_misread(value) else value


def _is_misread(value: str) -> bool:
    plain = value.isprintable() or all(map(_is_plain, value))  # what prints is plain, and told at once
    return not value or not plain or bool(_ENDS.search(value) or _MISREAD.fullmatch(value))


def _is_plain(character: str) -> bool:
    """Whether YAML takes a character as it stands (YAML 1.1, section 5.1): no line end, no mark of byte order."""
    if character == " ":
        return True
    return not character.isspace() and character not in "\ufeff\ufffe\uffff" and not find_control(character)


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
        text: str = json.loads(value)  # begins with a quote: a text or an error
        if find_control(text):
            raise ValueError
        return match["key"].lower(), text
    if len(value) > 1 and value[0] == value[-1] == "'":  # an editor's YAML
        return match["key"].lower(), value[1:-1].replace("''", "'")
    return match["key"].lower(), value


def read_front_matter(lines: Sequence[str], problems: Problems) -> tuple[dict[str, tuple[int, str]], int]:
    """Return key, line and value of the lines between two lines ``---``, and the index after them."""
    if lines[0].rstrip() != "---":
        problems.add(1, "front matter: a first line “---”", lines[0])
        return {}, 0
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    start = end + 1 if end is not None else None
    if end is None:
        end = next((index for index, line in enumerate(lines[1:], 1) if not _LINE.fullmatch(line)), len(lines))
        problems.add(min(end + 1, len(lines)), "a line “---” that ends the front matter", "".join(lines[end : end + 1]))
    front: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines[1:end], 2):
        if line.strip() and not line.startswith("#"):
            _read_pair(front, number, line, problems)
    return front, end if start is None else start


def _read_pair(front: dict[str, tuple[int, str]], number: int, line: str, problems: Problems) -> None:
    try:
        pair = parse_line(line)
    except ValueError:
        problems.add(number, "a value whose double quotes are closed", line)
        return
    if pair is None:
        problems.add(number, "“key: value” or the line “---” that ends the front matter", line)
    elif pair[0] in front:
        problems.add(number, f"“{pair[0]}” once (it stands in line {front[pair[0]][0]})", line)
    else:
        front[pair[0]] = (number, pair[1])


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
