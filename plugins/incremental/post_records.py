"""What the index has of posts, whether their stories are published or not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from edition.checks import shared_ids
from incremental.index import Index


class PostRecords:
    """The posts of an index, with what builds need to know of each; :class:`incremental.shelf.Shelf` keeps them."""

    def __init__(self, index: Index) -> None:
        """Take the index."""
        self._connection = index.connection

    def all(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield all posts, in the order of their names, each with what else is known of it."""
        for post, record in self._connection.execute("SELECT post, record FROM stories ORDER BY post"):
            yield post, json.loads(record)

    def with_document(self) -> list[str]:
        """Return the names of the posts that were made from a document."""
        query = "SELECT post FROM stories WHERE document IS NOT NULL ORDER BY post"
        return [name for (name,) in self._connection.execute(query)]

    def without_document(self) -> Iterator[dict[str, Any]]:
        """Yield what else is known of the posts that were not, in the order of their names."""
        for (record,) in self._connection.execute("SELECT record FROM stories WHERE document IS NULL ORDER BY post"):
            yield json.loads(record)

    def shared_ids(self, among: Iterable[str] | None = None) -> list[str]:
        """Return a problem for each id that several posts have.

        :param among: those of which this is not known; None: all
        """
        if among is None:
            ids = "SELECT id FROM stories GROUP BY id HAVING COUNT(*) > 1"
        else:
            ids = "SELECT value FROM json_each(:among)"
        query = f"SELECT id, post FROM stories WHERE id IN ({ids}) ORDER BY post"  # noqa: S608 - of ours
        return shared_ids(self._connection.execute(query, {"among": json.dumps(list(among or ()))}).fetchall())
