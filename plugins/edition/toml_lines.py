"""In which lines of a TOML file keys and tables stand: Python's reader (``tomllib``) does not tell.

The forms are those of https://toml.io/en/v1.0.0: what begins a line, outside a string or a list of several lines, is a
key with its dots or a table's header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""Where a value is: ``("outlet", 0, "leaning", "by")``; tables of a list count from 0."""

# What has a meaning outside of strings: strings and comments are passed over whole, brackets are counted.
_TOKEN = re.compile(
    r"\"{3}(?:\\.|(?!\"{3}).)*\"{3,5}|'{3}(?:(?!'{3}).)*'{3,5}|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|#[^\n]*|[\[\]{}]|\n",
    re.DOTALL,
)
_PART = re.compile(r"[ \t]*(?:([A-Za-z0-9_-]+)|\"([^\"\n]*)\"|'([^'\n]*)')[ \t]*(\.|)")


class TomlLines:
    """The lines of a file that ``tomllib`` can read."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        table: Path = ()
        for number, statement in _statements(text):
            if statement.startswith("[["):
                table = self._next_of_list(self._whole(_key(statement[2:])))
                self._note(table, number)
            elif statement.startswith("["):
                table = self._whole(_key(statement[1:]))
                self._note(table, number)
            else:
                self._note((*table, *_key(statement)), number)

    def of(self, path: Path) -> int:
        """Return the line of a value, from 1; of one within another that has its lines alone, that one's line."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def _note(self, path: Path, number: int) -> None:
        for length in range(1, len(path) + 1):
            self._lines.setdefault(path[:length], number)

    def _whole(self, key: Path) -> Path:
        """Return where a header's table is: what is below a list of tables is in its newest one."""
        path: Path = ()
        for part in key[:-1]:
            path = (*path, part)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        return (*path, *key[-1:])

    def _next_of_list(self, path: Path) -> Path:
        count = self._counts.get(path, 0)
        self._counts[path] = count + 1
        return (*path, count)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield what begins a key or a header, to the end of its line, with the line's number."""
    number, depth, start = 1, 0, 0
    begins = True
    for token in _TOKEN.finditer(f"{text}\n"):
        if begins:
            statement = text[start:].lstrip(" \t").partition("\n")[0]
            if statement.strip() and not statement.startswith("#"):
                yield number, statement
        begins = False
        found = token[0]
        depth += (found in {"[", "{"}) - (found in {"]", "}"})
        number += found.count("\n")
        if found == "\n" and not depth:
            begins, start = True, token.end()


def _key(statement: str) -> Path:
    """Return the parts of a key with dots at the beginning of a text."""
    parts: list[str | int] = []
    place = 0
    while found := _PART.match(statement, place):
        parts.append(next(part for part in found.groups()[:3] if part is not None))
        place = found.end()
        if not found[4]:
            break
    return tuple(parts)
