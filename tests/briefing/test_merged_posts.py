"""Posts that an editor changed, merged with their changed documents, read as the editor expects."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import post
from briefing.compose import Source, compose
from briefing.editing import attribute
from briefing.merging import DOCUMENT, MINE, Conflict, describe, merge
from briefing.story import Addition, DateFrom, Document, Field, Lines, Origin, Passage, Person, State, Story
from tests.briefing.kinds.making import document
from tests.briefing.making import a_full_story, an_earlier_save, stated

PAGE = """Published loading...Updated
Aldersea opens its harbour
  • Aldersea opened its harbour at noon on Tuesday, June 2, 2026.
  • Mayor Ida Storm rang "the bell of the old light" for an hour.
  • The port says that it cost $4 million.
Insights by Ground AI
18 Articles
Aldersea MercuryAldersea Mercury
+11 Reposted by 11 other sources
Lean Left
Ships are back
The first came at dawn.
·Aldersea, Wendmark
Read Full Article
Brinmouth ArgusBrinmouth Argus
Center
Who paid for the harbour?
All of us did.
·Brinmouth, Wendmark
Read Full Article
Tolvaddon HeraldTolvaddon Herald
Right
A bell, and what it means
It means that it is noon.
·Tolvaddon, Wendmark
Read Full Article
Bias Distribution
  • 57% of the sources are Center
