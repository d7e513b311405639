"""The parts of an article, in whatever form it is saved."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.story import Field, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What an article's document gives; ``body`` has its paragraphs of running text, in their order."""

    title: Passage
    standfirst: Passage | None = None
    body: tuple[Passage, ...] = ()
    byline: Field[str] = Field()
    outlet: Field[str] = Field()
    published: Field[str] = Field()
    updated: Field[str] = Field()
    address: Field[str] = Field()
    language: str | None = None
    topics: Field[tuple[str, ...]] = Field()
