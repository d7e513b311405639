"""Hypothesis strategies: stories without an editor's work, and what editors and later saves make of them."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from briefing import post
from briefing.documents.lines import clean
from briefing.story import (
    Addition,
    Card,
    Correction,
    DateFrom,
    Document,
    Evidence,
    Field,
    Figure,
    FirstReport,
    Lines,
    Organisation,
    Origin,
    Passage,
    Person,
    Quote,
    Save,
    Sides,
    State,
    Story,
    WrittenDate,
    locked,
    stated,
)

# What Markdown, YAML and this project's own grammar treat in some way.
SPECIAL = (
    *(
        "*a*",
        "_b_",
        "`c`",
        "[d](e)",
        "[f][g]",
        "![i](u)",
        "](",
        "[ ]",
        "[r]: u",
        "*[h]: k",
        "~~s~~",
        "<https://h.example>",
    ),
    *("<b>", "</p>", "<?php", "-->", "<!-- 3 -->", "<!-- facts -->", "<!-- by -->", "<!-- -->", "[^1]", "[^1]: "),
    *(
        "&amp;",
        "&copy",
        "&#65;",
        "|",
        "# x",
        "#",
        "- y",
        "+ ",
        "1. z",
        "2) ",
        "> q",
        "~~~",
        "```",
        "{: .k}",
        "{#id}",
        "\\",
    ),
    *("not stated", "Locked", "By ", "Outlet: x", "…", '"', '" / "', "'", "---", "***", "- - -", "=", "==", "$x$", "%"),
    *(": ", ":", "::", " #", "a:b", ";", "yes", "2026", "2026-06-02", "0x1f"),
    *("\u2028", "\u00a0", "\u200b", "\u202e", "\ufeff", "\ufe4f", "é", "\U0001d516"),
)


def texts() -> st.SearchStrategy[str]:
    """Single trimmed lines of valid Unicode without control characters, rich in what Markdown and YAML treat."""
    pieces = st.sampled_from(SPECIAL) | st.text(max_size=6)
    return st.lists(pieces, min_size=1, max_size=5).map(lambda parts: clean("".join(parts))).filter(bool)


def lines() -> st.SearchStrategy[Lines]:
    return st.builds(lambda first, more: Lines(first, first + more), st.integers(1, 9999), st.integers(0, 30))


ORIGINS = st.sampled_from([Origin.PAGE, Origin.SUMMARY, Origin.OUTLET])
DAYS = st.dates(datetime.date(1000, 1, 1))
MOMENTS = st.datetimes(
    datetime.datetime(1990, 1, 1),  # noqa: DTZ001 - the zone comes with timezones
    datetime.datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([datetime.UTC, datetime.timezone(datetime.timedelta(hours=-5, minutes=-30))]),
)


def optional(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def several(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=most).map(tuple)


class _Parts:
    """Strategies for the parts of one story: they share a few texts, because texts are slow to draw."""

    def __init__(self, texts: st.SearchStrategy[str]) -> None:
        self.texts = texts
        self.evidence = st.builds(Evidence, lines(), st.lists(texts, min_size=1, max_size=3).map(tuple))
        self.passages = st.builds(Passage, texts, lines())
        self.optional = optional(texts)

    def fields(self, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Field[Any]]:
        return st.one_of(
            st.just(Field()), st.builds(locked, self.evidence), st.builds(stated, values, self.evidence, ORIGINS)
        )

    def sides(self, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Sides[Any]]:
        fields = self.fields(values)
        return st.builds(Sides, fields, fields, fields)

    def cards(self) -> st.SearchStrategy[Card]:
        return st.builds(
            Card,
            headline=self.optional,
            outlet=self.optional,
            bias=self.optional,
            excerpt=self.texts,
            excerpt_cut=st.booleans(),
            place=self.optional,
            reposts=optional(st.integers(0, 9999)),
            reposted_by=several(self.texts, 2),
            url=self.optional,
            time=self.optional,
            lines=lines(),
        ) | st.builds(Card, headline=self.optional, lines=lines())

    def picked_out(self) -> dict[str, st.SearchStrategy[Any]]:
        return {
            "quotes": several(st.builds(Quote, self.texts, self.optional, self.optional, ORIGINS, lines())),
            "people": several(st.builds(Person, self.texts, self.optional, ORIGINS, lines())),
            "organisations": several(st.builds(Organisation, self.texts, ORIGINS, lines())),
            "dates": several(st.builds(WrittenDate, self.texts, DAYS, lines())),
            "figures": several(st.builds(Figure, self.texts, lines())),
        }

    def facts(self) -> dict[str, st.SearchStrategy[Any]]:
        names = (
            "published", "updated", "sources_from", "factuality", "ownership", "blindspot", "byline", "outlet",
            "dateline", "address",
        )  # fmt: skip
        return {
            **{name: self.fields(self.texts) for name in names},
            "articles": self.fields(st.integers(0, 99999)),
            "bias": self.sides(st.integers(0, 100)),
            "counts": self.sides(st.integers(0, 99999)),
            "first_report": st.builds(FirstReport, self.fields(self.texts), self.fields(self.texts), self.fields(DAYS)),
            "page_topics": self.fields(st.lists(self.texts, min_size=1, max_size=3).map(tuple)),
        }

    def titles(self) -> st.SearchStrategy[Passage]:
        return self.passages | st.just(Passage(""))

    def documents(self) -> st.SearchStrategy[Document]:
        return st.builds(Document, self.texts, st.just("0f" * 32), self.texts)

    def saves(self) -> st.SearchStrategy[Save]:
        names = {field.name for field in dataclasses.fields(Save)}
        facts = {name: values for name, values in self.facts().items() if name in names}
        return st.builds(Save, document=self.documents(), title=self.titles(), **facts)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Stories as convert makes them, of any content."""
    parts = _Parts(st.sampled_from(draw(st.lists(texts(), min_size=1, max_size=6))))
    summary = draw(several(parts.passages))
    return Story(
        id=f"urn:uuid:{draw(st.uuids())}",
        slug=draw(st.sampled_from(["a", "harbour-reopens-1f3a9c", "2026-budget-0b2c1f"])),
        date=draw(DAYS),
        date_from=draw(st.sampled_from(DateFrom)),
        added=draw(MOMENTS),
        modified=draw(optional(MOMENTS)),
        status=draw(st.sampled_from(["published", "draft", "skip", "hidden"])),
        language=draw(optional(st.sampled_from(["en", "no", "pt-BR"]))),
        category=draw(parts.optional),
        topics=tuple(dict.fromkeys(draw(st.lists(parts.texts, max_size=4)))),
        document=draw(parts.documents()),
        history=draw(st.just(()) | several(parts.saves(), 2)),
        title=draw(parts.titles()),
        standfirst=draw(optional(parts.passages)),
        summary=summary,
        summary_form=draw(st.sampled_from(["points", "prose"])) if summary else draw(st.sampled_from([None, "prose"])),
        summary_by=draw(parts.fields(parts.texts)),
        side_summaries=draw(parts.sides(parts.texts)),
        coverage=draw(several(parts.cards())),
        **{name: draw(values) for name, values in (parts.facts() | parts.picked_out()).items()},
    )


