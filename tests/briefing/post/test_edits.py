"""An editor's work in a post is kept where it stands, shown once, and takes nothing away from the story."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing import post
from briefing.story import Addition, Card, Correction, Field, Lines, Origin, Passage, Person, State, Story
from tests.briefing.making import a_full_story, a_story, page_of, stated
from tests.briefing.post.renderers import shown

STORY = a_full_story()
POST = post.write(STORY)
LINES = POST.rstrip("\n").split("\n")
BODY = LINES.index("---", 1) + 1  # index of the first line below the front matter

# Where a list with links is taken for items: those of sides must have labels, and an article is one link.
LISTS_WITH_LABELS = (
    *range(LINES.index("<!-- sides -->") + 1, LINES.index("<!-- quotes -->") + 1),
    *range(LINES.index("<!-- articles -->") + 1, LINES.index("<!-- corrections -->") + 1),
)

# What an editor may put in, and how often its word stands on the page then.
INSERTIONS = {
    "a paragraph": ("MINE is a *paragraph*.", 1),
    "a paragraph of two lines": ("MINE is a paragraph\nof two lines.", 1),
    "an image": ("![MINE](harbour.jpg)", 0),
    "a link": ("[MINE](https://example.org/a_b)", 1),
    "a quotation": ("> MINE\n> was said.", 1),
    "a heading": ("### MINE", 1),
    "a numbered list": ("1. MINE\n2. and another", 1),
    "a list with links": ("- [MINE](https://example.org)\n- and another", 1),
    "a list below a paragraph": ("Look:\n\n- MINE\n- and another\n    - nested", 1),
    "a list below an empty comment": ("<!-- -->\n\n- MINE\n- and another", 1),
    "a table": ("| Ship | Tons |\n| --- | --- |\n| MINE | 5 |", 1),
    "code": ("```\nMINE\n\n<!-- facts -->\n\n- point <!-- 7 -->\n| Articles | 9 |\n[^3]: x\n```", 1),
    "a comment": ("<!-- MINE -->", 0),
    "a comment of several lines": ("<!--\nMINE\n\n- a point\n| Articles | 9 |\n-->", 0),
    "HTML": ('<div class="note">\n<p>MINE</p>\n</div>', 1),
    "a text with a footnote": ("Text.[^mine]\n\n[^mine]: MINE is counted by hand.\n\n    In two paragraphs.", 1),
    "a reference to evidence": ("MINE, as the page says[^3].", 1),
}


def with_text(text: str, index: int) -> str:
    """Return the post with a text put in before the line at ``index``."""
    return "\n".join([*LINES[:index], "", text, "", *LINES[index:], ""])


def without_additions(story: Story) -> Story:
    return dataclasses.replace(story, additions=(), headings=())


@pytest.mark.parametrize("index", range(BODY, len(LINES) + 1))
def test_a_paragraph_put_in_before_any_line_is_shown_once_and_nothing_else_changes(index: int) -> None:
    story = post.read(with_text("MINE is a *paragraph*.", index), "post.md")
    (addition,) = story.additions
    assert ("MINE is a *paragraph*.", STORY) == (addition.markdown, without_additions(story))
    assert 1 == shown(page_of(story)).count("MINE is a paragraph.")


@given(st.sampled_from(sorted(INSERTIONS)), st.integers(BODY, len(LINES)))
@settings(max_examples=250, deadline=None)
def test_whatever_is_put_in_anywhere_is_shown_once_and_can_be_written_again(kind: str, index: int) -> None:
    assume(kind != "a list with links" or index not in LISTS_WITH_LABELS)
    text, times = INSERTIONS[kind]
    story = post.read(with_text(text, index), "post.md")
    page = shown(page_of(story))
    assert times == page.count("MINE"), page
    assert without_additions(STORY) == without_additions(story)
    assert story == post.read(post.write(story), "post.md")
    assert 1 == post.write(story).count("MINE")


def edited(*changes: tuple[str, str]) -> Story:
    """Return the story of the post after changes to it; what is changed must be there once."""
    text = POST
    for before, after in changes:
        assert 1 == text.count(before)
        text = text.replace(before, after)
    story = post.read(text, "post.md")
    assert story == post.read(post.write(story), "post.md")
    return story


POINT = STORY.summary[0]


@pytest.mark.parametrize(
    "wrapped",
    [
        "- The harbour opened on Tuesday,\n  June 2, 2026, at a cost of $4 million. <!-- 7 -->",
        "- The harbour opened on Tuesday,\n      June 2, 2026,\n      at a cost of $4 million. <!-- 7 -->",
        "- The harbour opened on Tuesday,\nJune 2, 2026, at a cost of $4 million. <!-- 7 -->",
        "- The harbour opened on Tuesday, June 2, 2026, at a cost of $4 million.\n  <!-- 7 -->",
        "* The harbour opened on Tuesday, June 2, 2026, at a cost of $4 million. <!-- 7 -->",
        "+   The harbour opened on Tuesday, June 2, 2026, at a cost of $4 million. <!-- 7 -->",
        "1. The harbour opened on Tuesday, June 2, 2026, at a cost of $4 million. <!-- 7 -->",
        "- The harbour opened on Tuesday, June 2, 2026, at a cost of &#36;4 million. <!-- 7 -->\n",
    ],
)
def test_a_point_that_is_broken_into_lines_or_marked_otherwise_is_the_same(wrapped: str) -> None:
    written = "- The harbour opened on Tuesday, June 2, 2026, at a cost of $4 million. <!-- 7 -->"
    assert STORY == edited((written, wrapped))


def test_a_post_that_a_formatter_went_over_is_the_same() -> None:
    loose = POST.replace("\n    - ", "\n\n    - ").replace("\n- ", "\n\n* ")
    table = loose.replace(
        "| | |\n| --- | --- |",
        "|                   |                          |\n| :---------------- | ------------------------ |",
    )
    assert STORY == post.read(
        table.replace("| Articles | 18[^3] |", "| Articles          | 18[^3]         |"), "post.md"
    )


def test_sections_may_stand_in_any_order() -> None:
    head, *sections = POST.split("\n<!-- ")
    *sections, last = sections
    assert STORY == post.read("\n<!-- ".join([head, *reversed(sections), last]), "post.md")


def test_a_removed_section_is_absent_and_takes_nothing_else_with_it() -> None:
    start = POST.index("<!-- people -->")
    text = POST[:start] + POST[POST.index("<!-- organisations -->") :]
    assert dataclasses.replace(STORY, people=()) == post.read(text, "post.md")


@pytest.mark.parametrize("heading", ["Kurz gesagt", "# of ships", "C#", "What's *new*?", "1. Summary"])
def test_a_heading_may_be_reworded(heading: str) -> None:
    story = dataclasses.replace(STORY, headings=(("summary", heading), ("people", "Wer")))
    assert story == post.read(post.write(story), "post.md")
    assert [heading, "Wer"] == [h for h in map(shown, page_of(story).xpath(".//h2")) if h in (heading, "Wer")]


def test_a_removed_heading_is_the_usual_one_again() -> None:
    assert STORY == edited(("## In short\n", ""))


def test_a_changed_point_keeps_its_lines_and_an_added_one_has_none() -> None:
    story = edited(
        (
            " at a cost of $4 million. <!-- 7 -->",
            " at last. <!-- 7 -->\n- A point of my own, 5 * 3 tons.\n  It has two lines.",
        )
    )
    assert (
        Passage("The harbour opened on Tuesday, June 2, 2026, at last.", Lines(7, 7)),
        Passage("A point of my own, 5 * 3 tons. It has two lines."),
    ) == story.summary[:2]


def test_values_are_changed_added_and_taken_out_in_the_table() -> None:
    story = edited(
        ("| Articles | 18[^3] |", "| Articles | 19 |\n| Outlet | Coast FM |"),
        ("| Right | not stated |\n", "| Right | locked |\n"),
        ("| Published | not stated |\n", ""),
        ("| Factuality | locked[^7] |", "| Factuality | not stated |"),
    )
    editors = Field(State.STATED, 19, None, Origin.EDITOR)
    assert (editors, "Coast FM", Origin.EDITOR) == (story.articles, story.outlet.value, story.outlet.origin)
    assert (State.LOCKED, State.ABSENT, State.ABSENT) == (
        story.bias.right.state,
        story.published.state,
        story.factuality.state,
    )


def test_a_card_is_added_in_either_form() -> None:
    labelled = "- Mine\n    - Outlet: My paper\n    - Link: https://example.org/a_b"
    linked = "- [Linked headline](https://example.org/c)"
    story = edited(("<!-- corrections -->", f"{labelled}\n{linked}\n\n<!-- corrections -->"))
    assert (
        Card("Mine", "My paper", url="https://example.org/a_b"),
        Card("Linked headline", url="https://example.org/c"),
    ) == story.coverage[2:]


def test_a_card_below_a_paragraph_is_one_because_it_has_labels() -> None:
    story = edited(("<!-- corrections -->", "And ours:\n\n- Mine\n    - Outlet: My paper\n\n<!-- corrections -->"))
    assert (Card("Mine", "My paper"), Addition("articles", 2, "And ours:")) == (story.coverage[2], *story.additions)


def test_a_correction_is_added_also_below_a_paragraph() -> None:
    story = edited(
        (
            "<!-- corrections -->\n## Corrections\n",
            "<!-- corrections -->\n## Corrections\n\nWe are sorry.\n\n- 2026-06-06: Tons, not kilos.\n",
        )
    )
    assert ["Tons, not kilos.", "The harbour opened at noon, not at dawn."] == [c.text for c in story.corrections]
    assert (Addition("corrections", 0, "We are sorry."),) == story.additions


def test_quotation_marks_of_any_sort_are_taken_off_a_quotation() -> None:
    for marks in ("“”", "„“", "«»", '""'):
        story = edited(('- "the sea is &lt;b>ours&lt;/b> again"', f"- {marks[0]}the sea is ours{marks[1]}"))
        assert "the sea is ours" == story.quotes[0].text


def test_an_editors_comment_in_a_point_shows_nowhere_and_is_kept() -> None:
    story = edited(
        (
            " at a cost of $4 million. <!-- 7 -->",
            " at a cost of <!-- sure? --> $4 million. <!-- 7 --> <!-- ask Ida -->",
        ),
        ("| Articles | 18[^3] |", "| Articles | 18[^3] <!-- count again --> |"),
        ("    - Reposts: 11", "    - Reposts: 11 <!-- really -->"),
    )
    assert STORY == without_additions(story)
    assert {"<!-- sure? -->\n\n<!-- ask Ida -->", "<!-- count again -->", "<!-- really -->"} == {
        addition.markdown for addition in story.additions
    }
    page = page_of(story)
    assert [] == page.xpath(".//div[@class='addition']")
    assert [] == page.xpath(".//comment()")


def test_a_by_line_that_lost_its_comment_is_still_known() -> None:
    assert STORY == edited((" <!-- by -->", ""))


def test_a_footnote_that_is_broken_into_lines_is_the_same() -> None:
    assert STORY == edited(
        (
            '"57% of the sources are Center" / "57% Center" (lines 35-36)',
            '"57% of the sources\n    are Center" / "57% Center"\n(lines 35-36)',
        )
    )


def test_a_text_below_the_last_footnote_is_no_part_of_it() -> None:
    story = post.read(POST + "MINE.\n", "post.md")
    assert (STORY, "MINE.") == (without_additions(story), story.additions[0].markdown)


def test_nested_text_belongs_to_its_point_and_is_shown_as_text() -> None:
    story = edited(("million. <!-- 7 -->", "million. <!-- 7 -->\n\n    MINE is nested.\n\n    - so is this"))
    assert (Addition("summary", 1, "    MINE is nested.\n\n    - so is this"),) == story.additions
    page = page_of(story)
    assert ([], ["so is this"]) == (
        page.xpath(".//pre"),
        [shown(li) for li in page.xpath(".//div[@class='addition']//li")],
    )


def test_footnotes_and_links_may_be_defined_anywhere_and_have_ids_of_their_own() -> None:
    story = edited(
        ("<!-- facts -->", "One.[^mine] See [there][port].\n\n<!-- facts -->"),
        ("<!-- quotes -->", "[^mine]: Counted\n    by hand.[^more]\n\n<!-- quotes -->"),
        ("<!-- people -->", "Two.[^mine]\n\n[port]: https://example.org/port\n\n[^more]: Twice.\n\n<!-- people -->"),
    )
    page = page_of(story)
    ids = page.xpath(".//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.xpath(".//a/@href[starts-with(., '#')]")} <= set(ids)
    assert ["https://example.org/port"] == page.xpath(".//a[.='there']/@href")
    assert 2 == shown(page).count("Counted by hand.")
    assert 2 == shown(page).count("Twice.")


def test_a_reference_to_evidence_keeps_its_meaning_when_the_post_is_written_again() -> None:
    story = edited(("<!-- facts -->", "MINE[^3].\n\n<!-- facts -->"), ("| Articles | 18[^3] |", "| Articles | 19 |"))
    assert '[^3]: "18 Articles" (line 19)' in post.write(story)
    assert 1 == shown(page_of(story)).count('"18 Articles" (line 19)')


def test_code_in_a_section_is_no_part_of_its_list() -> None:
    code = "```html\n<!-- facts -->\n\n- no point <!-- 7 -->\n```"
    story = edited(("million. <!-- 7 -->", f"million. <!-- 7 -->\n\n{code}"))
    assert (Addition("summary", 1, code), STORY) == (story.additions[0], without_additions(story))
    assert ["<!-- facts -->\n\n- no point <!-- 7 -->\n"] == page_of(story).xpath(".//pre//text()")


def test_paragraphs_of_a_prose_summary_may_be_broken_into_lines() -> None:
    text = post.write(a_story(summary=(POINT, Passage("Second.", Lines(8, 8))), summary_form="prose"))
    wrapped = text.replace("Tuesday, June", "Tuesday,\nJune").replace("Second.", "MINE.\n\nSecond.")
    story = post.read(wrapped, "post.md")
    assert (POINT, Passage("Second.", Lines(8, 8))) == story.summary
    assert (Addition("summary", 1, "MINE."),) == story.additions


BY_HAND = """---
title: Written by hand
date: 2026-06-05
---

