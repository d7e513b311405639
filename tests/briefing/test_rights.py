"""What ``RIGHTS`` hold back of others' texts stands nowhere in a story or on its page; an editor's words stay."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.editing import attribute
from briefing.rights import MOST_WORDS, hold_to
from briefing.story import Card, Field, Lines, Origin, Passage, Quote, Sides, State, Story, stated
from tests.briefing.making import a_full_story, a_story, evidence, page_of
from tests.briefing.post.renderers import shown
from tests.briefing.strategies import stories

LONG = " ".join(f"word{number}" for number in range(1, 41))
CUT = " ".join(f"word{number}" for number in range(1, 26)) + "…"
# A text with a word that stands nowhere else, longer than may be quoted.
MARKED = "SECRET " + LONG


def whole(text: str) -> Field[str]:
    return stated(text, evidence(text, first=60))


STORY = a_full_story(
    standfirst=Passage(MARKED, Lines(5, 5)),
    summary=(Passage(MARKED, Lines(7, 7)), Passage("SECRET short", Lines(8, 8))),
    side_summaries=Sides(whole(MARKED), Field(), whole("SECRET short")),
    coverage=(
        Card("Headline", "Coast FM", excerpt=MARKED, lines=Lines(21, 29)),
        Card("Another", excerpt="SECRET short", excerpt_cut=True, lines=Lines(30, 33)),
    ),
    quotes=(Quote(LONG, "Ida", lines=Lines(8, 8)),),
)


def strings(value: Any) -> Iterator[str]:
    """Yield every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))


def test_full_rights_hold_nothing_back() -> None:
    assert STORY is hold_to(STORY, "full")


def test_of_facts_no_summary_and_no_excerpt_is_left() -> None:
    story = hold_to(STORY, "facts")
    assert [] == [text for text in strings(story) if "SECRET" in text]
    assert "SECRET" not in shown(page_of(story))
    assert "SECRET" not in shown(page_of(story, "description"))


def test_what_is_held_back_keeps_its_lines_and_its_place() -> None:
    story = hold_to(STORY, "facts")
    assert (Passage(None, Lines(5, 5)), (Passage(None, Lines(7, 7)), Passage(None, Lines(8, 8)))) == (
        story.standfirst,
        story.summary,
    )
    left = story.side_summaries.left
    assert (State.STATED, None, Lines(60, 60), Origin.PAGE) == (left.state, left.value, left.lines, left.origin)
    assert Card("Headline", "Coast FM", lines=Lines(21, 29)) == story.coverage[0]


def test_of_short_rights_the_first_25_words_are_left_marked_as_cut() -> None:
    story = hold_to(dataclasses.replace(STORY, summary=(Passage(LONG, Lines(7, 7)),)), "short")
    assert (Passage(CUT, Lines(7, 7)),) == story.summary
    assert Passage("SECRET short", Lines(8, 8)) == hold_to(STORY, "short").summary[1]
    excerpts = [(card.excerpt, card.excerpt_cut) for card in story.coverage]
    assert [(MARKED[: MARKED.index(" word25")], True), ("SECRET short", True)] == excerpts
    left = story.side_summaries.left
    assert left.evidence is not None
    assert (left.value,) == left.evidence.words


@pytest.mark.parametrize("rights", ["facts", "short"])
def test_quotations_are_shortened(rights: str) -> None:
    assert CUT == hold_to(STORY, rights).quotes[0].text


@pytest.mark.parametrize("rights", ["facts", "short"])
def test_evidence_is_shortened_around_its_value(rights: str) -> None:
    words = f"{LONG} Coast FM {LONG}"
    story = hold_to(a_story(outlet=stated("Coast FM", evidence(words, first=48))), rights)
    assert story.outlet.evidence is not None
    (short,) = story.outlet.evidence.words
    assert (True, True, True) == (short.startswith("…"), short.endswith("…"), "Coast FM" in short)
    assert (MOST_WORDS, Lines(48, 48)) == (len(short.split()), story.outlet.lines)


