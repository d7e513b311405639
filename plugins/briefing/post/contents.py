"""What the sections of a post list, in their order: items, and the rows of the facts' table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from briefing.post import grammar
from briefing.story import Correction, Field, Item, Save, State, Story

_LISTS = ("summary", "quotes", "people", "organisations", "dates", "figures", "history", "corrections")
_NOTHING = (None, None, None, None)
_FIND_FACTS = attrgetter(*(row.path for row in grammar.FACT_ROWS))
_FIND_FACTS_OF_SAVES = attrgetter(*(row.path for row in grammar.SAVE_ROWS))
_ATTRIBUTES = {name: name for name in _LISTS} | {"articles": "coverage"}  # of a story, by section


class LabelledField(NamedTuple):
    """A field as a row or an item shows it."""

    label: str
    field: Field[Any]
    codec: grammar.Codec


Listed = Item | LabelledField | Save | Correction


def contents(story: Story, section: str) -> tuple[Listed, ...]:
    """Return what a section lists."""
    if section == "facts":
        return tuple(_fact_rows(story))
    if section == "sides":
        sides = [LabelledField(k, getattr(story.side_summaries, v), grammar.TEXT) for k, v in grammar.SIDES.items()]
        return tuple(sides) if any(_says_something(side.field) for side in sides) else ()
    if section == "standfirst":
        return (story.standfirst,) if story.standfirst else ()
    items: tuple[Item | Save | Correction, ...] = getattr(story, _ATTRIBUTES[section]) if section in _ATTRIBUTES else ()
    return items


def _fact_rows(story: Story) -> Iterator[LabelledField]:
    """Yield the rows of the facts' table: none for a post without a document that states nothing."""
    fields = _FIND_FACTS(story)
    topics = story.page_topics
    if story.document is None and not any(map(_says_something, (topics, *fields))):
        return
    yield from _told(fields, grammar.FACT_ROWS, is_article=story.is_article)
    if story.is_article and not _says_something(topics):
        return
    for topic in topics.value or (None,):
        field = Field(topics.state, topic, topics.evidence, topics.origin)
        yield LabelledField(grammar.TOPIC_LABEL, field, grammar.TEXT)


def save_rows(save: Save) -> tuple[LabelledField, ...]:
    """Return the facts of an earlier save."""
    return tuple(_told(_FIND_FACTS_OF_SAVES(save), grammar.SAVE_ROWS, is_article=False))


def _told(
    fields: Sequence[Field[Any]], rows: Sequence[grammar.FactRow], *, is_article: bool
) -> Iterator[LabelledField]:
    """Yield the rows that are written: some only where there is something to say."""
    for field, row in zip(fields, rows, strict=True):
        if (row.of_articles if is_article else row.always) or _says_something(field):
            yield LabelledField(row.label, field, row.codec)


def _says_something(field: Field[Any]) -> bool:
    """Whether a field is other than one of which neither the page nor an editor says anything."""
    return field.state is not State.ABSENT or (field.value, field.evidence, field.origin, field.page) != _NOTHING
