"""The bar shows stated shares in their order; what is not stated stays open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.leaning import SIDES, Segment, segments, side_of
from briefing.story import Sides

_SHARES = st.tuples(*[st.none() | st.integers(0, 100)] * 3)


def widths(*shares: int | None) -> list[tuple[str | None, float]]:
    return [(segment.side, segment.width) for segment in segments(Sides(*shares))]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((None, 57, None), [("center", 57), (None, 43)]),
        ((30, 50, 20), [("left", 30), ("center", 50), ("right", 20)]),
        ((None, 57, 20), [(None, 23), ("center", 57), ("right", 20)]),
        ((30, None, 20), [("left", 30), (None, 50), ("right", 20)]),
        ((30, 57, None), [("left", 30), ("center", 57), (None, 13)]),
        ((0, 100, 0), [("center", 100)]),
        ((0, 60, None), [("center", 60), (None, 40)]),
        ((33, 33, 33), [("left", 33), ("center", 33), ("right", 33), (None, 1)]),
        ((None, None, None), []),
        ((0, None, 0), []),
    ],
)
def test_what_is_missing_is_one_open_part_in_its_place(
    shares: tuple[int | None, ...], expected: list[tuple[str | None, float]]
) -> None:
    assert expected == widths(*shares)


def test_shares_that_were_rounded_up_fill_the_bar() -> None:
    assert [("left", 33.66), ("center", 33.66), ("right", 32.67)] == widths(34, 34, 33)


@given(_SHARES)
@settings(max_examples=200, deadline=None)
def test_parts_follow_each_other_without_gaps_over_the_whole_bar(shares: tuple[int | None, ...]) -> None:
    parts = segments(Sides(*shares))
    ends = [0.0, *(part.start + part.width for part in parts)]
    assert [part.start for part in parts] == pytest.approx(ends[:-1], abs=0.02)
    assert not parts or ends[-1] == pytest.approx(100, abs=0.02)


@given(_SHARES)
@settings(max_examples=200, deadline=None)
def test_stated_shares_keep_their_order_and_proportions(shares: tuple[int | None, ...]) -> None:
    stated = [(side, share) for side, share in zip(SIDES, shares, strict=True) if share]
    scale = 100 / max(100, sum(share for _, share in stated))
    drawn = [part for part in segments(Sides(*shares)) if part.side]
    assert [side for side, _ in stated] == [part.side for part in drawn]
    assert [share * scale for _, share in stated] == pytest.approx([part.width for part in drawn], abs=0.01)


def test_an_open_part_has_no_side() -> None:
    assert (Segment("center", 0.0, 57.0), Segment(None, 57.0, 43.0)) == segments(Sides(None, 57, None))


@pytest.mark.parametrize(
    ("word", "side"),
    [("Lean Left", "left"), ("Far right", "right"), ("CENTRE", "center"), ("Center", "center"), ("Mixed", "other")],
)
def test_the_pages_own_word_for_a_leaning_tells_its_side(word: str, side: str) -> None:
    assert side == side_of(word)
