"""The labelled values of a post: fields with their state, and the notes with their evidence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any

from briefing.post import grammar
from briefing.post.blocks import Blocks, RawItem
from briefing.post.escaping import STATE_WORDS, unescape
from briefing.post.problems import Problems
from briefing.story import Evidence, Field, FirstReport, Lines, Origin, Sides, State

_ABSENT, _LOCKED = STATE_WORDS
_VALUE = re.compile(r"(?P<text>(?:\\.|[^\\])*?)\s*(?:\[\^(?P<note>[^\]\s]+)\])?\s*")
_QUOTED = r"\"(?:[^\"]*)\""
_EVIDENCE = re.compile(
    rf"(?P<words>{_QUOTED}(?: / {_QUOTED})*) \(lines? (?P<first>\d+)(?:-(?P<last>\d+))?(?:, (?P<origin>\w+))?\)"
)


class FieldReader:
    """Reads values with their footnotes."""

    def __init__(self, blocks: Blocks, problems: Problems) -> None:
        self._problems = problems
        self._evidence: dict[str, tuple[Evidence, Origin] | None] = {
            label: self._read_note(label, number, text) for label, (number, text) in blocks.notes.items()
        }

    def is_evidence(self, label: str) -> bool:
        """Return whether a footnote is evidence; any other is an editor's own."""
        return label.isdecimal() or self._evidence.get(label) is not None

    def _read_note(self, label: str, number: int, text: str) -> tuple[Evidence, Origin] | None:
        match = _EVIDENCE.fullmatch(text.strip())
        if match is None:
            if label.isdecimal():
                self._problems.add(number, '[^1]: "the words" (line 17)', text[:60])
            return None
        if match["origin"] and match["origin"] not in list(Origin):
            self._problems.add(number, f"one of {', '.join(Origin)} as origin", match["origin"])
            return None
        words = tuple(unescape(quoted) for quoted in re.findall(r'"([^"]*)"', match["words"]))
        lines = Lines(int(match["first"]), int(match["last"] or match["first"]))
        return Evidence(lines, words), Origin(match["origin"] or Origin.PAGE)

    def value(self, item: RawItem, codec: grammar.Codec) -> Field[Any]:
        """Return the field of a cell such as ``57%[^4]``. What is stated without a footnote is an editor's."""
        match = _VALUE.fullmatch(item.text)
        text, label = (match["text"], match["note"]) if match else (item.text, None)
        if label is not None and self._evidence.get(label) is None:
            self._problems.add(item.number, f"a footnote [^{label}]: with the words that this was read from")
        evidence, origin = (self._evidence.get(label) if label else None) or (None, Origin.EDITOR)
        if text.lower() == _ABSENT:
            return Field()
        if text.lower() == _LOCKED:
            return Field(State.LOCKED, None, evidence, origin)
        try:
            value = codec.parse(unescape(text))
        except ValueError:
            value = None
        if value is None or value == "":
            expected = f"{codec.expected}, “{_ABSENT}” or “{_LOCKED}”"
            self._problems.add(item.number, expected, text)
            return Field()
        return Field(State.STATED, value, evidence, origin)

    def by(self, item: RawItem | None) -> Field[Any]:
        """Return whose the summary is, of a line such as ``By Ground AI[^1]``."""
        if item is None:
            return Field()
        return self.value(RawItem(item.number, item.text.removeprefix("By").strip()), grammar.TEXT)

    def facts(self, items: Sequence[RawItem]) -> dict[str, Any]:
        """Return the attributes of a story that the rows of the facts' table give."""
        cells = {row.label: row for row in grammar.FACT_ROWS}
        found: dict[str, Field[Any]] = {row.path: Field() for row in grammar.FACT_ROWS}
        seen: set[str] = set()
        topics: list[Field[Any]] = []
        for item in items:
            label, bar, value = (part.strip() for part in item.text.partition("|"))
            cell = RawItem(item.number, value)
            if not bar or label not in grammar.FACT_LABELS:
                self._problems.add(item.number, self._expected_label(label), item.text[:60])
            elif label == grammar.TOPIC_LABEL:
                topics.append(self.value(cell, grammar.TEXT))
            elif label in seen:
                self._problems.add(item.number, f"one row “{label}”", item.text[:60])
            else:
                found[cells[label].path] = self.value(cell, cells[label].codec)
            seen.add(label)
        return _attributes(found) | {"page_topics": _joined(topics)}

    @staticmethod
    def _expected_label(label: str) -> str:
        near = difflib.get_close_matches(label, grammar.FACT_LABELS, 1)
        return f"“| {near[0]} | value |”" if near else f"a row with one of {', '.join(grammar.FACT_LABELS)}"


def _attributes(found: dict[str, Field[Any]]) -> dict[str, Any]:
    """Put the fields of dotted paths together into the parts of a story."""
    plain = {path: field for path, field in found.items() if "." not in path}
    return plain | {
        "first_report": FirstReport(*(found[f"first_report.{part}"] for part in ("outlet", "place", "date"))),
        "bias": Sides(*(found[f"bias.{side}"] for side in grammar.SIDES.values())),
        "counts": Sides(*(found[f"counts.{side}"] for side in grammar.SIDES.values())),
    }


def _joined(topics: Sequence[Field[Any]]) -> Field[Any]:
    """Return the rows of the page's topics as one field."""
    stated = [topic for topic in topics if topic.stated]
    if not stated:
        return topics[0] if topics else Field()
    return Field(State.STATED, tuple(topic.value for topic in stated), stated[0].evidence, stated[0].origin)
