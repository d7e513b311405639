"""Pages that are no article, although they hold running text; and what is said of them to an editor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from briefing.documents import Document
from briefing.documents.lines import Line
from briefing.documents.tree import Page
from briefing.kinds import ground_news_words
from briefing.kinds.article_parts import Parts
from briefing.kinds.prose import count_words, is_running

# Whole lines that only Ground News prints: a page that has one is a damaged story page and never an article.
_GROUND_NEWS = re.compile(
    "|".join(f"(?:{mark.pattern})" for mark, proves in ground_news_words.MARKS if proves >= ground_news_words.OWN_MARK)
    + f"|{ground_news_words.FIRST_REPORT.pattern}"
    + "|Bias Distribution|Ground News Article Assistant|Published loading.*|Blindspot Logo.*"
)
# Lines that other sites can have too; in a text, where nothing else tells the site, they are its marks as well.
_PERHAPS_GROUND_NEWS = re.compile(
    rf"{ground_news_words.COUNT.pattern}|Coverage Details.*|Read Full Article(?!s).*|· ?\w[\w .'’-]*, [\w .'’-]+"  # noqa: RUF001
    rf"|{ground_news_words.REPOSTED_BY}|{ground_news_words.SUMMARY_BY.pattern}|Similar News Topics"
    rf"|{'|'.join(sorted(ground_news_words.LEANINGS))}|[0-9]{{1,3}}% (?:Left|Center|Right)|[LCR] [0-9]{{1,3}}%"
    r"|See every side of every news story|Get access to our best features|Does this summary seem wrong\?"
    r"|(?:Not enough coverage to generate|To view (?:factuality|ownership) data) .*|Published [0-9]{1,3} \w+ ago.*"
    # Its standfirsts begin so, and nobody else's: "CENTRAL WENDMARK, JUL 8 – ".
    r"|[^a-zß-öø-ÿ]{3,60}, (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) [0-9]{1,2} – .*"  # noqa: RUF001
)
_HOST = "ground.news"

# Titles of pages that a server or a guard sent in place of the article.
_FAILURE = (
    r"(?:not found|(?:access |url )?forbidden(?: url)?|access (?:to this (?:page|site) has been )?denied|unauthori[sz]ed"
    r"|bad (?:gateway|request)|service unavailable|too many requests|internal server error)"
)
_ERROR = re.compile(
    rf"(?:(?:http |server )?error[: ]*)?[45]\d\d(?:\W{{0,3}}(?:error|page|{_FAILURE})\b.{{0,60}})?|{_FAILURE}(?:[.!]?|\s*[|:–-].{{0,40}})"  # noqa: RUF001
    r"|.{0,25}\b(?:page|article|content|file|url)\b.{0,25}\b(?:not (?:be )?found|(?:does not|doesn['’]t) exist)\b.{0,30}"  # noqa: RUF001
    r"|(?:seite nicht gefunden|página no encontrada|page (?:introuvable|non trouvée))\b.{0,30}"
    r"|(?:just a moment|attention required|pardon our interruption|security check|before you continue)\b.{0,60}"
    r"|(?:are you|verify (?:that )?you(?:['’]re| are)|prove you(?:['’]re| are)) (?:a )?(?:human|robot|not a robot)\b.{0,30}"  # noqa: RUF001
    r"|(?:please )?enable (?:javascript|cookies)\b.{0,60}|(?:we value )?your privacy(?: choices)?|(?:sign|log) ?in\b.{0,30}",
    re.IGNORECASE,
)
_IN_BROWSER = re.compile(
    r"(?:view|read|open)(?: (?:this|the))?(?: (?:e-?mail|newsletter|message|it|online|web version))? (?:in|on) "
    r"(?:your|a|the) (?:web )?browser.*|view (?:as a )?web ?page.*",
    re.IGNORECASE,
)
_NEWSLETTER = re.compile(
    rf"{_IN_BROWSER.pattern}|unsubscribe|manage (?:your )?(?:subscription|preferences).*"
    r"|you(?:['’]re| are) receiving this.*|you received this.*|.{0,40}(?:e-?mail|newsletter) (?:was )?forwarded to you.*",  # noqa: RUF001
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:from|to|cc|sent|subject|reply-to|message-id)\s*:\s*\S.*", re.IGNORECASE)
_LETTER = re.compile(
    r"(?:dear|hi|hello|sehr geehrte\w*|liebe\w*|chère?s?|estimad\w+|querid\w+)\b[^.,:!]{1,40}[,:!]", re.IGNORECASE
)
_CODE = re.compile(
    r"```.*|~~~.*|[{}()\[\];]+|(?:import|from|def|class|function|const|let|var|return|public|private|static|#include|package)"
    r"\b.*[;:{(].*|(?:\$|>>>|%) \S.*|(?:pip|npm|cargo|apt|git|docker|curl) \S.*|.*[;{}]$|</?[a-z][^>]*>.*|[\w.-]+\s*=\s*\S+"
    r"|\|.*\||[\"'][\w-]+[\"']: .*,?|@\w+.*|\"{3}.*|[\w.]+\(.*\)?[:,]?|(?:if|for|while|else|elif|try|except|with|raise)\b.*:"
    r"|[\w.]+(?:\[.*\])?\s*[+-]?=[^=].*|//.*|/\*.*"
)
_INLINE_CODE = re.compile(r"`[^`\s]{0,80}[/_.<>{}=()$*][^`]{0,80}`")
_MANUAL = re.compile(
    r"#{1,6}\s+(?:installation|install|usage|getting started|licen[sc]e|contributing|requirements|set-?up)\b.*",
    re.IGNORECASE,
)
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
    mark = _GROUND_NEWS if page else _EITHER
    return any(mark.fullmatch(line.text) for line in document.lines if not line.markup)


_EITHER = re.compile(f"(?:{_GROUND_NEWS.pattern})|(?:{_PERHAPS_GROUND_NEWS.pattern})")


def _is_its_host(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    return host == _HOST or host.endswith(f".{_HOST}")


def why_no_text_article(lines: Sequence[Line]) -> str | None:
    """Return why a text is no article, though it has running text; None if nothing speaks against it."""
    texts = [line.text for line in lines]
    if sum(bool(_MAIL.fullmatch(text)) for text in texts[:_TOP]) > 1:
        return "is an e-mail, not an article"
    if any(_LETTER.fullmatch(text) for text in texts[:_TOP]):
        return "is a letter, not an article"
    short = [text for text in texts if len(text) <= _LONGEST_LABEL]
    if any(_NEWSLETTER.fullmatch(text) for text in short):
        return "is a newsletter: save the page of each of its stories instead"
    code = sum(bool(_CODE.fullmatch(text)) for text in short)
    code += sum(bool(_INLINE_CODE.search(text)) for text in texts if "`" in text)
    if 5 * code > len(texts) or any(text[0] == "#" and _MANUAL.fullmatch(text) for text in short):
        return "is a technical text or code, not an article"
    bullets = sum(bool(_BULLET.match(text)) for text in texts)
    if bullets and bullets > 2 * sum(is_running(text) and not _BULLET.match(text) for text in texts):
        return "is a list, not an article: save the page of one of its stories instead"
    return None


def why_no_page_of_an_article(page: Page, shown: Sequence[Line], parts: Parts) -> str | None:
    """Return why a web page is no article; None if nothing speaks against it."""
    words = sum(count_words(passage.text or "") for passage in parts.body)
    titles = [parts.title.text or "", *(s.value for s in page.stated("title"))]
    if words < _MUCH and any(map(_ERROR.fullmatch, titles)):
        return "is an error page or a notice in place of the article: open the article itself and save it again"
    if any(_IN_BROWSER.fullmatch(line.text) for line in shown):
        return "is a newsletter: save the page of each of its stories instead"
    if words < _FEWEST_WORDS:
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
