"""Ids of articles last."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.identity import identity
from tests.feeds.stand_ins import StandIn

URN = "urn:uuid:6c3c7bb6-8f7e-5d0f-9a51-7a9d6c1e2b3f"


@pytest.mark.parametrize("story_id", [URN, f" {URN} ", URN.removeprefix("urn:uuid:").upper()])
def test_a_story_s_id_is_the_id(story_id: str) -> None:
    assert URN == identity(StandIn(story_id=story_id))


def test_a_story_s_id_that_is_a_tag_address_stands_as_it_is() -> None:
    assert "tag:example.org,2026:1" == identity(StandIn(story_id="tag:example.org,2026:1"))


def test_an_article_without_a_story_s_id_has_one_made_from_its_file() -> None:
    # Pinned: another value would show every article again to everyone who reads the feed.
    article = StandIn(relative_source_path="briefings/2026-06-02-a-title.md")
    assert "urn:uuid:0a9cd3a6-9841-5fc7-bfc2-5b29d18a9a55" == identity(article)


def test_title_date_slug_and_address_do_not_change_an_id() -> None:
    file = "a/b.md"
    one = StandIn(relative_source_path=file, title="One", slug="one", url="one/", date="2026-06-02")
    other = StandIn(relative_source_path=file, title="Other", slug="other", url="other/", date="2026-06-03")
    assert identity(one) == identity(other)


def test_letters_of_a_file_s_name_are_the_same_composed_and_decomposed() -> None:
    composed, decomposed = StandIn(relative_source_path="\u00fc.md"), StandIn(relative_source_path="u\u0308.md")
    assert identity(composed) == identity(decomposed)


def test_articles_without_a_file_are_told_apart_by_language_and_slug() -> None:
    articles = [StandIn(slug="a", lang="en"), StandIn(slug="a", lang="de"), StandIn(slug="b", lang="en")]
    assert 3 == len({identity(article) for article in articles})


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None), min_size=1))
def test_any_id_is_an_absolute_address_without_spaces(story_id: str, file: str) -> None:
    article = StandIn(story_id=story_id, relative_source_path=file)
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+", identity(article))
