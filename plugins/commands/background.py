"""The search index of the preview: made beside it while nothing else is to be done, never in the way of an edit."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import Any

from commands.builder import index_of
from commands.exits import CommandError
from commands.indexing import Indexing, is_installed
from commands.search import put_in_place, told
from commands.terminal import Terminal
from incremental.search_index import SearchIndex

_REST = 2.0  # seconds after a build, in which the next edit may come


class BackgroundSearch:
    """Makes the search index again in a thread of its own; whoever builds stops it first, and begins it again."""

    def __init__(self, terminal: Terminal, rest: float = _REST) -> None:
        """Take where problems are told, and how many seconds it waits after a build."""
        self._terminal = terminal
        self._rest = rest
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()
        self._settings: dict[str, Any] = {}
        self._indexing: Indexing | None = None
        self._made: SearchIndex | None = None
        self._problem = ""

    @property
    def is_made(self) -> bool:
        """Whether there is a new one, which waits to be put in its place, or something to be told."""
        return bool(self._made or self._problem) and not (self._thread and self._thread.is_alive())

    def begin(self, settings: dict[str, Any], known: SearchIndex) -> None:
        """Make one in a while, unless that of the site is of the same pages.

        Args:
            settings: complete settings.
            known: the search index that is in the site.
        """
        self.stop()
        if not is_installed():
            return
        self._settings = settings
        self._stopped = threading.Event()
        self._indexing = Indexing(settings, ".preview")
        self._thread = threading.Thread(target=self._run, args=(self._indexing, known), name="search", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop it; nothing of it is left, and what waits is forgotten."""
        self._stopped.set()
        if self._indexing is not None:
            self._indexing.stop()
        if self._thread is not None:
            self._thread.join()
        if self._indexing is not None:
            self._indexing.clear()
        self._thread = self._indexing = self._made = None
        self._problem = ""

    def put_in_place(self) -> None:
        """Put the new one in its place, or tell why there is none; not while a build is at work."""
        indexing, made = self._indexing, self._made
        if made is not None and indexing is not None:
            try:
                with index_of(self._settings) as index:
                    put_in_place(self._settings, index, indexing, made)
                self._terminal.say(told(indexing))
            except (CommandError, OSError) as error:
                self._problem = str(error)
        if self._problem:
            self._terminal.problem(self._problem, "warning")
        self.stop()

    def _run(self, indexing: Indexing, known: SearchIndex) -> None:
        if self._stopped.wait(self._rest):
            return
        try:
            of = indexing.of()
            if known.is_current(of, Path(self._settings["OUTPUT_PATH"])):
                return
            made = indexing.run(known)
            if made is not None and indexing.of() == of:  # else another program built the site meanwhile
                self._made = made
        except Exception as error:  # noqa: BLE001 - told in the thread that talks
            with contextlib.suppress(OSError):
                indexing.clear()
            self._problem = str(error) or type(error).__name__
