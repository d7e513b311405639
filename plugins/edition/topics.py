"""Topics: the stories that share one, on pages that a new story hardly touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.archive import Archive
from edition.row import Row


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and how many stories it has. Names with one slug ("AI", "Ai") are one topic."""

    name: str
    slug: str
    count: int

    @property
    def path(self) -> str:
        """Where the topic's newest page is, from the site's root."""
        return f"topics/{self.slug}/"


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A page of a topic. ``newer`` and ``older`` are the paths of the pages beside it, from the site's root.

    ``first`` and ``count`` say which of the topic's stories, newest first, stand on it.
    """

    number: int  # 1 is the oldest
    path: str
    newest: bool
    first: int
    count: int
    newer: str | None = None
    older: str | None = None

    def rows(self, archive: Archive, topic: Topic) -> tuple[Row, ...]:
        """Return the stories on it, newest first."""
        return archive.rows("topic", topic.slug, self.first, self.count)


def all_topics(archive: Archive) -> tuple[Topic, ...]:
    """Return the topics of an archive by name."""
    topics = (Topic(archive.name("topic", slug), slug, count) for slug, count in archive.counts("topic").items())
    return tuple(sorted(topics, key=lambda topic: (topic.name.casefold(), topic.slug)))


def pages_of(topic: Topic, size: int) -> tuple[TopicPage, ...]:
    """Return the pages of a topic, newest first.

    They are filled and numbered from the oldest story, ``size`` stories each; the newest has what is left over
    too, so that it is never nearly empty. Thus a new story changes the newest page, and every ``size`` stories
    one more is split off.

    :param size: at least 1
    """
    return tuple(_pages(topic, size))


def _pages(topic: Topic, size: int) -> Iterator[TopicPage]:
    last = max(1, topic.count // size)
    paths = {number: f"{topic.path}{number}/" for number in range(1, last)} | {last: topic.path}
    for number in range(last, 0, -1):
        begins = topic.count - size * number  # how many stories are newer than those of an older page
        first, count = (0, size + begins) if number == last else (begins, size)
        newer, older = paths.get(number + 1), paths.get(number - 1)
        yield TopicPage(number, paths[number], number == last, first, count, newer, older)
