"""The labelled values of a post: fields with their state, and the notes with their evidence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any

from briefing.post import grammar
from briefing.post.escaping import ABSENT, LOCKED, escape, is_word, unescape
from briefing.post.marks import references
from briefing.post.parts import Blocks, RawItem
from briefing.post.problems import Problems
from briefing.story import Evidence, Field, FirstReport, Origin, Sides, State

_NOT_STATED: Field[Any] = Field()
_ROWS = {row.label: row for row in grammar.FACT_ROWS}
_ORIGINS = {None: Origin.PAGE} | {str(o): o for o in (Origin.PAGE, Origin.SUMMARY, Origin.OUTLET)}  # a document's
_VALUE = re.compile(r"(?P<text>(?:\\.|[^\\])*?)\s*(?:\[\^(?P<note>[^\]\s]+)\])?\s*")
_OWN_BAR = re.compile(r"(?<!\\)\|")  # begins another cell
_QUOTED = r"\"(?:[^\"]*)\""
_WORDS = re.compile(r"\"([^\"]*)\"")
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

    def value(self, text: str, number: int, codec: grammar.Codec, document: str | None = None) -> Field[Any]:
        """Return the field of a cell such as ``57%[^4]``. What is stated without a footnote is an editor's.

        :param number: the line of the cell
        :param document: the name of the document that the footnote quotes; None for that of the story
        """
        words, label = _split_value(text)
        evidence, origin = self._find_evidence(label, number, document) if label else (None, Origin.EDITOR)
        if is_word(words, ABSENT):
            return _NOT_STATED
        if is_word(words, LOCKED):
            return Field(State.LOCKED, None, evidence, origin)
        try:
            value = codec.parse(unescape(words))
        except ValueError:
            value = ""
        if value == "" or references(words):
            expected = f"{codec.expected}, “{ABSENT}” or “{LOCKED}”, with at most one footnote"
            self._problems.add(number, expected, text or "nothing")
            return _NOT_STATED
        return Field(State.STATED, value, evidence, origin)

    def by(self, item: RawItem | None) -> Field[Any]:
        """Return whose the summary is, of a line such as ``By Ground AI[^1]``."""
        if item is None:
            return _NOT_STATED
        return self.value(item.text.removeprefix("By").strip(), item.number, grammar.TEXT)

    def facts(self, items: Sequence[RawItem]) -> dict[str, Any]:
        """Return the attributes of a story that the rows of the facts' table give."""
        found = {row.path: _NOT_STATED for row in grammar.FACT_ROWS}
        seen: set[str] = set()
        topics: list[Field[Any]] = []
        for item in items:
            label, bar, value = item.text.partition("|")
            label, value = label.strip(), value.strip()
            if "|" in value and _OWN_BAR.search(value):
                self._problems.add(item.number, "two cells, “| label | value |”", item.text)
            elif not bar or not (label in _ROWS or label == grammar.TOPIC_LABEL):
                self._problems.add(item.number, self._expected_label(label), item.text)
            elif label == grammar.TOPIC_LABEL:
                topics.append(self.value(value, item.number, grammar.TEXT))
            elif label in seen:
                self._problems.add(item.number, f"one row “{label}”", item.text)
            else:
                found[_ROWS[label].path] = self.value(value, item.number, _ROWS[label].codec)
            seen.add(label)
        return join_parts(found) | {"page_topics": _joined(topics)}

    @staticmethod
    def _expected_label(label: str) -> str:
        near = difflib.get_close_matches(label, grammar.FACT_LABELS, 1)
        return f"“| {near[0]} | value |”" if near else f"a row with one of {', '.join(grammar.FACT_LABELS)}"


def _split_value(text: str) -> tuple[str, str | None]:
    """Return the text of a value and the label of the footnote after it, if there is one."""
    if "[^" not in text and "\\" not in text:
        return text.rstrip(), None
    match = _VALUE.fullmatch(text)
    return (match["text"], match["note"]) if match else (text, None)


def read_evidence(text: str) -> tuple[Evidence, Origin, str | None] | None:
    """Return what a note quotes, whose words it is, and the document that it names; None where it has another form.

    The document is None where it is that of the story.
    """
    match = _EVIDENCE.fullmatch(re.sub(r"\s*\n\s*", " ", text) if "\n" in text else text)
    origin = _ORIGINS.get(match["origin"]) if match else None
    if match is None or origin is None:
        return None
    words = tuple(map(unescape, _WORDS.findall(match["words"])))
    document = unescape(match["document"][1:-1]) if match["document"] else None
    try:
        return Evidence(grammar.parse_lines(match["lines"]), words), origin, document
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
