"""The outlet table: which outlet of an editor's is meant by a name, and what the table has of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.post.problems import Problems
from edition.outlet_rows import OutletRow, add_to, parse
from edition.slugs import slug_of


class OutletTable:
    """Rows by the names of their outlets. Names with one slug ("Post Bulletin", "post bulletin") are one name."""

    def __init__(self, rows: Mapping[str, OutletRow], settings: Mapping[str, Any]) -> None:
        """Take rows by the slugs of all their names, and complete settings."""
        self._rows = rows
        self._settings = settings

    def __bool__(self) -> bool:
        return bool(self._rows)

    def of(self, name: str) -> OutletRow | None:
        """Return the row of an outlet, by any of its names."""
        return self._rows.get(slug_of(name, self._settings)) if self._rows else None

    def of_slug(self, slug: str) -> OutletRow | None:
        """Return the same by the slug of the name."""
        return self._rows.get(slug)

    def page_of(self, name: str) -> tuple[str, str]:
        """Return slug and name of the page of an outlet, which all names of a row share; "" if it can have none."""
        slug = slug_of(name, self._settings)
        row = self._rows.get(slug)
        return (slug_of(row.name, self._settings), row.name) if row else (slug, name)

    def joined(self) -> list[list[str]]:
        """Return the names of each row that has several, its own first; in the order of the rows' own names."""
        rows = {row.name: row for row in self._rows.values() if row.other_names}
        return [[name, *rows[name].other_names] for name in sorted(rows)]

    def prints(self) -> dict[str, list[str]]:
        """Return by the slug of each name the slug of its page, what tells its row from all others, and all its names.

        The names are in lines, and empty where the row has one alone.
        """
        found = {}
        for slug, row in self._rows.items():
            print_of = hashlib.sha256(repr(row).encode()).hexdigest()[:16]
            names = "\n".join((row.name, *row.other_names)) if row.other_names else ""
            found[slug] = [slug_of(row.name, self._settings), print_of, names]
        return found


def read(settings: Mapping[str, Any]) -> OutletTable:
    """Return the table of a site, the setting ``OUTLETS_PATH``: an empty one where there is no such file.

    :raises PostError: if it cannot be read; all its problems are listed
    :raises OSError: if it is there and cannot be opened
    """
    path = Path(settings["OUTLETS_PATH"]) if settings.get("OUTLETS_PATH") else None
    if path is None:
        return OutletTable({}, settings)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return OutletTable({}, settings)
    problems = Problems(path.name)
    parsed = parse(content)
    add_to(problems, parsed)
    rows: dict[str, OutletRow] = {}
    lines: dict[str, int] = {}
    for row, numbers in zip(parsed.rows, parsed.lines, strict=True):
        for name in filter(None, (row.name, *row.other_names)):
            slug, number = slug_of(name, settings), numbers[name]
            if not slug:
                problems.add(number, "a name that has a letter or a digit", name)
            elif rows.setdefault(slug, row) is not row:
                problems.add(number, f"a name that no other outlet has, as the one in line {lines[slug]}", name)
            lines.setdefault(slug, number)
    problems.check()
    return OutletTable(rows, settings)
