"""The articles that a page lists: what is a card's own, and where one ends and the next begins."""

# ruff: noqa: RUF001 - the characters that pages use

from __future__ import annotations

from typing import Any

import pytest

from briefing.story import Card, Lines
from tests.briefing.kinds.making import CARD, cards_of, document, page, parsed

FIRST = 6  # the line of a page's first card


def card(first: int, last: int, **values: Any) -> Card:
    return Card(**values, lines=Lines(first + FIRST - 1, last + FIRST - 1))


WHOLE = {
    "outlet": "Aldersea Mercury",
    "reposts": 11,
    "bias": "Center",
    "headline": "Ships are back",
    "excerpt": "The first came at dawn.",
    "place": "Aldersea, Wendmark",
}


def test_a_whole_card_has_all_its_parts() -> None:
    assert [card(1, 6, **WHOLE)] == cards_of(*CARD)


@pytest.mark.parametrize(("at", "lost"), list(enumerate(WHOLE)))
def test_a_card_may_lose_any_of_its_parts(at: int, lost: str) -> None:
    (found,) = cards_of(*CARD[:at], *CARD[at + 1 :])
    assert {name: value for name, value in WHOLE.items() if name != lost} == said(found)


def said(found: Card) -> dict[str, object]:
    return {name: value for name in WHOLE if (value := getattr(found, name)) is not None}


def test_a_card_needs_no_label_at_its_end() -> None:
    assert [card(1, 6, **WHOLE), card(7, 12, **WHOLE)] == cards_of(*CARD[:-1], *CARD[:-1])


def test_a_label_at_the_end_may_be_glued_to_the_next_card() -> None:
    found = cards_of(
        "Ships are back", "·Aldersea", "Read Full ArticleBread is back", "·Brinmouth", "Read Full ArticleX"
    )
    assert ["Ships are back", "Bread is back"] == [each.headline for each in found]


def test_read_full_articles_is_no_label() -> None:
    (found,) = cards_of(*CARD[:3], "Read Full Articles, not headlines", *CARD[4:])
    assert "Read Full Articles, not headlines" == found.headline


@pytest.mark.parametrize("bias", ["Far Left", "Left", "Lean Left", "Center", "Lean Right", "Right", "Far Right"])
def test_a_card_may_begin_with_its_label_which_is_no_outlet(bias: str) -> None:
    expected = card(1, 4, bias=bias, headline="Ships are back", excerpt="They came at dawn.", place="Aldersea")
    assert [expected] == cards_of(bias, "Ships are back", "They came at dawn.", "·Aldersea", "Read Full Article")


def test_an_unrated_card_has_no_label() -> None:
    expected = card(1, 2, outlet="Wend Life", headline="Ships are back")
    assert [expected] == cards_of("Wend LifeWend Life", "Ships are back", "Read Full Article")


def test_a_headline_of_a_labels_words_stands_below_the_label() -> None:
    expected = card(
        1, 5, outlet="Wend Life", bias="Center", headline="Left", excerpt="He went at dawn.", place="Aldersea"
    )
    assert [expected] == cards_of("Wend LifeWend Life", "Center", "Left", "He went at dawn.", "·Aldersea")


def test_an_outlets_name_may_be_printed_once_above_its_label() -> None:
    assert [card(1, 3, outlet="Wend Life", bias="Center", headline="Ships are back")] == cards_of(
        "Wend Life", "Center", "Ships are back", "Read Full Article"
    )


@pytest.mark.parametrize("above", ["The first ship came at dawn.", "The first ship…", "x" * 61])
def test_a_text_above_a_label_is_another_cards_and_no_outlet(above: str) -> None:
    assert [None] == [found.outlet for found in cards_of(above, "Center", "Ships are back", "Read Full Article")]


