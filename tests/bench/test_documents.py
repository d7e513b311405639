"""Made documents are the same for the same seed, and differ from the usual only in what a form says."""

from __future__ import annotations

import datetime
from pathlib import Path

from tests.bench.documents import SEED, Form, make_document, write_documents


def test_a_document_depends_on_seed_and_number_alone(tmp_path: Path) -> None:
    write_documents(tmp_path / "five", 5)
    write_documents(tmp_path / "three", 3, first=2)

    names = [make_document(index)[0] for index in range(2, 5)]
    assert [(tmp_path / "five" / name).read_text("utf-8") for name in names] == [
        (tmp_path / "three" / name).read_text("utf-8") for name in names
    ]
    assert make_document(0, SEED) != make_document(0, SEED + 1)


def test_a_form_gives_the_day_and_the_topics() -> None:
    day = datetime.date(2026, 6, 3)
    _, usual = make_document(4)
    _, formed = make_document(4, form=Form(day, topics=("Salt", "Peat law")))

    assert "Wednesday, June 3, 2026" in formed
    assert "Similar News Topics\nSalt\n+\nPeat law\n+\nNews\n" in formed
    assert "Similar News Topics\nNews\n" in usual
    assert usual.splitlines()[4] == formed.splitlines()[4]  # the headline


def test_shorter_excerpts_make_a_shorter_document() -> None:
    words = [len(make_document(index, form=Form(sentences=(1, 1)))[1].split()) for index in range(200)]

    assert 350 < sum(words) / len(words) < 450  # with the labels around the story
    assert len(make_document(0)[1]) > len(make_document(0, form=Form(sentences=(1, 1)))[1])
