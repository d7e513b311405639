"""An editor's word on an edition: ``content/editions/2026-06-02.md``, with an introduction, the lead and the order.

The file has front matter as posts have, one ``key: value`` a line, and below it the introduction in Markdown::

    ---
    lead: ferries-strike-again-1f3a9c
    order: peat-levy-falls-22bc01; urn:uuid:5b0b8a52-6c0f-5f5e-9a8e-0b6d6f1c9f7e;
    leave_out: cat-comes-ashore-694aba
    ---

    Two strikes and a *flood*: see the [archive]({index}archive/).

Stories are named by slug or id. Those that are not named follow in the usual order. What is left out stands below the
others of its day, as a headline. ``{index}`` stands for the way to the site's root.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing import post
from briefing.post import PostError
from briefing.post.frontmatter import parse_list, read_front_matter
from briefing.post.problems import Problems
from edition.archive import Archive
from edition.row import Row

_KEYS = ("lead", "order", "leave_out")
_CLOSE = 0.4  # how alike a wrong slug and the right one are, of 1


@dataclass(frozen=True, slots=True)
class Named:
    """A story as an editor names it, by slug or id, and the line where that stands."""

    text: str
    line: int

    def names(self, row: Row) -> bool:
        """Whether it is a story."""
        return self.text in {row.slug, row.id}


@dataclass(frozen=True, slots=True)
class Edition:
    """What an editor wrote of the stories of a day. ``intro`` is Markdown."""

    name: str  # of the file, for messages
    date: datetime.date
    lead: Named | None = None
    order: tuple[Named, ...] = ()
    leave_out: tuple[Named, ...] = ()
    intro: str = ""

    @property
    def named(self) -> tuple[Named, ...]:
        """The stories that stand first, in their order."""
        return (self.lead, *(one for one in self.order if one.text != self.lead.text)) if self.lead else self.order

    def arrange(self, rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Return the stories of the day in the editor's order, and those that are left out."""
        left = [row for row in rows if any(one.names(row) for one in self.leave_out)]
        shown = [row for row in rows if row not in left]
        first = [row for one in self.named for row in shown if one.names(row)]
        return (*first, *(row for row in shown if row not in first)), tuple(left)

    def problems(self, rows: Sequence[Row]) -> Iterator[str]:
        """Yield what is wrong with the names in it, a line each, given the stories of the day."""
        problems = Problems(self.name)
        left = {one.text for one in self.leave_out}
        for one in {*self.named, *self.order, *self.leave_out}:
            if not any(one.names(row) for row in rows):
                near = difflib.get_close_matches(one.text, [row.slug for row in rows], 1, _CLOSE)
                hint = f" (did you mean “{near[0]}”?)" if near else ""
                problems.add(one.line, f"the slug or id of a story of {self.date}{hint}", one.text)
        for one in self.named:
            if one.text in left:
                problems.add(one.line, "a story that is not left out too", one.text)
        if problems:
            yield from problems.error().problems


@dataclass(slots=True)
class Checked:
    """What came of a look at editions: what stops a build, a line each, and what an editor is warned of, by file."""

    problems: list[str] = field(default_factory=list)
    warnings: dict[str, str] = field(default_factory=dict)


class Editions:
    """The editions in a folder, each read when it is asked for."""

    def __init__(self, folder: str | Path | None) -> None:
        """Take the folder: the setting ``EDITIONS_PATH``; None: there are none."""
        self._folder = Path(folder) if folder else None
        self._known: dict[datetime.date, Edition | None] = {}

    def of(self, date: datetime.date) -> Edition | None:
        """Return what an editor wrote of a day.

        :raises PostError: if it does not parse
        """
        if date not in self._known:
            path = self._folder / file_of(date) if self._folder else None
            self._known[date] = read(path) if path and path.is_file() else None
        return self._known[date]

    def names(self) -> list[str]:
        """Return the names of all files."""
        if not self._folder or not self._folder.is_dir():
            return []
        return sorted(path.name for path in self._folder.glob("*.md") if not path.name.startswith("."))

    def check(self, archive: Archive, names: Iterable[str]) -> Checked:
        """Look whether files can be read, and name stories of their days."""
        checked = Checked()
        for name in sorted(set(names) & set(self.names())):
            try:
                edition = self.of(_date_of(name))
            except PostError as error:
                checked.problems += error.problems
                continue
            rows = archive.rows("day", str(_date_of(name)))
            if edition and rows:
                checked.problems += edition.problems(rows)
            elif edition:
                checked.warnings[name] = f"{edition.name}: there is no story of {edition.date} yet"
        return checked


def file_of(date: datetime.date) -> str:
    """Return the name of the file about the stories of a day."""
    return f"{date}.md"


def read(path: Path) -> Edition:
    """Read the file of an edition.

    :raises PostError: if it does not parse; all its problems are listed
    """
    name = f"{path.parent.name}/{path.name}"
    problems = Problems(name)
    text = post.decode(path.read_bytes(), name)
    lines = re.split(r"\r\n|\r|\n", text)
    if lines[0].rstrip() != "---":  # an introduction alone
        return Edition(name, _date_of(path.name), intro=text.strip())
    front, start = read_front_matter(lines, problems)
    for key, (number, _) in front.items():
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1)
            problems.add(number, f"one of {', '.join(_KEYS)}{f' (did you mean {near[0]}?)' if near else ''}", key)
    problems.check()
    named = {key: tuple(Named(one, number) for one in parse_list(value)) for key, (number, value) in front.items()}
    lead = named.get("lead", ())
    if len(lead) > 1:
        problems.add(lead[0].line, "lead: one story", front["lead"][1])
    problems.check()
    intro = "\n".join(lines[start:]).strip()
    order, leave_out = named.get("order", ()), named.get("leave_out", ())
    return Edition(name, _date_of(path.name), lead[0] if lead else None, order, leave_out, intro)


def _date_of(name: str) -> datetime.date:
    """Return the day that the name of a file tells.

    :raises PostError: if it tells none
    """
    try:
        date = datetime.date.fromisoformat(name.removesuffix(".md"))
    except ValueError:
        date = None
    if date is None or file_of(date) != name:
        raise PostError((f"editions/{name}: expected a name that is a day, such as 2026-06-02.md",))
    return date
