"""``stories.json``: the newest stories in a line each, and the month files that hold the rest.

Every story is in exactly one of these files, so whoever reads all of them has all stories once:

- ``stories.json``: ``{format, stories, months}``; ``stories`` are the newest 300; ``months`` are the month files,
  newest first: ``{month: "2026-05", path: "stories/2026-05.json", url, count}``.
- ``stories/YYYY-MM.json``: ``{format, month, stories}``.

A story in them is ``{id, path, url, title, date, topics, outlets, places, articles}``; ``title`` and ``articles`` are
null where the page does not state them. The schema has both forms, as ``#/$defs/stories`` and ``#/$defs/month``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.archive import Archive
from edition.data import FORMAT, Data, address
from edition.row import Row

NEWEST = 300
FILE = "stories.json"


class StoryFiles:
    """Makes the files, each by itself."""

    def __init__(self, archive: Archive, site_url: str, newest: int = NEWEST) -> None:
        """Take the published stories, the site's address, and how many stories ``stories.json`` has."""
        self._archive = archive
        self._site_url = site_url
        self._newest = archive.newest(most=newest)
        shown = Counter(row.date.isoformat()[:7] for row in self._newest)
        counts = reversed(archive.counts("month").items())
        self._left = {month: (shown[month], count - shown[month]) for month, count in counts if count > shown[month]}

    def all(self) -> Iterator[tuple[str, Data]]:
        """Yield each file's path below the output folder, and its data."""
        yield FILE, self.newest()
        yield from ((month_file(month), self.month(month)) for month in self._left)

    @property
    def months(self) -> tuple[str, ...]:
        """The months that have a file, newest first."""
        return tuple(self._left)

    def newest(self) -> Data:
        """Return what ``stories.json`` says."""
        months = [
            {
                "month": month,
                "path": month_file(month),
                "url": address(self._site_url, month_file(month)),
                "count": left,
            }
            for month, (_, left) in self._left.items()
        ]
        return {"format": FORMAT, "stories": [_line(row, self._site_url) for row in self._newest], "months": months}

    def month(self, month: str) -> Data:
        """Return what the file of a month says: the month's stories that are not among the newest."""
        rows = self._archive.rows("month", month, *self._left[month])
        return {"format": FORMAT, "month": month, "stories": [_line(row, self._site_url) for row in rows]}


def month_file(month: str) -> str:
    """Return the file of a month, which is written ``2026-05``."""
    return f"stories/{month}.json"


def _line(row: Row, site_url: str) -> Data:
    return {
        "id": row.id,
        "path": row.path,
        "url": address(site_url, row.path),
        "title": row.title or None,
        "date": row.date.isoformat(),
        "topics": [topic.name for topic in row.topics],
        "outlets": list(row.outlets),
        "places": list(row.places),
        "articles": row.articles,
    }
