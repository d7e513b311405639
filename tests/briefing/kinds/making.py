"""Story pages of invented outlets and places, put together from their parts for tests that look at one of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing import truth
from briefing.documents import Document
from briefing.documents.html import read_page
from briefing.documents.lines import number_lines
from briefing.documents.privacy import drop_private
from briefing.kinds import ground_news
from briefing.story import Card, Facts

PAGES = Path(__file__).parent / "pages"
SAMPLES = Path(__file__).parents[3] / "content" / "documents"

HEADLINE = "Aldersea opens its harbour"
POINT = "  • The harbour opened at noon."
CARD = (
    "Aldersea MercuryAldersea Mercury",
    "+11 Reposted by 11 other sources",
    "Center",
    "Ships are back",
    "The first came at dawn.",
    "·Aldersea, Wendmark",
    "Read Full Article",
)
BELOW = (
    "Bias Distribution",
    "  • 57% of the sources are Center",
    "57% Center",
    "To view factuality data please Upgrade to Premium",
)


def document(text: str) -> Document:
    """Return a text as the document that it would be read as."""
    kept, private = drop_private(number_lines(text))
    return Document(kept, private)


def web_page(source: str) -> Document:
    """Return the source of a web page as the document that it would be read as."""
    drawn = read_page(source)
    kept, private = drop_private(drawn.lines)
    return Document(kept, private, page=drawn)


def page(
    *,
    top: Sequence[str] = ("Published loading...Updated",),
    headline: Sequence[str] = (HEADLINE,),
    summary: Sequence[str] = (POINT, "Insights by Ground AI"),
    count: Sequence[str] = ("18 Articles",),
    cards: Sequence[str] = CARD,
    below: Sequence[str] = BELOW,
) -> Document:
    """Return a page in the layout of the seed; each part is its lines."""
    return document("\n".join([*top, *headline, *summary, *count, *cards, *below]))


def parsed(document: Document) -> Facts:
    """Return what a page tells; all of it stands in the page."""
    facts = ground_news.parse(document)
    assert () == truth.untrue(facts, document.lines)
    return facts


def cards_of(*lines: str) -> list[Card]:
    """Return the cards that these lines are read as."""
    return list(parsed(page(cards=lines)).coverage)
