"""A page is taken for what its own words prove it to be, and for nothing else."""

from __future__ import annotations

import pytest

from briefing import kinds
from briefing.documents.html import read_page
from tests.briefing.kinds.making import BELOW, CARD, POINT, document, page


def kind_of(text: str) -> str | None:
    kind = kinds.recognise(document(text))
    return kind.NAME if kind else None


@pytest.mark.parametrize(
    "text",
    [
        "A headline\n- One point.\n3 Articles\n3 Articles\nA card.",
        "3 Articles\n3 Articles\nCoverage Details",
        "A headline\n  • One point.\nInsights by Ground AI\n3 Articles",
        "A headline\nBias Distribution\n- 67% of the sources lean Left",
        "A headline\nFactuality\nTo view factuality data please Upgrade\nBias Distribution",
        "Published loading...Updated\nA headline\n+2 Reposted by 2 other sources",
        "A headline\n- 38% of the sources lean Left, 37% of the sources are Center\n12 Articles",
    ],
)
def test_enough_of_its_own_words_make_a_ground_news_story(text: str) -> None:
    assert "ground-news-story" == kind_of(text)


def test_a_page_in_html_is_recognised_from_its_text() -> None:
    whole = page()
    assert kinds.recognise(type(whole)(whole.lines, page=read_page(""))) is not None


def test_a_web_page_may_draw_a_part_twice_and_a_newsletter_as_one_is_still_none() -> None:
    twice = page(summary=[POINT, "Insights by Ground AI", POINT, "Insights by Ground AI"])
    assert kinds.recognise(type(twice)(twice.lines)) is None
    assert kinds.recognise(type(twice)(twice.lines, page=read_page(""))) is not None
    lines = document(NEWSLETTER.replace("- One point.", "- Another point.", 1)).lines
    assert kinds.recognise(type(twice)(lines, page=read_page(""))) is None


def test_a_page_in_markdown_is_recognised_from_its_text() -> None:
    assert "ground-news-story" == kind_of("# A headline\n\n## 3 Articles\n\n* **46% of the sources lean Left**")
    assert kind_of("# 3 Articles\n\n[Read Full Article](https://a.example/)") is None


NEWSLETTER = """The Blindspot Report
Good morning, Aldersea.
First story of the day
- One point.
Insights by Ground AI
12 Articles
- 67% of the sources lean Left
Second story of the day
- One point.
Insights by Ground AI
9 Articles
- 57% of the sources are Center"""

AGGREGATOR = """Newsheap
Published June 2, 2026, Updated June 3, 2026
Harbour opens
  • One point.
Sources
Left
12
Center
40
Right
20
Unrated
28
12 Articles
Read Full Article
Bias Distribution
Coverage Details"""

ARTICLE = """How news sites measure bias
Published: June 2, 2026. Updated June 3, 2026
A page may say that "57% of the sources are Center", and nobody asks of what.
57% of the sources are Center, according to one such page; 40% of the sources lean Left, says another.
The Mercury broke the news in Aldersea on Tuesday, June 2, 2026.
Reposted by many. Sources are mostly out of reach.
12 articles were counted."""

LIST = """Latest stories
Harbour opens
3 Articles
Read Full Article
Bread is back
3 Articles
Read Full Article
Moon seen
5 Articles
5 Articles"""


@pytest.mark.parametrize(
    "text",
    [
        NEWSLETTER,
        AGGREGATOR,
        ARTICLE,
        LIST,
        "",
        "404\nPage not found\nThe page that you are looking for is not here.",
        "Just a moment...\nEnable JavaScript and cookies to continue",
        "To view factuality data please Upgrade to Premium",
        "57% of the sources are Center",
        "Published loading...Updated\nRead Full Article\n12 Articles\nBias Distribution\nCoverage Details",
        "key: value\nother: 3",
    ],
)
def test_nothing_else_is_taken_for_one(text: str) -> None:
    assert kind_of(text) is None


def test_a_page_with_two_stories_is_none() -> None:
    first = "\n".join(line.text for line in page().lines)
    assert "ground-news-story" == kind_of(first)
    assert kind_of(f"{first}\n{first}") is None


def test_no_part_of_a_page_is_needed() -> None:
    for part in ("top", "headline", "summary", "count", "cards", "below"):
        assert kinds.recognise(page(**{part: ()})) is not None, part
    assert (
        kinds.recognise(page(top=(), headline=(), count=(), cards=CARD, below=BELOW[:3], summary=[POINT])) is not None
    )
