"""Documents to posts: which are new, changed, or edited by hand, and the writing of those that may be written.

A post that a person edited is never overwritten, and nothing is ever deleted. This is the one place that reads
a clock; what it takes is written into the post once.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import logging
import os
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from briefing import compose, corpus, documents, post, sidecar
from briefing.compose import RefusedError, Source
from briefing.corpus import KnownPost
from briefing.documents.lines import clean
from briefing.documents.privacy import mask_name
from briefing.report import Outcome, Report, Result
from briefing.slugs import make_slug
from briefing.story import DateFrom, Story

Progress = Callable[[int, int, str], None]

logger = logging.getLogger(__name__)


def convert(  # noqa: PLR0913 - each is an option of the command
    documents_folder: Path,
    posts_folder: Path,
    *,
    now: datetime.datetime | None = None,
    timezone: datetime.tzinfo = datetime.UTC,
    max_bytes: int = 16 * 1024 * 1024,
    progress: Progress | None = None,
) -> Report:
    """Make or renew the post of every document below ``documents_folder``.

    :param now: the moment of conversion; default: ``SOURCE_DATE_EPOCH`` (seconds since 1970, as
        https://reproducible-builds.org/specs/source-date-epoch/ defines it), else the clock
    :param timezone: that of days
    :param max_bytes: size in bytes above which a file is refused
    :param progress: called before each document with its number from 1, their count, and its name
    :raises ValueError: if ``SOURCE_DATE_EPOCH`` is no such number
    :raises OSError: if a post cannot be written
    """
    run = _Run(documents_folder, posts_folder, now or _moment(), timezone, max_bytes)
    for number, path in enumerate(run.paths, 1):
        run.convert(path, functools.partial(progress, number, len(run.paths)) if progress else lambda _name: None)
    run.report.hints.extend(run.hints())
    return run.report


def _moment() -> datetime.datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH must be seconds since 1970, found “{epoch}”"
        raise ValueError(message) from None


def _fault(error: Exception) -> str:
    logger.debug("A document could not be converted", exc_info=error)
    return f"made this program fail ({type(error).__name__}), which is a fault of this program"


class _Run:
    """One conversion of a folder: the posts that are known, and those that it adds."""

    def __init__(
        self, folder: Path, posts: Path, now: datetime.datetime, timezone: datetime.tzinfo, max_bytes: int
    ) -> None:
        self.report = Report()
        self.paths = tuple(corpus.find_documents(folder))
        self._folder = folder
        self._posts = posts
        self._now = now
        self._timezone = timezone
        self._max_bytes = max_bytes
        self._known = list(corpus.find_posts(posts))
        self._by_sha = {known.sha256: known for known in self._known if known.sha256}
        self._by_id = {known.story_id: known for known in self._known if known.story_id}
        self._by_document = defaultdict[str, list[KnownPost]](list)
        for known in self._known:
            self._by_document[known.document].append(known)
        self._slugs: dict[str, KnownPost | None] = {known.slug: known for known in self._known}
        self._seen: dict[str, tuple[Path, str]] = {}  # ids of stories to the document of this run, and its name

    def convert(self, path: Path, tell: Callable[[str], None]) -> None:
        """Convert one document; whatever is wrong with it is an outcome and stops nothing.

        :param tell: called with the document's name before it is converted
        """
        name = self._name(path)
        document, reason = self._read(path)
        if document is None:
            tell(name)
            outcome = Outcome(name, Result.REFUSED, reason=reason)
        else:
            name = mask_name(name, document.private)
            tell(name)
            folder, *below = name.split("/")
            outcome = self._try(Source(path, name, folder if below else None, document))
        self.report.outcomes.append(outcome)

    def _try(self, source: Source) -> Outcome:
        try:
            return self._convert(source)
        except (documents.DocumentError, sidecar.SidecarError, RefusedError, post.PostError) as error:
            reason = str(error)
        except OSError:
            raise  # posts cannot be written: so it would be with every document
        except Exception as error:  # noqa: BLE001 - no document can stop the others
            reason = _fault(error)
        return Outcome(source.name, Result.REFUSED, reason=reason)

    def _name(self, path: Path) -> str:
        """Return the path below the folder as one line of Unicode, as far masked as it tells by itself."""
        name = path.relative_to(self._folder).as_posix().encode("utf-8", "surrogateescape")
        return mask_name(clean(name.decode("utf-8", "replace")), ()) or "document"

    def _read(self, path: Path) -> tuple[documents.Document | None, str]:
        """Return a document, or None and the reason why it cannot be read."""
        try:
            return documents.read(path, self._max_bytes), ""
        except documents.DocumentError as error:
            return None, str(error)
        except OSError as error:
            return None, f"cannot be read ({error.strerror})"
        except Exception as error:  # noqa: BLE001 - no document can stop the others
            return None, _fault(error)

    def _convert(self, source: Source) -> Outcome:
        known = self._by_sha.get(source.document.sha256)
        if known is not None:
            twin = self._twin(known.story_id or known.path.name, source)
            if twin:
                return Outcome(source.name, Result.SAME, known.path.name, f"the same file as {twin}")
            return self._keep(known, source)
        story = compose.compose(source, self._now, self._timezone)
        known = self._by_id.get(story.id)
        if known is not None and known.sha256 in self._digests:
            return Outcome(source.name, Result.SAME, known.path.name, f"the same story as {known.document}")
        twin = self._twin(story.id, source)
        if twin:
            return Outcome(source.name, Result.SAME, reason=f"the same story as {twin}")
        known = known or self._find_earlier(source.name)
        return self._renew(known, story, source) if known is not None else self._write_new(story, source)

    def _twin(self, story_id: str, source: Source) -> str | None:
        """Return the name of another document of this run that tells the same story."""
        path, name = self._seen.setdefault(story_id, (source.path, source.name))
        return None if path == source.path else name

    def _keep(self, known: KnownPost, source: Source) -> Outcome:
        """Leave a post whose document did not change, unless its sidecar or its place may say something new."""
        moved = source.name != known.document and known.document not in self._names
        asked = moved or sidecar.path_of(source.path).is_file()
        if not asked or post.is_edited(known.text):
            return Outcome(source.name, Result.UNCHANGED, known.path.name)
        return self._renew(known, compose.compose(source, self._now, self._timezone), source)

    def _find_earlier(self, name: str) -> KnownPost | None:
        """Return the post made last from a document of this name, unless that document now has another name."""
        known = (known for known in self._by_document.get(name, ()) if known.sha256 not in self._digests)
        return max(known, key=lambda known: known.front.get("added", ""), default=None)

    @functools.cached_property
    def _digests(self) -> frozenset[str]:
        """The digests of all documents; asked for where one is new or changed."""
        return frozenset(documents.digest(path, self._max_bytes) for path in self.paths)

    @functools.cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(map(self._name, self.paths))

    def _write_new(self, story: Story, source: Source) -> Outcome:
        title = story.title.text or ""
        lost = self._slugs.get(make_slug(title, story.id))
        slug = make_slug(title, story.id, self._slugs)
        path = lost.path if lost and not lost.story_id else self._posts / f"{story.date}-{slug}.md"
        if path.exists():
            reason = "its post does not say what it was made from, and is left as it is"
            return Outcome(source.name, Result.EDITED, path.name, reason)
        self._slugs[slug] = None
        self._write(path, dataclasses.replace(story, slug=slug))
        return Outcome(source.name, Result.NEW, path.name, untitled=not title)

    def _renew(self, known: KnownPost, story: Story, source: Source) -> Outcome:
        """Write the post of a document that changed, with what was made once; not over an editor's work."""
        if post.is_edited(known.text):
            reason = "the document changed, the post was edited and is left as it is"
            return Outcome(source.name, Result.EDITED, known.path.name, reason)
        before = post.read(known.text, known.path.name, self._timezone)
        converted = before.added.astimezone(self._timezone).date()
        renewed = dataclasses.replace(
            story,
            id=before.id,
            slug=before.slug,
            added=before.added,
            modified=before.modified,
            date=converted if story.date_from is DateFrom.CONVERSION else story.date,
        )
        if renewed == before:
            return Outcome(source.name, Result.UNCHANGED, known.path.name)
        if source.document.sha256 == known.sha256 and dataclasses.replace(renewed, document=before.document) == before:
            self._write(known.path, renewed)
            return Outcome(source.name, Result.RENAMED, known.path.name)
        self._write(known.path, dataclasses.replace(renewed, modified=self._now))
        return Outcome(source.name, Result.CHANGED, known.path.name, untitled=not renewed.title.text)

    def _write(self, path: Path, story: Story) -> None:
        text = post.write(story)
        corpus.write_file(corpus.made_path(path), text)
        corpus.write_file(path, text)

    def hints(self) -> list[str]:
        """Return what an editor may want to do about posts that were written by hand."""
        hints = []
        for known in self._known:
            if known.document or {"story_id", "added", "slug"} <= known.front.keys():
                continue
            try:
                story = post.read(known.text, known.path.name, self._timezone)
            except post.PostError:
                continue  # the build reports it
            usual = {"story_id": story.id, "added": story.added.isoformat(), "slug": story.slug}
            lines = "".join(f"\n    {key}: {value}" for key, value in usual.items() if key not in known.front)
            hints.append(f"written by hand: {known.path.name}: to keep its address and feed id for good, add{lines}")
        return hints
