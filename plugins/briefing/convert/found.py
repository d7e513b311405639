"""The documents of one conversion: what is there, what of it is remembered, and what has to be taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.convert.memory import Memory, Record, Row
from briefing.convert.report import Outcome, Result
from briefing.corpus import KnownPost
from briefing.files import FoundFile

if TYPE_CHECKING:  # what takes long to import is imported where there is something to do
    from briefing.convert.intake import Reading


@dataclass(slots=True)
class FoundDocument:
    """A document in the folder; ``reading`` is there once it was taken in, ``outcome`` once it is settled.

    ``key`` is that of its file. ``recalled`` is the outcome that is remembered of it.
    """

    file: FoundFile
    key: str
    recalled: Outcome | None = None
    name: str = ""
    sha256: str = ""
    doubts: Sequence[str] = ()  # about the document by itself
    reading: Reading | None = None
    outcome: Outcome | None = None

    @property
    def has_sidecar(self) -> bool:
        """Whether an editor says something of it in a file beside it."""
        return not self.file.stamp.endswith("|")


class FoundDocuments:
    """All documents below a folder, in the order of their names."""

    def __init__(self, folder: Path, by_digest: Mapping[str, KnownPost]) -> None:
        """Look at the folder.

        :param by_digest: the posts that there are, by the SHA-256 of each document that they were made from
        """
        self.all = [FoundDocument(file, file.key) for file in files.find_documents(folder)]
        self._by_digest = by_digest

    @property
    def digests(self) -> frozenset[str]:
        """The SHA-256 of all that could be read."""
        return frozenset(document.sha256 for document in self.all)

    @property
    def has_news(self) -> bool:
        """Whether anything is other than it is remembered."""
        return any(document.outcome is not document.recalled for document in self.all)

    @property
    def unsettled(self) -> list[FoundDocument]:
        """The documents that have no outcome yet."""
        return [document for document in self.all if document.outcome is None]

    def recall(self, memory: Memory) -> None:
        """Settle those that did not change since they are remembered, and whose post is still there."""
        recalled = memory.recall("documents", {document.key: document.file.stamp for document in self.all})
        for document in self.all:
            record = recalled.get(document.key)
            outcome = self._recalled(record) if record else None
            if record and outcome:
                document.outcome = document.recalled = outcome
                document.name, document.sha256 = record["name"], record["sha256"]
                document.doubts = record["doubts"]

    def _recalled(self, record: Record) -> Outcome | None:
        known = self._by_digest.get(record["sha256"])
        if known is not None and (record["name"], record["sha256"]) in known.saves:
            return _unchanged(record["name"], record["sha256"], known, record["doubts"])
        if known is None and record["reason"]:
            return Outcome(record["name"], Result.REFUSED, reason=record["reason"])
        return None

    def note(self, document: FoundDocument, reading: Reading) -> None:
        """Take what came of a document; it is settled if it was refused, or if there is a post of the same bytes."""
        document.name, document.sha256, document.reading = reading.name, reading.sha256, reading
        document.doubts = [doubt.message for doubt in reading.doubts]
        document.outcome = None
        if reading.reason:
            document.outcome = Outcome(reading.name, Result.REFUSED, reason=reading.reason)
        elif not reading.content:
            known = self._by_digest[reading.sha256]
            document.outcome = _unchanged(reading.name, reading.sha256, known, document.doubts)

    def moved(self, among: Sequence[FoundDocument]) -> list[FoundDocument]:
        """Return those that have another name than their post says, of which no document is left."""
        names = {document.name for document in self.all}
        return [document for document in among if self._has_moved(document, names)]

    def _has_moved(self, document: FoundDocument, names: set[str]) -> bool:
        known = self._by_digest.get(document.sha256)
        if known is None or document.outcome is None or document.outcome.result is Result.REFUSED:
            return False
        recorded = next(name for name, sha256 in known.saves if sha256 == document.sha256)
        return recorded not in names

    def settle_twins(self) -> None:
        """Tell of files with the same bytes: of each the one that its post names, else the first, is taken."""
        by_digest: dict[str, list[FoundDocument]] = {}
        for document in self.all:
            if document.sha256:
                by_digest.setdefault(document.sha256, []).append(document)
        for sha256, documents in by_digest.items():
            if len(documents) > 1:
                known = self._by_digest.get(sha256)
                names = {name for name, digest in known.saves if digest == sha256} if known else set()
                taken = next((document for document in documents if document.name in names), documents[0])
                for document in documents:
                    if document is not taken:
                        reason = f"the same file as {taken.name}"
                        document.outcome = Outcome(document.name, Result.SAME, known.name if known else None, reason)

    def rows(self) -> Iterator[Row]:
        """Yield what is to be remembered: not what depends on other documents, or on what an editor does next."""
        for document in self.all:
            outcome = document.outcome
            if outcome is not None and outcome is document.recalled:
                yield document.key, document.file.stamp, None
            elif outcome is not None and outcome.result not in (Result.SAME, Result.EDITED):
                record: Record = {
                    "name": document.name,
                    "sha256": document.sha256,
                    "reason": outcome.reason if outcome.result is Result.REFUSED else "",
                    "doubts": list(document.doubts),
                }
                yield document.key, document.file.stamp, record


def _unchanged(name: str, sha256: str, known: KnownPost, doubts: Sequence[str]) -> Outcome:
    """Return the outcome of a document of which there is a post, and nothing new."""
    if known.is_withdrawn:
        return Outcome(name, Result.WITHDRAWN, known.name)
    if sha256 != known.sha256:
        return Outcome(name, Result.EARLIER, known.name, f"the newest is {known.document}")
    return Outcome(name, Result.UNCHANGED, known.name, untitled=not known.has_title, doubts=tuple(doubts))
