"""Items as the program writes them are read with one look, and that gives what a close look at each line gives."""

from __future__ import annotations

import os
import re
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import post
from briefing.post import marks
from briefing.story import Story
from tests.briefing.making import a_full_story
from tests.briefing.strategies import stories

_NEVER = re.compile(r"(?!)")
_LINES = (
    "", "  ", "Words of mine.", "    more words", "\tmore words", "- An item of mine", "- <!-- 12 -->",
    "* Starred <!-- 12 -->", "- Cut <!-- 12", "- Marked <!-- 12-13 --> twice <!-- 14 -->",
    "- Its own <!-- 12 outlet -->", "- [A link](https://a.example) <!-- 12 -->", "- *Stressed* <!-- 12 -->",
    "- 2026-06-02: A day <!-- 12 -->", "    - Outlet: The Post", "    - Outlet: The Post <!-- 3 -->",
    "    - no label", "    - Leaning: `Center`", "  - Place: Sea", "    - ", "1. First", "> Quoted", "```", "# Heading",
    "## Dates", "<!-- quotes -->", "<!-- note -->", "| a | b |", "[^1]: A note", "[a]: https://a.example", "---", "===",
)  # fmt: skip


@st.composite
def changed_posts(draw: st.DrawFn) -> str:
    """Draw the text of a post in which an editor put, took or indented lines."""
    story: Story = draw(stories())
    lines = post.write(story).split("\n")
    first = lines.index("---", 1) + 1
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(first, len(lines) - 1))
        how = draw(st.sampled_from(["put", "put", "take", "indent", "join", "again"]))
        if how == "put":
            lines.insert(place, draw(st.sampled_from(_LINES)))
        elif how == "take" and len(lines) > first + 1:
            del lines[place]
        elif how == "indent":
            lines[place] = draw(st.sampled_from([" ", "  ", "    "])) + lines[place]
        elif how == "join":
            lines[place] += f" {draw(st.sampled_from(_LINES))}"
        elif how == "again":
            lines.insert(place, lines[place])
    return "\n".join(lines)


def read(text: str) -> Story | tuple[str, ...]:
    """Return the story of a post, or what is wrong with it."""
    try:
        return post.read(text, "2026-06-02-story.md")
    except post.PostError as error:
        return error.problems


@given(changed_posts())
@settings(
    max_examples=int(os.environ.get("ITEM_EXAMPLES", "60")), deadline=None, suppress_health_check=list(HealthCheck)
)
def test_one_look_gives_what_a_close_look_gives(text: str) -> None:
    quickly = read(text)
    with mock.patch.object(marks, "USUAL_ITEM", _NEVER):
        assert read(text) == quickly


@pytest.mark.parametrize("more", _LINES)
def test_so_it_does_wherever_a_line_is_put(more: str) -> None:
    lines = post.write(a_full_story()).split("\n")
    for place in range(lines.index("---", 1) + 1, len(lines)):
        text = "\n".join([*lines[:place], more, *lines[place:]])
        quickly = read(text)
        with mock.patch.object(marks, "USUAL_ITEM", _NEVER):
            assert read(text) == quickly
