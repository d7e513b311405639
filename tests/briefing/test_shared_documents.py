"""Real pages, which are other people's texts and stand beside the project, are read right."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from briefing import documents, kinds, post, truth
from briefing.convert import Options, convert
from briefing.convert.report import Report, Result
from briefing.story import Card, DateFrom, Facts, Lines, Origin, Passage, Person, Quote, Sides, State, Story

NOW = datetime.datetime(2026, 6, 5, 12, tzinfo=datetime.UTC)
SIDES = ("left", "center", "right")


def seed_of(shared: Path) -> Path:
    (seed,) = shared.glob("seeds/000_*.txt")
    return seed


@pytest.fixture(scope="module")
def converted(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Report]:
    """Return the post of the seed, in a file named after the library that it was saved in, and the report."""
    folder = tmp_path_factory.mktemp("seed")
    document = folder / "documents" / "health" / "Lake Geneva mayo.txt"
    document.parent.mkdir(parents=True)
    document.write_bytes(seed_of(shared).read_bytes())
    report = convert(folder / "documents", folder / "posts", Options(now=NOW))
    (path,) = folder.glob("posts/*.md")
    assert path.read_bytes() == (folder / "posts" / ".made" / f"{path.stem}.txt").read_bytes()
    return path.read_text(encoding="utf-8"), report


@pytest.fixture(scope="module")
def seed(converted: tuple[str, Report]) -> Story:
    return post.read(converted[0], "seed.md")


def test_the_seeds_headline_and_day(seed: Story) -> None:
    title = "Mayo Clinic, Microsoft Partner to Collaborate on Healthcare AI Model"
    assert Passage(title, Lines(10, 10)) == seed.title
    assert (datetime.date(2026, 6, 2), DateFrom.FIRST_REPORT) == (seed.date, seed.date_from)
    assert seed.standfirst is None


def test_the_seeds_summary(seed: Story) -> None:
    assert [Lines(number, number) for number in range(12, 17)] == [passage.lines for passage in seed.summary]
    assert ("points", "Ground AI", Lines(17, 17)) == (seed.summary_form, seed.summary_by.value, seed.summary_by.lines)


def test_the_seeds_number_of_articles_and_leanings(seed: Story) -> None:
    assert (18, Lines(19, 19)) == (seed.articles.value, seed.articles.lines)
    assert (57, Lines(35, 36)) == (seed.bias.center.value, seed.bias.center.lines)
    assert (State.ABSENT, State.ABSENT) == (seed.bias.left.state, seed.bias.right.state)
    assert {State.ABSENT} == {getattr(seed.counts, side).state for side in SIDES}


def test_the_seeds_first_report(seed: Story) -> None:
    first = seed.first_report
    assert ("CNN", "Atlanta, United States") == (first.outlet.value, first.place.value)
    assert datetime.date(2026, 6, 2) == first.date.value
    assert {Lines(48, 48)} == {first.outlet.lines, first.place.lines, first.date.lines}


def test_the_seeds_only_card(seed: Story, shared: Path) -> None:
    lines = seed_of(shared).read_text(encoding="utf-8").split("\n")
    assert (
        Card(
            headline="Mayo Clinic, Microsoft partner to collaborate on healthcare AI model",
            outlet="Post Bulletin",
            bias="Center",
            excerpt=lines[26].removesuffix("…"),
            excerpt_cut=True,
            place="Cherokee County, United States",
            reposts=11,
            lines=Lines(21, 29),
        ),
    ) == seed.coverage


def test_what_the_seeds_page_locks(seed: Story) -> None:
    assert (State.LOCKED, None, Lines(40, 40)) == (seed.factuality.state, seed.factuality.value, seed.factuality.lines)
    assert (State.LOCKED, None, Lines(46, 46)) == (seed.ownership.state, seed.ownership.value, seed.ownership.lines)


def test_the_seeds_quotations_and_people(seed: Story) -> None:
    first, second, third = seed.quotes
    assert (None, None, Lines(12, 12)) == (first.speaker, first.role, first.lines)
    said = "frontier medical intelligence is around the corner,"
    assert Quote(said, "Mustafa Suleyman", "CEO of Microsoft", Origin.SUMMARY, Lines(14, 14)) == second
    assert (None, None, Lines(14, 14)) == (third.speaker, third.role, third.lines)
    assert {Origin.SUMMARY} == {quote.origin for quote in seed.quotes}
    assert (Person("Mustafa Suleyman", "CEO of Microsoft", Origin.SUMMARY, Lines(14, 14)),) == seed.people


def test_the_seeds_topics_are_not_the_sites_menu(seed: Story) -> None:
    assert (State.ABSENT, ("Mayo Clinic", "Microsoft")) == (seed.page_topics.state, seed.topics)


def test_what_the_seed_does_not_say_is_absent(seed: Story) -> None:
    absent = (seed.published, seed.updated, seed.sources_from, seed.blindspot, seed.byline, seed.outlet)
    assert {State.ABSENT} == {field.state for field in absent}


def test_the_seeds_post_and_report_tell_nothing_of_its_reader_and_hold_no_scraps(
    converted: tuple[str, Report], seed: Story
) -> None:
    text, report = converted
    everything = "\n".join([text, *report.lines(), *map(str, report.outcomes)]).lower()
    for words in ("Lake Geneva", "institutional access", "Too Big Arrow Icon", "Subscribe and get full access"):
        assert words.lower() not in everything
    assert ("health/private mayo.txt", "health") == (seed.document and seed.document.name, seed.category)


def _expected() -> list[dict[str, Any]]:
    path = Path(__file__).resolve().parents[3] / "shared" / "documents" / "expected.json"
    pages: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    return pages


def facts_of(path: Path) -> Facts:
    document = documents.read(path, 1 << 24)
    kind = kinds.recognise(document)
    assert kind is not None
    facts = kind.parse(document)
    assert () == truth.untrue(facts, document.lines)
    return facts


def values(sides: Sides[Any]) -> dict[str, Any]:
    return {side: getattr(sides, side).value for side in SIDES}


def test_the_expectations_are_there_where_the_documents_are(shared: Path) -> None:
    assert {page["file"] for page in _expected()} == {
        path.relative_to(shared / "documents").as_posix() for path in shared.glob("documents/ground-news/*.txt")
    }


@pytest.mark.parametrize("page", _expected() or [{}], ids=lambda page: page.get("file", "missing"))
def test_a_real_page_states_what_it_says_and_nothing_more(shared: Path, page: dict[str, Any]) -> None:
    facts = facts_of(shared / "documents" / page["file"])
    first = facts.first_report
    read = {
        "title": facts.title.text or None,
        "standfirst_starts": facts.standfirst and (facts.standfirst.text or "")[: len(page["standfirst_starts"] or "")],
        "summary_points": len(facts.summary) if facts.summary_form == "points" else 0,
        "prose": facts.summary_form == "prose",
        "summary_by": facts.summary_by.value,
        "articles": facts.articles.value,
        "bias": values(facts.bias),
        "counts": values(facts.counts),
        "first_report": {
            "outlet": first.outlet.value,
            "place": first.place.value,
            "date": first.date.value and first.date.value.isoformat(),
        }
        if first.outlet.stated
        else None,
    }
    assert {name: page[name] for name in read} == read


@pytest.mark.parametrize("page", _expected() or [{}], ids=lambda page: page.get("file", "missing"))
def test_the_cards_of_a_real_page_are_those_that_can_be_told_apart(shared: Path, page: dict[str, Any]) -> None:
    coverage = facts_of(shared / "documents" / page["file"]).coverage
    cards = iter([{"outlet": card.outlet, "bias": card.bias, "place": card.place} for card in coverage])
    assert [] == [card for card in page["coverage"] if card not in cards]


def test_one_page_taken_by_two_extractors_tells_the_same_story(shared: Path) -> None:
    one, other = (facts_of(path) for path in sorted(shared.glob("documents/ground-news/*-cut-iran-*.txt")))
    assert one.title.text == other.title.text
    assert [passage.text for passage in one.summary] == [passage.text for passage in other.summary]
    assert [quote.text for quote in one.quotes] == [quote.text for quote in other.quotes]
    assert one.articles.value == other.articles.value


def test_articles_and_other_sites_pages_are_not_taken_for_a_story(shared: Path) -> None:
    paths = [*sorted(shared.glob("documents/articles/*")), *sorted(shared.glob("documents/other/*"))]
    assert len(paths) >= 9
    found = {path.name: kinds.recognise(documents.read(path, 1 << 24)) for path in paths}
    assert {"article"} == {kind.NAME for kind in found.values() if kind}


def test_all_documents_together_give_their_posts_and_the_others_their_reasons(shared: Path, tmp_path: Path) -> None:
    report = convert(shared / "documents", tmp_path, Options(now=NOW))
    results = {outcome.document: outcome.result for outcome in report.outcomes}
    pages = {page["file"] for page in _expected()} | {path for path in results if path.startswith("ground-news/")}
    (earlier,) = report.of(Result.EARLIER)  # one page taken by two extractors
    assert "ground-news/39-cut-iran-closed-hormuz.txt" == earlier.document
    assert {Result.NEW} == {results[page] for page in pages - {earlier.document}}
    refused = {outcome.document for outcome in report.problems}
    assert {"articles/14-newspaper-fool-degenerate-749-bytes.html"} == {p for p in refused if p.startswith("articles/")}
    assert all(outcome.reason for outcome in report.problems)
    again = convert(shared / "documents", tmp_path, Options(now=NOW))
    assert len(report.of(Result.NEW)) == len(again.of(Result.UNCHANGED))
