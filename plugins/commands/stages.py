"""What a build makes of the finished pages beside them: the search index and social images."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from commands.exits import CommandError, Exit
from commands.terminal import Terminal
from incremental.index import IMAGES, SEARCH, STAGES, Index


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


def usual(settings: Mapping[str, Any]) -> frozenset[str]:
    """Return the stages that a site with these settings has."""
    return frozenset(STAGES) if settings["STORY_IMAGES"] else frozenset(STAGES) - {IMAGES}


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages that one build makes: ``asked`` are those that somebody asked for, ``names`` all of them."""

    asked: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, asked: frozenset[str], settings: Mapping[str, Any]) -> Self:
        """Return the stages of a build: those that are asked for, and the site's where it is for publishing.

        Raises:
            CommandError: social images are asked for, and the settings have none.
        """
        if IMAGES in asked and not settings["STORY_IMAGES"]:
            message = f"--with {IMAGES}: STORY_IMAGES is off; set STORY_IMAGES = True in {settings['SETTINGS_FILE']}."
            raise CommandError(message, Exit.WRONG_USE)
        return cls(asked, asked | usual(settings) if settings["PUBLISHING"] else asked)

    def make(self, settings: dict[str, Any], index: Index, terminal: Terminal, jobs: int = 0) -> None:
        """Make them of a site whose pages are in place, and tell what was done.

        Args:
            settings: complete settings.
            index: the site's.
            terminal: where it is told.
            jobs: processes that work at once; 0: as many as the machine has cores.

        Raises:
            CommandError: one could not be made; what it made before is still there.
        """
        if SEARCH in self.names:
            from commands import search  # noqa: PLC0415 - what it needs takes long to import

            search.make(settings, index, terminal, is_asked_for=SEARCH in self.asked)
        if IMAGES in self.names:
            from commands import images  # noqa: PLC0415 - as above

            images.make(settings, index, terminal, jobs)
