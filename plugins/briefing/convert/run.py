"""One conversion of a folder: what is there, what of it is taken in, and what is written."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from briefing import corpus
from briefing.convert.memory import Memory, Record, Row
from briefing.convert.options import Options
from briefing.convert.report import Outcome, Report, Result
from briefing.corpus import FoundFile, KnownPost, stamp

if TYPE_CHECKING:  # what takes long to import is imported where there is something to do
    from briefing.convert.intake import Reading
    from briefing.convert.settling import Settled
    from briefing.saves import Identity

_SKIP = "skip"
_PROGRAM = Path(__file__).parents[1]


def convert(documents_folder: Path, posts_folder: Path, options: Options | None = None) -> Report:
    """Make or renew the post of every document below ``documents_folder``.

    :raises ValueError: if ``SOURCE_DATE_EPOCH`` is asked for and is no number of seconds
    :raises OSError: if a post cannot be written
    """
    run = _Run(documents_folder, posts_folder, options or Options())
    run.run()
    return run.report


def by_settings(settings: dict[str, Any], **options: Any) -> Report:
    """Convert as a site's complete ``settings`` say; ``options`` are further ones of :class:`Options`."""
    now = settings["NOW"]
    documents, posts = Path(settings["DOCUMENTS_PATH"]), Path(settings["POSTS_PATH"])
    usual = Options(
        now=datetime.datetime.fromisoformat(now) if isinstance(now, str) else now,
        timezone=ZoneInfo(settings["TIMEZONE"]),
        max_bytes=settings["DOCUMENT_MAX_BYTES"],
    )
    return convert(documents, posts, dataclasses.replace(usual, **options))


def _moment() -> datetime.datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH must be seconds since 1970, found “{epoch}”"
        raise ValueError(message) from None


@dataclasses.dataclass(slots=True)
class _Document:
    """A document in the folder; ``reading`` is there once it was taken in."""

    file: FoundFile
    name: str = ""
    sha256: str = ""
    reading: Reading | None = None
    outcome: Outcome | None = None


