"""The posts of one conversion: what is known of those that there are, and the writing of new ones."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import corpus
from briefing.convert.memory import Memory, Record, Row
from briefing.corpus import KnownPost

if TYPE_CHECKING:  # what takes long to import is imported where there is something to do
    from briefing.convert.intake import Reading
    from briefing.convert.settling import Settled
    from briefing.saves import Identity


class Posts:
    """All posts in a folder, by their file names; those that did not change are remembered and not read."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        """Look at the folder."""
        self.folder = folder
        self._stamps = {file.path: file.stamp for file in corpus.find_posts(folder)}
        self._recalled = memory.recall("posts", self._stamps)
        self.known = {name: self._know(name) for name in self._stamps}
        self._identities: dict[str, list[Identity]] = {}
        self.written: set[str] = set()

    def _know(self, name: str) -> KnownPost:
        if name in self._recalled:
            return KnownPost.from_record(self._recalled[name]["post"])
        return KnownPost.read(name, corpus.read_text(self.folder / name))

    def by_digest(self) -> dict[str, KnownPost]:
        """Return the posts by the SHA-256 of each document that they were made from."""
        return {sha256: known for known in self.known.values() for _, sha256 in known.saves}

    def identify(self, jobs: int) -> dict[str, list[Identity]]:
        """Return by what the stories of the posts are known: what is remembered, else what the posts say."""
        from briefing.convert.intake import identify  # noqa: PLC0415
        from briefing.saves import Identity  # noqa: PLC0415
        from briefing.workers import work  # noqa: PLC0415

        unknown = []
        for name, known in self.known.items():
            found = self._recalled[name]["identities"] if name in self._recalled else None
            if found is None and known.sha256:
                unknown.append(name)
            else:
                self._identities[name] = [Identity.from_record(one) for one in found or ()]
        paths = [str(self.folder / name) for name in unknown]
        self._identities |= dict(zip(unknown, work(identify, paths, jobs), strict=True))
        return self._identities

    def write(self, settled: Settled, readings: Sequence[Reading]) -> None:
        """Write a post, and beside it the text as it was made.

        :raises OSError: if it cannot be written
        """
        path = self.folder / settled.name
        corpus.write_file(corpus.made_path(path), settled.made)
        corpus.write_file(path, settled.text)
        alone = next((one for one in readings if one.post and one.text is settled.text), None)
        known = alone.post if alone and alone.post else KnownPost.read(settled.name, settled.text)
        self.known[settled.name] = known
        self._stamps[settled.name] = corpus.stamp(path)
        self.written.add(settled.name)
        self._recalled.pop(settled.name, None)
        self._identities.pop(settled.name, None)  # read from the post once somebody asks, unless it is known
        if alone and alone.identity:
            self._identities[settled.name] = [dataclasses.replace(alone.identity, story_id=known.story_id)]

    def without_documents(self, digests: frozenset[str]) -> list[str]:
        """Return the posts made from documents of which the newest is not there."""
        return [known.name for known in self.known.values() if known.sha256 and known.sha256 not in digests]

    def hints(self, timezone: datetime.tzinfo) -> Iterator[str]:
        """Yield what an editor may want to add to posts that were written by hand."""
        for known in self.known.values():
            missing = "" if known.document else self._missing(known, timezone)
            if missing:
                yield f"written by hand: {known.name}: to keep its address and feed id for good, add{missing}"

    def _missing(self, known: KnownPost, timezone: datetime.tzinfo) -> str:
        from briefing import post  # noqa: PLC0415

        try:
            story = post.read(corpus.read_text(self.folder / known.name), known.name, timezone)
        except post.PostError:
            return ""  # the build reports it
        usual = {"story_id": story.id, "added": story.added.isoformat(), "slug": story.slug}
        return "".join(f"\n    {key}: {value}" for key, value in usual.items() if not known.says(key))

    def rows(self) -> Iterator[Row]:
        """Yield what is to be remembered."""
        for name, known in self.known.items():
            identities: list[Record] | None
            if name in self._identities:
                identities = [identity.record() for identity in self._identities[name]]
            else:
                identities = self._recalled[name]["identities"] if name in self._recalled else None
            yield name, self._stamps[name], {"post": known.record(), "identities": identities}
