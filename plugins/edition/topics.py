"""Topics: the stories that share one, on pages that a new story hardly touches."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from edition.row import Row


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its stories, newest first. Names with one slug ("AI", "Ai") are one topic."""

    name: str
    slug: str
    rows: tuple[Row, ...]

    @property
    def count(self) -> int:
        """How many stories the topic has."""
        return len(self.rows)

    @property
    def path(self) -> str:
        """Where the topic's newest page is, from the site's root."""
        return f"topics/{self.slug}/"


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A page of a topic. ``newer`` and ``older`` are the paths of the pages beside it, from the site's root."""

    number: int  # 1 is the oldest
    path: str
    rows: tuple[Row, ...]
    newest: bool
    newer: str | None = None
    older: str | None = None


def by_topic(rows: Iterable[Row]) -> tuple[Topic, ...]:
    """Return the topics of ``rows``, which are in order, by name.

    A topic is named as its oldest story names it, so that a new story does not rename it.
    """
    names: dict[str, str] = {}
    members: dict[str, list[Row]] = {}
    for row in rows:
        for topic in row.topics:
            names[topic.slug] = topic.name
            members.setdefault(topic.slug, []).append(row)
    topics = (Topic(names[slug], slug, tuple(rows)) for slug, rows in members.items())
    return tuple(sorted(topics, key=lambda topic: (topic.name.casefold(), topic.slug)))


def pages_of(topic: Topic, size: int) -> tuple[TopicPage, ...]:
    """Return the pages of a topic, newest first.

    They are filled and numbered from the oldest story, ``size`` stories each; the newest has what is left over
    too, so that it is never nearly empty. Thus a new story changes the newest page, and every ``size`` stories
    one more is split off.

    :param size: at least 1
    """
    last = max(1, topic.count // size)
    paths = {number: f"{topic.path}{number}/" for number in range(1, last)} | {last: topic.path}
    oldest_first = topic.rows[::-1]
    pages = []
    for number, path in paths.items():
        start = (number - 1) * size
        rows = oldest_first[start:] if number == last else oldest_first[start : start + size]
        page = TopicPage(number, path, rows[::-1], newest=number == last)
        pages.append(dataclasses.replace(page, newer=paths.get(number + 1), older=paths.get(number - 1)))
    return tuple(reversed(pages))
