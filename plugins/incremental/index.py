"""The index: what a site was made from, in a SQLite database that can always be deleted.

Everything of one build is one transaction, ended when its files are in place. A build that was interrupted before
leaves files whose stamps are not those of the index: they are made again.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.stamps import Stamp
from incremental.known_sources import KnownSources
from incremental.look import MADE

CONVERTED = "converted"  # the name of the fact that tells of the last conversion
LISTED = "list"  # of the one that tells how the list in the output folder was left
PAGES = "pages"  # of the one that tells which pages of an editor's are to be found
_COUNTS = "counts"
_VERSION = 8
_CACHE = 16_000  # kB of memory
SEARCH, IMAGES = STAGES = ("search", "images")  # the names of the facts that tell what stages made
# Tables with long rows have row ids: they take half the room then (SQLite, "The WITHOUT ROWID Optimization").
_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (kind TEXT, name TEXT, digest TEXT NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID;
CREATE TABLE stamps (kind TEXT, part TEXT, stamps BLOB NOT NULL, PRIMARY KEY (kind, part));
CREATE TABLE outputs (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL, owner TEXT NOT NULL, name TEXT NOT NULL,
    version TEXT NOT NULL, reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX outputs_by_owner ON outputs (owner);
CREATE INDEX outputs_by_name ON outputs (name);
CREATE TABLE stories (
    post TEXT PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, record TEXT NOT NULL,
    document TEXT, place TEXT, fresh TEXT, added TEXT, row TEXT
);
CREATE INDEX stories_by_id ON stories (id);
CREATE INDEX stories_with_document ON stories (post) WHERE document IS NOT NULL;
CREATE INDEX stories_without_document ON stories (post) WHERE document IS NULL;
CREATE INDEX stories_by_place ON stories (place) WHERE place IS NOT NULL;
CREATE INDEX stories_by_freshness ON stories (fresh DESC, id) WHERE place IS NOT NULL;
CREATE INDEX stories_by_moment ON stories (added DESC, place) WHERE place IS NOT NULL;
CREATE TABLE memberships (
    kind TEXT, key TEXT, place TEXT, post TEXT NOT NULL, id TEXT NOT NULL, fresh TEXT NOT NULL, name TEXT NOT NULL,
    detail TEXT, rating TEXT, is_first INTEGER,
    PRIMARY KEY (kind, key, place)
) WITHOUT ROWID;
CREATE TABLE counts (kind TEXT, key TEXT, stories INTEGER NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE INDEX memberships_by_freshness ON memberships (key, fresh DESC, id) WHERE kind = 'topic';
CREATE INDEX memberships_by_post ON memberships (post);
CREATE TABLE items (post TEXT PRIMARY KEY, item BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: what it is made from (``owner``), and why it was last made.

    ``size`` is in bytes, ``changed`` when it last was, in nanoseconds since 1970. ``name`` is what tells it from all
    others where neither case nor the form of accents counts. ``version`` tells what it was made from more closely;
    empty where that is not needed.
    """

    path: str
    size: int
    changed: int
    owner: str
    name: str
    version: str
    reason: str


