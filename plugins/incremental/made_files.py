"""The files of one build: what they are made from and why, which go, and that no two are to be one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.stamps import look
from edition.checks import Planned, same_name, shared_files
from incremental.build import UnreadError, WholeBuildError
from incremental.index import Index, Output
from incremental.owners import PELICAN, STORY


@dataclass(frozen=True, slots=True)
class _Made:
    owner: str
    reason: str
    version: str


@dataclass(slots=True)
class MadeFiles:
    """Files that were made, and those that nothing is made of any more, but for the ones that were made again."""

    obsolete: set[str] = field(default_factory=set)
    _made: dict[str, _Made] = field(default_factory=dict)

    @property
    def paths(self) -> frozenset[str]:
        """The files that were made."""
        return frozenset(self._made)

    def note(self, path: str, owner: str, reason: str, version: str = "") -> None:
        """Note that a file was made, of what and why.

        :raises UnreadError: if another story has made it
        :raises WholeBuildError: if Pelican has to say which of two may stay
        """
        other = self._made.get(path)
        if other is not None and other.owner != owner:
            _clash(path, owner, path, other.owner)
        self._made[path] = _Made(owner, reason, version)

    def check_names(self, index: Index) -> None:
        """See that no file is one with another where neither case nor the form of accents counts.

        :raises UnreadError: as :meth:`note`
        :raises WholeBuildError: as :meth:`note`
        """
        names: dict[str, str] = {}
        for path, made in self._made.items():
            name = same_name(path)
            other = names.setdefault(name, path)
            if other != path:
                _clash(path, made.owner, other, self._made[other].owner)
            for known, owner in index.owners_of_name(name):
                if known not in self.obsolete and owner != made.owner:
                    _clash(path, made.owner, known, owner)

    def outputs(self, folder: Path, written: frozenset[str]) -> Iterator[Output]:
        """Yield what the index is to keep of the files, once they are in place.

        :param written: those whose bytes changed
        """
        for path, made in self._made.items():
            reason = f"{'written' if path in written else 'the same'}: {made.reason}"
            size, changed = look(f"{folder}/{path}")
            yield Output(path, size, changed, made.owner, same_name(path), made.version, reason)


def _clash(path: str, owner: str, other: str, of: str) -> None:
    if PELICAN in {owner, of}:  # which of them may stay, its settings and metadata say
        message = f"{owner} and {of} would both be {path}"
        raise WholeBuildError(message)
    sources = (one.removeprefix(f"{STORY} ") for one in (owner, of))
    raise UnreadError(shared_files(Planned(file, source) for file, source in zip((path, other), sources, strict=True)))
