"""Medians and ratios are those of the rounds, and unknown figures are no zeros."""

from __future__ import annotations

import pytest

from tests.bench.figures import median, ratio, written, written_ratio


def test_a_median_is_of_what_is_known() -> None:
    assert 2.0 == median([9.0, None, 1.0, 2.0])
    assert 1.5 == median([1.0, 2.0])
    assert median([None]) is None
    assert median([]) is None


def test_a_ratio_is_taken_round_by_round() -> None:
    # One round on a slow machine: the medians' ratio would be 2.0 / 10.0, or with other rounds anything.
    assert pytest.approx(0.1) == ratio([1.0, 5.0, 2.0], [10.0, 50.0, 5.0])


def test_a_round_that_only_one_has_does_not_count() -> None:
    assert pytest.approx(0.5) == ratio([1.0, 100.0], [2.0])
    assert pytest.approx(0.5) == ratio([None, 1.0], [1.0, 2.0])
    assert ratio([1.0], [0.0]) is None
    assert ratio([], []) is None


@pytest.mark.parametrize(
    ("value", "text"), [(None, "-"), (0.0123, "0.012"), (0.0949, "0.095"), (0.1, "0.10"), (1234.5, "1,234.50")]
)
def test_a_ratio_is_written_with_decimals_that_tell_something(value: float | None, text: str) -> None:
    assert text == written_ratio(value)


def test_a_number_is_written_with_its_thousands_apart() -> None:
    assert "12,346" == written(12345.6, 0)
    assert "-" == written(None, 2)
