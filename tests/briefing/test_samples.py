"""The samples that come with the project: what each tells, and that its post is what convert makes of it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest

from briefing import post
from briefing.convert import Options, convert
from briefing.convert.report import Result
from briefing.story import Sides, State, Story

CONTENT = Path(__file__).parents[2] / "content"
DOCUMENTS = sorted(CONTENT.glob("documents/*/sample-*"))
POSTS = [path for path in sorted(CONTENT.glob("briefings/*.md")) if "/sample-" in path.read_text(encoding="utf-8")]
NOW = datetime.datetime(2026, 6, 5, tzinfo=datetime.UTC)

pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="the samples were removed to make room for one's own documents")

# Day and where it is from, passages of the summary and their author, articles, shares, numbers of outlets, first report
# with its place, cards.
FACTS: dict[str, tuple[Any, ...]] = {
    "business/sample-bank-of-sundrevay-rate": (
        "05-27 first_report", "5 Ground AI", 8, (None, 75, None), (None, 3, 1),
        "Strait and Sound in Port Ellisby, Sundrevay", 1,
    ),
    "business/sample-saltvarrick-net-menders": (
        "05-29 published", "5 Ground AI", 31, (54, 38, 8), (14, 10, 2),
        "Ornmey Tide in Saltvarrick, Sundrevay", 3,
    ),
    "business/sample-sundrevay-ferries-fares": (
        "06-03 first_report", "5 Ground AI", 64, (38, 37, None), (None, None, None),
        "The Brackensund Packet in Brackensund, Sundrevay", 3,
    ),
    "business/sample-wrackline-saltvarrick-cannery": (
        "06-04 first_report", "6 Ground AI", 22, (38, None, 38), (5, 3, 5),
        "Ornmey Tide in Saltvarrick, Sundrevay", 2,
    ),
    "culture/sample-bosun-the-ferry-cat": (
        "05-30 summary", "1 Vessay Lantern", 3, (50, 50, None), (1, 1, 0),
        None, 1,
    ),
    "culture/sample-garrowmere-typewriter": (
        "06-03 first_report", "5 Ground AI", 9, (56, None, None), (None, None, None),
        "Vessay Lantern in Dunvarrow, Sundrevay", 2,
    ),
    "culture/sample-lighthouse-logbooks": (
        "05-29 first_report", "1 Ground News", None, (100, None, None), (None, None, None),
        "Radio Sundrevay in Sundrevay", 0,
    ),
    "environment/sample-fulmar-grace-refloated": (
        "06-04 first_report", "6 Ground AI", 47, (None, 52, None), (None, None, None),
        "Oddenwick Parish Letter in Oddenwick, Sundrevay", 6,
    ),
    "environment/sample-peat-cutting-ban": (
        "06-01 first_report", "5 Ground AI", 28, (None, None, 40), (None, None, None),
        "Fennimouth Journal in Fennimouth, Sundrevay", 2,
    ),
    "environment/sample-terns-little-brend": (
        "06-02 first_report", "5 Ground AI", 5, (None, None, None), (None, None, None),
        "Oddenwick Parish Letter in Oddenwick, Sundrevay", 0,
    ),
    "health/sample-dimmed-ward-lights": (
        "06-04 summary", "5 Ground AI", 36, (31, 46, 23), (8, 12, 6),
        None, 4,
    ),
    "health/sample-fennimouth-water": (
        "05-27 first_report", "3 Ground AI", 11, (None, 63, None), (2, 5, 1),
        "Fennimouth Journal in Fennimouth, Sundrevay", 0,
    ),
    "health/sample-mayo-clinic-microsoft": (
        "06-02 first_report", "5 Ground AI", 18, (None, 57, None), (None, None, None),
        "CNN in Atlanta, United States", 1,
    ),
    "politics/sample-orrowby-high-court": (
        "06-04 first_report", "5 Ground AI", 16, (None, None, 50), (2, 3, 5),
        "The Croft and Creel in Port Ellisby, Sundrevay", 0,
    ),
    "politics/sample-second-homes-levy": (
        "06-01 summary", "5 None", None, (67, None, None), (None, None, None),
        None, 2,
    ),
    "politics/sample-tunnel-vote-date": (
        "05-28 first_report", "0 qhx", 6, (None, 60, None), (None, None, None),
        "qhx in None", 1,
    ),
    "politics/sample-vessay-tunnel-vote": (
        "06-04 first_report", "6 Ground AI", 128, (None, 41, None), (31, 42, 29),
        "Port Ellisby Courier in Port Ellisby, Sundrevay", 25,
    ),
    "sport/sample-island-cup-final": (
        "05-31 first_report", "1 Vessay Lantern", 19, (None, 78, None), (1, 7, 1),
        "Vessay Lantern in Port Ellisby, Sundrevay", 2,
    ),
    "sport/sample-round-haldry-row": (
        "06-03 summary", "5 Ground AI", 41, (55, 14, 31), (16, 4, 9),
        None, 2,
    ),
}  # fmt: skip


def name_of(document: Path) -> str:
    return document.relative_to(CONTENT / "documents").with_suffix("").as_posix()


def values(sides: Sides[Any]) -> tuple[Any, ...]:
    return sides.left.value, sides.center.value, sides.right.value


def facts_of(story: Story) -> tuple[Any, ...]:
    first = story.first_report
    return (
        f"{story.date:%m-%d} {story.date_from}",
        f"{len(story.summary)} {story.summary_by.value}",
        story.articles.value,
        values(story.bias),
        values(story.counts),
        f"{first.outlet.value} in {first.place.value}" if first.outlet.stated else None,
        len(story.coverage),
    )


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of the sample documents alone."""
    folder = tmp_path_factory.mktemp("documents")
    for path in DOCUMENTS:
        copy = folder / path.relative_to(CONTENT / "documents")
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return folder


