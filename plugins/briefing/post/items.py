"""The items of a post's lists: cards, quotes, passages and the rest, with their lines and labelled values."""

from __future__ import annotations

import difflib
import re
from typing import Any

from briefing.post import grammar
from briefing.post.blocks import Blocks, RawItem
from briefing.post.escaping import STATE_WORDS, unescape
from briefing.post.problems import Problems
from briefing.story import (
    Card,
    Figure,
    Item,
    Lines,
    Organisation,
    Origin,
    Passage,
    Person,
    Quote,
    WrittenDate,
)

_ABSENT, _ = STATE_WORDS
_COMMENT = re.compile(
    r"(?P<text>.*?)\s*<!-- (?P<first>\d+)(?:-(?P<last>\d+))?(?: (?P<origin>\w+))? -->", re.DOTALL
)
_SECOND_HAND = {"quotes", "people", "organisations"}  # sections whose items have an origin


class ItemReader:
    """Reads the items of each section."""

    def __init__(self, blocks: Blocks, problems: Problems) -> None:
        self._blocks = blocks
        self._problems = problems

    @staticmethod
    def plain(markdown: str) -> str:
        """Return the text of escaped Markdown."""
        return unescape(markdown.strip())

    def read(self, name: str) -> tuple[Any, ...]:
        """Return the items of a section."""
        section = self._blocks.sections.get(name)
        items = (self._read_item(name, raw) for raw in section.items) if section else ()
        return tuple(item for item in items if item is not None)

    def _read_item(self, name: str, raw: RawItem) -> Item | None:
        match = _COMMENT.fullmatch(raw.text.strip())
        text = match["text"] if match else raw.text.strip()
        values: dict[str, Any] = {}
        if match:
            values["lines"] = Lines(int(match["first"]), int(match["last"] or match["first"]))
        if name in _SECOND_HAND:
            values["origin"] = self._origin(match, raw.number)
        values |= self._labelled(name, raw)
        if not text:
            self._problems.add(raw.number, "a text")
            return None
        return self._make(name, text, values, raw.number)

    def _origin(self, match: re.Match[str] | None, number: int) -> Origin:
        if match is None:
            return Origin.EDITOR
        origin = match["origin"] or Origin.SUMMARY
        if origin not in list(Origin):
            self._problems.add(number, f"one of {', '.join(Origin)} as origin", origin)
            return Origin.SUMMARY
        return Origin(origin)

    def _make(self, name: str, text: str, values: dict[str, Any], number: int) -> Item | None:
        plain = unescape(text)
        match name:
            case "articles":
                return _card(None if text.lower() == _ABSENT else plain, values)
            case "quotes":
                unquoted = text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
                return Quote(unescape(unquoted), **values)
            case "people":
                return Person(plain, **values)
            case "organisations":
                return Organisation(plain, **values)
            case "dates":
                if "date" not in values:
                    self._problems.add(number, "“    - Day: 2026-06-02” below the date")
                    return None
                return WrittenDate(plain, **values)
            case "figures":
                return Figure(plain, **values)
            case _:
                return Passage(plain, **values)

    def _labelled(self, name: str, raw: RawItem) -> dict[str, Any]:
        labels = {label.label: label for label in grammar.ITEM_LABELS.get(name, ())}
        values: dict[str, Any] = {}
        for number, text in raw.nested:
            key, colon, value = (part.strip() for part in text.partition(":"))
            label = labels.get(key)
            if label is None or not colon:
                near = difflib.get_close_matches(key, labels, 1)
                expected = f"“{near[0]}: value”" if near else f"one of {', '.join(labels)}, a colon and a value"
                self._problems.add(number, expected, text[:60])
            elif label.attribute in values and not label.many:
                self._problems.add(number, f"“{key}” once", text[:60])
            else:
                self._add(values, label, value, number)
        return values

    def _add(self, values: dict[str, Any], label: grammar.ItemLabel, value: str, number: int) -> None:
        if value.lower() == _ABSENT:
            return
        if label.attribute == "excerpt" and value.endswith(grammar.ELLIPSIS):
            values["excerpt_cut"] = True
            value = value.removesuffix(grammar.ELLIPSIS).rstrip()
        try:
            parsed = label.codec.parse(unescape(value))
        except ValueError:
            parsed = ""
        if parsed == "":
            self._problems.add(number, f"{label.codec.expected} after “{label.label}:”", value)
        elif label.many:
            values[label.attribute] = (*values.get(label.attribute, ()), parsed)
        else:
            values[label.attribute] = parsed


def _card(headline: str | None, values: dict[str, Any]) -> Card:
    return Card(headline=headline, **values)
