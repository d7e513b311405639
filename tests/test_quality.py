"""Documents are read as well as they were: no figure is below ``quality.json``, and nothing is missing from it."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from tests import quality
from tests.expectations import Case, own_cases, shared_cases

RECORD = quality.read_record()


@pytest.fixture(scope="module")
def reached() -> dict[str, quality.Figures]:
    return quality.measure([*own_cases(), *shared_cases()])


@pytest.mark.parametrize("name", sorted(RECORD))
def test_no_figure_is_below_the_record(name: str, reached: dict[str, quality.Figures], request: Any) -> None:
    if name == "shared":
        request.getfixturevalue("shared")
    assert [] == quality.find_falls({name: RECORD[name]}, reached)


def test_whatever_is_measured_is_in_the_record(reached: dict[str, quality.Figures]) -> None:
    new = quality.find_new(RECORD, reached)
    assert [] == new, "python -m tests.quality --update puts them there"


def test_the_record_holds_our_own_pages_and_the_real_ones() -> None:
    assert {"pages", "shared"} <= RECORD.keys()


def case(expected: dict[str, list[tuple[str | None, ...]]], read: dict[str, list[str]]) -> tuple[str, Case]:
    return "pages", Case("harbour.txt", expected, read)


def fields(*cases: tuple[str, Case]) -> dict[str, dict[str, float]]:
    measured: dict[str, dict[str, float]] = quality.measure(cases)["pages"]["fields"]
    return measured


def test_precision_falls_by_what_is_wrong_and_recall_by_what_is_missing() -> None:
    told = fields(
        case({"title": [("A",)], "people": [("Ann",), ("Bo",), ("Cid",)]}, {"people": ["Bo", "Cid", "Dora", "Bo"]}),
        case({"title": [("B",)]}, {"title": ["B"], "byline": ["Eve"]}),
    )
    assert {"facts": 2, "precision": 1.0, "recall": 0.5} == told["title"]
    assert {"facts": 3, "precision": 0.5, "recall": 0.6667} == told["people"]
    assert {"facts": 0, "precision": 0.0, "recall": 1.0} == told["byline"]


def test_any_of_several_forms_is_right_and_what_may_be_missing_may() -> None:
    told = fields(
        case({"outlet": [("DW", "Deutsche Welle")], "title": [("Ships…", None)]}, {"outlet": ["Deutsche Welle"]}),
        case({"title": [("Ships…", None)]}, {"title": ["Ships are back"]}),
        case({"title": [("Ships…",)]}, {"title": ["Our ships"]}),
    )
    assert {"facts": 1, "precision": 1.0, "recall": 1.0} == told["outlet"]
    assert {"facts": 2, "precision": 0.5, "recall": 0.5} == told["title"]


RECORDED: dict[str, quality.Figures] = {
    "pages": {"documents": 2, "fields": {"title": {"facts": 2, "precision": 0.9, "recall": 0.5}}}
}


@pytest.mark.parametrize(
    ("change", "falls"),
    [
        ({}, []),
        ({"facts": 3, "precision": 1.0, "recall": 0.6}, []),
        ({"recall": 0.4999}, ["pages: title: recall 0.4999, was 0.5"]),
        ({"precision": 0.0}, ["pages: title: precision 0.0, was 0.9"]),
        ({"facts": 1}, ["pages: title: facts 1, was 2"]),
    ],
)
def test_each_figure_that_falls_is_told(change: dict[str, float], falls: list[str]) -> None:
    reached = copy.deepcopy(RECORDED)
    reached["pages"]["fields"]["title"] |= change
    assert falls == quality.find_falls(RECORDED, reached)


def test_missing_documents_fields_and_sets_are_falls() -> None:
    assert ["pages: all its documents are missing"] == quality.find_falls(RECORDED, {})
    fewer = {"pages": {**RECORDED["pages"], "documents": 1}}
    assert ["pages: 1 documents, were 2"] == quality.find_falls(RECORDED, fewer)
    without = {"pages": {"documents": 2, "fields": {}}}
    assert 3 == len(quality.find_falls(RECORDED, without))


def test_what_nothing_holds_yet_is_told() -> None:
    reached = {**RECORDED, "articles": RECORDED["pages"]}
    assert ["articles: title"] == quality.find_new(RECORDED, reached)
    assert ["pages: title"] == quality.find_new({"pages": {"documents": 2, "fields": {}}}, RECORDED)


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the command finds its record: nothing is there yet."""
    monkeypatch.setattr(quality, "RECORD", tmp_path / "quality.json")
    monkeypatch.setattr(quality, "own_cases", lambda: [case({"title": [("A",)]}, {"title": ["A"]})])
    monkeypatch.setattr(quality, "shared_cases", list)
    return tmp_path / "quality.json"


def test_the_record_is_raised_only_where_that_is_asked_for(record: Path) -> None:
    assert 0 == quality.main([])
    assert not record.exists()
    assert 0 == quality.main(["--update"])
    assert {"pages": {"documents": 1, "fields": {"title": {"facts": 1, "precision": 1.0, "recall": 1.0}}}} == (
        quality.read_record()
    )


def test_the_record_is_never_lowered_and_the_document_to_blame_is_told(
    record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    quality.main(["--update"])
    before = record.read_bytes()
    monkeypatch.setattr(quality, "own_cases", lambda: [case({"title": [("A",)]}, {"title": ["B"]})])
    assert 1 == quality.main(["--update"])
    assert before == record.read_bytes()
    told = capsys.readouterr().out
    assert "pages/harbour.txt: title: missing: A\npages/harbour.txt: title: wrong: B\n" in told
    assert "BELOW quality.json: pages: title: recall 0.0, was 1.0" in told


def test_where_the_real_documents_are_missing_their_figures_stay(
    record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(quality, "shared_cases", lambda: [("shared", case({"title": [("A",)]}, {})[1])])
    quality.main(["--update"])
    monkeypatch.setattr(quality, "shared_cases", list)
    assert 0 == quality.main(["--update"])
    assert {"pages", "shared"} == quality.read_record().keys()
    assert "../shared, with further real documents, is missing here" in capsys.readouterr().out
    assert record.is_file()
