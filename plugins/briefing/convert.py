"""Documents to posts: which are new, changed, or edited by hand, and the writing of those that may be written.

A post that a person edited is never overwritten, and nothing is ever deleted. This is the one place that reads
a clock; what it takes is written into the post once.
"""

from __future__ import annotations

import dataclasses
import datetime
import os
import uuid
from collections.abc import Callable
from pathlib import Path

from briefing import corpus, documents, kinds, post, sidecar, truth
from briefing.documents.privacy import mask_name
from briefing.facts.topics import find_topics
from briefing.kinds import Kind
from briefing.report import Outcome, Report, Result
from briefing.sidecar import Sidecar
from briefing.slugs import make_slug
from briefing.story import DateFrom, Document, Facts, Passage, Story

STORY_IDS = uuid.UUID("0b2c1f0e-5f5d-5c0e-8a4e-3d6f0c8f7a11")  # namespace of ids made from a document's text

Progress = Callable[[int, int, str], None]


def convert(
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
    """
    run = _Run(documents_folder, posts_folder, now or _moment(), timezone, max_bytes)
    paths = list(corpus.find_documents(documents_folder))
    for number, path in enumerate(paths, 1):
        if progress:
            progress(number, len(paths), path.name)
        run.convert(path)
    run.report.hints.extend(run.hints())
    return run.report


def _moment() -> datetime.datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)


class _Refused(Exception):
    """A document gives no post; the message is the reason."""


class _Run:
    """One conversion of a folder: the posts that are known, and those that it adds."""

    def __init__(
        self, folder: Path, posts: Path, now: datetime.datetime, timezone: datetime.tzinfo, max_bytes: int
    ) -> None:
        self.report = Report()
        self._folder = folder
        self._posts = posts
        self._now = now
        self._timezone = timezone
        self._max_bytes = max_bytes
        self._known = list(corpus.find_posts(posts))
        self._by_sha = {known.sha256: known for known in self._known if known.sha256}
        self._by_document = {known.document: known for known in self._known if known.document}
        self._by_id = {known.story_id: known for known in self._known if known.story_id}
        self._slugs = {known.slug for known in self._known}
        self._seen: dict[str, str] = {}  # ids of stories to their document of this run

    def convert(self, path: Path) -> None:
        """Convert one document; whatever is wrong with it is an outcome and stops nothing."""
        name = mask_name(path.relative_to(self._folder).as_posix(), ())
        try:
            document = documents.read(path, self._max_bytes)
            name = mask_name(name, document.private)
            outcome = self._convert(path, name, document)
        except (documents.DocumentError, sidecar.SidecarError, _Refused) as error:
            outcome = Outcome(name, Result.REFUSED, reason=str(error))
        except OSError as error:
            outcome = Outcome(name, Result.REFUSED, reason=f"cannot be read ({error.strerror})")
        self.report.outcomes.append(outcome)

    def _convert(self, path: Path, name: str, document: documents.Document) -> Outcome:
        known = self._by_sha.get(document.sha256)
        if known is not None:
            other = self._seen.setdefault(known.story_id, name)
            result = Result.UNCHANGED if other == name else Result.SAME
            return Outcome(name, result, known.path.name, "" if other == name else f"the same file as {other}")
        kind = kinds.recognise(document)
        if kind is None:
            message = "is no page of a kind that can be read (a Ground News story)"
            raise _Refused(message)
        story = self._story(path, name, document, kind)
        other = self._seen.setdefault(story.id, name)
        if other != name:
            return Outcome(name, Result.SAME, reason=f"the same text as {other}")
        known = self._by_document.get(name) or self._by_id.get(story.id)
        if known is None:
            return self._write_new(story, name)
        return self._renew(known, story, name)

    def _story(self, path: Path, name: str, document: documents.Document, kind: Kind) -> Story:
        by_hand = sidecar.read(path)
        facts = kind.parse(document)
        untrue = truth.untrue(facts, document.lines)
        if untrue:
            message = f"was not read faithfully, which is a fault of this program: {'; '.join(untrue)}"
            raise _Refused(message)
        if by_hand.title:
            facts = dataclasses.replace(facts, title=Passage(by_hand.title))
        day, date_from = self._date(facts, by_hand)
        folder, *below = path.relative_to(self._folder).parts
        story_id = by_hand.story_id or f"urn:uuid:{uuid.uuid5(STORY_IDS, document.cleaned_text)}"
        return Story(
            **{field.name: getattr(facts, field.name) for field in dataclasses.fields(facts)},
            id=story_id,
            slug="",
            date=day,
            date_from=date_from,
            added=self._now,
            status="published" if facts.title.text else "draft",
            category=by_hand.category or (mask_name(folder, document.private) if below else None),
            topics=self._topics(facts) if by_hand.tags is None else by_hand.tags,
            document=Document(name, document.sha256, kind.NAME),
        )

    def _date(self, facts: Facts, by_hand: Sidecar) -> tuple[datetime.date, DateFrom]:
        """Return the story's day and where it comes from, by the order in ``docs/format.md``."""
        if by_hand.date:
            return by_hand.date, DateFrom.EDITOR
        if facts.published.value:
            return datetime.date.fromisoformat(facts.published.value[:10]), DateFrom.PUBLISHED
        if facts.first_report.date.value:
            return facts.first_report.date.value, DateFrom.FIRST_REPORT
        if facts.dates:
            return facts.dates[0].date, DateFrom.SUMMARY
        return self._now.astimezone(self._timezone).date(), DateFrom.CONVERSION

    @staticmethod
    def _topics(facts: Facts) -> tuple[str, ...]:
        if facts.page_topics.value:
            return facts.page_topics.value
        passages = (facts.standfirst, *facts.summary)
        return find_topics(facts.title.text or "", [p.text for p in passages if p and p.text])

    def _write_new(self, story: Story, name: str) -> Outcome:
        slug = make_slug(story.title.text or "", story.id, self._slugs)
        self._slugs.add(slug)
        story = dataclasses.replace(story, slug=slug)
        path = self._posts / f"{story.date}-{slug}.md"
        self._write(path, story)
        return Outcome(name, Result.NEW, path.name, untitled=not story.title.text)

    def _renew(self, known: corpus.KnownPost, story: Story, name: str) -> Outcome:
        """Write the post of a document that changed, with what was made once; not over an editor's work."""
        if post.is_edited(known.text):
            reason = "the document changed, the post was edited and is left as it is"
            return Outcome(name, Result.EDITED, known.path.name, reason)
        before = post.read(known.text, known.path.name, self._timezone)
        renewed = dataclasses.replace(
            story,
            id=before.id,
            slug=before.slug,
            added=before.added,
            modified=self._now,
            date=before.date if story.date_from is DateFrom.CONVERSION else story.date,
        )
        self._write(known.path, renewed)
        return Outcome(name, Result.CHANGED, known.path.name, untitled=not renewed.title.text)

    def _write(self, path: Path, story: Story) -> None:
        text = post.write(story)
        corpus.write_file(corpus.made_path(path), text)
        corpus.write_file(path, text)

    def hints(self) -> list[str]:
        """Return what an editor may want to do about posts that were written by hand."""
        hints = []
        for known in self._known:
            if known.document or (known.story_id and "\nadded:" in known.text):
                continue
            try:
                story = post.read(known.text, known.path.name, self._timezone)
            except post.PostError:
                continue  # the build reports it
            missing = {"story_id": story.id, "added": story.added.isoformat(), "slug": story.slug}
            lines = "".join(f"\n    {key}: {value}" for key, value in missing.items() if f"\n{key}:" not in known.text)
            if lines:
                hints.append(f"written by hand: {known.path.name}: to keep its address and feed id for good, add{lines}")
        return hints
