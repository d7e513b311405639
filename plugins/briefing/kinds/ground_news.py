"""Kind ``ground-news-story``: a story page of Ground News, saved as text in any layout.

The page is read by its labels, in whatever order they come, never by line positions. One walk over the lines
sorts them into parts (``ground_news_parts``); each part is then read by itself. What is cut off at the end of a
document is absent.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.documents import Document, DocumentError
from briefing.facts import pick
from briefing.facts.dates import find_dates
from briefing.kinds import ground_news_words as words
from briefing.kinds.ground_news_cards import parse_cards
from briefing.kinds.ground_news_parts import SENTENCE_END, Parts, passage_of, sort
from briefing.kinds.shares import Mentions
from briefing.kinds.tokens import Token, evidence, run, tokenise
from briefing.story import Facts, Field, FirstReport, Passage, locked, stated

NAME = "ground-news-story"


def recognise(document: Document) -> bool:
    """Return whether enough different marks of one story page stand in a document's lines."""
    texts = [line.text for line in document.shown_lines]
    found = [proves for mark, proves in words.MARKS if any(mark.fullmatch(text) for text in texts)]
    if _counts_twice(texts):
        found.append(words.DOUBLED_COUNT_PROVES)
    is_ours = sum(found) >= words.ENOUGH_MARKS and max(found) >= words.OWN_MARK and len(found) > 1
    return is_ours and (document.page is not None or not _has_several(texts))


def _counts_twice(texts: Sequence[str]) -> bool:
    """Whether the number of articles stands there twice, below a summary or above all else."""
    for at, (first, second) in enumerate(pairwise(texts)):
        if first == second and words.COUNT.fullmatch(first):
            return at == 0 or any(above.fullmatch(texts[at - 1]) for above in words.ABOVE_COUNT)
    return False


def _has_several(texts: Sequence[str]) -> bool:
    """Whether a page tells several stories, as newsletters do: what a story page says once stands there again."""
    return any(sum(bool(label.fullmatch(text)) for text in texts) > 1 for label in words.ONCE)


def parse(document: Document) -> Facts:
    """Return what a story page tells.

    :raises DocumentError: if it is saved as HTML: its pop-overs and menus could be taken for the story's text
    """
    if document.page:
        message = "is a Ground News story saved as HTML, which cannot be read yet: save the page's text instead"
        raise DocumentError(message)
    tokens = tokenise(document.lines, words.GLUED)
    if not tokens:
        return Facts(title=Passage(""))
    parts = sort(tokens)
    mentions = Mentions(tokens, parts.rest)
    title, standfirst = _title_and_standfirst(parts)
    summary = _summary(parts)
    texts = tuple(passage for passage in (standfirst, *summary) if passage)
    return Facts(
        title=title,
        standfirst=standfirst,
        summary=summary,
        summary_form=parts.form,
        summary_by=parts.by,
        published=parts.published,
        articles=_articles(tokens, parts.count),
        bias=mentions.bias(),
        counts=mentions.counts(parts.cards),
        first_report=_first_report(tokens, parts.rest),
        sources_from=_sources_from(tokens, parts.rest),
        factuality=_withheld(tokens, parts.rest, "factuality"),
        ownership=_withheld(tokens, parts.rest, "ownership"),
        coverage=parse_cards(parts.cards, end=tokens[-1]),
        quotes=pick.quotes(texts),
        people=pick.people(texts),
        dates=pick.dates(texts),
        figures=pick.figures(texts),
    )


def _title_and_standfirst(parts: Parts) -> tuple[Passage, Passage | None]:
    """Return the headline, and the line below it where a summary or the number of articles follows.

    Where neither does, that line could as well be the first article's.
    """
    passages = [passage_of(token) for token in parts.head[:2]] or [Passage("")]
    known = parts.counted or parts.form or parts.by.stated
    return passages[0], passages[1] if known and len(passages) > 1 else None


def _summary(parts: Parts) -> tuple[Passage, ...]:
    """Return the summary's passages; of prose whose end nothing tells, only a first paragraph that is one."""
    if parts.form != "prose":
        return tuple(parts.points)
    if parts.counted:
        return tuple(parts.prose)
    return tuple(passage for passage in parts.prose[:1] if SENTENCE_END.search(passage.text or ""))


def _articles(tokens: Sequence[Token], at: int | None) -> Field[int]:
    match = None if at is None else words.COUNT.fullmatch(tokens[at].text)
    count = int(match["count"].replace(",", "")) if match else 0
    if at is None or count == 0:  # the site prints 0 where it does not know
        return Field()
    return stated(count, run(tokens, at, (token.text == tokens[at].text for token in tokens[at + 1 :])))


def _first_report(tokens: Sequence[Token], rest: Sequence[int]) -> FirstReport:
    for index in rest:
        token = tokens[index]
        read = evidence([token])
        match = words.FIRST_REPORT.fullmatch(token.text)
        if match:
            days = find_dates(match["date"])
            return FirstReport(
                stated(match["outlet"], read),
                stated(match["place"], read) if match["place"] else Field(),
                stated(days[0].date, read) if days else Field(),
            )
        if token is tokens[-1]:
            cut = words.FIRST_REPORT_CUT.fullmatch(token.text)
            return FirstReport(stated(cut["outlet"], read)) if cut else FirstReport()
        match = words.FIRST_REPORT_WITHOUT_DATE.fullmatch(token.text)
        if match:
            return FirstReport(stated(match["outlet"], read), stated(match["place"], read))
    return FirstReport()


def _sources_from(tokens: Sequence[Token], rest: Sequence[int]) -> Field[str]:
    for index in rest:
        match = words.SOURCES_FROM.fullmatch(tokens[index].text)
        if match:
            return stated(match["place"], evidence([tokens[index]]))
    return Field()


def _withheld(tokens: Sequence[Token], rest: Sequence[int], fact: str) -> Field[str]:
    for index in rest:
        match = words.PAYWALL.fullmatch(tokens[index].text)
        if match and match["fact"] == fact:
            return locked(evidence([tokens[index]]))
    return Field()
