"""A page shows what changed from save to save: all figures beside each other, each with its evidence."""

from __future__ import annotations

import dataclasses

import pytest
from lxml import html

from briefing.editing import attribute
from briefing.rights import hold_to
from briefing.story import Addition, Document, Field, FirstReport, Origin, Passage, Save, Sides, State, Story
from tests.briefing.making import a_full_story, a_story, an_earlier_save, evidence, page_of, stated
from tests.briefing.post.renderers import shown

MONDAY = an_earlier_save()
SUNDAY = an_earlier_save(
    document=Document("world/harbour-sunday.txt", "2e" * 32, "ground-news-story"),
    title=Passage("Harbour reopens"),
    articles=Field(),
    bias=Sides(Field(), Field(), Field()),
    first_report=FirstReport(),
)
STORY = a_full_story(history=(MONDAY, SUNDAY))
LEANINGS = (
    "Left 20%[6], Center 57%[7]; right not stated As the page counts them: Center 4[8]; left and right not stated"
)


def rows(page: html.HtmlElement) -> list[list[str]]:
    """Return what the cells of the table show."""
    return [[shown(cell) for cell in row.xpath("./th | ./td")] for row in page.xpath(".//table[@class='saves']//tr")]


def where(page: html.HtmlElement, words: str) -> list[str]:
    """Return where the notes with these words say that they stand."""
    notes = page.xpath(".//section[@class='evidence']//li")
    return [
        shown(note.xpath("./p[@class='where']")[0]).partition("↑")[0].strip()
        for note in notes
        if words == shown(note.xpath("./blockquote")[0])
    ]


def test_a_story_that_was_saved_once_has_no_such_box() -> None:
    page = page_of(a_full_story())
    assert ([], False) == (page.xpath(".//section[@class='history']"), "save of" in shown(page))


def test_the_figures_of_all_saves_stand_beside_each_other_newest_first() -> None:
    assert [
        ["Save", "Articles", "How the outlets lean", "First reported"],
        [
            "Newest save date not stated",
            "18[4]",
            LEANINGS,
            "by Coast FM in Port Ellis, Sundrey on 2 June 2026[3]",
        ],
        [
            "Earlier save 1 date not stated Headline: Harbour may reopen line 3",
            "14[11]",
            "Center 60%[12]; left and right not stated As the page counts them: not stated",
            "by Sundrey Herald on 1 June 2026[13] where not stated",
        ],
        [
            "Earlier save 2 date not stated",
            "not stated",
            "not stated As the page counts them: not stated",
            "not stated",
        ],
    ] == rows(page_of(STORY))


def test_numbers_that_no_save_has_are_not_told_of() -> None:
    page = page_of(a_story(history=(MONDAY,)))
    assert (["not stated", "not stated", "not stated"], False) == (
        rows(page)[1][1:],
        "As the page counts them" in shown(page),
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"updated": stated("2026-06-01T14:00:00Z", "x")}, "Earlier save updated 1 June 2026, 14:00 UTC[1]"),
        ({"published": stated("2026-06-01", "x")}, "Earlier save published 1 June 2026[1]"),
        ({"title": Passage("")}, "Earlier save date not stated Headline: none"),
    ],
)
def test_a_save_is_named_by_its_order_and_by_the_date_and_headline_that_it_has(
    values: dict[str, object], expected: str
) -> None:
    save = Save(**{"document": MONDAY.document, "title": Passage("Harbour reopens")} | values)  # type: ignore[arg-type]
    assert expected == rows(page_of(a_story(history=(save,))))[2][0]


def test_the_evidence_says_which_save_has_it() -> None:
    page = page_of(STORY)
    assert ["line 19 of the newest save"] == where(page, "18 Articles")
    assert ["line 17 of earlier save 1"] == where(page, "14 Articles")
    one = page_of(a_full_story(history=(MONDAY,)))
    assert ["line 17 of the earlier save"] == where(one, "14 Articles")


def test_the_same_words_in_the_same_lines_of_two_saves_are_two_notes() -> None:
    words = evidence("18 Articles", first=19)
    page = page_of(a_story(articles=stated(18, words), history=(an_earlier_save(articles=stated(18, words)),)))
    assert ["line 19 of the newest save", "line 19 of the earlier save"] == where(page, "18 Articles")


def test_no_name_of_a_document_is_shown() -> None:
    assert "harbour-monday" not in html.tostring(page_of(STORY), encoding="unicode")


def test_what_an_editor_changed_in_a_save_is_shown_as_the_editors() -> None:
    mine = dataclasses.replace(
        MONDAY, articles=Field(State.STATED, 15, None, Origin.EDITOR), title=Passage("Harbour could reopen")
    )
    written: Story = dataclasses.replace(STORY, history=(MONDAY,))
    (_, _, earlier) = rows(page_of(attribute(dataclasses.replace(written, history=(mine,)), written)))
    assert "15 (changed by the editor; the page has: 14[11])" == earlier[1]
    assert earlier[0].endswith(
        "Headline: Harbour could reopen (changed by the editor; the page has in line 3: Harbour may reopen)"
    )


def test_a_headline_that_the_editor_changed_is_compared_by_the_pages_own() -> None:
    same = an_earlier_save(title=STORY.title)
    written = dataclasses.replace(STORY, history=(same,))
    edited = attribute(dataclasses.replace(written, title=Passage("Mine")), written)
    assert "Earlier save date not stated" == rows(page_of(edited))[2][0]


def test_what_an_editor_writes_there_is_shown_below() -> None:
    story = dataclasses.replace(
        STORY, additions=(Addition("history", 1, "More *later*."),), headings=(("history", "Was sich änderte"),)
    )
    section = page_of(story).xpath(".//section[@class='history']")[0]
    assert ("Was sich änderte", True) == (shown(section.xpath(".//h2")[0]), shown(section).endswith("More later."))


@pytest.mark.parametrize("rights", ["facts", "short"])
def test_rights_shorten_the_evidence_of_a_save_and_leave_its_headline(rights: str) -> None:
    words = " ".join(f"word{number}" for number in range(40))
    save = an_earlier_save(articles=stated(714, evidence(f"{words} 714 Articles")), title=Passage(words))
    (held,) = hold_to(a_story(history=(save,)), rights).history
    assert held.articles.evidence is not None
    (short,) = held.articles.evidence.words
    assert (True, 25, words) == (short.endswith("714 Articles"), len(short.split()), held.title.text)
