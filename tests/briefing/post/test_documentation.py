"""``docs/format.md`` says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing import post
from briefing.post import grammar, reading
from briefing.story import DateFrom, Origin, State
from tests.briefing.making import page_of
from tests.briefing.post.renderers import shown

TEXT = (Path(__file__).parents[3] / "docs" / "format.md").read_text(encoding="utf-8")
EXAMPLE = next(iter(re.findall(r"^````markdown\n(.*?)^````$", TEXT, re.DOTALL | re.MULTILINE)))
BY_HAND = next(iter(re.findall(r"^```markdown\n(---\n.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)))


def section(heading: str) -> str:
    return re.split(r"^#+ ", TEXT.replace(EXAMPLE, "").partition(f"# {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[
        0
    ]


def cells(heading: str, column: int) -> list[str]:
    rows = [line for line in section(heading).split("\n") if line.startswith("|")]
    return [re.split(r" ?\| ?", row)[column + 1] for row in rows]


def test_the_example_is_a_post_as_it_is_written() -> None:
    story = post.read(EXAMPLE, "2026-06-02-example.md")
    assert (EXAMPLE, False, 57) == (post.write(story), post.is_edited(EXAMPLE), story.bias.center.value)


def test_the_example_of_a_post_by_hand_is_one() -> None:
    story = post.read(BY_HAND, "2026-06-05-move.md")
    assert (None, ("Briefing",)) == (story.document, story.topics)
    assert "From Monday on you find us elsewhere." in shown(page_of(story))


def test_every_key_of_the_header_is_described() -> None:
    assert sorted(reading.KEYS) == sorted(cell.strip("`") for cell in cells("Header", 0)[2:])


def test_every_section_is_described_with_its_usual_heading() -> None:
    described = {}
    for comment, heading in zip(cells("Sections", 0)[2:15], cells("Sections", 1)[2:15], strict=True):
        described[comment.strip("`<>!- ").split()[0]] = heading
    assert grammar.HEADINGS == described


def test_every_label_is_described() -> None:
    code = re.findall(r"`([^`]+)`", section("Sections"))
    labels = [label.label for labels in grammar.ITEM_LABELS.values() for label in labels]
    assert [] == [label for label in (*grammar.FACT_LABELS, *grammar.SIDES, *labels) if label not in code]


def test_the_rows_that_stand_only_where_there_is_something_to_say_are_marked() -> None:
    marked = re.findall(r"`([A-Z][^`]*)`\*", section("Sections"))
    assert [row.label for row in grammar.FACT_ROWS if not row.always] == marked


@pytest.mark.parametrize("word", [*State, *Origin, *DateFrom, *reading.STATUSES])
def test_every_word_of_the_model_is_described(word: str) -> None:
    assert re.search(rf"[`*]{word}[`*]", TEXT)


def test_the_day_of_a_story_is_found_in_the_order_that_is_described() -> None:
    assert [day.value for day in DateFrom if day is not DateFrom.EDITOR] == re.findall(
        r"^\d\. `(\w+)`", section("Dates"), re.MULTILINE
    )


def test_what_an_editor_may_write_in_the_examples_of_the_table_is_read_so() -> None:
    text = EXAMPLE.replace("| Articles | 18[^3] |", "| Articles | not stated |").replace(
        "<!-- facts -->", "Text.[^mine] <!-- ask the harbour master -->\n\n[^mine]: Counted by hand.\n\n<!-- facts -->"
    )
    text += "\n<!-- corrections -->\n## Corrections\n\n- 2026-06-05: What was wrong.\n"
    story = post.read(text.replace("category: world", "status: draft\nmodified: 2026-06-07"), "example.md")
    page = shown(page_of(story))
    assert (State.ABSENT, "draft", 7) == (story.articles.state, story.status, story.modified and story.modified.day)
    assert (True, True, False) == ("Counted by hand." in page, "What was wrong." in page, "harbour master" in page)
