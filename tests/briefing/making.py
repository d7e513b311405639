"""Stories made by hand, and their pages, for tests that look at one thing of them."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any

from jinja2 import Environment, FileSystemLoader
from lxml import html

from briefing import story
from briefing.rendering import MarkdownRenderer
from briefing.settings import BOXES, PARTIALS
from briefing.story import (
    Card,
    Correction,
    DateFrom,
    Document,
    Evidence,
    Field,
    Figure,
    FirstReport,
    Lines,
    Organisation,
    Origin,
    Passage,
    Person,
    Quote,
    Save,
    Sides,
    Story,
    WrittenDate,
)
from briefing.texts import Texts
from briefing.translating import install
from briefing.view import View

DAY = datetime.date(2026, 6, 2)
_TEMPLATES = Environment(loader=FileSystemLoader(PARTIALS), autoescape=True, trim_blocks=True, lstrip_blocks=True)
install(_TEMPLATES, Texts.chosen({}))


def evidence(*words: str, first: int = 40) -> Evidence:
    """Return evidence of lines from ``first``, a line for each text."""
    return Evidence(Lines(first, first + len(words) - 1), words)


def stated(value: Any, found: Evidence | str, origin: Origin = Origin.PAGE) -> Field[Any]:
    """Return a stated field; ``found`` may be the words alone."""
    return story.stated(value, found if isinstance(found, Evidence) else evidence(found), origin)


def locked(words: str, first: int) -> Field[Any]:
    """Return a field that needs a subscription."""
    return story.locked(evidence(words, first=first))


def a_story(**values: Any) -> Story:
    """Return a story with a headline and an id; all else is given, or absent."""
    usual: dict[str, Any] = {
        "id": "urn:uuid:0b2c1f0e-5f5d-5c0e-8a4e-3d6f0c8f7a11",
        "slug": "harbour-reopens-0b2c1f",
        "date": DAY,
        "date_from": DateFrom.FIRST_REPORT,
        "added": datetime.datetime(2026, 6, 3, 6, 30, tzinfo=datetime.UTC),
        "document": Document("world/harbour.txt", "0f" * 32, "ground-news-story"),
        "title": Passage("Harbour reopens", Lines(3, 3)),
    }
    return Story(**usual | values)


def a_full_story(**values: Any) -> Story:
    """Return a story with something in each section, some of it hostile."""
    first = evidence("Coast FM broke the news in Port Ellis, Sundrey on Tuesday, June 2, 2026.", first=48)
    usual: dict[str, Any] = {
        "category": "world",
        "language": "en",
        "topics": ("Port Ellis", "Sea, salt"),
        "standfirst": Passage("PORT ELLIS, JUN 2 — After *nine* years, ships are back.", Lines(5, 5)),
        "summary": (
            Passage("The harbour opened on Tuesday, June 2, 2026, at a cost of $4 million.", Lines(7, 7)),
            Passage('Mayor Ida Storm said "the sea is <b>ours</b> again" | and rang a bell.', Lines(8, 8)),
        ),
        "summary_form": "points",
        "summary_by": stated("Ground AI", evidence("Insights by Ground AI", first=9)),
        "side_summaries": Sides(stated("It cost too much.", evidence("It cost too much.", first=60)), Field(), Field()),
        "articles": stated(18, evidence("18 Articles", first=19)),
        "bias": Sides(
            stated(20, evidence("20% Left", first=34)),
            stated(57, evidence("57% of the sources are Center", "57% Center", first=35)),
            Field(),
        ),
        "counts": Sides(Field(), stated(4, evidence("Center", "4", first=22)), Field()),
        "first_report": FirstReport(
            stated("Coast FM", first), stated("Port Ellis, Sundrey", first), stated(DAY, first)
        ),
        "factuality": locked("To view factuality data please Upgrade to Premium", 40),
        "ownership": locked("To view ownership data please Upgrade to Vantage", 46),
        "page_topics": stated(("Ports", "Sea, salt"), evidence("Ports", "Sea, salt", first=50)),
        "quotes": (Quote("the sea is <b>ours</b> again", "Ida Storm", "Mayor", lines=Lines(8, 8)),),
        "people": (Person("Ida Storm", "Mayor", lines=Lines(8, 8)),),
        "organisations": (Organisation("Port Authority", Origin.OUTLET, Lines(24, 24)),),
        "dates": (WrittenDate("Tuesday, June 2, 2026", DAY, Lines(7, 7)),),
        "figures": (Figure("$4 million", Lines(7, 7)),),
        "coverage": (
            Card(
                headline="Ships are back [video]",
                outlet="Coast FM",
                bias="Lean Left",
                excerpt="The first ship came at dawn, and the band pl",
                excerpt_cut=True,
                place="Port Ellis, Sundrey",
                reposts=11,
                lines=Lines(21, 29),
            ),
            Card(outlet="not stated", excerpt="Nobody came…", reposted_by=("A, B", "C"), lines=Lines(30, 33)),
        ),
        "corrections": (Correction(datetime.date(2026, 6, 5), "The harbour opened at noon, not at dawn."),),
    }
    return a_story(**usual | values)


def an_earlier_save(**values: Any) -> Save:
    """Return an earlier save of the full story: fewer articles, other shares, another headline and first report."""
    first = evidence("Sundrey Herald broke the news in on Monday, June 1, 2026.", first=44)
    usual: dict[str, Any] = {
        "document": Document("world/harbour-monday.txt", "1e" * 32, "ground-news-story"),
        "title": Passage("Harbour may reopen", Lines(3, 3)),
        "articles": stated(14, evidence("14 Articles", first=17)),
        "bias": Sides(Field(), stated(60, evidence("60% of the sources are Center", first=31)), Field()),
        "first_report": FirstReport(stated("Sundrey Herald", first), Field(), stated(datetime.date(2026, 6, 1), first)),
    }
    return Save(**usual | values)


def page_of(shown: Story, template: str = "story", boxes: Collection[str] = BOXES) -> html.HtmlElement:
    """Return what a page shows of a story, as a tree."""
    view = View(shown, MarkdownRenderer(shown.additions).render, boxes)
    rendered = _TEMPLATES.get_template(f"briefing/{template}.html").render(story=shown, view=view)
    return html.fragment_fromstring(rendered, create_parent="div")
