"""Whose a value is: a post as it stands, held against the post as it was written.

What differs is the editor's, with the page's own value kept beside it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from briefing.matching import match_edited, words_of
from briefing.shortening import says
from briefing.story import DateFrom, Field, FirstReport, Item, Origin, Passage, Save, Sides, State, Story

ItemT = TypeVar("ItemT", bound=Item)

_ITEM_LISTS = ("summary", "coverage", "quotes", "people", "organisations", "dates", "figures")


def attribute(story: Story, written: Story) -> Story:
    """Return ``story`` with what an editor changed marked as the editor's.

    :param story: the post as it stands
    :param written: the post as convert wrote it
    """
    changes = _facts(story, lambda name, field: _field(field, attrgetter(name)(written)))
    changes |= {name: _items(getattr(story, name), getattr(written, name)) for name in _ITEM_LISTS}
    changes["title"] = _passage(story.title, written.title)
    changes["standfirst"] = _passage(story.standfirst, written.standfirst) if story.standfirst else None
    changes["history"] = _saves(story.history, written.history)
    if story.date != written.date:
        changes["date_from"] = DateFrom.EDITOR
    return dataclasses.replace(story, **changes)


def doubt(story: Story) -> Story:
    """Return an edited ``story`` whose post as written is lost: what its evidence does not say is the editor's."""
    history = tuple(dataclasses.replace(save, **_facts(save, _doubted)) for save in story.history)
    return dataclasses.replace(story, **_facts(story, _doubted), history=history)


def _facts(holder: Story | Save, change: Callable[[str, Field[Any]], Field[Any]]) -> dict[str, Any]:
    """Return all fields of a story or a save, changed; ``change`` gets the path of each, a dot leads into a part."""
    changes: dict[str, Any] = {}
    for attribute_ in dataclasses.fields(holder):
        name, value = attribute_.name, getattr(holder, attribute_.name)
        if isinstance(value, Field):
            changes[name] = change(name, value)
        elif isinstance(value, Sides | FirstReport):
            parts = (part.name for part in dataclasses.fields(value))
            changes[name] = type(value)(*(change(f"{name}.{part}", getattr(value, part)) for part in parts))
    return changes


def _saves(saves: Sequence[Save], written: Sequence[Save]) -> tuple[Save, ...]:
    """Return the earlier saves that an editor left, each held against the written one of the same document."""
    bases = {save.document.name: save for save in reversed(written)}
    return tuple(_save(save, bases.get(save.document.name)) for save in saves)


def _save(save: Save, base: Save | None) -> Save:
    was = base or Save(document=save.document, title=Passage(""))
    facts = _facts(save, lambda name, field: _field(field, attrgetter(name)(was)))
    return dataclasses.replace(save, title=_passage(save.title, base.title if base else None), **facts)


def _doubted(_name: str, field: Field[Any]) -> Field[Any]:
    if not field.stated or field.evidence is None or says(field.evidence.words, field.value):
        return field
    return Field(State.STATED, field.value, None, Origin.EDITOR)


def _field(field: Field[Any], base: Field[Any]) -> Field[Any]:
    if (field.state, field.value) == (base.state, base.value):
        return base
    origin = None if field.state is State.ABSENT else Origin.EDITOR
    return Field(field.state, field.value, None, origin, base)


def _passage(passage: Passage, base: Passage | None) -> Passage:
    if base is not None and passage.text == base.text:
        return base
    return Passage(passage.text, None, base)


def _items(items: Sequence[ItemT], base: Sequence[ItemT]) -> tuple[ItemT, ...]:
    """Return each item as it was written if it says the same, else as an editor's with the page's beside it."""
    return tuple(
        _item(item, base[place] if place is not None else None)
        for item, place in zip(items, match_edited(items, base), strict=True)
    )


def _item(item: ItemT, was: ItemT | None) -> ItemT:
    return was if was is not None and words_of(item) == words_of(was) else _changed(item, was)


def _changed(item: ItemT, was: ItemT | None) -> ItemT:
    changes: dict[str, Any] = {"lines": None, "page": was}
    if hasattr(item, "origin"):
        changes["origin"] = Origin.EDITOR
    return dataclasses.replace(item, **changes)
