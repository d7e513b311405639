"""Whatever is wrong with a post is told with file, line and what was expected: all of it at once, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import post
from briefing.post import PostError
from tests.briefing.making import a_full_story
from tests.briefing.strategies import SPECIAL

POST = post.write(a_full_story())
NAME = "2026-06-02-harbour.md"


def problems_of(text: str) -> list[str]:
    with pytest.raises(PostError) as caught:
        post.read(text, NAME)
    assert str(caught.value) == "\n".join(caught.value.problems)
    return list(caught.value.problems)


def line_of(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if part in line)


# What stands in the post, what an editor made of it, and what is said of that line.
MISTAKES = [
    ("date: 2026-06-02", "date: 2 June 2026", "date: a day such as 2026-06-02, found “2 June 2026”"),
    ("date: 2026-06-02", "date: 2026-06-31", "date: a day such as 2026-06-02, found “2026-06-31”"),
    (
        "added: 2026-06-03T06:30:00+00:00",
        "added: yesterday",
        "added: a moment such as 2026-06-03T06:30:00+00:00, found “yesterday”",
    ),
    (
        "date_from: first_report",
        "date_from: rumour",
        "date_from: one of published, first_report, summary, conversion, editor, found “rumour”",
    ),
    (
        "slug: harbour-reopens-0b2c1f",
        "slug: ../../x",
        "slug: letters and digits, with hyphens between them, found “../../x”",
    ),
    (
        "story_id: urn:uuid:0b2c1f0e-5f5d-5c0e-8a4e-3d6f0c8f7a11",
        "story_id: 7",
        "story_id: urn:uuid: and a UUID in lower case, found “7”",
    ),
    ("title_lines: 3", "title_lines: three", "title_lines: line numbers such as 10 or 10-11, found “three”"),
    (
        "format: 1",
        "format: 2",
        "format: 1; a post of another format needs another version of this program, found “2”",
    ),
    ("lang: en", "status: withdrawn", "status: one of published, hidden, draft, skip, found “withdrawn”"),
    ("lang: en", "status draft", "“key: value” or the line “---” that ends the front matter, found “status draft”"),
    ("lang: en", "title: Another", "“title” once (it stands in line 2), found “title: Another”"),
    ("lang: en", 'lang: "en', 'a value whose double quotes are closed, found “lang: "en”'),
    ("<!-- facts -->", "<!-- fact -->", "a section's comment such as <!-- facts -->, found “<!-- fact -->”"),
    (
        "<!-- summary points -->",
        "<!-- summary point -->",
        "a section's comment such as <!-- summary points -->, found “<!-- summary point -->”",
    ),
    ("| Articles | 18[^", "| Articels | 18[^", "“| Articles | value |”, found “Articels | 18[^3]”"),
    (
        "| Articles | 18[^",
        "| Articles | eighteen[^",
        "a number such as 18, “not stated” or “locked”, with at most one footnote, found “eighteen[^3]”",
    ),
    (
        "| Left | 20%[^",
        "| Left | 120%[^",
        "a share such as 57%, “not stated” or “locked”, with at most one footnote, found “120%[^4]”",
    ),
    (
        "| First reported on | 2026-06-02[^",
        "| First reported on | Tuesday[^",
        "a day such as 2026-06-02, “not stated” or “locked”, with at most one footnote, found “Tuesday[^2]”",
    ),
    (
        "| Articles | 18[^3] |",
        "| Articles | |",
        "a number such as 18, “not stated” or “locked”, with at most one footnote, found “nothing”",
    ),
    ("| Articles | 18[^3] |", "| Articles | 18 | 19 |", "two cells, “| label | value |”, found “Articles | 18 | 19”"),
    ("| Right | not stated |", "| Left | 3% |", "one row “Left”, found “Left | 3%”"),
    (
        "| Articles | 18[^3] |",
        "| Articles | 18[^mine] |",
        'below, a footnote [^mine]: "the words of the document" (line 17)',
    ),
    (
        '[^3]: "18 Articles" (line 19)',
        "[^3]: 18 Articles, line 19",
        '[^3]: "the words of the document" (line 17), found “18 Articles, line 19”',
    ),
    (
        '[^3]: "18 Articles" (line 19)',
        '[^3]: "18 Articles" (lines 19-18)',
        '[^3]: "the words of the document" (line 17), found “"18 Articles" (lines 19-18)”',
    ),
    (
        '[^3]: "18 Articles" (line 19)',
        '[^2]: "18 Articles" (line 19)',
        'each footnote once (“2” stands twice), found “[^2]: "18 Articles" (line 19)”',
    ),
    ("    - Place: Port Ellis, Sundrey", "    - Plaice: Port Ellis", "“Place: value”, found “Plaice: Port Ellis”"),
    ("    - Reposts: 11", "    - Reposts: eleven", "a number such as 18 after “Reposts:”, found “eleven”"),
    ("    - Reposts: 11", "    - Place: Here", "“Place” once, found “Place: Here”"),
    ("    - Day: 2026-06-02", "    - Day: 2 June", "a day such as 2026-06-02 after “Day:”, found “2 June”"),
    (" <!-- 21-29 -->", " <!-- 29-21 -->", "lines such as <!-- 12 --> or <!-- 21-29 -->, found “<!-- 29-21 -->”"),
    (
        "Port Authority <!-- 24 outlet -->",
        "Port Authority <!-- 24 rumour -->",
        "one of page, summary, outlet, editor as origin, found “<!-- 24 rumour -->”",
    ),
    (
        "$4 million <!-- 7 -->",
        "$4 million[^3] <!-- 7 -->",
        "a text without a footnote: what you note can stand in a paragraph below, found “$4 million[^3]”",
    ),
    (
        "- Center: not stated",
        "- Middle: not stated",
        "one of Left, Center, Right, a colon and a text, found “Middle: not stated”",
    ),
    ("- Center: not stated", "- Left: not stated", "“Left” once, found “Left: not stated”"),
    (
        "- 2026-06-05: The",
        "- On 5 June: The",
        "“2026-06-05: what was corrected”, found “On 5 June: The harbour opened at noon, not at dawn.”",
    ),
    ("## Figures", "```", "a line “```” that ends the code begun here"),
    ("## Figures", "<!-- to do", "“-->” that ends the comment begun here"),
    ("## Figures", "Bell \x07", "text without control characters, found “U+0007”"),
]


@pytest.mark.parametrize(("written", "edited", "expected"), MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_was_expected(written: str, edited: str, expected: str) -> None:
    assert 1 == POST.count(written)
    text = POST.replace(written, edited)
    assert f"{NAME}, line {line_of(text, edited)}: expected {expected}" in problems_of(text)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_post() -> None:
    text = (
        POST.replace("date: 2026-06-02", "date: soon")
        .replace("| Articles | 18", "| Articles | many")
        .replace("- 2026-06-05: ", "- Today: ")
    )
    lines = [line_of(text, part) for part in ("date: soon", "| many", "- Today")]
    assert [f"{NAME}, line {line}:" for line in lines] == [
        problem.partition(" expected")[0] for problem in problems_of(text)
    ]


def test_a_doubled_section_is_told_with_the_line_of_the_first() -> None:
    text = POST + "\n<!-- facts -->\n"
    expected = f"each section once (“facts” begins at line {line_of(text, '<!-- facts -->')}), found “<!-- facts -->”"
    assert [f"{NAME}, line {text.count(chr(10))}: expected {expected}"] == problems_of(text)


def test_a_second_standfirst_is_told() -> None:
    text = POST.replace("<!-- summary points -->", "Again. <!-- 6 -->\n\n<!-- summary points -->")
    assert [f"{NAME}, line {line_of(text, 'Again.')}: expected one standfirst"] == problems_of(text)


def test_a_second_by_line_is_told() -> None:
    text = POST.replace("<!-- facts -->", "By me <!-- by -->\n\n<!-- facts -->")
    first = line_of(text, "By Ground AI")
    expected = f"one by-line (line {first} has it), found “By me <!-- by -->”"
    assert [f"{NAME}, line {line_of(text, 'By me')}: expected {expected}"] == problems_of(text)


@pytest.mark.parametrize("text", ["", "\n", "Just text.\n", "# A heading\n\n- a\n- list\n", "title: x\ndate: y\n"])
def test_a_post_without_front_matter_is_told_in_one_line(text: str) -> None:
    first = text.split("\n", maxsplit=1)[0]
    found = f", found “{first}”" if first else ""
    assert [f"{NAME}, line 1: expected front matter: a first line “---”{found}"] == problems_of(text)


def test_front_matter_that_does_not_end_is_told_in_one_line_where_it_should_end() -> None:
    text = "---\ntitle: x\ndate: 2026-06-02\n\n<!-- people -->\n\n- Ann\n"
    assert [f"{NAME}, line 4: expected a line “---” that ends the front matter"] == problems_of(text)


@pytest.mark.parametrize("text", ["---\ntitle: x\n---\n", "---\n---\n\nText.\n", "---\ndate:\n---\n"])
def test_a_post_needs_a_date(text: str) -> None:
    line = line_of(text, "date:") if "date:" in text else 1
    assert [f"{NAME}, line {line}: expected date: a day such as 2026-06-02, found “nothing”"] == problems_of(text)


def test_what_was_found_is_shown_no_longer_than_a_line() -> None:
    (problem,) = problems_of("a" * 500)
    assert problem.endswith(f"found “{'a' * 60}…”")


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_other_line_ends_and_a_byte_order_mark_change_nothing(ends: str, mark: str) -> None:
    text = mark + POST.replace("\n", ends)
    assert (post.read(POST, NAME), False) == (post.read(text, NAME), post.is_edited(text))


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(ends: str) -> None:
    text = POST.replace("| Articles | 18", "| Articles | many")
    assert problems_of(text) == problems_of(text.replace("\n", ends))


def test_bytes_that_are_no_utf_8_are_told_with_their_line() -> None:
    with pytest.raises(PostError) as caught:
        post.decode("---\ntitle: Café\n".encode("latin-1"), NAME)
    assert f"{NAME}, line 2: expected text in UTF-8, found “the byte E9”" == str(caught.value)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw posts with lines dropped, doubled, moved and put in, and characters put in and taken out."""
    lines = POST.split("\n")
    pieces = st.sampled_from([*SPECIAL, "\r", "\x0c", "\n", "    ", "<!--", "-->", "```"])
    for _ in range(draw(st.integers(1, 4))):
        at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match draw(st.sampled_from(["drop", "double", "move", "put in", "character", "cut"])):
            case "drop" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(other, lines[at])
            case "move":
                lines.insert(other, lines.pop(at))
            case "put in":
                lines.insert(at, "".join(draw(st.lists(pieces, max_size=4))))
            case "character":
                place = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:place] + draw(pieces) + lines[at][place:]
            case _:
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
    return "\n".join(lines)


@given(mutated())
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_story_that_can_be_written_and_read_again_or_a_post_error(text: str) -> None:
    try:
        story = post.read(text, NAME)
    except PostError:
        assert all(problem.startswith(f"{NAME}, line ") for problem in problems_of(text))
    else:
        assert story == post.read(post.write(story), NAME)


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_text_that_is_no_post_at_all_is_a_post_error(text: str) -> None:
    assert problems_of(text)
