"""Which pages list stories, and what each of them shows."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.front import Front, make_front
from edition.listings import Listings
from edition.periods import Calendar
from edition.row import Row
from edition.terms import all_terms, pages_of
from tests.edition.making import ADDED, DAY, a_row, archive_of, read


def days_before(number: int) -> datetime.date:
    return DAY - datetime.timedelta(days=number)


def pages(rows: Sequence[Row], page_size: int = 50) -> dict[str, dict[str, Any]]:
    return {page.file: dict(page.values) for page in Listings(archive_of(rows), {"STORIES_PER_PAGE": page_size}).all()}


def topics(rows: Sequence[Row], size: int) -> dict[str, list[dict[str, list[int]]]]:
    """Return of each topic, by its name, the pages with their stories, newest first."""
    archive = archive_of(rows)
    return {
        topic.name: [{page.path: numbers(page.rows(archive, topic))} for page in pages_of(topic, size)]
        for topic in all_terms(archive)
    }


def front_of(rows: Sequence[Row], headlines: int = 8) -> Front:
    archive = archive_of(rows)
    return make_front(archive, Calendar(archive), headlines)


def numbers(rows: Sequence[Row]) -> list[int]:
    return [int(row.slug.removeprefix("story-")) for row in rows]


def test_an_empty_site_has_its_fixed_pages() -> None:
    made = pages([])
    expected = [
        "index.html", "topics/index.html", "outlets/index.html", "places/index.html", "blindspots/index.html",
        "corrections/index.html", "archive/index.html", "subscribe/index.html", "for-you/index.html",
        "search/index.html", "404.html",
    ]  # fmt: skip
    assert expected == list(made)
    assert {"edition": None, "earlier": None, "later_added": (), "headlines": 8} == made["index.html"]


def test_each_day_month_year_and_topic_with_stories_has_a_page() -> None:
    made = pages([a_row(1, topics=("Sea",)), a_row(2, date=datetime.date(2025, 12, 31))])
    expected = {
        "index.html", "404.html", "archive/index.html", "search/index.html", "topics/index.html",
        "topics/sea/index.html",
        "2026/index.html", "2026/06/index.html", "2026/06/02/index.html",
        "2025/index.html", "2025/12/index.html", "2025/12/31/index.html",
        "outlets/index.html", "places/index.html", "blindspots/index.html", "corrections/index.html",
        "subscribe/index.html", "for-you/index.html",
    }  # fmt: skip
    assert expected == set(made)


def test_without_data_files_there_is_no_page_that_needs_them() -> None:
    made = [page.file for page in Listings(archive_of([a_row(1)]), {"DATA_FILES": False}).all()]
    assert "subscribe/index.html" in made
    assert "for-you/index.html" not in made


def test_the_page_of_all_feeds_has_every_topic_by_name() -> None:
    made = pages([a_row(1, topics=("Sea", "Ålesund")), a_row(2, topics=("Ships", "sea"), date=days_before(1))])
    assert ["Ålesund", "sea", "Ships"] == [topic.name for topic in made["subscribe/index.html"]["topics"]]


def test_a_period_knows_the_ones_beside_it() -> None:
    made = pages([a_row(number, date=date) for number, date in enumerate([DAY, days_before(3), days_before(400)])])
    day, month, year = made["2026/05/30/index.html"], made["2026/05/index.html"], made["2026/index.html"]
    assert (days_before(400), DAY) == (day["before"], day["after"])
    assert (days_before(400).replace(day=1), DAY.replace(day=1)) == (month["before"], month["after"])
    assert (2025, None) == (year["before"], year["after"])


def test_the_lead_of_a_day_has_most_articles() -> None:
    calendar = Calendar(archive_of([a_row(1, articles=read(3, 1)), a_row(2, articles=read(30, 1)), a_row(3)]))
    day = calendar.day(DAY)
    assert ([2], [3, 1]) == (numbers([day.lead]), numbers(day.rest))


def test_years_have_their_months_newest_first_and_count_their_stories() -> None:
    rows = [a_row(1), a_row(2), a_row(3, date=days_before(30)), a_row(4, date=days_before(31))]
    calendar = Calendar(archive_of(rows))
    (year,) = calendar.years
    assert (2026, 4) == (year.year, year.count)
    assert [(6, 2), (5, 2)] == [(month.number, month.count) for month in year.months]
    assert datetime.date(2026, 5, 1) == year.months[1].first
    assert [days_before(30), days_before(31)] == [day.date for day in calendar.month(year.months[1].first).days]


def test_a_month_shows_the_first_stories_of_each_day_and_counts_all() -> None:
    calendar = Calendar(archive_of([a_row(number, articles=read(number, 1)) for number in range(1, 6)]))
    month = calendar.month(DAY.replace(day=1))
    assert (5, [(5, [5, 4, 3])]) == (month.count, [(day.count, numbers(day.rows)) for day in month.days])


def test_the_front_page_shows_what_came_with_the_latest_edition_to_earlier_days() -> None:
    sooner, later = ADDED - datetime.timedelta(hours=1), ADDED + datetime.timedelta(hours=1)
    front = front_of(
        [
            a_row(1),
            a_row(2, date=days_before(1)),
            a_row(3, date=days_before(9), added=sooner),
            a_row(4, date=days_before(8)),
            a_row(5, date=days_before(9), added=later),
        ]
    )
    assert front.edition
    assert front.earlier
    assert ([1], [2], [5, 4]) == (numbers(front.edition.rows), numbers(front.earlier.rows), numbers(front.later_added))


def test_the_front_page_shows_no_story_twice_and_hides_no_new_one() -> None:
    front = front_of([a_row(0), *(a_row(number, date=days_before(1)) for number in range(1, 6))], headlines=3)
    assert [4, 5] == numbers(front.later_added)


def test_the_oldest_story_names_a_topic_that_is_written_in_several_ways() -> None:
    rows = [a_row(1, topics=("ai",)), a_row(2, topics=("AI", "Sea"), date=days_before(1))]
    assert {"AI": [{"topics/ai/": [1, 2]}], "Sea": [{"topics/sea/": [2]}]} == topics(rows, 50)


@pytest.mark.parametrize(
    ("stories", "expected"),
    [
        (1, {"topics/sea/": [1]}),
        (5, {"topics/sea/": [5, 4, 3, 2, 1]}),
        (6, {"topics/sea/": [6, 5, 4], "topics/sea/1/": [3, 2, 1]}),
        (8, {"topics/sea/": [8, 7, 6, 5, 4], "topics/sea/1/": [3, 2, 1]}),
        (9, {"topics/sea/": [9, 8, 7], "topics/sea/2/": [6, 5, 4], "topics/sea/1/": [3, 2, 1]}),
    ],
)
def test_pages_of_a_topic_fill_from_the_oldest(stories: int, expected: dict[str, list[int]]) -> None:
    rows = [a_row(n, topics=("Sea",), date=days_before(100 - n)) for n in range(1, stories + 1)]
    assert {"Sea": [{path: stories} for path, stories in expected.items()]} == topics(rows, 3)


def test_pages_of_a_topic_lead_to_the_ones_beside_them() -> None:
    (topic,) = all_terms(archive_of([a_row(n, topics=("Sea",)) for n in range(9)]))
    newest, middle, oldest = pages_of(topic, 3)
    assert (None, "topics/sea/2/", True) == (newest.newer, newest.older, newest.newest)
    assert ("topics/sea/", "topics/sea/1/", 2) == (middle.newer, middle.older, middle.number)
    assert ("topics/sea/2/", None, False) == (oldest.newer, oldest.older, oldest.newest)


@given(st.integers(1, 60), st.integers(1, 7))
def test_a_new_story_changes_at_most_three_pages_of_its_topic(stories: int, size: int) -> None:
    rows = [a_row(n, topics=("Sea",), date=days_before(100 - n)) for n in range(1, stories + 2)]
    before, after = topics(rows[:-1], size)["Sea"], topics(rows, size)["Sea"]
    assert {path for page in before for path in page} <= {path for page in after for path in page}
    assert 3 >= sum(page not in before for page in after)
    shown = [n for page in after for rows in page.values() for n in rows]
    assert list(range(stories + 1, 0, -1)) == shown


def test_the_front_page_has_so_many_stories_of_the_latest_day_and_its_day_has_all() -> None:
    rows = [a_row(number, articles=read(9 - number, 19)) for number in range(1, 5)]
    made = {page.file: page.values for page in Listings(archive_of(rows), {"FRONT_STORIES": 2}).all()}
    front, day = made["index.html"]["edition"], made["2026/06/02/index.html"]["day"]
    assert ([1, 2], 4) == (numbers(front.rows), front.count)
    assert [1, 2, 3, 4] == numbers(day.rows)
