"""Python's collector is as it was once a conversion is over, however it ends."""

import gc

import pytest

from briefing.collecting import SELDOM, collecting_as_usual, collecting_seldom


def test_python_looks_seldom_and_then_as_often_as_before() -> None:
    before = gc.get_threshold()
    with collecting_seldom():
        assert (SELDOM, *before[1:]) == gc.get_threshold()
    assert before == gc.get_threshold()


def test_python_looks_as_often_as_before_after_an_error() -> None:
    before = gc.get_threshold()
    with pytest.raises(OSError, match="full"), collecting_seldom():
        raise OSError("full")
    assert before == gc.get_threshold()


def test_what_goes_on_for_hours_looks_as_often_as_python_does_by_itself() -> None:
    before = gc.get_threshold()
    with collecting_seldom(), collecting_as_usual():
        assert before == gc.get_threshold()
    assert before == gc.get_threshold()
