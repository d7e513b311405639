"""How many files a site has, and how many it is to have: equal sites have equally many."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.posts import Post

_STORY = re.compile(r"-[0-9a-f]{6}")  # how the folder of a story's page ends, and that of no other
_FIXED = 4  # front page, archive, list of topics, page not found


@dataclass(frozen=True, slots=True)
class Files:
    """Files of a site: pages, those of them that are a story's, feeds, and data; with all their bytes."""

    pages: int = 0
    stories: int = 0
    feeds: int = 0
    data: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a site is made of: how many stories, days, months and years, and the stories of each topic."""

    stories: int
    periods: int
    topics: tuple[int, ...]

    def pages(self, size: int, *, leftover: bool) -> int:
        """Return how many pages a site has.

        :param size: of a page of a topic, in stories
        :param leftover: whether the last page of a topic takes what is left over
        """
        of_topics = sum(max(1, count // size) if leftover else -(-count // size) for count in self.topics)
        return self.stories + self.periods + of_topics + _FIXED


def plan(posts: Iterable[Post]) -> Plan:
    """Return what a site of posts is made of."""
    stories = 0
    periods: set[str] = set()
    topics: Counter[str] = Counter()
    for post in posts:
        stories += 1
        day = post.date.isoformat()
        periods |= {day, day[:7], day[:4]}
        topics.update(post.topics)
    return Plan(stories, len(periods), tuple(topics.values()))


def count(output: Path) -> Files:
    """Count the files of a built site."""
    pages = stories = feeds = data = size = 0
    for folder, _, names in os.walk(output):
        for name in names:
            kind = name.rpartition(".")[2]
            pages += kind == "html"
            stories += name == "index.html" and bool(_STORY.fullmatch(folder[-7:]))
            feeds += kind == "xml"
            data += kind == "json"
            size += (Path(folder) / name).stat().st_size
    return Files(pages, stories, feeds, data, size)
