"""Tries documents that are damaged in every way: none may stop the program, be told untruly, or bring markup alive.

``python -m tests.fuzz --count 10000 --seed 1`` prints what became of them. A document that shows a fault is kept in
``.cache/fuzz/``, and the exit code is then 1. The same seed gives the same documents.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import faulthandler
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing import compose, documents, kinds, post, truth
from briefing.rights import hold_to
from briefing.settings import RIGHTS
from briefing.slugs import make_slug
from briefing.story import Story
from tests.briefing.making import page_of
from tests.expectations import PROJECT, SHARED
from tests.live_markup import find_live_markup
from tests.mutations import Sample, mutate, read_samples

FOLDERS = (
    PROJECT / "tests" / "briefing" / "kinds",
    PROJECT / "content" / "documents",
    SHARED / "documents",
    SHARED / "seeds",
)
_KEPT = PROJECT / ".cache" / "fuzz"
_NOW = datetime.datetime(2026, 6, 5, 6, 30, tzinfo=datetime.UTC)
_MAX_BYTES = 1 << 24
_SLOW = 5.0  # seconds of work that no document may need
_HANGS = 120.0  # seconds after which the program is stopped, with a traceback


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: its sort, and the words that tell it."""

    sort: str
    message: str


@dataclass(slots=True)
class Tally:
    """What became of the documents."""

    read: Counter[str] = field(default_factory=Counter)  # by kind
    refused: Counter[str] = field(default_factory=Counter)  # by reason, without its numbers and quoted words
    faults: list[tuple[int, Sample, Fault]] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, -1)  # seconds, number of the document


def made(number: int, seed: int, samples: Sequence[Sample]) -> Sample:
    """Return the document with a number: it depends on the seed and the number alone."""
    return mutate(random.Random(f"{seed} {number}"), samples)  # noqa: S311 - the same each time is wanted


def run(numbers: Sequence[int], seed: int, samples: Sequence[Sample], folder: Path) -> Tally:
    """Try the documents with these numbers.

    :param folder: where the document that is tried is put, under the name ``trial``
    """
    tally = Tally()
    for number in numbers:
        sample = made(number, seed, samples)
        path = folder / f"trial{sample.suffix}"
        path.write_bytes(sample.data)
        start = time.process_time()
        tally.faults += [(number, sample, fault) for fault in try_document(path, tally)]
        tally.slowest = max(tally.slowest, (time.process_time() - start, number))
        path.unlink()
    return tally


def try_document(path: Path, tally: Tally) -> list[Fault]:
    """Return what is wrong with a document on its way to a page, and count in ``tally`` what became of it."""
    try:
        return list(_faults(path, tally))
    except (documents.DocumentError, compose.RefusedError) as refusal:
        tally.refused[re.sub(r"“.*”|[\d,]+", "…", str(refusal))] += 1
    except Exception:  # noqa: BLE001 - that is what is looked for
        return [Fault("traceback", traceback.format_exc())]
    return []


def _faults(path: Path, tally: Tally) -> Iterator[Fault]:
    """Yield what is wrong with a document on its way to a page.

    :raises DocumentError, RefusedError: if it is refused, as it may be
    """
    document = documents.read(path, _MAX_BYTES)
    kind = kinds.recognise(document)
    if kind:
        untrue = truth.untrue(kind.parse(document), document.lines)
        if untrue:
            yield Fault("untrue", "; ".join(untrue))
            return
    made = compose.compose(compose.Source(path, path.name, None, document), _NOW, datetime.UTC).story
    story = dataclasses.replace(made, slug=make_slug(made.title.text or "", made.id))
    tally.read[kind.NAME if kind else ""] += 1
    if post.read(post.write(story), path.name) != story:
        yield Fault("round trip", "a post does not give back its story")
    yield from (Fault("live markup", found) for found in _live_markup(story))


def _live_markup(story: Story) -> Iterator[str]:
    yield from find_live_markup(page_of(story, "description"))
    for rights in RIGHTS:
        yield from find_live_markup(page_of(hold_to(story, rights)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Try documents, print what became of them, and return 1 if there is a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="how many documents are tried")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    options = parser.parse_args(arguments)
    _KEPT.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    samples = read_samples(FOLDERS)
    for number in range(options.first, options.first + options.count):
        # Of one that hangs the document is still there to be looked at.
        faulthandler.dump_traceback_later(_HANGS, exit=True, file=sys.__stderr__ or sys.stderr)
        one = run([number], options.seed, samples, _KEPT)
        tally.read += one.read
        tally.refused += one.refused
        tally.slowest = max(tally.slowest, one.slowest)
        if one.slowest[0] > _SLOW:
            one.faults.append((number, made(number, options.seed, samples), Fault("slow", "")))
        tally.faults += one.faults
    faulthandler.cancel_dump_traceback_later()
    _tell(tally, options.count)
    return 1 if tally.faults else 0


def _tell(tally: Tally, count: int) -> None:
    for number, sample, fault in tally.faults:
        path = _KEPT / f"{number}-{fault.sort.replace(' ', '-')}{sample.suffix}"
        path.write_bytes(sample.data)
        print(f"{fault.sort}: {path.relative_to(PROJECT)}: {fault.message}")
    print(f"tried: {count}")
    for name, number in sorted(tally.read.items()):
        print(f"read as {name}: {number}")
    for reason, number in tally.refused.most_common():
        print(f"refused, {reason}: {number}")
    sorts = Counter(fault.sort for _, _, fault in tally.faults)
    for sort in ("traceback", "untrue", "round trip", "live markup", "slow"):
        print(f"{sort}: {sorts[sort]}")
    print(f"slowest: {tally.slowest[0]:.2f} s, number {tally.slowest[1]}")


if __name__ == "__main__":
    sys.exit(main())
