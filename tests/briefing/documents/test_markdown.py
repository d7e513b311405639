"""Markdown's dressing is taken off a line, and nothing of its words."""

from __future__ import annotations

import pytest

from briefing.documents.lines import number_lines
from briefing.documents.markdown import Link, Undressed, is_markdown, undress, words_of
from briefing.documents.wrapping import is_wrapped, unwrap


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# A headline", Undressed("A headline", heading=1)),
        ("#### A headline ##", Undressed("A headline", heading=4)),
        ("- ### A headline", Undressed("A headline", heading=3)),
        ("* A point", Undressed("A point", "*")),
        ("> - **Left**", Undressed("Left", "-")),
        ("\\- 5 degrees", Undressed("- 5 degrees")),
        ("It was 5 \\* 3\\.", Undressed("It was 5 * 3.")),
        ("It was 5 * 3 * 2.", Undressed("It was 5 * 3 * 2.")),
        ("**a *b* c** ~~d~~ __e__ _f_ g_h_i", Undressed("a b c d e f g_h_i")),
        ("said \\`a b c\\` and `d e f`", Undressed("said `a b c` and `d e f`")),
        ("A &amp; B<br>C", Undressed("A & B C")),
        ("[A \\[video\\]](https://a.example/b_(c))", Undressed("A [video]", links=(Link("A [video]", "https://a.example/b_(c)"),))),
        ('[A](<https://a.example/> "B"){.c #d}', Undressed("A", links=(Link("A", "https://a.example/"),))),
        ("[![A](a.png)A](/a) [B](/b)", Undressed("A B", links=(Link("A", "/a"), Link("B", "/b")))),
        ("[A][1] and [B]{.b}", Undressed("A and B", links=(Link("A", ""), Link("B", "")))),
        ("[A](https://a.example/\\_b)", Undressed("A", links=(Link("A", ""),))),
        ("<https://a.example/>", Undressed("https://a.example/")),
        ("![A](a.png)", Undressed("")),
        ("---", Undressed("")),
        ("* * *", Undressed("")),
        ("=====", Undressed("")),
        ("::: {.a}", Undressed("")),
        ("[1]: https://a.example/", Undressed("")),
        ("[", Undressed("")),
        ("](https://a.example/)", Undressed("")),
        ("a [b] c [^1]", Undressed("a [b] c [^1]")),
        ("#1 of all", Undressed("#1 of all")),
    ],
)  # fmt: skip
def test_a_line_is_undressed(line: str, expected: Undressed) -> None:
    assert expected == undress(line)
    assert expected.text == words_of(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A headline", True),
        ("Text\n\n### “A headline”", True),
        ("Text with [a link](https://a.example/).", True),
        ("[A topic](/interest/a)", True),
        ("---\ntitle: A\n---\nText", True),
        ("**A**\n**B**\n* **C**", True),
        ("[1]: https://a.example/", True),
        ("Text", False),
        ("- A point\n* Another\n• One more", False),
        ("*Text* with **signs** and [brackets](of an aside)", False),
        ("# 1 in the charts\n#hashtag\n**Update** text", False),
        ("---\nText", False),
        ("", False),
    ],
)
def test_markdown_is_known_by_what_only_it_has(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == is_markdown(number_lines(text))


@pytest.mark.parametrize(
    "piece", ["[", "![", "[a](", "\\", "*a", "**", "_a ", "<a", "](", "~~a", ">", "# ", "&am", "{", "[][", "- "]
)
def test_a_long_line_is_undressed_in_about_as_much_time_as_it_is_long(piece: str) -> None:
    (line,) = number_lines("x " + (piece * 50_000)[:100_000])
    assert words_of(line.text).startswith("x")
    assert is_markdown([line]) in {True, False}


WRAPPED = """The town of Aldersea has waited for a ship since the storm of 2017, and
got three of them on one day.
- The harbour opened on Tuesday, June 2, 2026, nine years after a storm
had filled it with sand.
- The mayor said that the sea was theirs again, and rang the bell of the
old light.
Short lines
stand by themselves"""


def test_lines_that_a_program_broke_are_joined() -> None:
    lines = number_lines(WRAPPED)
    assert is_wrapped(lines)
    assert [(1, 2), (3, 2), (5, 2), (7, 0), (8, 0)] == [(line.number, len(broken)) for line, broken in unwrap(lines)]
    joined, broken = next(unwrap(lines))
    assert " ".join(broken) == joined.text


@pytest.mark.parametrize("other", ["A line that is much longer than what any program would have left of it " * 2, ""])
def test_a_document_with_a_long_line_or_few_full_ones_is_not_broken(other: str) -> None:
    text = f"{WRAPPED}\n{other}" if other else "\n".join(WRAPPED.split("\n")[:2])
    assert not is_wrapped(number_lines(text))
