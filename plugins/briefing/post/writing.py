"""A story to the text of its post."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from itertools import count
from operator import attrgetter
from typing import Any

from briefing.post import grammar, marks, units
from briefing.post.contents import contents, save_rows
from briefing.post.escaping import ABSENT, LOCKED, escape, escape_heading, escape_value
from briefing.post.fields import write_evidence
from briefing.post.frontmatter import format_list, format_text
from briefing.post.history import document_values
from briefing.post.seal import seal
from briefing.story import Evidence, Field, Lines, Origin, Save, State, Story

_EDITORS = "<!-- -->"  # what follows is an editor's, even if it looks like an item
_ADDRESS = re.compile(r"://|www\.", re.IGNORECASE)
# Of the sections whose items say whose words they are: what need not be written.
_USUAL_ORIGINS = {"quotes": Origin.SUMMARY, "people": Origin.SUMMARY, "organisations": Origin.SUMMARY}
# The text of an item, by its section; that of all others is a passage's.
_MAIN_TEXTS: dict[str, Callable[[Any], str]] = {
    "quotes": lambda quote: f'"{escape(quote.text)}"',
    "people": lambda person: escape(person.name),
    "organisations": lambda organisation: escape(organisation.name),
    "articles": lambda card: escape_value(card.headline) if card.headline else ABSENT,
}
_FIND_VALUES = {  # of the labels of an item; "lines", so that there are two at least, and several are returned
    name: attrgetter(*(label.attribute for label in labels), "lines") for name, labels in grammar.ITEM_LABELS.items()
}


def write(story: Story) -> str:
    """Return the post of a story, sealed; lines are ended by LF."""
    return encode(story).decode("utf-8", "surrogatepass")


def encode(story: Story) -> bytes:
    """Return the post of a story as :func:`write` does, in UTF-8."""
    return seal(_Writer(story).text())


class _Notes:
    """Numbers the evidence, each once, in the order in which the post shows it.

    :param taken: the labels of an editor's own footnotes, and those that an editor's texts refer to
    """

    def __init__(self, taken: Container[str]) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._cited: dict[int, tuple[Evidence, Origin, str | None]] = {}
        self._free = (number for number in count(1) if str(number) not in taken)

    def reference(self, field: Field[Any], document: str | None) -> str:
        evidence, origin = field.evidence, field.origin or Origin.PAGE
        if evidence is None:
            return ""
        # Of what is in the evidence: that is told from others much quicker than evidence is.
        key = (evidence.lines.first, evidence.lines.last, evidence.words, origin, document)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = next(self._free)
            self._cited[number] = (evidence, origin, document)
        return f"[^{number}]"

    def lines(self) -> Iterator[str]:
        for number, cited in self._cited.items():
            yield f"[^{number}]: {write_evidence(*cited)}"


class _Writer:
    def __init__(self, story: Story) -> None:
        self._story = story
        self._notes = _Notes({label for a in story.additions for label in marks.references(a.markdown)})
        self._headings = dict(story.headings)
        self._additions: dict[str, dict[int, list[str]]] = {}  # of each section, by the number of items before them
        for addition in story.additions:
            texts = self._additions.setdefault(addition.section, defaultdict(list))
            texts[addition.after].append(addition.markdown)
        # Sections that are written without items too: with an editor's words in them, or those of others around them.
        self._told = {"summary", *self._headings, *self._additions}

    def text(self) -> str:
        """Return the post without its seal."""
        sections = [self._section(name) for name in grammar.HEADINGS]
        notes = "\n".join(self._notes.lines())
        parts = [*self._texts(""), *filter(None, sections), *filter(None, [notes, *self._texts("notes")])]
        return self._front_matter() + "".join([f"\n{part}\n" for part in parts])

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
        lines = [f"{key}: {value}" for key, value in values.items() if value is not None]
        return "\n".join(["---", *lines, *self._texts("header"), "---\n"])

    def _section(self, name: str) -> str:
        listed = contents(self._story, name)
        if not listed and name not in self._told:  # as most sections are
            return ""
        form = self._story.summary_form if name == "summary" else None
        marker = f"<!-- {name} {form} -->" if form else f"<!-- {name} -->"
        blocks = list(self._blocks(name, list(self._items(name, listed))))
        if not blocks and not form and name not in self._headings:
            return ""
        heading = self._headings.get(name, grammar.HEADINGS[name])
        return "\n\n".join([f"{marker}\n## {escape_heading(heading)}" if heading else marker, *blocks])

    def _blocks(self, name: str, items: list[str]) -> Iterator[str]:
        """Yield the parts of a section that blank lines separate; nothing where it has nothing to say."""
        by = [*self._by_line()] if name == "summary" else []
        texts = self._additions.get(name)
        if texts is None:  # as in most sections
            if items:
                yield self._join(name, items)
            yield from by
            return
        if name == "facts":
            _take_into_rows(items, texts)
        start = 0
        for position in sorted(texts.keys() | {len(items)}):
            if items[start:position]:
                yield self._join(name, items[start:position])
            start = position
            if position > len(items):
                yield from by
                by = []
            for text in texts[position]:
                yield from self._own(name, text)
        yield from by

    def _by_line(self) -> Iterator[str]:
        if self._story.summary_by.state is not State.ABSENT:
            yield f"By {self._value(self._story.summary_by, grammar.TEXT)} <!-- by -->"

    def _join(self, name: str, items: list[str]) -> str:
        if name == "facts":
            return "\n".join(["| | |", "| --- | --- |", *items])
        return ("\n\n" if self._are_paragraphs(name) else "\n").join(items)

    def _are_paragraphs(self, name: str) -> bool:
        return name == "standfirst" or (name == "summary" and self._story.summary_form == "prose")

    def _texts(self, section: str) -> Iterator[str]:
        """Yield an editor's texts that stand outside the sections."""
        yield from (addition.markdown for addition in self._story.additions if addition.section == section)

    def _own(self, section: str, markdown: str) -> Iterator[str]:
        """Yield an editor's text in a section."""
        if self._looks_like_item(section, markdown):
            yield _EDITORS
        yield markdown

    def _looks_like_item(self, section: str, markdown: str) -> bool:
        """Whether an editor's text would be read as one of the section's own items."""
        first = units.first_shown(markdown)
        if section == "facts":
            return first.startswith("|")
        is_passage = self._are_paragraphs(section) and self._story.document is None and bool(first)
        return is_passage or marks.ITEM.match(first) is not None

    def _items(self, name: str, listed: Sequence[Any]) -> Iterable[str]:
        """Return the items or rows of a section, of which all are of one sort."""
        if name == "facts":
            return [f"| {label} | {self._value(field, codec)} |" for label, field, codec in listed]
        if name == "sides":
            return [f"- {label}: {self._value(field, codec)}" for label, field, codec in listed]
        if name == "history":
            return map(self._save, listed)
        if name == "corrections":
            return [f"- {item.date}: {escape(item.text)}" for item in listed]
        bullet = "" if self._are_paragraphs(name) else "- "
        main_text = _MAIN_TEXTS.get(name)
        usual = _USUAL_ORIGINS.get(name)
        firsts = []
        for item in listed:
            text = main_text(item) if main_text else escape(item.text or "")
            origin = None if usual is None or item.origin is usual else item.origin
            firsts.append(f"{bullet}{text}{_comment(item.lines, origin)}")
        if name not in _FIND_VALUES:
            return firsts
        labels, find = grammar.ITEM_LABELS[name], _FIND_VALUES[name]
        return [_with_values(first, item, labels, find(item)) for first, item in zip(firsts, listed, strict=True)]

    def _value(self, field: Field[Any], codec: grammar.Codec, document: str | None = None) -> str:
        if field.state is State.ABSENT:
            return ABSENT
        value = LOCKED if field.state is State.LOCKED else escape_value(codec.format(field.value))
        reference = self._notes.reference(field, document)
        # GitHub makes a link of an address, up to the next space.
        may_have_address = reference and (":" in value or "." in value)
        return f"{value} {reference}" if may_have_address and _ADDRESS.search(value) else value + reference

    def _save(self, save: Save) -> str:
        """Return an earlier save; its footnotes name its document."""
        values = [(label, escape_value(text)) for label, text in document_values(save.document)]
        values += [(row.label, self._value(row.field, row.codec, save.document.name)) for row in save_rows(save)]
        headline = escape_value(save.title.text) if save.title.text else ABSENT
        first = f"- {headline}{_comment(save.title.lines)}"
        return "\n".join([first, *(f"    - {label}: {text}" for label, text in values)])


