"""Front matter says the same to this project, to YAML and to stock Pelican."""

from __future__ import annotations

import re

import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing import post
from briefing.post.frontmatter import format_list, format_text, parse_line, parse_list, read_front_matter
from briefing.post.problems import Problems
from briefing.story import Document, Passage, Story
from tests.briefing.making import a_story
from tests.briefing.strategies import texts

_KEYS = st.sampled_from(["author", "template", "x-note", "subtitle_2"])
# Whose values are no texts to YAML: days, moments and numbers are left as people write them.
_NO_TEXTS = {"date", "added", "modified", "title_lines", "format"}


# A story that has any text wherever front matter has one.
_STORIES = st.builds(
    a_story,
    title=st.builds(Passage, texts()),
    category=st.none() | texts(),
    topics=st.lists(texts(), unique=True, max_size=3).map(tuple),
    document=st.builds(Document, texts(), st.just("0f" * 32), texts()),
    language=st.none() | st.sampled_from(["en", "no", "pt-BR"]),
    metadata=st.dictionaries(_KEYS, texts()).map(lambda pairs: tuple(pairs.items())),
)


def front_matter(story: Story) -> str:
    return post.write(story).split("\n---\n")[0].removeprefix("---\n")


@given(_STORIES)
@settings(max_examples=150, deadline=None)
def test_yaml_reads_the_same_texts(story: Story) -> None:
    text = front_matter(story)
    ours, _ = read_front_matter(["---", *text.split("\n"), "---"], Problems("post.md"))
    assert {key: value for key, (_, value) in ours.items() if key not in _NO_TEXTS} == {
        key: value for key, value in yaml.safe_load(text).items() if key not in _NO_TEXTS
    }


@given(_STORIES)
@settings(max_examples=50, deadline=None)
def test_stock_pelican_sees_the_same_lines(story: Story) -> None:
    text = front_matter(story)
    parser = markdown.Markdown(extensions=["markdown.extensions.meta"])
    parser.convert(f"---\n{text}\n---\n\nBody")
    lines = [line.partition(": ") for line in text.split("\n")]
    assert {key: [value] for key, _, value in lines} == parser.Meta  # type: ignore[attr-defined]


@given(texts())
@settings(max_examples=300, deadline=None)
@example("yes")
@example("12:30:45")
@example("0o17")
@example("1_000")
@example(".5")
@example("~")
@example("2026-06-02")
@example("=")
@example("<<")
def test_any_text_is_read_back_from_its_line(text: str) -> None:
    line = f"key: {format_text(text)}"
    assert (("key", text), {"key": text}) == (parse_line(line), yaml.safe_load(line))


@pytest.mark.parametrize(
    "text", ["Harbour reopens", "Who's who?", "5 % more", "A — B", 'He said "no"', "Ships, men & sea", "C#"]
)
def test_a_value_that_yaml_reads_as_it_stands_has_no_quotes(text: str) -> None:
    assert text == format_text(text)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: It's", "It's"),
        ("Title:   spaces  ", "spaces"),
        ("title:", ""),
        ('title: ""', ""),
        ("title: 'single ''quotes'''", "single 'quotes'"),
        ('title: "double \\" \\u20ac"', 'double " €'),
    ],
)
def test_an_editors_forms_of_a_value_are_understood(line: str, value: str) -> None:
    assert ("title", value) == parse_line(line)


@pytest.mark.parametrize("line", ['title: "open', r'title: "\x41"', r'title: "\ud800"', r'title: "a\nb"'])
def test_quotes_that_do_not_close_or_hold_what_is_no_text_are_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says: the caller tells the line
        parse_line(line)


@given(st.lists(texts(), min_size=1, unique=True, max_size=4).map(tuple))
@settings(max_examples=100, deadline=None)
def test_a_list_of_any_texts_is_read_back(values: tuple[str, ...]) -> None:
    pair = parse_line(f"tags: {format_list(values)}")
    assert pair is not None
    assert values == parse_list(pair[1])


@pytest.mark.parametrize(
    ("value", "values"),
    [
        ("Sea; Salt, pepper;", ("Sea", "Salt, pepper")),
        ("Sea, Salt", ("Sea", "Salt")),
        ("Sea", ("Sea",)),
        ("Sea; Sea;; ;", ("Sea",)),
        ("", ()),
    ],
)
def test_an_editors_list_may_have_commas_where_it_has_no_semicolon(value: str, values: tuple[str, ...]) -> None:
    assert values == parse_list(value)


def test_further_keys_are_kept_in_their_order() -> None:
    story = a_story(metadata=(("author", "A. Writer"), ("x-note", "1: 2")))
    assert story == post.read(post.write(story), "post.md")
    assert re.search(r'\nauthor: A\. Writer\nx-note: "1: 2"\nformat: 1\n', post.write(story))
