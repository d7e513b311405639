"""The merge of three stories, attribute by attribute."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from briefing import post
from briefing.merging import words
from briefing.merging.additions import Places, own_texts, place_additions, renew_notes
from briefing.merging.decisions import UNKNOWN, By, Conflict, Decision, Decisions
from briefing.merging.lists import merge_list
from briefing.post import grammar
from briefing.story import DateFrom, Document, Field, FirstReport, Origin, Passage, Save, Sides, State, Story

# The editor's, or made once and carried in the post.
_MINE = ("id", "slug", "added", "modified", "corrections", "additions", "headings")
_LISTS = ("summary", "coverage", "quotes", "people", "organisations", "dates", "figures", "topics")
_SECTIONS = {"coverage": "articles"}  # of lists that are called otherwise


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged story, and what is left for the editor to settle; with conflicts the story is not to be written."""

    story: Story
    conflicts: tuple[Conflict, ...]


def merge(base: Story | None, mine: Story, theirs: Story, take: str | None = None) -> Merged:
    """Return the story of a post that an editor changed and whose document changed.

    The document wins ``document``. ``id``, ``slug``, ``added`` and ``modified`` are the editor's: the caller sets the
    last. Corrections, headings and texts of the editor's own have no other side.

    :param base: the post as it was written; None where it is lost: whatever differs is then a conflict
    :param mine: the post as it stands, as it was read
    :param theirs: what the document tells now
    :param take: what settles conflicts, ``"document"`` or ``"mine"``; None: they are returned
    :raises ValueError: if ``take`` is anything else
    """
    decisions = Decisions(take)
    story = decide(base, mine, theirs, decisions)
    return Merged(story, decisions.conflicts)


def decide(base: Story | None, mine: Story, theirs: Story, decisions: Decisions) -> Story:
    """Return the merged story; ``decisions`` notes what differs."""
    merged = _Merge(base, mine, theirs, decisions).story()
    # The story is what its post says: in some places a post can hold an item only as an editor's text.
    return post.read(post.write(merged), merged.slug)


