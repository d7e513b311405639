"""The merge of a list: which items it has, what each of them says, and in which order they stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from briefing.matching import match_edited, match_equal, match_saves, words_of
from briefing.merging import words
from briefing.merging.decisions import UNKNOWN, Decisions
from briefing.merging.order import arrange
from briefing.post import grammar
from briefing.story import Lines

_NOT_VALUES = ("lines", "origin", "page", "excerpt_cut")  # where it stands, whose it is, and what goes with the excerpt


@dataclass(frozen=True, slots=True)
class MergedList:
    """A merged list; ``places`` says for each item of the editor's list where it stands now, None if nowhere."""

    items: tuple[Any, ...]
    places: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class _Trio:
    """One item on all sides, by its place in each list; None where it is not there.

    ``was`` is the item as it was written, ``place`` its place then.
    """

    place: int | None
    was: Any
    mine: int | None
    theirs: int | None


def merge_list(
    kind: str, base: Sequence[Any] | None, mine: Sequence[Any], theirs: Sequence[Any], decisions: Decisions
) -> MergedList:
    """Return the items of three lists as one.

    :param kind: the attribute of a story that holds them
    :param base: the list as it was written; None where that is not known
    """
    return _Merge(kind, mine, theirs, decisions).merge(_align(base, mine, theirs))


def _align(base: Sequence[Any] | None, mine: Sequence[Any], theirs: Sequence[Any]) -> list[_Trio]:
    if base is None:
        return _align_without_base(mine, theirs)
    in_mine = match_saves(mine, base) if _are_texts(mine, base) else match_edited(mine, base)
    in_theirs = match_saves(theirs, base)
    of_mine = {place: index for index, place in enumerate(in_mine) if place is not None}
    of_theirs = {place: index for index, place in enumerate(in_theirs) if place is not None}
    new = [index for index, place in enumerate(in_theirs) if place is None]
    # Both may have put in the same, or changed an item to the same words.
    alone = [index for index, place in enumerate(in_mine) if place not in of_theirs]
    same = dict(zip(alone, match_equal([mine[n] for n in alone], [theirs[n] for n in new]), strict=True))
    found = {index: new[place] for index, place in same.items() if place is not None}
    of_theirs |= {place: found[index] for place, index in of_mine.items() if index in found}
    own = [index for index, place in enumerate(in_mine) if place is None]
    only_theirs = set(new).difference(found.values())
    return [
        *(_Trio(place, item, of_mine.get(place), of_theirs.get(place)) for place, item in enumerate(base)),
        *(_Trio(None, None, index, found.get(index)) for index in own),
        *(_Trio(None, None, None, index) for index in sorted(only_theirs)),
    ]


def _align_without_base(mine: Sequence[Any], theirs: Sequence[Any]) -> list[_Trio]:
    """Align two lists alone. What cites no lines of the document and is not in it is surely the editor's."""
    places = match_saves(mine, theirs)
    only_theirs = set(range(len(theirs))).difference(places)
    trios = [_Trio(None, UNKNOWN, index, place) for index, place in enumerate(places)]
    own = [place is None and not getattr(item, "lines", True) for item, place in zip(mine, places, strict=True)]
    return [
        *(dataclasses.replace(trio, was=None) if is_own else trio for trio, is_own in zip(trios, own, strict=True)),
        *(_Trio(place, UNKNOWN, None, place) for place in sorted(only_theirs)),
    ]


def _are_texts(*lists: Sequence[Any]) -> bool:
    return any(isinstance(item, str) for items in lists for item in items)


