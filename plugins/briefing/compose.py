"""A document to a story: what its kind reads, checked, with what its sidecar, its folder and the day say."""

from __future__ import annotations

import dataclasses
import datetime
import operator
import uuid
from dataclasses import dataclass
from pathlib import Path

from briefing import documents, kinds, sidecar, truth
from briefing.doubts import Doubt, undated
from briefing.doubts import find as find_doubts
from briefing.facts.topics import find_topics
from briefing.slugs import make_slug
from briefing.steps import Steps, at_once
from briefing.story import DateFrom, Document, Facts, Passage, Story

_FACTS = tuple(field.name for field in dataclasses.fields(Facts))
_facts_of = operator.attrgetter(*_FACTS)
STORY_IDS = uuid.UUID("0b2c1f0e-5f5d-5c0e-8a4e-3d6f0c8f7a11")  # namespace of ids made from a document's text


class RefusedError(Exception):
    """A document gives no story; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document where it was found.

    ``name`` is its path below the documents folder, ``folder`` the first folder in it, both without what would tell
    about the person who saved it.
    """

    path: Path
    name: str
    folder: str | None
    document: documents.Document


@dataclass(frozen=True, slots=True)
class Composed:
    """A story as one that is new, and what only its document tells.

    ``text_id`` is made from the document's cleaned text: of two documents with the same text it is the same, and it is
    the story's id unless ``given_id`` is, which stands in the sidecar.
    """

    story: Story
    text_id: str
    given_id: str | None
    doubts: tuple[Doubt, ...]


def compose(source: Source, now: datetime.datetime, timezone: datetime.tzinfo) -> Composed:
    """Return the story of a document, as one that is new: added at ``now``, its slug not compared with others'.

    :param timezone: that of days
    :raises RefusedError: if it is of no kind, or was not read faithfully
    :raises DocumentError: if its kind cannot read it
    :raises SidecarError: if its sidecar cannot be used
    """
    return at_once(steps(source, now, timezone))


def steps(source: Source, now: datetime.datetime, timezone: datetime.tzinfo) -> Steps[Composed]:
    """Do as :func:`compose` does, with a stop after each step."""
    kind = kinds.recognise(source.document)
    if kind is None:
        message = "is no page of a kind that can be read (a Ground News story or an article)"
        raise RefusedError(message)
    by_hand = sidecar.read(source.path)
    facts = kind.parse(source.document)
    yield
    _check(facts, source.document)
    yield
    if by_hand.title:
        facts = dataclasses.replace(facts, title=Passage(by_hand.title))
    today = now.astimezone(timezone).date()
    day, date_from = (by_hand.date, DateFrom.EDITOR) if by_hand.date else _date(facts, today)
    text_id = uuid.uuid5(STORY_IDS, source.document.cleaned_text).urn
    story_id = by_hand.story_id or text_id
    story = Story(
        **dict(zip(_FACTS, _facts_of(facts), strict=True)),
        id=story_id,
        slug=make_slug(facts.title.text or "", story_id),
        date=day,
        date_from=date_from,
        added=now,
        status="published" if facts.title.text else "draft",
        category=by_hand.category or source.folder,
        topics=_topics(facts) if by_hand.tags is None else by_hand.tags,
        document=Document(source.name, source.document.sha256, kind.NAME),
    )
    doubts = find_doubts(facts, source.document, kind.NAME)
    if date_from is DateFrom.CONVERSION:
        doubts = (*doubts, undated())
    return Composed(story, text_id, by_hand.story_id, doubts)


def _check(facts: Facts, document: documents.Document) -> None:
    untrue = truth.untrue(facts, document.lines)
    if untrue:
        message = f"was not read faithfully, which is a fault of this program: {'; '.join(untrue)}"
        raise RefusedError(message)


def _date(facts: Facts, today: datetime.date) -> tuple[datetime.date, DateFrom]:
    """Return the story's day and where it comes from, by the order in ``docs/format.md``.

    A summary tells of the past and of plans as well: its latest day that is not to come is the story's. Of an article
    that is its beginning.
    """
    if facts.published.value:
        return datetime.date.fromisoformat(facts.published.value[:10]), DateFrom.PUBLISHED
    if facts.first_report.date.value:
        return facts.first_report.date.value, DateFrom.FIRST_REPORT
    summary = {passage.lines for passage in (facts.standfirst, *facts.summary) if passage}
    days = [written.date for written in facts.dates if written.date <= today and written.lines in summary]
    return (max(days), DateFrom.SUMMARY) if days else (today, DateFrom.CONVERSION)


def _topics(facts: Facts) -> tuple[str, ...]:
    if facts.page_topics.value:
        return facts.page_topics.value
    passages = (facts.standfirst, *facts.summary)
    return find_topics(facts.title.text or "", [p.text for p in passages if p and p.text])
