"""What of others' texts a site sends out: the setting ``RIGHTS``, which holds for pages, feeds and data alike.

``full``: all. ``short``: the first 25 words of summary points and excerpts, and of quotations. ``facts``: the
headline, outlets, links and facts, with quotations of at most 25 words; no summary and no excerpt. An editor's
own words are the site's and are never held back; a text that has more than 25 words in a row from the page is not
the editor's own, whoever changed it.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from briefing.shortening import repeats, shorten, shorten_lines
from briefing.story import Card, Evidence, Field, FirstReport, Origin, Passage, Quote, Save, Sides, Story

MOST_WORDS = 25


def hold_to(story: Story, rights: str) -> Story:
    """Return what of ``story`` may be sent out.

    :param rights: one of :data:`briefing.settings.RIGHTS`
    """
    if rights == "full":
        return story
    keep = rights == "short"
    texts = {
        "standfirst": _passage(story.standfirst, keep=keep) if story.standfirst else None,
        "summary": tuple(_passage(passage, keep=keep) for passage in story.summary),
        "side_summaries": Sides(*(_side_summary(field, keep=keep) for field in _parts(story.side_summaries))),
        "coverage": tuple(_card(card, keep=keep) for card in story.coverage),
        "quotes": tuple(_quote(quote) for quote in story.quotes),
        "history": tuple(dataclasses.replace(save, **_facts(save)) for save in story.history),
    }
    return dataclasses.replace(story, **_facts(story) | texts)


def _held(text: str | None, *, keep: bool) -> str | None:
    return shorten(text, MOST_WORDS) if keep and text is not None else None


def _is_own(text: str | None, page: str | None) -> bool:
    """Whether an editor's text is the editor's own, although the page has another in its place."""
    return text is not None and not repeats(text, page or "", MOST_WORDS)


def _passage(passage: Passage, *, keep: bool) -> Passage:
    page = _passage(passage.page, keep=keep) if passage.page else None
    if passage.lines is None and _is_own(passage.text, passage.page.text if passage.page else None):
        return dataclasses.replace(passage, page=page)
    if page and not keep:
        return page
    return dataclasses.replace(passage, text=_held(passage.text, keep=keep), page=page)


def _card(card: Card, *, keep: bool) -> Card:
    page = _card(card.page, keep=keep) if card.page else None
    said = card.page.excerpt if card.page else None
    is_editors = card.lines is None and card.excerpt != said and _is_own(card.excerpt, said)
    if card.excerpt is None or is_editors:
        return dataclasses.replace(card, page=page)
    excerpt = shorten(card.excerpt, MOST_WORDS)
    if not keep:
        return dataclasses.replace(card, excerpt=None, excerpt_cut=False, page=page)
    if excerpt == card.excerpt:
        return dataclasses.replace(card, page=page)
    return dataclasses.replace(card, excerpt=excerpt.removesuffix("…"), excerpt_cut=True, page=page)


def _quote(quote: Quote) -> Quote:
    page = _quote(quote.page) if quote.page else None
    if quote.origin is Origin.EDITOR and _is_own(quote.text, quote.page.text if quote.page else None):
        return dataclasses.replace(quote, page=page)
    return dataclasses.replace(quote, text=shorten(quote.text, MOST_WORDS), page=page)


def _side_summary(field: Field[str], *, keep: bool) -> Field[str]:
    """Return a summary whose evidence is itself: of both the same is left."""
    page = _side_summary(field.page, keep=keep) if field.page else None
    if field.origin is Origin.EDITOR and _is_own(field.value, field.page.value if field.page else None):
        return dataclasses.replace(field, page=page)
    evidence = field.evidence
    if evidence and field.stated:
        words = shorten_lines(evidence.words, MOST_WORDS, None) if keep else ()
        evidence = Evidence(evidence.lines, words)
    return dataclasses.replace(field, value=_held(field.value, keep=keep), evidence=evidence, page=page)


def _facts(holder: Story | Save) -> dict[str, Any]:
    """Return all fields of a story or a save."""
    values = {field.name: getattr(holder, field.name) for field in dataclasses.fields(holder)}
    return {name: _fields(value) for name, value in values.items() if isinstance(value, Field | Sides | FirstReport)}


def _fields(value: Any) -> Any:
    """Return fields with the words of their evidence shortened: they are quotations too."""
    return _field(value) if isinstance(value, Field) else type(value)(*(_field(part) for part in _parts(value)))


def _parts(fields: Any) -> list[Field[Any]]:
    return [getattr(fields, part.name) for part in dataclasses.fields(fields)]


def _field(field: Field[Any]) -> Field[Any]:
    page = _field(field.page) if field.page else None
    if field.evidence is None:
        return dataclasses.replace(field, page=page)
    words = shorten_lines(field.evidence.words, MOST_WORDS, field.value)
    return dataclasses.replace(field, evidence=Evidence(field.evidence.lines, words), page=page)
