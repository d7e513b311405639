"""What a build can make of the pages beside them, where it is asked for: ``build --with search``."""

from __future__ import annotations

import difflib

from commands.exits import CommandError, Exit

STAGES = ("search",)
"""The names of all stages, in the order in which they are made."""


def asked_for(names: str | None) -> frozenset[str]:
    """Return the stages that are named, with commas between.

    Raises:
        CommandError: there is none of such a name.
    """
    found = frozenset(filter(None, (name.strip() for name in (names or "").split(","))))
    for name in sorted(found.difference(STAGES)):
        near = difflib.get_close_matches(name, STAGES, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        message = f"--with {name}: there is no such stage; expected {', '.join(STAGES)}.{hint}"
        raise CommandError(message, Exit.WRONG_USE)
    return found
