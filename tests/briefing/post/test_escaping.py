"""Text in Markdown is text: it shows as it is, and brings nothing else in."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from briefing import post
from briefing.post.escaping import STATE_WORDS, escape, escape_heading, escape_value, find_control, unescape
from tests.briefing.making import a_story, stated
from tests.briefing.post.renderers import RENDERERS, elements, fold, github, shown, tree
from tests.briefing.strategies import texts

# Each place of a post where a text can stand, with how it is escaped there.
PLACES = {
    "a paragraph": ("{}", escape),
    "a paragraph with its lines": ("{} <!-- 3-4 -->", escape),
    "an item": ("- {} <!-- 3 -->", escape),
    "an item between others": ("- before\n- {}\n- after", escape),
    "a quotation": ('- "{}" <!-- 3 -->', escape),
    "a heading": ("## {}", escape_heading),
    "a cell": ("| | |\n| --- | --- |\n| First reported by | {}[^1] |\n\n[^1]: words", escape_value),
    "a labelled value": ("- head\n    - Outlet: {}\n    - Leaning: Left", escape_value),
    "a by-line": ("By {}[^1] <!-- by -->\n\n[^1]: words", escape_value),
    "a footnote": ('word[^1]\n\n[^1]: "{}" (line 3)', lambda text: escape(text).replace('"', "&quot;")),
}


@given(texts())
@settings(max_examples=200, deadline=None)
@example("<https://example.org>")
@example("[^1]: a note")
@example("| a | b |")
@example("C #")
@example("##")
@example("&lt;b&gt;")
@example("1986\\. A great year")
def test_text_shows_as_it_is_and_makes_no_element_of_its_own(text: str) -> None:
    for place, (pattern, escaped) in PLACES.items():
        for renderer, render in RENDERERS.items():
            usual = tree(render(pattern.format("WORD")))
            found = tree(render(pattern.format(escaped(text))))
            expected = (shown(usual).replace("WORD", fold(text)), elements(usual))
            assert expected == (fold(shown(found)), elements(found)), f"{place}, {renderer}"


@given(texts())
@settings(max_examples=300, deadline=None)
def test_escaped_text_is_read_back(text: str) -> None:
    assert (text, text, text) == (
        unescape(escape(text)),
        unescape(escape_value(text)),
        unescape(escape_heading(text)),
    )


@pytest.mark.parametrize("word", [*STATE_WORDS, "Locked", "NOT STATED"])
def test_a_value_that_is_a_word_for_a_state_is_told_from_it(word: str) -> None:
    assert escape_value(word).lower() not in STATE_WORDS
    assert word == unescape(escape_value(word))


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (r"5 \* 3", "5 * 3"),
        ("5 * 3", "5 * 3"),
        ("Q&amp;A", "Q&A"),
        ("Q&A", "Q&A"),
        ("&#8364; 5", "€ 5"),
        ("&nbsp;x&nbsp;", "x"),
        (r"a\b", r"a\b"),
        ("a&#10;b", "a&#10;b"),
        ("a&#0;b&#x1f;c", "a\ufffdbc"),
    ],
)
def test_what_an_editor_writes_is_read_as_markdown_shows_it_but_brings_in_no_line_ends(
    markdown: str, text: str
) -> None:
    assert text == unescape(markdown)


@pytest.mark.parametrize("text", ["https://example.org/x", "see www.example.org", "a@example.org"])
def test_an_address_that_github_makes_a_link_of_does_not_swallow_its_footnote(text: str) -> None:
    written = post.write(a_story(outlet=stated(text, "words")))
    cell = tree(github(written, autolink=True)).xpath("//td[preceding-sibling::td[.='Outlet']]")[0]
    assert [1, text] == [len(cell.xpath(".//sup")), fold(cell.xpath("string()")).rstrip("0123456789").strip()]


@pytest.mark.parametrize(
    ("text", "control"),
    [
        ("plain é \U0001d516 \u2028\u200b", None),
        ("a\tb", None),
        ("a\x0cb", "\x0c"),
        ("\ud800", "\ud800"),
        ("a\x85", "\x85"),
    ],
)
def test_control_characters_and_lone_surrogates_are_found(text: str, control: str | None) -> None:
    assert control == find_control(text)