Before all.

<!-- standfirst -->

How it began,
on two lines.

More of it.

<!-- summary prose -->
## In short

The first paragraph.

The second, with a [link](https://example.org).

By a friend <!-- by -->

<!-- facts -->

| | |
| --- | --- |
| Articles | 3 |

<!-- people -->

- Ann
    - Role: cook
- Bert
"""


def test_a_post_may_be_written_by_hand() -> None:
    story = post.read(BY_HAND, "2026-06-05 My own_Story.md")
    assert ("my-own-story", "2026-06-05T00:00:00+00:00", None) == (story.slug, story.added.isoformat(), story.document)
    assert Passage("How it began, on two lines.") == story.standfirst
    assert (Passage("The first paragraph."),) == story.summary
    assert (Field(State.STATED, "a friend", None, Origin.EDITOR), 3) == (story.summary_by, story.articles.value)
    assert (Person("Ann", "cook", Origin.EDITOR), Person("Bert", None, Origin.EDITOR)) == story.people
    assert (
        Addition("", 0, "Before all."),
        Addition("standfirst", 1, "More of it."),
        Addition("summary", 1, "The second, with a [link](https://example.org)."),
    ) == story.additions
    assert story == post.read(post.write(story), "2026-06-05 My own_Story.md")


def test_a_comment_of_several_lines_in_a_paragraph_shows_nowhere() -> None:
    text = BY_HAND.replace("The first paragraph.", "The first <!-- ask\nIda --> paragraph.")
    story = post.read(text, "2026-06-05-mine.md")
    assert ((Passage("The first paragraph."),), "Ida" in shown(page_of(story))) == (story.summary, False)


def test_each_part_of_a_post_written_by_hand_is_shown_once() -> None:
    page = shown(page_of(post.read(BY_HAND, "2026-06-05-mine.md")))
    parts = (
        "Before all.",
        "How it began, on two lines.",
        "More of it.",
        "The first paragraph.",
        "The second, with a link.",
    )
    assert dict.fromkeys(parts, 1) == {part: page.count(part) for part in parts}


def test_plain_markdown_below_front_matter_is_a_post() -> None:
    story = post.read("---\ntitle: T\ndate: 2026-06-05\n---\nText.\n\n- list\n- more\n\n## Heading\n", "a.md")
    assert (Addition("", 0, "Text.\n\n- list\n- more\n\n## Heading"),) == story.additions
    assert ["list", "more"] == [shown(li) for li in page_of(story).xpath(".//div[@class='addition']//li")]


def test_a_post_keeps_its_id_whatever_is_written_in_it_and_posts_of_other_names_have_others() -> None:
    first, changed, other = (
        post.read(f"---\ntitle: {title}\ndate: 2026-06-05\n---\n", name)
        for title, name in (("A", "a.md"), ("B", "folder/a.md"), ("A", "b.md"))
    )
    assert (True, False) == (first.id == changed.id, first.id == other.id)


def test_a_correction_and_a_status_are_read() -> None:
    story = edited(("lang: en", "lang: en\nstatus: skip\nmodified: 2026-06-07"))
    assert ("skip", "2026-06-07T00:00:00+00:00") == (story.status, story.modified and story.modified.isoformat())
    assert (Correction(story.corrections[0].date, "The harbour opened at noon, not at dawn."),) == story.corrections


def test_an_editors_values_can_be_written() -> None:
    story = a_story(articles=Field(State.STATED, 19, None, Origin.EDITOR), outlet=stated("Coast FM", "by Coast FM"))
    assert story == post.read(post.write(story), "post.md")


def stands_below(text: str, words: str) -> str:
    """Return the line that words stand below: the last one before them that shows or marks anything."""
    lines = [line for line in text.split("\n") if line.strip() and line not in ("| | |", "| --- | --- |")]
    return lines[next(index for index, line in enumerate(lines) if words in line) - 1]


# Text put in before these moves: they belong to the line above them (labelled values, headings, a table's rule).
BELONGING = [index for index, line in enumerate(LINES) if line.startswith(("    - ", "## ", "| ---"))]
NOTES = next(index for index, line in enumerate(LINES) if line.startswith("[^"))


@pytest.mark.parametrize("index", sorted({*range(BODY, NOTES)} - {*BELONGING}))
def test_a_text_stands_below_the_same_line_when_the_post_is_written_again(index: int) -> None:
    text = with_text("MINE is a *paragraph*.", index)
    again = post.write(post.read(text, "post.md"))
    assert stands_below(text, "MINE") == stands_below(again, "MINE")


def test_a_text_stays_below_its_row_where_others_were_deleted_or_added() -> None:
    story = edited(
        ("| Articles | 18[^3] |\n", ""),
        ("| First reported on |", "| Byline | Ann |\n| First reported on |"),
        ("| Center | 57%[^5] |\n", "| Center | 57%[^5] |\n\nMINE.\n\n"),
        ("- Center: not stated\n", ""),
        ("- Left: It cost too much.[^10]\n", "- Left: It cost too much.[^10]\n\nMINE too.\n\n"),
    )
    again = post.write(story)
    assert ("| Center | 57%[^4] |", "- Left: It cost too much.[^9]") == (
        stands_below(again, "MINE."),
        stands_below(again, "MINE too."),
    )


def test_a_text_below_a_shortened_table_stays_below_it() -> None:
    story = edited(("| Topic | Ports[^9] |\n", ""), ("<!-- sides -->", "MINE.\n\n<!-- sides -->"))
    assert "| Topic | Sea, salt[^9] |" == stands_below(post.write(story), "MINE.")


def test_a_comment_in_a_row_stays_in_it() -> None:
    row = "| Articles | 18[^3] <!-- count again --> <!-- ask Ida --> |"
    assert row in post.write(edited(("| Articles | 18[^3] |", row)))


def test_a_comment_below_a_row_that_cannot_stand_in_it_stays_below() -> None:
    for comment in ("<!-- a | b -->", "<!-- a\nb -->", "<!-- MINE -->\n\nand a text"):
        story = edited(("| Articles | 18[^3] |\n", f"| Articles | 18[^3] |\n\n{comment}\n\n"))
        assert f"| Articles | 18[^3] |\n\n{comment}\n" in post.write(story)


def test_comments_in_the_front_matter_are_kept_and_shown_nowhere() -> None:
    story = edited(("date: 2026-06-02\n", "# MINE: is it so?\ndate: 2026-06-02\n# and [^this]\n"))
    assert Addition("header", 0, "# MINE: is it so?\n# and [^this]") == story.additions[0]
    assert "format: 1\n# MINE: is it so?\n# and [^this]\nmade: " in post.write(story)
    assert 0 == shown(page_of(story)).count("MINE")
