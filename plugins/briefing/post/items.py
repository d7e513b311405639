"""The items of a post's lists: cards, quotes, passages and the rest, with their lines and labelled values."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import Any

from briefing.post import grammar
from briefing.post.escaping import ABSENT, is_word, unescape
from briefing.post.marks import as_link, references
from briefing.post.parts import Blocks, RawItem
from briefing.post.problems import Problems
from briefing.story import (
    Card,
    Correction,
    Figure,
    Item,
    Organisation,
    Origin,
    Passage,
    Person,
    Quote,
    WrittenDate,
)

_QUOTATION_MARKS = ('""', "“”", "„“", "«»", "‘’")  # noqa: RUF001 - as written, and as editors may
_KINDS: dict[str, Callable[..., Item]] = {
    "quotes": Quote,
    "people": Person,
    "organisations": Organisation,
    "dates": WrittenDate,
    "figures": Figure,
}
_LABELS = {name: {label.label: label for label in labels} for name, labels in grammar.ITEM_LABELS.items()}
_SECOND_HAND = {"quotes", "people", "organisations"}  # sections whose items have an origin


class ItemReader:
    """Reads the items of each section."""

    def __init__(self, blocks: Blocks, problems: Problems) -> None:
        self._blocks = blocks
        self._problems = problems

    def read(self, name: str) -> tuple[Any, ...]:
        """Return the items of a section."""
        section = self._blocks.sections.get(name)
        if section is None:
            return ()
        items = [self._read_item(name, raw) for raw in section.items]
        return tuple(item for item in items if item is not None)

    def corrections(self) -> tuple[Correction, ...]:
        """Return what an editor corrected."""
        section = self._blocks.sections.get("corrections")
        found = (self._correction(item) for item in section.items) if section else ()
        return tuple(correction for correction in found if correction is not None)

    def _correction(self, item: RawItem) -> Correction | None:
        day, _, text = (part.strip() for part in item.text.partition(":"))
        try:
            date = grammar.parse_day(day)
        except ValueError:
            date = None
        if date is None or not text:
            self._problems.add(item.number, "“2026-06-05: what was corrected”", item.text)
            return None
        return Correction(date, unescape(text)) if self.is_plain(text, item.number) else None

    def _read_item(self, name: str, raw: RawItem) -> Item | None:
        values = self.marked(name, raw)
        for label, text, number in self.labelled(name, raw):
            self.add(values, label, text, number)
        text = _unquoted(raw.text) if name == "quotes" else raw.text
        return self._make(name, text, values, raw.number) if self.is_plain(text, raw.number) else None

    def is_plain(self, text: str, number: int) -> bool:
        """Whether the text in line ``number`` can be that of an item; what is wrong with it is noted."""
        if references(text):
            self._problems.add(number, "a text without a footnote: what you note can stand in a paragraph below", text)
        elif not unescape(text):
            self._problems.add(number, "a text")
        else:
            return True
        return False

    def marked(self, name: str, raw: RawItem) -> dict[str, Any]:
        """Return lines and origin, as the comment of an item says; without a comment it is an editor's."""
        values: dict[str, Any] = {}
        if name in _SECOND_HAND:
            values["origin"] = Origin.SUMMARY if raw.mark else Origin.EDITOR
        if not raw.mark:
            return values
        lines, _, origin = raw.mark.partition(" ")
        if origin and name not in _SECOND_HAND:
            self._problems.add(raw.number, f"<!-- {lines} -->", f"<!-- {raw.mark} -->")
        elif origin and origin not in list(Origin):
            self._problems.add(raw.number, f"one of {', '.join(Origin)} as origin", f"<!-- {raw.mark} -->")
        elif origin:
            values["origin"] = Origin(origin)
        try:
            values["lines"] = grammar.parse_lines(lines)
        except ValueError:
            self._problems.add(raw.number, "lines such as <!-- 12 --> or <!-- 21-29 -->", f"<!-- {raw.mark} -->")
        return values

    def _make(self, name: str, text: str, values: dict[str, Any], number: int) -> Item | None:
        if name == "articles":
            return self._card(text, values, number)
        if name == "dates" and "date" not in values:
            self._problems.add(number, "“    - Day: 2026-06-02” below the date", text)
            return None
        return _KINDS.get(name, Passage)(unescape(text), **values)

    def labelled(self, name: str, raw: RawItem) -> Iterator[tuple[grammar.ItemLabel, str, int]]:
        """Yield the labelled values of an item of a section: label, text and line of each."""
        labels = _LABELS.get(name, {})
        seen: set[str] = set()
        for number, text in raw.nested:
            key, colon, value = text.partition(":")
            key, value = key.strip(), value.strip()
            label = labels.get(key)
            if label is None or not colon:
                near = difflib.get_close_matches(key, labels, 1)
                expected = f"“{near[0]}: value”" if near else f"one of {', '.join(labels)}, a colon and a value"
                self._problems.add(number, expected, text)
            elif key in seen and not label.many:
                self._problems.add(number, f"“{key}” once", text)
            else:
                seen.add(key)
                yield label, value, number

    def add(self, values: dict[str, Any], label: grammar.ItemLabel, value: str, number: int) -> None:
        """Add a labelled value to those of its item, unless it is one that is not stated."""
        if is_word(value, ABSENT):
            return
        if label.attribute == "excerpt" and value.endswith(grammar.ELLIPSIS):
            values["excerpt_cut"] = True
            value = value.removesuffix(grammar.ELLIPSIS).rstrip()
        try:
            parsed = label.codec.parse(unescape(value))
        except ValueError:
            parsed = ""
        if parsed == "" or references(value):
            self._problems.add(number, f"{label.codec.expected} after “{label.label}:”", value)
        elif label.many:
            values[label.attribute] = (*values.get(label.attribute, ()), parsed)
        else:
            values[label.attribute] = parsed

    def _card(self, text: str, values: dict[str, Any], number: int) -> Card:
        """Return a card; a headline that an editor wrote as a link has the address in it."""
        link = as_link(text)
        if link and "url" in values:
            self._problems.add(number, "one link, that of the headline or “Link:”", text)
        headline, url = (link[0], {"url": unescape(link[1])}) if link else (text, {})
        return Card(headline=None if is_word(text, ABSENT) else unescape(headline), **values | url)


def _unquoted(text: str) -> str:
    """Return a quotation without the marks around it, if these are one pair."""
    within = text[1:-1]
    around = text[:1] + text[-1:]
    is_pair = around == '""' or (around in _QUOTATION_MARKS and not set(around) & set(within))
    return within if len(text) > 1 and is_pair else text
