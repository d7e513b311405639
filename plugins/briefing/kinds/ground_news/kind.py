"""Kind ``ground-news-story``: a story page of Ground News, saved as text, Markdown or HTML in any layout.

The page is read by its labels, in whatever order they come, never by line positions. What a form knows beyond its
lines is read first (``forms``). One walk over the lines sorts them into parts (``parts``); each
part is then read by itself. What is cut off at the end of a document is absent.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.documents import Document
from briefing.facts import pick
from briefing.kinds.ground_news import words
from briefing.kinds.ground_news.boxes import Boxes, page_topics
from briefing.kinds.ground_news.cards import parse_cards
from briefing.kinds.ground_news.forms import Saved, read_form, visible_texts
from briefing.kinds.ground_news.parts import SENTENCE_END, Parts, passage_of, published_and_updated, sort
from briefing.kinds.ground_news.shares import Mentions
from briefing.kinds.ground_news.sides import split_sides
from briefing.kinds.ground_news.tokens import Token, run
from briefing.story import Facts, Field, Passage, stated

NAME = "ground-news-story"
_HEADLINE_LEVEL = 2  # of headings; those of articles are lower


def recognise(document: Document) -> bool:
    """Return whether enough different marks of one story page stand in a document's lines."""
    texts = visible_texts(document)
    return _has_marks(texts) and not _has_several(texts, is_page=document.page is not None)


def _has_marks(texts: Sequence[str]) -> bool:
    """Whether the texts have enough marks; once they have, which is soon, the others are not looked for."""
    found: list[int] = []
    for proves in words.marks_in(texts):
        found.append(proves)
        if _are_enough(found):
            return True
    return _counts_twice(texts) and _are_enough([*found, words.DOUBLED_COUNT_PROVES])


def _are_enough(found: Sequence[int]) -> bool:
    return sum(found) >= words.ENOUGH_MARKS and max(found) >= words.OWN_MARK and len(found) > 1


def _counts_twice(texts: Sequence[str]) -> bool:
    """Whether the number of articles stands there twice, below a summary or above all else."""
    for at, (first, second) in enumerate(pairwise(texts)):
        if first == second and words.COUNT.fullmatch(first):
            return at == 0 or any(above.fullmatch(texts[at - 1]) for above in words.ABOVE_COUNT)
    return False


def _has_several(texts: Sequence[str], *, is_page: bool) -> bool:
    """Whether a page tells several stories, as newsletters do: what a story page says once stands there again.

    A web page may draw a part for wide windows and again for narrow ones: there the line above is the same too.
    """
    whole = "\n".join(texts)
    for sign, label in words.ONCE:
        if whole.count(sign) <= 1:
            continue
        said = [at for at, text in enumerate(texts) if sign in text and label.fullmatch(text)]
        places = {(texts[at - 1] if at else "", texts[at]) for at in said} if is_page else set(said)
        if len(places) > 1:
            return True
    return False


def parse(document: Document) -> Facts:
    """Return what a story page tells."""
    saved = read_form(document)
    side_summaries, tokens = split_sides(saved.tokens, saved.end)
    at = None if saved.is_plain else _headline_at(tokens, saved.head.title)
    above, tokens = ([], tokens) if at is None else (tokens[:at], tokens[at:])
    parts = sort(tokens, saved.end, titled=at is not None, known_cards=saved.cards is not None)
    published, updated = _dates(saved, parts, above)
    title, standfirst = _title(saved, parts), _standfirst(saved, parts)
    summary = _summary(parts)
    texts = tuple(passage for passage in (standfirst, *summary) if passage)
    mentions = Mentions(tokens, parts.rest, saved.end)
    boxes = Boxes(tokens, parts.rest, saved.end)
    return Facts(
        title=title,
        language=saved.head.language,
        standfirst=standfirst,
        summary=summary,
        summary_form=parts.form,
        summary_by=parts.by,
        side_summaries=side_summaries,
        published=published,
        updated=updated,
        articles=_articles(tokens, parts.count),
        bias=mentions.bias(saved.bars),
        counts=mentions.counts(parts.cards),
        first_report=boxes.first_report(),
        sources_from=boxes.sources_from(),
        factuality=boxes.factuality(),
        ownership=boxes.ownership(),
        blindspot=parts.blindspot if parts.blindspot.stated else boxes.blindspot(),
        address=saved.head.address,
        page_topics=page_topics(tokens, parts.topics, saved.texts, saved.end),
        coverage=(
            (*parse_cards(parts.opinions, saved.end), *parse_cards(parts.cards, saved.end))
            if saved.cards is None
            else saved.cards
        ),
        quotes=pick.quotes(texts),
        people=pick.people(texts),
        dates=pick.dates(texts),
        figures=pick.figures(texts),
    )


def _headline_at(tokens: Sequence[Token], title: Passage | None) -> int | None:
    """Return where the headline stands: the page's first heading of the first level, else the title's words.

    Of several such headings it is the one that is the title; below the summary the same words are an article's.
    """
    headings = [at for at, token in enumerate(tokens) if token.heading == 1 and words.label_of(token.text) is None]
    summary = next((at for at, token in enumerate(tokens) if _begins_summary(token)), len(tokens))
    named = [at for at, token in enumerate(tokens[:summary]) if title and token.text == title.text]
    both = [at for at in headings if at in named]
    return next(iter(both or headings or named), None)


def _begins_summary(token: Token) -> bool:
    return token.is_point or words.label_of(token.text) in {"author", "count", "part"}


def _title(saved: Saved, parts: Parts) -> Passage:
    """Return the headline: in a web page's text none of the first lines is one unless its markup says so."""
    if parts.titled:
        return passage_of(parts.head[0]) if parts.head else saved.head.title or Passage("")
    if saved.head.title:
        return saved.head.title
    headings = [token for token in parts.head if 0 < token.heading <= _HEADLINE_LEVEL]
    found = headings or ([] if saved.is_page else parts.head)
    return passage_of(found[0]) if found else Passage("")


def _standfirst(saved: Saved, parts: Parts) -> Passage | None:
    """Return the line below the headline where a summary or the number of articles follows.

    Where neither does, that line could as well be the first article's. Forms with markup have buttons and captions
    there too: it is the first that ends as sentences do.
    """
    if not (parts.counted or parts.form or parts.by.stated):
        return None
    if saved.is_plain:
        return passage_of(parts.head[1]) if len(parts.head) > 1 else None
    if not parts.titled:
        return None
    below = (token for token in parts.head[1:] if not token.address and SENTENCE_END.search(token.text))
    return next((passage_of(token) for token in below), None)


def _dates(saved: Saved, parts: Parts, above: Sequence[Token]) -> tuple[Field[str], Field[str]]:
    """Return when the page was published and updated: as it says out of sight, else in its text."""
    lines = [token for token in above if words.label_of(token.text) == "published"]
    published, updated = published_and_updated(lines[-1]) if lines else (parts.published, parts.updated)
    head = saved.head
    return head.published if head.published.stated else published, head.updated if head.updated.stated else updated


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
