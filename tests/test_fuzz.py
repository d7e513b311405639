"""Damaged documents of any sort neither stop the program nor make it tell untruths, and its faults would be found."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests import fuzz
from tests.live_markup import find_live_markup
from tests.mutations import Sample, mutate, read_samples

SAMPLES = read_samples(fuzz.FOLDERS)
OWN = read_samples(fuzz.FOLDERS[:2])


def test_a_few_hundred_damaged_documents_show_no_fault(tmp_path: Path) -> None:
    tally = fuzz.run(range(300), 20260602, SAMPLES, tmp_path)
    assert [] == [(number, fault) for number, _, fault in tally.faults]
    assert 300 == tally.read.total() + tally.refused.total()
    assert tally.read.total() > 100
    assert len(tally.refused) > 2
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("sample", OWN, ids=range(len(OWN)))
def test_no_document_of_ours_shows_a_fault_as_it_is(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / f"document{sample.suffix}"
    path.write_bytes(sample.data)
    assert [] == fuzz.try_document(path, fuzz.Tally())


def test_the_same_seed_gives_the_same_documents() -> None:
    made = [fuzz.made(number, 1, OWN) for number in range(20)]
    assert made == [fuzz.made(number, 1, OWN) for number in range(20)]
    assert made != [fuzz.made(number, 2, OWN) for number in range(20)]
    assert made[7] == mutate(random.Random("1 7"), OWN)  # noqa: S311 - the same each time is wanted


def fail(*_: object) -> None:
    raise RecursionError


@pytest.mark.parametrize(
    ("place", "fault", "sort"),
    [
        ("briefing.post.write", fail, "traceback"),
        ("briefing.doubts.of_story", fail, "traceback"),
        ("briefing.truth.untrue", lambda *_: ("title: “x” is not in lines 3",), "untrue"),
        ("briefing.post.read", lambda *_: None, "round trip"),
        ("tests.fuzz.page_of", lambda *_: html.fromstring("<div><b onclick='x'>a</b></div>"), "live markup"),
    ],
)
def test_each_sort_of_fault_is_found(
    place: str, fault: Callable[..., Any], sort: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(place, fault)
    tally = fuzz.run(range(10), 1, OWN, tmp_path)
    assert {sort} == {found.sort for _, _, found in tally.faults}


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<p><img src='x'></p>",
        "<p onclick='x'>a</p>",
        "<p style='color: red'>a</p>",
        "<p class='a&quot;b'>a</p>",
        "<p id='x'>a</p>",
        "<a href='javascript:alert(1)'>a</a>",
        "<a href='//h.example'>a</a>",
        "<a href='data:text/html,a'>a</a>",
        "<time datetime='soon'>a</time>",
        "<p>a<!-- b --></p>",
        "<p aria-label='Buy'>a</p>",
    ],
)
def test_what_no_template_writes_is_live_markup(markup: str) -> None:
    assert [] != list(find_live_markup(html.fragment_fromstring(markup, create_parent="div")))


def test_the_command_tells_what_became_of_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "_KEPT", tmp_path)
    monkeypatch.setattr(fuzz, "PROJECT", tmp_path)
    assert 0 == fuzz.main(["--count", "20", "--seed", "1"])
    told = capsys.readouterr().out
    assert "tried: 20\n" in told
    assert "traceback: 0\nuntrue: 0\nround trip: 0\nlive markup: 0\nslow: 0\n" in told
    assert [] == list(tmp_path.iterdir())


def test_the_command_keeps_a_document_that_shows_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "_KEPT", tmp_path)
    monkeypatch.setattr(fuzz, "PROJECT", tmp_path)
    monkeypatch.setattr("briefing.kinds.recognise", fail)
    assert 1 == fuzz.main(["--count", "3", "--seed", "1"])
    kept = sorted(tmp_path.iterdir())
    assert kept
    assert {"traceback"} == {path.stem.partition("-")[2] for path in kept}
    told = capsys.readouterr().out
    assert f"traceback: {kept[0].name}: Traceback" in told
    number = int(kept[0].stem.partition("-")[0])
    assert Sample(kept[0].read_bytes(), kept[0].suffix) == fuzz.made(number, 1, read_samples(fuzz.FOLDERS))
