"""The text of an HTML page: what a browser shows, one block element a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.documents.html import draw_text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("<div>one<div>two</div>three</div>", "one\ntwo\nthree"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<table><tr><td>one</td><td>two</td></tr></table>", "one\ntwo"),
        ("<h1>one</h1>two<br>three<hr>four", "one\ntwo\nthree\nfour"),
        ("<p>a <b>bold</b> <a href='x'>link</a>, <em>and</em> more</p>", "a bold link, and more"),
        ("<p>4<span>6</span>%</p>", "46%"),
        ("<p>46<!-- -->% <!-- -->of the sources are<!-- --> Center</p>", "46% of the sources are Center"),
        ("<p>+<!-- -->10 Reposted by <!-- -->10<!-- --> other sources</p>", "+10 Reposted by 10 other sources"),
        ("<p>un<wbr>broken</p>", "unbroken"),
        ("<p>one\n  two\r\nthree</p>", "one two three"),
        ("<pre>one\ntwo</pre>", "one two"),
        ("<p>a\u2028b\u00a0c</p>", "a b c"),
        ("<p>R&amp;D &lt;b&gt; caf&eacute; &#163;5 &#x2014; &zzz;</p>", "R&D <b> café £5 — &zzz;"),
        ("<p>one</p>two<p></p>three", "one\ntwo\nthree"),
        ("plain text", "plain text"),
        ("<p>never closed", "never closed"),
        ("<html><body><p>one</p></body></html><p>after the end</p>", "one\nafter the end"),
        ("<?xml version='1.0' encoding='latin-1'?><html><body><p>é</p></body></html>", "é"),
    ],
)
def test_blocks_are_lines_and_inline_elements_are_not(source: str, expected: str) -> None:
    assert expected == draw_text(source)


@pytest.mark.parametrize(
    "hidden",
    [
        "<head><title>one</title></head>",
        "<script>if (a < b) { write('<p>one</p>') }</script>",
        "<style>p { color: red }</style>",
        "<template><p>one</p></template>",
        "<noscript><p>one</p></noscript>",
        "<svg><title>Too Big Arrow Icon</title><path d='M0 0'></path></svg>",
        "<iframe>one</iframe>",
        "<select><option>one</option></select>",
        "<textarea>one</textarea>",
        "<!-- one -->",
        "<?php one ?>",
    ],
)
def test_what_a_browser_does_not_show_is_no_text(hidden: str) -> None:
    assert "before\nafter" == draw_text(f"<p>before</p>{hidden}<p>after</p>")


@pytest.mark.parametrize("source", ["", "   ", "<!-- only this -->", "<script>x</script>", "<html></html>"])
def test_a_page_without_text_has_no_lines(source: str) -> None:
    assert "" == draw_text(source)


@pytest.mark.parametrize("tag", ["div", "b", "ul><li"])
def test_elements_may_be_nested_5000_deep(tag: str) -> None:
    first = tag.partition(">")[0]
    source = f"<p>before</p>{f'<{tag}>' * 5000}deep{f'</{first}>' * 5000}<p>after</p>"
    assert "before\ndeep\nafter" == draw_text(source)


def test_a_text_of_a_million_words_is_not_lost() -> None:
    assert f"{'word ' * 999_999}word\nend" == draw_text(f"<p>{'word ' * 1_000_000}</p><p>end</p>")


@given(st.text(st.sampled_from("<>/!-?&;\"'= abcdhipsvg\n"), max_size=60))
@settings(max_examples=100)
def test_any_source_gives_lines_that_are_trimmed_and_not_empty(source: str) -> None:
    text = draw_text(source)
    assert text == "\n".join(" ".join(line.split()) for line in text.split("\n"))
    assert "\n\n" not in text