class _Merge:
    def __init__(self, base: Story | None, mine: Story, theirs: Story, decisions: Decisions) -> None:
        self._base = base
        self._mine = mine
        self._theirs = theirs
        self._decisions = decisions
        self._places: dict[str, Places] = {}  # where the items of an editor's list stand now, by section

    def story(self) -> Story:
        changes: dict[str, Any] = {"document": self._theirs.document}
        for attribute in dataclasses.fields(Story):
            if attribute.name not in (*_MINE, *changes, "date", "date_from", "summary_form"):
                changes[attribute.name] = self._attribute(attribute.name)
        changes |= self._date()
        changes["summary_form"] = self._summary_form(has_items=bool(changes["summary"]))
        merged = dataclasses.replace(self._mine, **changes)
        self._note_own()
        return dataclasses.replace(merged, additions=self._additions(merged))

    def _attribute(self, name: str) -> Any:
        by_itself = {
            "title": self._passage,
            "standfirst": self._passage,
            "page_topics": self._topics,
            "metadata": self._metadata,
            "history": self._history,
            **dict.fromkeys(_LISTS, self._list),
        }
        if name in by_itself:
            return by_itself[name](name)
        mine, theirs = getattr(self._mine, name), getattr(self._theirs, name)
        if isinstance(theirs, Field):
            return self._field(name)
        if isinstance(theirs, Sides | FirstReport):
            return type(theirs)(*(self._field(f"{name}.{part.name}") for part in dataclasses.fields(theirs)))
        return mine if self._keeps_mine(name) else theirs

    def _three(self, path: str) -> list[Any]:
        """Return an attribute as written, the editor's and the document's."""
        return [
            UNKNOWN if story is None else attrgetter(path)(story) for story in (self._base, self._mine, self._theirs)
        ]

    def _keeps_mine(self, name: str) -> bool:
        return self._decisions.keeps_mine(words.name_part(name), *self._three(name), show=words.show)

    def _field(self, path: str) -> Field[Any]:
        was, mine, theirs = self._three(path)
        keeps_mine = self._decisions.keeps_mine(
            words.name_part(path),
            was,
            mine,
            theirs,
            says=lambda field: (field.state, field.value),
            show=lambda field: words.show_field(path, field),
        )
        field: Field[Any] = _with_evidence(mine, theirs) if keeps_mine else theirs
        return field

    def _topics(self, name: str) -> Field[Any]:
        """Return the page's topics: merged one by one where all list some, else as any field."""
        mine, theirs = self._mine.page_topics, self._theirs.page_topics
        was = self._base.page_topics.value if self._base else None
        if not mine.value or not theirs.value or (self._base and not was):
            return self._field(name)
        topics = merge_list(name, was, mine.value, theirs.value, self._decisions).items
        if topics == theirs.value:
            return theirs
        return _with_evidence(dataclasses.replace(mine, value=topics), theirs) if topics else Field()

    def _passage(self, name: str) -> Passage | None:
        """Return headline or standfirst; a changed one keeps leading to the lines of the document's."""
        mine, theirs = getattr(self._mine, name), getattr(self._theirs, name)
        part, text = words.name_part(name), attrgetter("text")
        passage: Passage | None = theirs
        if self._decisions.keeps_mine(part, *self._three(name), says=text, show=lambda own: own.text or "none"):
            passage = mine and Passage(mine.text, theirs.lines if theirs and mine.lines else None)
        return passage

    def _date(self) -> dict[str, Any]:
        """Return the day and where it comes from."""
        if self._keeps_mine("date"):
            return {"date": self._mine.date, "date_from": DateFrom.EDITOR}
        return {"date": self._theirs.date, "date_from": self._theirs.date_from}

    def _metadata(self, _name: str) -> tuple[tuple[str, str], ...]:
        """Return further front matter, key by key; where nothing is known of it, it is the editor's."""
        was, mine, theirs = (dict(story.metadata) if story else {} for story in (self._base, self._mine, self._theirs))
        merged: dict[str, str | None] = {}
        for key in mine | theirs:
            keeps_mine = self._decisions.keeps_mine(key, was.get(key), mine.get(key), theirs.get(key))
            merged[key] = (mine if keeps_mine else theirs).get(key)
        return tuple((key, value) for key, value in merged.items() if value is not None)

    def _history(self, _name: str) -> tuple[Save, ...]:
        """Return the earlier saves, each as one of the sides has it, in the document's order."""
        mine, theirs = _by_document(self._mine.history), _by_document(self._theirs.history)
        was = _by_document(self._base.history) if self._base else {}
        saves: list[Save | None] = []
        for key in theirs | mine:
            three = was.get(key) if self._base else UNKNOWN, mine.get(key), theirs.get(key)
            keeps_mine = self._decisions.keeps_mine(f"earlier save {key[0].name}", *three, show=words.show_save)
            saves.append(three[1] if keeps_mine else three[2])
        return tuple(save for save in saves if save)

    def _list(self, name: str) -> tuple[Any, ...]:
        was, mine, theirs = self._three(name)
        merged = merge_list(name, None if was is UNKNOWN else was, mine, theirs, self._decisions)
        self._places[_SECTIONS.get(name, name)] = merged.places
        return merged.items

    def _summary_form(self, *, has_items: bool) -> str | None:
        was, mine, theirs = self._three("summary_form")
        form: str | None = theirs if mine in (was, theirs) else mine
        return form or ((theirs or mine or "points") if has_items else None)

    def _additions(self, merged: Story) -> Any:
        if self._mine.standfirst:
            self._places["standfirst"] = (0 if merged.standfirst else None,)
        before, after = _fields_of(self._base or self._mine), _fields_of(self._theirs)
        placed = place_additions(self._mine, merged, self._places)
        return renew_notes(placed, [*before], [*after], self._decisions)

    def _note_own(self) -> None:
        """Note what only an editor can have put in."""
        for addition in own_texts(self._mine, self._base):
            part = f"a text of yours {words.name_place(addition.section)}"
            self._decisions.note(Decision(part, None, addition.markdown, None, By.MINE))
        for correction in self._mine.corrections:
            if self._base is None or correction not in self._base.corrections:
                self._decisions.note(
                    Decision("correction", None, f"{correction.date}: {correction.text}", None, By.MINE)
                )
        for section, heading in self._mine.headings:
            usual = grammar.HEADINGS[section]
            self._decisions.note(Decision(f"the heading “{usual}”", usual, heading, usual, By.MINE))


def _with_evidence(mine: Field[Any], theirs: Field[Any]) -> Field[Any]:
    """Return an editor's value; a mark beside it leads to the evidence of the document's value, if there is any."""
    if mine.state is State.ABSENT:
        return Field()
    if mine.evidence is None or theirs.evidence is None:
        return Field(mine.state, mine.value, None, Origin.EDITOR)
    return Field(mine.state, mine.value, theirs.evidence, theirs.origin)


def _by_document(saves: Sequence[Save]) -> dict[tuple[Document, int], Save]:
    """Return saves by their documents, where one is there twice by its number too."""
    documents = [save.document for save in saves]
    return {(save.document, documents[:place].count(save.document)): save for place, save in enumerate(saves)}


def _fields_of(story: Story) -> Iterator[Field[Any]]:
    """Yield all fields of a story, in an order that is always the same."""
    for attribute in dataclasses.fields(story):
        value = getattr(story, attribute.name)
        if isinstance(value, Field):
            yield value
        elif isinstance(value, Sides | FirstReport):
            yield from (getattr(value, part.name) for part in dataclasses.fields(value))