class _Run:
    """A conversion, from the look at the folders to the report."""

    def __init__(self, folder: Path, posts: Path, options: Options) -> None:
        self.report = Report()
        self._options = options
        self._now = options.now or _moment()
        self._posts_folder = posts
        self._memory = Memory(options.memory, _key(folder, posts, options), time.time_ns())
        self._documents = [_Document(file) for file in corpus.find_documents(folder)]
        self._posts = self._know_posts()
        self._identities: dict[str, list[Identity]] = {}
        self._written: set[str] = set()
        self._by_sha = {sha256: known for known in self._posts.values() for _, sha256 in known.saves}

    def run(self) -> None:
        """Take in what is new or changed, settle the stories that it tells, and tell."""
        self._recall()
        self._take_in([document for document in self._documents if document.outcome is None])
        self._tell_twins()
        told = [document for document in self._documents if document.outcome is None]
        if told:
            self._settle(told)
        self.report.outcomes = [document.outcome for document in self._documents if document.outcome]
        present = {document.sha256 for document in self._documents}
        posts = self._posts.values()
        self.report.gone = [known.name for known in posts if known.sha256 and known.sha256 not in present]
        self.report.hints = [hint for known in posts if not known.document and (hint := self._hint(known))]
        if not self._options.dry_run:
            self._memory.keep(self._document_rows(), self._post_rows(), self._written)

    # ---- what is there

    def _know_posts(self) -> dict[str, KnownPost]:
        self._stamps = {file.path: file.stamp for file in corpus.find_posts(self._posts_folder)}
        self._recalled = self._memory.recall("posts", self._stamps)
        return {
            name: KnownPost.from_record(self._recalled[name]["post"])
            if name in self._recalled
            else KnownPost.read(name, corpus.read_text(self._posts_folder / name))
            for name in self._stamps
        }

    def _recall(self) -> None:
        """Give the documents that did not change, and whose post is still there, their outcomes."""
        recalled = self._memory.recall("documents", {one.file.key: one.file.stamp for one in self._documents})
        for document in self._documents:
            record = recalled.get(document.file.key)
            if record is None:
                continue
            known = self._by_sha.get(record["sha256"])
            if known is not None and known.name == record["post"]:
                document.outcome = _unchanged(record["name"], record["sha256"], known, tuple(record["doubts"]))
            elif record["result"] == Result.REFUSED.name:
                document.outcome = Outcome(record["name"], Result.REFUSED, reason=record["reason"])
            else:
                continue
            document.name, document.sha256 = record["name"], record["sha256"]

    # ---- what is taken in

    def _take_in(self, unread: list[_Document]) -> None:
        """Take in documents; of those of which there is a post, only as much as their names need."""
        from briefing.convert.intake import Job, take_in  # noqa: PLC0415
        from briefing.workers import work  # noqa: PLC0415

        options = self._options
        jobs = [
            Job(
                document.file.place,
                document.file.key,
                document.file.shown,
                self._is_known(document.file),
                self._now,
                options.timezone,
                options.max_bytes,
            )
            for document in unread
        ]
        for number, (document, reading) in enumerate(zip(unread, work(take_in, jobs, options.jobs), strict=True), 1):
            if options.progress:
                options.progress("Reading documents", number, len(unread))
            self._note(document, reading)
        moved = [document for document in unread if self._has_moved(document)]
        again = [dataclasses.replace(jobs[unread.index(document)], is_known=False) for document in moved]
        for document, reading in zip(moved, map(take_in, again), strict=True):
            document.outcome = None
            self._note(document, reading)

    def _is_known(self, file: FoundFile) -> bool:
        """Whether a post was made of the same bytes, and no sidecar could say otherwise."""
        from briefing import documents  # noqa: PLC0415

        if not self._by_sha or not file.stamp.endswith("|"):
            return False
        return documents.digest(Path(file.place), self._options.max_bytes) in self._by_sha

    def _note(self, document: _Document, reading: Reading) -> None:
        document.name, document.sha256, document.reading = reading.name, reading.sha256, reading
        if reading.reason:
            document.outcome = Outcome(reading.name, Result.REFUSED, reason=reading.reason)
        elif not reading.text:
            doubts = tuple(doubt.message for doubt in reading.doubts)
            document.outcome = _unchanged(reading.name, reading.sha256, self._by_sha[reading.sha256], doubts)

    def _has_moved(self, document: _Document) -> bool:
        """Whether a document of which there is a post has another name now: its folder may mean another category."""
        known = self._by_sha.get(document.sha256)
        if known is None or document.reading is None or document.reading.text or document.reading.reason:
            return False
        recorded = next(name for name, sha256 in known.saves if sha256 == document.sha256)
        return document.name != recorded and recorded not in {other.name for other in self._documents}

    # ---- what it tells

    def _tell_twins(self) -> None:
        """Tell of files with the same bytes: of each the one that its post names, else the first, is taken."""
        by_digest: dict[str, list[_Document]] = {}
        for document in self._documents:
            if document.sha256:
                by_digest.setdefault(document.sha256, []).append(document)
        for sha256, documents in by_digest.items():
            if len(documents) > 1:
                known = self._by_sha.get(sha256)
                names = {name for name, digest in known.saves if digest == sha256} if known else set()
                taken = next((document for document in documents if document.name in names), documents[0])
                for document in documents:
                    if document is not taken:
                        reason = f"the same file as {taken.name}"
                        document.outcome = Outcome(document.name, Result.SAME, known.name if known else None, reason)

    def _settle(self, told: list[_Document]) -> None:
        from briefing.convert.grouping import Grouping  # noqa: PLC0415
        from briefing.convert.settling import Settling  # noqa: PLC0415

        options = self._options
        present = {document.sha256 for document in self._documents}
        grouping = Grouping(self._posts.values(), present)
        grouping.know(self._identify_posts())
        for document in told:
            assert document.reading is not None  # noqa: S101 - for the types: it was taken in
            grouping.add(document.reading, self._by_sha.get(document.sha256))
        settling = Settling(self._posts_folder, self._posts.values(), present, self._now, options)
        by_key = {document.file.key: document for document in told}
        groups = list(grouping)
        for number, group in enumerate(groups, 1):
            if options.progress:
                options.progress("Writing posts", number, len(groups))
            settled = settling.settle(group)
            for key, outcome in settled.outcomes.items():
                by_key[key].outcome = outcome
            if settled.text and not options.dry_run:
                self._write(settled, group.readings)

    def _write(self, settled: Settled, readings: list[Reading]) -> None:
        path = self._posts_folder / settled.name
        corpus.write_file(corpus.made_path(path), settled.made)
        corpus.write_file(path, settled.text)
        alone = next((one for one in readings if one.post and one.text is settled.text), None)
        known = alone.post if alone and alone.post else KnownPost.read(settled.name, settled.text)
        self._posts[settled.name] = known
        self._stamps[settled.name] = stamp(path)
        if alone and alone.identity:
            self._identities[settled.name] = [dataclasses.replace(alone.identity, story_id=known.story_id)]
        else:  # read from the post once somebody asks
            self._identities.pop(settled.name, None)
            self._recalled.pop(settled.name, None)
        self._written.add(settled.name)

    def _identify_posts(self) -> dict[str, list[Identity]]:
        """Return what identifies the stories of the posts: what convert remembers, else what they say."""
        from briefing.convert.intake import identify  # noqa: PLC0415
        from briefing.saves import Identity  # noqa: PLC0415
        from briefing.workers import work  # noqa: PLC0415

        unknown = []
        for name, known in self._posts.items():
            found = self._recalled[name]["identities"] if name in self._recalled else None
            if found is None and known.sha256:
                unknown.append(name)
            else:
                self._identities[name] = [Identity.from_record(one) for one in found or ()]
        paths = [str(self._posts_folder / name) for name in unknown]
        self._identities |= dict(zip(unknown, work(identify, paths, self._options.jobs), strict=True))
        return self._identities

    def _hint(self, known: KnownPost) -> str | None:
        """Return what an editor may want to add to a post that was written by hand."""
        from briefing import post  # noqa: PLC0415

        text = corpus.read_text(self._posts_folder / known.name)
        try:
            story = post.read(text, known.name, self._options.timezone)
        except post.PostError:
            return None  # the build reports it
        usual = {"story_id": story.id, "added": story.added.isoformat(), "slug": story.slug}
        missing = "".join(f"\n    {key}: {value}" for key, value in usual.items() if not known.says(key))
        if not missing:
            return None
        return f"written by hand: {known.name}: to keep its address and feed id for good, add{missing}"

    # ---- what is remembered

    def _document_rows(self) -> Iterator[Row]:
        for document in self._documents:
            outcome = document.outcome
            if outcome is not None and outcome.result not in (Result.SAME, Result.EDITED):
                record: Record = {
                    "name": document.name,
                    "sha256": document.sha256,
                    "result": outcome.result.name,
                    "post": outcome.post,
                    "reason": outcome.reason,
                    "doubts": list(outcome.doubts),
                }
                yield document.file.key, document.file.stamp, record

    def _post_rows(self) -> Iterator[Row]:
        for name, known in self._posts.items():
            identities: list[Record] | None
            if name in self._identities:
                identities = [identity.record() for identity in self._identities[name]]
            else:
                identities = self._recalled[name]["identities"] if name in self._recalled else None
            yield name, self._stamps[name], {"post": known.record(), "identities": identities}


def _unchanged(name: str, sha256: str, known: KnownPost, doubts: tuple[str, ...]) -> Outcome:
    """Return the outcome of a document of which there is a post, and nothing new."""
    if known.status == _SKIP:
        return Outcome(name, Result.WITHDRAWN, known.name)
    if sha256 != known.sha256:
        return Outcome(name, Result.EARLIER, known.name, f"the newest is {known.document}")
    return Outcome(name, Result.UNCHANGED, known.name, untitled=not known.has_title, doubts=doubts)


def _key(folder: Path, posts: Path, options: Options) -> str:
    """Return what outcomes depend on beside the files: the folders, the settings, and this program."""
    program = sorted(f"{path.name} {stamp(path)}" for path in _PROGRAM.rglob("*.py"))
    parts = [folder.resolve(), posts.resolve(), options.timezone, options.max_bytes, *program]
    return hashlib.sha256("\n".join(map(str, parts)).encode("utf-8", "backslashreplace")).hexdigest()
