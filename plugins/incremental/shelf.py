"""The published stories in the index: what listings and feeds ask of them, and what changes when one does."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from edition.archive import Entry, Kind, Listed, Membership, Rating, ratings_in_order
from edition.belonging import OfOutlet
from edition.row import Row, day_of, in_utc, place_before
from incremental.index import Index
from incremental.rows import from_json, read_detail, to_json

_ALL = -1  # rows, for SQLite


@dataclass(frozen=True, slots=True)
class Kept:
    """What the index has of a post. ``entry`` is None where the story is in no listing.

    ``version`` tells its text, and that of what it was made from, from all others. ``record`` is what else a build
    needs to know, as JSON can hold it.
    """

    post: str  # the file's name
    id: str
    version: str
    record: dict[str, Any]
    entry: Entry | None


class Shelf:
    """The stories of an index; an :class:`edition.archive.Archive` of the published ones."""

    def __init__(self, index: Index) -> None:
        """Take the index."""
        self._connection = index.connection

    def kept(self, post: str) -> Kept | None:
        """Return what is known of a post."""
        found = self._connection.execute(
            "SELECT post, id, version, record, row FROM stories WHERE post = ?", (post,)
        ).fetchone()
        return self._kept(found) if found else None

    def _kept(self, found: tuple[str, str, str, str, str | None]) -> Kept:
        post, story_id, version, record, row = found
        return Kept(
            post, story_id, version, json.loads(record), Entry(from_json(row), self._further(post)) if row else None
        )

    def _further(self, post: str) -> tuple[Membership, ...]:
        query = (
            "SELECT kind, key, name, detail FROM memberships WHERE post = ? AND detail IS NOT NULL ORDER BY kind, key"
        )
        found = self._connection.execute(query, (post,))
        return tuple(Membership(kind, key, name, read_detail(kind, detail)) for kind, key, name, detail in found)

    def keep(self, stories: Iterable[Kept], items: Iterable[tuple[str, bytes]] = (), *, is_new: bool = False) -> None:
        """Keep what is known of posts, in place of what was known before.

        :param is_new: nothing was known of them; :meth:`count_all` is called once all are kept
        """
        kept: list[tuple[str | None, ...]] = []
        members: list[tuple[str | int | None, ...]] = []
        belonging: list[tuple[str, str]] = []
        for one in stories:
            if not is_new:
                self.forget(one.post)
            record = json.dumps(one.record, ensure_ascii=False)
            row = one.entry.row if one.entry else None
            place, fresh, added = (row.place, row.fresh, in_utc(row.added)) if row else (None, None, None)
            document = one.record.get("document") or None
            told = to_json(row) if row else None
            kept.append((one.post, one.id, one.version, record, document, place, fresh, added, told))
            for member in one.entry.memberships if one.entry else ():
                named = (member.kind, member.key, place, one.post, one.id, fresh, member.name)
                members.append((*named, *_of_detail(member)))
            if one.entry and not is_new:
                belonging += {(member.kind, member.key) for member in one.entry.memberships}
        execute = self._connection.executemany
        execute("INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", kept)
        execute("INSERT OR REPLACE INTO memberships VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", members)
        execute(
            "INSERT INTO counts VALUES (?, ?, 1) ON CONFLICT (kind, key) DO UPDATE SET stories = stories + 1", belonging
        )
        self.keep_items(items)

    def count_all(self) -> None:
        """Count how many stories belong to what."""
        self._connection.execute("DELETE FROM counts")
        self._connection.execute("INSERT INTO counts SELECT kind, key, COUNT(*) FROM memberships GROUP BY kind, key")

    def forget(self, post: str) -> None:
        """Forget a post."""
        belonging = self._connection.execute("SELECT kind, key FROM memberships WHERE post = ?", (post,)).fetchall()
        execute = self._connection.executemany
        execute("UPDATE counts SET stories = stories - 1 WHERE kind = ? AND key = ?", belonging)
        execute("DELETE FROM counts WHERE kind = ? AND key = ? AND stories = 0", belonging)
        for table in ("stories", "memberships", "items"):
            self._connection.execute(f"DELETE FROM {table} WHERE post = ?", (post,))  # noqa: S608 - names of ours

    def keep_items(self, items: Iterable[tuple[str, bytes]]) -> None:
        """Keep what feeds tell of posts."""
        self._connection.executemany("INSERT OR REPLACE INTO items VALUES (?, ?)", items)

    def item(self, post: str) -> bytes | None:
        """Return what feeds tell of a post, if that is known."""
        found = self._connection.execute("SELECT item FROM items WHERE post = ?", (post,)).fetchone()
        return found[0] if found else None

    def newest(self, first: int = 0, most: int | None = None) -> tuple[Row, ...]:
        """Return as :class:`edition.archive.Archive` says."""
        return self._rows(
            "SELECT row FROM stories WHERE place IS NOT NULL ORDER BY place LIMIT ? OFFSET ?",
            (_ALL if most is None else most, first),
        )

    def oldest(self, first: int, most: int) -> tuple[Row, ...]:
        """Return as :class:`edition.archive.Archive` says."""
        query = "SELECT row FROM stories WHERE place IS NOT NULL ORDER BY fresh, id LIMIT ? OFFSET ?"
        return self._rows(query, (most, first))

    def rows_as_json(self) -> list[str]:
        """Return the rows of all published stories, each as :func:`incremental.rows.from_json` reads it."""
        found = self._connection.execute("SELECT row FROM stories WHERE place IS NOT NULL ORDER BY place")
        return [text for (text,) in found]

    def total(self) -> int:
        """Return as :class:`edition.archive.Archive` says."""
        return sum(self.counts("day").values())

    def added_before(self, row: Row) -> int:
        """Return how many stories stand before one in the order in which they were added; it need not be there."""
        query = "SELECT COUNT(*) FROM stories WHERE place IS NOT NULL AND (fresh, id) < (?, ?)"
        return int(self._connection.execute(query, (row.fresh, row.id)).fetchone()[0])

    def rows(self, kind: Kind, key: str, first: int = 0, most: int | None = None) -> tuple[Row, ...]:
        """Return as :class:`edition.archive.Archive` says."""
        return self._rows(
            "SELECT row FROM (SELECT post, place FROM memberships WHERE kind = ? AND key = ? ORDER BY place"
            " LIMIT ? OFFSET ?) AS wanted JOIN stories USING (post) ORDER BY wanted.place",
            (kind, key, _ALL if most is None else most, first),
        )

    def listed(self, kind: Kind, key: str, first: int = 0, most: int | None = None) -> tuple[Listed, ...]:
        """Return as :class:`edition.archive.Archive` says."""
        found = self._connection.execute(
            "SELECT row, detail FROM (SELECT post, place, detail FROM memberships WHERE kind = ? AND key = ?"
            " ORDER BY place LIMIT ? OFFSET ?) AS wanted JOIN stories USING (post) ORDER BY wanted.place",
            (kind, key, _ALL if most is None else most, first),
        )
        return tuple(Listed(from_json(row), read_detail(kind, detail)) for row, detail in found)

    def counts(self, kind: Kind) -> dict[str, int]:
        """Return as :class:`edition.archive.Archive` says."""
        query = "SELECT key, stories FROM counts WHERE kind = ? ORDER BY key"
        return dict(self._connection.execute(query, (kind,)).fetchall())

    def count(self, kind: Kind, key: str) -> int:
        """Return how many stories belong to something."""
        query = "SELECT stories FROM counts WHERE kind = ? AND key = ?"
        found = self._connection.execute(query, (kind, key)).fetchone()
        return int(found[0]) if found else 0

    def older(self, kind: Kind, key: str, place: str) -> int:
        """Return how many of the stories that belong to something come after a place in the order."""
        query = "SELECT COUNT(*) FROM memberships WHERE kind = ? AND key = ? AND place <= ?"  # of new ones: the fewer
        return self.count(kind, key) - int(self._connection.execute(query, (kind, key, place)).fetchone()[0])

    def name(self, kind: Kind, key: str) -> str:
        """Return as :class:`edition.archive.Archive` says."""
        query = "SELECT name FROM memberships WHERE kind = ? AND key = ? ORDER BY place DESC LIMIT 1"
        return str(self._connection.execute(query, (kind, key)).fetchone()[0])

    def names(self, kind: Kind) -> dict[str, tuple[str, int]]:
        """Return as :class:`edition.archive.Archive` says."""
        name = "SELECT name FROM memberships WHERE (kind, key) = (counts.kind, counts.key) ORDER BY place DESC LIMIT 1"
        query = f"SELECT key, ({name}), stories FROM counts WHERE kind = ? ORDER BY key"  # noqa: S608 - ours
        return {key: (name, count) for key, name, count in self._connection.execute(query, (kind,))}

    def ratings(self, outlet: str) -> tuple[Rating, ...]:
        """Return as :class:`edition.archive.Archive` says."""
        query = (
            "SELECT rating, COUNT(*), MIN(place), MAX(place) FROM memberships WHERE kind = 'outlet' AND key = ?"
            " AND rating IS NOT NULL GROUP BY rating"
        )
        found = self._connection.execute(query, (outlet,))
        return ratings_in_order(Rating(word, count, day_of(last), day_of(first)) for word, count, first, last in found)

    def firsts(self, outlet: str) -> int:
        """Return as :class:`edition.archive.Archive` says."""
        query = "SELECT COUNT(*) FROM memberships WHERE kind = 'outlet' AND key = ? AND is_first"
        return int(self._connection.execute(query, (outlet,)).fetchone()[0])

    def added(self, since: datetime.datetime, before: datetime.date) -> Iterator[Row]:
        """Yield as :class:`edition.archive.Archive` says."""
        query = "SELECT row FROM stories WHERE place >= ? AND added >= ? ORDER BY added DESC, place"
        for (row,) in self._connection.execute(query, (place_before(before), in_utc(since))):
            yield from_json(row)

    def freshest(self, most: int | None, topic: str | None = None) -> list[tuple[str, str]]:
        """Return post and version of the stories that a feed holds, the last added first.

        :param topic: the topic's slug; None for the feed of all
        """
        limit = _ALL if most is None else most
        if topic is None:
            query = "SELECT post, version FROM stories WHERE place IS NOT NULL ORDER BY fresh DESC, id LIMIT ?"
            return self._connection.execute(query, (limit,)).fetchall()
        query = (
            "SELECT post, version FROM (SELECT post, fresh, id FROM memberships WHERE kind = 'topic' AND key = ?"
            " ORDER BY fresh DESC, id LIMIT ?) AS held JOIN stories USING (post) ORDER BY held.fresh DESC, held.id"
        )
        return self._connection.execute(query, (topic, limit)).fetchall()

    def name_in_feeds(self, topic: str) -> str:
        """Return what the story of a topic that was added first calls it."""
        query = "SELECT name FROM memberships WHERE kind = 'topic' AND key = ? ORDER BY fresh, id DESC LIMIT 1"
        return str(self._connection.execute(query, (topic,)).fetchone()[0])

    def names_in_feeds(self) -> dict[str, str]:
        """Return the same of all topics, by their slugs."""
        query = (
            "SELECT key, name FROM (SELECT key, name, ROW_NUMBER() OVER (PARTITION BY key ORDER BY fresh, id DESC)"
            " AS number FROM memberships WHERE kind = 'topic') WHERE number = 1 ORDER BY key"
        )
        return dict(self._connection.execute(query).fetchall())

    def _rows(self, query: str, values: tuple[Any, ...]) -> tuple[Row, ...]:
        return tuple(from_json(row) for (row,) in self._connection.execute(query, values))


def _of_detail(membership: Membership) -> tuple[str | None, str | None, int | None]:
    """Return the detail of a membership as the index keeps it: in JSON, and of an outlet what is counted."""
    detail = membership.detail
    if detail is None:
        return None, None, None
    text = json.dumps(detail, ensure_ascii=False, separators=(",", ":"))
    return (text, detail.rating, int(detail.is_first)) if isinstance(detail, OfOutlet) else (text, None, None)
