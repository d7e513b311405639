"""The labelled values of a post: fields with their state, and the notes with their evidence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any

from briefing.post import grammar
from briefing.post.escaping import STATE_WORDS, escape, unescape
from briefing.post.marks import references
from briefing.post.parts import Blocks, RawItem
from briefing.post.problems import Problems
from briefing.story import Evidence, Field, FirstReport, Origin, Sides, State

_ABSENT, _LOCKED = STATE_WORDS
_ORIGINS = (Origin.PAGE, Origin.SUMMARY, Origin.OUTLET)  # whose words a document has
_VALUE = re.compile(r"(?P<text>(?:\\.|[^\\])*?)\s*(?:\[\^(?P<note>[^\]\s]+)\])?\s*")
_OWN_BAR = re.compile(r"(?<!\\)\|")  # begins another cell
_QUOTED = r"\"(?:[^\"]*)\""
_EVIDENCE = re.compile(
    rf"(?P<words>{_QUOTED}(?: / {_QUOTED})*)"
    rf" \(lines? (?P<lines>[0-9]+(?:-[0-9]+)?)(?: of (?P<document>{_QUOTED}))?(?:, (?P<origin>\w+))?\)"
)


class FieldReader:
    """Reads values with their footnotes."""

    def __init__(self, blocks: Blocks, problems: Problems) -> None:
        self._problems = problems
        self._notes = blocks.notes
        self._evidence = {label: read_evidence(text) for label, (_, text) in blocks.notes.items()}

    @property
    def quoting(self) -> set[str]:
        """The labels of the footnotes that quote a document."""
        return {label for label, evidence in self._evidence.items() if evidence}

    def _find_evidence(self, label: str, number: int, document: str | None) -> tuple[Evidence | None, Origin]:
        """Return what a value in line ``number`` was read from."""
        found = self._evidence.get(label)
        if found and found[2] == document:
            return found[:2]
        of = f" of {_quoted(document)}" if document else ""
        expected = f'[^{label}]: "the words of the document" (line 17{of})'
        if label in self._notes:
            line, text = self._notes[label]
            self._problems.add(line, expected, text)
        else:
            self._problems.add(number, f"below, a footnote {expected}")
        return None, Origin.EDITOR

    def value(self, item: RawItem, codec: grammar.Codec, document: str | None = None) -> Field[Any]:
        """Return the field of a cell such as ``57%[^4]``. What is stated without a footnote is an editor's.

        :param document: the name of the document that the footnote quotes; None for that of the story
        """
        match = _VALUE.fullmatch(item.text)
        text, label = (match["text"], match["note"]) if match else (item.text, None)
        evidence, origin = self._find_evidence(label, item.number, document) if label else (None, Origin.EDITOR)
        if text.lower() == _ABSENT:
            return Field()
        if text.lower() == _LOCKED:
            return Field(State.LOCKED, None, evidence, origin)
        try:
            value = codec.parse(unescape(text))
        except ValueError:
            value = ""
        if value == "" or references(text):
            expected = f"{codec.expected}, “{_ABSENT}” or “{_LOCKED}”, with at most one footnote"
            self._problems.add(item.number, expected, item.text or "nothing")
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
            if _OWN_BAR.search(value):
                self._problems.add(item.number, "two cells, “| label | value |”", item.text)
            elif not bar or label not in grammar.FACT_LABELS:
                self._problems.add(item.number, self._expected_label(label), item.text)
            elif label == grammar.TOPIC_LABEL:
                topics.append(self.value(cell, grammar.TEXT))
            elif label in seen:
                self._problems.add(item.number, f"one row “{label}”", item.text)
            else:
                found[cells[label].path] = self.value(cell, cells[label].codec)
            seen.add(label)
        return join_parts(found) | {"page_topics": _joined(topics)}

    @staticmethod
    def _expected_label(label: str) -> str:
        near = difflib.get_close_matches(label, grammar.FACT_LABELS, 1)
        return f"“| {near[0]} | value |”" if near else f"a row with one of {', '.join(grammar.FACT_LABELS)}"


def read_evidence(text: str) -> tuple[Evidence, Origin, str | None] | None:
    """Return what a note quotes, whose words it is, and the document that it names; None where it has another form.

    The document is None where it is that of the story.
    """
    match = _EVIDENCE.fullmatch(re.sub(r"\s*\n\s*", " ", text))
    if match is None or match["origin"] not in (None, *_ORIGINS):
        return None
    words = tuple(unescape(quoted) for quoted in re.findall(r'"([^"]*)"', match["words"]))
    document = unescape(match["document"][1:-1]) if match["document"] else None
    try:
        return Evidence(grammar.parse_lines(match["lines"]), words), Origin(match["origin"] or Origin.PAGE), document
    except ValueError:
        return None


def write_evidence(evidence: Evidence, origin: Origin, document: str | None = None) -> str:
    """Return the text of a note that quotes a document.

    :param document: its name; None for that of the story
    """
    words = " / ".join(map(_quoted, evidence.words))
    lines = "line" if evidence.lines.first == evidence.lines.last else "lines"
    of = f" of {_quoted(document)}" if document else ""
    return f"{words} ({lines} {evidence.lines}{of}{'' if origin is Origin.PAGE else f', {origin}'})"


def _quoted(text: str) -> str:
    return f'"{escape(text).replace(chr(34), "&quot;")}"'


def join_parts(found: dict[str, Field[Any]]) -> dict[str, Any]:
    """Put the fields of dotted paths together into the parts of a story or a save."""
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
