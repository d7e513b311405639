"""How well documents are read: precision and recall of each field, held to what ``quality.json`` says.

``python -m tests.quality`` prints what is below the file and the documents that are to blame; with ``--update`` it
raises the file to what is reached. Lowering it is a change by hand, with its reason.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from tests.expectations import Case, own_cases, shared_cases

RECORD = Path(__file__).with_name("quality.json")
_DIGITS = 4

Figures = dict[str, Any]  # "documents", and "fields": for each its number of "facts", its "precision" and "recall"


def measure(cases: Iterable[tuple[str, Case]]) -> dict[str, Figures]:
    """Return the figures of each set of documents.

    Precision is the part of what is read that is right, recall the part of what is right that is read; each is 1
    where there is nothing.
    """
    sets: dict[str, list[Case]] = defaultdict(list)
    for name, case in cases:
        sets[name].append(case)
    return {name: {"documents": len(sets[name]), "fields": _fields(sets[name])} for name in sorted(sets)}


def _fields(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    facts, read, right = Counter[str](), Counter[str](), Counter[str]()
    for case in cases:
        for name in {*case.expected, *case.read}:
            missing, wrong = compare(case.expected.get(name, ()), case.read.get(name, ()))
            read[name] += len(case.read.get(name, ()))
            right[name] += len(case.read.get(name, ())) - len(wrong)
            facts[name] += len(case.read.get(name, ())) - len(wrong) + len(missing)
    return {
        name: {
            "facts": facts[name],
            "precision": _part(right[name], read[name]),
            "recall": _part(right[name], facts[name]),
        }
        for name in sorted(facts)
        if facts[name] or read[name]
    }


def _part(count: int, whole: int) -> float:
    return round(count / whole, _DIGITS) if whole else 1.0


def compare(expected: Sequence[tuple[str | None, ...]], read: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the statements that are missing and those that are wrong."""
    wrong = list(read)
    missing = []
    for forms in expected:
        found = next((one for one in wrong if any(form is not None and _fits(form, one) for form in forms)), None)
        if found is not None:
            wrong.remove(found)
        elif None not in forms:
            missing.append(str(forms[0]))
    return missing, wrong


def _fits(expected: str, read: str) -> bool:
    return read == expected or (expected.endswith("…") and read.startswith(expected.removesuffix("…")))


def find_falls(record: Mapping[str, Figures], reached: Mapping[str, Figures]) -> list[str]:
    """Return what of a record is not reached, in a sentence each."""
    falls = []
    for name, figures in record.items():
        now = reached.get(name)
        if now is None:
            falls.append(f"{name}: all its documents are missing")
            continue
        if now["documents"] < figures["documents"]:
            falls.append(f"{name}: {now['documents']} documents, were {figures['documents']}")
        for field, before in figures["fields"].items():
            after = now["fields"].get(field, dict.fromkeys(before, 0))
            falls += [
                f"{name}: {field}: {key} {after[key]}, was {before[key]}" for key in before if after[key] < before[key]
            ]
    return falls


def find_new(record: Mapping[str, Figures], reached: Mapping[str, Figures]) -> list[str]:
    """Return the sets and fields that a record does not have yet, so that nothing holds them."""
    return [
        f"{name}: {field}"
        for name, figures in reached.items()
        for field in figures["fields"]
        if name not in record or field not in record[name]["fields"]
    ]


def read_record() -> dict[str, Figures]:
    """Return the figures that must be reached."""
    record: dict[str, Figures] = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    return record


def _written(record: Mapping[str, Figures]) -> str:
    """Return a record as JSON with a line for each field: what changed is seen at a glance."""
    sets = (
        f'"{name}": {{\n "documents": {figures["documents"]},\n "fields": {{\n'
        + ",\n".join(f"  {json.dumps(field)}: {json.dumps(figures['fields'][field])}" for field in figures["fields"])
        + "\n }}"
        for name, figures in record.items()
    )
    return "{\n" + ",\n".join(sets) + "\n}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Tell what is below the record, and raise it where that is asked for; return 1 where anything is below it."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--update", action="store_true", help="raise tests/quality.json to what is reached")
    options = parser.parse_args(arguments)
    cases = [*own_cases(), *shared_cases()]
    record, reached = read_record(), measure(cases)
    if not any(name == "shared" for name, _ in cases) and "shared" in record:
        print("../shared, with further real documents, is missing here: its figures are left as they are")
        reached["shared"] = record["shared"]
    for line in chain.from_iterable(_faults(name, case) for name, case in cases):
        print(line)
    falls = find_falls(record, reached)
    for fall in falls:
        print(f"BELOW {RECORD.name}: {fall}")
    if options.update and not falls:
        RECORD.write_text(_written(reached), encoding="utf-8")
    return 1 if falls else 0


def _faults(name: str, case: Case) -> list[str]:
    told = []
    for field in sorted({*case.expected, *case.read}):
        missing, wrong = compare(case.expected.get(field, ()), case.read.get(field, ()))
        told += [f"{name}/{case.name}: {field}: missing: {one}" for one in missing]
        told += [f"{name}/{case.name}: {field}: wrong: {one}" for one in wrong]
    return told


if __name__ == "__main__":
    sys.exit(main())
