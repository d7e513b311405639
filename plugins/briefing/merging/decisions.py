"""The decision of a three-way merge, part by part, and a note of each part that somebody changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Final

DOCUMENT = "document"
MINE = "mine"


class _Unknown(Enum):
    UNKNOWN = "unknown"


UNKNOWN: Final = _Unknown.UNKNOWN  # as what a part was written, where the post as written is lost


class By(StrEnum):
    """Who changed a part."""

    MINE = "mine"
    DOCUMENT = "document"
    BOTH = "both"  # in the same way
    CONFLICT = "conflict"  # both, in different ways


@dataclass(frozen=True, slots=True)
class Decision:
    """A part of a story that is not the same everywhere, in an editor's words.

    Of the three values one is None where the part is not there, ``base`` also where it is not known.
    """

    part: str
    base: str | None
    mine: str | None
    theirs: str | None
    by: By


@dataclass(frozen=True, slots=True)
class Conflict:
    """A part that the editor and the document changed in different ways.

    ``base`` is what was written, empty where that is not known.
    """

    part: str
    base: str
    mine: str
    theirs: str


class Decisions:
    """Decides which side a part is taken from, and keeps a note of it.

    :param take: who wins a conflict, ``"document"`` or ``"mine"``; None: mine, until it is settled
    :raises ValueError: if ``take`` is anything else
    """

    def __init__(self, take: str | None = None) -> None:
        if take not in (None, DOCUMENT, MINE):
            message = f"Conflicts are settled by “{DOCUMENT}” or “{MINE}”, not by “{take}”"
            raise ValueError(message)
        self.made: list[Decision] = []
        self._take = take

    def keeps_mine(  # noqa: PLR0913 - three values, what they are called, compared by and shown as
        self,
        part: str,
        base: Any,
        mine: Any,
        theirs: Any,
        *,
        says: Callable[[Any], Any] = lambda value: value,
        show: Callable[[Any], str] = str,
    ) -> bool:
        """Return whether the editor's value stays; where both are the same, the document's does, with its evidence.

        :param base: the value as written; None, as for the others, where the part is not there
        :param says: what of a value is compared
        :param show: a value in an editor's words
        """
        was, own, new = (value if value is None or value is UNKNOWN else says(value) for value in (base, mine, theirs))
        if own == new and was in (own, UNKNOWN):
            return False
        by = By.BOTH if own == new else By.DOCUMENT if own == was else By.MINE if new == was else By.CONFLICT
        shown = [None if value is None or value is UNKNOWN else show(value) for value in (base, mine, theirs)]
        return self.note(Decision(part, shown[0], shown[1], shown[2], by))

    def note(self, decision: Decision) -> bool:
        """Note a decision and return whether it keeps the editor's value."""
        self.made.append(decision)
        return decision.by is By.MINE or (decision.by is By.CONFLICT and self._take != DOCUMENT)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What is left for the editor to settle."""
        if self._take:
            return ()
        return tuple(
            Conflict(decision.part, decision.base or "", _shown(decision.mine), _shown(decision.theirs))
            for decision in self.made
            if decision.by is By.CONFLICT
        )


def _shown(value: str | None) -> str:
    return "not there" if value is None else value
