"""Pages of each layout and in each state, with the facts that they tell beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing import documents, kinds
from tests.briefing.kinds.making import PAGES, parsed
from tests.briefing.kinds.plain import plain

TEXTS = sorted([*PAGES.glob("*.txt"), *PAGES.glob("*.md")])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_page_tells_what_is_written_beside_it_and_nothing_else(path: Path) -> None:
    document = documents.read(path, 1 << 20)
    kind = kinds.recognise(document)
    assert kind is not None
    assert "ground-news-story" == kind.NAME
    assert json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) == plain(parsed(document))


def test_every_page_has_its_facts_beside_it() -> None:
    assert sorted(path.stem for path in TEXTS) == [path.stem for path in sorted(PAGES.glob("*.json"))]
    assert len(TEXTS) > 10