class _Merge:
    def __init__(self, kind: str, mine: Sequence[Any], theirs: Sequence[Any], decisions: Decisions) -> None:
        self._kind = kind
        self._mine = mine
        self._theirs = theirs
        self._decisions = decisions
        self._moved: dict[Lines | None, Lines] = {}  # the lines of items as written to those in the document now

    def merge(self, trios: Sequence[_Trio]) -> MergedList:
        for trio in trios:
            if trio.theirs is not None and hasattr(trio.was, "lines"):
                self._moved.setdefault(trio.was.lines, self._theirs[trio.theirs].lines)
        merged = {number: item for number, trio in enumerate(trios) if (item := self._item(trio)) is not None}
        order = self._order({number: trios[number] for number in merged})
        places = {trios[number].mine: place for place, number in enumerate(order)}
        return MergedList(tuple(merged[n] for n in order), tuple(places.get(n) for n in range(len(self._mine))))

    def _item(self, trio: _Trio) -> Any:
        """Return what an item is in the end; None where it is left out."""
        mine = None if trio.mine is None else self._mine[trio.mine]
        theirs = None if trio.theirs is None else self._theirs[trio.theirs]
        name = self._name(trio, mine, theirs)
        if None not in (trio.was, mine, theirs) and not isinstance(mine, str):
            return self._values(name, trio.was, mine, theirs)
        keeps_mine = self._decisions.keeps_mine(name, trio.was, mine, theirs, says=words_of, show=self._show)
        if not keeps_mine or mine is None or isinstance(mine, str):
            return mine if keeps_mine else theirs
        # What the document does not have can only cite the lines of what it was split from.
        return dataclasses.replace(mine, lines=self._moved.get(mine.lines) if trio.was is None else None)

    def _values(self, name: str, was: Any, mine: Any, theirs: Any) -> Any:
        """Return an item that all have, each value as one of them has it, its evidence as the document has it."""
        changes: dict[str, Any] = {}
        for attribute in dataclasses.fields(theirs):
            if attribute.name in _NOT_VALUES:
                continue
            three = [item if item is UNKNOWN else _value_of(item, attribute.name) for item in (was, mine, theirs)]
            label = words.name_value(self._kind, attribute.name)
            if self._decisions.keeps_mine(f"{name}, {label}" if label else name, *three, show=words.show):
                changes[attribute.name] = getattr(mine, attribute.name)
        if "excerpt" in changes:
            changes["excerpt_cut"] = mine.excerpt_cut
        return dataclasses.replace(theirs, **changes)

    def _name(self, trio: _Trio, *items: Any) -> str:
        place = trio.place if trio.mine is None else trio.mine
        number = None if place is None else place + 1
        return words.name_item(self._kind, number, next((item for item in items if item is not None), trio.was))

    def _show(self, item: Any) -> str:
        return words.show_item(self._kind, item)

    def _order(self, trios: dict[int, _Trio]) -> list[int]:
        """Return the order of the items that are left: the document's, unless the editor changed it."""
        mine = sorted((n for n, trio in trios.items() if trio.mine is not None), key=lambda n: trios[n].mine or 0)
        theirs = sorted((n for n, trio in trios.items() if trio.theirs is not None), key=lambda n: trios[n].theirs or 0)
        on_both = set(mine) & set(theirs)
        shared = [n for n in trios if n in on_both and trios[n].was is not None]
        is_known = all(trios[n].was is not UNKNOWN for n in shared)
        keeps_mine = self._decisions.keeps_mine(
            f"the order of the {words.LISTS[self._kind]}",
            shared if is_known else UNKNOWN,
            [n for n in mine if n in on_both and trios[n].was is not None],
            [n for n in theirs if n in on_both and trios[n].was is not None],
            show=lambda order: " / ".join(self._show(self._theirs[trios[n].theirs or 0]) for n in order),
        )
        return arrange(mine, theirs) if keeps_mine else arrange(theirs, mine)


def _value_of(item: Any, attribute: str) -> Any:
    """Return a value of an item, None where it has none; an excerpt that is cut has its mark."""
    value = getattr(item, attribute)
    if attribute == "excerpt" and value is not None:
        return f"{value}{grammar.ELLIPSIS}" if item.excerpt_cut else value
    return None if value == () else value
