"""The page of the documentation with the figures: a part for each size and sort of measurement, the newest of each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.tables import Table

SITES = "sites"
WATCH = "watch"
_ORDER = (SITES, WATCH)
_PART = re.compile(r"<!-- (?P<sort>\w+) (?P<count>\d+) -->\n(?P<text>.*?)\n<!-- end -->", re.DOTALL)
_INTRODUCTION = Path(__file__).with_name("introduction.md")


@dataclass(frozen=True, slots=True)
class Part:
    """What was measured at one time: its sort, how many stories, and what the page says of it."""

    sort: str
    count: int
    text: str


def make_part(
    sort: str, count: int, day: str, command: str, machine: Mapping[str, str], tables: Sequence[Table]
) -> Part:
    """Return a part with a heading, the command, the machine and tables.

    :param day: on which it was measured, YYYY-MM-DD
    """
    heading = f"## {count:,} stories" + (", watching" if sort == WATCH else "")
    said = "; ".join(f"{name}: {value}" for name, value in machine.items())
    lines = [heading, f"Measured on {day} with `{command}`. {said}.", *(table.markdown() for table in tables)]
    return Part(sort, count, "\n\n".join(lines))


def merge(page: str, parts: Sequence[Part]) -> str:
    """Return the page with these parts in place of those of the same sort and number; the others are kept.

    :param page: as it is; empty if there is none
    """
    kept = {(found["sort"], int(found["count"])): found["text"] for found in _PART.finditer(page)}
    kept |= {(part.sort, part.count): part.text for part in parts}
    ordered = sorted(kept.items(), key=lambda item: (_ORDER.index(item[0][0]), item[0][1]))
    written = [f"<!-- {sort} {count} -->\n{text}\n<!-- end -->" for (sort, count), text in ordered]
    return "\n\n".join([_INTRODUCTION.read_text(encoding="utf-8").strip(), *written]) + "\n"


def write(file: Path, parts: Sequence[Part]) -> None:
    """Put parts into the page, which may be a new file."""
    page = file.read_text(encoding="utf-8") if file.is_file() else ""
    file.write_text(merge(page, parts), encoding="utf-8", newline="\n")
