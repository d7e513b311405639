"""An editor's work on the earlier saves of a story stays when the page is saved again."""

from __future__ import annotations

import dataclasses

from briefing.merging import Conflict, describe, merge
from briefing.saves import save_of
from briefing.story import Document, Field, Origin, Save, State, Story
from tests.briefing.making import a_full_story, an_earlier_save, stated

MONDAY = an_earlier_save()
SUNDAY = an_earlier_save(document=Document("world/harbour-sunday.txt", "2e" * 32, "ground-news-story"))
BASE = a_full_story(history=(MONDAY, SUNDAY), corrections=())
MINE = Field(State.STATED, 15, None, Origin.EDITOR)


def saved_again(*history: Save) -> Story:
    """Return the story as a later save of the page tells it, with what is then its history."""
    document = Document("world/harbour-wednesday.txt", "3e" * 32, "ground-news-story")
    articles = stated(30, "30 Articles")
    return dataclasses.replace(BASE, document=document, articles=articles, history=(save_of(BASE), *history))


LATER = saved_again(MONDAY, SUNDAY)


def test_a_history_that_the_editor_left_alone_is_the_documents() -> None:
    merged = merge(BASE, BASE, LATER)
    assert (LATER, ()) == (merged.story, merged.conflicts)


def test_a_save_that_the_editor_took_out_stays_out() -> None:
    merged = merge(BASE, dataclasses.replace(BASE, history=(MONDAY,)), LATER)
    assert ((save_of(BASE), MONDAY), ()) == (merged.story.history, merged.conflicts)


def test_a_save_that_the_editor_changed_stays_changed() -> None:
    changed = dataclasses.replace(MONDAY, articles=MINE)
    merged = merge(BASE, dataclasses.replace(BASE, history=(changed, SUNDAY)), LATER)
    assert ((save_of(BASE), changed, SUNDAY), ()) == (merged.story.history, merged.conflicts)


def test_a_save_that_both_changed_is_a_conflict_in_the_words_of_a_post() -> None:
    mine = dataclasses.replace(BASE, history=(dataclasses.replace(MONDAY, articles=MINE), SUNDAY))
    theirs = saved_again(dataclasses.replace(MONDAY, articles=stated(16, "16 Articles")), SUNDAY)
    shown = (
        "Harbour may reopen · First reported by: Sundrey Herald"
        " · First reported on: 2026-06-01 · Articles: {} · Center: 60%"
    )
    part = "earlier save world/harbour-monday.txt"
    conflict = Conflict(part, *(shown.format(count) for count in (14, 15, 16)))
    assert (conflict,) == merge(BASE, mine, theirs).conflicts
    assert f"        you: “{shown.format(15)}”" in describe(BASE, mine, theirs)
