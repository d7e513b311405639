"""A story to the text of its post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from briefing.post import grammar
from briefing.post.escaping import STATE_WORDS, escape, escape_value
from briefing.post.frontmatter import format_list, format_text
from briefing.post.seal import seal
from briefing.story import (
    Card,
    Evidence,
    Field,
    Item,
    Lines,
    Organisation,
    Origin,
    Passage,
    Person,
    Quote,
    State,
    Story,
    WrittenDate,
)

_ABSENT, _LOCKED = STATE_WORDS
_USUAL_ORIGIN = {Quote: Origin.SUMMARY, Person: Origin.SUMMARY, Organisation: Origin.SUMMARY}


def write(story: Story) -> str:
    """Return the post of a story, sealed; lines are ended by LF."""
    return _Writer(story).text()


class _Notes:
    """Numbers the evidence, each once, in the order in which the post shows it."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Evidence, Origin], int] = {}

    def reference(self, field: Field[Any]) -> str:
        if field.evidence is None:
            return ""
        key = (field.evidence, field.origin or Origin.PAGE)
        return f"[^{self._numbers.setdefault(key, len(self._numbers) + 1)}]"

    def lines(self) -> Iterator[str]:
        for (evidence, origin), number in self._numbers.items():
            words = " / ".join(f'"{escape(text).replace(chr(34), "&quot;")}"' for text in evidence.words)
            one = evidence.lines.first == evidence.lines.last
            whose = "" if origin is Origin.PAGE else f", {origin}"
            yield f"[^{number}]: {words} ({'line' if one else 'lines'} {evidence.lines}{whose})"


class _Writer:
    def __init__(self, story: Story) -> None:
        self._story = story
        self._notes = _Notes()
        self._headings = grammar.HEADINGS | dict(story.headings)

    def text(self) -> str:
        sections = [self._section(name) for name in grammar.HEADINGS]
        notes = "\n".join(self._notes.lines())
        own = [addition.markdown for addition in self._story.additions if addition.section == "notes"]
        parts = [*self._additions("", 0), *filter(None, sections), *filter(None, [notes, *own])]
        return seal(self._front_matter() + "".join(f"\n{part}\n" for part in parts))

    def _front_matter(self) -> str:
        story = self._story
        document = story.document
        values: dict[str, str | None] = {
            "title": format_text(story.title.text or ""),
            "date": story.date.isoformat(),
            "date_from": story.date_from,
            "added": story.added.isoformat(),
            "modified": story.modified.isoformat() if story.modified else None,
            "status": None if story.status == "published" else format_text(story.status),
            "lang": format_text(story.language) if story.language else None,
            "category": format_text(story.category) if story.category else None,
            "tags": format_list(story.topics) if story.topics else None,
            "slug": format_text(story.slug),
            "story_id": format_text(story.id),
            "kind": format_text(document.kind) if document else None,
            "document": format_text(document.name) if document else None,
            "document_sha256": format_text(document.sha256) if document else None,
            "title_lines": str(story.title.lines) if story.title.lines else None,
            **{key: format_text(value) for key, value in story.metadata},
            "format": str(grammar.FORMAT),
        }
        lines = "".join(f"{key}: {value}\n" for key, value in values.items() if value is not None)
        return f"---\n{lines}---\n"

    def _section(self, name: str) -> str:
        form = self._story.summary_form if name == "summary" else None
        marker = f"<!-- {name} {form} -->" if form else f"<!-- {name} -->"
        blocks = list(self._blocks(name))
        if not blocks and not form:
            return ""
        heading = self._headings[name]
        return "\n\n".join([f"{marker}\n## {escape(heading)}" if heading else marker, *blocks])

    def _blocks(self, name: str) -> Iterator[str]:
        """Yield the parts of a section that blank lines separate; nothing where it has nothing to say."""
        items = [*self._items(name)]
        positions = sorted({a.after for a in self._story.additions if a.section == name})
        start = 0
        for position in [*positions, len(items)]:
            if items[start:position]:
                yield self._join(name, items[start:position])
            start = max(start, position)
            if position in positions:
                yield from self._additions(name, position)
                positions = [p for p in positions if p != position]
        if name == "summary" and self._story.summary_by.state is not State.ABSENT:
            yield f"By {self._value(self._story.summary_by, grammar.TEXT)} <!-- by -->"

    def _join(self, name: str, items: list[str]) -> str:
        if name == "facts":
            return "\n".join(["| | |", "| --- | --- |", *items])
        return ("\n\n" if self._are_paragraphs(name) else "\n").join(items)

    def _are_paragraphs(self, name: str) -> bool:
        return name == "standfirst" or (name == "summary" and self._story.summary_form == "prose")

    def _additions(self, section: str, after: int) -> Iterable[str]:
        return (a.markdown for a in self._story.additions if (a.section, a.after) == (section, after))

    def _items(self, name: str) -> Iterator[str]:
        story = self._story
        if name == "facts":
            yield from self._fact_rows()
        elif name == "sides":
            if any(field.state is not State.ABSENT for field in _sides(story.side_summaries)):
                for label, side in grammar.SIDES.items():
                    yield f"- {label}: {self._value(getattr(story.side_summaries, side), grammar.TEXT)}"
        elif name == "corrections":
            for correction in story.corrections:
                yield f"- {correction.date}: {escape(correction.text)}"
        else:
            for item in items_of(story, name):
                yield self._item(name, item)

    def _fact_rows(self) -> Iterator[str]:
        if self._story.document is None and not _has_facts(self._story):
            return
        for row in grammar.FACT_ROWS:
            field = attrgetter(row.path)(self._story)
            if row.always or field != Field():
                yield f"| {row.label} | {self._value(field, row.codec)} |"
        topics = self._story.page_topics
        for topic in topics.value or (None,):
            field = Field(topics.state, topic, topics.evidence, topics.origin)
            yield f"| {grammar.TOPIC_LABEL} | {self._value(field, grammar.TEXT)} |"

    def _value(self, field: Field[Any], codec: grammar.Codec) -> str:
        if field.state is State.ABSENT:
            return _ABSENT
        value = _LOCKED if field.state is State.LOCKED else escape_value(codec.format(field.value))
        return value + self._notes.reference(field)

    def _item(self, name: str, item: Item) -> str:
        bullet = "" if self._are_paragraphs(name) else "- "
        first = f"{bullet}{_main_text(item)}{_comment(item)}"
        return "\n".join([first, *(f"    - {line}" for line in _labelled(name, item))])


