"""Social images as a stage of a build: drawn once the pages are in place, where what they show changed."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path
from typing import Any

from briefing.cores import usable_cores
from briefing.workers import Crew
from commands.exits import CommandError, Exit
from commands.terminal import ShowProgress, Terminal
from edition.images.picture import Wanted
from edition.images.store import DrawingError, Store
from edition.output_list import OutputError
from incremental import story_images
from incremental.index import Index
from incremental.rows import from_json
from incremental.shelf import Shelf


def make(settings: dict[str, Any], index: Index, terminal: Terminal, jobs: int = 0) -> None:
    """Make the social images of a built site, as far as they show something else now, and tell what was done.

    Args:
        settings: complete settings.
        index: the site's.
        terminal: where progress and results are told.
        jobs: processes that work at once; 0: as many as the machine has cores.

    Raises:
        CommandError: they could not be made; those before are still there.
    """
    if index.listed() is None:
        terminal.say("Images: made by Pelican with the pages")
        return
    begun = time.monotonic()
    drawing = Drawing(settings, index)
    try:
        with terminal.progress() as show, Crew(jobs or usable_cores(), settings["EXECUTOR"]) as crew:
            has_news = drawing.draw(crew, show)
        if has_news:
            drawing.put_in_place(index)
        terminal.say(f"{drawing.told()}, in {time.monotonic() - begun:.1f} s")
    finally:
        drawing.clear()


class Drawing:
    """The social images of a site in the making; it can be stopped from another thread."""

    def __init__(self, settings: dict[str, Any], index: Index, name: str = "") -> None:
        """Take complete settings, the site's index, and what tells its folder from another's at the same time."""
        self._settings = settings
        self._folder = Path(settings["OUTPUT_PATH"])
        self._staging = self._folder / f"{story_images.STAGING}{name}"
        self._known = story_images.recall(index)
        self._rows = Shelf(index).rows_as_json()
        self._wanted: Wanted | None = None
        self._made = self._removed = 0
        self._stopped = threading.Event()

    def run(self) -> bool:
        """Do as :meth:`draw` does, in this process."""
        return self.draw(Crew(), lambda _what, _done, _total: None)

    def draw(self, crew: Crew, show: ShowProgress) -> bool:
        """Draw what was not drawn before, beside the site, and return whether something is to be put in place.

        Raises:
            CommandError: they cannot be drawn or written.
        """
        shutil.rmtree(self._staging, ignore_errors=True)
        try:
            return self._draw(crew, show)
        except DrawingError as error:
            raise CommandError(str(error), Exit.FAILED) from error

    def _draw(self, crew: Crew, show: ShowProgress) -> bool:
        wanted = Wanted.of(map(from_json, self._rows), self._settings)
        changed = story_images.changed(self._known, wanted.keys, self._folder)
        if not changed and self._known.keys() == wanted.keys.keys():
            self._wanted = wanted
            return False
        store = Store(self._settings)
        missing = store.missing({wanted.keys[path]: wanted.pictures[wanted.keys[path]] for path in changed})
        for number in store.draw(wanted.look, missing, crew):
            show("Drawing images", number, len(missing))
            if self._stopped.is_set():
                return False
        for path in changed:
            store.write(wanted, path, self._staging / path)
            if self._stopped.is_set():
                return False
        store.keep_only(wanted.pictures)
        self._staging.mkdir(exist_ok=True)
        self._wanted, self._made = wanted, len(changed)
        return True

    def put_in_place(self, index: Index) -> None:
        """Put what was drawn in its place, and remove the images of stories that are gone.

        Raises:
            CommandError: something that is not ours stands in the way.
        """
        assert self._wanted is not None  # noqa: S101 - it was drawn
        try:
            self._removed = story_images.place(index, self._folder, self._staging, self._wanted.keys)
        except OutputError as error:
            raise CommandError(str(error), Exit.FAILED) from error

    def told(self) -> str:
        """Return in words what was made."""
        unchanged = len(self._wanted.keys) - self._made if self._wanted else 0
        removed = f", {self._removed} removed" if self._removed else ""
        return f"Images: {self._made} made, {unchanged} unchanged{removed}"

    def stop(self) -> None:
        """End it, if it is at work; what is drawn stays drawn."""
        self._stopped.set()

    def clear(self) -> None:
        """Remove what is not in its place."""
        shutil.rmtree(self._staging, ignore_errors=True)
