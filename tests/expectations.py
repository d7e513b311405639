"""What documents should tell, and what is read from them, both as short statements by field, to be compared.

Beside our own test documents stands what they tell, as JSON in the words of ``tests/briefing/kinds/plain.py``. What
the real documents of ``../shared`` tell stands there in ``expected.json``, and for further ones in
``expected_shared.json`` here, in the same words: a key that is missing is not compared, null means that the page does
not say. A text that ends in "…" is how a value begins; of ``{"one_of": [...]}`` each is right.
"""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import documents, kinds
from briefing.kinds import ground_news
from briefing.leaning import SIDES
from briefing.story import Facts, Field, Sides, State
from tests.briefing.kinds.plain import plain

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
_OWN = PROJECT / "tests" / "briefing" / "kinds"
_FURTHER = Path(__file__).with_name("expected_shared.json")
_MAX_BYTES = 1 << 24


@dataclass(frozen=True, slots=True)
class Case:
    """A document: what it should tell and what is read from it, as statements by field.

    A statement that is expected is a tuple of those that are right; with None among them it may be missing.
    """

    name: str
    expected: Mapping[str, Sequence[tuple[str | None, ...]]]
    read: Mapping[str, Sequence[str]]


def own_cases() -> Iterator[tuple[str, Case]]:
    """Yield the cases of our own test documents, each with the name of its set: that of its folder."""
    for path in sorted(_OWN.rglob("*.json")):
        expected = _statements(json.loads(path.read_text(encoding="utf-8")) or {})
        right = {name: [(statement,) for statement in statements] for name, statements in expected.items()}
        for document in sorted(path.parent.glob(f"{path.stem}.*")):
            if document != path:
                facts, _ = _read(document)
                yield path.parent.name, Case(document.name, right, _statements(plain(facts) if facts else {}))


def shared_cases() -> Iterator[tuple[str, Case]]:
    """Yield the cases of the real documents; none where they are missing."""
    if not SHARED.is_dir():
        return
    stories = json.loads((SHARED / "documents" / "expected.json").read_text(encoding="utf-8"))
    further = json.loads(_FURTHER.read_text(encoding="utf-8"))
    for page in (*({"kind": ground_news.NAME, **story} for story in stories), *further):
        facts, kind = _read(SHARED / "documents" / page["file"])
        expected = {name: statements for key, value in page.items() for name, statements in _rightly(key, value)}
        read = _briefly(facts, kind, page.get("coverage", ())) if facts else {}
        yield "shared", Case(page["file"], expected, {name: read.get(name, ()) for name in expected})


def _read(path: Path) -> tuple[Facts | None, str]:
    """Return what a document tells, None where it cannot be read; and the name of its kind."""
    try:
        document = documents.read(path, _MAX_BYTES)
        kind = kinds.recognise(document)
        return (kind.parse(document), kind.NAME) if kind else (None, "")
    except documents.DocumentError:
        return None, ""


def _statements(told: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return plain facts as statements: of lists and objects, one for each of their parts."""
    found = defaultdict[str, list[str]](list)
    for name, value in told.items():
        if isinstance(value, dict):
            for key, part in value.items():
                found[name if key in SIDES else f"{name}.{key}"].append(f"{key}: {part}")
        elif isinstance(value, list):
            for item in value:
                for key, part in _parts(item):
                    found[f"{name}.{key}" if key else name].append(part)
        else:
            found[name].append(str(value))
    return found


def _parts(item: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(item, dict):
        yield "", str(item)
        return
    for key, value in item.items():
        if key != "lines":
            yield from ((key, f"{part} @{item['lines']}") for part in (value if isinstance(value, list) else [value]))


# ---- the words of expected.json ----

_NOT_COMPARED = frozenset({"file", "whole", "note"})
_FIRST_REPORT = ("outlet", "place", "date")


def _rightly(key: str, value: Any) -> Iterator[tuple[str, list[tuple[str | None, ...]]]]:
    """Yield the fields that a key is about, with the statements that are right of them."""
    if key == "coverage":
        yield key, [(_card(card),) for card in value]
    elif key == "first_report":
        for part in _FIRST_REPORT:
            yield f"{key}.{part}", _right(value and value[part])
    elif key in {"bias", "counts"}:
        yield key, [(f"{side}: {number}",) for side, number in value.items() if number is not None]
    elif key == "standfirst_starts":
        yield "standfirst", _right(f"{value}…" if isinstance(value, str) else value)
    elif key not in _NOT_COMPARED:
        yield key, _right(value or None)  # no points and no prose are not stated


def _right(value: Any) -> list[tuple[str | None, ...]]:
    if isinstance(value, list):
        return [(str(one),) for one in value]
    if isinstance(value, dict):
        return [tuple(None if one is None else str(one) for one in value["one_of"])]
    return [] if value is None else [(str(value),)]


def _briefly(facts: Facts, kind: str, cards: Sequence[Any]) -> dict[str, list[str]]:
    """Return what is read in the words of ``expected.json``; of the cards only those that stand there, in its order."""
    first = facts.first_report
    fields: dict[str, Field[Any]] = {
        "summary_by": facts.summary_by, "articles": facts.articles, "published": facts.published,
        "byline": facts.byline, "outlet": facts.outlet, "factuality": facts.factuality, "ownership": facts.ownership,
        "first_report.outlet": first.outlet, "first_report.place": first.place, "first_report.date": first.date,
    }  # fmt: skip
    points = len(facts.summary) if facts.summary_form == "points" else 0
    return {
        "kind": [kind],
        "title": [facts.title.text] if facts.title.text else [],
        "standfirst": [facts.standfirst.text] if facts.standfirst and facts.standfirst.text else [],
        "summary_points": [str(points)] if points else [],
        "prose": ["True"] if facts.summary_form == "prose" else [],
        "bias": _sides(facts.bias),
        "counts": _sides(facts.counts),
        "coverage": list(_in_order(map(_card, cards), [_card(dataclasses.asdict(card)) for card in facts.coverage])),
        "quotes": [quote.text for quote in facts.quotes],
        "speakers": [quote.speaker for quote in facts.quotes if quote.speaker],
        "people": [person.name for person in facts.people],
        **{name: _said(field) for name, field in fields.items()},
    }


def _in_order(wanted: Iterable[str], found: Sequence[str]) -> Iterator[str]:
    """Yield what of the wanted stands among the found, in the same order."""
    start = 0
    for one in wanted:
        if one in found[start:]:
            start = found.index(one, start) + 1
            yield one


def _said(field: Field[Any]) -> list[str]:
    return [] if field.state is State.ABSENT else [str(field.value if field.stated else field.state)]


def _sides(sides: Sides[Field[int]]) -> list[str]:
    values = ((side, getattr(sides, side).value) for side in SIDES)
    return [f"{side}: {value}" for side, value in values if value is not None]


def _card(card: Mapping[str, Any]) -> str:
    return " | ".join(str(card[name]) for name in ("outlet", "bias", "place"))
