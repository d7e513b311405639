"""The text of a post, taken apart into front matter, sections with their items, and notes.

What is no item of its section is an editor's own Markdown and stays as it stands. An item is what stands in the
section's own list or table; a list below a paragraph of the editor's is the editor's, unless its items carry the
comment with their lines.
"""

from __future__ import annotations

import difflib
import re
import textwrap
from dataclasses import dataclass, field

from briefing.post import grammar
from briefing.post.frontmatter import parse_line
from briefing.post.problems import Problems

_SECTION = re.compile(r"<!--\s*(?P<name>[a-z]+)(?: (?P<form>points|prose))?\s*-->\s*")
_LINES_COMMENT = re.compile(r"<!-- \d+(?:-\d+)?(?: \w+)? -->\s*$")
_BY = re.compile(r"<!-- by -->\s*$")
_ITEM = re.compile(r"[-*+] +(?P<text>.*)")
_NESTED = re.compile(r"(?:\t|  +)[-*+] +(?P<text>.*)")
_CONTINUED = re.compile(r"(?:\t|  +)(?P<text>\S.*)")
_ROW = re.compile(r"\|(?P<cells>.*)")
_RULE = re.compile(r"\|[\s|:-]+")
_NOTE = re.compile(r"\[\^(?P<label>[^\]\s]+)\]:\s*(?P<text>.*)")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*\s*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CLOSE_ENOUGH = 0.75  # of difflib: a section's name that is probably mistyped


@dataclass(slots=True)
class RawItem:
    """An item or row as text, with its line in the post; ``nested`` are the lines of its labelled values."""

    number: int
    text: str
    nested: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    """A section as it stands; ``additions`` are an editor's texts with the number of items before each."""

    name: str
    number: int
    form: str | None = None
    heading: str | None = None
    items: list[RawItem] = field(default_factory=list)
    by: RawItem | None = None
    additions: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Blocks:
    """A post taken apart. Keys of ``front`` and ``notes`` lead to the line and the text."""

    front: dict[str, tuple[int, str]] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    notes: dict[str, tuple[int, str]] = field(default_factory=dict)


