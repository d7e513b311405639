"""A story as the templates see it: facts with numbered evidence marks, sections with an editor's additions."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from operator import attrgetter
from typing import Any

from briefing.comparison import Compared, compare
from briefing.facts.dates import find_other_weekday
from briefing.leaning import SIDES, Segment, segments, side_of
from briefing.leaning_groups import UNRATED, Block, Group, group
from briefing.notes import Fact, Note, Notes
from briefing.settings import BOXES
from briefing.story import Card, Field, Item, Lines, Origin, Passage, Sides, State, Story, WrittenDate

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
_BOX_OF = {"facts": "glance"}  # where a section of a post has another name than its box
_FIELDS: dict[str, Callable[[Story], Field[Any]]] = {
    key: attrgetter(key.replace(_FIRST_REPORT, "first_report.")) for key in GLANCE
}
_OF_FIRST_REPORT = frozenset(key for key in GLANCE if key.startswith(_FIRST_REPORT))
# What a page need not say, so that its absence tells a reader nothing; and what an article should.
_NOT_MISSED = frozenset({"outlet", "byline", "dateline", "address", "blindspot"})
_MISSED_OF_ARTICLES = frozenset({"published", "outlet", "byline"})


class View:
    """What ``theme/templates/briefing/`` renders.

    :param story: the story, already held to the site's ``RIGHTS``
    :param markdown: renders an editor's Markdown to HTML that is safe to insert
    :param boxes: the boxes that are shown (``STORY_BOXES``); one to which an editor added something always is
    """

    def __init__(self, story: Story, markdown: Callable[[str], str], boxes: Collection[str] = BOXES) -> None:
        all_notes = Notes(are_shown=story.document is not None)
        notes = all_notes.of(None)
        unmarked = Notes(are_shown=False).of(None)  # for facts that are not shown, and so have no evidence to show
        self.story = story
        self._markdown = markdown
        self._headings = dict(story.headings)
        self._added_to = {addition.section for addition in story.additions}
        self.boxes = frozenset(boxes) | {_BOX_OF.get(section, section) for section in self._added_to}
        self._rendered: dict[tuple[str, int], str] = {}
        # In the order of the page, so that the numbers of the evidence ascend on it.
        has_by_line = story.summary_by.stated or bool(story.summary)  # else there is nothing that it would be said of
        self.summary_by = notes.fact("summary_by", story.summary_by, marked=has_by_line)
        self.side_summaries = notes.sides("summary", story.side_summaries)
        fields = {key: field(story) for key, field in _FIELDS.items()}
        stated = {key: field for key, field in fields.items() if field.stated} if "glance" in self.boxes else {}
        self.first_report = notes.facts((k, field) for k, field in stated.items() if k.startswith(_FIRST_REPORT))
        others = (notes.fact(k, field) for k, field in stated.items() if not k.startswith(_FIRST_REPORT))
        self.other_facts: tuple[Fact, ...] = tuple(others)
        self.glance: tuple[Fact, ...] = (*self.first_report, *self.other_facts)
        of_leanings = notes if "leanings" in self.boxes else unmarked
        self.bias = of_leanings.sides_by_state("bias", story.bias)
        self.counts = of_leanings.sides_by_state("counts", story.counts)
        self.unsaid: tuple[Fact, ...] = tuple(notes.fact(key, field) for key, field in _unsaid(story, fields))
        self.saves: tuple[Compared, ...] = compare(story, all_notes) if "history" in self.boxes else ()
        self.notes: tuple[Note, ...] = tuple(all_notes)
        self.bar: tuple[Segment, ...] = segments(Sides(*(getattr(story.bias, side).value for side in SIDES)))
        self.standfirst = story.standfirst if story.standfirst and story.standfirst.text else None
        self.points = tuple(passage for passage in story.summary if passage.text)
        self.passages = (self.standfirst, *self.points) if self.standfirst else self.points
        self._holders = {passage.lines: passage for passage in reversed(self.passages) if passage.lines}

    def anchor(self, item: Item) -> str | None:
        """Return the id of the passage on this page that holds an item's lines, if one does."""
        return f"line-{item.lines}" if item.lines in self._holders else None

    def passage_id(self, passage: Passage) -> str | None:
        """Return the id under which a passage stands on the page; the first of those of the same lines has it."""
        holds = passage.lines and self._holders.get(passage.lines) is passage
        return self.anchor(passage) if holds else None

    @property
    def is_first_report_unsaid(self) -> bool:
        """Whether the page says nothing at all of who reported the story first, where and when."""
        return _OF_FIRST_REPORT.issubset(fact.key for fact in self.unsaid if not fact.is_told)

    @property
    def unsaid_singly(self) -> list[Fact]:
        """What the page does not state; a first report of which it says nothing at all is told of at once instead."""
        at_once = _OF_FIRST_REPORT if self.is_first_report_unsaid else frozenset()
        return [fact for fact in self.unsaid if fact.state is State.ABSENT and fact.key not in at_once]

    @property
    def verbatim(self) -> list[tuple[str, Lines]]:
        """The lines of the texts that stand word for word as the page has them, by the names of these texts."""
        story = self.story
        parts: dict[str, Sequence[Passage | Card]] = {
            "headline": (story.title,),
            "standfirst": (story.standfirst,) if story.standfirst else (),
            "summary": story.summary,
            "articles": story.coverage,
        }
        found = {part: [item.lines for item in items if item.lines] for part, items in parts.items()}
        return [(part, Lines(lines[0].first, lines[-1].last)) for part, lines in found.items() if lines]

    @property
    def quotes_summary_alone(self) -> bool:
        """Whether all quotations are from the summary, and none is from the standfirst."""
        standfirst = self.story.standfirst
        return all(
            quote.origin is Origin.SUMMARY and not (standfirst and quote.lines == standfirst.lines)
            for quote in self.story.quotes
        )

    @property
    def has_links(self) -> bool:
        """Whether the page gives a link to one of the articles that it lists."""
        return any(card.url for card in self.story.coverage)

    @property
    def has_cut_excerpts(self) -> bool:
        """Whether the page cuts the excerpt of one of these articles."""
        return any(card.excerpt_cut for card in self.story.coverage)

    @property
    def articles(self) -> tuple[Group, ...]:
        """The articles that the page lists: many are grouped by how it rates their outlets, few stand in its order."""
        return group(self.blocks("articles", self.story.coverage))

    def side_of(self, word: str | None) -> str:
        """Return the side of the page's own word for how an outlet leans, "unrated" where it has none."""
        return side_of(word) if word else UNRATED

    def is_link(self, address: str) -> bool:
        """Whether an address, as the page gives it, is one that a link may lead to."""
        return address.lower().startswith(("https://", "http://"))

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
        return self._headings.get(section, usual)

    def blocks(self, section: str, items: Sequence[Any] = ()) -> tuple[Block, ...]:
        """Return a section's items with an editor's additions where they stand; "" is before the first section."""
        if section not in self._added_to:
            return (Block(tuple(items), ""),) if items else ()
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


def _unsaid(story: Story, fields: Mapping[str, Field[Any]]) -> list[tuple[str, Field[Any]]]:
    """Return what the page does not say, as far as a reader would look for it there; what is locked stands first."""
    locked = [(key, field) for key, field in fields.items() if field.state is State.LOCKED]
    absent = [(key, field) for key, field in fields.items() if field.state is State.ABSENT]
    return [*locked, *((key, field) for key, field in absent if field.page or _is_missed(story, key))]


def _is_missed(story: Story, key: str) -> bool:
    if story.document is None:
        return False
    return key in _MISSED_OF_ARTICLES if story.is_article else key not in _NOT_MISSED
