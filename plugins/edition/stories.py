"""``stories.json``: the newest stories in a line each, and the month files that hold the rest.

Every story is in exactly one of these files, so whoever reads all of them has all stories once:

- ``stories.json``: ``{format, stories, months}``; ``stories`` are the newest 300; ``months`` are the month files,
  newest first: ``{month: "2026-05", path: "stories/2026-05.json", url, count}``.
- ``stories/YYYY-MM.json``: ``{format, month, stories}``.

A story in them is ``{id, path, url, title, date, topics, outlets, places, articles}``; ``title`` and ``articles`` are
null where the page does not state them. The schema has both forms, as ``#/$defs/stories`` and ``#/$defs/month``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from edition.data import FORMAT, Data, address
from edition.row import Row

NEWEST = 300


def story_files(rows: Sequence[Row], site_url: str, newest: int = NEWEST) -> Iterator[tuple[str, Data]]:
    """Yield ``stories.json`` and the month files: each file's path below the output folder, and its data.

    :param rows: the published stories, in order
    :param newest: how many stories ``stories.json`` has
    """
    months = [(month, list(group)) for month, group in groupby(rows[newest:], lambda row: row.date.isoformat()[:7])]
    paths = {month: f"stories/{month}.json" for month, _ in months}
    yield (
        "stories.json",
        {
            "format": FORMAT,
            "stories": [_line(row, site_url) for row in rows[:newest]],
            "months": [
                {"month": month, "path": paths[month], "url": address(site_url, paths[month]), "count": len(group)}
                for month, group in months
            ],
        },
    )
    for month, group in months:
        yield paths[month], {"format": FORMAT, "month": month, "stories": [_line(row, site_url) for row in group]}


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
