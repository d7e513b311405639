"""What convert remembers of files, so that those that did not change are not read again.

A SQLite database in the cache folder, which can always be deleted. A file is known by its size and the time of its
last change; what is remembered of it is the caller's.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

_TABLES = ("documents", "posts")
_BLINK = 50_000_000  # nanoseconds; a file that changed so shortly before could change again unseen
_VERSION = 1

Record = dict[str, Any]
Row = tuple[str, str, Record]  # name, stamp, record


class Memory:
    """Records of documents and posts by their names; without a file it has none and keeps none."""

    def __init__(self, path: Path | None, key: str, now: int) -> None:
        """Open the database; one that cannot be used is made anew.

        :param key: what the records depend on beside the files, such as settings: with another key they are forgotten
        :param now: when the files are looked at, nanoseconds since 1970
        """
        self._path = path
        self._key = f"{_VERSION} {key}"
        self._settled_before = now - _BLINK
        self._records: dict[str, dict[str, tuple[str, str]]] = {table: {} for table in _TABLES}
        self._is_complete = dict.fromkeys(_TABLES, False)
        if path is not None:
            with contextlib.suppress(sqlite3.Error, OSError):
                self._records = self._load(path)

    def recall(self, table: str, stamps: Mapping[str, str]) -> dict[str, Record]:
        """Return the records of the files whose stamps are the same as when they were recorded.

        :param table: ``documents`` or ``posts``
        :param stamps: of all files that there are now, by their names
        """
        records = self._records[table]
        found = {name: records[name][1] for name, is_now in stamps.items() if records.get(name, (None,))[0] == is_now}
        self._is_complete[table] = len(found) == len(stamps) == len(records)
        return {name: json.loads(record) for name, record in found.items()}

    def keep(self, documents: Iterable[Row], posts: Iterable[Row], ours: Collection[str]) -> None:
        """Keep rows of name, stamp and record in place of all that was kept before.

        A file that changed a moment ago is left out: it could change again without a new stamp.

        :param ours: posts that convert itself wrote a moment ago
        """
        if self._path is None or (not ours and all(self._is_complete.values())):
            return
        rows = {
            "documents": [row for row in documents if self._is_settled(row[1])],
            "posts": [row for row in posts if row[0] in ours or self._is_settled(row[1])],
        }
        with contextlib.suppress(sqlite3.Error, OSError):  # it is only quicker with it
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._save(self._path, rows)
            except sqlite3.DatabaseError:  # what is there is no database, or another program's
                self._path.unlink(missing_ok=True)

    def _load(self, path: Path) -> dict[str, dict[str, tuple[str, str]]]:
        if not path.is_file():
            return {table: {} for table in _TABLES}
        with _connected(path) as connection:
            kept = connection.execute("SELECT value FROM key").fetchone()
            if kept != (self._key,):
                return {table: {} for table in _TABLES}
            return {
                table: {
                    name: (stamp, record)
                    for name, stamp, record in connection.execute(f"SELECT name, stamp, record FROM {table}")  # noqa: S608
                }
                for table in _TABLES
            }

    def _save(self, path: Path, rows: Mapping[str, Iterable[Row]]) -> None:
        with _connected(path) as connection, connection:
            connection.execute("CREATE TABLE IF NOT EXISTS key (value TEXT)")
            connection.execute("DELETE FROM key")
            connection.execute("INSERT INTO key VALUES (?)", (self._key,))
            for table in _TABLES:
                connection.execute(
                    f"CREATE TABLE IF NOT EXISTS {table} (name TEXT PRIMARY KEY, stamp TEXT, record TEXT)"
                )
                self._save_changes(connection, table, rows[table])

    def _save_changes(self, connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
        """Write the rows that differ from what is kept, and remove the others: most are as they were."""
        kept = self._records[table]
        if not kept:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of this module
        gone = dict.fromkeys(kept)
        changed = []
        for name, is_now, record in rows:
            gone.pop(name, None)
            text = json.dumps(record)
            if kept.get(name) != (is_now, text):
                changed.append((name, is_now, text))
        connection.executemany(f"DELETE FROM {table} WHERE name = ?", [(name,) for name in gone])  # noqa: S608
        connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", changed)  # noqa: S608

    def _is_settled(self, is_now: str) -> bool:
        """Whether a file is there, and changed so long ago that another change would show in its stamp."""
        first, *_ = parts = [part for part in is_now.split("|") if part] or [""]
        return bool(first) and all(int(part.partition(" ")[2]) < self._settled_before for part in parts)


@contextlib.contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level="IMMEDIATE")
    try:
        yield connection
    finally:
        connection.close()
