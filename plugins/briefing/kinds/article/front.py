"""What a text says above itself under labels: YAML front matter, as clippers write it, or lines such as "Author: ...".

Values are taken as they stand, so that each is in its line; what YAML writes otherwise than it means is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.documents.addresses import is_address
from briefing.documents.lines import Line
from briefing.facts.dates import find_dates
from briefing.kinds.article.dates import read_moment
from briefing.kinds.article.words import NO_ADDRESS
from briefing.story import Evidence, Field, Lines, stated

_LABELS = {
    "title": "title headline",
    "standfirst": "subtitle standfirst description dek",
    "byline": "author authors byline creator by",
    "outlet": "source publisher publication outlet site site_name sitename website newspaper",
    "address": "url link source_url url_source canonical original_url",
    "published": (
        "published date publish_date date_published published_date published_time published_on publication_date posted"
        " posted_on pubdate release_date"
    ),
    "updated": "updated last_updated modified last_modified",
    "language": "lang language",
}
_KEYS = {label: key for key, labels in _LABELS.items() for label in labels.split()}
_LABEL = re.compile(r"(?P<key>[A-Za-z][A-Za-z_ -]{1,24}?)\s*:\s+(?P<value>\S.*)")
_LIST = re.compile(r"(?P<key>[A-Za-z][A-Za-z_ -]{1,24}?)\s*:")
_ITEM = re.compile(r"-\s+(?P<value>\S.*)")
_DRESSING = re.compile(r"^(?:\"\[\[|'\[\[|\[\[|\"|'|\[)|(?:\]\]\"|\]\]'|\]\]|\"|'|\])$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_FENCE = "---"
_LONGEST_FRONT = 200  # lines


@dataclass(frozen=True, slots=True)
class Entry:
    """A value under a label, with the whole line that has it."""

    key: str
    value: str
    lines: Lines
    line: str

    @property
    def field(self) -> Field[str]:
        """The value as a fact."""
        return self.named(self.value)

    def named(self, value: str) -> Field[str]:
        """Return a part of the value as a fact."""
        return stated(value, Evidence(self.lines, (self.line,)))

    @property
    def moment(self) -> Field[str]:
        """The day or moment that the value writes."""
        days = {found.date for found in find_dates(self.value)}
        value = read_moment(self.value) or (days.pop().isoformat() if len(days) == 1 else None)
        return self.named(value) if value else Field()


def read_front(lines: Sequence[Line]) -> tuple[list[Entry], Sequence[Line]]:
    """Return what YAML front matter says, and the lines below it; all lines where there is none."""
    if not lines or lines[0].text != _FENCE:
        return [], lines
    end = next((i for i, line in enumerate(lines[1:_LONGEST_FRONT], 1) if line.text == _FENCE), None)
    if end is None:
        return [], lines
    entries, key = [], ""
    for line in lines[1:end]:
        item = _ITEM.fullmatch(line.text)
        entry = (
            _entry(key, item["value"], line) if item and key else read_label(line.text, Lines(line.number, line.number))
        )
        opened = _LIST.fullmatch(line.text)
        key = opened["key"].lower() if opened else key if item else ""
        if entry:
            entries.append(entry)
    return entries, lines[end + 1 :]


def read_label(text: str, lines: Lines | None = None) -> Entry | None:
    """Return the value of a line that begins with a label that is known, else None."""
    match = _LABEL.fullmatch(text)
    if match is None:
        return None
    number = lines or Lines(1, 1)
    return _make(match["key"].lower(), match["value"], number, text)


def _entry(key: str, value: str, line: Line) -> Entry | None:
    return _make(key, value, Lines(line.number, line.number), line.text)


def _make(label: str, value: str, lines: Lines, line: str) -> Entry | None:
    key = _KEYS.get(label.replace(" ", "_"))
    value = _DRESSING.sub("", value).strip()
    if key is None or not value or "\\" in value:
        return None
    if key == "outlet" and is_address(value):
        key = "address"
    if key == "address" and (not is_address(value) or NO_ADDRESS.search(value)):
        return None
    if key == "language" and not _LANGUAGE.fullmatch(value):
        return None
    return Entry(key, value, lines, line)
