"""A story as the templates see it: facts with numbered evidence marks, sections with an editor's additions.

The evidence of a story is numbered once, in the order in which the page shows the facts; a mark leads to its
note and the note leads back to each of its marks.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from briefing.facts.dates import find_other_weekday
from briefing.leaning import SIDES, Segment, segments
from briefing.story import Evidence, Field, Item, Lines, Origin, Passage, Sides, State, Story, WrittenDate

GLANCE = (
    "first_report_outlet",
    "first_report_place",
    "first_report_date",
    "articles",
    "published",
    "updated",
    "outlet",
    "byline",
    "dateline",
    "address",
    "sources_from",
    "factuality",
    "ownership",
    "blindspot",
    "page_topics",
)

_FIRST_REPORT = "first_report_"
_STATES = (State.STATED, State.LOCKED, State.ABSENT)  # in the order in which the page shows them
# What a page need not say, so that its absence tells a reader nothing; and what an article should.
_NOT_MISSED = frozenset({"outlet", "byline", "dateline", "address", "blindspot"})
_MISSED_OF_ARTICLES = frozenset({"published", "outlet", "byline"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A link from a fact to the note with its evidence; ``id`` is the mark's own, to come back to."""

    number: int
    id: str

    @property
    def target(self) -> str:
        """The id of the note."""
        return f"evidence-{self.number}"


@dataclass(frozen=True, slots=True)
class Fact:
    """A field with its name and mark. ``page`` is the page's own fact where an editor changed it."""

    key: str
    state: State
    value: Any
    origin: Origin | None
    mark: Mark | None
    page: Fact | None


@dataclass(frozen=True, slots=True)
class Note:
    """The words that facts were read from, and the ids of the marks that lead here."""

    number: int
    words: tuple[str, ...]
    lines: Lines
    marks: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id that marks lead to."""
        return f"evidence-{self.number}"


@dataclass(frozen=True, slots=True)
class Block:
    """Items of a section that stand together, then what an editor wrote below them, as HTML."""

    items: tuple[Any, ...]
    html: str


class _Notes:
    """Numbers evidence in the order in which it is asked for.

    :param are_shown: whether there is a saved page that evidence could be from
    """

    def __init__(self, *, are_shown: bool) -> None:
        self._are_shown = are_shown
        self._marks: dict[Evidence, list[str]] = {}

    def mark(self, evidence: Evidence | None) -> Mark | None:
        if evidence is None or not evidence.words or not self._are_shown:
            return None
        marks = self._marks.setdefault(evidence, [])
        number = list(self._marks).index(evidence) + 1
        mark = Mark(number, f"mark-{number}-{len(marks) + 1}" if marks else f"mark-{number}")
        marks.append(mark.id)
        return mark

    def facts(self, fields: Iterable[tuple[str, Field[Any]]]) -> tuple[Fact, ...]:
        """Return facts that stand side by side: neighbours read from the same words share the mark of the last."""
        fields = tuple(fields)
        read = [key for key, field in fields if field.evidence]
        evidence = {key: field.evidence for key, field in fields}
        shared = {key for key, following in pairwise(read) if evidence[key] == evidence[following]}
        return tuple(self.fact(key, field, marked=key not in shared) for key, field in fields)

    def fact(self, key: str, field: Field[Any], *, marked: bool = True) -> Fact:
        """Return a fact with its mark, and with the page's own fact where an editor changed it."""
        page = self.fact(key, field.page) if field.page else None
        mark = self.mark(field.evidence) if marked else None
        return Fact(key, field.state, field.value, field.origin, mark, page)

    def __iter__(self) -> Iterator[Note]:
        for number, (evidence, marks) in enumerate(self._marks.items(), 1):
            yield Note(number, evidence.words, evidence.lines, tuple(marks))


