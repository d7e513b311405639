"""Figures reach the page of the documentation, in which those of other sizes stay."""

from __future__ import annotations

from pathlib import Path

from tests.bench.report import SITES, WATCH, Part, make_part, merge, write
from tests.bench.tables import Table

TABLE = Table("Equal sites", ("what", "seconds"), (("from nothing", "1.25"), ("not measured",)))


def test_a_table_is_markdown() -> None:
    expected = """\
**Equal sites**

| what | seconds |
| :--- | ---: |
| from nothing | 1.25 |
| not measured |  |"""

    assert expected == TABLE.markdown()


def test_a_part_says_when_how_and_on_what_it_was_measured() -> None:
    part = make_part(
        SITES, 10_000, "2026-06-05", "bench --count 10000", {"Memory": "8 GB", "Python": "3.11.2"}, [TABLE]
    )

    assert [
        "## 10,000 stories",
        "Measured on 2026-06-05 with `bench --count 10000`. Memory: 8 GB; Python: 3.11.2.",
        "**Equal sites**",
    ] == part.text.split("\n\n")[:3]


def test_a_new_part_takes_the_place_of_the_old_one_and_the_others_stay() -> None:
    page = merge("", [Part(WATCH, 300, "## W"), Part(SITES, 10_000, "## B"), Part(SITES, 300, "## A\n\ntext")])
    again = merge(page, [Part(SITES, 300, "## C")])

    assert page.index("## A") < page.index("## B") < page.index("## W")
    assert page.replace("## A\n\ntext", "## C") == again
    assert again == merge(again, [])


def test_the_page_says_how_to_read_it_and_ends_with_a_line_end(tmp_path: Path) -> None:
    file = tmp_path / "benchmark.md"
    write(file, [Part(SITES, 300, "## A")])

    text = file.read_text("utf-8")
    assert text.startswith("# How fast sites are built\n")
    assert "## How to read it" in text
    assert text.endswith("<!-- sites 300 -->\n## A\n<!-- end -->\n")