def _take_into_rows(rows: list[str], texts: dict[int, list[str]]) -> None:
    """Put texts that are only comments into the row that they follow: between rows they would end the table."""
    for place, (text, *more) in [*texts.items()]:
        if 0 < place <= len(rows) and not more and marks.are_remarks(text):
            del texts[place]
            rows[place - 1] = f"{rows[place - 1].removesuffix(' |')} {' '.join(text.split(chr(10) * 2))} |"


def _comment(lines: Lines | None, origin: Origin | None = None) -> str:
    """Return what says where an item stands, and whose words it is where that is not the usual."""
    if lines is None:
        return ""
    return f" <!-- {lines} -->" if origin is None else f" <!-- {lines} {origin} -->"


def _with_values(first: str, item: Any, labels: Iterable[grammar.ItemLabel], values: Iterable[Any]) -> str:
    """Return an item with its labelled values, each in a line below ``first``."""
    lines = [first]
    for label, value in zip(labels, values, strict=False):
        if value is None:
            continue
        for single in value if label.many else (value,):
            text = escape_value(label.codec.format(single))
            if label.attribute == "excerpt":
                text = _excerpt(text, cut=item.excerpt_cut)
            lines.append(f"{label.label}: {text}")
    return "\n    - ".join(lines)


def _excerpt(text: str, *, cut: bool) -> str:
    if cut:
        return text + grammar.ELLIPSIS
    if text.endswith(grammar.ELLIPSIS):
        return text.removesuffix(grammar.ELLIPSIS) + grammar.ELLIPSIS_REFERENCE
    return text
