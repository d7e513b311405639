"""Whose a value is: a post as it stands, held against the post as it was written.

What differs is the editor's, with the page's own value kept beside it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from briefing.shortening import says
from briefing.story import DateFrom, Field, FirstReport, Item, Origin, Passage, Sides, State, Story

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
            changes[name] = type(value)(*map(_field, _parts(value), _parts(base)))
        elif name in _ITEM_LISTS:
            changes[name] = _items(value, base)
    changes["title"] = _passage(story.title, written.title)
    changes["standfirst"] = _passage(story.standfirst, written.standfirst) if story.standfirst else None
    if story.date != written.date:
        changes["date_from"] = DateFrom.EDITOR
    return dataclasses.replace(story, **changes)


def doubt(story: Story) -> Story:
    """Return an edited ``story`` whose post as written is lost: what its evidence does not say is the editor's."""
    changes: dict[str, Any] = {}
    for attribute_ in dataclasses.fields(story):
        value = getattr(story, attribute_.name)
        if isinstance(value, Field):
            changes[attribute_.name] = _doubted(value)
        elif isinstance(value, Sides | FirstReport):
            changes[attribute_.name] = type(value)(*map(_doubted, _parts(value)))
    return dataclasses.replace(story, **changes)


def _parts(fields: Any) -> list[Field[Any]]:
    return [getattr(fields, part.name) for part in dataclasses.fields(fields)]


def _doubted(field: Field[Any]) -> Field[Any]:
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
    """Return each item as it was written if it says the same; of the rest, one that cites the same lines is changed.

    What says the same is the page's even where an editor lost the comment with its lines.
    """
    left = list(base)
    same = [_take(left, item, _says_the_same) for item in items]
    return tuple(
        was or _changed(item, _take(left, item, _cites_the_same)) for item, was in zip(items, same, strict=True)
    )


def _take(left: list[ItemT], item: ItemT, is_it: Callable[[ItemT, ItemT], bool]) -> ItemT | None:
    """Take what fits an item best out of ``left``: the very same, else the first that ``is_it``."""
    found = item if item in left else next((was for was in left if is_it(item, was)), None)
    if found is not None:
        left.remove(found)
    return found


def _says_the_same(item: ItemT, was: ItemT) -> bool:
    return _words(item) == _words(was)


def _cites_the_same(item: ItemT, was: ItemT) -> bool:
    return item.lines is not None and item.lines == was.lines


def _words(item: ItemT) -> list[Any]:
    """Return what an item says, without where it stands and whose it is."""
    return [getattr(item, f.name) for f in dataclasses.fields(item) if f.name not in ("lines", "origin", "page")]


def _changed(item: ItemT, was: ItemT | None) -> ItemT:
    changes: dict[str, Any] = {"lines": None, "page": was}
    if hasattr(item, "origin"):
        changes["origin"] = Origin.EDITOR
    return dataclasses.replace(item, **changes)
