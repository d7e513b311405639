"""The grammar of a post: its sections, their usual headings, and the labels of values.

Sections are known by their comment (``<!-- facts -->``), so that headings can be translated or reworded.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from briefing.story import Lines, Save

FORMAT = 1
_MOST_DIGITS = 9

# Section and usual heading, in the order of a post.
HEADINGS = {
    "standfirst": "",
    "summary": "In short",
    "facts": "At a glance",
    "sides": "In short, by leaning",
    "quotes": "Quoted",
    "people": "People",
    "organisations": "Organisations",
    "dates": "Dates",
    "figures": "Figures",
    "articles": "Articles on the page",
    "history": "What changed",
    "corrections": "Corrections",
}

SIDES = {"Left": "left", "Center": "center", "Right": "right"}


@dataclass(frozen=True, slots=True)
class Codec:
    """How a value is written in a cell; ``parse`` raises ValueError for what is not ``expected``."""

    expected: str
    parse: Callable[[str], Any]
    format: Callable[[Any], str] = str


def parse_number(text: str) -> int:
    """Return a whole number written in digits, at most nine of them.

    :raises ValueError: for anything else
    """
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise ValueError
    return int(text)


def parse_day(text: str) -> datetime.date:
    """Return a day written as ``2026-06-02``, of the year 1000 or later.

    :raises ValueError: for anything else
    """
    if not re.fullmatch(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError
    return datetime.date.fromisoformat(text)


@lru_cache(maxsize=1024)  # the same few hundred stand in all posts
def parse_lines(text: str) -> Lines:
    """Return lines written as ``12`` or ``12-17``.

    :raises ValueError: for anything else, also if the last is before the first
    """
    first, dash, last = text.partition("-")
    start = parse_number(first)
    end = parse_number(last) if dash else start
    if not 1 <= start <= end:
        raise ValueError
    return Lines(start, end)


def _parse_percent(text: str) -> int:
    share = parse_number(text.removesuffix("%").strip())
    if share > 100:  # noqa: PLR2004 - per cent
        raise ValueError
    return share


TEXT = Codec("a text", str)
COUNT = Codec("a number such as 18", parse_number)
PERCENT = Codec("a share such as 57%", _parse_percent, lambda share: f"{share}%")
DAY = Codec("a day such as 2026-06-02", parse_day, datetime.date.isoformat)


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of the facts' table.

    ``always``: written even where the page does not say it; ``of_articles``: the same in a post of an article.
    """

    label: str
    path: str  # attribute of the story; a dot leads into a part
    codec: Codec
    always: bool = True
    of_articles: bool = False


TOPIC_LABEL = "Topic"  # of page_topics: a row for each

FACT_ROWS = (
    FactRow("First reported by", "first_report.outlet", TEXT),
    FactRow("First reported in", "first_report.place", TEXT),
    FactRow("First reported on", "first_report.date", DAY),
    FactRow("Articles", "articles", COUNT),
    FactRow("Left", "bias.left", PERCENT),
    FactRow("Center", "bias.center", PERCENT),
    FactRow("Right", "bias.right", PERCENT),
    FactRow("Left, counted", "counts.left", COUNT, always=False),
    FactRow("Center, counted", "counts.center", COUNT, always=False),
    FactRow("Right, counted", "counts.right", COUNT, always=False),
    FactRow("Outlet", "outlet", TEXT, always=False, of_articles=True),
    FactRow("Byline", "byline", TEXT, always=False, of_articles=True),
    FactRow("Dateline", "dateline", TEXT, always=False),
    FactRow("Address", "address", TEXT, always=False),
    FactRow("Published", "published", TEXT, of_articles=True),
    FactRow("Updated", "updated", TEXT),
    FactRow("Sources mostly from", "sources_from", TEXT),
    FactRow("Factuality", "factuality", TEXT),
    FactRow("Ownership", "ownership", TEXT),
    FactRow("Blindspot", "blindspot", TEXT, always=False),
)
FACT_LABELS = (*(row.label for row in FACT_ROWS), TOPIC_LABEL)
# The facts that an earlier save has too.
SAVE_ROWS = tuple(row for row in FACT_ROWS if row.path.partition(".")[0] in {part.name for part in fields(Save)})


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """A labelled value below an item. ``many``: it may stand more than once."""

    label: str
    attribute: str  # of the item; a dot leads into a part
    codec: Codec = TEXT
    many: bool = False


ITEM_LABELS: dict[str, tuple[ItemLabel, ...]] = {
    "articles": (
        ItemLabel("Outlet", "outlet"),
        ItemLabel("Leaning", "bias"),
        ItemLabel("Place", "place"),
        ItemLabel("Reposts", "reposts", COUNT),
        ItemLabel("Reposted by", "reposted_by", many=True),
        ItemLabel("Excerpt", "excerpt"),
        ItemLabel("Link", "url"),
        ItemLabel("Time", "time"),
    ),
    "quotes": (ItemLabel("Speaker", "speaker"), ItemLabel("Role", "role")),
    "people": (ItemLabel("Role", "role"),),
    "dates": (ItemLabel("Day", "date", DAY),),
    "history": (
        ItemLabel("Document", "document.name"),
        ItemLabel("SHA-256", "document.sha256"),
        ItemLabel("Kind", "document.kind"),
        *(ItemLabel(row.label, row.path, row.codec) for row in SAVE_ROWS),
    ),
}
ELLIPSIS = "…"
ELLIPSIS_REFERENCE = "&#8230;"  # an ellipsis that is the text's own, at its end
