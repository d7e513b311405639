"""The text of an HTML page: what a browser shows, one block element a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.documents.html import read_page
from briefing.documents.lines import Line


def draw_text(source: str) -> str:
    """Return the lines that a browser shows."""
    return "\n".join(line.text for line in read_page(source).lines if not line.markup)


def markup(source: str) -> list[str]:
    return [line.text for line in read_page(source).lines if line.markup]


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


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<title>A &amp; B</title>", ["<title>A & B</title>"]),
        ("<svg><title>Arrow Icon</title></svg>", []),
        ('<html lang="de"><p>x</p>', ['<html lang="de">']),
        ('<meta property="og:title" content="Tide">', ['<meta property="og:title" content="Tide">']),
        ('<meta name="OG:Title" value="Tide">', ['<meta name="OG:Title" value="Tide">']),
        ('<meta name="viewport" content="width=device-width">', []),
        (
            '<link rel="canonical" href="https://a.example/x">',
            ['<link rel="canonical" href="https://a.example/x">'],
        ),
        ("<p><time datetime='2026-06-02T01:00Z'>now</time></p>", ['<time datetime="2026-06-02T01:00Z">']),
        ("<p><a href='/inside'>x</a> <a href='javascript:x()'>y</a></p>", []),
        (
            "<a href='https://a.example/'><p>x</p></a><a href='https://a.example/'>y</a>",
            ['<a href="https://a.example/">'],
        ),
        ("<div style='color:red; width:27%'></div>", ['<div style="width:27%">']),
        ("<div data-bias-color-scheme='left' style='width:27%'></div>", ['<div left style="width:27%">']),
        (
            (
                '<script type="application/ld+json">[{"@type": ["NewsArticle"], "headline": "A &amp; B",'
                ' "author": [{"name": "Ada"}, {"name": "Bo"}]}, {"@type": "Organization", "headline": "C"}]</script>'
            ),
            ['"headline": "A & B"', '"author": {"name": "Ada"}', '"author": {"name": "Bo"}'],
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', []),
    ],
)
def test_what_a_page_says_in_attributes_alone_is_drawn_as_markup(source: str, expected: list[str]) -> None:
    assert expected == markup(source)


def test_markup_within_a_line_does_not_break_it() -> None:
    lines = read_page("<p>See <a href='https://a.example/'>this</a>, or that.</p><p>End</p>").lines
    texts = ("See this, or that.", '<a href="https://a.example/">', "End")
    assert tuple(Line(n, text, n == 2) for n, text in enumerate(texts, 1)) == lines


def test_elements_know_the_lines_that_they_stand_on() -> None:
    page = read_page("<p>one</p><div><h2>two</h2><p>three <b>four</b></p></div><p></p>")
    places = {element.tag: (element.first, element.last) for element in page.root.walk()}
    assert {"p": (4, 3), "div": (2, 3), "h2": (2, 2), "b": (3, 3)} == {
        tag: place for tag, place in places.items() if tag in {"p", "div", "h2", "b"}
    }


def test_the_text_of_an_element_is_what_is_in_it() -> None:
    (div,) = read_page("<div>one <b>t<i>w</i>o</b><p> three</p></div>").root.find("div")
    assert "one two three" == div.text


def test_what_a_server_sent_late_stands_where_it_belongs() -> None:
    source = (
        '<h1>Tide</h1><template id="B:0"></template><p>end</p><div hidden id="S:0"><p>late</p></div>'
        '<script>$RC("B:0","S:0")</script><div hidden>never</div>'
    )
    assert "Tide\nlate\nend" == draw_text(source)


@pytest.mark.parametrize(
    "source",
    [
        '<div hidden id="S:0"><p>late</p><template id="B:0"></template></div>',
        (
            '<div hidden id="S:0"><p>late</p><template id="B:1"></template></div>'
            '<div hidden id="S:1"><template id="B:0"></template></div>'
        ),
        '<template id="B:0"></template><template id="B:0"></template><div hidden id="S:0"><p>late</p></div>',
    ],
)
def test_parts_that_would_stand_within_themselves_stay_where_they_are(source: str) -> None:
    assert "late\nend" == draw_text(f"{source}<p>end</p>")


@pytest.mark.parametrize(
    "tag",
    ["<div hidden>", "<div popover>", "<dialog>", "<div style='display: none'>", "<div style='a:b;display:none'>"],
)
def test_what_is_not_displayed_is_no_text(tag: str) -> None:
    assert "before\nafter" == draw_text(f"<p>before</p>{tag}<p>one</p></div></dialog><p>after</p>")


def test_the_address_that_a_browser_noted_is_drawn() -> None:
    source = "<!DOCTYPE html><!-- saved from url=(0031)https://ground.news/article/tide --><p>x</p>"
    assert ["saved from https://ground.news/article/tide"] == markup(source)


@given(st.text(st.sampled_from("<>/!-?&;\"'= abcdhipsvg\n"), max_size=60))
@settings(max_examples=100)
def test_any_source_gives_lines_that_are_trimmed_and_not_empty(source: str) -> None:
    text = draw_text(source)
    assert text == "\n".join(" ".join(line.split()) for line in text.split("\n"))
    assert "\n\n" not in text
