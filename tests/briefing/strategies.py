"""Hypothesis strategies: stories without an editor's work, and posts with any sort of it."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st

from briefing.documents.lines import clean
from briefing.story import (
    Card,
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
    Sides,
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
        document=Document(draw(parts.texts), "0f" * 32, draw(parts.texts)),
        title=draw(parts.passages | st.just(Passage(""))),
        standfirst=draw(optional(parts.passages)),
        summary=summary,
        summary_form=draw(st.sampled_from(["points", "prose"])) if summary else draw(st.sampled_from([None, "prose"])),
        summary_by=draw(parts.fields(parts.texts)),
        side_summaries=draw(parts.sides(parts.texts)),
        coverage=draw(several(parts.cards())),
        **{name: draw(values) for name, values in (parts.facts() | parts.picked_out()).items()},
    )
