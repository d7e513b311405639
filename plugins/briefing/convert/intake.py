"""Taking in one document: its post as it would be written for itself, or the reason why there is none.

This is what runs in worker processes: it gets and returns little, and raises nothing.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import compose, corpus, documents, doubts, files, post, saves, sidecar
from briefing.compose import Composed, RefusedError, Source
from briefing.corpus import KnownPost
from briefing.documents.privacy import mask_name
from briefing.steps import Steps, together
from briefing.story import Story

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """A document to take in.

    ``key`` tells it from all others; ``name`` is its path below the documents folder, on one line, with ``/``.
    ``is_known``: a post was made of the same bytes, so that only its name and what is doubtful in it are asked for.
    """

    path: str
    key: str
    name: str
    is_known: bool
    now: datetime.datetime
    timezone: datetime.tzinfo
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was taken in.

    ``name`` has lost what would tell about the person who saved the page. ``content`` is the post, in UTF-8, of a story
    that is told by this document alone, empty where there is none: then ``reason`` says why, unless the document is
    known. ``post`` is what that post is known by.
    """

    key: str
    name: str
    sha256: str = ""
    content: bytes = b""
    post: KnownPost | None = None
    text_id: str = ""
    given_id: str | None = None
    identity: saves.Identity | None = None
    reason: str = ""
    doubts: tuple[doubts.Doubt, ...] = ()

    def story(self, timezone: datetime.tzinfo) -> Story:
        """Return the story that the post tells."""
        return post.read(self.content.decode(), self.name, timezone)


def take_in(job: Job) -> Reading:
    """Take in a document; whatever is wrong with it is the reading's reason."""
    (reading,) = take_in_all([job])
    return reading


def take_in_all(jobs: Sequence[Job]) -> list[Reading]:
    """Take in documents, each step for all of them before the next."""
    return together(map(_steps, jobs))


def _steps(job: Job) -> Steps[Reading]:
    """Take in a document; a web page, which is large, is done with at once."""
    path = Path(job.path)
    name = mask_name(job.name, ()) or "document"
    try:
        document = documents.read(path, job.max_bytes)
        if document.private:
            name = mask_name(job.name, document.private) or "document"
        source = _source(job, path, name, document)
        if job.is_known:
            return _look_at(job, source)
        if document.page:
            composed = compose.compose(source, job.now, job.timezone)
        else:
            yield
            composed = yield from compose.steps(source, job.now, job.timezone)
            yield
        return _reading(job, source, composed)
    except (documents.DocumentError, sidecar.SidecarError, RefusedError) as error:
        reason = str(error)
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
    except Exception as error:  # no document can stop the others
        logger.debug("A document could not be converted", exc_info=error)
        reason = f"made this program fail ({type(error).__name__}), which is a fault of this program"
    return Reading(job.key, name, reason=reason)


def identify(path: str) -> list[saves.Identity]:
    """Return what identifies the story of a post as it was written; nothing where the post cannot be read."""
    made = files.made_path(Path(path))
    text = corpus.read_text(made if made.is_file() else Path(path))
    try:
        return list(saves.identities_of(post.read(text, made.name)))
    except post.PostError:
        return []


def _source(job: Job, path: Path, name: str, document: documents.Document) -> Source:
    folder, *below = name.split("/")
    is_category = bool(below) and job.name.startswith(f"{folder}/")  # else it told who saved the page, and was masked
    return Source(path, name, folder if is_category else None, document)


def _look_at(job: Job, source: Source) -> Reading:
    """Return what is doubtful in a document that became a post: one that would be refused now stays what it was."""
    try:
        composed = compose.compose(source, job.now, job.timezone)
    except (documents.DocumentError, RefusedError):
        return Reading(job.key, source.name, source.document.sha256)
    return Reading(job.key, source.name, source.document.sha256, doubts=composed.doubts)


def _reading(job: Job, source: Source, composed: Composed) -> Reading:
    return Reading(
        key=job.key,
        name=source.name,
        sha256=source.document.sha256,
        content=post.encode(composed.story),
        post=KnownPost.of(composed.story),
        text_id=composed.text_id,
        given_id=composed.given_id,
        identity=saves.identity_of(composed.story, composed.given_id),
        doubts=composed.doubts,
    )
