"""One conversion of a folder: what is there, what of it is taken in, and what is written."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from briefing.clock import source_date_epoch
from briefing.collecting import collecting_seldom
from briefing.convert.found import FoundDocument, FoundDocuments
from briefing.convert.memory import Memory
from briefing.convert.options import Options
from briefing.convert.posts import Posts
from briefing.convert.report import Report, Result
from briefing.stamps import look

if TYPE_CHECKING:  # what takes long to import is imported where there is something to do
    from briefing.convert.grouping import Group
    from briefing.convert.intake import Job

_PROGRAM = Path(__file__).parents[1]


def convert(documents_folder: Path, posts_folder: Path, options: Options | None = None) -> Report:
    """Make or renew the post of every document below ``documents_folder``.

    :raises ValueError: if ``SOURCE_DATE_EPOCH`` is asked for and is no number of seconds
    :raises OSError: if a post cannot be written
    """
    with collecting_seldom():
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


class _Run:
    """A conversion, from the look at the folders to the report."""

    def __init__(self, folder: Path, posts: Path, options: Options) -> None:
        self.report = Report()
        self._options = options
        self._now = options.now or source_date_epoch() or datetime.datetime.now(datetime.UTC).replace(microsecond=0)
        self._memory = Memory(options.memory, _key(folder, posts, options), time.time_ns())
        self._posts = Posts(posts, self._memory)
        self._by_digest = self._posts.by_digest()
        self._documents = FoundDocuments(folder, self._by_digest)

    def run(self) -> None:
        """Take in what is new or changed, settle the stories that it tells, and tell."""
        self._documents.recall(self._memory)
        if self._documents.unsettled:
            self._take_in(self._documents.unsettled)
        self._documents.settle_twins()
        if self._documents.unsettled:
            self._settle(self._documents.unsettled)
        self.report.outcomes = [document.outcome for document in self._documents.all if document.outcome]
        told = {outcome.post for outcome in self.report.outcomes}
        gone = self._posts.without_documents(self._documents.digests)
        self.report.gone = [name for name in gone if name not in told]
        self.report.hints = list(self._posts.hints(self._options.timezone))
        if not self._options.dry_run and (self._documents.has_news or self._posts.has_news):
            self._remember()

    def _remember(self) -> None:
        posts = self._posts
        rows = {"documents": self._documents.rows(), "posts": posts.rows(), "identities": posts.identity_rows()}
        self._memory.keep(rows, posts.written)

    def _take_in(self, unread: list[FoundDocument]) -> None:
        """Take in documents; of those of which there is a post, only as much as is asked for."""
        from briefing.convert.intake import take_in, take_in_all  # noqa: PLC0415

        jobs = [self._job(document, is_known=self._is_known(document)) for document in unread]
        readings = self._options.crew.work_on_many(take_in_all, jobs)
        for number, (document, reading) in enumerate(zip(unread, readings, strict=True), 1):
            self._tell("Reading documents", number, len(unread))
            if not (reading.content or reading.reason or reading.sha256 in self._by_digest):  # it has just changed
                reading = take_in(self._job(document, is_known=False))  # noqa: PLW2901
            self._documents.note(document, reading)
        for document in self._documents.moved(unread):  # another folder may mean another category
            self._documents.note(document, take_in(self._job(document, is_known=False)))

    def _job(self, document: FoundDocument, *, is_known: bool) -> Job:
        from briefing.convert.intake import Job  # noqa: PLC0415

        file, options = document.file, self._options
        return Job(file.place, document.key, file.shown, is_known, self._now, options.timezone, options.max_bytes)

    def _is_known(self, document: FoundDocument) -> bool:
        """Whether a post was made of the same bytes, and no sidecar could say otherwise."""
        from briefing import documents  # noqa: PLC0415

        if not self._by_digest or document.has_sidecar:
            return False
        return documents.digest(Path(document.file.place), self._options.max_bytes) in self._by_digest

    def _settle(self, told: list[FoundDocument]) -> None:
        """Settle the stories that documents tell, and write their posts."""
        from briefing.convert.grouping import Grouping  # noqa: PLC0415
        from briefing.convert.settling import Settling  # noqa: PLC0415

        posts, digests = self._posts, self._documents.digests
        grouping = Grouping(posts.known.values(), digests)
        grouping.know(posts.identify(self._options.crew))
        for document in told:
            if document.reading:
                grouping.add(document.reading, self._by_digest.get(document.sha256))
        settling = Settling(posts.folder, tuple(posts.known.values()), digests, self._now, self._options)
        by_key = {document.key: document for document in told}
        groups = list(grouping)
        for number, group in enumerate(groups, 1):
            self._tell("Writing posts", number, len(groups))
            group.text_id = self._text_id(group)
            settled = settling.settle(group)
            if settled.content and not self._options.dry_run and not posts.write(settled):
                reason = "its post was saved a moment ago, and is left as it is: convert again"
                settled = settled.with_all(result=Result.EDITED, reason=reason)
            for key, outcome in settled.outcomes.items():
                by_key[key].outcome = outcome

    def _text_id(self, group: Group) -> str:
        """Return the text id of the document of a story's post, where one of the others has that of its first save."""
        from briefing.convert.intake import take_in  # noqa: PLC0415

        post = group.post
        if post is None or not any(
            one.text_id == post.story_id and one.sha256 != post.sha256 for one in group.readings
        ):
            return ""
        found = (document for document in self._documents.all if document.sha256 == post.sha256)
        return next((take_in(self._job(document, is_known=False)).text_id for document in found), "")

    def _tell(self, what: str, number: int, count: int) -> None:
        if self._options.progress:
            self._options.progress(what, number, count)


def _key(folder: Path, posts: Path, options: Options) -> str:
    """Return what outcomes depend on beside the files: the folders, the settings, and this program."""
    program = sorted(f"{path.name} {look(path)}" for path in _PROGRAM.rglob("*.py"))
    libraries = [sys.version, str(look(_PROGRAM.parents[1] / "requirements.txt"))]
    parts = [folder.resolve(), posts.resolve(), options.timezone, options.max_bytes, *libraries, *program]
    return hashlib.sha256("\n".join(map(str, parts)).encode("utf-8", "backslashreplace")).hexdigest()