LISTS = ("summary", "coverage", "quotes", "people", "organisations", "dates", "figures")
_MAIN_TEXTS = {"coverage": "headline", "people": "name", "organisations": "name"}
_SECTIONS = (
    *("", "standfirst", "summary", "facts", "sides", "quotes", "people", "organisations", "dates", "figures"),
    *("articles", "corrections"),
)
_MARKDOWN = (
    *("{} is *said*.", "<!-- {} -->", "- {}\n- a list", "    {} nested", "| a | b |\n| --- | --- |\n| {} | c |"),
    *("## {}", "{}[^own]", "> {}"),
)


def changed_text(kind: str, item: Any, word: str) -> Any:
    """Return an item whose first text has a word more."""
    name = _MAIN_TEXTS.get(kind, "text")
    return dataclasses.replace(item, **{name: f"{word} {getattr(item, name) or ''}".strip()})


class _Changes:
    """Draws changes to a story; each text that it changes or adds has a word of its own that begins with ``name``."""

    def __init__(self, draw: st.DrawFn, name: str) -> None:
        self._draw = draw
        self._name = name
        self._rarity = draw(st.sampled_from([3, 9]))
        self.words: list[str] = []

    def word(self) -> str:
        self.words.append(f"{self._name}{len(self.words)}")
        return self.words[-1]

    def happens(self) -> bool:
        return self._draw(st.integers(0, self._rarity)) == 0

    def below(self, count: int) -> int:
        return self._draw(st.integers(0, count))

    def moved(self, items: Sequence[Any]) -> tuple[Any, ...]:
        """Return items some of which are left out, and perhaps in another order."""
        kept = [item for item in items if not self.happens()]
        return tuple(self._draw(st.permutations(kept)) if self.happens() else kept)

    def values_of(self, story: Story, change: Callable[[Field[Any], Any], Field[Any]]) -> dict[str, Any]:
        """Return some fields with other values."""
        changes: dict[str, Any] = {}
        for name, other in (("articles", 77), ("byline", "word"), ("ownership", "word"), ("summary_by", "word")):
            if self.happens():
                changes[name] = change(getattr(story, name), self.word() if other == "word" else other)
        if self.happens():
            changes["bias"] = dataclasses.replace(story.bias, center=change(story.bias.center, 7))
        if self.happens():
            changes["page_topics"] = change(story.page_topics, (*(story.page_topics.value or ()), self.word()))
        return changes


