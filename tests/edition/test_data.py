"""The data of a story: each key of the design, and the schema that every file holds to."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import edition.data
from briefing.rights import hold_to
from briefing.story import (
    Card,
    Correction,
    Evidence,
    Field,
    FirstReport,
    Lines,
    Origin,
    Passage,
    Quote,
    State,
    Story,
    stated,
)
from edition.data import story_data, to_bytes
from edition.schema import story_schema
from edition.stories import StoryFiles
from tests.briefing.making import an_earlier_save
from tests.briefing.strategies import stories
from tests.edition.making import DAY, a_row, a_story, archive_of, edited_stories, read

SITE = "https://example.org/news"
SCHEMA = story_schema(SITE)
STORY = Draft202012Validator(SCHEMA)
KEYS = [
    "format", "rights", "id", "url", "path", "title", "title_lines",
    "date", "date_from", "added", "modified", "language", "category", "topics", "document",
    "published", "updated", "standfirst", "summary", "summary_form", "summary_by", "side_summaries", "articles", "bias",
    "counts", "first_report", "sources_from", "factuality", "ownership", "blindspot", "byline", "outlet", "dateline",
    "address", "page_topics", "coverage", "quotes", "people", "organisations", "dates", "figures", "corrections",
    "history",
]  # fmt: skip
SLOW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def form(name: str) -> Draft202012Validator:
    """Return the validator of one of the other forms in the schema."""
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def data(story: Story, rights: str = "full") -> dict[str, Any]:
    path = f"{story.date:%Y/%m/%d}/{story.slug}/"
    made = story_data(hold_to(story, rights), path=path, site_url=SITE, rights=rights)
    loaded: dict[str, Any] = json.loads(to_bytes(made))
    STORY.validate(loaded)
    return loaded


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert f"{SITE}/schema/story.json" == SCHEMA["$id"]
    assert "$id" not in story_schema("")


def test_the_schema_lets_no_object_have_more_or_less_than_its_keys() -> None:
    def objects(part: Any) -> Any:
        if isinstance(part, dict):
            if "properties" in part and part.get("type") == "object":
                yield part
            for value in part.values():
                yield from objects(value)
        elif isinstance(part, list):
            for value in part:
                yield from objects(value)

    found = list(objects(SCHEMA))
    assert len(found) > 20
    for part in found:
        assert part["additionalProperties"] is False
        assert list(part["properties"]) == part["required"]


def test_every_key_is_there_in_the_order_of_the_design() -> None:
    assert KEYS == list(data(a_story()))
    assert KEYS == list(SCHEMA["properties"])


def test_what_the_page_says_is_there_with_its_lines() -> None:
    made = data(a_story())
    assert ("Story 1", [10, 10]) == (made["title"], made["title_lines"])
    assert ("2026/06/02/story-1/", f"{SITE}/2026/06/02/story-1/") == (made["path"], made["url"])
    assert ("2026-06-02", "first_report", "2026-06-03T06:30:00+00:00") == (
        made["date"],
        made["date_from"],
        made["added"],
    )
    assert {"state": "stated", "value": 57, "lines": [35, 35], "origin": "page", "page": None} == made["bias"]["center"]
    assert {"state": "absent", "value": None, "lines": None, "origin": None, "page": None} == made["bias"]["left"]
    assert {"state": "locked", "value": None, "lines": [40, 40], "origin": "page", "page": None} == made["factuality"]
    assert {"text": "The first point.", "lines": [12, 12]} == made["summary"][0]
    assert {
        "state": "stated",
        "outlet": "CNN",
        "place": "Atlanta, United States",
        "date": "2026-06-02",
        "lines": [48, 48],
    } == made["first_report"]
    assert {"name": "health/page.txt", "sha256": "0" * 64, "kind": "ground-news-story"} == made["document"]


def test_a_story_that_says_nothing_has_every_key() -> None:
    story = a_story()
    values = {name: getattr(story, name) for name in ("id", "slug", "date", "date_from", "added")}
    made = data(Story(**values, title=Passage("")))
    assert (None, None, []) == (made["title"], made["document"], made["coverage"])
    assert {"state": "absent", "text": None, "lines": None} == made["standfirst"]
    assert {"state": "absent", "value": None, "lines": None} == made["page_topics"]
    assert {"state": "absent", "outlet": None, "place": None, "date": None, "lines": None} == made["first_report"]
    assert {"state": "absent", "date": None, "lines": None} == made["published"]


def test_what_an_editor_changed_has_no_lines_and_the_pages_own_value() -> None:
    by_editor = Field(State.STATED, 20, None, Origin.EDITOR, read(18, 19))
    outlet = Field(State.STATED, "BBC", None, Origin.EDITOR, read("CNN", 48))
    quote = Quote("We will see", "Mine", origin=Origin.EDITOR, page=Quote("We will", lines=Lines(14, 14)))
    made = data(
        a_story(
            articles=by_editor,
            title=Passage("Mine", None, Passage("Theirs", Lines(10, 10))),
            first_report=FirstReport(outlet, read("Atlanta", 48), Field()),
            factuality=Field(State.ABSENT, page=read("High", 40)),
            quotes=(quote,),
            corrections=(Correction(DAY, "It was 20."),),
        )
    )
    assert {
        "state": "stated",
        "value": 20,
        "lines": None,
        "origin": "editor",
        "page": {"state": "stated", "value": 18, "lines": [19, 19]},
    } == made["articles"]
    assert ("Mine", None) == (made["title"], made["title_lines"])
    assert ("BBC", "Atlanta", None) == tuple(made["first_report"][key] for key in ("outlet", "place", "lines"))
    assert {"state": "stated", "value": "High", "lines": [40, 40]} == made["factuality"]["page"]
    (quoted,) = made["quotes"]
    assert {"text": "We will see", "speaker": "Mine", "role": None, "origin": "editor", "lines": None} == quoted
    assert [{"date": "2026-06-02", "text": "It was 20."}] == made["corrections"]


def test_earlier_saves_are_there_with_their_own_documents() -> None:
    (save,) = data(a_story(history=(an_earlier_save(published=read("2026-06-01", 2)),)))["history"]
    assert {"name": "world/harbour-monday.txt", "sha256": "1e" * 32, "kind": "ground-news-story"} == save["document"]
    assert ("Harbour may reopen", [3, 3]) == (save["title"], save["title_lines"])
    assert ({"state": "stated", "date": "2026-06-01", "lines": [2, 2]}, "absent") == (
        save["published"],
        save["updated"]["state"],
    )
    assert (14, [17, 17], 60) == (save["articles"]["value"], save["articles"]["lines"], save["bias"]["center"]["value"])
    assert {
        "state": "stated",
        "outlet": "Sundrey Herald",
        "place": None,
        "date": "2026-06-01",
        "lines": [44, 44],
    } == save["first_report"]


def test_what_rights_hold_back_is_null_and_keeps_its_lines() -> None:
    story = a_story(
        standfirst=Passage("Stands first.", Lines(11, 11)),
        summary=(Passage("word " * 29 + "end", Lines(12, 12)),),
        coverage=(Card("A headline", excerpt="Some words", excerpt_cut=True, lines=Lines(21, 29)),),
        side_summaries=dataclasses.replace(a_story().side_summaries, left=read("Left says.", 60)),
    )
    facts, short = data(story, "facts"), data(story, "short")
    assert [{"text": None, "lines": [12, 12]}] == facts["summary"]
    assert {"state": "stated", "text": None, "lines": [11, 11]} == facts["standfirst"]
    assert {"state": "stated", "text": None, "lines": [60, 60]} == facts["side_summaries"]["left"]
    (card,) = facts["coverage"]
    assert ("A headline", None, [21, 29]) == (card["headline"], card["excerpt"], card["lines"])
    assert short["summary"][0]["text"].endswith("…")
    assert ("facts", "short") == (facts["rights"], short["rights"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-06-02", "2026-06-02"),
        ("2026-06-02T06:30:00+02:00", "2026-06-02T06:30:00+02:00"),
        ("2026-06-02T06:30:00Z", "2026-06-02T06:30:00Z"),
        ("last week", None),
        ("2026-06-02 06:30", None),
        ("2026-06-31", None),
    ],
)
def test_a_publication_time_is_a_day_or_a_moment_or_unknown(value: str, expected: str | None) -> None:
    made = data(a_story(published=read(value, 5)))
    assert {"state": "stated", "date": expected, "lines": [5, 5]} == made["published"]
    card = data(a_story(coverage=(Card(time=value),)))["coverage"][0]
    assert (expected if expected and "T" in expected else None) == card["time"]


def test_a_moment_with_an_offset_of_seconds_is_given_in_universal_time() -> None:
    noon = datetime.datetime(1800, 1, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))  # 17 minutes and a half then
    assert data(a_story(added=noon))["added"].endswith("+00:00")


def test_a_document_noted_by_hand_has_only_what_is_known() -> None:
    story = a_story()
    assert story.document
    by_hand = dataclasses.replace(story.document, sha256="", kind="")
    made = data(dataclasses.replace(story, document=by_hand))
    assert {"name": "health/page.txt", "sha256": None, "kind": None} == made["document"]


def test_data_is_utf_8_in_one_line() -> None:
    content = to_bytes({"title": "Füße <b> \u2028 & 😀"})
    assert '{"title":"Füße <b> \u2028 & 😀"}\n'.encode() == content


def test_the_schema_is_the_file_beside_the_code() -> None:
    source = json.loads(Path(edition.data.__file__).with_name("story.schema.json").read_text(encoding="utf-8"))
    assert source | {"$id": SCHEMA["$id"]} == SCHEMA


@given(stories() | edited_stories(), st.sampled_from(["facts", "short", "full"]))
@SLOW
def test_the_data_of_any_story_is_valid(story: Story, rights: str) -> None:
    made = data(story, rights)
    assert KEYS == list(made)
    check_texts(made)


def check_texts(part: Any) -> None:
    """Strings are trimmed and never empty."""
    if isinstance(part, str):
        assert part
        assert part.strip() == part
    elif isinstance(part, dict | list):
        for value in part.values() if isinstance(part, dict) else part:
            check_texts(value)


def test_stories_json_has_the_newest_and_month_files_have_the_rest_once() -> None:
    days = [DAY - datetime.timedelta(days=10 * number) for number in range(12)]
    rows = archive_of([a_row(number, date=date, topics=("Sea",)) for number, date in enumerate(days)]).newest()
    files = {path: json.loads(to_bytes(made)) for path, made in StoryFiles(archive_of(rows), SITE, newest=5).all()}
    assert ["stories.json", "stories/2026-04.json", "stories/2026-03.json", "stories/2026-02.json"] == list(files)
    form("stories").validate(files["stories.json"])
    for month in files["stories.json"]["months"]:
        form("month").validate(files[month["path"]])
        assert (month["month"], month["count"]) == (files[month["path"]]["month"], len(files[month["path"]]["stories"]))
        assert f"{SITE}/{month['path']}" == month["url"]
    assert [row.id for row in rows] == [story["id"] for made in files.values() for story in made["stories"]]


def test_a_line_of_stories_json_says_what_a_reader_follows_by() -> None:
    ((_, made),) = StoryFiles(archive_of([a_row(7, topics=("Mayo Clinic",))]), SITE).all()
    form("stories").validate(made)
    assert [
        {
            "id": "urn:uuid:00000000-0000-0000-0000-000000000007",
            "path": "2026/06/02/story-7/",
            "url": f"{SITE}/2026/06/02/story-7/",
            "title": "Story 7",
            "date": "2026-06-02",
            "topics": ["Mayo Clinic"],
            "outlets": ["CNN", "Post Bulletin"],
            "places": ["Atlanta, United States", "Cherokee County"],
            "articles": 18,
        }
    ] == made["stories"]
    assert [] == made["months"]


def test_a_story_without_headline_and_count_is_null_there() -> None:
    ((_, made),) = StoryFiles(archive_of([a_row(7, title=Passage(""), articles=Field())]), SITE).all()
    form("stories").validate(made)
    assert (None, None) == (made["stories"][0]["title"], made["stories"][0]["articles"])


def test_a_field_of_a_page_that_lists_topics_is_a_list() -> None:
    topics = stated(("Sea", "Ships"), Evidence(Lines(3, 4), ("Sea", "Ships")))
    made = data(a_story(page_topics=topics))
    assert {"state": "stated", "value": ["Sea", "Ships"], "lines": [3, 4]} == made["page_topics"]
