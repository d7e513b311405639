"""The text of a post to a story."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Sequence
from typing import Any

from briefing.post import grammar
from briefing.post.blocks import Blocks, RawItem, Section, take_apart
from briefing.post.fields import FieldReader
from briefing.post.frontmatter import parse_list
from briefing.post.items import ItemReader
from briefing.post.problems import Problems
from briefing.story import (
    Addition,
    Correction,
    DateFrom,
    Document,
    Field,
    Lines,
    Passage,
    Sides,
    State,
    Story,
)

HAND_MADE_IDS = uuid.UUID("5b0b8a52-6c0f-5f5e-9a8e-0b6d6f1c9f7e")  # namespace of posts without a story_id
_KNOWN_KEYS = frozenset(
    {
        "title", "date", "date_from", "added", "modified", "status", "lang", "category", "tags", "slug", "story_id",
        "kind", "document", "document_sha256", "title_lines", "format", "made",
    }
)  # fmt: skip
_STATUSES = ("published", "hidden", "draft", "skip")
_CORRECTION = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2}): *(?P<text>\S.*)")


def read(text: str, name: str, timezone: datetime.tzinfo = datetime.UTC) -> Story:
    """Return the story of a post.

    :param text: the whole post
    :param name: its file name, for messages and for what a post written by hand leaves out: a missing ``slug``
        is the name without date and suffix, a missing ``story_id`` the UUIDv5 of the name
    :param timezone: of days without a time; a missing ``added`` is the ``date`` at 00:00 in it
    :raises PostError: if the post does not parse; all its problems are listed
    """
    problems = Problems(name)
    reader = _Reader(take_apart(text, problems), problems, name, timezone)
    values = reader.values()
    problems.check()
    return Story(**values)


class _Reader:
    def __init__(self, blocks: Blocks, problems: Problems, name: str, timezone: datetime.tzinfo) -> None:
        self._blocks = blocks
        self._problems = problems
        self._name = name.replace("\\", "/").rpartition("/")[2]
        self._timezone = timezone
        self._fields = FieldReader(blocks, problems)
        self._items = ItemReader(blocks, problems)

    def values(self) -> dict[str, Any]:
        standfirst = self._items.read("standfirst")
        if len(standfirst) > 1:
            self._problems.add(self._section("standfirst").items[1].number, "one standfirst")
        return {
            **self._identity(),
            "title": Passage(self._text("title"), self._title_lines()),
            "standfirst": standfirst[0] if standfirst else None,
            "summary": self._items.read("summary"),
            "summary_form": self._section("summary").form or ("points" if self._section("summary").items else None),
            "summary_by": self._fields.by(self._section("summary").by),
            "side_summaries": self._sides(),
            **self._fields.facts(self._section("facts").items),
            "coverage": self._items.read("articles"),
            **{name: self._items.read(name) for name in ("quotes", "people", "organisations", "dates", "figures")},
            "corrections": self._corrections(),
            "additions": self._additions(),
            "headings": self._headings(),
        }

    def _section(self, name: str) -> Section:
        return self._blocks.sections.get(name) or Section(name, 0)

    def _text(self, key: str) -> str:
        return self._blocks.front.get(key, (0, ""))[1]

    def _line(self, key: str) -> int:
        return self._blocks.front.get(key, (1, ""))[0]

    def _identity(self) -> dict[str, Any]:
        day = self._day()
        date_from = self._choice("date_from", [origin.value for origin in DateFrom], DateFrom.EDITOR.value)
        midnight = datetime.datetime.combine(day, datetime.time(), self._timezone)
        form = self._text("format")
        if form and form != str(grammar.FORMAT):
            self._problems.add(self._line("format"), f"format {grammar.FORMAT}", form)
        return {
            "id": self._text("story_id") or f"urn:uuid:{uuid.uuid5(HAND_MADE_IDS, self._name)}",
            "slug": self._text("slug") or re.sub(r"^\d{4}-\d{2}-\d{2}-|\.\w+$", "", self._name),
            "date": day,
            "date_from": DateFrom(date_from),
            "added": self._moment("added") or midnight,
            "modified": self._moment("modified"),
            "status": self._choice("status", _STATUSES, "published"),
            "language": self._text("lang") or None,
            "category": self._text("category") or None,
            "topics": parse_list(self._text("tags")),
            "document": self._document(),
            "metadata": tuple((k, v) for k, (_, v) in self._blocks.front.items() if k not in _KNOWN_KEYS),
        }

    def _document(self) -> Document | None:
        if not self._text("document"):
            return None
        return Document(self._text("document"), self._text("document_sha256"), self._text("kind"))

    def _day(self) -> datetime.date:
        text = self._text("date")
        try:
            return datetime.date.fromisoformat(text[:10])
        except ValueError:
            self._problems.add(self._line("date"), "date: a day such as 2026-06-02", text)
            return datetime.date.min

    def _moment(self, key: str) -> datetime.datetime | None:
        text = self._text(key)
        if not text:
            return None
        try:
            moment = datetime.datetime.fromisoformat(text)
        except ValueError:
            self._problems.add(self._line(key), f"{key}: a moment such as 2026-06-03T06:30:00+00:00", text)
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=self._timezone)

    def _choice(self, key: str, choices: Sequence[str], usual: str) -> str:
        text = self._text(key) or usual
        if text in choices:
            return text
        self._problems.add(self._line(key), f"{key}: one of {', '.join(choices)}", text)
        return usual

    def _title_lines(self) -> Lines | None:
        text = self._text("title_lines")
        match = re.fullmatch(r"(\d+)(?:-(\d+))?", text)
        if text and not match:
            self._problems.add(self._line("title_lines"), "title_lines: line numbers such as 10 or 10-11", text)
        return Lines(int(match[1]), int(match[2] or match[1])) if match else None

    def _sides(self) -> Sides[Field[str]]:
        found: dict[str, Field[str]] = {}
        for item in self._section("sides").items:
            label, colon, value = item.text.partition(":")
            if not colon or label.strip() not in grammar.SIDES:
                self._problems.add(item.number, f"“{', '.join(grammar.SIDES)}: text”", item.text[:60])
                continue
            raw = RawItem(item.number, value.strip())
            found[grammar.SIDES[label.strip()]] = self._fields.value(raw, grammar.TEXT)
        return Sides(*(found.get(side, Field(State.ABSENT)) for side in grammar.SIDES.values()))

    def _corrections(self) -> tuple[Correction, ...]:
        corrections = []
        for item in self._section("corrections").items:
            match = _CORRECTION.fullmatch(item.text)
            try:
                day = datetime.date.fromisoformat(match["day"]) if match else None
            except ValueError:
                day = None
            if match is None or day is None:
                self._problems.add(item.number, "“2026-06-05: what was corrected”", item.text[:60])
            else:
                corrections.append(Correction(day, self._items.plain(match["text"])))
        return tuple(corrections)

    def _additions(self) -> tuple[Addition, ...]:
        own = tuple(
            Addition("notes", 0, f"[^{label}]: {text}")
            for label, (_, text) in self._blocks.notes.items()
            if not self._fields.is_evidence(label)
        )
        return own + tuple(
            Addition(section.name, after, text)
            for section in self._blocks.sections.values()
            for after, text in section.additions
        )

    def _headings(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            (section.name, self._items.plain(section.heading))
            for section in self._blocks.sections.values()
            if section.heading is not None and self._items.plain(section.heading) != grammar.HEADINGS[section.name]
        )
