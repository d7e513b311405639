"""Moments are read from what articles have."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.utils import SafeDatetime

from feeds.moments import moment
from tests.feeds.stand_ins import BERLIN


@pytest.mark.parametrize(
    "value",
    [
        datetime(2026, 6, 3, 6, 30, tzinfo=UTC),
        datetime(2026, 6, 3, 8, 30, tzinfo=timezone(timedelta(hours=2))),
        datetime(2026, 6, 3, 8, 30),  # noqa: DTZ001 - on purpose
        SafeDatetime(2026, 6, 3, 8, 30),
        datetime(2026, 6, 3, 6, 30, 0, 999, tzinfo=UTC),
        "2026-06-03T06:30:00+00:00",
        "2026-06-03T06:30:00Z",
        " 2026-06-03 08:30 ",
        "Wed, 03 Jun 2026 06:30:00 GMT",
    ],
)
def test_a_moment_is_read_and_told_in_utc(value: object) -> None:
    assert moment(value, BERLIN) == datetime(2026, 6, 3, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize("value", [date(2026, 6, 3), "2026-06-03"])
def test_a_day_is_its_first_moment_in_the_site_s_time_zone(value: object) -> None:
    assert moment(value, BERLIN) == datetime(2026, 6, 2, 22, tzinfo=UTC)


def test_what_is_no_date_is_left_out_and_named(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert moment("one fine day", BERLIN) is None  # a text of its own: Pelican logs nothing twice
    assert "'one fine day' is no date" in caplog.text


@pytest.mark.parametrize("value", [None, "", 3])
def test_what_is_missing_is_no_moment(value: object) -> None:
    assert moment(value, BERLIN) is None


def test_a_moment_is_a_plain_datetime() -> None:
    # Pelican's own prints the names of days and months in the language of the locale.
    assert type(moment(SafeDatetime(2026, 6, 3), BERLIN)) is datetime


@given(st.datetimes(timezones=st.timezones() | st.none()))
def test_any_moment_can_be_told(value: datetime) -> None:
    told = moment(value, ZoneInfo("Asia/Tokyo"))
    assert told is not None
    assert told.isoformat().endswith("+00:00")
