"""Whose a value is: a post as it stands, held against the post as it was written.

What differs is the editor's, with the page's own value kept beside it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, TypeVar

from briefing.story import DateFrom, Field, FirstReport, Item, Origin, Passage, Sides, Story

ItemT = TypeVar("ItemT", bound=Item)

_ITEM_LISTS = ("summary", "coverage", "quotes", "people", "organisations", "dates", "figures")


def attribute(story: Story, written: Story) -> Story:
    """Return ``story`` with what an editor changed marked as the editor's.

    :param story: the post as it stands
    :param written: the post as convert wrote it
    """
    changes: dict[str, Any] = {}
    for attribute_ in dataclasses.fields(story):
        name = attribute_.name
        value, base = getattr(story, name), getattr(written, name)
        if isinstance(value, Field):
            changes[name] = _field(value, base)
        elif isinstance(value, Sides | FirstReport):
            parts = [part.name for part in dataclasses.fields(value)]
            changes[name] = type(value)(*(_field(getattr(value, p), getattr(base, p)) for p in parts))
        elif name in _ITEM_LISTS:
            changes[name] = _items(value, base)
    changes["title"] = _passage(story.title, written.title)
    changes["standfirst"] = _passage(story.standfirst, written.standfirst) if story.standfirst else None
    if story.date != written.date:
        changes["date_from"] = DateFrom.EDITOR
    return dataclasses.replace(story, **changes)


def _field(field: Field[Any], base: Field[Any]) -> Field[Any]:
    if (field.state, field.value) == (base.state, base.value):
        return base
    origin = Origin.EDITOR if field.stated else None
    return Field(field.state, field.value, None, origin, base)


def _passage(passage: Passage, base: Passage | None) -> Passage:
    if base is not None and passage.text == base.text:
        return base
    return Passage(passage.text, None, base)


def _items(items: Sequence[ItemT], base: Sequence[ItemT]) -> tuple[ItemT, ...]:
    """Keep what is as it was written; of the rest, an item that still cites lines is that one, changed."""
    left = [item for item in base if item not in items]
    return tuple(item if item in base else _changed(item, left) for item in items)


def _changed(item: ItemT, left: list[ItemT]) -> ItemT:
    was = next((candidate for candidate in left if item.lines and candidate.lines == item.lines), None)
    if was is not None:
        left.remove(was)
    changes: dict[str, Any] = {"lines": None, "page": was}
    if hasattr(item, "origin"):
        changes["origin"] = Origin.EDITOR
    return dataclasses.replace(item, **changes)