@st.composite
def edited(draw: st.DrawFn, story: Story) -> tuple[Story, list[str]]:
    """Stories as editors leave them, with the words that each change put in."""
    changes = _Changes(draw, "MINE")
    values = changes.values_of(story, _as_editor) | {kind: _edited_items(changes, story, kind) for kind in LISTS}
    values["summary_form"] = story.summary_form or ("points" if values["summary"] else None)
    rare: dict[str, Callable[[], Any]] = {
        "standfirst": lambda: story.standfirst and Passage(changes.word(), story.standfirst.lines),
        "title": lambda: Passage(changes.word(), story.title.lines),
        "topics": lambda: (*changes.moved(story.topics), changes.word()),
        "status": lambda: "hidden",
        "date": lambda: datetime.date(2026, 6, 9),
        "metadata": lambda: (("author", changes.word()),),
        "corrections": lambda: (Correction(datetime.date(2026, 6, 5), changes.word()),),
        "headings": lambda: (("people", changes.word()),),
    }
    values |= {name: value() for name, value in rare.items() if changes.happens()}
    places = [(draw(st.sampled_from(_SECTIONS)), changes.below(4)) for _ in range(changes.below(3))]
    values["additions"] = tuple(
        Addition(section, after, draw(st.sampled_from(_MARKDOWN)).format(changes.word()))
        for section, after in dict.fromkeys(places)
    )
    return post.read(post.write(dataclasses.replace(story, **values)), "mine.md"), changes.words


def _as_editor(field: Field[Any], value: Any) -> Field[Any]:
    """Return a field with an editor's value, its mark left beside it."""
    return Field(State.STATED, value, field.evidence, field.origin if field.evidence else Origin.EDITOR)


def _edited_items(changes: _Changes, story: Story, kind: str) -> tuple[Any, ...]:
    kept = changes.moved(getattr(story, kind))
    items = [changed_text(kind, item, changes.word()) if changes.happens() else item for item in kept]
    if changes.happens():
        items.insert(changes.below(len(items)), _own_item(kind, changes.word()))
    return tuple(items)


def _own_item(kind: str, word: str) -> Any:
    items: dict[str, Any] = {
        "summary": Passage(word),
        "coverage": Card(word, "My paper"),
        "quotes": Quote(word, origin=Origin.EDITOR),
        "people": Person(word, origin=Origin.EDITOR),
        "organisations": Organisation(word, Origin.EDITOR),
        "dates": WrittenDate(word, datetime.date(2026, 6, 2)),
        "figures": Figure(word),
    }
    return items[kind]


@st.composite
def renewed(draw: st.DrawFn, story: Story) -> tuple[Story, list[str]]:
    """Stories as a later save of the page tells them, with the words that each change put in; all lines have moved."""
    changes = _Changes(draw, "NEW")
    moved = changes.below(3)

    def move(lines: Lines) -> Lines:
        return Lines(lines.first + moved, lines.last + moved)

    def cite(field: Field[Any]) -> Field[Any]:
        evidence = field.evidence and Evidence(move(field.evidence.lines), field.evidence.words)
        return dataclasses.replace(field, evidence=evidence)

    values: dict[str, Any] = {}
    for attribute in dataclasses.fields(story):
        value = getattr(story, attribute.name)
        if isinstance(value, Field):
            values[attribute.name] = cite(value)
        elif isinstance(value, Sides | FirstReport):
            parts = (cite(getattr(value, part.name)) for part in dataclasses.fields(value))
            values[attribute.name] = type(value)(*parts)
    for kind in LISTS:
        items = [dataclasses.replace(item, lines=move(item.lines)) for item in getattr(story, kind)]
        items = [
            changed_text(kind, item, changes.word()) if changes.happens() else item for item in changes.moved(items)
        ]
        if changes.happens():
            item = dataclasses.replace(_own_item(kind, changes.word()), lines=draw(lines()))
            origin = {"origin": Origin.SUMMARY} if hasattr(item, "origin") else {}
            items.insert(changes.below(len(items)), dataclasses.replace(item, **origin))
        values[kind] = tuple(items)
    values["summary_form"] = story.summary_form or ("points" if values["summary"] else None)
    values["document"] = Document("later.txt", "1e" * 32, "ground-news-story")
    values |= changes.values_of(
        dataclasses.replace(story, **values), lambda _field, value: stated(value, Evidence(draw(lines()), ("Words",)))
    )
    if changes.happens():
        values["title"] = Passage(changes.word(), draw(lines()))
    if changes.happens():
        values |= {"topics": (*changes.moved(story.topics), changes.word()), "status": "draft"}
    return dataclasses.replace(story, **values), changes.words
