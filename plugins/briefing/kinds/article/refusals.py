"""Pages that are no article, although they hold running text; and what is said of them to an editor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from briefing.documents import Document
from briefing.documents.lines import Line
from briefing.documents.tree import Page
from briefing.kinds.article import refusal_words as words
from briefing.kinds.article.parts import Parts
from briefing.kinds.article.prose import count_words, is_running

_HOST = "ground.news"
_BULLET = re.compile(r"(?:[•◦▪‣●]|[-*+] |\d{1,3}[.)] )")
_LONGEST_LABEL = 120  # characters of a line that is no paragraph
_TOP = 15  # lines at the top of a text where a mail or a letter begins
_FEWEST_WORDS = 25  # of running text in an article
_FEWEST_HEADINGS = 5  # in a list of articles
_MUCH = 150  # words: a page with so much running text is no error page


def has_marks_of_ground_news(document: Document) -> bool:
    """Whether a document has what only story pages of Ground News have, and be it one line."""
    page = document.page
    if page and any(_is_its_host(s.value) for s in page.stated("canonical", "og:url", "saved-from")):
        return True
    mark = words.MARK_OF_A_PAGE if page else words.MARK_OF_A_TEXT
    return any(mark.fullmatch(line.text) for line in document.lines if not line.markup)


def _is_its_host(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    return host == _HOST or host.endswith(f".{_HOST}")


def why_no_text_article(lines: Sequence[Line]) -> str | None:
    """Return why a text is no article, though it has running text; None if nothing speaks against it."""
    texts = [line.text for line in lines]
    if sum(bool(words.MAIL.fullmatch(text)) for text in texts[:_TOP]) > 1:
        return "is an e-mail, not an article"
    if any(words.LETTER.fullmatch(text) for text in texts[:_TOP]):
        return "is a letter, not an article"
    short = [text for text in texts if len(text) <= _LONGEST_LABEL]
    if any(words.NEWSLETTER.fullmatch(text) for text in short):
        return "is a newsletter: save the page of each of its stories instead"
    code = sum(bool(words.CODE.fullmatch(text)) for text in short)
    code += sum(bool(words.INLINE_CODE.search(text)) for text in texts if "`" in text)
    if 5 * code > len(texts) or any(text[0] == "#" and words.MANUAL.fullmatch(text) for text in short):
        return "is a technical text or code, not an article"
    bullets = sum(bool(_BULLET.match(text)) for text in texts)
    if bullets and bullets > 2 * sum(is_running(text) and not _BULLET.match(text) for text in texts):
        return "is a list of points or links, not an article in running text: save the page of one article instead"
    return None


def why_no_page_of_an_article(page: Page, shown: Sequence[Line], parts: Parts) -> str | None:
    """Return why a web page is no article; None if nothing speaks against it."""
    length = sum(count_words(passage.text or "") for passage in parts.body)
    titles = [parts.title.text or "", *(s.value for s in page.stated("title"))]
    if length < _MUCH and any(map(words.ERROR.fullmatch, titles)):
        return "is an error page or a notice in place of the article: open the article itself and save it again"
    if any(words.IN_BROWSER.fullmatch(line.text) for line in shown):
        return "is a newsletter: save the page of each of its stories instead"
    if length < _FEWEST_WORDS:
        return "holds too little running text for an article"
    if _is_front_page(page, parts):
        return "is the front page of a site, not an article: save the page of one article instead"
    if _is_list(page, parts):
        return "is a list of articles, not an article: save the page of one of them instead"
    return None


def _is_front_page(page: Page, parts: Parts) -> bool:
    addresses = [parts.address.value] if parts.address.value else []
    is_root = any(urlsplit(address).path in {"", "/"} and not urlsplit(address).query for address in addresses)
    return is_root and not any(page.stated("ld:headline", "ld:datePublished", "article:published_time"))


def _is_list(page: Page, parts: Parts) -> bool:
    """Whether headings that lead elsewhere stand among the paragraphs, as many as there are of those."""
    places = [passage.lines.first for passage in parts.body if passage.lines]
    headings = (e for e in page.root.find("h2", "h3", "h4") if places[0] < e.first < places[-1])
    linked = sum(any(True for _ in heading.find("a")) for heading in headings)
    return linked >= max(len(places) - 1, _FEWEST_HEADINGS)
