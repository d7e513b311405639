"""The earlier saves of a story in its post: each an item with its document and those facts that may have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.post import grammar
from briefing.post.blocks import take_apart
from briefing.post.escaping import ABSENT, is_word, unescape
from briefing.post.fields import FieldReader, join_parts
from briefing.post.items import ItemReader
from briefing.post.parts import RawItem
from briefing.post.problems import Problems
from briefing.story import Document, Field, Passage, Save

_DOCUMENT = "document."


class SaveReader:
    """Reads the items of the section."""

    def __init__(self, items: ItemReader, fields: FieldReader, problems: Problems) -> None:
        self._items = items
        self._fields = fields
        self._problems = problems

    def read(self, raws: Sequence[RawItem]) -> tuple[Save, ...]:
        """Return the saves, in the order of the post."""
        return tuple(save for save in map(self._save, raws) if save is not None)

    def _save(self, raw: RawItem) -> Save | None:
        labelled = list(self._items.labelled("history", raw))
        document = self._document(labelled)
        if document is None:
            self._problems.add(raw.number, "“    - Document: name of the saved page” below the headline", raw.text)
            return None
        if not self._items.is_plain(raw.text, raw.number):
            return None
        found: dict[str, Field[Any]] = {row.path: Field() for row in grammar.SAVE_ROWS}
        for label, text, number in labelled:
            if label.attribute in found:
                found[label.attribute] = self._fields.value(text, number, label.codec, document.name)
        title = "" if is_word(raw.text, ABSENT) else unescape(raw.text)
        lines = self._items.marked("history", raw).get("lines")
        return Save(document=document, title=Passage(title, lines), **join_parts(found))

    def _document(self, labelled: Sequence[tuple[grammar.ItemLabel, str, int]]) -> Document | None:
        values: dict[str, str] = {}
        for label, text, number in labelled:
            if label.attribute.startswith(_DOCUMENT):
                self._items.add(values, label, text, number)
        name, sha256, kind = (values.get(f"{_DOCUMENT}{part}", "") for part in ("name", "sha256", "kind"))
        return Document(name, sha256, kind) if name else None


def document_values(document: Document) -> Iterator[tuple[str, str]]:
    """Yield label and text of what an item says of its document."""
    for label in grammar.ITEM_LABELS["history"]:
        if label.attribute.startswith(_DOCUMENT):
            text = getattr(document, label.attribute.removeprefix(_DOCUMENT))
            if text:
                yield label.label, text


def earlier_documents(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield name and SHA-256 of the documents of earlier saves, newest first, in a post that may not parse.

    :param lines: all lines of the post
    """
    if not any("history" in line and "<!--" in line for line in lines):
        return  # as in most posts, which need not be taken apart
    problems = Problems("")
    blocks = take_apart("\n".join(lines), problems)
    section = blocks.sections.get("history")
    reader = SaveReader(ItemReader(blocks, problems), FieldReader(blocks, problems), problems)
    for save in reader.read(section.items if section else ()):
        yield save.document.name, save.document.sha256
