"""Pages with lines of any length are read in about as much time as they are long: quadratic rules would not end."""

from __future__ import annotations

import pytest

from briefing.kinds import recognise
from tests.briefing.kinds.making import BELOW, CARD, POINT, page, parsed

PIECES = (
    " ",
    "1",
    '"a b c" ',
    "A-A'",
    "Ann Lee, mayor, said ",
    "x broke the news in A on Monday, ",
    "57% of the sources are Left, ",
    "Leaning Left1",
    "Total News Sources1Center1",
    "Reposted by ",
    "Insights by ",
    "Published ",
    "….",
    "abab",
    "·A ",
    "https://a-proxy",
    "ezproxy",
    "you are connecting from ,",
    "please login ",
    "/home/a ",
    "a@a.",
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_line_anywhere_is_read(piece: str) -> None:
    long = (piece * 30_000)[:100_000]
    document = page(
        top=[long, "You are connecting from", long, "Published loading...Updated"],
        summary=[POINT, f"- {long}", "Insights by Ground AI", long],
        cards=[*CARD, long, *CARD],
        below=["Coverage Details", long, *BELOW],
    )
    assert recognise(document) is not None
    assert 57 == parsed(document).bias.center.value


def test_a_page_of_many_lines_is_read() -> None:
    document = page(summary=[POINT] * 5000, cards=CARD * 2000, below=["Coverage Details", *BELOW * 2000])
    facts = parsed(document)
    assert (5000, 2000) == (len(facts.summary), len(facts.coverage))
