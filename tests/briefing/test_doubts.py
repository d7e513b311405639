"""What contradicts itself on a page, and a page without its end, is told; what is usual there is not."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from briefing import documents, doubts
from briefing.documents import Document
from briefing.documents.html import read_page
from briefing.doubts import Doubt, DoubtKind
from briefing.kinds import article, ground_news
from briefing.story import Card, Field, FirstReport, Lines, Sides, WrittenDate
from tests.briefing.kinds.making import BELOW, CARD, PAGES, SAMPLES, document, page, parsed
from tests.briefing.making import DAY, a_story, evidence, page_of, stated

OTHER_DAY = "Coast FM broke the news in Port Ellis, Sundrey on Monday, June 2, 2026."
RIGHT_DAY = OTHER_DAY.replace("Monday", "Tuesday")
POINT = "- The harbour opens on Friday, June 5, 2026, not on Tuesday, June 3, 2026."


def found_in(read: Document) -> list[Doubt]:
    return list(doubts.find(parsed(read), read, ground_news.NAME))


def told(read: Document, kind: DoubtKind) -> list[str]:
    return [doubt.message for doubt in found_in(read) if doubt.kind is kind]


def of(**values: Any) -> list[Doubt]:
    return list(doubts.of_story(a_story(**values)))


def count(number: int) -> Field[Any]:
    return stated(number, evidence(str(number), first=20))


def sides(*numbers: int | None) -> Sides[Field[Any]]:
    return Sides(*(Field() if number is None else count(number) for number in numbers))


NOTE = "(the page’s weekday does not fit this date)"  # noqa: RUF001 - the mark that texts use
LISTED = Card(lines=Lines(3, 3))
WHOLE = [path for path in sorted(PAGES.glob("*.txt")) if not path.name.startswith("cut-")]


@pytest.mark.parametrize("path", [*WHOLE, *sorted(SAMPLES.glob("*/sample-*"))], ids=lambda path: path.stem)
def test_a_whole_page_raises_no_doubts(path: Path) -> None:
    assert [] == found_in(documents.read(path, 1 << 20))


@pytest.mark.parametrize("path", sorted(PAGES.glob("cut-*.txt")), ids=lambda path: path.stem)
def test_a_cut_page_is_told_with_its_last_line(path: Path) -> None:
    read = documents.read(path, 1 << 20)
    last = read.lines[-1]
    (doubt,) = found_in(read)
    assert (DoubtKind.CUT, Lines(last.number, last.number)) == (doubt.kind, doubt.lines)
    assert last.text[-20:] in doubt.message


def test_where_a_document_stops_is_told_in_a_sentence() -> None:
    assert ["the document has no end; it stops at “The first came at d”"] == told(
        page(cards=(*CARD[:-3], "The first came at d"), below=()), DoubtKind.CUT
    )


@pytest.mark.parametrize(
    "last",
    [
        *("-", "To", "To view factuality data ple", "To view ownership data please Upgrade to", "Simi", "Factuality"),
        *("Bias Distribution", "57%", "57% of the sources a", "L", "L 3", "Leaning Left8Leaning Ri", "Total News Sour"),
        *("Leaning Left8Leaning Right6Center1", "Coast FM broke the news in Port", "Coast FM broke the news"),
    ],
)
def test_a_page_that_stops_within_one_of_the_sites_own_lines_is_cut(last: str) -> None:
    assert 1 == len(told(page(below=(*BELOW, last)), DoubtKind.CUT))


@pytest.mark.parametrize(
    "last",
    [
        *(RIGHT_DAY, "Coast FM broke the news in Port Ellis.", "Similar News Topics", "L 37%", "57% Center", "Search"),
        *("To view ownership data please Upgrade to Vantage", "Sources are mostly out of (0)", "Blindspot LogoBlind"),
    ],
)
def test_a_page_that_stops_behind_a_whole_line_is_not_cut(last: str) -> None:
    assert [] == told(page(below=(*BELOW, last)), DoubtKind.CUT)


HTML = "<html><body><div><p>57% of the sources are Center</p><p>18 Articles</p><p>18 Articles</p>"


@pytest.mark.parametrize(
    ("source", "cut"),
    [
        (f"{HTML}</div></body></html><!-- kept -->", False),
        (f"{HTML}</div>", False),
        (HTML, True),
        (f"{HTML}</div><p class=", True),
    ],
)
def test_a_web_page_is_cut_within_a_tag_or_an_element(source: str, *, cut: bool) -> None:
    read = read_page(source)
    found = doubts.find(a_story(), Document(read.lines, page=read), article.NAME)
    assert [DoubtKind.CUT] * cut == [doubt.kind for doubt in found]


@pytest.mark.parametrize(
    ("last", "cut"),
    [
        ("The first ship came in at dawn, and the band played until the mayor of Port Ellis had", True),
        ("The first ship came in at dawn, and the band played until the mayor of Port Ellis came,", True),
        ("The first ship came in at dawn, and the band played until the mayor of Port Ellis came.", False),
        ("The first ship came in at dawn, and the band said “we will play on until the mayor comes”", False),
        ("All rights reserved by Coast FM", False),
    ],
)
def test_a_text_is_cut_where_a_paragraph_stops_within_its_sentence(last: str, *, cut: bool) -> None:
    found = doubts.find(a_story(), document(f"Ships are back\n{last}"), article.NAME)
    assert [DoubtKind.CUT] * cut == [doubt.kind for doubt in found]


def test_a_document_without_lines_raises_no_doubts() -> None:
    assert () == doubts.find(a_story(), document(""), article.NAME)


def test_a_weekday_that_is_not_that_of_its_date_is_told_with_the_right_one() -> None:
    read = page(summary=(POINT, "Insights by Ground AI"), below=(*BELOW, OTHER_DAY))
    assert [
        "the page's weekday does not fit its date: “Tuesday, June 3, 2026” is a Wednesday",
        "the page's weekday does not fit its date: “Monday, June 2, 2026” is a Tuesday",
    ] == told(read, DoubtKind.WEEKDAY)
    assert [Lines(3, 3), Lines(17, 17)] == [doubt.lines for doubt in found_in(read)]


def test_the_weekday_of_an_editors_date_is_not_doubted() -> None:
    assert [] == of(dates=(WrittenDate("Monday, June 2, 2026", DAY),))


def test_the_weekday_of_a_publication_is_looked_at_too() -> None:
    assert [DoubtKind.WEEKDAY] == [
        doubt.kind for doubt in of(published=stated("2026-06-02", "Published Monday, June 2, 2026"))
    ]


@pytest.mark.parametrize(
    ("published", "is_late"),
    [
        ("2026-06-01", True),
        ("2026-06-02", False),
        ("2026-06-01T23:00:00Z", False),
        ("2026-05-31T23:00:00Z", True),
        ("some day", False),
    ],
)
def test_a_first_report_after_the_pages_publication_is_told(published: str, *, is_late: bool) -> None:
    first = FirstReport(stated("Coast FM", RIGHT_DAY), Field(), stated(DAY, RIGHT_DAY))
    found = of(first_report=first, published=stated(published, f"Published {published}"))
    message = f"the first report is dated 2026-06-02, after the page itself was published, {published}"
    assert [Doubt(DoubtKind.ORDER, message, Lines(40, 40))] * is_late == found


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        ({"bias": sides(50, 51, None)}, []),
        ({"bias": sides(50, 51, 1)}, ["the shares of the leanings add up to 102%"]),
        ({"counts": sides(5, 6, 7)}, []),
        ({"articles": count(18), "counts": sides(5, 6, 7)}, []),
        ({"articles": count(17), "counts": sides(5, 6, 7)}, ["the page counts 17 articles, and by their leanings 18"]),
        ({"articles": count(2), "coverage": (LISTED,) * 3}, ["the page counts 2 articles, and lists 3"]),
        ({"articles": count(2), "coverage": (Card(headline="Mine"),) * 3}, []),
        ({"articles": dataclasses.replace(count(2), evidence=None), "counts": sides(5, 6, 7)}, []),
    ],
)
def test_numbers_that_cannot_all_be_right_are_told(values: dict[str, Any], messages: list[str]) -> None:
    assert [(DoubtKind.NUMBERS, message) for message in messages] == [(d.kind, d.message) for d in of(**values)]


@pytest.mark.parametrize(
    ("lines", "messages"),
    [
        (("Bias Distribution", "  • 46% of the sources are Center", "46% Center", "C 46%", "L 30%"), []),
        (
            ("Bias Distribution", "  • 46% of the sources are Center", "45% Center", "C 44%"),
            ["the page says two numbers for Center: 46% and 45%"],
        ),
        (("Bias Distribution", "38% Left, 38% Right", "R 37%"), ["the page says two numbers for Right: 38% and 37%"]),
        (("Total News Sources17", "0 Articles", "18 Articles"), []),
        (("1,018 Articles",), ["the page says two numbers for Articles: 18 and 1018"]),
    ],
)
def test_a_number_that_the_page_says_in_two_ways_is_told_once(lines: tuple[str, ...], messages: list[str]) -> None:
    assert messages == told(page(below=(*lines, BELOW[-1])), DoubtKind.NUMBERS)


@pytest.mark.parametrize(("line", "is_doubtful"), [(OTHER_DAY, True), (RIGHT_DAY, False)])
def test_a_page_of_ours_says_beside_the_first_report_that_its_weekday_does_not_fit(
    line: str, *, is_doubtful: bool
) -> None:
    first = FirstReport(stated("Coast FM", line), Field(), stated(DAY, line))
    notes = page_of(a_story(first_report=first)).xpath("//section[contains(@class, 'glance')]//span[@class='doubt']")
    assert [NOTE] * is_doubtful == [note.text for note in notes]


def test_a_page_of_ours_says_so_beside_a_date_of_the_summary_unless_it_is_the_editors() -> None:
    dates = (
        WrittenDate("Monday, June 2, 2026", DAY, Lines(7, 7)),
        WrittenDate("Tuesday, June 2, 2026", DAY, Lines(7, 7)),
        WrittenDate("Monday, June 2, 2026", DAY),
    )
    items = page_of(a_story(dates=dates)).xpath("//section[@class='figures']//li")
    assert [1, 0, 0] == [len(item.xpath("span[@class='doubt']")) for item in items]
