"""Dates are those that a text writes with their year."""

# ruff: noqa: RUF001 - the characters that pages use

from __future__ import annotations

import datetime

import pytest

from briefing.facts.dates import FoundDate, find_dates

JUNE_2 = datetime.date(2026, 6, 2)


@pytest.mark.parametrize(
    "written",
    [
        "June 2, 2026",
        "June 2 2026",
        "June 2nd, 2026",
        "Jun 2, 2026",
        "Jun. 2, 2026",
        "2 June 2026",
        "2nd June, 2026",
        "02 June 2026",
        "Tuesday, June 2, 2026",
        "Tuesday June 2, 2026",
        "Tuesday 2 June 2026",
        "Tuesday, 2 June 2026",
    ],
)
def test_a_date_is_found_as_it_is_written(written: str) -> None:
    assert (FoundDate(written, JUNE_2, weekday_agrees=True),) == find_dates(
        f"The harbour opened on {written}, at noon."
    )


@pytest.mark.parametrize("month", ["Sept. 3, 2026", "Sep 3, 2026", "September 3, 2026"])
def test_months_may_be_short(month: str) -> None:
    assert datetime.date(2026, 9, 3) == find_dates(month)[0].date


@pytest.mark.parametrize(
    "text",
    [
        "June 2",
        "on Tuesday",
        "in June 2026",
        "2026",
        "June 31, 2026",
        "February 29, 2025",
        "32 June 2026",
        "June 0, 2026",
        "June 2, 0000",
        "June 2, 0026",
        "June 2, 20265",
        "June 123, 2026",
        "6/2/2026",
        "Juneau 2, 2026",
        "june 2, 2026",
        "JUN 2 – At least 90",
        "",
    ],
)
def test_what_is_no_date_with_its_year_is_left_alone(text: str) -> None:
    assert () == find_dates(text)


def test_dates_come_in_the_order_of_the_text() -> None:
    text = "From 3 February 1903 to Tuesday, June 2, 2026, and on May 5, 2030."
    assert ["3 February 1903", "Tuesday, June 2, 2026", "May 5, 2030"] == [found.text for found in find_dates(text)]


@pytest.mark.parametrize(("weekday", "agrees"), [("Tuesday", True), ("Wednesday", False), ("Monday", False)])
def test_a_weekday_that_is_not_the_dates_own_is_told(weekday: str, agrees: bool) -> None:  # noqa: FBT001 - expected
    (found,) = find_dates(f"{weekday}, June 2, 2026")
    assert (JUNE_2, agrees) == (found.date, found.weekday_agrees)


def test_the_last_of_february_is_a_date_in_leap_years() -> None:
    assert datetime.date(2028, 2, 29) == find_dates("February 29, 2028")[0].date