class View:
    """What ``theme/templates/briefing/`` renders.

    :param story: the story, already held to the site's ``RIGHTS``
    :param markdown: renders an editor's Markdown to HTML that is safe to insert
    """

    def __init__(self, story: Story, markdown: Callable[[str], str]) -> None:
        notes = _Notes(are_shown=story.document is not None)
        self.story = story
        self._markdown = markdown
        self._rendered: dict[tuple[str, int], str] = {}
        # In the order of the page, so that the numbers of the evidence ascend on it.
        has_by_line = story.summary_by.stated or bool(story.summary)  # else there is nothing that it would be said of
        self.summary_by = notes.fact("summary_by", story.summary_by, marked=has_by_line)
        self.side_summaries = _sides(notes, "summary", story.side_summaries)
        fields = {key: _field(story, key) for key in GLANCE}
        stated = {key: field for key, field in fields.items() if field.stated}
        self.first_report = notes.facts((k, field) for k, field in stated.items() if k.startswith(_FIRST_REPORT))
        others = (notes.fact(k, field) for k, field in stated.items() if not k.startswith(_FIRST_REPORT))
        self.glance: tuple[Fact, ...] = (*self.first_report, *others)
        self.bias = _sides_by_state(notes, "bias", story.bias)
        self.counts = _sides_by_state(notes, "counts", story.counts)
        self.unsaid: tuple[Fact, ...] = tuple(notes.fact(key, field) for key, field in _unsaid(story, fields))
        self.notes: tuple[Note, ...] = tuple(notes)
        self.bar: tuple[Segment, ...] = segments(Sides(*(getattr(story.bias, side).value for side in SIDES)))
        passages = [passage for passage in (story.standfirst, *story.summary) if passage and passage.text]
        self._holders = {passage.lines: passage for passage in reversed(passages) if passage.lines}

    def anchor(self, item: Item) -> str | None:
        """Return the id of the passage on this page that holds an item's lines, if one does."""
        return f"line-{item.lines}" if item.lines in self._holders else None

    def passage_id(self, passage: Passage) -> str | None:
        """Return the id under which a passage stands on the page; the first of those of the same lines has it."""
        holds = passage.lines and self._holders.get(passage.lines) is passage
        return self.anchor(passage) if holds else None

    @property
    def first_report_has_other_weekday(self) -> bool:
        """Whether the page writes the day of the first report with a weekday that is not that day's."""
        date = self.story.first_report.date
        words = " ".join(date.evidence.words) if date.evidence else ""
        return date.value is not None and find_other_weekday(words, date.value) is not None

    def has_other_weekday(self, item: WrittenDate) -> bool:
        """Whether the page writes a date with a weekday that is not that day's."""
        return item.lines is not None and find_other_weekday(item.text, item.date) is not None

    def heading(self, section: str, usual: str) -> str:
        """Return an editor's heading of a section, else the usual one."""
        return dict(self.story.headings).get(section, usual)

    def blocks(self, section: str, items: Sequence[Any] = ()) -> tuple[Block, ...]:
        """Return a section's items with an editor's additions where they stand; "" is before the first section."""
        blocks: list[Block] = []
        start = 0
        for after in sorted({a.after for a in self.story.additions if a.section == section}):
            html = self._html(section, after)
            if html:
                blocks.append(Block(tuple(items[start:after]), html))
                start = after
        if start < len(items):
            blocks.append(Block(tuple(items[start:]), ""))
        return tuple(blocks)

    def _html(self, section: str, after: int) -> str:
        """Return what an editor wrote at a place, as HTML; empty where nothing is shown. It is rendered once."""
        place = (section, after)
        if place not in self._rendered:
            texts = [a.markdown for a in self.story.additions if (a.section, a.after) == place]
            in_item = after > 0 and section != "facts"
            text = "\n\n".join(_outdented(text) if in_item else text for text in texts)
            self._rendered[place] = self._markdown(text) if text else ""
        return self._rendered[place]


def _outdented(markdown: str) -> str:
    """Return Markdown that begins within a list item, and is indented for that, as it stands by itself."""
    lines = markdown.split("\n")
    within = next((i for i, line in enumerate(lines) if line.strip() and not line[0].isspace()), len(lines))
    return "\n".join([*(re.sub(r"^(?:\t| {1,4})", "", line) for line in lines[:within]), *lines[within:]])


def _sides(notes: _Notes, key: str, sides: Sides[Field[Any]]) -> Sides[Fact]:
    return Sides(*notes.facts((f"{key}_{side}", getattr(sides, side)) for side in SIDES))


def _sides_by_state(notes: _Notes, key: str, sides: Sides[Field[Any]]) -> Sides[Fact]:
    """Return the facts of the sides, numbered as the page shows them: first the stated ones, then the locked ones."""
    order = sorted(SIDES, key=lambda side: _STATES.index(getattr(sides, side).state))
    facts = notes.facts((side, getattr(sides, side)) for side in order)
    by_side = {fact.key: dataclasses.replace(fact, key=f"{key}_{fact.key}") for fact in facts}
    return Sides(*(by_side[side] for side in SIDES))


def _unsaid(story: Story, fields: Mapping[str, Field[Any]]) -> list[tuple[str, Field[Any]]]:
    """Return what the page does not say, as far as a reader would look for it there; what is locked stands first."""
    unsaid = [(key, field) for key, field in fields.items() if not field.stated and _is_missed(story, key, field)]
    return sorted(unsaid, key=lambda pair: _STATES.index(pair[1].state))


def _is_missed(story: Story, key: str, field: Field[Any]) -> bool:
    if field.state is State.LOCKED or field.page:
        return True
    if story.document is None:
        return False
    return key in _MISSED_OF_ARTICLES if story.is_article else key not in _NOT_MISSED


def _field(story: Story, key: str) -> Field[Any]:
    holder = story.first_report if key.startswith(_FIRST_REPORT) else story
    field: Field[Any] = getattr(holder, key.removeprefix(_FIRST_REPORT))
    return field
