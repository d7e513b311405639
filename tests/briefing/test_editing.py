"""What an editor changed in a post is told from what the page says, which stays beside it."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from briefing import post
from briefing.editing import attribute, doubt
from briefing.story import (
    Card,
    DateFrom,
    Document,
    Field,
    FirstReport,
    Lines,
    Origin,
    Passage,
    Person,
    Sides,
    State,
    Story,
)
from tests.briefing.making import DAY, a_full_story, an_earlier_save, stated

WRITTEN = a_full_story()
POST = post.write(WRITTEN)


def edited(*changes: tuple[str, str]) -> Story:
    """Return the story after changes to the text of its post."""
    text = POST
    for before, after in changes:
        assert 1 == text.count(before)
        text = text.replace(before, after)
    return attribute(post.read(text, "post.md"), WRITTEN)


def the_editors(value: Any, page: Field[Any]) -> Field[Any]:
    return Field(State.STATED, value, None, Origin.EDITOR, page)


def test_a_post_that_says_what_it_said_is_the_pages_whole() -> None:
    assert WRITTEN == attribute(post.read(POST, "post.md"), WRITTEN)


@pytest.mark.parametrize(
    ("row", "changed", "field", "value"),
    [
        ("| Articles | 18[^3] |", "| Articles | 19 |", "articles", 19),
        ("| Articles | 18[^3] |", "| Articles | 19[^3] |", "articles", 19),
        ("| Published | not stated |", "| Published | 2026-06-01 |", "published", "2026-06-01"),
        ("| Factuality | locked[^7] |", "| Factuality | High |", "factuality", "High"),
        ("By Ground AI[^1] <!-- by -->", "By Ground Intelligence[^1] <!-- by -->", "summary_by", "Ground Intelligence"),
        ("| Topic | Sea, salt[^9] |", "| Topic | Sea |", "page_topics", ("Ports", "Sea")),
    ],
)
def test_a_changed_value_is_the_editors_with_the_pages_beside_it(
    row: str, changed: str, field: str, value: Any
) -> None:
    story = edited((row, changed))
    assert the_editors(value, getattr(WRITTEN, field)) == getattr(story, field)
    assert WRITTEN == dataclasses.replace(story, **{field: getattr(WRITTEN, field)})


def test_a_value_that_an_editor_takes_back_is_absent_or_locked_with_the_pages_beside_it() -> None:
    story = edited(("| Articles | 18[^3] |", "| Articles | not stated |"), ("| Left | 20%[^4] |", "| Left | locked |"))
    assert Field(State.ABSENT, None, None, None, WRITTEN.articles) == story.articles
    assert Field(State.LOCKED, None, None, Origin.EDITOR, WRITTEN.bias.left) == story.bias.left


def test_each_part_of_a_first_report_and_each_side_is_told_by_itself() -> None:
    story = edited(
        ("| First reported in | Port Ellis, Sundrey[^2] |", "| First reported in | Port Ellis |"),
        ("| Right | not stated |", "| Right | 23% |"),
    )
    report = WRITTEN.first_report
    assert FirstReport(report.outlet, the_editors("Port Ellis", report.place), report.date) == story.first_report
    assert Sides(WRITTEN.bias.left, WRITTEN.bias.center, the_editors(23, Field())) == story.bias


def test_a_changed_headline_and_standfirst_are_the_editors() -> None:
    story = edited(
        ("title: Harbour reopens", "title: The harbour reopens"),
        ("After \\*nine\\* years, ships are back. <!-- 5 -->", "Ships are back. <!-- 5 -->"),
    )
    assert Passage("The harbour reopens", None, WRITTEN.title) == story.title
    assert Passage("PORT ELLIS, JUN 2 — Ships are back.", None, WRITTEN.standfirst) == story.standfirst


def test_a_standfirst_that_is_added_or_taken_out_is_no_pages() -> None:
    without = dataclasses.replace(WRITTEN, standfirst=None)
    assert (None, Passage("Mine.")) == (
        attribute(without, WRITTEN).standfirst,
        attribute(dataclasses.replace(WRITTEN, standfirst=Passage("Mine.")), without).standfirst,
    )


def test_a_changed_point_is_the_editors_and_the_others_stay_the_pages() -> None:
    story = edited(("$4 million. <!-- 7 -->", "$5 million. <!-- 7 -->"))
    first, second = WRITTEN.summary
    text = "The harbour opened on Tuesday, June 2, 2026, at a cost of $5 million."
    assert (Passage(text, None, first), second) == story.summary


def test_a_point_of_an_editors_has_nothing_of_the_page() -> None:
    story = edited(("$4 million. <!-- 7 -->", "$4 million. <!-- 7 -->\n- Mine."))
    assert (WRITTEN.summary[0], Passage("Mine."), WRITTEN.summary[1]) == story.summary


def test_a_text_of_the_page_is_the_pages_even_where_its_comment_is_lost() -> None:
    assert WRITTEN == edited(
        (" at a cost of $4 million. <!-- 7 -->", " at a cost of $4 million."), (" <!-- 21-29 -->", "")
    )


def test_points_in_another_order_are_the_pages() -> None:
    first, second = WRITTEN.summary
    turned = dataclasses.replace(WRITTEN, summary=(second, first))
    assert turned == attribute(turned, WRITTEN)


def test_of_two_items_of_the_same_lines_only_the_changed_one_is_the_editors() -> None:
    people = (Person("Ida Storm", "Mayor", lines=Lines(8, 8)), Person("Ida Berg", "sailor", lines=Lines(8, 8)))
    written = dataclasses.replace(WRITTEN, people=people)
    story = dataclasses.replace(WRITTEN, people=(dataclasses.replace(people[0], role="captain"), people[1]))
    changed = Person("Ida Storm", "captain", Origin.EDITOR, None, people[0])
    assert (changed, people[1]) == attribute(story, written).people


def test_a_changed_card_is_the_editors_with_the_pages_card_beside_it() -> None:
    story = edited(("    - Leaning: Lean Left", "    - Leaning: Center"))
    card = WRITTEN.coverage[0]
    assert dataclasses.replace(card, bias="Center", lines=None, page=card) == story.coverage[0]
    assert WRITTEN.coverage[1] == story.coverage[1]


def test_an_added_card_is_the_editors() -> None:
    story = edited(("<!-- corrections -->", "- Mine\n    - Outlet: My paper\n\n<!-- corrections -->"))
    assert (*WRITTEN.coverage, Card("Mine", "My paper")) == story.coverage


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("    - Speaker: Ida Storm", "    - Speaker: Ida Berg", "quotes"),
        ("Port Authority <!-- 24 outlet -->", "Ports Authority <!-- 24 outlet -->", "organisations"),
        ("- $4 million <!-- 7 -->", "- $4.1 million <!-- 7 -->", "figures"),
        ("    - Day: 2026-06-02", "    - Day: 2026-06-03", "dates"),
    ],
)
def test_any_other_changed_item_is_the_editors(before: str, after: str, name: str) -> None:
    (item,), (was,) = getattr(edited((before, after)), name), getattr(WRITTEN, name)
    assert (was, None) == (item.page, item.lines)
    assert Origin.EDITOR == getattr(item, "origin", Origin.EDITOR)


def test_in_an_earlier_save_a_changed_value_is_the_editors_with_the_pages_beside_it() -> None:
    was = an_earlier_save()
    written = dataclasses.replace(WRITTEN, history=(was,))
    text = post.write(written)
    for before, after in (
        ("- Harbour may reopen <!-- 3 -->", "- Harbour could reopen <!-- 3 -->"),
        ("    - Articles: 14[", "    - Articles: 15["),
        ("    - First reported in: not stated", "    - First reported in: Brinmouth"),
    ):
        text = text.replace(before, after)
    (save,) = attribute(post.read(text, "post.md"), written).history
    assert Passage("Harbour could reopen", None, was.title) == save.title
    assert the_editors(15, was.articles) == save.articles
    assert the_editors("Brinmouth", Field()) == save.first_report.place
    assert (was.bias, was.first_report.outlet) == (save.bias, save.first_report.outlet)


def test_an_earlier_save_that_an_editor_took_out_or_left_is_no_change() -> None:
    saves = (an_earlier_save(), an_earlier_save(document=Document("a.txt", "2e" * 32, "ground-news-story")))
    written = dataclasses.replace(WRITTEN, history=saves)
    left = dataclasses.replace(WRITTEN, history=saves[1:])
    assert (written, left) == (attribute(written, written), attribute(left, written))


def test_an_earlier_save_that_an_editor_added_is_the_editors_whole() -> None:
    story = dataclasses.replace(WRITTEN, history=(an_earlier_save(),))
    (save,) = attribute(story, WRITTEN).history
    assert (Passage("Harbour may reopen"), the_editors(14, Field())) == (save.title, save.articles)


def test_a_changed_day_comes_from_the_editor() -> None:
    story = edited(("date: 2026-06-02\n", "date: 2026-06-01\n"))
    assert (datetime.date(2026, 6, 1), DateFrom.EDITOR) == (story.date, story.date_from)


def test_without_the_post_as_written_a_value_that_its_evidence_does_not_say_is_the_editors() -> None:
    story = dataclasses.replace(
        WRITTEN,
        articles=dataclasses.replace(WRITTEN.articles, value=19),
        bias=dataclasses.replace(WRITTEN.bias, center=dataclasses.replace(WRITTEN.bias.center, value=5)),
        outlet=stated("Mine", "theirs"),
        history=(an_earlier_save(articles=stated(15, "14 Articles")),),
    )
    doubted = doubt(story)
    assert the_editors(15, None) == doubted.history[0].articles  # type: ignore[arg-type]
    assert story.history[0].bias == doubted.history[0].bias
    assert [the_editors(value, None) for value in (19, 5, "Mine")] == [  # type: ignore[arg-type]
        doubted.articles,
        doubted.bias.center,
        doubted.outlet,
    ]
    assert WRITTEN == dataclasses.replace(
        doubted, articles=WRITTEN.articles, bias=WRITTEN.bias, outlet=WRITTEN.outlet, history=()
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1400, "1,400 Articles"),
        (57, "57% of the sources are Center"),
        (DAY, "on Tuesday, June 2, 2026."),
        ("2026-06-02", "Published June 2, 2026"),
        ("Coast FM", "Coast FM broke the news"),
        (("Sea", "Salt"), "Salt & Sea"),
    ],
)
def test_values_that_the_evidence_says_in_its_own_form_are_not_doubted(value: Any, words: str) -> None:
    story = dataclasses.replace(WRITTEN, outlet=stated(value, words))
    assert story == doubt(story)
