"""Articles in each form that they are saved in, with the facts that they tell beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing import documents, kinds, truth
from briefing.documents import Document
from briefing.kinds import article
from briefing.story import Facts, Lines, Origin
from tests.briefing.kinds.making import document, web_page
from tests.briefing.kinds.plain import plain

ARTICLES = Path(__file__).parent / "articles"
SAVED = sorted(path for path in ARTICLES.iterdir() if path.suffix != ".json")
FIRST = "The harbour of Aldersea opened on Tuesday, nine years after the storm that had closed it to all ships."
SECOND = "The first ship came in at dawn, and those who had waited for it on the pier were given tea by the council."


def read(document: Document) -> Facts:
    """Return what an article tells; all of it stands in the document."""
    kind = kinds.recognise(document)
    assert kind is not None
    assert article.NAME == kind.NAME
    facts = kind.parse(document)
    assert () == truth.untrue(facts, document.lines)
    return facts


def text(*lines: str) -> Facts:
    return read(document("\n\n".join(lines)))


def page(
    head: str = "", above: str = "", below: str = "", *, title: str = "<h1>Aldersea opens its harbour</h1>"
) -> Facts:
    """Return what a web page tells that has a headline, what stands above and below it, and two paragraphs."""
    return read(
        web_page(f"<html><head>{head}</head><body>{above}{title}{below}<p>{FIRST}</p><p>{SECOND}</p></body></html>")
    )


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def og(name: str, content: str) -> str:
    return f'<meta property="og:{name}" content="{content}">'


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.name)
def test_an_article_tells_what_is_written_beside_it_and_nothing_else(path: Path) -> None:
    facts = read(documents.read(path, 1 << 20))
    assert json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) == plain(facts)


def test_every_article_has_its_facts_beside_it() -> None:
    assert sorted(path.stem for path in SAVED) == sorted(path.stem for path in ARTICLES.glob("*.json"))
    assert len(SAVED) > 12


def test_what_is_picked_out_of_an_article_is_the_outlets_words() -> None:
    facts = text(
        FIRST, SECOND, "Una Weald, mayor of Aldersea, said “we have waited for nine winters” on the pier that morning."
    )
    assert [Origin.OUTLET] == [quote.origin for quote in facts.quotes]
    assert [Origin.OUTLET] == [person.origin for person in facts.people]


# ---- headline


@pytest.mark.parametrize(
    ("head", "title", "expected"),
    [
        ("<title>Harbour opens - Mercury</title>", "<h1>Harbour opens</h1>", "Harbour opens"),
        (og("title", "Harbour opens at last"), "<h1>Mercury</h1>", "Harbour opens at last"),
        (og("title", "Ships return | Mercury") + og("site_name", "Mercury"), "", "Ships return"),
        (og("title", "Harbour “opens” now"), "<h1>Harbour 'opens' now</h1>", "Harbour 'opens' now"),
        (og("title", "The harbour opens now"), "<h1>Coast: The harbour opens now</h1>", "The harbour opens now"),
        (og("title", "Ships return"), "<h1>The ships are back</h1>", "The ships are back"),
        ("<title>Mercury » Coast » All ships return</title>", "<h2>All ships return</h2>", "All ships return"),
        ("", "", ""),
    ],
)
def test_the_headline_is_what_the_page_shows_where_what_it_says_of_itself_agrees(
    head: str, title: str, expected: str
) -> None:
    assert expected == page(head, title=title).title.text


def test_a_headline_in_several_lines_is_one() -> None:
    facts = page(title="<h1>Aldersea opens<br>its harbour</h1>")
    assert ("Aldersea opens its harbour", Lines(1, 2)) == (facts.title.text, facts.title.lines)


@pytest.mark.parametrize(
    "above",
    [
        [],
        ["Aldersea opens its harbour.", "It took nine years."],
        ["Home", "News", "Aldersea opens its harbour", "Bread is back in town", "Moon seen over the pier"],
    ],
)
def test_a_text_whose_headline_cannot_be_told_has_none(above: list[str]) -> None:
    assert "" == text(*above, FIRST, SECOND).title.text


@pytest.mark.parametrize(
    "lines",
    [
        ["Aldersea opens its harbour"],
        ["# Aldersea opens its harbour"],
        ["Aldersea opens its harbour\n==="],
        ["Share", "Aldersea opens its harbour", "By Ida Storm"],
        ["Mercury", "Coast", "Aldersea opens its harbour", "The first ship came at dawn", "2 June 2026"],
        ["Title: Aldersea opens its harbour", "Source: Mercury"],
        ["Why has nobody seen the harbour of Aldersea open since the storm?"],
    ],
)
def test_a_texts_headline_is_set_apart_above_it(lines: list[str]) -> None:
    title = text(*lines, FIRST, SECOND).title.text
    assert title in {"Aldersea opens its harbour", "Why has nobody seen the harbour of Aldersea open since the storm?"}


# ---- byline and outlet


@pytest.mark.parametrize(
    ("head", "below", "expected"),
    [
        ("", "<p class='byline'>By Ida Storm</p>", "Ida Storm"),
        ("", "<p class='byline'>By <a>Ida Storm</a>Staff Writer</p>", "Ida Storm"),
        ("", "<p>By <a rel='author'>Ida Storm</a> and <a rel='author'>Bo Lind</a></p>", "Ida Storm and Bo Lind"),
        ("", "<p>By Ida Storm, Coast Correspondent</p>", "Ida Storm"),
        ("", "<p>By Ida Storm Published June 2, 2026</p>", "Ida Storm"),
        ("", "<p class='author'>Reuters</p>", "Reuters"),
        (meta("author", "Ida Storm"), "<p>words by IDA STORM</p>", "IDA STORM"),
        (meta("author", "Ida Storm"), "<p>Ida Storm and Bo Lind</p>", "Ida Storm and Bo Lind"),
        (meta("author", "Ida Storm, Bo Lind"), "<p>Ida Storm</p><p>Bo Lind</p>", "Ida Storm, Bo Lind"),
        (meta("byl", "By Ida Storm"), "", "Ida Storm"),
        (meta("author", "佐藤花子"), "", "佐藤花子"),
    ],
)  # fmt: skip
def test_the_byline_is_who_the_page_names(head: str, below: str, expected: str) -> None:
    assert expected == page(head, below=below).byline.value


@pytest.mark.parametrize(
    ("head", "below"),
    [
        (meta("author", "admin"), ""),
        (meta("author", "https://www.facebook.com/mercury"), ""),
        (meta("author", "Aldersea Mercury") + og("site_name", "Aldersea Mercury"), ""),
        (meta("author", "The Mercury") + og("url", "https://www.mercury.example/a"), ""),
        (meta("author", "ida@mercury.example"), ""),
        (meta("author", "istorm"), ""),
        (meta("author", "Mercury Verlag GmbH"), ""),
        ("", "<p class='author'>Yellow Boats and I</p>"),
        ("", "<p class='byline'>By the editors of the coast desk</p>"),
        ("", "<figure><p class='photo-author'>Ida Storm</p></figure>"),
    ],
)  # fmt: skip
def test_an_outlet_an_account_or_a_photographer_is_no_byline(head: str, below: str) -> None:
    assert page(head, below=below).byline.value is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (og("site_name", "NPR.example"), "NPR.example"),
        (og("site_name", "https://npr.example"), None),
        (meta("application-name", "Mercury"), "Mercury"),
        ("<title>Aldersea opens its harbour | Mercury</title>" + og("url", "https://mercury.example/a"), "Mercury"),
        ("<title>Aldersea opens its harbour | Coast</title>" + og("url", "https://mercury.example/coast"), None),
    ],
)  # fmt: skip
def test_the_outlet_is_the_pages_own_word_for_its_site(head: str, expected: str | None) -> None:
    assert expected == page(head).outlet.value


# ---- dates


@pytest.mark.parametrize(
    ("head", "below", "expected"),
    [
        ('<meta property="article:published_time" content="2026-06-02T08:00:00.000Z">', "", "2026-06-02T08:00:00.000Z"),
        ('<meta property="article:published_time" content="2026-06-02T08:00:00+0100">', "", "2026-06-02"),
        ('<meta property="article:published_time" content="2026-06-02 08:00">', "", "2026-06-02"),
        ('<meta itemprop="datePublished" content="Tue, 02 Jun 2026 08:00:00 GMT">', "", "2026-06-02"),
        (meta("date", "2026-06-05"), "<time datetime='2026-06-02'>x</time>", "2026-06-02"),
        (meta("date", "2026-06-02"), "", "2026-06-02"),
        ("", "<p>Ida Storm · Posted: Jun 2, 2026 9:27 AM | Last Updated: Jun 3, 2026</p>", "2026-06-02"),
        ("", "<p>Tuesday 2 June 2026</p>", "2026-06-02"),
        ("", "<p>02.06.2026, 14:00</p>", "2026-06-02"),
        ("", "<p>martes, 2 de junio de 2026</p>", "2026-06-02"),
        ("", "<p>2026年6月2日 10時</p>", "2026-06-02"),
    ],
)  # fmt: skip
def test_the_day_of_publication_is_read_in_any_form(head: str, below: str, expected: str) -> None:
    assert expected == page(head, below=below).published.value


@pytest.mark.parametrize(
    "below",
    [
        "<p>Updated: June 2, 2026</p>",
        "<p class='caption'>The pier of Aldersea in the storm of Monday, June 5, 2017, from the old light.</p>",
        "<p>Sale until 2 June 2026</p>",
        "<p>9-23 June 2026</p>",
        "<p>6/2/2026</p>",
        '<time datetime="P3M14S">3:14</time>',
        '<time datetime="0001-01-01T00:00:00Z">never</time>',
    ],
)
def test_another_date_is_not_taken_for_that_of_publication(below: str) -> None:
    assert page(below=below).published.value is None


def test_dates_below_the_text_count_where_a_label_says_what_they_are() -> None:
    facts = read(
        web_page(f"<h1>Aldersea opens</h1><p>{FIRST}</p><p>{SECOND}</p><p>Date 02.06.2026</p><p>Author Ida Storm</p>")
    )
    assert ("2026-06-02", "Ida Storm") == (facts.published.value, facts.byline.value)


def test_a_date_before_the_text_counts_where_the_calendar_has_that_day() -> None:
    possible = text("Aldersea opens its harbour", "", "date 2026-06-17 " + FIRST, "", SECOND)
    impossible = text("Aldersea opens its harbour", "", "date 2026-17-26 " + FIRST, "", SECOND)
    assert ("2026-06-17", FIRST) == (possible.published.value, possible.summary[0].text)
    assert not impossible.published.stated
    assert SECOND == impossible.summary[-1].text


# ---- language, topics, text


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (og("locale", "de_AT"), "de-AT"),
        (meta("language", "deutsch sprechend"), None),
        ("", None),
    ],
)
def test_the_language_is_what_the_page_says_and_not_guessed(head: str, expected: str | None) -> None:
    assert expected == page(head).language


def test_tags_are_topics_where_the_page_shows_them() -> None:
    tags = '<meta property="article:tag" content="Harbours"><meta property="article:tag" content="id:4711">'
    assert ("Harbours",) == page(tags, below="<a>Harbours</a>").page_topics.value


def test_the_lead_is_whole_paragraphs_of_about_eighty_words() -> None:
    paragraphs = [f"{FIRST[:-1]} in all of its {number} winters." for number in ("nine", "ten", "eleven", "twelve")]
    assert paragraphs[:3] == [passage.text for passage in text(*paragraphs).summary]
    long = " ".join(f"Mr. Storm of the U.S. fleet said that the ship no. {number} came in." for number in range(20))
    (lead,) = text(long, FIRST).summary
    assert (long.split(" came in.")[0] + " came in.") == (lead.text or "")[: len(long.split(" came in.")[0]) + 9]
    assert (lead.text or "").endswith(" came in.")
    assert 60 < len((lead.text or "").split()) <= 80


def test_a_caption_an_aside_and_a_comment_are_not_the_articles_text() -> None:
    below = (
        "<figure><figcaption>The pier of Aldersea on the day on which its harbour opened again.</figcaption></figure>"
        "<aside class='newsletter'><p>Sign up and get the news of the coast in your inbox every morning.</p></aside>"
    )
    assert (FIRST, SECOND) == tuple(passage.text for passage in page(below=below).summary)
