"""Stages of the preview: made beside it while nothing else is to be done, never in the way of an edit."""

from __future__ import annotations

import contextlib
import threading
from typing import Any, Protocol

from commands.builder import index_of
from commands.exits import CommandError
from commands.terminal import Terminal
from incremental.index import IMAGES, SEARCH, Index

_REST = 2.0  # seconds after a build, in which the next edit may come
_NAME = ".preview"  # behind the names of folders in which something is made


class Work(Protocol):
    """What one stage makes of a site."""

    def run(self) -> bool:
        """Make it beside the site, and return whether there is something to be put in place; not if it was stopped."""

    def put_in_place(self, index: Index) -> None:
        """Put what was made in its place."""

    def told(self) -> str:
        """Return in words what was made."""

    def stop(self) -> None:
        """End it, if it is at work: from another thread, and also before it begins."""

    def clear(self) -> None:
        """Remove what is not in its place."""


def work_of(stage: str, settings: dict[str, Any]) -> Work | None:
    """Return the work of a stage on a built site; None where there is none, or this machine has not what it needs.

    Args:
        stage: its name.
        settings: complete settings.

    Raises:
        CommandError: another build of the site is at work.
    """
    with index_of(settings) as index:
        if stage == SEARCH:
            from commands.indexing import is_installed  # noqa: PLC0415 - takes long to import
            from commands.search import Search  # noqa: PLC0415 - as above

            return Search(settings, index, _NAME) if is_installed() else None
        if stage == IMAGES and index.listed() is not None:  # else Pelican made all of the site, and these with it
            from commands.images import Drawing  # noqa: PLC0415 - as above

            return Drawing(settings, index, _NAME)
    return None


class Background:
    """Makes one stage again in a thread of its own; whoever builds stops it first, and begins it again."""

    def __init__(self, stage: str, terminal: Terminal, rest: float = _REST) -> None:
        """Take the stage, where problems are told, and how many seconds it waits after a build."""
        self._stage = stage
        self._terminal = terminal
        self._rest = rest
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()
        self._settings: dict[str, Any] = {}
        self._work: Work | None = None
        self._is_ready = False
        self._problem = ""

    @property
    def is_made(self) -> bool:
        """Whether there is something new, which waits to be put in its place, or something to be told."""
        return bool(self._is_ready or self._problem) and not (self._thread and self._thread.is_alive())

    def begin(self, settings: dict[str, Any]) -> None:
        """Make it in a while, as far as the pages are others than those that it was made of.

        Args:
            settings: complete settings.
        """
        self.stop()
        try:
            self._work = work_of(self._stage, settings)
        except CommandError as error:  # another program builds the site
            self._problem = str(error)
        if self._work is None:
            return
        self._settings = settings
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(self._work,), name=self._stage, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop it; nothing of it is left, and what waits is forgotten."""
        self._stopped.set()
        if self._work is not None:
            self._work.stop()
        if self._thread is not None:
            self._thread.join()
        if self._work is not None:
            self._work.clear()
        self._thread = self._work = None
        self._is_ready, self._problem = False, ""

    def put_in_place(self) -> None:
        """Put the new one in its place, or tell why there is none; not while a build is at work."""
        if self._is_ready and self._work is not None:
            try:
                with index_of(self._settings) as index:
                    self._work.put_in_place(index)
                self._terminal.say(self._work.told())
            except (CommandError, OSError) as error:
                self._problem = str(error)
        if self._problem:
            self._terminal.problem(self._problem, "warning")
        self.stop()

    def _run(self, work: Work) -> None:
        if self._stopped.wait(self._rest):
            return
        try:
            self._is_ready = work.run()
        except Exception as error:  # noqa: BLE001 - told in the thread that talks
            with contextlib.suppress(OSError):
                work.clear()
            self._problem = str(error) or type(error).__name__
