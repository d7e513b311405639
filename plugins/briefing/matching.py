"""Which item of one list is which of another: an editor's list and the written one, or those of two saves of a page."""

from __future__ import annotations

import dataclasses
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from briefing.shortening import split_words
from briefing.story import Card, Item

_MUCH_ALIKE = 0.5  # share of their words that two versions of one item have in common
_MOST_PAIRS = 100_000  # that are compared word by word; more are in no page that people read
_NOT_SAID = ("lines", "origin", "page")


def match_edited(items: Sequence[Item], written: Sequence[Item]) -> tuple[int | None, ...]:
    """Return for each item of an editor's list its place in the list as it was written; None for one of the editor's.

    What says the same is the same, even where an editor lost the comment with its lines. Of the rest, one that cites
    the same lines is changed; where several do, the one most alike.
    """
    pairs = _Pairs(items, written)
    pairs.match(lambda item: item)
    pairs.match(words_of)
    pairs.match_alike(lambda item: item.lines, 0.0)
    pairs.match(lambda item: item.lines)  # where too many cite the same to be compared
    return tuple(pairs.found)


def match_saves(items: Sequence[Any], earlier: Sequence[Any]) -> tuple[int | None, ...]:
    """Return for each item of a document its place in an earlier save of it; None for a new one.

    Lines do not count, because they move when anything above them changes.

    :param items: items, or plain texts
    """
    pairs = _Pairs(items, earlier)
    pairs.match(words_of)
    pairs.match(lambda item: getattr(item, "url", None))
    pairs.match(_name_of)
    pairs.match_alike(lambda _item: True, _MUCH_ALIKE)
    return tuple(pairs.found)


def match_equal(items: Sequence[Any], others: Sequence[Any]) -> tuple[int | None, ...]:
    """Return for each item the place of one that says the same in another list."""
    pairs = _Pairs(items, others)
    pairs.match(words_of)
    return tuple(pairs.found)


def words_of(item: Item | str) -> tuple[Hashable, ...]:
    """Return what an item says, without where it stands and whose it is."""
    if isinstance(item, str):
        return (item,)
    return tuple(getattr(item, field.name) for field in dataclasses.fields(item) if field.name not in _NOT_SAID)


def main_text(item: Item | str) -> str | None:
    """Return the text that stands first in an item, by which an editor knows it."""
    if isinstance(item, str):
        return item
    if isinstance(item, Card):
        return item.headline
    return getattr(item, "name", None) or getattr(item, "text", None)


def _name_of(item: Item | str) -> tuple[str | None, ...]:
    return (main_text(item) or item.excerpt, item.outlet) if isinstance(item, Card) else (main_text(item),)


def _text_of(item: Item | str) -> str:
    return " ".join(filter(None, (main_text(item), getattr(item, "excerpt", None))))


class _Pairs:
    """Items, and for each the place of what it is in the other list, as far as it was found."""

    def __init__(self, items: Sequence[Any], others: Sequence[Any]) -> None:
        self.found: list[int | None] = [None] * len(items)
        self._items = items
        self._others = others
        self._left = dict.fromkeys(range(len(others)))

    def match(self, key: Callable[[Any], Hashable]) -> None:
        """Match what has the same key, in its order; None is no key."""
        free = defaultdict[Hashable, deque[int]](deque)
        for place in self._left:
            free[key(self._others[place])].append(place)
        for index in self._open():
            own = key(self._items[index])
            if own is not None and free.get(own):
                self._set(index, free[own].popleft())

    def match_alike(self, group: Callable[[Any], Hashable], least: float) -> None:
        """Match what has the same group, the most alike first; None is no group.

        :param least: the likeness that is needed, from 0 to 1
        """
        groups = defaultdict[Hashable, list[int]](list)
        for place in self._left:
            groups[group(self._others[place])].append(place)
        groups.pop(None, None)
        near = {index: groups.get(group(self._items[index]), []) for index in self._open()}
        if sum(map(len, near.values())) > _MOST_PAIRS:
            return
        pairs = [(index, place) for index, places in near.items() for place in places]
        mine = {index: set(split_words(_text_of(self._items[index]))) for index, _ in pairs}
        others = {place: set(split_words(_text_of(self._others[place]))) for _, place in pairs}
        likeness = {pair: _likeness(mine[pair[0]], others[pair[1]]) for pair in pairs}
        for index, place in sorted(pairs, key=lambda pair: -likeness[pair]):
            if likeness[index, place] >= least and self.found[index] is None and place in self._left:
                self._set(index, place)

    def _open(self) -> list[int]:
        return [index for index, place in enumerate(self.found) if place is None]

    def _set(self, index: int, place: int) -> None:
        self.found[index] = place
        del self._left[place]


def _likeness(words: set[str], others: set[str]) -> float:
    """Return the share of all their words that two texts have in common (Dice's coefficient)."""
    return 2 * len(words & others) / (len(words) + len(others)) if words or others else 0.0
