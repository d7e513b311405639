"""Items are drawn from Pelican's articles, and ordered."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations
from types import SimpleNamespace

import pytest
from markupsafe import Markup
from pelican.urlwrappers import Author, Category, Tag

from feeds.item import newest
from tests.feeds.stand_ins import SETTINGS, StandIn, item_of, item_with, site

PAGE = "https://example.org/news/2026/06/02/a-title/"


@pytest.mark.parametrize("title", ["R&D <em>now</em>", "R&amp;D now", Markup("R&amp;D now")])
def test_a_title_is_plain_text(title: str) -> None:
    assert "R&D now" == item_with(title=title).title


def test_a_title_that_looks_like_markup_is_told_as_it_reads() -> None:
    assert "<b> and &amp;" == item_with(title=Markup("&lt;b&gt; and &amp;amp;")).title


@pytest.mark.parametrize(("slug", "title"), [("a-title", "a-title"), ("", PAGE)])
def test_an_article_whose_title_is_nothing_is_called_by_its_slug_or_address(slug: str, title: str) -> None:
    assert title == item_with(title="\0", slug=slug).title


def test_a_link_is_whole() -> None:
    assert PAGE == item_with().link


def test_a_link_says_that_it_is_followed_from_a_feed_where_that_is_asked_for() -> None:
    item = item_of(StandIn(content='<a href="#x">x</a>'), FEED_APPEND_REF=True)
    assert f"{PAGE}?ref=feed" == item.link
    assert f'<a href="{PAGE}#x">x</a>' == item.content


@pytest.mark.parametrize("added", ["2026-06-03T06:30:00+00:00", datetime(2026, 6, 3, 6, 30, tzinfo=UTC)])
def test_an_article_is_published_when_it_was_added(added: object) -> None:
    assert datetime(2026, 6, 3, 6, 30, tzinfo=UTC) == item_with(added=added).published


@pytest.mark.parametrize("added", [None, "", "soon"])
def test_an_article_that_does_not_say_when_it_was_added_is_published_on_its_date(added: object) -> None:
    assert datetime(2026, 6, 2, tzinfo=UTC) == item_with(added=added).published


def test_a_date_without_a_time_zone_is_in_the_site_s() -> None:
    article = StandIn(date=datetime(2026, 6, 2))  # noqa: DTZ001 - on purpose
    assert datetime(2026, 6, 1, 15, tzinfo=UTC) == item_of(article, TIMEZONE="Asia/Tokyo").published


def test_an_article_is_updated_when_it_was_modified_else_when_it_was_added() -> None:
    added, modified = datetime(2026, 6, 3, tzinfo=UTC), datetime(2026, 6, 5, tzinfo=UTC)
    assert modified == item_with(added=added, modified=modified).updated
    assert added == item_with(added=added).updated


@pytest.mark.parametrize(
    ("said", "creators"),
    [
        ({"author": Author("A. Writer", SETTINGS)}, ("A. Writer",)),
        ({"authors": [Author("One", SETTINGS), Author("Two", SETTINGS)]}, ("One", "Two")),
        ({"author": Author("R&D", SETTINGS)}, ("R&D",)),
        ({"author": Author("", SETTINGS)}, ("The Desk",)),
        ({"author": Author(None, SETTINGS)}, ("The Desk",)),
        ({}, ("The Desk",)),
    ],
)
def test_creators_are_the_article_s_authors_else_the_site_s(said: dict[str, object], creators: tuple[str, ...]) -> None:
    assert creators == item_of(StandIn(**said), AUTHOR="The Desk").creators


@pytest.mark.parametrize("author", [None, ""])
def test_the_creator_is_the_site_where_it_has_no_author(author: object) -> None:
    assert ("The Briefing",) == item_of(StandIn(), AUTHOR=author).creators


@pytest.mark.parametrize(
    ("category", "categories"),
    [("Health", ("Health", "Mayo Clinic", "A, B")), ("misc", ("Mayo Clinic", "A, B"))],
)
def test_categories_are_a_stated_category_then_the_tags(category: str, categories: tuple[str, ...]) -> None:
    tags = [Tag("Mayo Clinic", SETTINGS), Tag("A, B", SETTINGS), Tag("Mayo Clinic", SETTINGS)]
    assert categories == item_with(category=Category(category, SETTINGS), tags=tags).categories


def test_an_article_may_have_no_categories() -> None:
    assert () == item_with().categories


def test_a_name_that_is_html_is_read_as_such() -> None:
    assert ("R&D",) == item_with(tags=[Tag(Markup("R&amp;D"), SETTINGS)]).categories


def test_summary_and_content_are_portable_html() -> None:
    item = item_with(summary='<p class="x">In <a href="#e1">short</a></p>', content='<a href="SITE/b">b</a><svg></svg>')
    assert f'<p>In <a href="{PAGE}#e1">short</a></p>' == item.summary
    assert '<a href="https://example.org/news/b">b</a>' == item.content


def test_a_summary_may_be_missing() -> None:
    assert "" == item_with(summary=None).summary


ORDERED = [
    StandIn(slug="added last", added="2026-06-05", date="2026-01-01"),
    StandIn(slug="later date", added="2026-06-04", date="2026-02-02"),
    StandIn(slug="earlier date, smaller id", added="2026-06-04", date="2026-02-01", story_id="urn:x:1"),
    StandIn(slug="earlier date, greater id", added="2026-06-04", date="2026-02-01", story_id="urn:x:2"),
    StandIn(slug="dated, not added", date="2026-06-03T00:00:00"),
]


@pytest.mark.parametrize("given", [*permutations(ORDERED)])
def test_the_last_added_come_first_then_the_latest_date_then_the_smallest_id(given: list[StandIn]) -> None:
    assert ORDERED == newest(given, site())


def test_an_article_without_any_date_comes_last() -> None:
    undated = StandIn(date=None)
    assert newest([undated, *ORDERED], site())[-1] is undated


def test_any_object_with_what_articles_have_is_an_article() -> None:
    article = SimpleNamespace(title="A", url="a/", summary="", get_content=lambda _site: "b")
    assert "b" == item_of(article).content  # type: ignore[arg-type]
