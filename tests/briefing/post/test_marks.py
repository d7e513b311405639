"""Comments in the lines of a post, and the signs that may close a heading."""

from __future__ import annotations

import pytest

from briefing.post import PostError, read
from briefing.post.marks import cells_of, heading_of, take_marks

POST = "---\ntitle: A title\ndate: 2026-06-02\n---\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a text ", ("a text", None, [])),
        ("a text <!-- 12 -->", ("a text", "12", [])),
        ("a text <!-- 21-29 outlet -->", ("a text", "21-29 outlet", [])),
        ("a text <!-- 12 --> goes on", ("a text goes on", "12", [])),
        ("1 < 2 <!-- 12 -->", ("1 < 2", "12", [])),
        ("a <!-- note --> text <!-- 12 --> <!-- --> <!-- 13 -->", ("a text", "12", ["<!-- note -->", "<!-- 13 -->"])),
        ("a text <!-- <!-- 12 -->", ("a text", None, ["<!-- <!-- 12 -->"])),
        ("a text <!-- 12", ("a text <!-- 12", None, [])),
    ],
)
def test_the_first_comment_with_lines_is_the_mark(text: str, expected: tuple[str, str | None, list[str]]) -> None:
    assert expected == take_marks(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In short", "In short"),
        ("In short \t", "In short"),
        ("In short ## ", "In short"),
        ("In short # ##", "In short #"),
        ("C#", "C#"),
        ("##", "##"),
    ],
)
def test_signs_after_a_space_close_a_heading(text: str, expected: str) -> None:
    assert expected == heading_of(text)


@pytest.mark.parametrize(
    ("row", "expected"),
    [("| a | b |", "a | b"), ("| a | b", "a | b"), (r"| a | b \|", r"a | b \|"), ("|", ""), ("||", "")],
)
def test_the_outer_bars_of_a_row_are_no_part_of_its_cells(row: str, expected: str) -> None:
    assert expected == cells_of(row)


@pytest.mark.parametrize(
    "line", ["<!-- a -->", "`<!--`", "<!`a`-- b", "a <!-- b --> c <!-- d -->", "<!-- `a` -->", "<!-- <!-- a -->"]
)
def test_a_line_may_hold_comments_that_end(line: str) -> None:
    assert line == "\n".join(addition.markdown for addition in read(POST.format(line), "post.md").additions)


@pytest.mark.parametrize("line", ["<!-- a", "<!-->", "a <!-- b --> <!-- c", "<!<!-- a -->-- b", "`a <!--"])
def test_a_comment_that_is_not_ended_is_told(line: str) -> None:
    with pytest.raises(PostError, match="that ends the comment begun here"):
        read(POST.format(line), "post.md")
