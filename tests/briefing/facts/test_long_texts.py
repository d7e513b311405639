"""Facts are found in texts of any length in about as much time as the text is long: quadratic rules would not end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from briefing.facts import pick
from briefing.facts.dates import find_dates
from briefing.facts.figures import find_figures
from briefing.facts.people import find_people
from briefing.facts.quotes import find_quotes
from briefing.facts.topics import find_topics
from briefing.story import Passage

TIMES = 10_000


@pytest.mark.parametrize(
    ("find", "piece", "found"),
    [
        (find_quotes, "“a b c” ", TIMES),
        (find_quotes, 'Ann said "a b c" ', TIMES),
        (find_quotes, '"', 0),
        (find_quotes, '" ', 0),
        (find_quotes, "“a ", 0),
        (find_quotes, "told a b ", 0),
        (find_people, "Ann Lee, mayor, said ", 1),
        (find_people, "Ann Lee, ", 0),
        (find_people, "A-A-A'A", 0),
        (find_people, "Mayor ", 0),
        (find_dates, "June 2, 2026 ", TIMES),
        (find_dates, "June 2, ", 0),
        (find_figures, "1,1.1", 0),
        (find_figures, "$1,", 1),
        (find_figures, "1% ", 1),
        (find_figures, " ", 0),
    ],
)
def test_a_long_text_is_searched(find: Callable[[str], Sequence[Any]], piece: str, found: int) -> None:
    assert found == len(find(piece * TIMES))


@pytest.mark.parametrize("piece", ["Aldersea ", "A ", "A of the ", "A, ", "a ", "A'A-"])
def test_topics_are_found_in_long_texts_and_headlines(piece: str) -> None:
    expected = ("Aldersea",) if "Aldersea" in piece else ()
    assert expected == find_topics("They love Aldersea today", [f"They love {piece * TIMES}."])[:1]
    assert () == find_topics(piece * TIMES, ["They love Brinmouth."])


def test_a_paragraph_longer_than_any_summarys_is_not_searched() -> None:
    (short,) = pick.quotes([Passage("“a b c” " + "x " * 100)])
    assert ("a b c", ()) == (short.text, pick.quotes([Passage("“a b c” " + "x " * 10_000)]))
