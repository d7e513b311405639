"""What an editor's outlet table can say, where it is shown, and what is told where it is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing import settings_checks
from briefing.leaning import Segment
from briefing.post import PostError
from briefing.story import Card, Lines, Sides
from edition import outlet_table
from edition.archive import ArchiveInMemory, Entry
from edition.belonging import Belonging
from edition.by_table import count
from edition.listings import Listings
from edition.outlet_rows import OutletRow, Rating
from edition.outlet_table import OutletTable
from edition.row import make_row
from tests.edition.making import a_story, read
from tests.edition.project import ROOT, Project
from tests.edition.test_belonging import SLUGS

LEANING = '{value = "Center", by = "Ratings", link = "https://ratings.example/"}'
CNN = f"""
[[outlet]]
name = "CNN"
other_names = ["cnn.com", "Cable News Network"]
country = "United States"
home = "https://cnn.example/"
leaning = {LEANING}
"""


def settings(folder: Path, text: str | bytes) -> dict[str, Any]:
    path = folder / "outlets.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return {**SLUGS, "OUTLETS_PATH": str(path)}


def table(folder: Path, text: str) -> OutletTable:
    return outlet_table.read(settings(folder, text))


def problems(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(PostError) as told:
        outlet_table.read(settings(folder, text))
    return list(told.value.problems)


def cards(*outlets: str | None) -> tuple[Card, ...]:
    return tuple(Card("A headline", outlet, lines=Lines(21, 29)) for outlet in outlets)


def test_a_row_is_found_by_any_of_its_names_in_any_style(tmp_path: Path) -> None:
    rating = Rating("Center", "Ratings", "https://ratings.example/")
    row = OutletRow("CNN", ("cnn.com", "Cable News Network"), "United States", "https://cnn.example/", leaning=rating)
    found = table(tmp_path, CNN)
    assert [row] * 4 == [found.of(name) for name in ("CNN", "cnn.com", "cable news network", "Cnn")]
    assert found.of("Fox") is None


def test_without_a_file_or_with_an_empty_one_there_are_no_rows(tmp_path: Path) -> None:
    assert not outlet_table.read({})
    assert not outlet_table.read({"OUTLETS_PATH": str(tmp_path / "none.toml")})
    assert not table(tmp_path, "# nothing yet\n")


def test_the_names_that_rows_join_are_told_whatever_the_order_of_the_rows(tmp_path: Path) -> None:
    other = '[[outlet]]\nname = "BBC"\nother_names = ["bbc.example"]\n'
    expected = [["BBC", "bbc.example"], ["CNN", "cnn.com", "Cable News Network"]]
    for text in (f"{CNN}{other}", f"{other}{CNN}", f'{other}{CNN}[[outlet]]\nname = "A"\n'):
        assert expected == table(tmp_path, text).joined()


def test_the_table_of_the_samples_can_be_read() -> None:
    assert outlet_table.read({**SLUGS, "OUTLETS_PATH": str(ROOT / "content/outlets.toml")})


A = '[[outlet]]\nname = "A"\n'
WRONG = [
    (f"{A}leening = 1", "line 3: expected one of name, other_names, *(did you mean leaning?), found “leening”"),
    ("[[outlets]]", "line 1: expected tables that begin with [[outlet]] (did you mean outlet?), found “outlets”"),
    (f'{A}\n[[outlet]]\ncountry = "B"', "line 4: expected a name = *in this [[outlet]]"),
    (
        f'{A}leaning = {{value = "Lean Let", by = "B", link = "https://c.example"}}',
        "line 3: expected leaning: one of Far Left, *(did you mean Lean Left?), found “Lean Let”",
    ),
    (f'{A}leaning = "Left"', "line 3: expected leaning: {value = *, found “Left”"),
    (
        f'{A}[outlet.ownership]\nvalue = "B"\nby = "C"\nlink = "c.example"',
        "line 6: expected link: an address that begins with https:// or http://, found “c.example”",
    ),
    (f'{A}ownership = {{value = "B", by = "C"}}', "line 3: expected ownership: also link*"),
    (
        f'{A}factuality = {{value = "B", by = 1, link = "https://c.example"}}',
        "line 3: expected by: a text in quotes, found “1”",
    ),
    (
        f'{A}factuality = {{value = "B", by = "C", link = "https://c.example", who = "D"}}',
        "line 3: expected factuality: one of value, by, link, found “who”",
    ),
    ('[[outlet]]\nname = """\nA\n"""\nhome = "javascript:alert(1)"', "line 5: expected home: an address*"),
    (
        '[[outlet]]\nother_names = [\n  "B", # [[outlet]]\n  1,\n]\nname = "A"',
        "line 2: expected other_names: a list of texts*",
    ),
    ("[[outlet]]\nname = 5", "line 2: expected name: a text in quotes, found “5”"),
    ('outlet = "CNN"', "line 1: expected tables that begin with a line [[outlet]], found “CNN”"),
    ('[[outlet]]\nname = "!"', "line 2: expected a name that has a letter or a digit, found “!”"),
    (
        f'{A}[[outlet]]\nname = "CNN"\nother_names = ["a"]',
        "line 5: expected a name that no other outlet has, as the one in line 2, found “a”",
    ),
    (
        f'{A}[[outlet]]\nname = "Á"',
        "line 4: expected a name that no other outlet has, as the one in line 2, found “Á”",
    ),
    (f"{A}country\n", "line 3: expected TOML (Expected '=' after a key *, column 8), found “country”"),
    (f'{A}home = """x', "line 3: expected TOML (*"),
    (b'[[outlet]]\nname = "\xff"', "line 2: expected text in UTF-8"),
]


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str | bytes, problem: str) -> None:
    first, _, last = problem.partition("*")
    (told,) = problems(tmp_path, text)
    assert told.startswith(f"outlets.toml, {first}")
    assert told.endswith(last)


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = '[[outlet]]\nname = "A"\nhome = "a"\n\n[[outlet]]\nname = "a"\ncountri = "B"\n'
    assert [3, 6, 7] == [int(one.split("line ")[1].split(":")[0]) for one in problems(tmp_path, text)]


