"""Whatever happens to an article's source, it is read or refused, and nothing untrue is stated."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import truth
from briefing.documents import Document, DocumentError
from briefing.kinds import article
from tests.briefing.kinds.making import document, web_page
from tests.briefing.kinds.test_articles import FIRST, SAVED, SECOND

TEXTS = [path.read_text(encoding="utf-8") for path in SAVED if path.suffix in {".txt", ".md"}]
PAGES = [path.read_text(encoding="utf-8") for path in SAVED if path.suffix == ".html"]
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(document: Document) -> None:
    try:
        facts = article.parse(document)
    except DocumentError:
        return
    assert () == truth.untrue(facts, document.lines)


def mutate(source: str, other: str, random: Random) -> str:
    """Cut, double, drop and move lines, and put in lines and pieces of another source."""
    lines, others = source.split("\n"), other.split("\n")
    for _ in range(random.randrange(6)):
        at = random.randrange(len(lines))
        change = random.randrange(6)
        if change == 0:
            lines[at:] = [lines[at][: random.randrange(len(lines[at]) + 1)]]
        elif change == 1:
            lines.insert(at, random.choice(lines))
        elif change == 2:
            lines[at] = ""
        elif change == 3:
            lines.insert(at, random.choice(others))
        elif change == 4:
            half = random.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:half] + random.choice(others) + lines[at][half:]
        else:
            random.shuffle(lines)
    return "\n".join(lines)


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_a_mutated_text_states_nothing_that_it_does_not_say(source: str, other: str, random: Random) -> None:
    read(document(mutate(source, other, random)))


@given(st.sampled_from(PAGES), st.sampled_from(PAGES), st.randoms(use_true_random=False))
@SLOW
def test_a_mutated_page_states_nothing_that_it_does_not_say(source: str, other: str, random: Random) -> None:
    read(web_page(mutate(source, other, random)))


PIECES = (
    " ", "a", "A ", "Ab ", "A.", "By ", "By Ann Lee, ", "Ann Lee and ", "and ", "2 June 2026 ", "02.06.2026",
    "2026-06-02", "June ", "Published ", "updated on ", "AB, June 2 ", "(", "“a b c ", "\u2018a b c\u2019 ", "« a",
    "`a/", "港。", "dear ",
    "view this ", "· A, B", "title: ", "author: a ", "- ", "# ", "[a](b", "http://a ", "error 404 page ", "© 2020 ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_line_anywhere_takes_no_longer_than_its_length(piece: str) -> None:
    long = (piece * 60_000)[:60_000]
    read(document(f"{long}\n\nHarbour opens now\n\n{long}\n\n{FIRST}\n\n{SECOND}\n\n{long}"))
    read(document(f"---\n{long}\ntitle: {long}\n---\n\n{FIRST}\n\n{SECOND} {long}"))
    attribute = long.replace('"', "")
    head = f'<title>{attribute}</title><meta name="author" content="{attribute}">'
    text = f"<h1>{long}</h1><p class='byline'>{long}</p><p>{FIRST}</p><p>{SECOND} {long}</p>"
    read(web_page(f"<html><head>{head}</head><body>{text}</body></html>"))