def test_a_text_above_reposts_is_another_cards_and_no_outlet() -> None:
    found = cards_of("What the lamp cost", "+2 Reposted by 2 other sources", "Ships are back", "·Aldersea")
    assert [(None, "Ships are back", 2)] == [(each.outlet, each.headline, each.reposts) for each in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("+11 Reposted by 11 other sources", 11),
        ("Reposted by 1 other source", 1),
        ("+1,100 Reposted by 1,100 other sources", 1100),
        ("Reposted by many other sources", None),
    ],
)
def test_reposts_are_the_printed_number(line: str, expected: int | None) -> None:
    (found,) = cards_of(CARD[0], line, *CARD[2:])
    assert expected == found.reposts


def test_reposts_may_be_named() -> None:
    (found,) = cards_of(CARD[0], "Reposted by", "Wend LifeWend Life", "Échos d’OrnayÉchos d’Ornay", *CARD[2:])
    assert (("Wend Life", "Échos d’Ornay"), None) == (found.reposted_by, found.reposts)
    assert "Ships are back" == found.headline


def test_names_printed_once_are_no_headline() -> None:
    (found,) = cards_of("Reposted by", "Wend Life", "The Harrow Post", "Ships are back", "They came.", "·Aldersea")
    assert (("Wend Life",), "Ships are back", "They came.") == (found.reposted_by, found.headline, found.excerpt)


def test_a_text_is_no_name_of_a_reposter() -> None:
    (found,) = cards_of("Reposted by", "They came at dawn, all forty of them.", "·Aldersea")
    assert ((), "They came at dawn, all forty of them.") == (found.reposted_by, found.excerpt)


@pytest.mark.parametrize(
    ("text", "excerpt", "cut"),
    [
        ("It came at dawn and the band pl…", "It came at dawn and the band pl", True),
        ("It came at dawn and the band pl...", "It came at dawn and the band pl", True),
        ("It came at dawn …", "It came at dawn", True),
        ("It came… at dawn.", "It came… at dawn.", False),
        ("It came at dawn.", "It came at dawn.", False),
        ("…", None, False),
    ],
)
def test_a_cut_excerpt_is_marked_and_loses_its_ellipsis(text: str, excerpt: str | None, cut: bool) -> None:  # noqa: FBT001
    (found,) = cards_of(*CARD[:4], text, *CARD[5:])
    assert (excerpt, cut) == (found.excerpt, found.excerpt_cut)


@pytest.mark.parametrize(
    ("text", "headline", "excerpt"),
    [
        ("Ships are back", "Ships are back", None),
        ("Ships are back.", None, "Ships are back."),
        ("Ships are ba...", None, "Ships are ba"),
        ("He said “ships are back.”", None, "He said “ships are back.”"),
        ("MIDDLE EAST", "MIDDLE EAST", None),
        ("long " * 50 + "text", None, "long " * 50 + "text"),
    ],
)
def test_a_single_text_is_a_headline_unless_it_ends_as_texts_do(
    text: str, headline: str | None, excerpt: str | None
) -> None:
    (found,) = cards_of(CARD[0], text, "Read Full Article")
    assert (headline, excerpt) == (found.headline, found.excerpt)


def test_a_text_printed_twice_is_one() -> None:
    (found,) = cards_of("Ships are back.", "Ships are back.", "·Aldersea")
    assert (None, "Ships are back.") == (found.headline, found.excerpt)


def test_texts_that_nothing_sets_apart_are_no_cards() -> None:
    assert [] == cards_of("Ships are back", "They came at dawn.", "Bread is back", "It came at noon.")


def test_texts_nearest_to_a_place_are_those_of_its_card() -> None:
    (found,) = cards_of("A text of another article.", "Ships are back", "They came at dawn.", "·Aldersea")
    assert ("Ships are back", "They came at dawn.", Lines(6, 9)) == (found.headline, found.excerpt, found.lines)


def test_the_cut_text_of_another_article_is_no_headline() -> None:
    (found,) = cards_of("A text of another arti…", "They came at dawn.", "·Aldersea")
    assert (None, "They came at dawn.") == (found.headline, found.excerpt)


