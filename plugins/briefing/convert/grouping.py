"""Which documents tell one story, and which post is its."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing import saves
from briefing.convert.intake import Reading
from briefing.corpus import KnownPost


@dataclass(slots=True, eq=False)
class Group:
    """The documents of this run that tell a story, and the story's post if there is one.

    ``others`` are posts made later of what one of the documents shows to be the same story.
    """

    post: KnownPost | None = None
    readings: list[Reading] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    text_id: str = ""  # of the post's document as it is now, where one of the documents could have the same text
    joined: Group | None = None  # the group that this one turned out to be the same story as


class Grouping:
    """Puts each document that was taken in to its story.

    By an id given by hand, else by what it says (see :mod:`briefing.saves`), else by its name: a post whose document
    has other bytes now is that document's still.
    """

    def __init__(self, posts: Iterable[KnownPost], present: Collection[str]) -> None:
        """Take all posts, and the SHA-256 of the documents that are there."""
        self._groups: dict[Group, None] = {}  # in the order of their first documents
        self._by_post: dict[str, Group] = {}
        self._by_id: dict[str, Group] = {}
        self._by_document: dict[str, KnownPost] = {}
        self._index: saves.Index[Group] = saves.Index()
        self._identities: Mapping[str, Sequence[saves.Identity]] = {}
        for post in sorted(posts, key=lambda post: post.added):  # of two the one made last is kept
            group = self._by_post[post.name] = Group(post)
            if post.story_id:
                self._by_id.setdefault(post.story_id, group)
            for name, sha256 in post.saves:
                if sha256 not in present:
                    self._by_document[name] = post

    def know(self, identities: Mapping[str, Sequence[saves.Identity]]) -> None:
        """Take what identifies the stories of the posts, by their file names."""
        self._identities = identities
        for name, group in self._by_post.items():  # of several that fit, the one made first is taken
            for identity in identities.get(name, ()):
                self._index.add(identity, group)

    def add(self, reading: Reading, post: KnownPost | None = None) -> None:
        """Put a document to its story.

        :param post: the post that was made of the same bytes, if there is one
        """
        group = self._by_post[post.name] if post else self._group_of(reading)
        self._groups.setdefault(group)
        group.readings.append(reading)
        for story_id in filter(None, (reading.given_id, reading.text_id)):
            self._by_id.setdefault(story_id, group)
        if reading.identity:
            self._index.add(reading.identity, group)

    def __iter__(self) -> Iterator[Group]:
        """Yield the stories that documents were put to, in the order of the first of these."""
        return (group for group in self._groups if not group.joined)

    def _group_of(self, reading: Reading) -> Group:
        for story_id in (reading.given_id, reading.text_id):
            if story_id and story_id in self._by_id:
                return self._by_id[story_id]
        if reading.given_id:
            return Group()
        found = self._index.find_all(reading.identity) if reading.identity else []
        if found:
            first, *others = dict.fromkeys(map(_whole, found))
            for other in others:
                self._join(first, other)
            return first
        changed = self._by_document.get(reading.name)
        if changed and not self._contradicts(changed, reading):
            return self._by_post[changed.name]
        return Group()

    def _join(self, first: Group, other: Group) -> None:
        """Take two groups for one story, as a document shows them to be; a post stays what it is."""
        if other.post:
            first.others.append(other.post.name)
        else:
            first.readings += other.readings
            other.readings = []
            other.joined = first

    def _contradicts(self, post: KnownPost, reading: Reading) -> bool:
        """Whether a document of the same name is surely another story than the one that the post was made of."""
        now = reading.identity
        return now is not None and any(saves.contradict(now, was) for was in self._identities.get(post.name, ())[:1])


def _whole(group: Group) -> Group:
    while group.joined:
        group = group.joined
    return group
