"""What an editor can say of an edition, and what is told where it is wrong."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from briefing.post import PostError
from edition.editions import Editions, read
from edition.front import make_front
from edition.listings import Listings
from edition.periods import Calendar
from tests.edition.making import DAY, a_row, an_id, archive_of
from tests.edition.making import read as counted

NAME = "2026-06-02.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "editions"
    folder.mkdir()
    return folder


def write(folder: Path, text: str, name: str = NAME) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def numbers(rows: object) -> list[int]:
    return [int(row.slug.removeprefix("story-")) for row in rows]  # type: ignore[attr-defined]


STORIES = archive_of([a_row(number, articles=counted(10 - number, 19)) for number in range(1, 5)])


@pytest.mark.parametrize(
    ("front", "shown", "left"),
    [
        ("lead: story-3", [3, 1, 2, 4], []),
        ("order: story-4; story-2;", [4, 2, 1, 3], []),
        ("order: story-4, story-2", [4, 2, 1, 3], []),
        ("lead: story-2\norder: story-4; story-2;", [2, 4, 1, 3], []),
        (f"lead: {an_id(4)}\nleave_out: story-1", [4, 2, 3], [1]),
        ("leave_out: story-1; story-2; story-3; story-4;", [1, 2, 3, 4], []),
        ("", [1, 2, 3, 4], []),
    ],
)
def test_an_editor_chooses_the_lead_the_order_and_what_is_left_out(
    folder: Path, front: str, shown: list[int], left: list[int]
) -> None:
    write(folder, f"---\n{front}\n---\n")
    day = Calendar(STORIES, Editions(folder)).day(DAY)
    assert (shown, left, 4) == (numbers(day.rows), numbers(day.further), day.count)


def test_the_introduction_is_markdown_and_stands_on_the_day_and_the_front_page(folder: Path) -> None:
    write(folder, "Two strikes and a *flood*.\n")
    made = {page.file: page.values for page in Listings(STORIES, {"EDITIONS_PATH": str(folder)}).all()}
    expected = "<p>Two strikes and a <em>flood</em>.</p>"
    assert expected == made["2026/06/02/index.html"]["day"].intro
    assert expected == made["index.html"]["edition"].intro


def test_the_front_page_has_the_editors_lead_and_cuts_the_edition_before_in_the_editors_order(folder: Path) -> None:
    write(folder, "---\norder: story-4; story-3;\n---\n")
    archive = archive_of([*STORIES.newest(), a_row(9, date=DAY + datetime.timedelta(days=1))])
    front = make_front(archive, Calendar(archive, Editions(folder)), 2)
    assert front.earlier
    assert [4, 3] == numbers(front.earlier.rows)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "---\nlead: story-33\n---\n",
            "line 2: expected the slug or id of a story of 2026-06-02 (did you mean “story-3”?)",
        ),
        ("---\nlead: story-1\nleave_out: story-1\n---\n", "line 2: expected a story that is not left out too"),
        (
            "---\nled: story-1\n---\n",
            "line 2: expected one of lead, order, leave_out (did you mean lead?), found “led”",
        ),
        ("---\nlead: story-1; story-2;\n---\n", "line 2: expected lead: one story"),
        ("---\nlead: story-1\n", "line 3: expected a line “---” that ends the front matter"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(folder: Path, text: str, problem: str) -> None:
    write(folder, text)
    (told,) = Editions(folder).check(STORIES, [NAME]).problems
    assert told.startswith(f"editions/{NAME}, {problem}")


def test_a_name_that_is_no_day_is_told(folder: Path) -> None:
    path = write(folder, "Hello", "june-2.md")
    with pytest.raises(PostError, match="expected a name that is a day, such as 2026-06-02"):
        read(path)
    assert ["editions/june-2.md: expected a name that is a day, such as 2026-06-02.md"] == (
        Editions(folder).check(STORIES, ["june-2.md"]).problems
    )


def test_a_day_without_stories_is_warned_of_and_stops_nothing(folder: Path) -> None:
    write(folder, "---\nlead: story-1\n---\n", "2026-07-01.md")
    checked = Editions(folder).check(STORIES, ["2026-07-01.md"])
    assert [] == checked.problems
    assert {"2026-07-01.md": "editions/2026-07-01.md: there is no story of 2026-07-01 yet"} == checked.warnings


def test_without_a_folder_there_are_none() -> None:
    editions = Editions(None)
    assert (None, []) == (editions.of(DAY), editions.names())
