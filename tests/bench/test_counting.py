"""It is known how many pages an equal site has, and they are counted."""

from __future__ import annotations

from pathlib import Path

from tests.bench.counting import Files, Plan, count, plan
from tests.bench.making import make_post


def test_a_plan_has_the_days_months_years_and_topics_of_the_posts() -> None:
    posts = [make_post(), make_post(date="2026-06-04"), make_post(date="2025-12-31", tags="Salt;")]

    assert Plan(stories=3, periods=3 + 2 + 2, topics=(2, 3)) == plan(posts)


def test_what_is_left_over_of_a_topic_has_a_page_or_has_none() -> None:
    made_of = Plan(stories=120, periods=10, topics=(120, 50, 7))

    assert 120 + 10 + (2 + 1 + 1) + 4 == made_of.pages(50, leftover=True)
    assert 120 + 10 + (3 + 1 + 1) + 4 == made_of.pages(50, leftover=False)


def test_files_are_counted_by_their_kind(tmp_path: Path) -> None:
    for name in (
        "index.html",
        "2026/06/03/asvik-its-well-reopens-0a1b2c/index.html",
        "2026/06/03/asvik-its-well-reopens-0a1b2c/index.json",
        "topics/peat-law/index.html",
        "feed.xml",
        "style.css",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("four", encoding="utf-8")

    assert Files(pages=3, stories=1, feeds=1, data=1, size=24) == count(tmp_path)
