"""Stories and rows for tests, and posts with what tests say of them."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from briefing import editing
from briefing.story import (
    Card,
    DateFrom,
    Document,
    Evidence,
    Field,
    FirstReport,
    Lines,
    Passage,
    Sides,
    Story,
    locked,
    stated,
)
from edition.archive import ArchiveInMemory, Entry
from edition.row import Row, TopicName, make_row
from tests.briefing.strategies import stories

DAY = datetime.date(2026, 6, 2)
ADDED = datetime.datetime(2026, 6, 3, 6, 30, tzinfo=datetime.UTC)


def an_id(number: int) -> str:
    return f"urn:uuid:{uuid.UUID(int=number)}"


def read(value: Any, first: int, words: str = "the words") -> Field[Any]:
    return stated(value, Evidence(Lines(first, first), (words,)))


def a_story(number: int = 1, **changes: Any) -> Story:
    """Return a story with a little of everything; ``number`` makes its id and slug."""
    values: dict[str, Any] = {
        "id": an_id(number),
        "slug": f"story-{number}",
        "date": DAY,
        "date_from": DateFrom.FIRST_REPORT,
        "added": ADDED,
        "topics": ("Mayo Clinic", "Microsoft"),
        "category": "Health",
        "document": Document("health/page.txt", "0" * 64, "ground-news-story"),
        "title": Passage(f"Story {number}", Lines(10, 10)),
        "summary": (Passage("The first point.", Lines(12, 12)), Passage("The second.", Lines(13, 13))),
        "summary_form": "points",
        "summary_by": read("Ground AI", 17),
        "articles": read(18, 19),
        "bias": Sides(Field(), read(57, 35), Field()),
        "first_report": FirstReport(read("CNN", 48), read("Atlanta, United States", 48), read(DAY, 48)),
        "factuality": locked(Evidence(Lines(40, 40), ("Upgrade",))),
        "coverage": (Card("A headline", "Post Bulletin", "Center", place="Cherokee County", lines=Lines(21, 29)),),
    }
    return Story(**values | changes)


def a_row(number: int = 1, *, topics: tuple[str, ...] = (), **changes: Any) -> Row:
    story = a_story(number, **changes)
    path = f"{story.date:%Y/%m/%d}/{story.slug}/"
    return make_row(story, path, (TopicName(topic, topic.lower().replace(" ", "-")) for topic in topics))


def archive_of(rows: Iterable[Row]) -> ArchiveInMemory:
    return ArchiveInMemory(map(Entry, rows))


@st.composite
def edited_stories(draw: st.DrawFn) -> Story:
    """Stories of any content, in which an editor changed any part."""
    written, other = draw(stories()), draw(stories())
    changed = draw(st.sets(st.sampled_from(CHANGEABLE)))
    values = {name: getattr(other if name in changed else written, name) for name in Story.__dataclass_fields__}
    return editing.attribute(Story(**values), written)


CHANGEABLE = (
    "title", "standfirst", "summary", "summary_form", "summary_by", "side_summaries", "published", "updated",
    "articles", "bias", "counts", "first_report", "sources_from", "factuality", "ownership", "blindspot", "byline",
    "outlet", "dateline", "address", "page_topics", "coverage", "quotes", "people", "organisations", "dates", "figures",
    "date", "topics",
)  # fmt: skip
