"""Rows: what they take from a story, and their order."""

from __future__ import annotations

import datetime
from itertools import permutations
from typing import Any

import pytest

from briefing.leaning import Segment
from briefing.story import Card, DateFrom, Field, FirstReport, Lines, Passage, Sides
from edition.row import TopicName, make_row
from tests.edition.making import DAY, a_row, a_story, an_id, archive_of, read

OLDER = DAY - datetime.timedelta(days=1)


def test_a_row_has_what_a_listing_shows() -> None:
    row = make_row(a_story(), "2026/06/02/story-1/", [TopicName("Mayo Clinic", "mayo-clinic")])
    assert ("Story 1", "2026/06/02/story-1/") == (row.title, row.path)
    assert (18, 57, None) == (row.articles, row.bias.center, row.bias.left)
    assert Segment("center", 0.0, 57.0) == row.bar[0]
    assert ("CNN", "Atlanta, United States") == (row.first_report_outlet, row.first_report_place)
    assert ("CNN", "Post Bulletin") == row.outlets
    assert ("Atlanta, United States", "Cherokee County") == row.places
    assert ("Mayo Clinic", "mayo-clinic") == tuple(row.topics[0])
    assert "Health" == row.category


@pytest.mark.parametrize("date_from", DateFrom)
def test_the_day_of_conversion_is_not_the_date_of_the_news(date_from: DateFrom) -> None:
    assert (date_from is not DateFrom.CONVERSION) == make_row(a_story(date_from=date_from), "x/").is_dated


def test_a_story_that_says_nothing_has_a_row() -> None:
    row = make_row(
        a_story(
            title=Passage(""),
            summary=(),
            articles=Field(),
            bias=Sides(Field(), Field(), Field()),
            first_report=FirstReport(),
            coverage=(Card(),),
        ),
        "x/",
    )
    assert ("", None, None, None, (), ()) == (row.title, row.blurb, row.blurb_by, row.articles, row.bar, row.outlets)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("The first point.", "Ground AI", False)),
        ({"summary_by": Field()}, ("The first point.", None, False)),
        ({"standfirst": Passage("Stands first.", Lines(11, 11))}, ("Stands first.", None, False)),
        (
            {"standfirst": Passage("Stands first.", Lines(11, 11)), "outlet": read("The Gazette", 2)},
            ("Stands first.", "The Gazette", False),
        ),
        ({"summary": (Passage("Mine.", None, Passage("Theirs.", Lines(12, 12))),)}, ("Mine.", None, True)),
        ({"summary": (Passage("Mine."),), "document": None, "summary_by": Field()}, ("Mine.", None, False)),
        ({"summary": (Passage(None, Lines(12, 12)), Passage(None, Lines(13, 13)))}, (None, None, False)),
        ({"standfirst": Passage(None, Lines(11, 11))}, ("The first point.", "Ground AI", False)),
    ],
    ids=["point", "unsigned", "standfirst", "outlet", "edited", "by hand", "held back", "standfirst held back"],
)
def test_the_first_words_are_never_given_as_anothers(
    changes: dict[str, Any], expected: tuple[str | None, str | None, bool]
) -> None:
    row = make_row(a_story(**changes), "x/")
    assert expected == (row.blurb, row.blurb_by, row.blurb_is_edited)


def test_topics_with_one_slug_are_one_and_those_without_have_no_page() -> None:
    names = [TopicName("AI", "ai"), TopicName("☃", ""), TopicName("Ai", "ai"), TopicName("Sea", "sea")]
    assert [("AI", "ai"), ("Sea", "sea")] == [tuple(topic) for topic in make_row(a_story(), "x/", names).topics]


def test_rows_stand_newest_first_then_most_articles_then_by_id() -> None:
    rows = [
        a_row(5, articles=read(3, 1)),
        a_row(1, articles=read(2, 1)),
        a_row(2, articles=read(2, 1)),
        a_row(0, articles=read(0, 1)),
        a_row(4, articles=Field()),
        a_row(3, date=OLDER, articles=read(99, 1)),
    ]
    expected = [an_id(number) for number in (5, 1, 2, 0, 4, 3)]
    assert all(expected == [row.id for row in archive_of(some_order).newest()] for some_order in permutations(rows))
