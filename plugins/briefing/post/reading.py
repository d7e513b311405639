"""The text of a post to a story."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from briefing.post import grammar
from briefing.post.additions import read_additions
from briefing.post.blocks import take_apart
from briefing.post.escaping import unescape
from briefing.post.fields import FieldReader
from briefing.post.frontmatter import parse_list
from briefing.post.history import SaveReader
from briefing.post.items import ItemReader
from briefing.post.parts import Blocks, Section
from briefing.post.problems import Problems
from briefing.story import DateFrom, Document, Field, Lines, Passage, Sides, Story

HAND_MADE_IDS = uuid.UUID("5b0b8a52-6c0f-5f5e-9a8e-0b6d6f1c9f7e")  # namespace of posts without a story_id
KEYS = frozenset(
    {
        "title", "date", "date_from", "added", "modified", "status", "lang", "category", "tags", "slug", "story_id",
        "kind", "document", "document_sha256", "title_lines", "format", "made",
    }
)  # fmt: skip
STATUSES = ("published", "hidden", "draft", "skip")
_DATES_FROM = tuple(origin.value for origin in DateFrom)
_ID = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SLUG = re.compile(r"\w+(?:[.~-]+\w+)*")


def read(text: str, name: str, timezone: datetime.tzinfo = datetime.UTC) -> Story:
    """Return the story of a post.

    :param text: the whole post
    :param name: its file name, for messages and for what a post written by hand leaves out: a missing ``slug``
        is made of the name without date and suffix, a missing ``story_id`` is the UUIDv5 of the name
    :param timezone: of days without a time; a missing ``added`` is the ``date`` at 00:00 in it
    :raises PostError: if the post does not parse; all its problems are listed
    """
    problems = Problems(name)
    blocks = take_apart(text, problems)
    fields = FieldReader(blocks, problems)
    values = _Reader(blocks, fields, problems, name, timezone).values()
    problems.check()
    story = Story(**values)
    additions = read_additions(blocks, fields.quoting, story)
    return replace(story, additions=additions) if additions else story


class _Reader:
    def __init__(
        self, blocks: Blocks, fields: FieldReader, problems: Problems, name: str, timezone: datetime.tzinfo
    ) -> None:
        self._blocks = blocks
        self._problems = problems
        self._name = name.replace("\\", "/").rpartition("/")[2]
        self._timezone = timezone
        self._fields = fields
        self._items = ItemReader(blocks, problems)

    def values(self) -> dict[str, Any]:
        standfirst = self._items.read("standfirst")
        if len(standfirst) > 1:
            self._problems.add(self._section("standfirst").items[1].number, "one standfirst")
        return {
            **self._identity(),
            **self._moments(),
            "title": Passage(self._text("title"), self._title_lines()),
            "standfirst": standfirst[0] if standfirst else None,
            "summary": self._items.read("summary"),
            "summary_form": self._section("summary").form or ("points" if self._section("summary").items else None),
            "summary_by": self._fields.by(self._section("summary").by),
            "side_summaries": self._sides(),
            **self._fields.facts(self._section("facts").items),
            "coverage": self._items.read("articles"),
            **{name: self._items.read(name) for name in ("quotes", "people", "organisations", "dates", "figures")},
            "history": SaveReader(self._items, self._fields, self._problems).read(self._section("history").items),
            "corrections": self._items.corrections(),
            "headings": self._headings(),
        }

    def _section(self, name: str) -> Section:
        return self._blocks.sections.get(name) or Section(name, 0)

    def _text(self, key: str) -> str:
        return self._blocks.front.get(key, (0, ""))[1]

    def _line(self, key: str) -> int:
        return self._blocks.front.get(key, (1, ""))[0]

    def _identity(self) -> dict[str, Any]:
        printable = self._name.encode("utf-8", "backslashreplace").decode()  # a file's name may be no Unicode
        story_id = self._text("story_id") or f"urn:uuid:{uuid.uuid5(HAND_MADE_IDS, printable)}"
        if not _ID.fullmatch(story_id):
            self._problems.add(self._line("story_id"), "story_id: urn:uuid: and a UUID in lower case", story_id)
        slug = self._text("slug") or _slug_of(self._name)
        if not _SLUG.fullmatch(slug):
            self._problems.add(self._line("slug"), "slug: letters and digits, with hyphens between them", slug)
        form = self._text("format")
        if form not in ("", str(grammar.FORMAT)):
            expected = f"format: {grammar.FORMAT}; a post of another format needs another version of this program"
            self._problems.add(self._line("format"), expected, form)
        return {
            "id": story_id,
            "slug": slug,
            "status": self._choice("status", STATUSES, "published"),
            "language": self._text("lang") or None,
            "category": self._text("category") or None,
            "topics": parse_list(self._text("tags")),
            "document": self._document(),
            "metadata": tuple((k, v) for k, (_, v) in self._blocks.front.items() if k not in KEYS),
        }

    def _moments(self) -> dict[str, Any]:
        day = self._day()
        date_from = self._choice("date_from", _DATES_FROM, DateFrom.EDITOR.value)
        midnight = datetime.datetime.combine(day, datetime.time(), self._timezone)
        return {
            "date": day,
            "date_from": DateFrom(date_from),
            "added": self._moment("added") or midnight,
            "modified": self._moment("modified"),
        }

    def _document(self) -> Document | None:
        if not self._text("document"):
            return None
        return Document(self._text("document"), self._text("document_sha256"), self._text("kind"))

    def _day(self) -> datetime.date:
        """Return the story's day; a time after it, as Pelican takes it, is left out."""
        text = self._text("date")
        try:
            return grammar.parse_day(re.split(r"[T ]", text, maxsplit=1)[0])
        except ValueError:
            if self._blocks.front or not self._problems:  # else there is no front matter, which is told
                self._problems.add(self._line("date"), "date: a day such as 2026-06-02", text or "nothing")
            return datetime.date.min

    def _moment(self, key: str) -> datetime.datetime | None:
        text = self._text(key)
        if not text:
            return None
        try:
            moment = datetime.datetime.fromisoformat(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=self._timezone)
            moment.astimezone(datetime.UTC)
        except (ValueError, OverflowError):
            self._problems.add(self._line(key), f"{key}: a moment such as 2026-06-03T06:30:00+00:00", text)
            return None
        return moment

    def _choice(self, key: str, choices: Sequence[str], usual: str) -> str:
        text = self._text(key) or usual
        if text in choices:
            return text
        self._problems.add(self._line(key), f"{key}: one of {', '.join(choices)}", text)
        return usual

    def _title_lines(self) -> Lines | None:
        text = self._text("title_lines")
        try:
            return grammar.parse_lines(text) if text else None
        except ValueError:
            self._problems.add(self._line("title_lines"), "title_lines: line numbers such as 10 or 10-11", text)
            return None

    def _sides(self) -> Sides[Field[str]]:
        found: dict[str, Field[str]] = {}
        for item in self._section("sides").items:
            label, colon, value = (part.strip() for part in item.text.partition(":"))
            if not colon or label not in grammar.SIDES:
                self._problems.add(item.number, f"one of {', '.join(grammar.SIDES)}, a colon and a text", item.text)
            elif grammar.SIDES[label] in found:
                self._problems.add(item.number, f"“{label}” once", item.text)
            else:
                found[grammar.SIDES[label]] = self._fields.value(value, item.number, grammar.TEXT)
        return Sides(*(found.get(side, Field()) for side in grammar.SIDES.values()))

    def _headings(self) -> tuple[tuple[str, str], ...]:
        """Return the headings that an editor changed."""
        sections = self._blocks.sections.items()
        found = {name: unescape(section.heading) for name, section in sections if section.heading is not None}
        usual = grammar.HEADINGS
        return tuple((name, found[name]) for name in usual if found.get(name, usual[name]) != usual[name])


def _slug_of(name: str) -> str:
    """Return the words of a file name without its date and suffix."""
    stem = re.sub(r"^\d{4}-\d{2}-\d{2}[-_ ]|\.\w+$", "", name)
    return re.sub(r"[\W_]+", "-", stem).strip("-").lower()
