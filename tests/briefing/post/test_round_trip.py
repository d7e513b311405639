"""What is written is read back: the property that the whole post format stands on."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from briefing import post
from briefing.story import Story
from tests.briefing.making import a_full_story
from tests.briefing.strategies import stories


@given(stories())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_story_is_read_back_as_it_was_written(story: Story) -> None:
    assert story == post.read(post.write(story), "2026-06-02-story.md")


@given(stories())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_written_post_is_not_edited_and_a_changed_one_is(story: Story) -> None:
    text = post.write(story)
    assert not post.is_edited(text)
    assert not post.is_edited(text.replace("\n", "\r\n"))
    assert post.is_edited(text + "\nA note of mine.\n")


def test_a_post_without_its_seal_is_edited_whatever_its_text_says() -> None:
    text = post.write(a_full_story())
    line = next(line for line in text.split("\n") if line.startswith("made: "))
    assert post.is_edited(text.replace(f"{line}\n", ""))
    assert post.is_edited(text.replace(f"{line}\n", "") + f"\n{line}\n")
