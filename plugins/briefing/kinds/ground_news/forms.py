"""The forms in which a Ground News page is saved, each read into the same: its lines, what is known of them, its head.

Plain text gives lines alone. Markdown adds headings and where links lead, a clipper's front matter what the page says
of itself; HTML tells the articles apart too.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.documents import Document
from briefing.documents.addresses import Rewriter, is_address
from briefing.documents.lines import Line
from briefing.documents.markdown import undress
from briefing.kinds.ground_news import words
from briefing.kinds.ground_news.draft import is_of_an_article
from briefing.kinds.ground_news.front_matter import read_front_matter
from briefing.kinds.ground_news.head import Head, read_head
from briefing.kinds.ground_news.html import WebPage
from briefing.kinds.ground_news.shares import Bar
from briefing.kinds.ground_news.tokens import Token, tokenise, tokenise_markdown
from briefing.story import Card

_NO_HEAD = Head()


@dataclass(frozen=True, slots=True)
class Saved:
    """A page as its form gives it.

    ``end`` is the last token, where what it says may be cut; ``cards`` is None where the form does not tell the
    articles apart; ``is_plain`` where nothing but lines is known; ``is_page`` where the site's menus are lines too.
    """

    tokens: list[Token]
    end: Token | None
    head: Head = _NO_HEAD
    cards: tuple[Card, ...] | None = None
    bars: tuple[Bar, ...] = ()
    is_plain: bool = False
    is_page: bool = False
    texts: dict[int, str] = field(default_factory=dict)  # of the lines, by number


def read_form(document: Document) -> Saved:
    """Return a document in what is common to all forms."""
    saved = _read_form(document)
    tokens = _without_buttons(saved.tokens)
    return saved if tokens is saved.tokens else dataclasses.replace(saved, tokens=tokens)


def _without_buttons(tokens: list[Token]) -> list[Token]:
    """Return the lines without the buttons of each article, one directly after the other: boxes have text between."""
    pairs = [at for at, pair in enumerate(pairwise([token.text for token in tokens])) if pair == words.BUTTONS]
    dropped = {*pairs, *(at + 1 for at in pairs)}
    return [token for at, token in enumerate(tokens) if at not in dropped] if dropped else tokens


def _read_form(document: Document) -> Saved:
    texts = {number: text for number, text, _ in document.lines}
    if document.page is not None:
        page = WebPage(document.page, document.lines)
        tokens, cards = page.tokens(), page.cards()
        head = read_head(document.page.statements, texts)
        return Saved(tokens, page.end(tokens), head, cards or None, tuple(page.bars()), is_page=True, texts=texts)
    if document.is_markdown:
        return _read_markdown(document.lines, texts)
    tokens = tokenise(document.lines)
    return Saved(tokens, tokens[-1] if tokens else None, is_plain=True, texts=texts)


def _read_markdown(lines: Sequence[Line], texts: dict[int, str]) -> Saved:
    noted = read_front_matter(lines)
    proxies = Rewriter([one.value for one in noted.statements if one.name == "canonical"])
    tokens = [_without_proxy(token, proxies) for token in tokenise_markdown(noted.body)]
    undressed = {line.number: undress(line.text).text for line in noted.body}
    unescaped = {
        one.line: undress(texts[one.line]).text for one in noted.statements if one.value not in texts[one.line]
    }
    head = read_head(noted.statements, texts | unescaped)
    return Saved(tokens, tokens[-1] if tokens else None, head, texts=texts | undressed)


def _without_proxy(token: Token, proxies: Rewriter) -> Token:
    """Return a token whose address is that of the page it leads to; empty if the line has another for an article's."""
    if not is_address(token.address):
        return token
    address = proxies.rewrite(token.address) or ""
    return token._replace(address="" if address != token.address and is_of_an_article(address) else address)


def visible_texts(document: Document) -> list[str]:
    """Return the lines that a reader of the page sees, without Markdown: what a page is recognised by."""
    if document.page is None and document.is_markdown:
        return [text for line in document.lines if (text := undress(line.text).text)]
    return [line.text for line in document.shown_lines]