@pytest.fixture(scope="module")
def stories(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Story, str]]:
    """Return the samples' stories and posts, by the names of the documents."""
    posts = tmp_path_factory.mktemp("posts")
    report = convert(samples, posts, Options(now=NOW))
    found = {}
    for outcome in report.of(Result.NEW):
        assert outcome.post is not None
        text = (posts / outcome.post).read_text(encoding="utf-8")
        found[outcome.document.removesuffix(".txt")] = post.read(text, outcome.post), text
    return found


def test_each_sample_has_its_facts_in_the_table() -> None:
    assert sorted(FACTS) == [name_of(path) for path in DOCUMENTS]


@pytest.mark.parametrize("name", FACTS)
def test_a_sample_tells_what_its_author_put_into_it(name: str, stories: dict[str, tuple[Story, str]]) -> None:
    story, _ = stories[name]
    assert FACTS[name] == facts_of(story)
    assert (name.partition("/")[0], "published") == (story.category, story.status)
    assert story.topics


def test_the_samples_vary(stories: dict[str, tuple[Story, str]]) -> None:
    all_of_them = [story for story, _ in stories.values()]
    assert {"points", "prose"} == {story.summary_form for story in all_of_them}
    assert set(State) == {story.factuality.state for story in all_of_them}
    assert set(State) == {story.ownership.state for story in all_of_them}
    assert {True, False} == {story.blindspot.stated for story in all_of_them}
    assert {True, False} == {story.standfirst is None for story in all_of_them}
    assert {True, False} == {bool(story.quotes) for story in all_of_them}
    assert {True, False} == {bool(story.figures) for story in all_of_them}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_a_sample_says_that_it_is_one(path: Path) -> None:
    assert "sample" in path.read_text(encoding="utf-8").lower()


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_a_samples_post_is_byte_for_byte_what_convert_makes_of_it(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    story = post.read(text, path.name)
    assert story.document is not None
    document = tmp_path / "documents" / story.document.name
    document.parent.mkdir(parents=True)
    document.write_bytes((CONTENT / "documents" / story.document.name).read_bytes())
    convert(tmp_path / "documents", tmp_path / "posts", Options(now=story.added))
    assert text == (tmp_path / "posts" / path.name).read_text(encoding="utf-8")
    made = path.parent / ".made" / f"{path.stem}.txt"
    assert text == made.read_text(encoding="utf-8")


def test_each_sample_has_its_post_and_converting_again_writes_none(samples: Path, tmp_path: Path) -> None:
    for path in POSTS:
        shutil.copy2(path, tmp_path)
    report = convert(samples, tmp_path, Options(now=NOW))
    assert [Result.UNCHANGED] * len(DOCUMENTS) == [outcome.result for outcome in report.outcomes]
    assert [path.name for path in POSTS] == sorted(path.name for path in tmp_path.iterdir())


def test_the_library_of_a_sample_is_nowhere(stories: dict[str, tuple[Story, str]]) -> None:
    assert any("Pennyquern" in path.read_text(encoding="utf-8") for path in DOCUMENTS)
    assert [] == [name for name, (_, text) in stories.items() if "Pennyquern" in text or "institutional" in text]
