"""What of others' texts a site sends out: the setting ``RIGHTS``, which holds for pages, feeds and data alike.

``full``: all. ``short``: the first 25 words of summary points and excerpts, and of quotations. ``facts``: the
headline, outlets, links and facts, with quotations of at most 25 words; no summary and no excerpt. An editor's
own words are the site's and are never held back.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from briefing.story import Card, Evidence, Field, FirstReport, Origin, Passage, Quote, Sides, Story

RIGHTS = ("facts", "short", "full")
MOST_WORDS = 25
_ELLIPSIS = "…"


def hold_to(story: Story, rights: str) -> Story:
    """Return what of ``story`` may be sent out.

    :param rights: one of :data:`RIGHTS`
    """
    if rights == "full":
        return story
    keep = rights == "short"
    return dataclasses.replace(
        story,
        standfirst=_passage(story.standfirst, keep=keep) if story.standfirst else None,
        summary=tuple(_passage(passage, keep=keep) for passage in story.summary),
        coverage=tuple(_card(card, keep=keep) for card in story.coverage),
        quotes=tuple(_quote(quote) for quote in story.quotes),
        **{
            field.name: _evidence_of(getattr(story, field.name))
            for field in dataclasses.fields(story)
            if isinstance(getattr(story, field.name), Field | Sides | FirstReport)
        },
        side_summaries=Sides(
            *(
                _side_summary(getattr(story.side_summaries, side.name), keep=keep)
                for side in dataclasses.fields(story.side_summaries)
            )
        ),
    )


def shorten(text: str, words: int = MOST_WORDS) -> str:
    """Return the first ``words`` words of a text, ended by an ellipsis where some are left out."""
    match = re.match(rf"(?:\S+\s+){{{words - 1}}}\S+(?=\s)", text)
    return f"{match[0]} {_ELLIPSIS}" if match else text


def _passage(passage: Passage, *, keep: bool) -> Passage:
    page = _passage(passage.page, keep=keep) if passage.page else None
    if passage.lines is None or passage.text is None:
        return dataclasses.replace(passage, page=page)
    return dataclasses.replace(passage, text=shorten(passage.text) if keep else None, page=page)


def _card(card: Card, *, keep: bool) -> Card:
    page = _card(card.page, keep=keep) if card.page else None
    if card.excerpt is None or (card.page is None and card.lines is None):
        return dataclasses.replace(card, page=page)
    short = shorten(card.excerpt)
    if not keep:
        return dataclasses.replace(card, excerpt=None, excerpt_cut=False, page=page)
    if short == card.excerpt:
        return dataclasses.replace(card, page=page)
    return dataclasses.replace(card, excerpt=short.removesuffix(f" {_ELLIPSIS}"), excerpt_cut=True, page=page)


def _quote(quote: Quote) -> Quote:
    if quote.origin is Origin.EDITOR:
        return dataclasses.replace(quote, page=_quote(quote.page) if quote.page else None)
    return dataclasses.replace(quote, text=shorten(quote.text))


def _side_summary(field: Field[str], *, keep: bool) -> Field[str]:
    field = _field(field)
    if field.value is None or field.origin is Origin.EDITOR:
        return field
    return dataclasses.replace(field, value=shorten(field.value) if keep else None)


def _evidence_of(value: Any) -> Any:
    """Return fields with the words of their evidence shortened: they are quotations too."""
    if isinstance(value, Field):
        return _field(value)
    parts = [field.name for field in dataclasses.fields(value)]
    return type(value)(*(_field(getattr(value, part)) for part in parts))


def _field(field: Field[Any]) -> Field[Any]:
    page = _field(field.page) if field.page else None
    if field.evidence is None:
        return dataclasses.replace(field, page=page)
    words = tuple(shorten(text) for text in field.evidence.words)
    return dataclasses.replace(field, evidence=Evidence(field.evidence.lines, words), page=page)
