"""What is stated in other words than those of the lines cited is told."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from briefing.documents.lines import Line, number_lines
from briefing.story import (
    Card,
    Evidence,
    Facts,
    Field,
    Figure,
    FirstReport,
    Lines,
    Organisation,
    Passage,
    Person,
    Quote,
    Sides,
    State,
    WrittenDate,
    locked,
    stated,
)
from briefing.truth import untrue
from briefing.wording import is_quoted

TEXT = """Harbour opens
57% of the sources are Center
57% Center
1,234 Articles
CNN broke the news in Atlanta on Tuesday, June 2, 2026.

Ann Tolland, mayor of Aldersea, said "we are here to stay" for $5 million.
Aldersea Mercury
+11 Reposted by 11 other sources
Ships are ba…
Leaning Left8Leaning Right16
Prices rose by 57.5%"""
TIME = '<time datetime="2026-06-02T09:00:00+01:00">'
MARKUP = ('<html lang="en_us">', '<a href="https://wend.example/a">', TIME)
LINES = (*number_lines(TEXT), *(Line(number, text, markup=True) for number, text in enumerate(MARKUP, 13)))
DAY = datetime.date(2026, 6, 2)


def evidence(first: int, *words: str) -> Evidence:
    return Evidence(Lines(first, first + len(words) - 1), words)


def one(first: int) -> Lines:
    return Lines(first, first)


def problems(**values: Any) -> tuple[str, ...]:
    return untrue(Facts(**{"title": Passage("Harbour opens", one(1))} | values), LINES)


CENTER = evidence(2, "57% of the sources are Center", "57% Center")
NEWS = evidence(5, "CNN broke the news in Atlanta on Tuesday, June 2, 2026.")


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"title": Passage("")},
        {"bias": Sides(Field(), stated(57, CENTER), Field())},
        {"bias": Sides(Field(), Field(), stated(57, evidence(3, "57% Center")))},
        {"articles": stated(1234, evidence(4, "1,234 Articles"))},
        {"first_report": FirstReport(stated("CNN", NEWS), stated("Atlanta", NEWS), stated(DAY, NEWS))},
        {"published": stated("2026-06-02", NEWS)},
        {"factuality": locked(evidence(4, "1,234 Articles"))},
        {"counts": Sides(stated(8, evidence(11, "Left8Leaning")), Field(), stated(16, evidence(11, "Right16")))},
        {"page_topics": stated(("CNN", "Atlanta"), NEWS)},
        {"summary": (Passage("Harbour opens", one(1)),)},
        {"byline": stated("Harbour opens, 57% Center", Evidence(Lines(1, 3), ("Harbour opens", "57% Center")))},
        {"quotes": (Quote("we are here to stay", "Ann Tolland", "mayor of Aldersea", lines=one(7)),)},
        {"people": (Person("Ann Tolland", "mayor of Aldersea", lines=one(7)),)},
        {"dates": (WrittenDate("Tuesday, June 2, 2026", DAY, one(5)),)},
        {"figures": (Figure("$5 million", one(7)),)},
        {"coverage": (Card(outlet="Aldersea Mercury", reposts=11, lines=Lines(8, 9)),)},
        {"coverage": (Card(headline="Ships are ba…", lines=one(10)),)},
        {"coverage": (Card(excerpt="Ships are ba", excerpt_cut=True, lines=one(10)),)},
        {"language": "en-US"},
        {"address": stated("https://wend.example/a", evidence(14, '<a href="https://wend.example/a">'))},
        {"published": stated("2026-06-02T09:00:00+01:00", evidence(15, TIME))},
        {"updated": stated("2026-06-02", evidence(15, TIME))},
        {"coverage": (Card(url="https://wend.example/a", time="2026-06-02T09:00:00+01:00", lines=Lines(14, 15)),)},
    ],
)
def test_what_stands_in_the_lines_cited_is_true(values: dict[str, Any]) -> None:
    assert () == problems(**values)


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"title": Passage("Harbour closes", one(1))}, "title"),
        ({"title": Passage("Harbour opens", one(2))}, "title"),
        ({"title": Passage("Harbour opens")}, "title"),
        ({"standfirst": Passage("harbour opens", one(1))}, "standfirst"),
        ({"summary": (Passage("Harbour opens", one(1)), Passage("Harbour shuts", one(1)))}, "summary 2"),
        ({"bias": Sides(Field(), stated(58, CENTER), Field())}, "bias.center"),
        ({"bias": Sides(Field(), stated(7, CENTER), Field())}, "bias.center"),
        ({"bias": Sides(stated(57, evidence(12, "Prices rose by 57.5%")), Field(), Field())}, "bias.left"),
        ({"bias": Sides(stated(5, evidence(12, "Prices rose by 57.5%")), Field(), Field())}, "bias.left"),
        ({"bias": Sides(Field(), Field(), Field(State.STATED, 57))}, "bias.right"),
        ({"articles": stated(234, evidence(4, "1,234 Articles"))}, "articles"),
        ({"articles": stated(1234, evidence(3, "1,234 Articles"))}, "articles"),
        ({"articles": stated(1234, evidence(6, "1,234 Articles"))}, "articles"),
        ({"articles": stated(1234, Evidence(one(4), ()))}, "articles"),
        ({"first_report": FirstReport(stated("BBC", NEWS))}, "first_report.outlet"),
        ({"first_report": FirstReport(date=stated(datetime.date(2026, 6, 3), NEWS))}, "first_report.date"),
        ({"published": stated("2026-06-03", NEWS)}, "published"),
        ({"factuality": locked(evidence(4, "To view factuality data"))}, "factuality"),
        ({"page_topics": stated(("CNN", "Paris"), NEWS)}, "page_topics"),
        ({"quotes": (Quote("we are here", lines=one(7)),)}, "quotes 1"),
        ({"quotes": (Quote("mayor of Aldersea", lines=one(7)),)}, "quotes 1"),
        ({"quotes": (Quote("we are here to stay", "Bo Quist", lines=one(7)),)}, "quotes 1"),
        ({"quotes": (Quote("we are here to stay", "Ann Tolland", "queen", lines=one(7)),)}, "quotes 1"),
        ({"people": (Person("Ann Tolland", "mayor of Brinmouth", lines=one(7)),)}, "people 1"),
        ({"people": (Person("Ann Tolland"),)}, "people 1"),
        ({"dates": (WrittenDate("Tuesday, June 2, 2026", datetime.date(2026, 6, 3), one(5)),)}, "dates 1"),
        ({"figures": (Figure("$6 million", one(7)),)}, "figures 1"),
        ({"coverage": (Card(outlet="Brinmouth Argus", lines=Lines(8, 9)),)}, "coverage 1"),
        ({"coverage": (Card(reposts=1, lines=Lines(8, 9)),)}, "coverage 1"),
        ({"coverage": (Card(reposted_by=("Wend Life",), lines=Lines(8, 9)),)}, "coverage 1"),
        ({"coverage": (Card(excerpt="Ships are ba", lines=one(10)),)}, "coverage 1"),
        ({"coverage": (Card(url="https://wend.example/", lines=Lines(8, 9)),)}, "coverage 1"),
        ({"coverage": (Card(url="https://wend.example/", lines=one(14)),)}, "coverage 1"),
        ({"coverage": (Card(url="wend.example/a", lines=one(14)),)}, "coverage 1"),
        ({"coverage": (Card(time="2026-06-02T09:00:00Z", lines=one(15)),)}, "coverage 1"),
        ({"coverage": (Card(headline="Ships are ba", lines=one(10)),)}, "coverage 1"),
        ({"coverage": (Card(outlet="", lines=one(10)),)}, "coverage 1"),
        ({"title": Passage("Ships are ba", one(10))}, "title"),
        ({"organisations": (Organisation("Brinmouth Argus", lines=one(8)),)}, "organisations 1"),
        ({"address": stated("https://wend.example/", evidence(14, '<a href="https://wend.example/a">'))}, "address"),
        ({"published": stated("2026-06-02T09:00:00", evidence(15, TIME))}, "published"),
        ({"published": stated("2026-06-02T08:00:00Z", evidence(15, TIME))}, "published"),
        ({"updated": stated("2026-06-02T09:30:00+01:00", evidence(15, TIME))}, "updated"),
        ({"byline": stated("", NEWS)}, "byline"),
        ({"byline": stated("Harbour opens, 57%", Evidence(Lines(1, 3), ("Harbour opens", "57% Center")))}, "byline"),
        ({"page_topics": stated((), NEWS)}, "page_topics"),
        ({"language": "de"}, "language"),
        ({"language": "lang"}, "language"),
    ],
)
def test_what_does_not_is_told_by_the_name_of_the_fact(values: dict[str, Any], name: str) -> None:
    found = problems(**values)
    assert found
    assert {True} == {problem.startswith(name) for problem in found}


def test_a_dropped_line_cannot_be_cited() -> None:
    facts = Facts(title=Passage("Wend Valley Public Library", one(2)))
    assert ("title: “Wend Valley Public Library” is not in lines 2",) == untrue(facts, LINES)


def test_evidence_has_its_words_in_the_order_of_the_lines() -> None:
    turned = Evidence(Lines(2, 3), ("57% Center", "57% of the sources are Center"))
    assert 1 == len(problems(bias=Sides(Field(), stated(57, turned), Field())))


def test_all_that_is_untrue_is_told() -> None:
    found = problems(title=Passage("No", one(1)), articles=stated(3, evidence(4, "1,234 Articles")))
    assert ["title", "articles"] == [problem.split()[0].rstrip(":") for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        'She said "we are here".',
        "She said “we are here”",
        "She said ”we are here”",
        "She said „we are here“",
        "She said «we are here»",
        "She said « we are here »",
        "She said »we are here«",
        "She said ‹we are here›",  # noqa: RUF001
        "She said ‚we are here‘",  # noqa: RUF001 - the marks that texts use
        "She said ‘we are here’",  # noqa: RUF001
        "She said 'we are here', and left",
        "She said `we are here`",
        'We are here, she said: "we are here"',
    ],
)
def test_words_between_a_pair_of_marks_are_quoted(text: str) -> None:
    assert is_quoted("we are here", text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("we are here", "She said we are here"),
        ("we are here", 'She said "we are here'),
        ("we are here", "She said “we are here»"),
        ("we are here", "She said “we are here“"),
        ("we are here", "She said 'we are here's"),
        ("s own the day", "The town's own the day's end"),
        ('a b" and "c d', 'She said "a b" and "c d".'),
        ("a b» and «c d", "She said «a b» and «c d»."),
    ],
)
def test_words_that_no_pair_of_marks_holds_are_not_quoted(words: str, text: str) -> None:
    assert not is_quoted(words, text)


def test_an_apostrophe_or_a_mark_within_a_word_ends_no_quotation() -> None:
    assert is_quoted("it’s the town’s day", "She said ‘it’s the town’s day’")  # noqa: RUF001
    assert is_quoted("a rock”n”roll day", "She said “a rock”n”roll day”")
    assert is_quoted('""we are here""', '"""we are here"""')


@pytest.mark.parametrize("name", [part.name for part in dataclasses.fields(Facts)])
def test_every_part_of_the_model_is_checked(name: str) -> None:
    usual = getattr(Facts(title=Passage("")), name)
    wrong: dict[type, Any] = {
        Field: stated("no", NEWS),
        Sides: Sides(Field(), Field(), stated("no", NEWS)),
        FirstReport: FirstReport(place=stated("no", NEWS)),
        tuple: (Passage("no", one(1)),),
        Passage: Passage("no", one(1)),
    }
    value = "no" if name == "language" else wrong[Passage] if name == "standfirst" else wrong.get(type(usual))
    if name == "summary_form":  # is no word of the page
        assert value is None
    else:
        assert 1 == len(problems(**{name: value}))
