"""HTML is made portable: whole links, and nothing that only a browser with our style sheet can use."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from feeds.markup import in_one_line, plain, portable

PAGE = "https://example.org/news/2026/06/02/story/"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Links and anchors.
        ('<a href="#e1">1</a>', f'<a href="{PAGE}#e1">1</a>'),
        ('<a href="../b/#x">b</a>', '<a href="https://example.org/news/2026/06/02/b/#x">b</a>'),
        ('<a href="/b">b</a>', '<a href="https://example.org/b">b</a>'),
        ('<img src="bar.png" alt="A bar">', f'<img src="{PAGE}bar.png" alt="A bar">'),
        ('<blockquote cite="a">q</blockquote>', f'<blockquote cite="{PAGE}a">q</blockquote>'),
        ('<a href="mailto:a@example.org">write</a>', '<a href="mailto:a@example.org">write</a>'),
        ('<img src="data:image/png;base64,AA==">', '<img src="data:image/png;base64,AA==">'),
        # Addresses that run or show what is on the reader's own machine.
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ('<a href=" java\tscript:alert(1)">x</a>', "x"),
        ('<a href="data:text/html,x">x</a>', "x"),
        ('<a href="file:///home/a/b">x</a>', "x"),
        ('<a href="http://[x">x</a>', "x"),
        ('a <img src="data:image/svg+xml,x"> b', "a  b"),
        # What a reader has no use for.
        ("<p>a</p><script>b()</script><style>p{}</style>", "<p>a</p>"),
        ("<p>a<svg><text>b</text><style>p{}</style></svg>c</p>", "<p>ac</p>"),
        ("<button>Copy</button><input value=a><select><option>b</select>", ""),
        ('<iframe src="https://example.com/"></iframe><object data="x">y</object>', ""),
        ("<p>a<!-- 12-17 --></p>", "<p>a</p>"),
        ('<p hidden>a</p><p>b<span aria-hidden="true">¶</span></p>', "<p>b</p>"),
        ('<p class="a" id="b" style="c" role="note" aria-label="d" data-e="f" onclick="g()">h</p>', "<p>h</p>"),
        ('<span class="a">b</span>c', "bc"),
        ("<x-card>a</x-card> <font color=red>b</font>", "a b"),
        ("<noscript><p>a</p></noscript>", "<p>a</p>"),
        # What is left empty by that.
        ("<figure><svg></svg></figure><p> </p><div><p></p></div>", ""),
        ('<a href="#x"><svg></svg></a>a', "a"),
        # What stays.
        ("<h2>a</h2><h3>b</h3>", "<h2>a</h2><h3>b</h3>"),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><div><dt>a</dt><dd>b</dd></div></dl>"),
        ("<table><tr><th>a</th><td></td></tr></table>", "<table><tr><th>a</th><td></td></tr></table>"),
        ("<table><tr><td colspan=2 class=a>b", '<table><tr><td colspan="2">b</td></tr></table>'),
        ("<details open><summary>a</summary>b</details>", '<details open=""><summary>a</summary>b</details>'),
        ('<p dir class="b">a</p><p dir>a</p>', '<p dir="">a</p><p dir="">a</p>'),
        ('<p lang="de" dir="auto">a</p>', '<p lang="de" dir="auto">a</p>'),
        ('<span dir="auto">a</span>', '<span dir="auto">a</span>'),
        ('<time datetime="2026-06-02">2 June</time>', '<time datetime="2026-06-02">2 June</time>'),
        ("a<br>b<hr>", "a<br>b<hr>"),
        ("<html lang=de hidden><body class=a>b", "b"),
        ("<template>a</template><unwrapped>b</unwrapped><div><template></template> <b> </b></div>c", "bc"),
        ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>"),
        # Texts.
        ("a < b & c", "a &lt; b &amp; c"),
        ("&lt;script&gt;", "&lt;script&gt;"),
        ("]]>", "]]&gt;"),
        ("a\0b&#1;c", "abc"),
        ('<p title="a&#1;b&#xffff;">c</p>', '<p title="ab">c</p>'),
        ("a&#1;<p></p>b&#xffff;<i hidden></i>&#2;c", "abc"),
        ("", ""),
        # Whole documents and broken ones.
        ("<html><head><title>t</title></head><body>a</body></html>", "a"),
        ("a</body><body>b", "ab"),
        ("<base href='https://example.com/'><a href='b'>b</a>", f'<a href="{PAGE}b">b</a>'),
        ('<?xml version="1.0" encoding="latin-1"?><p>ü', "<p>ü</p>"),
        ("<meta charset=latin-1><p>ü", "<p>ü</p>"),
    ],
)
def test_html_is_made_portable(source: str, expected: str) -> None:
    assert expected == portable(source, PAGE)


def test_without_an_address_of_the_site_links_are_kept_as_they_can_be() -> None:
    assert '<a href="/a/b">b</a>' == portable('<a href="b">b</a>', "/a/")


def test_an_address_is_judged_without_its_controls() -> None:
    assert "b" == portable('<a href="java&#1;script:a">b</a>', "")


def test_a_page_that_nests_deeper_than_python_s_stack_is_read() -> None:
    assert 1500 == portable("<div>" * 1500 + "a", PAGE).count("<div>")


MARKUP = (
    "< </ > = ' \" & ; <!-- --> <p <a href= src= javascript:a onerror=b style=c <script> </script> <style> </style> "
    "<svg> </svg> <math> <mtext> <table> <td> <select> <noscript> </noscript> <template> <title> <textarea> "
    "<plaintext> <xmp> <img <span hidden <body <html <frameset <base <b> </b> <li> &#x3c; &lt; &#0; x \u00fc"
)
PIECES = st.sampled_from(MARKUP.split())


@given(st.text() | st.lists(PIECES, max_size=30).map("".join) | st.lists(PIECES, max_size=30).map(" ".join))
@example("<p {x}=1 }y=2 a{b=3 xml:lang=de x:href=javascript:a>b")
@example("<a{b>c<o:p>d</é>")
@example("<frameset><frame src=javascript:a>")
@example("<plaintext><script>")
@example("<svg><p><style><img src=x onerror=a>")
@example("<noscript><p title='</noscript><img src=x onerror=a>'>")
@example("<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=a&gt;'>")
@example("<body hidden onload=a>b")
def test_nothing_runs_in_what_is_made_portable(source: str) -> None:
    made = portable(source, PAGE)
    for element in lxml.html.fragment_fromstring(made, create_parent="div").iter():
        assert element.tag not in {"script", "style", "svg", "math", "iframe", "object", "form", "base", "meta", "link"}
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A title", "A title"),
        ("R&amp;D", "R&D"),
        ("R&D", "R&D"),
        ("a < b > c", "a < b > c"),
        ("&lt;script&gt; &amp;amp;", "<script> &amp;"),
        ("An <em>emphatic</em>  one\n", "An emphatic one"),
        ("a<script>b</script>", "a"),
        ("<!-- a -->b", "b"),
        ("&#1;\ud800a", "a"),
        ("", ""),
    ],
)
def test_the_text_of_a_title_is_read_from_its_html(source: str, expected: str) -> None:
    assert expected == plain(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>In <em>sho</em>rt.</p><ul><li>One</li><li>Two</li></ul>tail", "In short. One Two tail"),
        ("a<br>b<hr>c<table><tr><td>d</td><td>e</td></tr></table>", "a b c d e"),
        ('<p>R&amp;D<sup><a href="#x">1</a></sup> <img src="a" alt="b"></p>', "R&D1"),
        ("<p>a<style>b</style>&#1;c</p>", "ac"),
        ("", ""),
    ],
)
def test_html_is_told_on_one_line_with_what_stood_in_lines_of_its_own_apart(source: str, expected: str) -> None:
    assert expected == in_one_line(source)