57% Center
To view factuality data please Upgrade to Premium
Channel 7 Wend broke the news in Aldersea, Wendmark on Tuesday, June 2, 2026.
"""


def told(*changes: tuple[str, str]) -> Story:
    """Return what the page tells after changes to it."""
    text = replaced(PAGE, *changes)
    source = Source(Path("harbour.txt"), "harbour.txt", None, document(text))
    story = compose(source, datetime.datetime(2026, 6, 5, tzinfo=datetime.UTC), datetime.UTC).story
    return dataclasses.replace(story, id="urn:uuid:0b2c1f0e-5f5d-5c0e-8a4e-3d6f0c8f7a11", slug="harbour-0b2c1f")


def replaced(text: str, *changes: tuple[str, str]) -> str:
    for before, after in changes:
        assert 1 == text.count(before), before
        text = text.replace(before, after)
    return text


BASE = told()
Edit = Callable[[str], str]


def line_of(text: str, start: str) -> str:
    (line,) = re.findall(rf"^{re.escape(start)}.*\n", text, re.MULTILINE)
    return str(line)


def reword(start: str, before: str, after: str) -> Edit:
    """Change words in the line that begins with ``start``."""
    return lambda text: replaced(text, (line_of(text, start), replaced(line_of(text, start), (before, after))))


def below(start: str, words: str) -> Edit:
    """Put words in below the line that begins with ``start``."""
    return lambda text: replaced(text, (line_of(text, start), f"{line_of(text, start)}{words}\n"))


def above(start: str, words: str) -> Edit:
    return lambda text: replaced(text, (line_of(text, start), f"{words}\n{line_of(text, start)}"))


def without(start: str, count: int = 1) -> Edit:
    """Delete lines from the one that begins with ``start``."""
    return lambda text: re.sub(
        rf"^{re.escape(start)}.*\n(?:.*\n){{{count - 1}}}", "", text, count=1, flags=re.MULTILINE
    )


def last_first(text: str) -> str:
    """Put the last point before the others."""
    last, first = line_of(text, "- The port says"), line_of(text, "- Aldersea opened")
    return replaced(replaced(text, (last, "")), (first, last + first))


EDITS: dict[str, Edit] = {
    "a value changed": reword("| Articles |", "18", "19"),
    "a value changed, its mark deleted": lambda text: re.sub(r"\| Articles \| .* \|", "| Articles | 19 |", text),
    "a value that the page does not say": reword("| Published |", "not stated", "2026-06-01"),
    "a value taken back": lambda text: re.sub(r"\| Factuality \| .* \|", "| Factuality | not stated |", text),
    "a row deleted": without("| Articles |"),
    "a by-line changed": reword("By Ground AI", "Ground AI", "Ground Intelligence"),
    "a point reworded": reword("- Mayor Ida", "for an hour", "all morning"),
    "a point deleted": without("- Mayor Ida"),
    "a point added": below("- Mayor Ida", "- A point of mine."),
    "the points in another order": last_first,
    "an article's leaning changed": reword("    - Leaning: Center", "Center", "Lean Right"),
    "an article deleted": without("- Who paid for", 5),
    "an article added": above(
        "- Who paid for", "- Ours\n    - Outlet: The Briefing\n    - Link: https://example.org/a"
    ),
    "a section deleted": lambda text: re.sub(r"<!-- dates -->(?:.*\n)*?\n(?=<!--)", "", text),
    "a paragraph before all": above("<!-- summary", "MINE is *here*.\n"),
    "a paragraph below a point": below("- Mayor Ida", "\nMINE is *here*.\n"),
    "a text within a point": below("- Mayor Ida", "\n    MINE is *here*.\n\n    - a\n    - b\n"),
    "a comment in a point": reword("- Mayor Ida", " <!--", " <!-- ask her --> <!--"),
    "a paragraph above the by-line": above("By Ground AI", "MINE is *here*.\n"),
    "a section of one's own below the by-line": below("By Ground AI", "\n## Mine\n\nHere:\n\n- a\n- b\n"),
    "a list of one's own": above("<!-- quotes -->", "<!-- -->\n\n- MINE\n- here\n"),
    "a text among the rows": below("| Center |", "\nMINE is *here*.\n"),
    "a comment in a row": reword("| Center |", " |\n", " <!-- really? --> |\n"),
    "a table below the facts": above("<!-- quotes -->", "Look:\n\n| Ship | Tons |\n| --- | --- |\n| A | 5 |\n"),
    "a paragraph above the articles": below("## Articles on", "\nMINE is *here*."),
    "a text below an article": below("    - Excerpt: All of us did.", "\nMINE is *here*.\n"),
    "a footnote of one's own": below("- Mayor Ida", "\nMINE.[^mine]\n\n[^mine]: Counted\n    by hand.\n"),
    "a correction": above("[^1]:", "<!-- corrections -->\n## Corrections\n\n- 2026-06-05: It was noon.\n"),
    "another headline": reword("title: ", "Aldersea opens its harbour", 'A "new" harbour: at last'),
    "another day": lambda text: re.sub(r"date: .*\ndate_from: .*", "date: 2026-06-01\ndate_from: editor", text),
    "another topic": reword("tags: ", ";", "; Ports;"),
    "a status": below("date: ", "status: draft\ncategory: sea\nauthor: Ida"),
    "a comment in the header": below("tags: ", "# Is that so?"),
    "another heading": reword("## At a glance", "At a glance", "Auf einen Blick"),
}
POINT = "  • The port says that it cost $4 million.\n"
CARD = "Wend WeeklyWend Weekly\nLeft\nNobody came\nIt rained.\n·Wendmark\nRead Full Article\n"
CHANGES: dict[str, tuple[str, str]] = {
    "lines above": (
        "Published loading...Updated\n",
        "See every side of every news story\n\nPublished loading...Updated\n",
    ),
    "another point": (POINT, POINT.replace("$4", "£4")),
    "a point less": (POINT, ""),
    "a point more": (POINT, f"  • Bo Quist sold 300 flags on June 3, 2026.\n{POINT}"),
    "a share": (
        "  • 57% of the sources are Center\n57% Center\n",
        "  • 57% of the sources are Center\n57% Center\nR 12%\n",
    ),
    "reposts": ("+11 Reposted by 11 other", "+14 Reposted by 14 other"),
    "an article more": ("Aldersea MercuryAldersea Mercury\n", f"{CARD}Aldersea MercuryAldersea Mercury\n"),
    "an article more at the end": ("Bias Distribution\n", f"{CARD}Bias Distribution\n"),
    "an article less": (PAGE[PAGE.index("Aldersea MercuryA") : PAGE.index("Brinmouth ArgusB")], ""),
    "no first report": ("Channel 7 Wend broke the news in Aldersea, Wendmark on Tuesday, June 2, 2026.\n", ""),
}


def rewritten(text: str) -> str:
    """Return a post in the form in which it is written, without its seal."""
    return re.sub(r"made: .*\n", "", post.write(post.read(text, "post.md")))


TOUCHING = {
    ("the points in another order", "a point less"),  # the one that was moved
    ("a section deleted", "a point more"),  # with a date, the only one there is then
}
PAIRS = [(edit, change) for edit in EDITS for change in CHANGES if (edit, change) not in TOUCHING]


@pytest.mark.parametrize(("edit", "change"), PAIRS)
def test_a_merged_post_reads_as_if_the_editor_had_changed_the_new_one(edit: str, change: str) -> None:
    written, later = post.write(BASE), told(CHANGES[change])
    mine = EDITS[edit](written)
    assert written != mine
    assert BASE != later
    result = merge(BASE, post.read(mine, "post.md"), later)
    assert () == result.conflicts
    assert rewritten(EDITS[edit](post.write(later))) == rewritten(post.write(result.story))


Texts = dict[str, str]  # before an edit, and after it


def edited(edits: Texts) -> Story:
    return post.read(replaced(post.write(BASE), *edits.items()), "post.md")


def merged(edits: Texts, *changes: tuple[str, str], take: str | None = None, base: Story | None = BASE) -> Story:
    """Return the merged story of a post with some texts replaced and its page with others."""
    return merge(base, edited(edits), told(*changes), take).story


def conflicts(edits: Texts, *changes: tuple[str, str], base: Story | None = BASE) -> tuple[Conflict, ...]:
    return merge(base, edited(edits), told(*changes)).conflicts


HEADLINE = "Aldersea opens its harbour"
BELL = 'Mayor Ida Storm rang "the bell of the old light" for an hour.'
BELL_ALL_MORNING = BELL.replace("for an hour", "all morning")
REWORDED = {"for an hour": "all morning"}
DELETED = {line_of(post.write(BASE), "- Mayor Ida"): ""}
GONE = (f"  • {BELL}\n", "")
MOVED = ("Published loading", "\n\nPublished loading")  # by two lines


@pytest.mark.parametrize(
    ("edits", "change", "conflict"),
    [
        (
            {f"title: {HEADLINE}": "title: Mine"},
            (HEADLINE, "Theirs"),
            Conflict("headline", HEADLINE, "Mine", "Theirs"),
        ),
        (
            {"| Articles | 18": "| Articles | 19"},
            ("18 Articles", "20 Articles"),
            Conflict("Articles", "18", "19", "20"),
        ),
        (
            {"| Center | 57%[^4]": "| Center | not stated"},
            ("  • 57% of the sources are Center\n57%", "  • 58% of the sources are Center\n58%"),
            Conflict("Center", "57%", "not stated", "58%"),
        ),
        (
            REWORDED,
            ("for an hour", "for two hours"),
            Conflict("summary point 2", BELL, BELL_ALL_MORNING, BELL.replace("an hour", "two hours")),
        ),
        (REWORDED, GONE, Conflict("summary point 2", BELL, BELL_ALL_MORNING, "not there")),
        (
            DELETED,
            ("for an hour", "for two hours"),
            Conflict("summary point 2", BELL, "not there", BELL.replace("an hour", "two hours")),
        ),
        (
            {"    - Excerpt: All of us did.": "    - Excerpt: Nobody did."},
            ("All of us did.", "Each of us d…"),
            Conflict(
                "article 2 “Who paid for the harbour?”, excerpt", "All of us did.", "Nobody did.", "Each of us d…"
            ),
        ),
    ],
)
def test_what_both_changed_in_different_ways_is_a_conflict_until_it_is_settled(
    edits: Texts, change: tuple[str, str], conflict: Conflict
) -> None:
    assert (conflict,) == conflicts(edits, change)
    mine, theirs = (post.write(merged(edits, change, take=take)) for take in (MINE, DOCUMENT))
    assert (mine, post.write(told(change))) == (post.write(merged(edits, change)), theirs)
    assert [] == [text for text in edits.values() if text not in mine]


def test_what_both_changed_in_the_same_way_is_no_conflict_and_the_pages() -> None:
    edits = {"| Articles | 18": "| Articles | 19", **REWORDED, "- The port says": "- New.\n- The port says"}
    changes = (("18 Articles", "19 Articles"), ("for an hour", "all morning"), (POINT, f"  • New.\n{POINT}"))
    assert (told(*changes), ()) == (merged(edits, *changes), conflicts(edits, *changes))


def test_a_point_that_both_reworded_beyond_recognition_in_the_same_way_is_there_once() -> None:
    edits, change = {"The port says that it cost": "Costs:"}, ("The port says that it cost", "Costs:")
    assert (told(change), ()) == (merged(edits, change), conflicts(edits, change))


def test_values_of_one_article_are_merged_one_by_one() -> None:
    edits, change = {"Leaning: Lean Left": "Leaning: Center"}, ("+11 Reposted by 11 other", "+14 Reposted by 14 other")
    card = told(change).coverage[0]
    assert dataclasses.replace(card, bias="Center") == merged(edits, change).coverage[0]
    assert (14, "Lean Left") == (card.reposts, card.bias)


def test_what_an_editor_changed_leads_to_the_lines_of_the_page_as_it_is_now() -> None:
    edits = {"| Articles | 18": "| Articles | 19", **REWORDED, f"title: {HEADLINE}": "title: Mine"}
    story, later = merged(edits, MOVED), told(MOVED)
    assert (later.articles.evidence, later.summary[1].lines) == (story.articles.evidence, story.summary[1].lines)
    marked = attribute(story, later)
    pages = (marked.articles.page, marked.summary[1].page, marked.title.page)
    assert (later.articles, later.summary[1], later.title) == pages
    assert (None, None, Origin.EDITOR) == (marked.summary[1].lines, marked.title.lines, marked.articles.origin)
    assert later == dataclasses.replace(marked, articles=later.articles, summary=later.summary, title=later.title)


def test_a_point_that_an_editor_split_keeps_leading_to_its_line() -> None:
    edits = {'rang "the bell of the old light" for': "rang. <!-- 4 -->\n- It rang for"}
    assert [Lines(6, 6)] * 2 == [passage.lines for passage in merged(edits, MOVED).summary[1:3]]


def test_a_point_that_only_the_editor_has_cites_no_line_of_the_page() -> None:
    story = merged(REWORDED, GONE, take=MINE)
    assert Passage(BELL_ALL_MORNING) == story.summary[1]
    assert None is attribute(story, told(GONE)).summary[1].page


def test_a_changed_standfirst_that_the_page_no_longer_has_is_kept_as_a_text_of_the_editors() -> None:
    base = a_full_story()
    mine = dataclasses.replace(base, standfirst=Passage("Mine.", Lines(5, 5)))
    theirs = dataclasses.replace(base, standfirst=None)
    story = merge(base, mine, theirs, MINE).story
    assert (None, Addition("standfirst", 0, "Mine.")) == (story.standfirst, story.additions[0])
    (conflict,) = merge(base, mine, theirs).conflicts
    assert ("standfirst", "Mine.", "not there") == (conflict.part, conflict.mine, conflict.theirs)


def test_a_text_at_the_end_of_a_section_stays_there_and_one_within_an_item_stays_in_it() -> None:
    end = line_of(post.write(BASE), "    - Excerpt: It means")
    change = CHANGES["an article more at the end"]
    for text, after in (("MINE.", 4), ("    MINE.", 3), ("<!-- MINE -->", 3)):
        assert (Addition("articles", after, text),) == merged({end: f"{end}\n{text}\n"}, change).additions


def test_a_comment_at_the_standfirst_stays_below_it_when_the_page_rewords_it() -> None:
    base, comment = a_full_story(), Addition("standfirst", 1, "<!-- MINE -->")
    theirs = dataclasses.replace(base, standfirst=Passage("Ships are back.", Lines(5, 5)))
    assert (comment,) == merge(base, dataclasses.replace(base, additions=(comment,)), theirs).story.additions


def test_an_edited_excerpt_is_cut_only_if_the_editor_says_so() -> None:
    base = a_full_story()
    mine, whole = (
        dataclasses.replace(base, coverage=(dataclasses.replace(base.coverage[0], **values), *base.coverage[1:]))
        for values in ({"excerpt": "Mine.", "excerpt_cut": False}, {"reposts": 12})
    )
    card = merge(base, mine, whole).story.coverage[0]
    assert ("Mine.", False, 12) == (card.excerpt, card.excerpt_cut, card.reposts)


def test_an_edited_person_that_the_page_no_longer_names_is_the_editors_beside_others_of_the_same_line() -> None:
    ida, bo = Person("Ida Storm", lines=Lines(8, 8)), Person("Bo Quist", lines=Lines(8, 8))
    base, mine, theirs = (
        a_full_story(people=people) for people in ((ida, bo), (dataclasses.replace(ida, role="captain"), bo), (bo,))
    )
    assert (Person("Ida Storm", "captain", Origin.EDITOR), bo) == merge(base, mine, theirs, MINE).story.people


A, B, C = (Passage(f"{name} was said at length.", Lines(n, n)) for n, name in enumerate("ABC", 7))


def test_an_own_point_that_comes_to_stand_below_an_own_text_is_one_too() -> None:
    base = a_full_story(summary=(A, B, C))
    text = Addition("summary", 3, "A text.")
    mine = dataclasses.replace(base, summary=(A, Passage("Own."), B, C), additions=(text,))
    story = merge(base, mine, dataclasses.replace(base, summary=(B, C, A))).story
    assert (B, C, A) == story.summary
    assert [("A text.", 1), ("- Own.", 3)] == [(addition.markdown, addition.after) for addition in story.additions]


def test_a_day_of_the_editors_says_so() -> None:
    story = merged({"date: 2026-06-02": "date: 2026-06-01"}, ("18 Articles", "20 Articles"))
    assert (datetime.date(2026, 6, 1), DateFrom.EDITOR) == (story.date, story.date_from)


def test_a_summary_whose_form_the_page_changed_is_written_in_it() -> None:
    base = a_full_story()
    theirs = dataclasses.replace(base, summary_form="prose")
    mine = dataclasses.replace(base, summary=(), summary_form=None)
    later = dataclasses.replace(theirs, summary=(*theirs.summary, Passage("New.", Lines(9, 9))))
    merges = (merge(base, base, theirs), merge(base, mine, theirs), merge(base, mine, later))
    assert [("prose", 2), (None, 0), ("prose", 1)] == [(m.story.summary_form, len(m.story.summary)) for m in merges]


def test_topics_of_the_page_are_merged_one_by_one() -> None:
    base = a_full_story()
    evidence = base.page_topics.evidence
    mine = dataclasses.replace(base, page_topics=Field(State.STATED, ("Ports", "Mine"), evidence, Origin.PAGE))
    theirs = dataclasses.replace(base, page_topics=stated(("Ships", "Ports", "Sea, salt"), "Ships, Ports, Sea, salt"))
    assert ("Ships", "Ports", "Mine") == merge(base, mine, theirs).story.page_topics.value
    one = dataclasses.replace(base, page_topics=Field(State.STATED, ("Ports",), evidence, Origin.PAGE))
    other = dataclasses.replace(base, page_topics=stated(("Sea, salt",), "Sea, salt"))
    none = dataclasses.replace(base, page_topics=Field())
    assert [Field(), Field()] == [merge(base, *pair).story.page_topics for pair in ((one, other), (none, base))]


def test_an_order_that_both_changed_is_a_conflict() -> None:
    base, mine, theirs = (a_full_story(summary=order) for order in ((A, B, C), (C, A, B), (B, A, C)))
    (conflict,) = merge(base, mine, theirs).conflicts
    assert "the order of the summary points" == conflict.part
    assert "C was said at length. / A was said at length. / B was said at length." == conflict.mine
    assert [(C, A, B), (B, A, C)] == [merge(base, mine, theirs, take).story.summary for take in (MINE, DOCUMENT)]


def test_earlier_saves_are_merged_one_by_one() -> None:
    first, second, third = (
        an_earlier_save(
            document=Document(f"{name}.txt", name * 64, "ground-news-story"), articles=stated(n, f"{n} Articles")
        )
        for n, name in enumerate("abc", 10)
    )
    mended = dataclasses.replace(first, articles=Field(State.STATED, 99, None, Origin.EDITOR))
    base, mine, theirs, other = (
        a_full_story(history=saves)
        for saves in (
            (second, first),
            (mended,),
            (third, second, first),
            (second, dataclasses.replace(first, articles=Field())),
        )
    )
    assert ((third, mended), ()) == (merge(base, mine, theirs).story.history, merge(base, mine, theirs).conflicts)
    (conflict,) = merge(base, mine, other).conflicts
    assert ("earlier save a.txt", True) == (conflict.part, "Articles: 99" in conflict.mine)
    assert other.history[1:] == merge(base, mine, other, DOCUMENT).story.history


NOTE = {"By Ground AI": "As the page says[^3].\n\nBy Ground AI"}


def test_a_footnote_of_the_pages_that_the_editor_refers_to_follows_its_line() -> None:
    assert Addition("notes", 0, '[^3]: "18 Articles" (line 9)') == merged(NOTE, MOVED).additions[0]
    assert () == conflicts(NOTE, MOVED)


def test_other_words_in_a_footnote_that_the_editor_refers_to_are_a_conflict() -> None:
    change, part = ("18 Articles", "20 Articles"), "footnote 3, which a text of yours refers to"
    assert (Conflict(part, "18 Articles", "18 Articles", "20 Articles"),) == conflicts(NOTE, change)
    assert ['[^3]: "18 Articles" (line 7)', '[^3]: "20 Articles" (line 7)'] == [
        merged(NOTE, change, take=take).additions[0].markdown for take in (MINE, DOCUMENT)
    ]
    gone = ("18 Articles\n", "")
    assert (Conflict(part, "18 Articles", "18 Articles", "not there"),) == conflicts(NOTE, gone)
    assert '[^3]: "18 Articles" (line 7)' == merged(NOTE, gone, take=DOCUMENT).additions[0].markdown


def test_without_the_post_as_written_all_that_differs_is_a_conflict_but_what_only_an_editor_can_have_put_in() -> None:
    own = {
        "- The port says": "- Mine.\n\n    MINE.\n\n- The port says",
        "date_from: first_report": "date_from: first_report\nauthor: Ida",
    }
    edits = {"| Articles | 18": "| Articles | 19", **REWORDED, **own}
    changes = (("All of us did.", "Nobody did."), ("+11 Reposted by 11 other", "+14 Reposted by 14 other"))
    assert [
        ("summary point 2", ""),
        ("Articles", ""),
        ("article 1 “Ships are back”, reposts", ""),
        ("article 2 “Who paid for the harbour?”, excerpt", ""),
    ] == [(conflict.part, conflict.base) for conflict in conflicts(edits, *changes, base=None)]
    taken = merged(edits, *changes, take=DOCUMENT, base=None)
    assert rewritten(replaced(post.write(told(*changes)), *own.items())) == rewritten(post.write(taken))
    assert (BASE, ()) == (merged({}, base=None), conflicts({}, base=None))


def test_without_the_post_as_written_an_item_of_one_side_alone_is_a_conflict() -> None:
    more = conflicts({}, CHANGES["an article more"], base=None)
    assert [("article 1 “Nobody came”", "not there")] == [(conflict.part, conflict.mine) for conflict in more]
    less = conflicts({}, GONE, base=None)
    assert ("summary point 2", BELL, "not there") == (less[0].part, less[0].mine, less[0].theirs)


def test_anything_else_does_not_settle_conflicts() -> None:
    with pytest.raises(ValueError, match="settled by “document” or “mine”, not by “theirs”"):
        merge(BASE, BASE, BASE, "theirs")


def test_a_merged_post_counts_as_edited_and_one_that_is_as_the_page_has_it_does_not() -> None:
    change = ("18 Articles", "20 Articles")
    written = post.write(told(change))
    text = post.seal_as_edited(post.write(merged(REWORDED, change)), written)
    assert [True, False] == [post.is_edited(text), post.is_edited(post.seal_as_edited(written, written))]
    assert (merged(REWORDED, change), "made: ") == (post.read(text, "post.md"), line_of(text, "made: ")[:6])


def test_the_description_says_who_changed_what() -> None:
    edits = {
        "| Articles | 18": "| Articles | 19",
        "| Center | 57%": "| Center | 58%",
        **DELETED,
        "- The port says": "- Mine.\n- The port says",
    }
    mine = post.read(f"{replaced(post.write(BASE), *edits.items())}\nMINE *here*.\n", "post.md")
    shares = ("  • 57% of the sources are Center\n57%", "  • 59% of the sources are Center\n59%")
    later = told(("18 Articles", "19 Articles"), shares, ("+11 Reposted by 11 other", "+14 Reposted by 14 other"))
    assert f"""You changed:
    summary point 2: “{BELL}”, taken out
    summary point 2: “Mine.”, added
    a text of yours below “Articles on the page”: “MINE *here*.”, added

The document changed:
    article 1 “Ships are back”, reposts: “11” → “14”

You and the document changed in the same way:
    Articles: “18” → “19”

You and the document changed in different ways, which you settle:
    Center:
        as written: “57%”
        you: “58%”
        the document: “59%”""" == "\n".join(describe(BASE, mine, later))


def test_the_description_says_that_the_post_as_written_is_lost() -> None:
    assert [
        "The post as it was written is lost, so that whatever differs is yours to settle.",
        "",
        "You and the document changed in different ways, which you settle:",
        "    Articles:",
        "        you: “19”",
        "        the document: “18”",
    ] == describe(None, edited({"| Articles | 18": "| Articles | 19"}), BASE)
    assert [] == describe(None, BASE, BASE)
