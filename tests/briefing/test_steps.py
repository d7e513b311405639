"""Steps are taken with all of many works before the next; what comes of each is returned in the works' order."""

from __future__ import annotations

import pytest

from briefing.steps import Steps, at_once, together


def work(name: str, steps: int, taken: list[str]) -> Steps[str]:
    for number in range(1, steps + 1):
        taken.append(f"{name}{number}")
        if number < steps:
            yield
    return name.upper()


def test_each_step_is_taken_with_all_works_before_the_next() -> None:
    taken: list[str] = []
    assert ["A", "B", "C"] == together([work("a", 2, taken), work("b", 3, taken), work("c", 1, taken)])
    assert ["a1", "b1", "c1", "a2", "b2", "b3"] == taken


def test_no_work_comes_to_nothing() -> None:
    assert [] == together([])


def test_one_work_is_done_at_once() -> None:
    taken: list[str] = []
    assert "A" == at_once(work("a", 3, taken))
    assert ["a1", "a2", "a3"] == taken


def test_what_a_work_raises_is_raised() -> None:
    def failing() -> Steps[str]:
        yield
        message = "it cannot be"
        raise ValueError(message)

    with pytest.raises(ValueError, match="it cannot be"):
        together([work("a", 1, []), failing()])
