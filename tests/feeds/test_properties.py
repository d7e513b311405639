"""Whatever an article says, its feed can be read."""

from __future__ import annotations

import re
from typing import Literal

import feedparser
import lxml.etree
import pytest
from feedparser.mixin import _FeedParserMixin
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markupsafe import escape

from feeds.text import one_line, xml_text
from tests.feeds.stand_ins import NAMES, StandIn, feed_text

FORMATS = ("rss", "atom")
# Odd ones often: controls, surrogates, what is no character, directions, markup, ends of CDATA.
ODD = st.sampled_from(
    [*"\0\b\x0b\x1f\x85\u00a0\u200b\u202e\u2028\ud800\udfff\ufffe\uffff<>&\"'", "]]>", "<b>", "&amp;"],
)
TEXTS = st.lists(st.text(st.characters(codec=None), max_size=8) | ODD, max_size=8).map("".join)


def title_of(text: str, kind: str) -> str | None:
    path = "channel/item/title" if kind == "rss" else "atom:entry/atom:title"
    return lxml.etree.fromstring(text.encode()).findtext(path, None, NAMES)


def guessed(title: str) -> bool:
    """Tell whether feedparser takes a text for something else than it is: HTML, or UTF-8 that was read as Latin-1."""
    try:
        title.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        return bool(_FeedParserMixin.looks_like_html(title))
    return not title.isascii() or bool(_FeedParserMixin.looks_like_html(title))


@pytest.mark.parametrize("kind", FORMATS)
@given(text=TEXTS)
@settings(deadline=None)
def test_any_title_is_read_back_as_it_was(kind: Literal["rss", "atom"], text: str) -> None:
    title = one_line(text)
    assume(title)
    written = feed_text(StandIn(title=escape(text)), kind=kind)
    assert title == title_of(written, kind)
    read = feedparser.parse(written.encode())
    assert not read.bozo
    if not guessed(title):
        assert title.strip() == read.entries[0].title


@pytest.mark.parametrize("kind", FORMATS)
@given(title=TEXTS, summary=TEXTS, content=TEXTS, tags=st.lists(TEXTS), author=TEXTS, story_id=TEXTS, name=TEXTS)
@settings(deadline=None)
def test_any_article_s_feed_can_be_read(
    kind: Literal["rss", "atom"],
    title: str,
    summary: str,
    content: str,
    tags: list[str],
    author: str,
    story_id: str,
    name: str,
) -> None:
    article = StandIn(title=title, summary=summary, content=content, tags=tags, author=author, story_id=story_id)
    read = feedparser.parse(feed_text(article, kind=kind, title=name, SITENAME=name, SITESUBTITLE=name).encode())
    assert not read.bozo
    (entry,) = read.entries
    assert entry.id
    assert entry.title
    assert entry.link


@given(text=TEXTS)
@settings(deadline=None)
def test_any_text_of_a_content_is_read_back_as_it_was(text: str) -> None:
    kept = xml_text(text)
    assume(kept.strip())
    written = feed_text(StandIn(content=f"<p>|{escape(text)}|</p>"))
    content = lxml.etree.fromstring(written.encode()).findtext("channel/item/content:encoded", "", NAMES)
    read = re.fullmatch(r"<p>\|(.*)\|</p>", content, re.DOTALL)
    assert read
    assert read[1] == str(escape(kept)).replace("&#34;", '"').replace("&#39;", "'")