def take_apart(text: str, problems: Problems) -> Blocks:
    """Take the text of a post apart; what is wrong is noted in ``problems``."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    blocks = Blocks()
    start = _read_front_matter(lines, blocks, problems)
    _Body(blocks, problems).read(lines, start)
    return blocks


def _read_front_matter(lines: list[str], blocks: Blocks, problems: Problems) -> int:
    """Read ``key: value`` lines between two lines ``---``; return the index after them."""
    if not lines or lines[0].rstrip() != "---":
        problems.add(1, "front matter: a first line “---”", lines[0][:60] if lines else "")
        return 0
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return index + 1
        if not line.strip() or line.startswith("#"):
            continue
        try:
            pair = parse_line(line)
        except ValueError:
            problems.add(index + 1, "a value whose double quotes are closed", line[:60])
            continue
        if pair is None:
            problems.add(index + 1, "“key: value” or the line “---” that ends the front matter", line[:60])
        elif pair[0] in blocks.front:
            problems.add(index + 1, f"“{pair[0]}” once", line[:60])
        else:
            blocks.front[pair[0]] = (index + 1, pair[1])
    problems.add(len(lines), "a line “---” that ends the front matter")
    return len(lines)


class _Body:
    """Reads the lines below the front matter one by one."""

    def __init__(self, blocks: Blocks, problems: Problems) -> None:
        self._blocks = blocks
        self._problems = problems
        self._section = Section("", 0)
        blocks.sections[""] = self._section
        self._text: list[str] = []  # of an editor, until an item or a section ends it
        self._fence: str | None = None
        self._item: RawItem | None = None  # that nested lines belong to
        self._note: str | None = None
        self._own_text_began = False

    def read(self, lines: list[str], start: int) -> None:
        for index in range(start, len(lines)):
            self._read_line(index + 1, lines[index])
        self._end_text()

    def _read_line(self, number: int, line: str) -> None:
        if self._in_fence(line):
            self._text.append(line)
        elif not line.strip():
            self._note = None
            if self._text:
                self._text.append(line)
        elif self._starts_section(number, line) or self._reads_note(number, line):
            self._item = None
        elif self._reads_item(number, line):
            self._note = None
        else:
            self._item = None
            self._own_text_began = True
            self._text.append(line)

    def _in_fence(self, line: str) -> bool:
        match = _FENCE.match(line)
        if self._fence is None:
            if match:
                self._fence = match[1]
            return match is not None
        if match and match[1][0] == self._fence[0] and len(match[1]) >= len(self._fence) and not line.strip(" `~"):
            self._fence = None
        return True

    def _end_text(self) -> None:
        text = textwrap.dedent("\n".join(self._text)).strip("\n")
        if text.strip():
            self._section.additions.append((len(self._section.items), text))
        self._text = []

    def _starts_section(self, number: int, line: str) -> bool:
        match = _SECTION.fullmatch(line)
        if match is None:
            return self._reads_heading(line)
        name = match["name"]
        if name not in grammar.HEADINGS:
            near = difflib.get_close_matches(name, grammar.HEADINGS, 1, _CLOSE_ENOUGH)
            if near:
                self._problems.add(number, f"a section's comment such as <!-- {near[0]} -->", line.strip())
            return False
        if name in self._blocks.sections:
            first = self._blocks.sections[name].number
            self._problems.add(number, f"each section once (“{name}” begins at line {first})", line.strip())
        self._end_text()
        self._own_text_began = False
        self._section = Section(name, number, match["form"])
        self._blocks.sections[name] = self._section
        return True

    def _reads_heading(self, line: str) -> bool:
        """Whether a line is its section's own heading: the first thing below the comment."""
        section = self._section
        match = _HEADING.fullmatch(line)
        first = not section.items and not self._text and section.heading is None and section.name
        if not (match and first and grammar.HEADINGS[section.name]):
            return False
        section.heading = match["text"]
        return True

    def _reads_note(self, number: int, line: str) -> bool:
        match = _NOTE.fullmatch(line)
        if match:
            if match["label"] in self._blocks.notes:
                self._problems.add(number, f"each footnote once (“{match['label']}” stands twice)", line[:60])
            self._blocks.notes[match["label"]] = (number, match["text"])
            self._note = match["label"]
            return True
        if self._note is not None and line[:1].isspace():
            first, text = self._blocks.notes[self._note]
            self._blocks.notes[self._note] = (first, f"{text}\n{line}")
            return True
        self._note = None
        return False

    def _reads_item(self, number: int, line: str) -> bool:
        if self._item is not None and self._continues_item(number, line):
            return True
        text = self._item_text(line)
        if text is None:
            return False
        if text:
            text = " ".join([*self._same_paragraph(), text])
            self._end_text()
            if _BY.search(text) and self._section.name == "summary":
                self._section.by = RawItem(number, _BY.sub("", text).strip())
                self._item = None
            else:
                self._item = RawItem(number, text)
                self._section.items.append(self._item)
        return True

    def _same_paragraph(self) -> list[str]:
        """Take the lines directly above, where items are paragraphs: an editor broke the lines."""
        lines: list[str] = []
        while self._are_paragraphs and self._text and self._text[-1].strip():
            lines.insert(0, self._text.pop().strip())
        return lines

    @property
    def _are_paragraphs(self) -> bool:
        return self._section.name == "standfirst" or self._section.form == "prose"

    def _continues_item(self, number: int, line: str) -> bool:
        item = self._item
        nested = _NESTED.fullmatch(line)
        continued = _CONTINUED.fullmatch(line)
        if item is None or not (nested or continued) or self._section.name == "facts":
            return False
        if nested and self._section.name not in grammar.ITEM_LABELS:
            return False
        if nested:
            item.nested.append((number, nested["text"].strip()))
        elif continued and item.nested:
            first, text = item.nested[-1]
            item.nested[-1] = (first, f"{text} {continued['text'].strip()}")
        elif continued:
            item.text = f"{item.text} {continued['text'].strip()}"
        return True

    def _item_text(self, line: str) -> str | None:
        """Return an item's text; empty for the lines that only make a table; None where a line is no item."""
        section = self._section
        if section.name == "facts":
            row = _ROW.fullmatch(line.strip())
            if row is None:
                return None
            cells = row["cells"].rstrip().removesuffix("|").strip()
            own = self._own_text_began and cells.partition("|")[0].strip() not in grammar.FACT_LABELS
            return None if own else "" if _RULE.fullmatch(line.strip()) else cells
        if section.name == "":
            return None
        if self._are_paragraphs:
            marked = _LINES_COMMENT.search(line) or _BY.search(line)
            return line.strip() if marked else None
        if section.name == "summary" and _BY.search(line):
            return line.strip()
        match = _ITEM.fullmatch(line)
        if match is None or (self._own_text_began and not _LINES_COMMENT.search(line)):
            return None
        return match["text"].strip()
