"""The same stories come to all builders, each in the form that it reads."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
import yaml

from tests.bench.documents import LAST_DAY
from tests.bench.making import TEXT, make_post
from tests.bench.posts import (
    TOPICS,
    Post,
    as_metadata,
    as_yaml,
    choose_form,
    edited,
    make_stories,
    parse_post,
    sentence,
)


def test_a_post_of_ours_is_read() -> None:
    post = make_post()

    assert "Åsvik: its well reopens" == post.title
    assert datetime.date(2026, 6, 3) == post.date
    assert ("Peat law", "Salt") == post.topics
    assert 'Åsvik said "at last".' == post.summary
    assert post.body.startswith("<!-- summary points -->\n## In short\n")


def test_what_is_no_post_is_an_error() -> None:
    with pytest.raises(ValueError, match="front matter and a summary"):
        parse_post("# Something else\n")


def test_yaml_reads_the_front_matter_for_hugo_and_eleventy() -> None:
    post = make_post()
    _, front, body = as_yaml(post).split("---\n", 2)

    assert {
        "title": "Åsvik: its well reopens",
        "date": datetime.date(2026, 6, 3),
        "summary": 'Åsvik said "at last".',
        "topics": ["Peat law", "Salt"],
        "days": ["2026-06-03"],
        "months": ["2026-06"],
        "years": ["2026"],
    } == yaml.safe_load(front)
    assert post.body == body.lstrip("\n")


def test_python_markdown_reads_the_front_matter_for_pelican() -> None:
    reader = markdown.Markdown(extensions=["meta"])
    reader.convert(as_metadata(make_post()))

    assert {
        "title": ["Åsvik: its well reopens"],
        "date": ["2026-06-03"],
        "slug": ["asvik-its-well-reopens-0a1b2c"],
        "tags": ["Peat law;Salt;"],
        "summary": ['Åsvik said "at last".'],
    } == reader.Meta  # type: ignore[attr-defined]  # which the extension adds


def as_ours(post: Post) -> str:
    return post.text


@pytest.mark.parametrize("form", [as_ours, as_yaml, as_metadata])
def test_an_edit_changes_the_title_and_a_sentence_in_every_form(form: Callable[[Post], str]) -> None:
    before = form(make_post()).splitlines()
    after = edited(form(make_post()), "Revised1").splitlines()

    changed = [(was, now) for was, now in zip(before, after, strict=True) if was != now]
    assert 2 == len(changed)
    assert "Revised1 Åsvik: its well reopens" in changed[0][1]
    assert f'- Åsvik said "at last". {sentence("Revised1")} <!-- 6 -->' == changed[1][1]


def test_our_edited_post_is_still_read() -> None:
    assert "Revised1 Åsvik: its well reopens" == parse_post(edited(TEXT, "Revised1")).title


def test_forms_are_the_same_each_time_and_the_last_stories_have_days_of_their_own() -> None:
    forms = [choose_form(index, 500) for index in range(501)]

    assert forms == [choose_form(index, 500) for index in range(501)]
    assert [None] * 499 == [form.day for form in forms[:499]]
    assert [LAST_DAY + datetime.timedelta(days=1), LAST_DAY + datetime.timedelta(days=2)] == [
        form.day for form in forms[499:]
    ]


def test_a_few_topics_are_in_many_stories_and_many_in_a_few() -> None:
    counts = Counter(topic for index in range(2000) for topic in choose_form(index, 2000).topics)

    assert 300 < counts[TOPICS[0]] < 500
    assert len(counts) > 200
    assert sorted(counts.values())[len(counts) // 2] < 20


def test_documents_become_posts_and_the_same_ones_each_time(tmp_path: Path) -> None:
    first, second = (make_stories(tmp_path / name, 6) for name in ("first", "second"))

    assert list(first) == list(second)
    assert first.later == second.later
    assert 6 == len(list(first))
    assert max(post.date for post in first) == first.newest.date < first.later.date
    assert all(post.topics for post in first)
