"""An editor's work is never lost: what editor and document changed is merged, and what both changed is told."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import post
from briefing.editing import attribute
from briefing.merging import DOCUMENT, MINE, describe, merge
from briefing.story import Field, FirstReport, Sides, Story
from tests.briefing.strategies import LISTS, edited, renewed, stories

_SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@dataclasses.dataclass(frozen=True)
class Case:
    """A story, what an editor made of it, what its document tells later, and the words that each of them put in."""

    base: Story
    mine: Story
    my_words: list[str]
    theirs: Story
    their_words: list[str]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    base = draw(stories())
    return Case(base, *draw(edited(base)), *draw(renewed(base)))


def fields_of(story: Story) -> Iterator[tuple[str, Field[Any]]]:
    for attribute_ in dataclasses.fields(story):
        value = getattr(story, attribute_.name)
        if isinstance(value, Field):
            yield attribute_.name, value
        elif isinstance(value, Sides | FirstReport):
            yield from (
                (f"{attribute_.name}.{part.name}", getattr(value, part.name)) for part in dataclasses.fields(value)
            )


def says(field: Field[Any]) -> tuple[Any, Any]:
    return field.state, field.value


@given(cases())
@_SETTINGS
def test_what_an_editor_left_alone_is_as_the_document_has_it(case: Case) -> None:
    assert (case.theirs, ()) == tuple(
        getattr(merge(case.base, case.base, case.theirs), n) for n in ("story", "conflicts")
    )


@given(cases())
@_SETTINGS
def test_what_the_document_left_alone_is_as_the_editor_has_it(case: Case) -> None:
    merged = merge(case.base, case.mine, case.base)
    assert (attribute(case.mine, case.base), ()) == (attribute(merged.story, case.base), merged.conflicts)


@given(cases())
@_SETTINGS
def test_no_change_of_the_side_that_is_taken_is_lost(case: Case) -> None:
    for base in (case.base, None):
        kept = post.write(merge(base, case.mine, case.theirs, MINE).story)
        assert [] == [word for word in case.my_words if word not in kept]
        taken = post.write(merge(base, case.mine, case.theirs, DOCUMENT).story)
        assert [] == [word for word in case.their_words if word not in taken]


@given(cases())
@_SETTINGS
def test_without_conflicts_both_sides_are_there_whole_and_settling_changes_nothing(case: Case) -> None:
    merged = merge(case.base, case.mine, case.theirs)
    if not merged.conflicts:
        text = post.write(merged.story)
        assert [] == [word for word in (*case.my_words, *case.their_words) if word not in text]
        assert [merged.story] * 2 == [merge(case.base, case.mine, case.theirs, take).story for take in (MINE, DOCUMENT)]
    assert () == merge(case.base, case.mine, case.theirs, MINE).conflicts
    assert merged.story == merge(case.base, case.mine, case.theirs, MINE).story


@given(cases(), st.sampled_from([MINE, DOCUMENT, None]), st.booleans())
@_SETTINGS
def test_a_merged_story_is_what_its_post_says(case: Case, take: str | None, has_base: bool) -> None:  # noqa: FBT001
    story = merge(case.base if has_base else None, case.mine, case.theirs, take).story
    assert story == post.read(post.write(story), "post.md")


@given(cases())
@_SETTINGS
def test_just_what_the_editor_changed_is_the_editors_in_a_merged_story(case: Case) -> None:
    story = attribute(merge(case.base, case.mine, case.theirs).story, case.theirs)
    base, mine, theirs = (dict(fields_of(one)) for one in (case.base, case.mine, case.theirs))
    for name, field in fields_of(story):
        if says(mine[name]) in (says(base[name]), says(theirs[name])):
            assert theirs[name] == field
        elif name != "page_topics":
            assert (says(mine[name]), theirs[name]) == (says(field), field.page)
    for kind in LISTS:
        for item in getattr(story, kind):
            is_mine = "MINE" in str(dataclasses.replace(item, page=None))
            assert is_mine or item in getattr(case.theirs, kind)


@given(cases())
@_SETTINGS
def test_merging_again_changes_nothing(case: Case) -> None:
    merged = merge(case.base, case.mine, case.theirs, MINE).story
    again = merge(case.theirs, merged, case.theirs)
    assert (attribute(merged, case.theirs), ()) == (attribute(again.story, case.theirs), again.conflicts)


@given(cases())
@_SETTINGS
def test_each_change_is_described(case: Case) -> None:
    described = "\n".join(describe(case.base, case.mine, case.theirs))
    assert [] == [word for word in (*case.my_words, *case.their_words) if word not in described]
    assert [] == describe(case.base, case.base, case.base)
