"""What stories belong to, and what the pages of outlets, places, blindspots and corrections are given."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from briefing import settings_checks
from briefing.story import Card, Correction, FirstReport, Lines, Passage, Sides
from edition.archive import ArchiveInMemory, Entry, Rating
from edition.belonging import Belonging, OfBlindspot, OfOutlet, OfPlace, Rule
from edition.listings import Listings
from edition.row import make_row
from tests.edition.making import DAY, a_story, read

SLUGS = {"SLUG_REGEX_SUBSTITUTIONS": [(r"[^\w\s-]", ""), (r"(?u)\A\s*", ""), (r"(?u)\s*\Z", ""), (r"[-\s]+", "-")]}


def card(outlet: str | None, **more: Any) -> Card:
    return Card(outlet=outlet, lines=Lines(21, 29), **({"headline": f"By {outlet}"} | more))


def details(kind: str, **changes: Any) -> dict[str, Any]:
    """Return how a story belongs to all of a kind, by their names."""
    belonging = Belonging(SLUGS)
    return {one.name: one.detail for one in belonging.of(a_story(**changes)) if one.kind == kind}


def archive(*stories: Any) -> ArchiveInMemory:
    belonging = Belonging(SLUGS)
    return ArchiveInMemory(Entry(make_row(story, f"{story.slug}/"), belonging.of(story)) for story in stories)


def test_an_outlet_has_its_articles_its_rating_and_whether_it_was_first() -> None:
    cards = (card("CNN", bias="Lean Left", url="https://cnn.example/a"), card("The Sun", url="javascript:alert(1)"))
    expected = {
        "CNN": OfOutlet((("By CNN", "https://cnn.example/a"),), "Lean Left", is_first=True),
        "The Sun": OfOutlet((("By The Sun", None),), None, is_first=False),
    }
    assert expected == details("outlet", coverage=cards)


def test_names_with_one_slug_are_one_outlet_by_the_first_of_them() -> None:
    found = details("outlet", coverage=(card("Post Bulletin", bias="Center"), card("post bulletin", bias="Left")))
    assert {"Post Bulletin", "CNN"} == set(found)
    assert (("By Post Bulletin", None), ("By post bulletin", None)) == found["Post Bulletin"].articles
    assert "Center" == found["Post Bulletin"].rating


def test_a_saved_article_is_of_its_outlet_and_of_the_place_of_its_dateline() -> None:
    changes: dict[str, Any] = {
        "outlet": read("The Sun", 3), "dateline": read("Oslo", 4), "coverage": (), "first_report": FirstReport(),
        "address": read("https://sun.example/story", 2), "title": Passage("A story", Lines(1, 1)),
    }  # fmt: skip
    article = (("A story", "https://sun.example/story"),)
    assert {"The Sun": OfOutlet(article, None, is_first=False)} == details("outlet", **changes)
    assert {"Oslo": OfPlace(is_first=False, first_by=None, is_dateline=True, outlets=())} == details("place", **changes)


def test_a_place_tells_who_reported_first_there_and_which_outlets_are_from_it() -> None:
    cards = (
        card("Post Bulletin", place="Oslo"),
        card("The Sun", place="Atlanta, United States"),
        card(None, place="Oslo"),
    )
    expected = {
        "Atlanta, United States": OfPlace(is_first=True, first_by="CNN", is_dateline=False, outlets=("The Sun",)),
        "Oslo": OfPlace(is_first=False, first_by=None, is_dateline=False, outlets=("Post Bulletin",)),
    }
    assert expected == details("place", coverage=cards)


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((5, 40, 55), OfBlindspot("left", 5, "right", 55)),
        ((60, 40, 0), OfBlindspot("right", 0, "left", 60)),
        ((10, 57, 33), OfBlindspot("left", 10, "right", 33)),
        ((11, 56, 33), None),
        ((10, 58, 32), None),
        ((5, 90, 5), None),
        ((None, 40, 60), None),
        ((0, None, 60), None),
    ],
)
def test_a_blindspot_needs_all_shares_and_one_side_that_hardly_covers_the_story(
    shares: tuple[int | None, int | None, int | None], expected: OfBlindspot | None
) -> None:
    assert expected == Rule(most=10, least=33).find(Sides(*shares))


def test_what_is_switched_off_is_not_there() -> None:
    story = a_story(bias=Sides(read(5, 35), read(40, 36), read(55, 37)))
    off = Belonging({**SLUGS, "OUTLET_PAGES": False, "PLACE_PAGES": False, "BLINDSPOTS": None})
    assert {"outlet", "place", "blindspot"} == {one.kind for one in Belonging(SLUGS).of(story)}
    assert () == off.of(story)


def test_an_outlets_page_tells_how_pages_rate_it_and_when() -> None:
    def story(number: int, days: int, bias: str | None) -> Any:
        date = DAY - datetime.timedelta(days=days)
        return a_story(number, date=date, coverage=(card("The Sun", bias=bias),))

    made = archive(story(1, 0, "Center"), story(2, 1, "Lean Left"), story(3, 9, "Center"), story(4, 3, None))
    pages = {page.file: page.values for page in Listings(made, SLUGS).all()}
    expected = (
        Rating("Center", 2, DAY - datetime.timedelta(days=9), DAY),
        Rating("Lean Left", 1, DAY - datetime.timedelta(days=1), DAY - datetime.timedelta(days=1)),
    )
    assert expected == pages["outlets/the-sun/index.html"]["ratings"]
    assert 0 == pages["outlets/the-sun/index.html"]["firsts"]
    assert 4 == pages["outlets/cnn/index.html"]["firsts"]


def test_corrections_stand_newest_first() -> None:
    def corrected(number: int, *days: int) -> Any:
        return a_story(
            number, corrections=tuple(Correction(datetime.date(2026, 6, day), f"{number}/{day}") for day in days)
        )

    pages = {page.file: page.values for page in Listings(archive(corrected(1, 5, 9), corrected(2, 7)), SLUGS).all()}
    assert ["1/9", "2/7", "1/5"] == [one.text for one in pages["corrections/index.html"]["corrections"]]


@pytest.mark.parametrize(
    "rule", [True, 10, {"most": 10}, {"most": 40, "least": 33}, {"most": -1, "least": 33}, {"most": "x", "least": 33}]
)
def test_a_rule_of_blindspots_that_is_none_is_told(rule: object) -> None:
    (problem,) = settings_checks.check({"BLINDSPOTS": rule, "OUTPUT_PATH": "o", "PATH": "c", "THEME": "t"})
    assert problem.startswith("BLINDSPOTS is ")


def test_no_rule_is_none() -> None:
    assert [] == settings_checks.check({"BLINDSPOTS": None, "OUTPUT_PATH": "o", "PATH": "c", "THEME": "t"})
    assert Belonging({"BLINDSPOTS": None}).rule is None
