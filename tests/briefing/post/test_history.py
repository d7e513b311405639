"""The earlier saves of a story in its post: readable items whose footnotes name their document."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing import post
from briefing.post import PostError
from briefing.post.history import earlier_documents
from briefing.story import Document, Field, Lines, Origin, Passage, Save, State, Story
from tests.briefing.making import a_full_story, an_earlier_save
from tests.briefing.post.renderers import RENDERERS, shown, tree

EARLIER = an_earlier_save()
FIRST = an_earlier_save(document=Document('a "b".txt', "2e" * 32, "ground-news-story"), title=Passage(""))
STORY = a_full_story(history=(EARLIER, FIRST))
POST = post.write(STORY)
SECTION = """\
<!-- history -->
## What changed

- Harbour may reopen <!-- 3 -->
    - Document: world/harbour-monday.txt
    - SHA-256: 1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e
    - Kind: ground-news-story
    - First reported by: Sundrey Herald[^11]
    - First reported in: not stated
    - First reported on: 2026-06-01[^11]
    - Articles: 14[^12]
    - Left: not stated
    - Center: 60%[^13]
    - Right: not stated
    - Published: not stated
    - Updated: not stated
- not stated
"""
NOTES = """\
[^12]: "14 Articles" (line 17 of "world/harbour-monday.txt")
[^13]: "60% of the sources are Center" (line 31 of "world/harbour-monday.txt")
"""


def edited(*changes: tuple[str, str]) -> str:
    text = POST
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def history_of(text: str) -> Sequence[Save]:
    return post.read(text, "post.md").history


def problems_of(text: str) -> list[str]:
    with pytest.raises(PostError) as caught:
        post.read(text, "post.md")
    return [problem.partition(": ")[2] for problem in caught.value.problems]


def test_each_save_is_an_item_with_a_labelled_value_for_each_fact() -> None:
    assert SECTION in POST
    assert NOTES in POST
    assert STORY == post.read(POST, "post.md")


def test_the_section_stands_after_the_articles_and_before_the_corrections() -> None:
    places = [POST.index(f"<!-- {name} -->") for name in ("articles", "history", "corrections")]
    assert sorted(places) == places


@pytest.mark.parametrize("name", RENDERERS)
def test_saves_are_lists_of_labelled_values_wherever_markdown_is_shown(name: str) -> None:
    page = tree(RENDERERS[name](POST))
    save = page.xpath(".//h2[.='What changed']/following-sibling::ul[1]/li")[0]
    assert "Harbour may reopen" == shown(save).split(" Document:")[0]
    assert "Articles: 1412" in [shown(value) for value in save.xpath("./ul/li")]
    assert '"14 Articles" (line 17 of "world/harbour-monday.txt")' in shown(page)


def test_the_same_words_of_two_saves_have_a_footnote_each() -> None:
    assert 1 == POST.count('"14 Articles" (line 17 of "world/harbour-monday.txt")')
    assert 1 == POST.count('"14 Articles" (line 17 of "a &quot;b&quot;.txt")')


def test_values_that_an_editor_changes_or_takes_back_are_read_so() -> None:
    story = post.read(
        edited(
            ("    - Articles: 14[^12]", "    - Articles: 15"),
            ("    - Center: 60%[^13]\n", ""),
            ("    - Right: not stated", "    - Right: locked"),
        ),
        "post.md",
    )
    save = story.history[0]
    assert Field(State.STATED, 15, None, Origin.EDITOR) == save.articles
    assert (State.ABSENT, State.LOCKED) == (save.bias.center.state, save.bias.right.state)


def test_a_save_that_an_editor_takes_out_is_gone() -> None:
    start, end = POST.index("- Harbour may reopen"), POST.index("- not stated\n")
    assert (FIRST,) == history_of(POST[:start] + POST[end:])


def test_what_an_editor_writes_between_saves_stays_there() -> None:
    text = edited(("- not stated\n", "\nOn Monday nobody knew.\n\n- a list of mine\n\n- not stated\n"))
    story = post.read(text, "post.md")
    assert STORY.history == story.history
    assert [("history", 1, "On Monday nobody knew.\n\n- a list of mine")] == [
        (addition.section, addition.after, addition.markdown) for addition in story.additions
    ]
    assert story == post.read(post.write(story), "post.md")


def test_a_list_item_without_labelled_values_is_no_save() -> None:
    assert STORY.history == history_of(edited(("## What changed\n", "## What changed\n\n- see below\n\n")))


MISTAKES = [
    (
        ("    - Document: world/harbour-monday.txt\n", ""),
        "“    - Document: name of the saved page” below the headline, found “Harbour may reopen”",
    ),
    (
        ("    - Articles: 14[^12]", "    - Articles: many[^12]"),
        "a number such as 18, “not stated” or “locked”, with at most one footnote, found “many[^12]”",
    ),
    (("    - Articles: 14[^12]", "    - Artikel: 14[^12]"), "“Articles: value”, found “Artikel: 14[^12]”"),
    (("    - Right: not stated", "    - Left: 3%"), "“Left” once, found “Left: 3%”"),
    (
        ("    - Articles: 14[^12]", "    - Articles: 14[^99]"),
        'below, a footnote [^99]: "the words of the document" (line 17 of "world/harbour-monday.txt")',
    ),
    (
        ('"14 Articles" (line 17 of "world/harbour-monday.txt")', '"14 Articles" (line 17)'),
        '[^12]: "the words of the document" (line 17 of "world/harbour-monday.txt"), found “"14 Articles" (line 17)”',
    ),
    (
        ('"18 Articles" (line 19)', '"18 Articles" (line 19 of "a.txt")'),
        '[^3]: "the words of the document" (line 17), found “"18 Articles" (line 19 of "a.txt")”',
    ),
    (
        ("- Harbour may reopen <!-- 3 -->", "- Harbour may reopen <!-- 3 outlet -->"),
        "<!-- 3 -->, found “<!-- 3 outlet -->”",
    ),
    (
        ("- Harbour may reopen <!-- 3 -->", "- Harbour[^12] may reopen <!-- 3 -->"),
        "a text without a footnote: what you note can stand in a paragraph below, found “Harbour[^12] may reopen”",
    ),
]


@pytest.mark.parametrize(("change", "problem"), MISTAKES)
def test_a_mistake_is_told_with_what_was_expected(change: tuple[str, str], problem: str) -> None:
    assert [f"expected {problem}"] == problems_of(edited(change))


def test_the_documents_of_a_post_are_known_even_if_it_does_not_parse() -> None:
    names = [("world/harbour-monday.txt", "1e" * 32), ('a "b".txt', "2e" * 32)]
    broken = edited(("date: 2026-06-02", "date: soon"), ("    - Articles: 14[^12]", "    - Articles: many[^12]"))
    assert names == list(earlier_documents(POST.split("\n"))) == list(earlier_documents(broken.split("\n")))
    assert [] == list(earlier_documents(post.write(a_full_story()).split("\n")))


def test_a_headline_that_a_sidecar_gave_has_no_lines() -> None:
    story: Story = a_full_story(history=(an_earlier_save(title=Passage("Mine")),))
    assert (Passage("Mine", None),) == tuple(save.title for save in history_of(post.write(story)))
    assert (Passage("Mine", Lines(3, 3)),) == tuple(
        save.title for save in history_of(post.write(story).replace("- Mine\n", "- Mine <!-- 3 -->\n"))
    )
