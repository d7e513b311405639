"""What templates see: numbered evidence that ascends on the page, and an editor's texts where they stand."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from briefing.editing import attribute
from briefing.rights import hold_to
from briefing.settings import BOXES
from briefing.story import (
    Addition,
    DateFrom,
    Field,
    FirstReport,
    Lines,
    Origin,
    Passage,
    Quote,
    Sides,
    State,
    Story,
)
from briefing.view import View
from tests.briefing.making import a_full_story, a_story, an_earlier_save, evidence, locked, page_of, stated
from tests.briefing.post.renderers import shown
from tests.briefing.strategies import stories

ABSENT: Field[Any] = Field()


def view_of(story: Story) -> View:
    return View(story, lambda text: f"<p>{text}</p>" if text != "hidden" else "")


def marks(page: html.HtmlElement) -> list[int]:
    """Return the numbers of the marks in the order of the page."""
    return [int(href.removeprefix("#evidence-")) for href in page.xpath(".//sup/a/@href")]


def check_links(page: html.HtmlElement) -> None:
    """Check that ids are unique, that each link within the page leads to one, and marks and notes to each other."""
    ids = page.xpath(".//@id")
    targets = [href[1:] for href in page.xpath(".//a/@href") if href.startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)
    there = {(mark.get("id"), mark.get("href")[1:]) for mark in page.xpath(".//sup[@class='ev']/a")}
    notes = page.xpath(".//section[@class='evidence']//li[@id]")
    back = {(link.get("href")[1:], note.get("id")) for note in notes for link in note.xpath(".//a[@class='back']")}
    assert there == back


def with_edits(story: Story) -> Story:
    """Return a story of which an editor has changed a few values."""
    mine: Field[Any] = Field(State.STATED, 7, None, Origin.EDITOR)
    changed = dataclasses.replace(
        story, articles=mine, factuality=ABSENT, bias=Sides(mine, ABSENT, story.bias.right), quotes=story.quotes[1:]
    )
    return attribute(changed, story)


BOX_SETS = st.just(set(BOXES)) | st.sets(st.sampled_from(BOXES))


@given(stories(), st.sampled_from(["facts", "short", "full"]), st.booleans(), BOX_SETS)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_on_the_page_of_any_story_marks_and_notes_lead_to_each_other(
    story: Story,
    rights: str,
    edited: bool,  # noqa: FBT001 - hypothesis gives it
    boxes: set[str],
) -> None:
    page = page_of(hold_to(with_edits(story) if edited else story, rights), boxes=boxes)
    check_links(page)
    first = list(dict.fromkeys(marks(page)))
    assert list(range(1, len(first) + 1)) == first


@pytest.mark.parametrize("box", BOXES)
def test_a_box_that_is_left_out_leaves_nothing_but_what_an_editor_wrote_in_it(box: str) -> None:
    section = {"glance": "facts"}.get(box, box)
    classes = {"organisations": "people", "dates": "figures", "leanings": "leaning"}
    story = dataclasses.replace(a_full_story(), history=(an_earlier_save(),))
    left = set(BOXES) - {box, *(one for one in BOXES if classes.get(one, one) == classes.get(box, box))}
    find = f".//section[contains(concat(' ', @class, ' '), ' {classes.get(box, box)} ')]"

    assert (1, 0) == tuple(len(page_of(story, boxes=boxes).xpath(find)) for boxes in (BOXES, left))
    check_links(page_of(story, boxes=left))
    if box != "leanings":  # a box of the page's alone
        added = dataclasses.replace(story, additions=(Addition(section, 0, "Mine."),))
        assert 1 == len(page_of(added, boxes=left).xpath(find))


def test_numbers_ascend_on_the_page_and_the_same_words_have_one() -> None:
    page = page_of(a_full_story())
    assert [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] == marks(page)
    assert [str(number) for number in range(1, 11)] == [
        note.get("id").removeprefix("evidence-") for note in page.xpath(".//section[@class='evidence']//li")
    ]


def test_facts_side_by_side_that_were_read_from_the_same_words_share_a_mark() -> None:
    view = view_of(a_full_story())
    assert [None, None, 3] == [fact.mark and fact.mark.number for fact in view.first_report]


def test_words_that_facts_in_two_places_were_read_from_are_one_note_that_leads_back_to_both() -> None:
    words = evidence("18 Articles, by Ground AI", first=9)
    view = view_of(a_story(summary_by=stated("Ground AI", words), articles=stated(18, words)))
    (note,) = view.notes
    assert (1, "evidence-1", ("mark-1", "mark-1-2"), words.words) == (note.number, note.id, note.marks, note.words)


def test_stated_sides_are_numbered_before_locked_ones_as_the_page_shows_them() -> None:
    story = a_story(bias=Sides(locked("Left is locked", 30), stated(57, "57% Center"), ABSENT))
    view = view_of(story)
    assert (2, 1, None) == tuple(
        fact.mark and fact.mark.number for fact in (view.bias.left, view.bias.center, view.bias.right)
    )
    assert [1, 2] == marks(page_of(story))


def test_what_the_page_does_not_say_is_told_with_what_is_locked_first() -> None:
    assert [
        ("factuality", State.LOCKED),
        ("ownership", State.LOCKED),
        ("published", State.ABSENT),
        ("updated", State.ABSENT),
        ("sources_from", State.ABSENT),
    ] == [(fact.key, fact.state) for fact in view_of(a_full_story()).unsaid]


def test_of_a_page_without_a_first_report_and_topics_these_are_missed_but_no_byline_outlet_or_blindspot() -> None:
    keys = {fact.key for fact in view_of(a_story()).unsaid}
    assert {"first_report_outlet", "first_report_place", "first_report_date", "page_topics"} <= keys
    assert set() == keys & {"byline", "outlet", "blindspot"}


def test_a_locked_byline_is_told() -> None:
    assert "byline" in {fact.key for fact in view_of(a_story(byline=locked("Log in", 9))).unsaid}


def test_a_post_without_a_document_leaves_nothing_unsaid_and_has_no_evidence() -> None:
    story = a_full_story(document=None, factuality=ABSENT, ownership=ABSENT)
    view = view_of(story)
    assert ((), ()) == (view.unsaid, view.notes)
    check_links(page_of(story))


def test_an_editors_value_has_no_mark_and_the_pages_beside_it_has() -> None:
    written = a_full_story()
    story = attribute(dataclasses.replace(written, articles=Field(State.STATED, 19, None, Origin.EDITOR)), written)
    (fact,) = [fact for fact in view_of(story).glance if fact.key == "articles"]
    assert fact.page is not None
    assert (19, None, Origin.EDITOR, 18, 4) == (
        fact.value,
        fact.mark,
        fact.origin,
        fact.page.value,
        fact.page.mark and fact.page.mark.number,
    )
    assert "19 (changed by the editor; the page has: 18[4])" in shown(page_of(story))


def test_the_pages_share_beside_an_editors_is_shown_as_a_share() -> None:
    written = a_full_story()
    mine = dataclasses.replace(written.bias, center=Field(State.STATED, 50, None, Origin.EDITOR))
    page = page_of(attribute(dataclasses.replace(written, bias=mine), written))
    assert "50% (changed by the editor; the page has: 57%[" in shown(page)


def test_a_value_that_an_editor_took_back_is_told_as_unsaid_with_the_pages_beside_it() -> None:
    written = a_full_story()
    story = attribute(dataclasses.replace(written, articles=ABSENT), written)
    assert "articles" in {fact.key for fact in view_of(story).unsaid}
    check_links(page_of(story))


def test_an_editors_value_without_evidence_is_shown() -> None:
    story = a_story(
        articles=Field(State.STATED, 19, None, Origin.EDITOR),
        first_report=FirstReport(Field(State.STATED, "Coast FM", None, Origin.EDITOR)),
        date_from=DateFrom.EDITOR,
    )
    page = shown(page_of(story))
    assert ("19 (added by the editor)" in page, "Coast FM (added by the editor)" in page) == (True, True)


def test_items_lead_to_the_passage_that_holds_their_lines_if_it_is_on_the_page() -> None:
    passages = (Passage("One.", Lines(7, 7)), Passage("Again.", Lines(7, 7)))
    view = view_of(a_story(summary=passages))
    assert ("line-7", None) == (
        view.anchor(Quote("x", lines=Lines(7, 7))),
        view.anchor(Quote("x", lines=Lines(8, 8))),
    )
    assert ("line-7", None) == (view.passage_id(passages[0]), view.passage_id(passages[1]))


def test_nothing_leads_to_a_passage_that_is_held_back() -> None:
    view = view_of(hold_to(a_full_story(), "facts"))
    assert None is view.anchor(Quote("x", lines=Lines(7, 7)))


def test_an_editors_texts_stand_between_the_items() -> None:
    additions = (Addition("people", 0, "a"), Addition("people", 2, "b"), Addition("summary", 1, "c"))
    blocks = view_of(a_story(additions=additions)).blocks("people", ("x", "y", "z"))
    assert [((), "<p>a</p>"), (("x", "y"), "<p>b</p>"), (("z",), "")] == [(b.items, b.html) for b in blocks]


def test_a_text_that_shows_nothing_does_not_divide_the_items() -> None:
    blocks = view_of(a_story(additions=(Addition("people", 1, "hidden"),))).blocks("people", ("x", "y"))
    assert [(("x", "y"), "")] == [(block.items, block.html) for block in blocks]


def test_a_section_without_items_and_texts_has_no_blocks() -> None:
    assert () == view_of(a_story()).blocks("people")


@pytest.mark.parametrize(
    ("section", "after", "markdown", "text"),
    [
        (
            "summary",
            1,
            "    In the item.\n\n    - nested\n\nOutside.\n\n    code",
            "In the item.\n\n- nested\n\nOutside.\n\n    code",
        ),
        ("summary", 1, "  Two spaces.", "Two spaces."),
        ("summary", 1, "\tA tab.", "A tab."),
        ("summary", 1, "        code in the item", "    code in the item"),
        ("summary", 0, "    code", "    code"),
        ("facts", 3, "    code", "    code"),
    ],
)
def test_a_text_within_an_item_is_taken_out_of_its_indent(section: str, after: int, markdown: str, text: str) -> None:
    (block,) = view_of(a_story(additions=(Addition(section, after, markdown),))).blocks(section)
    assert f"<p>{text}</p>" == block.html


def test_a_text_is_rendered_once_however_often_a_template_asks() -> None:
    rendered: list[str] = []

    def render(text: str) -> str:
        rendered.append(text)
        return "html"

    view = View(a_story(additions=(Addition("facts", 0, "a"),)), render)
    assert view.blocks("facts") == view.blocks("facts")
    assert ["a"] == rendered


def test_a_heading_is_the_editors_or_the_usual_one() -> None:
    view = view_of(a_story(headings=(("facts", "Auf einen Blick"),)))
    assert ("Auf einen Blick", "People") == (view.heading("facts", "At a glance"), view.heading("people", "People"))


def test_facts_of_the_sides_are_told_apart_by_their_states() -> None:
    bias = view_of(a_story(bias=Sides(locked("Left is locked", 30), stated(57, "57% Center"), ABSENT))).bias
    assert [["center"], ["left"], ["right"]] == [
        [fact.part for fact in facts] for facts in (bias.stated, bias.locked, bias.absent)
    ]
    assert (True, False) == (bias.are_told, view_of(a_story()).bias.are_told)


def test_a_first_report_of_which_the_page_says_nothing_is_told_of_at_once() -> None:
    nothing, some = view_of(a_story()), view_of(a_story(first_report=FirstReport(place=stated("Port Ellis", "words"))))
    keys = {"first_report_outlet", "first_report_place", "first_report_date"}
    assert (True, set()) == (nothing.is_first_report_unsaid, keys & {fact.key for fact in nothing.unsaid_singly})
    assert (False, keys - {"first_report_place"}) == (
        some.is_first_report_unsaid,
        keys & {fact.key for fact in some.unsaid_singly},
    )


def test_the_lines_of_texts_that_stand_word_for_word_span_those_of_all_their_items() -> None:
    assert [
        ("headline", Lines(3, 3)),
        ("standfirst", Lines(5, 5)),
        ("summary", Lines(7, 8)),
        ("articles", Lines(21, 33)),
    ] == view_of(a_full_story()).verbatim


def test_quotations_are_of_the_summary_alone_if_none_is_an_outlets_or_the_standfirsts() -> None:
    story = a_full_story()
    outlets = dataclasses.replace(story.quotes[0], origin=Origin.OUTLET)
    from_standfirst = dataclasses.replace(story.quotes[0], lines=Lines(5, 5))
    assert [True, False, False] == [
        view_of(dataclasses.replace(story, quotes=quotes)).quotes_summary_alone
        for quotes in (story.quotes, (outlets,), (from_standfirst,))
    ]


def test_the_texts_that_are_not_held_back_are_those_shown() -> None:
    story = a_full_story()
    assert (story.standfirst, story.summary) == (view_of(story).standfirst, view_of(story).points)
    assert (None, ()) == (view_of(hold_to(story, "facts")).standfirst, view_of(hold_to(story, "facts")).points)
