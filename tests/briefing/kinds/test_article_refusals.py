"""What is no article is refused with its reason, and a story page of Ground News never becomes one."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import kinds
from briefing.documents import Document, DocumentError
from briefing.kinds import article
from tests.briefing.kinds.making import BELOW, CARD, PAGES, SAMPLES, document, web_page

PARAGRAPH = (
    "The harbour of Aldersea opened on Tuesday, nine years after the storm that had closed it to all of its ships."
)
TEXT = f"{PARAGRAPH}\n\nThe first came in at dawn. {PARAGRAPH}"


def reason(document: Document) -> str:
    """Return why a document is no article."""
    assert article.recognise(document)
    with pytest.raises(DocumentError) as caught:
        article.parse(document)
    return str(caught.value)


def html(title: str, *body: str) -> Document:
    return web_page(f"<html><head><title>{title}</title></head><body>{''.join(body)}</body></html>")


@pytest.mark.parametrize(
    "title",
    [
        "403 Forbidden", "404", "Error 404", "Page not found | Mercury", "Access Denied", "Just a moment...",
        "Attention Required! | Cloudflare", "Are you a robot?", "502: Bad gateway", "Before you continue to Mercury",
        "Sorry, the article you asked for could not be found", "Sign in to Mercury",
    ],
)  # fmt: skip
def test_a_notice_in_place_of_the_article_is_refused(title: str) -> None:
    page = html(title, f"<h1>{title}</h1><p>We could not show you what you wanted to see. Please come back later.</p>")
    assert reason(page).startswith("is an error page or a notice in place of the article")


@pytest.mark.parametrize(
    "title", ["500 people march in Aldersea", "Missing boy not found", "Forbidden fruit of Aldersea"]
)
def test_a_headline_with_the_words_of_one_is_read(title: str) -> None:
    facts = article.parse(
        html(title, f"<h1>{title}</h1><p>{PARAGRAPH}</p><p>It was the first day of June. {PARAGRAPH}</p>")
    )
    assert title == facts.title.text


def test_a_page_with_little_text_is_refused() -> None:
    assert "holds too little running text for an article" == reason(html("Tide", "<h1>Tide</h1><p>High at nine.</p>"))


def test_a_front_page_is_refused() -> None:
    root = "<link rel='canonical' href='https://mercury.example/'>"
    page = web_page(
        f"<html><head><title>Mercury</title>{root}</head><body><p>{PARAGRAPH}</p><p>And {PARAGRAPH}</p></body>"
    )
    assert reason(page).startswith("is the front page of a site")


def test_a_list_of_articles_is_refused() -> None:
    teasers = [f"<h3><a href='/{n}'>Ship {n} is back</a></h3><p>Ship {n} came in. {PARAGRAPH}</p>" for n in range(8)]
    assert reason(html("Ships", "<h1>Ships of the coast</h1>", *teasers)).startswith("is a list of articles")


def test_a_newsletter_is_refused_in_both_forms() -> None:
    page = html(
        "Coast Weekly", "<p>View this email in your browser</p>", f"<h1>Coast Weekly</h1><p>{PARAGRAPH}</p>" * 2
    )
    assert reason(page).startswith("is a newsletter")
    assert reason(document(f"Coast Weekly\n\n{TEXT}\n\nUnsubscribe")).startswith("is a newsletter")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"From: Ida <ida@mercury.example>\nTo: Bo <bo@mercury.example>\nSubject: Harbour\n\n{TEXT}", "is an e-mail"),
        (f"Dear editor,\n\n{TEXT}\n\nIda Storm", "is a letter"),
        (f"# tides\n\n{TEXT}\n\n## Installation\n\npip install tides", "is a technical text or code"),
        ('"""Tides."""\nimport os\n\ndef tide(day):\n    return day % 2\n' * 9, "is a technical text or code"),
        (
            "| Day | Tide |\n| --- | --- |\n" + "| Monday, when the moon is full | high |\n" * 9,
            "is a technical text or code",
        ),
        ("Shopping\n" + "- six herrings, and bread from the old bakery\n" * 9, "is a list"),
        (f"The news of June 2\n\n{PARAGRAPH}\n" + f"  • {PARAGRAPH} (Mercury)\n" * 9, "is a list"),
        ("Herring\n" * 60, "holds too little running text"),
    ],
)
def test_a_text_of_another_sort_is_refused_with_its_reason(text: str, expected: str) -> None:
    assert reason(document(text)).startswith(expected)


@pytest.mark.parametrize("text", ["Dear editor,\n", "Take six herrings.\n\nSalt them.", "", "key: value\nother: 3"])
def test_a_scrap_of_text_is_of_no_kind(text: str) -> None:
    assert kinds.recognise(document(text)) is None


# ---- pages of Ground News

MARKS = [
    *BELOW, *(line for line in CARD if line.startswith(("+", "·", "Read", "Center"))), "Insights by Ground AI",
    "18 Articles", "Summary by Coast FM", "Coverage Details", "Published loading...Updated", "Total News Sources5",
    "50% Left", "L 37%", "Coast FM broke the news in Aldersea, Wendmark on Tuesday, June 2, 2026.",
    "Ground News Article Assistant", f"CENTRAL WENDMARK, JUL 8 – {PARAGRAPH}",  # noqa: RUF001
]  # fmt: skip


def test_the_text_of_these_tests_is_an_article_without_a_mark() -> None:
    assert article.recognise(document(TEXT))


@pytest.mark.parametrize("mark", MARKS)
def test_a_text_with_one_line_of_a_story_page_is_no_article(mark: str) -> None:
    assert not article.recognise(document(f"Harbour opens\n\n{TEXT}\n\n{mark}"))


@pytest.mark.parametrize(
    "source",
    [
        "<p>57% of the sources are Center</p>",
        "<p>Insights by Ground AI</p>",
        "<h2>Bias Distribution</h2>",
        "<link rel='canonical' href='https://ground.news/article/harbour'>",
        "<link rel='canonical' href='https://ground-news.proxy.college.example/article/harbour'>",
    ],
)
def test_a_web_page_with_a_mark_of_ground_news_is_no_article(source: str) -> None:
    page = (
        f"<html><head></head><body><h1>Harbour opens</h1>{source}<p>{PARAGRAPH}</p><p>And {PARAGRAPH}</p></body></html>"
    )
    assert not article.recognise(web_page(page))


STORY_PAGES = [path.read_text(encoding="utf-8") for path in [*PAGES.glob("*.txt"), *SAMPLES.glob("*/*.txt")]]


@given(st.sampled_from(sorted(STORY_PAGES)), st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_a_story_page_that_lost_lines_is_no_article_while_one_of_its_marks_is_left(text: str, random: Random) -> None:
    lines = text.split("\n")
    kept = [line for line in lines if random.random() < 0.5]
    if any(line.strip() in MARKS for line in kept):
        assert not article.recognise(document("\n".join(kept)))


def test_an_article_about_ground_news_is_one() -> None:
    about = (
        "A page may say that “57% of the sources are Center”, and nobody asks of what. Ground News does so since 2020."
    )
    assert article.recognise(document(f"How sites measure bias\n\n{about}\n\n{TEXT}"))
