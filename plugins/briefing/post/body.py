"""The body of a post: sections with their items and an editor's own Markdown, and notes.

An item is what stands in the section's own list or table. What is no item stays as it stands, the editor's. A list
below a paragraph of the editor's, or below an empty comment, is the editor's too, unless its items carry the comment
with their lines or a label.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.post import grammar, marks, units
from briefing.post.parts import Blocks, RawItem, Section
from briefing.post.problems import Problems

_OF_PARAGRAPHS = ("standfirst", "summary")
_NOT_OF_LISTS = ("", "standfirst", "facts")
_NOT_USUAL = (*_NOT_OF_LISTS, "corrections", "sides")  # whose items are known by other signs than their lines
_WITH_VALUES = ("dates", "history")  # whose items always have a labelled value


def read_body(lines: Sequence[str], start: int, blocks: Blocks, problems: Problems) -> Blocks:
    """Read the lines from ``start`` into the sections and notes of ``blocks``."""
    body = _Body(lines, blocks, problems)
    index = start
    while index < len(lines):
        index = body.read(index)
    body.end_section()
    return blocks


def _item(number: int, text: str) -> RawItem:
    """Return an item without the comments in its text: one says the document's lines, others are an editor's."""
    plain, mark, comments = marks.take_marks(text)
    return RawItem(number, plain, mark, comments=_placed(number, comments))


def _placed(number: int, comments: Sequence[str]) -> tuple[tuple[int, str], ...]:
    return tuple((number, comment) for comment in comments) if comments else ()


class _Body:
    """Reads one block after the other. The methods ``_read_...`` return the index after what they took, if anything."""

    def __init__(self, lines: Sequence[str], blocks: Blocks, problems: Problems) -> None:
        self._lines = lines
        self._blocks = blocks
        self._problems = problems
        self._has_document = "document" in blocks.front
        self._has_by = any(marks.has_by(line) for line in lines)
        self._section = blocks.sections[""] = Section("", 0)
        self._text: list[str] = []  # of an editor, until an item or a section ends it
        self._own_text_began = False
        self._item: RawItem | None = None  # that labelled values belong to

    def read(self, index: int) -> int:
        """Read what begins at ``index`` and return the index after it."""
        line = self._lines[index]
        match line.lstrip()[:1]:
            case "":
                self._text += [""] if self._text else []
                return index + 1
            case "-" | "*" | "+":
                end = self._read_nested(index) if line.startswith(marks.INDENTED) else self._read_list_item(index)
            case "|":
                end = self._read_table(index)
            case "<":
                end = self._read_opaque(index) or self._read_section(index)
            case "`" | "~":
                end = self._read_opaque(index)
            case "[":
                end = self._read_note(index)
            case "#":
                end = self._read_heading(index)
            case sign:
                end = self._read_list_item(index) if sign.isdigit() else None
        return end or self._read_paragraph(index) or self._read_own(index, self._end(index))

    def _end(self, index: int) -> int:
        return units.end_of_unit(self._lines, index, self._problems, nested=self._item is not None)

    def end_section(self) -> None:
        """Put an editor's comments in the items among the editor's texts."""
        self._end_text()
        section = self._section
        for after, item in enumerate([*section.items, section.by] if section.by else section.items, 1):
            for number, comment in item.comments:
                if marks.is_section(comment):
                    self._problems.add(number, f"{comment} on a line of its own")
                section.additions.append((after, comment))
        section.additions.sort(key=lambda addition: addition[0])

    def _end_text(self) -> None:
        if not self._text:
            return
        text = "\n".join(self._text).strip("\n").rstrip()
        if text:
            self._section.additions.append((len(self._section.items) + bool(self._section.by), text))
        self._text = []

    def _add(self, item: RawItem) -> None:
        self._end_text()
        self._section.items.append(item)
        self._item = item

    def _read_own(self, index: int, end: int) -> int:
        if marks.EMPTY_COMMENT.fullmatch(self._lines[index]):
            self._end_text()
            self._own_text_began = True
            return end
        text = self._lines[index:end]
        self._text += text
        self._own_text_began |= bool(units.first_shown("\n".join(text)).strip())
        return end

    def _read_opaque(self, index: int) -> int | None:
        end = self._end(index) if units.is_opaque(self._lines[index]) else index + 1
        return self._read_own(index, end) if end > index + 1 else None

    def _read_section(self, index: int) -> int | None:
        match = marks.SECTION.fullmatch(self._lines[index])
        if match is None:
            return None
        name, form = match["name"].lower(), match["form"]
        if name not in grammar.HEADINGS or form not in (None, *marks.FORMS):
            near = marks.near_section(name, form)
            if near:
                self._problems.add(index + 1, f"a section's comment such as <!-- {near} -->", match[0])
            return None
        if name in self._blocks.sections:
            first = self._blocks.sections[name].number
            self._problems.add(index + 1, f"each section once (“{name}” begins at line {first})", match[0])
        self.end_section()
        self._own_text_began, self._item = False, None
        self._section = self._blocks.sections[name] = Section(name, index + 1, form)
        return index + 1

    def _read_heading(self, index: int) -> int | None:
        """Read the section's own heading: the first one below the comment, before any item."""
        section = self._section
        match = marks.HEADING.fullmatch(self._lines[index])
        if match is None or section.heading is not None or section.items or not grammar.HEADINGS.get(section.name):
            return None
        if (self._text or section.additions) and match["signs"] != "##":
            return None
        section.heading = marks.heading_of(match["text"])
        return index + 1

    def _read_note(self, index: int) -> int | None:
        match = marks.NOTE.fullmatch(self._lines[index])
        if match is None:
            return None
        texts, end = [match["text"]], index + 1
        while end < len(self._lines):
            following = next((i for i in range(end, len(self._lines)) if self._lines[i].strip()), end)
            line = self._lines[following]
            if not marks.goes_on_with_note(texts, line, lazy=following == end):
                break
            texts += self._lines[end : following + 1]
            end = following + 1
        if match["label"] in self._blocks.notes:
            self._problems.add(index + 1, f"each footnote once (“{match['label']}” stands twice)", match[0])
        self._blocks.notes[match["label"]] = (index + 1, "\n".join(texts).strip())
        self._own_text_began = True
        return end

    def _read_table(self, index: int) -> int | None:
        """Read the rows of a table of facts, or a table of the editor's among them."""
        if self._section.name != "facts":
            return None
        end = index
        while end < len(self._lines) and self._lines[end].lstrip().startswith("|"):
            end += 1
        rows = self._lines[index:end]
        found = marks.find_rows(rows, later=bool(self._section.items), own=self._own_text_began)
        if found is None:
            return self._read_own(index, end)
        for place in found:
            self._add(_item(index + place + 1, marks.cells_of(rows[place])))
        return end

    def _read_nested(self, index: int) -> int | None:
        """Read a labelled value of the last item; below an editor's text only if its label is known."""
        line = self._lines[index]
        match = marks.NESTED.fullmatch(line)
        if match is None or self._item is None or self._section.name not in grammar.ITEM_LABELS:
            return None
        if self._text and not marks.has_label(self._section.name, match["text"]):
            return None
        text, end = self._gather(index, match["text"], lazy=False)
        plain, _, comments = marks.take_marks(text)
        self._item.nested.append((index + 1, plain))
        self._item.comments += _placed(index + 1, comments)
        return end

    def _read_usual_item(self, index: int) -> int | None:
        """Read an item as the program writes it, with its labelled values: nothing of it need be looked at closely."""
        match = marks.USUAL_ITEM.fullmatch(self._lines[index])
        if match is None or self._section.name in _NOT_USUAL or not self._ends_item(index + 1):
            return None
        item = RawItem(index + 1, match["text"].rstrip(), match["mark"])
        self._add(item)
        end = index + 1
        has_values = self._section.name in grammar.ITEM_LABELS
        while has_values and (value := self._usual_value(end)):
            end += 1
            item.nested.append((end, value.rstrip()))
        return end

    def _usual_value(self, index: int) -> str:
        """Return a labelled value in a line of its own; empty where another look is needed."""
        match = marks.USUAL_VALUE.fullmatch(self._lines[index]) if index < len(self._lines) else None
        return match["text"] if match and self._ends_item(index + 1) else ""

    def _ends_item(self, index: int) -> bool:
        return index >= len(self._lines) or marks.ends_item(self._lines[index])

    def _read_list_item(self, index: int) -> int | None:
        usual = self._read_usual_item(index)
        if usual is not None:
            return usual
        match = marks.ITEM.fullmatch(self._lines[index])
        if match is None or self._section.name in _NOT_OF_LISTS:
            return None
        text, end = self._gather(index, match["text"], lazy=True)
        item = _item(index + 1, text)
        if not self._is_item(item, text, end, is_bullet=match["marker"] in "-*+"):
            return self._read_own(index, end)
        self._add(item)
        return end

    def _is_item(self, item: RawItem, text: str, end: int, *, is_bullet: bool) -> bool:
        name = self._section.name
        if marks.is_surely_item(name, text, item.mark):
            return True
        if not is_bullet:
            return False
        nested = marks.NESTED.fullmatch(self._lines[end]) if end < len(self._lines) else None
        if nested is not None and marks.has_label(name, nested["text"]):
            return True
        if self._own_text_began or self._section.form == "prose" or name in _WITH_VALUES:
            return False
        headline, _ = (marks.as_link(item.text) if name == "articles" else None) or (item.text, "")
        return name == "sides" or not marks.has_markup(headline)

    def _gather(self, index: int, first: str, *, lazy: bool) -> tuple[str, int]:
        """Return the text of an item whose lines an editor may have broken, and the index after it."""
        end = self._end(index)
        texts = [first, *self._lines[index + 1 : end]]
        while end < len(self._lines) and marks.goes_on(texts, self._lines[end], lazy=lazy):
            following = self._end(end)
            texts += self._lines[end:following]
            end = following
        return " ".join(map(str.strip, texts)), end

    def _read_paragraph(self, index: int) -> int | None:
        """Read a passage that is a paragraph, or whose the summary is; else the paragraph is the editor's."""
        name, first = self._section.name, self._lines[index]
        if name not in _OF_PARAGRAPHS or units.starts_block(first) or first.startswith(("    ", "\t")):
            return None
        text, end = "", index
        while end == index or not self._is_whole(text, end):
            following = self._end(end)
            text = " ".join([text, *(line.strip() for line in self._lines[end:following])]).strip()
            end = following
        if name == "summary" and self._is_by(text):
            if self._section.by:
                self._problems.add(index + 1, f"one by-line (line {self._section.by.number} has it)", text)
            self._end_text()
            self._section.by, self._item = _item(index + 1, marks.take_by(text)), None
        elif marks.cites_lines(text) or self._is_passage(text):
            self._add(_item(index + 1, text))
        else:
            return self._read_own(index, end)
        return end

    def _is_whole(self, text: str, end: int) -> bool:
        line = self._lines[end] if end < len(self._lines) else ""
        if marks.is_mark(line):
            return False
        return not line.strip() or units.starts_block(line) or marks.cites_lines(text) or self._is_by(text)

    def _is_by(self, text: str) -> bool:
        """Whether a paragraph says whose the summary is: by its comment, or by its form where an editor lost that."""
        return marks.has_by(text) if self._has_by else marks.looks_like_by(text)

    def _is_passage(self, text: str) -> bool:
        """Whether a paragraph is a passage without evidence: of a post that was written without a document."""
        if self._has_document or self._own_text_began or marks.has_markup(text):
            return False
        return self._section.form == "prose" or (self._section.name == "standfirst" and not self._section.items)
