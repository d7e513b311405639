"""The articles of a story by how the page rates their outlets, so that dozens of them can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from briefing.leaning import SIDES, side_of

UNRATED = "unrated"
_ORDER = (*SIDES, "other", UNRATED)
_FEW = 6  # as many are seen at one glance, in the page's own order


@dataclass(frozen=True, slots=True)
class Block:
    """Items of a section that stand together, then what an editor wrote below them, as HTML."""

    items: tuple[Any, ...]
    html: str


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that stand under one heading: ``side`` is left, center, right, other or unrated, None for no heading."""

    side: str | None
    blocks: tuple[Block, ...]

    @property
    def count(self) -> int:
        """How many articles it has."""
        return sum(len(block.items) for block in self.blocks)


def group(blocks: Sequence[Block]) -> tuple[Group, ...]:
    """Return articles in groups, each in the page's order; few, or those of one leaning, in one without a heading.

    What an editor wrote below an article stays below it; what stands before the first or after the last of them all
    stays there too.

    :param blocks: the articles, as :class:`briefing.story.Card`, with an editor's texts, in the order of the page
    """
    if sum(len(block.items) for block in blocks) <= _FEW:
        return (Group(None, tuple(blocks)),) if blocks else ()
    found: dict[str, list[Block]] = {}
    ends: list[Group] = []
    for block in blocks:
        for card in block.items[:-1]:
            _put(found, card, "")
        is_within = block is not blocks[-1] and block.items
        if block.items:
            _put(found, block.items[-1], block.html if is_within else "")
        if block.html and not is_within:
            ends.append(Group(None, (Block((), block.html),)))
    if len(found) == 1:
        return (Group(None, tuple(blocks)),)
    groups = [Group(side, _joined(found[side])) for side in _ORDER if side in found]
    opens = bool(blocks) and not blocks[0].items
    return (*ends[:opens], *groups, *ends[opens:])


def _put(found: dict[str, list[Block]], card: Any, html: str) -> None:
    found.setdefault(side_of(card.bias) if card.bias else UNRATED, []).append(Block((card,), html))


def _joined(singles: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks of one article each as few: one ends where an editor wrote below it."""
    blocks: list[Block] = []
    waiting: list[Any] = []
    for single in singles:
        waiting += single.items
        if single.html:
            blocks.append(Block(tuple(waiting), single.html))
            waiting = []
    return (*blocks, Block(tuple(waiting), "")) if waiting else tuple(blocks)