def items_of(story: Story, section: str) -> tuple[Item, ...]:
    """Return the items that a section lists."""
    lists: dict[str, tuple[Item, ...]] = {
        "standfirst": (story.standfirst,) if story.standfirst else (),
        "summary": story.summary,
        "quotes": story.quotes,
        "people": story.people,
        "organisations": story.organisations,
        "dates": story.dates,
        "figures": story.figures,
        "articles": story.coverage,
    }
    return lists[section]


def _sides(sides: Any) -> list[Field[Any]]:
    return [getattr(sides, side) for side in grammar.SIDES.values()]


def _has_facts(story: Story) -> bool:
    return story.page_topics != Field() or any(attrgetter(row.path)(story) != Field() for row in grammar.FACT_ROWS)


def _main_text(item: Item) -> str:
    match item:
        case Card():
            return escape_value(item.headline) if item.headline else _ABSENT
        case Quote():
            return f'"{escape(item.text)}"'
        case Person() | Organisation():
            return escape(item.name)
        case Passage() | WrittenDate():
            return escape(item.text or "")
        case _:
            return escape(item.text)


def _comment(item: Item) -> str:
    lines: Lines | None = item.lines
    if lines is None:
        return ""
    origin = getattr(item, "origin", None)
    usual = origin is None or origin is _USUAL_ORIGIN.get(type(item))
    return f" <!-- {lines} -->" if usual else f" <!-- {lines} {origin} -->"


def _labelled(section: str, item: Item) -> Iterator[str]:
    for label in grammar.ITEM_LABELS.get(section, ()):
        value = getattr(item, label.attribute)
        for single in value if label.many else (value,):
            if single is None:
                continue
            text = escape_value(label.codec.format(single))
            if label.attribute == "excerpt" and isinstance(item, Card):
                text = _excerpt(text, cut=item.excerpt_cut)
            yield f"{label.label}: {text}"


def _excerpt(text: str, *, cut: bool) -> str:
    if cut:
        return text + grammar.ELLIPSIS
    if text.endswith(grammar.ELLIPSIS):
        return text.removesuffix(grammar.ELLIPSIS) + grammar.ELLIPSIS_REFERENCE
    return text
