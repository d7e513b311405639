"""What the parts of a story are called to an editor, and how their values are shown."""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import Any

from briefing.matching import main_text
from briefing.post import grammar
from briefing.shortening import shorten
from briefing.story import Card, Field, Item, Save, State

ITEMS = {
    "summary": "summary point",
    "coverage": "article",
    "quotes": "quotation",
    "people": "person",
    "organisations": "organisation",
    "dates": "written date",
    "figures": "figure",
    "topics": "tag",
    "page_topics": "topic",
}
LISTS = {kind: "people" if name == "person" else f"{name}s" for kind, name in ITEMS.items()}
_ROWS = {row.path: row for row in grammar.FACT_ROWS}
_OTHERS = {
    "title": "headline",
    "language": "language (lang)",
    "summary_by": "whose words the summary is",
    **{f"side_summaries.{side}": f"{label}, in short" for label, side in grammar.SIDES.items()},
}
_PLACES = {
    "": "before the first section",
    "header": "in the header",
    "standfirst": "at the standfirst",
    "notes": "among the footnotes",
}
_LABELS = {label.attribute: label.label.lower() for labels in grammar.ITEM_LABELS.values() for label in labels}
_NAMED_BY = 8  # words of an item's text that tell it from others


def name_part(path: str) -> str:
    """Return what an attribute of a story is called; a dot leads into a part."""
    row = _ROWS.get(path)
    return row.label if row else _OTHERS.get(path, path.replace("_", " "))


def name_item(kind: str, number: int | None, item: Item | str) -> str:
    """Return what an item is called: ``article 2 “Ships are back”``.

    :param kind: the attribute of a story that lists it
    :param number: its place in the editor's list, from 1; None for one that is new in the document
    """
    name = f"new {ITEMS[kind]}" if number is None else f"{ITEMS[kind]} {number}"
    if not isinstance(item, Card):
        return name
    text = item.headline or item.outlet
    return f"{name} “{shorten(text, _NAMED_BY)}”" if text else name


def name_value(kind: str, attribute: str) -> str:
    """Return what a value of an item is called; empty for the text that it has above its labelled values."""
    if kind == "coverage" and attribute == "headline":
        return "headline"
    return _LABELS.get(attribute, "")


def name_place(section: str) -> str:
    """Return where an editor's text stands."""
    return _PLACES.get(section) or f"below “{grammar.HEADINGS.get(section, section)}”"


def show_field(path: str, field: Field[Any]) -> str:
    """Return a field as its row shows it."""
    if field.state is State.ABSENT:
        return "not stated"
    if field.state is State.LOCKED:
        return "locked"
    return _ROWS[path].codec.format(field.value) if path in _ROWS else show(field.value)


def show(value: Any) -> str:
    """Return any other value: a text, a number, a day, or several of them."""
    if dataclasses.is_dataclass(value):
        shown = (getattr(value, field.name) for field in dataclasses.fields(value))
        return ", ".join(show(part) for part in shown if part not in (None, ()))
    return "; ".join(map(show, value)) if isinstance(value, tuple) else str(value)


def show_save(save: Save) -> str:
    """Return what an earlier save says, on one line."""
    rows = ((row.label, row.path, attrgetter(row.path)(save)) for row in grammar.SAVE_ROWS)
    labelled = [f"{label}: {show_field(path, field)}" for label, path, field in rows if field.state is not State.ABSENT]
    return " · ".join([save.title.text or "not stated", *labelled])


def show_item(kind: str, item: Item | str) -> str:
    """Return an item whole, on one line."""
    text = main_text(item) or "not stated"
    labelled = [
        f"{label.label}: {show(value)}"
        for label in grammar.ITEM_LABELS.get("articles" if kind == "coverage" else kind, ())
        if (value := getattr(item, label.attribute)) not in (None, ())
    ]
    return " · ".join([text, *labelled])
