"""The posts of one conversion: what is known of those that there are, and the writing of new ones."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import corpus, files, stamps
from briefing.convert.hints import hint
from briefing.convert.memory import Memory, Row
from briefing.corpus import KnownPost

if TYPE_CHECKING:  # what takes long to import is imported where there is something to do
    from briefing.convert.settling import Settled
    from briefing.saves import Identity
    from briefing.workers import Crew


class Posts:
    """All posts in a folder, by their file names; those that did not change are remembered and not read."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        """Look at the folder."""
        self.folder = folder
        self._memory = memory
        found = sorted(stamps.find_posts(folder).stamps.items())
        self._stamps = {name: stamps.as_text(stamp) for name, stamp in found}
        self._recalled = memory.recall("posts", self._stamps)
        self.known = {name: self._know(name) for name in self._stamps}
        self._identities: dict[str, list[Identity]] = {}
        self._new_identities: dict[str, list[Identity]] = {}  # that are not remembered
        self.written: set[str] = set()

    def _know(self, name: str) -> KnownPost:
        if name in self._recalled:
            return KnownPost.from_record(self._recalled[name])
        return KnownPost.read(name, corpus.read_text(self.folder / name))

    @property
    def has_news(self) -> bool:
        """Whether anything is other than it is remembered."""
        return len(self._recalled) < len(self.known)

    def by_digest(self) -> dict[str, KnownPost]:
        """Return the posts by the SHA-256 of each document that they were made from."""
        return {sha256: known for known in self.known.values() for _, sha256 in known.saves}

    def identify(self, crew: Crew) -> dict[str, list[Identity]]:
        """Return by what the stories of the posts are known: what is remembered, else what the posts say."""
        from briefing.convert.intake import identify  # noqa: PLC0415
        from briefing.saves import Identity  # noqa: PLC0415

        recalled = self._memory.recall("identities", self._stamps)
        self._identities = {name: [Identity.from_record(one) for one in found] for name, found in recalled.items()}
        unknown = [name for name, known in self.known.items() if known.sha256 and name not in recalled]
        paths = [str(self.folder / name) for name in unknown]
        self._new_identities = dict(zip(unknown, crew.work(identify, paths), strict=True))
        return self._identities | self._new_identities

    def write(self, settled: Settled) -> bool:
        """Write a post, and beside it the text as it was made.

        :returns: whether it was: not over a post that an editor saved in the meantime
        :raises OSError: if it cannot be written
        """
        path = self.folder / settled.name
        now = path.read_bytes().decode("utf-8", "replace") if path.exists() else ""
        if now != settled.before:
            return False
        files.write_bytes(path, settled.content)  # first: without it the other would count as the page's change taken
        files.write_bytes(files.made_path(path), settled.made)
        alone = settled.alone
        known = alone.post if alone and alone.post else KnownPost.read(settled.name, settled.content.decode())
        self.known[settled.name] = known
        self._stamps[settled.name] = stamps.as_text(stamps.look(path))
        self.written.add(settled.name)
        for remembered in (self._recalled, self._identities, self._new_identities):  # is no longer right
            remembered.pop(settled.name, None)
        if alone and alone.identity:  # else it is read from the post once somebody asks
            self._new_identities[settled.name] = [dataclasses.replace(alone.identity, story_id=known.story_id)]
        return True

    def without_documents(self, digests: frozenset[str]) -> list[str]:
        """Return the posts made from documents of which the newest is not there."""
        return [known.name for known in self.known.values() if known.sha256 and known.sha256 not in digests]

    def hints(self, timezone: datetime.tzinfo) -> Iterator[str]:
        """Yield what an editor may want to add to posts that were written by hand."""
        for known in self.known.values():
            if not known.document and not known.is_withdrawn:
                yield from self._hint(known, timezone)

    def _hint(self, known: KnownPost, timezone: datetime.tzinfo) -> Iterator[str]:
        from briefing import post  # noqa: PLC0415

        with contextlib.suppress(post.PostError):  # the build reports it
            yield from hint(known, post.read(corpus.read_text(self.folder / known.name), known.name, timezone))

    def rows(self) -> Iterator[Row]:
        """Yield what is to be remembered of the posts."""
        for name, known in self.known.items():
            yield name, self._stamps[name], None if name in self._recalled else known.record()

    def identity_rows(self) -> Iterator[Row]:
        """Yield what is to be remembered of their identities: those that nobody asked for are as they were."""
        for name in self.known:
            new = self._new_identities.get(name)
            yield name, self._stamps[name], None if new is None else [identity.record() for identity in new]
