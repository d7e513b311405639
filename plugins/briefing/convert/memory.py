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

TABLES = ("documents", "posts", "identities")
"""What is remembered: of documents, of posts, and by what the stories of posts are known."""

_NOTHING = (None, "")
_BLINK = 50_000_000  # nanoseconds; a file that changed so shortly before could change again unseen
_VERSION = 1

Record = Any  # what JSON can hold
Row = tuple[str, str, Record | None]  # name, stamp, record


class Memory:
    """Records by the names of files, in tables; without a file it has none and keeps none."""

    def __init__(self, path: Path | None, key: str, now: int) -> None:
        """Take the database; one that cannot be used is made anew.

        :param key: what the records depend on beside the files, such as settings: with another key they are forgotten
        :param now: when the files are looked at, nanoseconds since 1970
        """
        self._path = path
        self._key = f"{_VERSION} {key}"
        self._settled_before = now - _BLINK

    def recall(self, table: str, stamps: Mapping[str, str]) -> dict[str, Record]:
        """Return the records of the files whose stamps are the same as when they were recorded.

        :param table: one of :data:`TABLES`
        :param stamps: of all files that there are now, by their names
        """
        kept = self._load(table)
        found = {name: kept[name][1] for name, is_now in stamps.items() if kept.get(name, _NOTHING)[0] == is_now}
        records: list[Record] = json.loads(f"[{','.join(found.values())}]")
        return dict(zip(found, records, strict=True))

    def keep(self, rows: Mapping[str, Iterable[Row]], ours: Collection[str]) -> None:
        """Keep the rows of each table in place of all that it had before.

        A file that changed a moment ago is left out: it could change again without a new stamp.

        :param rows: a row without a record is as it was recalled
        :param ours: posts that convert itself wrote a moment ago
        """
        if self._path is None:
            return
        with contextlib.suppress(sqlite3.Error, OSError, ValueError):  # it is only quicker with it
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._save(self._path, rows, ours)
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):  # another program's tables; else another conversion is at work
                    self._path.unlink(missing_ok=True)
            except sqlite3.DatabaseError:  # what is there is no database
                self._path.unlink(missing_ok=True)

    def _load(self, table: str) -> dict[str, tuple[str, str]]:
        if self._path is None or not self._path.is_file():
            return {}
        with contextlib.suppress(sqlite3.Error, OSError), _connected(self._path) as connection:
            if connection.execute("SELECT value FROM key").fetchone() == (self._key,):
                rows = connection.execute(f"SELECT name, stamp, record FROM {table}")  # noqa: S608 - a name of ours
                return {name: (is_now, record) for name, is_now, record in rows}
        return {}

    def _save(self, path: Path, rows: Mapping[str, Iterable[Row]], ours: Collection[str]) -> None:
        with _connected(path) as connection, connection:
            connection.execute("CREATE TABLE IF NOT EXISTS key (value TEXT)")
            connection.execute("DELETE FROM key")
            connection.execute("INSERT INTO key VALUES (?)", (self._key,))
            for table in TABLES:
                columns = "name TEXT PRIMARY KEY, stamp TEXT, record TEXT"
                connection.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns})")
                self._save_table(connection, table, rows.get(table, ()), ours)

    def _save_table(
        self, connection: sqlite3.Connection, table: str, rows: Iterable[Row], ours: Collection[str]
    ) -> None:
        """Write the rows that are new, and remove those of files that are gone or changed a moment ago."""
        gone = {name for (name,) in connection.execute(f"SELECT name FROM {table}")}  # noqa: S608
        new = []
        for name, is_now, record in rows:
            if record is None:
                gone.discard(name)
            elif name in ours or self._is_settled(is_now):
                new.append((name, is_now, json.dumps(record)))
        connection.executemany(f"DELETE FROM {table} WHERE name = ?", [(name,) for name in gone])  # noqa: S608
        connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", new)  # noqa: S608

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
