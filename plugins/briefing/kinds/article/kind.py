"""Kind ``article``: a news article or press release of any outlet, saved as a web page, as text or as Markdown.

What the page says of itself and shows is read by fixed rules (``page``, ``text``); its paragraphs give
the lead and all that is picked out of running text. It is all the article's own words, and no summary by others.
"""

from __future__ import annotations

from briefing.documents import Document, DocumentError
from briefing.facts import pick
from briefing.kinds.article.dateline import Dateline, read_dateline
from briefing.kinds.article.page import read_page
from briefing.kinds.article.parts import Parts
from briefing.kinds.article.prose import count_words, is_running, lead
from briefing.kinds.article.refusals import has_marks_of_ground_news, why_no_page_of_an_article, why_no_text_article
from briefing.kinds.article.text import read_text
from briefing.story import ARTICLE, Evidence, Facts, Field, Origin, Passage, stated

NAME = ARTICLE

_FEWEST_WORDS = 40  # of a text that is an article


def recognise(document: Document) -> bool:
    """Return whether a document is a web page, or a text of some length, and has no mark of a Ground News page."""
    if has_marks_of_ground_news(document):
        return False
    if document.page is not None:
        return True
    return sum(count_words(line.text) for line in document.lines) >= _FEWEST_WORDS


def parse(document: Document) -> Facts:
    """Return what an article tells.

    :raises DocumentError: if the page is none: a notice, a list, a newsletter, a text of another sort
    """
    parts = _parts(document)
    texts = tuple(passage for passage in (parts.standfirst, *parts.body) if passage)
    dateline, evidence = _dateline(parts, document)
    published = parts.published
    if dateline and dateline.day and not published.stated and evidence:
        published = stated(dateline.day.isoformat(), evidence)
    byline = parts.byline
    if dateline and dateline.agency and not byline.stated and document.page is None and evidence:
        byline = stated(dateline.agency, evidence)
    return Facts(
        title=parts.title,
        language=parts.language,
        standfirst=parts.standfirst,
        summary=lead(parts.body),
        summary_form="prose",
        summary_by=parts.outlet if parts.outlet.stated else byline,
        published=published,
        updated=parts.updated,
        byline=byline,
        outlet=parts.outlet,
        dateline=stated(dateline.place, evidence) if dateline and evidence else Field(),
        address=parts.address,
        page_topics=parts.topics,
        quotes=pick.quotes(texts, Origin.OUTLET),
        people=pick.people(texts, Origin.OUTLET),
        dates=pick.dates(texts),
        figures=pick.figures(texts),
    )


def _parts(document: Document) -> Parts:
    page = document.page
    reason: str | None
    if page is None:
        reason = why_no_text_article(document.lines)
        parts = read_text(document.lines) if reason is None else Parts(title=Passage(""))
        if reason is None and not _is_article(parts, document):
            reason = "holds too little running text for an article"
    else:
        parts = read_page(document, page)
        reason = why_no_page_of_an_article(page, document.shown_lines, parts)
    if reason:
        raise DocumentError(reason)
    return parts


def _is_article(parts: Parts, document: Document) -> bool:
    """Whether the parts of a text are an article's: several paragraphs, or one with something that an article has."""
    words = sum(count_words(passage.text or "") for passage in parts.body)
    running = sum(is_running(passage.text or "") for passage in parts.body)
    has_head = bool(parts.title.text) or parts.byline.stated or parts.published.stated
    has_head = has_head or _dateline(parts, document)[0] is not None
    return words >= _FEWEST_WORDS and (running > 1 or (running == 1 and has_head))


def _dateline(parts: Parts, document: Document) -> tuple[Dateline | None, Evidence | None]:
    """Return the dateline that the text begins with, and the lines that have it."""
    first = next(iter(parts.body), None)
    dateline = read_dateline(first.text or "") if first else None
    if first is None or dateline is None or first.lines is None:
        return None, None
    numbers = range(first.lines.first, first.lines.last + 1)
    words = tuple(line.text for line in document.lines if line.number in numbers)
    return dateline, Evidence(first.lines, words if len(numbers) > 1 else (first.text or "",))