class Index:
    """The database of one site; ``sources`` is what it has of the files that the site is made from."""

    def __init__(self, path: Path, *, to_write: bool = True) -> None:
        """Open the database; one that is not ours, or of another version, is made anew.

        :param to_write: else it must be there, and is only read
        :raises sqlite3.Error: if there can be none, or another build is at work on it
        """
        self.path = path
        if not to_write:
            self.connection = sqlite3.connect(path, isolation_level=None)
        else:
            self.connection = self._opened()
        self.sources = KnownSources(self.connection)

    def _opened(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._open()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:  # what is there is no database
            self.path.unlink()
            return self._open()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=0)
        try:
            connection.execute("PRAGMA synchronous = OFF")  # what a crash of the machine loses is made again
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            connection.execute("BEGIN IMMEDIATE")  # and nobody else builds the same site
            if connection.execute("PRAGMA user_version").fetchone() != (_VERSION,):
                self._make_tables(connection)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    @staticmethod
    def _make_tables(connection: sqlite3.Connection) -> None:
        there = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in there:
            connection.execute(f'DROP TABLE "{name}"')
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_VERSION}")

    def commit(self) -> None:
        """Keep what was changed since the last commit, and go on."""
        self.connection.execute("COMMIT")
        self.connection.execute("BEGIN IMMEDIATE")

    def roll_back(self) -> None:
        """Forget what was changed since the last commit, and go on."""
        self.sources.read_again()
        self.connection.execute("ROLLBACK")
        self.connection.execute("BEGIN IMMEDIATE")

    def mark(self) -> None:
        """Begin something that :meth:`roll_back_to_mark` can forget, as long as nothing is committed."""
        self.connection.execute("SAVEPOINT mark")

    def roll_back_to_mark(self) -> None:
        """Forget what was changed since the mark, and go on."""
        self.sources.read_again()
        self.connection.execute("ROLLBACK TO mark")

    def close(self) -> None:
        """Close the database; what was not committed is forgotten."""
        self.connection.close()

    def forget(self) -> None:
        """Forget all stories and files of the site, so that everything is made again.

        What the sources were stays, what came of the last conversion, and what is known of what stages made.
        """
        self.connection.execute("DELETE FROM facts WHERE name NOT IN (?, ?, ?)", (CONVERTED, *STAGES))
        for table in ("outputs", "stories", "memberships", "counts", "items"):
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours

    def note_stories(self) -> None:
        """Note how many stories are published, once all are kept."""
        query = "SELECT COALESCE(SUM(stories), 0) FROM counts WHERE kind = 'day'"  # each belongs to one
        self.note(_COUNTS, (self.connection.execute(query).fetchone()[0], self.counts()[1]))

    def counts(self) -> tuple[int, int]:
        """Return how many stories are published, as last noted, and how many files the site has."""
        stories, files = self.fact(_COUNTS) or (0, 0)
        return stories, files

    def fact(self, name: str) -> Any:
        """Return what is noted under a name; None if nothing is."""
        found = self.connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return json.loads(found[0]) if found else None

    def listed(self) -> Stamp | None:
        """Return the stamp of the list in the output folder, as it was left; None if the index does not know the files.

        It is :data:`briefing.stamps.NOT_THERE` where the list has to be read.
        """
        known = self.fact(LISTED)
        return None if known is None else (known[0], known[1])

    def note(self, name: str, value: Any) -> None:
        """Note something that JSON can hold."""
        self.connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, json.dumps(value)))

    def paths(self) -> frozenset[str]:
        """Return the paths of all files of the site."""
        return frozenset(path for (path,) in self.connection.execute("SELECT path FROM outputs"))

    def files(self) -> list[tuple[str, int, int]]:
        """Return path, size and last change of all files of the site, as they were made."""
        return self.connection.execute(MADE).fetchall()

    def has_output(self, path: object) -> bool:
        """Whether a path is that of a file of the site."""
        return self.connection.execute("SELECT 1 FROM outputs WHERE path = ?", (path,)).fetchone() is not None

    def owner(self, path: str) -> str | None:
        """Return what a file of the site is made from."""
        found = self.connection.execute("SELECT owner FROM outputs WHERE path = ?", (path,)).fetchone()
        return found[0] if found else None

    def output(self, path: str) -> Output | None:
        """Return what is known of a file of the site."""
        found = self.connection.execute("SELECT * FROM outputs WHERE path = ?", (path,)).fetchone()
        return Output(*found) if found else None

    def outputs_of(self, owner: str) -> list[str]:
        """Return the files that are made from something."""
        return [path for (path,) in self.connection.execute("SELECT path FROM outputs WHERE owner = ?", (owner,))]

    def owners_of_name(self, name: str) -> list[tuple[str, str]]:
        """Return path and owner of the files that are one where neither case nor the form of accents counts."""
        return self.connection.execute("SELECT path, owner FROM outputs WHERE name = ?", (name,)).fetchall()

    def keep_outputs(self, outputs: Iterable[Output], gone: Iterable[str]) -> None:
        """Keep what is known of files of the site, and forget those that are gone."""
        rows = [(one.path, one.size, one.changed, one.owner, one.name, one.version, one.reason) for one in outputs]
        old = {*gone, *(path for path, *_ in rows)}
        removed = self.connection.executemany("DELETE FROM outputs WHERE path = ?", [(path,) for path in old]).rowcount
        self.connection.executemany("INSERT INTO outputs VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        stories, files = self.counts()
        self.note(_COUNTS, (stories, files + len(rows) - removed))


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Index]:
    """Open an index, and close it; what was not committed is forgotten."""
    index = Index(path)
    try:
        yield index
    finally:
        index.close()
