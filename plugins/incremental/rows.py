"""Rows as the index keeps them, in JSON, and how stories belong to what they do."""

from __future__ import annotations

import datetime
import json
from dataclasses import fields
from typing import Any

from briefing.story import Sides
from edition.belonging import OfBlindspot, OfCorrections, OfOutlet, OfPlace
from edition.row import Row, TopicName

_NAMES = tuple(field.name for field in fields(Row))


def to_json(row: Row) -> str:
    """Return a row as JSON."""
    values = {name: getattr(row, name) for name in _NAMES}
    values["date"] = row.date.isoformat()
    values["added"] = row.added.isoformat()
    values["modified"] = row.modified.isoformat() if row.modified else None
    values["bias"] = [row.bias.left, row.bias.center, row.bias.right]
    values["topics"] = [[topic.name, topic.slug] for topic in row.topics]
    return json.dumps(list(values.values()), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Row:
    """Return the row that JSON of :func:`to_json` tells."""
    values = dict(zip(_NAMES, json.loads(text), strict=True))
    values["date"] = datetime.date.fromisoformat(values["date"])
    values["added"] = datetime.datetime.fromisoformat(values["added"])
    values["modified"] = datetime.datetime.fromisoformat(values["modified"]) if values["modified"] else None
    values["bias"] = Sides(*values["bias"])
    values["topics"] = tuple(TopicName(name, slug) for name, slug in values["topics"])
    values["outlets"] = tuple(values["outlets"])
    values["places"] = tuple(values["places"])
    return Row(**values)


def read_detail(kind: str, text: str | None) -> Any:
    """Return how a story belongs to something of a kind, from JSON."""
    if text is None:
        return None
    values = json.loads(text)
    if kind == "outlet":
        articles, rating, is_first = values
        return OfOutlet(tuple(map(tuple, articles)), rating, is_first)
    if kind == "place":
        is_first, first_by, is_dateline, outlets = values
        return OfPlace(is_first, first_by, is_dateline, tuple(outlets))
    if kind == "blindspot":
        return OfBlindspot(*values)
    return OfCorrections(tuple(map(tuple, values[0])))
