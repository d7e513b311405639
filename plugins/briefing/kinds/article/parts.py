"""The parts of an article, in whatever form it is saved."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.story import Field, Passage

_ABSENT: Field[str] = Field()
_NO_TOPICS: Field[tuple[str, ...]] = Field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What an article's document gives; ``body`` has its paragraphs of running text, in their order."""

    title: Passage
    standfirst: Passage | None = None
    body: tuple[Passage, ...] = ()
    byline: Field[str] = _ABSENT
    outlet: Field[str] = _ABSENT
    published: Field[str] = _ABSENT
    updated: Field[str] = _ABSENT
    address: Field[str] = _ABSENT
    language: str | None = None
    topics: Field[tuple[str, ...]] = _NO_TOPICS