def test_a_text_with_a_sign_in_front_keeps_the_sign() -> None:
    (found,) = cards_of(*CARD[:3], "- 5 degrees: a cold spring", *CARD[4:])
    assert "- 5 degrees: a cold spring" == found.headline


@pytest.mark.parametrize("place", ["·Toronto, Canada", "· United States", "·Türkiye"])
def test_a_place_has_a_dot_before_it(place: str) -> None:
    (found,) = cards_of("Ships are back", place)
    assert place.removeprefix("·").strip() == found.place


def test_advertisements_among_cards_are_none() -> None:
    advertisement = (
        "Think freely.Subscribe and get full access to Ground NewsSubscriptions start at $9.99/yearSubscribe"
    )
    assert [WHOLE, WHOLE] == [said(found) for found in cards_of(*CARD, advertisement, *CARD, "Info Icon")]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (["Aldersea MercuryAldersea Merc"], []),
        ([CARD[0]], [{"outlet": "Aldersea Mercury"}]),
        ([CARD[0], "+1"], [{"outlet": "Aldersea Mercury"}]),
        ([CARD[0], "Cent"], [{"outlet": "Aldersea Mercury"}]),
        ([*CARD[:3], "Ships are ba"], [{"outlet": "Aldersea Mercury", "reposts": 11, "bias": "Center"}]),
        (["Reposted by", "Wend Li"], []),
        (["Ships are back", "·Alder"], []),
        ([*CARD[:5], "·Alder"], [{name: value for name, value in WHOLE.items() if name != "place"}]),
    ],
)
def test_what_the_documents_end_may_have_cut_is_absent(shown: list[str], expected: list[dict[str, object]]) -> None:
    facts = parsed(page(cards=shown, below=()))
    assert expected == [said(found) for found in facts.coverage]
    assert all(found.reposted_by == () for found in facts.coverage)


def test_an_excerpt_that_the_documents_end_cut_is_kept_as_cut() -> None:
    (found,) = parsed(page(cards=[*CARD[:4], "The first came at da"], below=())).coverage
    assert ("The first came at da", True) == (found.excerpt, found.excerpt_cut)


def test_a_page_that_begins_with_cards_has_no_headline_of_theirs() -> None:
    facts = parsed(document("\n".join([*CARD, "Bias Distribution"])))
    assert ("", WHOLE) == (facts.title.text, said(facts.coverage[0]))


@pytest.mark.parametrize(
    "buttons",
    [
        ("Factuality", "Ownership"),
        ("FactualityOwnership",),
        ("High Factuality", "Media Conglomerate"),
        ("5 hours ago",),
    ],
)
def test_the_buttons_of_a_card_are_no_text_of_it(buttons: tuple[str, ...]) -> None:
    (found,) = cards_of(*CARD[:3], *buttons, *CARD[3:])
    assert WHOLE == said(found)


def test_a_label_may_be_glued_to_the_buttons() -> None:
    (found,) = cards_of(*CARD[:2], "CenterFactualityOwnership", *CARD[3:])
    assert WHOLE == said(found)


def test_a_list_of_reposters_is_no_list_of_articles() -> None:
    names = ("The Harrow Post", "Lean Left", "View article", "Wend LifeWend Life", "View article")
    (found,) = cards_of(CARD[0], *names, *CARD[1:])
    assert (("The Harrow Post", "Wend Life"), WHOLE) == (found.reposted_by, said(found))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("5 hours ago·Aldersea, Wendmark", "Aldersea, Wendmark"),
        ("a day ago · Türkiye", "Türkiye"),
        ("Â·Aldersea", "Aldersea"),
        ("·5 hours ago", None),
    ],
)
def test_the_place_may_stand_behind_the_time(line: str, place: str | None) -> None:
    (found,) = cards_of(*CARD[:5], line, "Read Full Article")
    assert (place, "Ships are back") == (found.place, found.headline)
