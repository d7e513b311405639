"""Hypothesis strategies for stories: every value that a story without an editor's work can have."""

from __future__ import annotations

import datetime
from typing import Any

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
from hypothesis import strategies as st

MARKDOWN = ("*a*", "_b_", "`c`", "[d](e)", "<b>", "&amp;", "&#65;", "|", "<!-- 3 -->", "[^1]", "# x", "- y", "1. z", "~~", "{: .k}", "\\", "not stated", "Locked", "…", '"', "---", ": ", " #", "yes", "2026", "=", "$x$", "﹏", "By", "<!-- facts -->", "](", "![i](u)", "::", "- - -", "a:b")  # fmt: skip


def texts() -> st.SearchStrategy[str]:
    """Single trimmed lines of valid Unicode without control characters, rich in what Markdown and YAML treat."""
    pieces = st.one_of(st.sampled_from(MARKDOWN), st.text(max_size=12))
    return st.lists(pieces, min_size=1, max_size=5).map(lambda parts: clean("".join(parts))).filter(bool)


def lines() -> st.SearchStrategy[Lines]:
    return st.builds(lambda first, more: Lines(first, first + more), st.integers(1, 9999), st.integers(0, 30))


def evidence() -> st.SearchStrategy[Evidence]:
    return st.builds(Evidence, lines(), st.lists(texts(), min_size=1, max_size=3).map(tuple))


ORIGINS = st.sampled_from([Origin.PAGE, Origin.SUMMARY, Origin.OUTLET])


def fields(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Field[Any]]:
    return st.one_of(st.just(Field()), st.builds(locked, evidence()), st.builds(stated, values, evidence(), ORIGINS))


def sides(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Sides[Any]]:
    return st.builds(Sides, fields(values), fields(values), fields(values))


def optional(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def several(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=most).map(tuple)


EXCERPTS = optional(texts())


@st.composite
def cards(draw: st.DrawFn) -> Card:
    excerpt = draw(EXCERPTS)
    return Card(
        headline=draw(optional(texts())),
        outlet=draw(optional(texts())),
        bias=draw(optional(texts())),
        excerpt=excerpt,
        excerpt_cut=excerpt is not None and draw(st.booleans()),
        place=draw(optional(texts())),
        reposts=draw(optional(st.integers(0, 9999))),
        reposted_by=draw(several(texts())),
        url=draw(optional(texts())),
        time=draw(optional(texts())),
        lines=draw(lines()),
    )


def passages() -> st.SearchStrategy[Passage]:
    return st.builds(Passage, texts(), lines())


MOMENTS = st.datetimes(
    datetime.datetime(1990, 1, 1),  # noqa: DTZ001 - the zone comes with timezones
    datetime.datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([datetime.UTC, datetime.timezone(datetime.timedelta(hours=-5, minutes=-30))]),
)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Stories as convert makes them, of any content."""
    summary = draw(several(passages()))
    return Story(
        id=f"urn:uuid:{draw(st.uuids())}",
        slug=draw(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True)),
        date=draw(st.dates(datetime.date(1000, 1, 1))),
        date_from=draw(st.sampled_from(DateFrom)),
        added=draw(MOMENTS),
        modified=draw(optional(MOMENTS)),
        status=draw(st.sampled_from(["published", "draft", "skip", "hidden"])),
        language=draw(optional(st.sampled_from(["en", "no", "pt-BR"]))),
        category=draw(optional(texts())),
        topics=tuple(dict.fromkeys(draw(st.lists(texts(), max_size=4)))),
        document=draw(st.builds(Document, texts(), st.from_regex(r"[0-9a-f]{64}", fullmatch=True), texts())),
        title=draw(passages() | st.just(Passage(""))),
        standfirst=draw(optional(passages())),
        summary=summary,
        summary_form=draw(st.sampled_from(["points", "prose"])) if summary else draw(st.sampled_from([None, "prose"])),
        summary_by=draw(fields(texts())),
        side_summaries=draw(sides(texts())),
        published=draw(fields(texts())),
        updated=draw(fields(texts())),
        articles=draw(fields(st.integers(0, 99999))),
        bias=draw(sides(st.integers(0, 100))),
        counts=draw(sides(st.integers(0, 99999))),
        first_report=draw(st.builds(FirstReport, fields(texts()), fields(texts()), fields(st.dates(datetime.date(1000, 1, 1))))),
        sources_from=draw(fields(texts())),
        factuality=draw(fields(texts())),
        ownership=draw(fields(texts())),
        blindspot=draw(fields(texts())),
        byline=draw(fields(texts())),
        outlet=draw(fields(texts())),
        page_topics=draw(fields(st.lists(texts(), min_size=1, max_size=3).map(tuple))),
        coverage=draw(several(cards())),
        quotes=draw(several(st.builds(Quote, texts(), optional(texts()), optional(texts()), ORIGINS, lines()))),
        people=draw(several(st.builds(Person, texts(), optional(texts()), ORIGINS, lines()))),
        organisations=draw(several(st.builds(Organisation, texts(), ORIGINS, lines()))),
        dates=draw(several(st.builds(WrittenDate, texts(), st.dates(datetime.date(1000, 1, 1)), lines()))),
        figures=draw(several(st.builds(Figure, texts(), lines()))),
    )
