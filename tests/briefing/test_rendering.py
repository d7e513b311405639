"""An editor's Markdown is rendered with what it refers to, and nothing of one text gets into another."""

from __future__ import annotations

import pytest

from briefing.rendering import MarkdownRenderer
from briefing.story import Addition
from tests.briefing.post.renderers import elements, shown, tree


def render(text: str, *others: Addition) -> str:
    return MarkdownRenderer((Addition("facts", 0, text), *others)).render(text)


@pytest.mark.parametrize(
    ("markdown", "names"),
    [
        ("A *word*.", ["p", "em"]),
        ("- a\n    - b", ["ul", "li", "ul", "li"]),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]),
        ("```\n- a\n\n- b\n```", ["pre", "code"]),
        ("![Harbour](h.jpg)", ["p", "img"]),
        ('<div class="x"><b>raw</b></div>', ["div", "b"]),
        ("Term\n: Meaning", ["dl", "dt", "dd"]),
    ],
)
def test_markdown_with_extra_is_rendered(markdown: str, names: list[str]) -> None:
    assert ["div", *names] == elements(tree(render(markdown)))


def test_links_to_other_posts_are_left_to_pelican() -> None:
    assert '<p><a href="{filename}other.md">there</a></p>' == render("[there]({filename}other.md)")


def test_a_footnote_is_rendered_with_the_text_that_refers_to_it_and_those_it_refers_to() -> None:
    notes = (
        Addition("notes", 0, "[^a]: First, see[^b]."),
        Addition("notes", 0, "[^b]: Second.\n\n    In two parts."),
        Addition("notes", 0, "[^c]: Third."),
    )
    page = shown(tree(render("Text.[^a]", *notes)))
    assert (True, True, False) == ("Second." in page, "In two parts." in page, "Third." in page)


@pytest.mark.parametrize("text", ["`[^a]`", "```\n[^a]\n```", "Text. <!-- [^a] -->", r"\[^a]"])
def test_a_footnote_that_is_only_named_in_code_or_a_comment_is_not_rendered(text: str) -> None:
    assert "Note." not in render(text, Addition("notes", 0, "[^a]: Note."))


def test_a_note_that_nothing_refers_to_leads_back_nowhere() -> None:
    html = render("<pre>\n[^a]\n</pre>\n\n[^ b]: Two.", Addition("notes", 0, "[^a]: One."))
    assert [] == tree(html).xpath(".//a")


def test_links_and_abbreviations_may_be_defined_in_another_text() -> None:
    html = render(
        "See [there][Port] and HTML.",
        Addition("summary", 1, "Text\n\n[port]: https://example.org/p 'Port'\n*[HTML]: Hypertext"),
    )
    assert (True, True) == ('href="https://example.org/p"' in html, '<abbr title="Hypertext">' in html)


def test_what_looks_like_a_definition_in_code_is_none() -> None:
    html = render("See [there].", Addition("summary", 1, "```\n[there]: https://example.org\n```"))
    assert "<p>See [there].</p>" == html


def test_texts_of_one_post_have_footnotes_with_different_ids() -> None:
    renderer = MarkdownRenderer((Addition("notes", 0, "[^a]: Note."),))
    first, second = (tree(renderer.render("Text.[^a]")).xpath(".//@id") for _ in range(2))
    assert set() == set(first) & set(second)


def test_two_posts_share_nothing() -> None:
    first = MarkdownRenderer((Addition("notes", 0, "[^a]: Mine."),))
    second = MarkdownRenderer((Addition("notes", 0, "[^a]: Yours."),))
    once = first.render("Text.[^a]")
    assert "Yours." in second.render("Text.[^a]")
    assert once == MarkdownRenderer((Addition("notes", 0, "[^a]: Mine."),)).render("Text.[^a]")


@pytest.mark.parametrize("text", ["<!-- a -->", "<!--\nTo do:\n\n- ask\n-->", "[port]: https://example.org"])
def test_what_shows_nothing_is_empty(text: str) -> None:
    assert "" == render(text)


def test_comments_are_not_published() -> None:
    assert "<p>Before  after.</p>" == render("Before <!-- ask Ida --> after.")
    assert "&lt;!-- shown --&gt;" in render("`<!-- shown -->`")
