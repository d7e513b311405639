"""The search index as a stage of a build: made of the pages once they are in place, where these changed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from commands.exits import CommandError, Exit
from commands.indexing import Indexing, is_installed
from commands.terminal import Terminal
from edition.output_list import OutputError
from incremental import search_index
from incremental.index import Index
from incremental.search_index import SearchIndex


def make(settings: dict[str, Any], index: Index, terminal: Terminal, *, is_asked_for: bool) -> None:
    """Make the search index of a built site, unless no page changed since it was made.

    Args:
        settings: complete settings.
        index: the site's.
        terminal: where it is told what was done.
        is_asked_for: else a machine without Pagefind is no error.

    Raises:
        CommandError: it could not be made; the one before is still there.
    """
    if not is_asked_for and not is_installed():
        terminal.problem("The site has no search index: Pagefind has no program for this machine.", "warning")
        return
    begun = time.monotonic()
    search = Search(settings, index)
    if is_installed() and search.is_current():
        terminal.say("Search: no page changed since its index was made")
        return
    try:
        if search.make():
            search.put_in_place(index)
            terminal.say(f"{search.told()}, in {time.monotonic() - begun:.1f} s")
    finally:
        search.clear()


class Search:
    """The search index of a site in the making; it can be stopped from another thread."""

    def __init__(self, settings: dict[str, Any], index: Index, name: str = "") -> None:
        """Take complete settings, the site's index, and what tells its folder from another's at the same time."""
        self._folder = Path(settings["OUTPUT_PATH"])
        self._indexing = Indexing(settings, name)
        self._known = search_index.recall(index)
        self._made: SearchIndex | None = None

    def is_current(self) -> bool:
        """Whether the one that is in the site is of the pages as they are."""
        return self._known.is_current(self._indexing.of(), self._folder)

    def make(self) -> bool:
        """Make it beside the site, and return whether it was not stopped.

        Raises:
            CommandError: Pagefind failed; the message has its words.
        """
        self._made = self._indexing.run(self._known)
        return self._made is not None

    def run(self) -> bool:
        """Make it, unless it is current, and return whether there is one to be put in place.

        Raises:
            CommandError: as :meth:`make`.
        """
        of = self._indexing.of()
        # Else another program built the site meanwhile.
        return not self._known.is_current(of, self._folder) and self.make() and self._indexing.of() == of

    def put_in_place(self, index: Index) -> None:
        """Put what was made in its place.

        Raises:
            CommandError: something that is not ours stands in the way.
        """
        assert self._made is not None  # noqa: S101 - it was made
        try:
            search_index.place(index, self._folder, self._indexing.staging, self._made)
        except OutputError as error:
            raise CommandError(str(error), Exit.FAILED) from error

    def told(self) -> str:
        """Return in words what was made."""
        return f"Search: {self._indexing.pages} {'page' if self._indexing.pages == 1 else 'pages'} indexed"

    def stop(self) -> None:
        """End it, if it is at work."""
        self._indexing.stop()

    def clear(self) -> None:
        """Remove what is not in its place."""
        self._indexing.clear()
