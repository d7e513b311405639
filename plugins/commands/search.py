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
    indexing, known = Indexing(settings), search_index.recall(index)
    if is_installed() and known.is_current(indexing.of(), Path(settings["OUTPUT_PATH"])):
        terminal.say("Search: no page changed since its index was made")
        return
    try:
        made = indexing.run(known)
        if made is not None:
            put_in_place(settings, index, indexing, made)
            terminal.say(f"{told(indexing)}, in {time.monotonic() - begun:.1f} s")
    finally:
        indexing.clear()


def put_in_place(settings: dict[str, Any], index: Index, indexing: Indexing, made: search_index.SearchIndex) -> None:
    """Put a search index in its place.

    Raises:
        CommandError: something that is not ours stands in the way.
    """
    try:
        search_index.place(index, Path(settings["OUTPUT_PATH"]), indexing.staging, made)
    except OutputError as error:
        raise CommandError(str(error), Exit.FAILED) from error


def told(indexing: Indexing) -> str:
    """Return in words what was made."""
    return f"Search: {indexing.pages} {'page' if indexing.pages == 1 else 'pages'} indexed"
