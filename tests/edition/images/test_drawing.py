"""Social images show a headline, how outlets lean and the site's name, whole or not at all."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from briefing.leaning import segments
from briefing.story import Sides
from edition.images import letters
from edition.images.drawing import draw
from edition.images.picture import SIZE, Look, Picture

LOOK = Look.of({"SITENAME": "The Briefing"})
WORDS = "Left 45%, Center 30%, Right 25%"
SHARES = segments(Sides(45, 30, 25))
ORDINARY = Picture("Harbor reopens after the storm", WORDS, SHARES)
EDGE = 60  # pixels that stay empty
MOST = 25_000  # bytes
LONG = "word " * 60
FAR = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnungsaenderung"
NOT_DRAWN = (
    "港が再び開かれる",
    "عاجل: افتتاح الميناء من جديد",
    "הנמל נפתח מחדש",
    "बंदरगाह फिर से खुला",
    "Harbor reopens 🎉",
    "Harbor\u0332 reopens",
)


def _image(picture: Picture, look: Look = LOOK) -> Image.Image:
    return Image.open(io.BytesIO(draw(look, picture)))


def _ink(picture: Picture, look: Look = LOOK) -> tuple[int, int, int, int]:
    """Return the box of all that is not paper."""
    image = _image(picture, look).convert("RGB")
    paper = Image.new("RGB", image.size, image.getpixel((0, 0)))
    box = ImageChops.difference(image, paper).getbbox()
    assert box is not None
    return box


def _headline(text: str, **changes: Any) -> Picture:
    return replace(ORDINARY, headline=text, **changes)


def test_it_has_the_size_that_pages_tell_and_is_small() -> None:
    for picture in (ORDINARY, _headline(LONG), _headline(FAR)):
        assert SIZE == _image(picture).size
        assert "P" == _image(picture).mode
        assert len(draw(LOOK, picture)) < MOST


def test_the_same_picture_is_the_same_bytes_and_another_is_not() -> None:
    assert draw(LOOK, ORDINARY) == draw(LOOK, ORDINARY)
    others = [
        (LOOK, _headline("Harbour reopens after the storm")),
        (LOOK, replace(ORDINARY, words="Links 45 %, Mitte 30 %, Rechts 25 %")),
        (LOOK, replace(ORDINARY, segments=segments(Sides(45, 31, 24)))),
        (replace(LOOK, name="Another"), ORDINARY),
        (Look.of({"SITENAME": "The Briefing", "COLORS": {"light": {"left": "#3a2b83"}}}), ORDINARY),
    ]
    for look, picture in others:
        assert draw(LOOK, ORDINARY) != draw(look, picture)
        assert LOOK.key(ORDINARY) != look.key(picture)


@pytest.mark.parametrize("headline", ["A", "Harbor reopens", LONG, LONG * 4, FAR, f"{FAR} {FAR}", "W" * 300, "…" * 9])
@pytest.mark.parametrize("shares", [(45, 30, 25), (None, None, None), (0, 1, 99)])
def test_whatever_the_headline_is_nothing_stands_in_the_margin(
    headline: str, shares: tuple[int | None, int | None, int | None]
) -> None:
    left, top, right, bottom = _ink(_headline(headline, segments=segments(Sides(*shares))))
    assert min(left, top, SIZE[0] - right) >= EDGE - 4
    assert bottom <= SIZE[1] - 40


@given(st.text(st.sampled_from("abc WÄ…-ö\xa0漢字、g"), max_size=400), st.integers(40, 1048), st.integers(30, 300))
def test_lines_are_never_wider_than_their_place_nor_more_than_it_holds(text: str, width: int, height: int) -> None:
    text = letters.plain(text)
    block = letters.fit(text, letters.BOLD, (80, 60, 40, 20), (width, height), 1.1)
    used = letters.font(letters.BOLD, block.size)
    assert len(block.lines) <= max(1, height / (block.size * 1.1))
    kerning = 0.05 * block.size  # that of the space between two words
    assert all(used.getlength(letters.shown(line)) <= width + kerning * len(line.split()) for line in block.lines)
    left = "".join(block.lines).removesuffix(letters.ELLIPSIS).replace(" ", "")
    assert text.replace(" ", "").startswith(left)


def test_what_is_too_long_is_cut_at_a_word_and_ends_in_an_ellipsis() -> None:
    block = letters.fit("One two three, four five", letters.BOLD, (40, 20), (150, 25))
    assert ("One two three…",) == block.lines
    assert block.is_cut


def test_lines_of_signs_without_spaces_end_between_them_but_not_within_brackets_and_stops() -> None:
    wide = letters.font(letters.BOLD, 20).getlength("港")
    block = letters.fit("港湾当「局」は、秋に", letters.BOLD, (20,), (int(5 * wide), 80))
    assert ("港湾当", "「局」", "は、秋に") == block.lines


def test_a_short_headline_has_greater_letters_than_a_long_one() -> None:
    sizes = (80, 60, 40)
    assert 80 == letters.fit("Harbor reopens", letters.BOLD, sizes, (1048, 287)).size
    assert 40 == letters.fit(LONG.strip(), letters.BOLD, sizes, (1048, 287)).size


def test_lines_are_about_as_long_as_each_other() -> None:
    block = letters.fit("Two words stand in the line below them", letters.BOLD, (60,), (1000, 300))
    first, second = (len(line) for line in block.lines)
    assert abs(first - second) < 8


@pytest.mark.parametrize("headline", NOT_DRAWN)
def test_a_headline_that_the_font_cannot_draw_rightly_is_left_out_whole(headline: str) -> None:
    assert not letters.can_draw(letters.plain(headline), letters.BOLD)
    assert draw(LOOK, _headline("")) == draw(LOOK, _headline(headline))


@pytest.mark.parametrize(
    "headline",
    [
        "Łódź, Ærøskøbing and Dvořák\N{RIGHT SINGLE QUOTATION MARK}s “façade”",
        "Το λιμάνι ανοίγει ξανά",  # noqa: RUF001 - Greek letters
        "Новый маяк открыт",
        "Cảng mở lại",
        "£27 \N{EN DASH} 3 \N{MULTIPLICATION SIGN} 4 €",
    ],
)
def test_letters_of_europe_and_vietnam_are_drawn(headline: str) -> None:
    assert letters.can_draw(letters.plain(headline), letters.BOLD)
    assert letters.can_draw(letters.plain(headline), letters.REGULAR)


def test_signs_that_nobody_sees_and_other_spaces_do_not_matter() -> None:
    text = " Har\u00adbor\u200b  3\u202f%\u2011a\u2003e\u0301\t"
    assert "Harbor 3\xa0%-a é" == letters.plain(text)


def test_words_that_the_font_cannot_draw_are_left_out_and_the_bar_stays() -> None:
    assert draw(LOOK, replace(ORDINARY, words="")) == draw(LOOK, replace(ORDINARY, words="يسار 45٪"))
    assert draw(LOOK, replace(ORDINARY, words="")) != draw(LOOK, replace(ORDINARY, words="", segments=()))


def test_words_that_would_have_to_be_cut_are_left_out() -> None:
    assert draw(LOOK, replace(ORDINARY, words="")) == draw(LOOK, replace(ORDINARY, words=LONG))


def test_a_name_that_the_font_cannot_draw_leaves_the_mark() -> None:
    nameless = replace(LOOK, name="")
    for picture in (ORDINARY, _headline("")):
        assert draw(nameless, picture) == draw(replace(LOOK, name="المنارة"), picture)


def test_a_long_name_is_cut() -> None:
    left, _, right, _ = _ink(ORDINARY, replace(LOOK, name=LONG))
    assert EDGE <= left <= right <= SIZE[0] - EDGE


def test_sides_are_told_by_their_hatching_not_by_their_colors_alone() -> None:
    gray = Look.of({"SITENAME": "", "COLORS": {"light": dict.fromkeys(("left", "center", "right"), "#6b6f78")}})
    shown = {draw(gray, replace(ORDINARY, words="", segments=segments(Sides(*shares)))) for shares in
             ((100, 0, 0), (0, 100, 0), (0, 0, 100), (50, None, None))}  # fmt: skip
    assert 4 == len(shown)


def test_a_bar_of_the_tiniest_shares_is_drawn() -> None:
    for shares in ((1, 98, 1), (0, 0, 1), (1, 1, 1), (99, 1, 1)):
        assert draw(LOOK, replace(ORDINARY, segments=segments(Sides(*shares))))


def test_an_editors_own_font_is_used() -> None:
    own = Look.of({"SITENAME": "The Briefing", "STORY_IMAGES_FONT": letters.REGULAR})
    assert draw(LOOK, ORDINARY) != draw(own, ORDINARY)
    assert LOOK.key(ORDINARY) != own.key(ORDINARY)
