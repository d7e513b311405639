"""What an editor and a document changed in a post, for an editor to read."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.merging.decisions import By, Decision, Decisions
from briefing.merging.stories import decide
from briefing.story import Story

_HEADINGS = {
    By.MINE: "You changed:",
    By.DOCUMENT: "The document changed:",
    By.BOTH: "You and the document changed in the same way:",
    By.CONFLICT: "You and the document changed in different ways, which you settle:",
}
_LOST = "The post as it was written is lost, so that whatever differs is yours to settle."


def describe(base: Story | None, mine: Story, theirs: Story) -> list[str]:
    """Return in lines of plain text who changed what, with the old and the new values; nothing where all is the same.

    :param base: the post as it was written; None where it is lost
    :param mine: the post as it stands, as it was read
    :param theirs: what the document tells now
    """
    decisions = Decisions()
    decide(base, mine, theirs, decisions)
    lines = [_LOST] if base is None and decisions.made else []
    for by, heading in _HEADINGS.items():
        parts = [decision for decision in decisions.made if decision.by is by]
        if parts:
            lines += [*([""] if lines else []), heading, *(f"    {line}" for part in parts for line in _lines(part))]
    return lines


def _lines(decision: Decision) -> Iterator[str]:
    if decision.by is By.CONFLICT:
        yield f"{decision.part}:"
        if decision.base is not None:
            yield f"    as written: {_quoted(decision.base)}"
        yield f"    you: {_quoted(decision.mine)}"
        yield f"    the document: {_quoted(decision.theirs)}"
        return
    after = decision.theirs if decision.by is By.DOCUMENT else decision.mine
    if decision.base is None:
        yield f"{decision.part}: {_quoted(after)}, added"
    elif after is None:
        yield f"{decision.part}: {_quoted(decision.base)}, taken out"
    else:
        yield f"{decision.part}: {_quoted(decision.base)} → {_quoted(after)}"


def _quoted(value: str | None) -> str:
    """Return a value on one line."""
    return "not there" if value is None else f"“{' '.join(value.split())}”"