def test_names_that_a_row_joins_have_one_page_with_the_rows_name(tmp_path: Path) -> None:
    chosen = settings(tmp_path, CNN)
    belonging = Belonging(chosen)
    several = [a_story(1, coverage=cards("cnn.com")), a_story(2, coverage=cards("Cable News Network", "The Sun"))]
    archive = ArchiveInMemory(Entry(make_row(story, f"{story.slug}/"), belonging.of(story)) for story in several)
    pages = {page.file: page.values for page in Listings(archive, chosen).all()}
    assert ["CNN", "The Sun"] == [term.name for term in pages["outlets/index.html"]["outlets"]]
    assert 2 == pages["outlets/cnn/index.html"]["outlet"].count
    assert "United States" == pages["outlets/cnn/index.html"]["row"].country
    assert pages["outlets/the-sun/index.html"]["row"] is None


def test_articles_that_a_page_lists_are_counted_by_the_table(tmp_path: Path) -> None:
    text = (
        f'{CNN}\n[[outlet]]\nname = "B"\nleaning = {LEANING.replace("Center", "Lean Left")}\n[[outlet]]\nname = "C"\n'
    )
    found = count(a_story(coverage=cards("CNN", "cnn.com", "B", "C", "D", "E", None, "CNN")), table(tmp_path, text))
    assert found is not None
    assert (8, Sides(1, 3, 0), 1, 2, 1) == (found.articles, found.counts, found.unrated, found.missing, found.unnamed)
    assert ["CNN", "B"] == [row.name for row in found.outlets]
    assert (Segment("left", 0.0, 12.5), Segment("center", 12.5, 37.5), Segment(None, 50.0, 50.0)) == found.bar


@pytest.mark.parametrize("outlets", [(), ("D",), ("C",), (None,)])
def test_where_the_table_rates_none_of_the_outlets_nothing_is_counted(
    tmp_path: Path, outlets: tuple[str | None, ...]
) -> None:
    text = f'{CNN}\n[[outlet]]\nname = "C"\n'
    assert count(a_story(coverage=cards(*outlets)), table(tmp_path, text)) is None


def test_the_site_shows_the_table_beside_what_the_page_says_and_in_no_feed_or_data(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("content/outlets.toml", CNN.replace('by = "Ratings"', 'by = "A & B"'))
    project.add(a_story(coverage=cards("cnn.com", "The Sun"), bias=Sides(read(60, 34), read(40, 35), read(0, 36))))
    project.build()
    story, outlet = project.text("2026/06/02/story-1/index.html"), project.text("outlets/cnn/index.html")
    assert "the 2 articles listed above" in story
    assert "Center 1" in story
    assert "1 by an outlet that it does not have" in story
    for page in (story, outlet):
        assert "Center</" in page
        assert 'says <a href="https://ratings.example/" rel="nofollow" dir="auto">A &amp; B</a>' in page
    assert '<span class="absent">not in the table</span>' in outlet
    others = [name for name, text in project.tree().items() if b"ratings.example" in text]
    assert ["2026/06/02/story-1/index.html", "outlets/cnn/index.html"] == sorted(others)


def test_a_wrong_table_stops_pelican_and_leaves_the_site(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.add(a_story())
    project.build()
    before = project.tree()
    project.write("content/outlets.toml", '[[outlet]]\nname = ""\n')
    done = project.run()
    assert 1 == done.returncode
    assert "outlets.toml, line 2: expected name: a text in quotes" in done.stderr + done.stdout
    assert before == project.tree()


def test_a_table_that_is_a_folder_is_told(tmp_path: Path) -> None:
    given = {"OUTLETS_PATH": str(tmp_path), "OUTPUT_PATH": "o", "PATH": "c", "THEME": "t"}
    assert [f"OUTLETS_PATH is {str(tmp_path)!r}, but must be the path of a file, or None."] == (
        settings_checks.check(given)
    )
