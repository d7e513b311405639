"""Where social images stand, which stories have one, and in what words they tell how outlets lean."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.story import Sides
from briefing.texts import Texts
from briefing.workers import Crew
from edition.images.picture import Wanted, beside
from edition.images.store import DrawingError, Store
from edition.images.words import in_words
from tests.edition.making import a_row

ROOT = Path(__file__).parents[3]


def _texts(language: str = "en") -> Texts:
    return Texts.chosen({"THEME": str(ROOT / "theme"), "DEFAULT_LANG": language})


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("2026/06/02/slug/", "2026/06/02/slug/social.png"),
        ("stories/slug.html", "stories/slug.png"),
        ("stories/slug", "stories/slug.png"),
        ("", ""),
        ("../slug/", ""),
        ("/slug/", ""),
        ("slug/?story=1", ""),
    ],
)
def test_it_stands_beside_the_page(url: str, path: str) -> None:
    assert path == beside(url)


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ((None, 57, None), "Center 57%; left and right not stated"),
        ((45, None, 30), "Left 45%, Right 30%; center not stated"),
        ((0, 20, 80), "Left 0%, Center 20%, Right 80%"),
        ((None, None, None), "Leanings not stated"),
    ],
)
def test_the_words_are_those_of_listings(shares: tuple[Any, Any, Any], words: str) -> None:
    assert words == in_words(replace(a_row(), bias=Sides(*shares)), _texts())


def test_the_words_are_in_the_sites_language() -> None:
    row = replace(a_row(), bias=Sides(None, 57, None))
    assert "Mitte 57\xa0%; links und rechts nicht angegeben" == in_words(row, _texts("de"))


def test_an_article_counts_no_outlets() -> None:
    assert "" == in_words(replace(a_row(), bias=Sides(None, None, None), is_article=True), _texts())


def _wanted(tmp_path: Path, *titles: str, **settings: Any) -> tuple[Wanted, Store]:
    settings |= {"CACHE_PATH": str(tmp_path / ".cache"), "THEME": str(ROOT / "theme"), "SITENAME": "A"}
    rows = [replace(a_row(number), title=title) for number, title in enumerate(titles)]
    return Wanted.of(rows, settings), Store(settings)


def _draw(wanted: Wanted, store: Store, jobs: int = 1) -> int:
    with Crew(jobs) as crew:
        return len(list(store.draw(wanted.look, store.missing(wanted.pictures), crew)))


def test_a_story_without_headline_has_none_and_equal_ones_are_drawn_once(tmp_path: Path) -> None:
    wanted, store = _wanted(tmp_path, "One", "", "One", "Two")
    assert 3 == len(wanted.keys)
    assert 2 == _draw(wanted, store)
    assert 0 == _draw(wanted, store)


def test_an_interrupted_one_keeps_what_is_drawn_and_goes_on(tmp_path: Path) -> None:
    wanted, store = _wanted(tmp_path, "One", "Two", "Three")
    next(store.draw(wanted.look, store.missing(wanted.pictures), Crew()))
    assert 2 == _draw(wanted, store)


def test_what_is_not_wanted_any_more_is_deleted_and_what_another_just_writes_is_not(tmp_path: Path) -> None:
    wanted, store = _wanted(tmp_path, "One", "Two")
    _draw(wanted, store)
    (folder, *_) = (tmp_path / ".cache" / "images").iterdir()
    (folder / ".half.new").touch()
    fewer, _ = _wanted(tmp_path, "Two")
    store.keep_only(fewer.pictures)
    assert {} == store.missing(fewer.pictures)
    assert 1 == len(store.missing(wanted.pictures))
    assert (folder / ".half.new").exists()


def test_one_that_another_build_deleted_is_drawn_where_it_is_wanted(tmp_path: Path) -> None:
    wanted, store = _wanted(tmp_path, "One")
    (path,) = wanted.keys
    store.write(wanted, path, tmp_path / "drawn" / "a.png")
    _draw(wanted, store)
    store.write(wanted, path, tmp_path / "copied.png")
    assert (tmp_path / "copied.png").read_bytes() == (tmp_path / "drawn" / "a.png").read_bytes()


def test_many_workers_draw_the_same_bytes_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.workers.WORTH_A_PROCESS", 2)
    found = []
    for jobs in (1, 2):
        wanted, store = _wanted(tmp_path / str(jobs), *(f"Story {number}" for number in range(5)))
        assert 5 == _draw(wanted, store, jobs)
        cache = tmp_path / str(jobs) / ".cache"
        found.append({path.relative_to(cache): path.read_bytes() for path in cache.rglob("*.png")})
    assert found[0] == found[1]


def test_what_cannot_be_read_as_a_font_is_told_with_the_setting(tmp_path: Path) -> None:
    font = tmp_path / "cut.otf"
    font.write_bytes(b"OTTO")
    wanted, store = _wanted(tmp_path, "One", STORY_IMAGES_FONT=str(font))
    with pytest.raises(DrawingError, match=r"STORY_IMAGES_FONT, .*cut\.otf"):
        _draw(wanted, store)
