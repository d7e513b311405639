"""What the index has of the files that a site is made from: by what each is known as unchanged, and its digest."""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Mapping, Sequence

from briefing.stamps import Stamp

_PART = len("2026-06")  # signs of a name: the posts of a month
_MARSHAL = 2  # the form that all versions of Python read (Python, marshal: version)

Source = tuple[str, str]
"""A file that a site is made from: its kind, such as ``post``, and its name."""


class KnownSources:
    """The tables ``sources`` and ``stamps`` of an index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take the connection to the index."""
        self._connection = connection
        self._stamps: dict[str, dict[str, Stamp]] = {}  # by kind, as they were last asked for

    def read_again(self) -> None:
        """Read stamps where they are asked for, since the tables can be as they were before."""
        self._stamps.clear()

    def stamps(self, kind: str) -> Mapping[str, Stamp]:
        """Return the stamps of the files of a kind that the site is made from, by their names."""
        if kind not in self._stamps:
            known = self._stamps[kind] = {}
            for (part,) in self._connection.execute("SELECT stamps FROM stamps WHERE kind = ?", (kind,)):
                known.update(marshal.loads(part))  # noqa: S302 - kept by us
        return self._stamps[kind]

    def part_after(self, kind: str, share: float) -> str:
        """Return how names begin before which there is about a share of the files of a kind, and no more."""
        query = "SELECT part, LENGTH(stamps) FROM stamps WHERE kind = ? ORDER BY part"
        parts = self._connection.execute(query, (kind,)).fetchall()
        left = share * sum(size for _, size in parts)
        for part, size in parts:
            left -= size
            if left < 0:
                return str(part)
        return ""

    def digest(self, source: Source) -> str:
        """Return the digest of a file that the site is made from; empty if it is not known."""
        found = self._connection.execute("SELECT digest FROM sources WHERE kind = ? AND name = ?", source).fetchone()
        return str(found[0]) if found else ""

    def keep(self, changed: Mapping[Source, tuple[Stamp, str]], gone: Sequence[Source]) -> None:
        """Keep stamp and digest of files, and forget those that are gone."""
        self._stamps.clear()
        rows = [(*source, digest) for source, (_, digest) in changed.items()]
        self._connection.executemany("INSERT OR REPLACE INTO sources VALUES (?, ?, ?)", rows)
        self._connection.executemany("DELETE FROM sources WHERE kind = ? AND name = ?", gone)
        new: dict[Source, dict[str, Stamp | None]] = {}
        stamps = {**{source: stamp for source, (stamp, _) in changed.items()}, **dict.fromkeys(gone)}
        for (kind, name), stamp in stamps.items():
            new.setdefault((kind, name[:_PART]), {})[name] = stamp
        for part, some in new.items():
            self._keep_stamps(part, some)

    def _keep_stamps(self, part: Source, new: Mapping[str, Stamp | None]) -> None:
        """Keep stamps of files whose names begin alike.

        They are kept together, since all are asked for in each build, and a row for each would take four times as long.

        :param new: None: it is gone
        """
        found = self._connection.execute("SELECT stamps FROM stamps WHERE kind = ? AND part = ?", part).fetchone()
        stamps: dict[str, Stamp | None] = marshal.loads(found[0]) if found else {}  # noqa: S302 - kept by us
        stamps.update(new)
        kept = marshal.dumps({name: stamp for name, stamp in stamps.items() if stamp}, _MARSHAL)
        self._connection.execute("INSERT OR REPLACE INTO stamps VALUES (?, ?, ?)", (*part, kept))
