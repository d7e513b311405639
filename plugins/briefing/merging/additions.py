"""An editor's own texts in a merged post: where they stand, and the evidence that they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.merging.decisions import By, Decision, Decisions
from briefing.post import grammar
from briefing.post.contents import LabelledField, contents
from briefing.post.fields import read_evidence, write_evidence
from briefing.post.marks import references
from briefing.story import Addition, Evidence, Field, Origin, Story

Places = Sequence[int | None]
Cited = tuple[Evidence, Origin | None, str | None]  # with the earlier document that it is from, if it is from one


def place_additions(mine: Story, merged: Story, places: Mapping[str, Places]) -> tuple[Addition, ...]:
    """Return an editor's texts, each below the item that it stood below; one at the end of a section stays there.

    :param places: for sections with lists, where each item of ``mine`` stands in ``merged``, None if nowhere
    """
    texts: dict[tuple[str, int], list[str]] = {}
    notes = [addition for addition in mine.additions if addition.section == "notes"]
    for addition in mine.additions:
        if addition.section != "notes":
            section = addition.section
            moved = places[section] if section in places else _places_of_rows(mine, merged, section)
            place = _place(addition, moved, len(contents(merged, section))) if section in grammar.HEADINGS else 0
            texts.setdefault((section, place), []).append(addition.markdown)
    return (*notes, *(Addition(section, after, "\n\n".join(parts)) for (section, after), parts in texts.items()))


def _place(addition: Addition, places: Places, count: int) -> int:
    if addition.after > len(places):  # below the by-line
        return count + 1
    belongs_to_item = addition.markdown.startswith((" ", "\t", "<!--"))
    if addition.after == len(places) > 0 and not belongs_to_item:
        return count
    return next((place + 1 for place in reversed(places[: addition.after]) if place is not None), 0)


def _places_of_rows(mine: Story, merged: Story, section: str) -> Places:
    """Return where each row of the facts or sides, or each correction, stands now."""
    keys = [_key(row) for row in contents(merged, section)]
    return [keys.index(_key(row)) if _key(row) in keys else None for row in contents(mine, section)]


def _key(row: object) -> object:
    if not isinstance(row, LabelledField):
        return row
    return row.label, row.field.value if row.label == grammar.TOPIC_LABEL else None


def renew_notes(
    additions: Sequence[Addition], before: Sequence[Field[Any]], after: Sequence[Field[Any]], decisions: Decisions
) -> tuple[Addition, ...]:
    """Return an editor's texts; the page's evidence that they refer to is cited with the lines where it stands now.

    Where the document has other words instead, the editor should know what the text now refers to: a conflict.

    :param before: the fields as they were when the editor referred to them
    :param after: the same fields in the changed document
    """
    now: dict[Cited, Field[Any]] = {
        (was.evidence, was.origin, None): field for was, field in zip(before, after, strict=True) if was.evidence
    }
    return tuple(_renewed(a, now, decisions) if a.section == "notes" else a for a in additions)


def _renewed(note: Addition, now: Mapping[Cited, Field[Any]], decisions: Decisions) -> Addition:
    cited = _cited(note)
    field = now.get(cited) if cited else None
    if cited is None or field is None:
        return note
    label = references(note.markdown)[0]
    words = field.evidence.words if field.evidence else ()
    if words != cited[0].words:
        part = f"footnote {label}, which a text of yours refers to"
        shown = " / ".join(cited[0].words)
        keeps_mine = decisions.note(Decision(part, shown, shown, " / ".join(words) or None, By.CONFLICT))
        if keeps_mine or field.evidence is None:
            return note
    if field.evidence is None:
        return note
    return Addition("notes", 0, f"[^{label}]: {write_evidence(field.evidence, field.origin or Origin.PAGE)}")


def _cited(note: Addition) -> Cited | None:
    """Return the evidence that a footnote quotes, None where it is an editor's."""
    return read_evidence(note.markdown.partition(":")[2].strip())


def own_texts(mine: Story, base: Story | None) -> Iterator[Addition]:
    """Yield the texts that an editor put in since the post was written, without the page's own footnotes."""
    written = {(addition.section, addition.markdown) for addition in base.additions} if base else set()
    for addition in mine.additions:
        is_evidence = addition.section == "notes" and _cited(addition) is not None
        if not is_evidence and (addition.section, addition.markdown) not in written:
            yield addition