@given(stories(), st.sampled_from(["facts", "short"]))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_of_any_story_only_headlines_facts_and_short_quotations_are_left(story: Story, rights: str) -> None:
    story = dataclasses.replace(story, quotes=(*story.quotes, *STORY.quotes), summary=(*story.summary, *STORY.summary))
    held = hold_to(story, rights)
    texts = [passage.text for passage in (held.standfirst, *held.summary) if passage]
    texts += [card.excerpt for card in held.coverage]
    texts += [getattr(held.side_summaries, side).value for side in ("left", "center", "right")]
    if rights == "facts":
        assert {None} == set(texts)
    quotations = [*filter(None, texts), *(quote.text for quote in held.quotes)]
    page = page_of(held)
    quotations += [shown(quotation) for quotation in page.xpath(".//blockquote")]
    assert [] == [text for text in quotations if len(text.split()) > MOST_WORDS]


@given(stories(), st.sampled_from(["facts", "short"]))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_holding_back_changes_no_lines_and_no_values_of_facts(story: Story, rights: str) -> None:
    held = hold_to(story, rights)
    assert (story.articles.value, story.bias.left.value, story.first_report.outlet.value, story.page_topics.value) == (
        held.articles.value,
        held.bias.left.value,
        held.first_report.outlet.value,
        held.page_topics.value,
    )
    for name in ("summary", "coverage", "quotes", "people"):
        lines = [item.lines for item in getattr(story, name)]
        assert lines == [item.lines for item in getattr(held, name)]
    assert (story.summary_by.lines, story.side_summaries.left.lines) == (
        held.summary_by.lines,
        held.side_summaries.left.lines,
    )


def edited(**changes: Any) -> Story:
    return attribute(dataclasses.replace(STORY, **changes), STORY)


@pytest.mark.parametrize("rights", ["facts", "short"])
def test_an_editors_own_words_are_never_held_back(rights: str) -> None:
    mine = f"My own {LONG.replace('word', 'mine')}"
    story = edited(
        standfirst=Passage(mine, Lines(5, 5)),
        summary=(Passage(mine, Lines(7, 7)), STORY.summary[1], Passage(mine)),
        side_summaries=Sides(Field(State.STATED, mine, None, Origin.EDITOR), Field(), STORY.side_summaries.right),
        coverage=(dataclasses.replace(STORY.coverage[0], excerpt=mine), Card("Mine", excerpt=mine)),
        quotes=(Quote(mine, origin=Origin.EDITOR),),
    )
    held = hold_to(story, rights)
    assert [mine] * 7 == [
        held.standfirst and held.standfirst.text,
        held.summary[0].text,
        held.summary[2].text,
        held.side_summaries.left.value,
        held.coverage[0].excerpt,
        held.coverage[1].excerpt,
        held.quotes[0].text,
    ]


def test_what_the_page_has_beside_an_editors_words_is_held_back() -> None:
    mine = Field(State.STATED, "Mine.", None, Origin.EDITOR)
    story = edited(
        standfirst=Passage("Mine.", Lines(5, 5)),
        summary=(Passage("Mine.", Lines(7, 7)),),
        side_summaries=Sides(mine, Field(), mine),
        coverage=(dataclasses.replace(STORY.coverage[0], excerpt="Mine."),),
    )
    assert "SECRET" in " ".join(strings(story))
    assert [] == [text for text in strings(hold_to(story, "facts")) if "SECRET" in text]
    assert "SECRET" not in shown(page_of(hold_to(story, "facts")))


def test_a_text_of_the_page_with_a_word_changed_is_no_editors_own() -> None:
    changed = MARKED.replace("word40", "forty")
    story = edited(
        standfirst=Passage(changed, Lines(5, 5)),
        summary=(Passage(changed, Lines(7, 7)),),
        side_summaries=Sides(Field(State.STATED, changed, None, Origin.EDITOR), Field(), Field()),
        coverage=(dataclasses.replace(STORY.coverage[0], excerpt=changed),),
    )
    assert [] == [text for text in strings(hold_to(story, "facts")) if "SECRET" in text]
    short = hold_to(story, "short")
    assert "word25" not in " ".join(strings((short.standfirst, short.summary, short.side_summaries, short.coverage)))


def test_a_card_that_is_changed_elsewhere_keeps_its_excerpt_back() -> None:
    story = edited(coverage=(dataclasses.replace(STORY.coverage[1], place="Port Ellis"),))
    assert (None, "Port Ellis") == (
        hold_to(story, "facts").coverage[0].excerpt,
        hold_to(story, "facts").coverage[0].place,
    )
