"""The rows of the outlet table, ``content/outlets.toml``: an editor's own, with who says so.

A row, of which only ``name`` must be there (https://toml.io/en/v1.0.0)::

    [[outlet]]
    name = "Post Bulletin"
    other_names = ["The Post Bulletin", "postbulletin.example"]
    country = "United States"
    home = "https://postbulletin.example/"
    leaning = {value = "Center", by = "Example Ratings", link = "https://ratings.example/post-bulletin"}
    factuality = {value = "High", by = "Example Ratings", link = "https://ratings.example/post-bulletin"}
    ownership = {value = "A family", by = "Its imprint", link = "https://postbulletin.example/imprint"}
"""

from __future__ import annotations

import difflib
import functools
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.documents.lines import clean
from briefing.post.problems import Problems
from edition.toml_lines import Path, TomlLines

LEANINGS = ("Far Left", "Left", "Lean Left", "Center", "Centre", "Lean Right", "Right", "Far Right")
"""The words in which the table says how an outlet leans."""

_KEYS = ("name", "other_names", "country", "home", "leaning", "factuality", "ownership")
_RATING_KEYS = ("value", "by", "link")
_RATING = '{value = "…", by = "who says so", link = "https://…"}'
_PLACE = re.compile(r"^(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody says of an outlet: the word, ``by`` whom, and the address where they say so."""

    value: str
    by: str
    link: str


@dataclass(frozen=True, slots=True)
class OutletRow:
    """What the table has of an outlet; None where it has nothing."""

    name: str
    other_names: tuple[str, ...] = ()
    country: str | None = None
    home: str | None = None  # an address
    leaning: Rating | None = None
    factuality: Rating | None = None
    ownership: Rating | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table, and the line of each name: ``lines[row][name]``.

    ``problems`` are what is wrong, each with its line, what was expected and what was found.
    """

    rows: tuple[OutletRow, ...] = ()
    lines: tuple[Mapping[str, int], ...] = ()
    problems: tuple[tuple[int, str, str], ...] = ()


@functools.lru_cache(maxsize=2)
def parse(content: bytes) -> Rows:
    """Return the rows that a file has, and all that is wrong with it."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return Rows(problems=((content.count(b"\n", 0, error.start) + 1, "text in UTF-8", ""),))
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # of TOML, and of numbers or lists beyond Python's limits
        return Rows(problems=(_of_syntax(str(error), text),))
    return _Parser(TomlLines(text)).rows(values)


def _of_syntax(message: str, text: str) -> tuple[int, str, str]:
    found = _PLACE.match(message)
    lines = text.split("\n")
    number = int(found["line"]) if found and found["line"] else len(text.rstrip().split("\n"))
    what = found["what"] if found else message
    column = f", column {found['column']}" if found and found["column"] else ""
    return number, f"TOML ({what}{column})", lines[number - 1]


class _Parser:
    """Reads the values of one file, and gathers what is wrong with them."""

    def __init__(self, lines: TomlLines) -> None:
        self._lines = lines
        self._problems: list[tuple[int, str, str]] = []

    def rows(self, values: Mapping[str, Any]) -> Rows:
        self._unknown((), values, ("outlet",))
        tables = values.get("outlet", [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self._problem(("outlet",), "tables that begin with a line [[outlet]]", tables)
            tables = []
        rows, lines = [], []
        for number, table in enumerate(tables):
            path: Path = ("outlet", number)
            row = self._row(path, table)
            rows.append(row)
            others = dict.fromkeys(row.other_names, self._lines.of((*path, "other_names")))
            lines.append(others | {row.name: self._lines.of((*path, "name"))})
        return Rows(tuple(rows), tuple(lines), tuple(self._problems))

    def _row(self, path: Path, table: Mapping[str, Any]) -> OutletRow:
        self._unknown(path, table, _KEYS)
        if "name" not in table:
            self._problem(path, 'a name = "…" in this [[outlet]]')
        names = table.get("other_names", [])
        if not isinstance(names, list) or not all(isinstance(name, str) and clean(name) for name in names):
            self._problem((*path, "other_names"), 'other_names: a list of texts such as ["CNN", "cnn.com"]', names)
            names = []
        return OutletRow(
            self._text(path, table, "name") or "",
            tuple(dict.fromkeys(map(clean, names))),
            self._text(path, table, "country"),
            self._address(path, table, "home"),
            self._rating(path, table, "leaning", LEANINGS),
            self._rating(path, table, "factuality"),
            self._rating(path, table, "ownership"),
        )

    def _rating(self, path: Path, table: Mapping[str, Any], key: str, words: Collection[str] = ()) -> Rating | None:
        if key not in table:
            return None
        path, rating = (*path, key), table[key]
        if not isinstance(rating, dict):
            self._problem(path, f"{key}: {_RATING}", rating)
            return None
        self._unknown(path, rating, _RATING_KEYS, f"{key}: ")
        for missing in (one for one in _RATING_KEYS if one not in rating):
            self._problem(path, f"{key}: also {missing}, as in {_RATING}")
        value, by = self._text(path, rating, "value"), self._text(path, rating, "by")
        link = self._address(path, rating, "link")
        if value and words and value not in words:
            self._problem((*path, "value"), f"{key}: one of {', '.join(words)}{_hint(value, words)}", value)
        return Rating(value, by, link) if value and by and link else None

    def _text(self, path: Path, table: Mapping[str, Any], key: str) -> str | None:
        value = table.get(key)
        text = clean(value) if isinstance(value, str) else ""
        if key in table and not text:
            self._problem((*path, key), f"{key}: a text in quotes", value)
        return text or None

    def _address(self, path: Path, table: Mapping[str, Any], key: str) -> str | None:
        text = self._text(path, table, key)
        if text and not re.fullmatch(r"https?://[^\s/?#]+\S*", text, re.IGNORECASE):
            self._problem((*path, key), f"{key}: an address that begins with https:// or http://", text)
            return None
        return text

    def _unknown(self, path: Path, table: Mapping[str, Any], known: Sequence[str], of: str = "") -> None:
        for key in table:
            if key not in known:
                expected = (
                    f"{of}one of {', '.join(known)}" if len(known) > 1 else f"tables that begin with [[{known[0]}]]"
                )
                self._problem((*path, key), f"{expected}{_hint(key, known)}", key)

    def _problem(self, path: Path, expected: str, found: object = "") -> None:
        self._problems.append((self._lines.of(path), expected, found if isinstance(found, str) else f"{found!r}"))


def _hint(wrong: str, right: Collection[str]) -> str:
    by_plain = {one.casefold(): one for one in right}
    near = difflib.get_close_matches(wrong.casefold(), by_plain, 1)
    return f" (did you mean {by_plain[near[0]]}?)" if near else ""


def add_to(problems: Problems, rows: Rows) -> None:
    """Add what is wrong with rows to the problems of their file."""
    for number, expected, found in rows.problems:
        problems.add(number, expected, found)
