"""What the sections of a post list, in their order: items, and the rows of the facts' table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from briefing.post import grammar
from briefing.story import Correction, Field, Item, Save, Story

_LISTS = ("summary", "quotes", "people", "organisations", "dates", "figures", "history", "corrections")
_ATTRIBUTES = {name: name for name in _LISTS} | {"articles": "coverage"}  # of a story, by section


@dataclass(frozen=True, slots=True)
class LabelledField:
    """A field as a row or an item shows it."""

    label: str
    field: Field[Any]
    codec: grammar.Codec


def contents(story: Story, section: str) -> tuple[Item | LabelledField | Save | Correction, ...]:
    """Return what a section lists."""
    if section == "facts":
        return tuple(_fact_rows(story))
    if section == "sides":
        sides = [LabelledField(k, getattr(story.side_summaries, v), grammar.TEXT) for k, v in grammar.SIDES.items()]
        return tuple(sides) if any(side.field != Field() for side in sides) else ()
    if section == "standfirst":
        return (story.standfirst,) if story.standfirst else ()
    items: tuple[Item | Save | Correction, ...] = getattr(story, _ATTRIBUTES[section]) if section in _ATTRIBUTES else ()
    return items


def _fact_rows(story: Story) -> Iterator[LabelledField]:
    """Yield the rows of the facts' table: none for a post without a document that states nothing."""
    rows = [LabelledField(row.label, attrgetter(row.path)(story), row.codec) for row in grammar.FACT_ROWS]
    topics = story.page_topics
    if story.document is None and topics == Field() and all(row.field == Field() for row in rows):
        return
    yield from _told(rows, grammar.FACT_ROWS, is_article=story.is_article)
    if story.is_article and topics == Field():
        return
    for topic in topics.value or (None,):
        field = Field(topics.state, topic, topics.evidence, topics.origin)
        yield LabelledField(grammar.TOPIC_LABEL, field, grammar.TEXT)


def save_rows(save: Save) -> tuple[LabelledField, ...]:
    """Return the facts of an earlier save."""
    rows = [LabelledField(row.label, attrgetter(row.path)(save), row.codec) for row in grammar.SAVE_ROWS]
    return tuple(_told(rows, grammar.SAVE_ROWS, is_article=False))


def _told(
    rows: Sequence[LabelledField], forms: Sequence[grammar.FactRow], *, is_article: bool
) -> Iterator[LabelledField]:
    """Yield the rows that are written: some only where there is something to say."""
    for row, form in zip(rows, forms, strict=True):
        if (form.of_articles if is_article else form.always) or row.field != Field():
            yield row
