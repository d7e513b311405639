"""Which files changed while the preview runs."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Self

import watchfiles

from briefing.stamps import NOT_THERE, Stamp, find_posts, look
from commands.exits import CommandError, Exit

_PATIENCE = 0.5  # seconds
_MOMENT = 100  # milliseconds
_STEP = 20  # milliseconds without a change, after which those before are told


class Sources:
    """What a site is made from, and which changes below it mean that it must be built again."""

    def __init__(self, settings: dict[str, Any]) -> None:
        """Take complete settings."""
        file = Path(settings["SETTINGS_FILE"])
        self.settings_files = (file, file.with_name("pelicanconf.py"))
        self._posts = Path(settings["POSTS_PATH"])
        self._plugins = tuple(Path(path) for path in settings["PLUGIN_PATHS"])
        content = (
            settings["DOCUMENTS_PATH"],
            settings["POSTS_PATH"],
            settings["PATH"],
            settings["THEME"],
            *settings.get("THEME_TEMPLATES_OVERRIDES", ()),
        )
        self._content = tuple(Path(path) for path in content)
        self._made = (Path(settings["OUTPUT_PATH"]), Path(settings["CACHE_PATH"]))
        self._written: Mapping[str, Stamp] = {}

    def folders(self) -> tuple[Path, ...]:
        """Return the folders to be watched with all that is in them; none is inside another."""
        there = [path for path in (*self._content, *self._plugins) if path.is_dir()]
        return tuple(sorted({p for p in there if not any(p != q and p.is_relative_to(q) for q in there)}))

    def read(self, posts: Mapping[str, Stamp]) -> None:
        """Note the posts as they were read, some of them written by convert: these are no changes.

        Args:
            posts: the posts' stamps by their names.
        """
        self._written = posts

    def changed(self, paths: Iterable[Path]) -> list[Path]:
        """Return those of changed files that a site is made from, sorted; what the build wrote is not among them."""
        return sorted(path for path in paths if path in self.settings_files or self._counts(path))

    def is_post(self, path: Path) -> bool:
        """Whether a file is a post that is there."""
        return path.parent == self._posts and path.suffix == ".md" and path.is_file()

    def programs(self, paths: Iterable[Path]) -> list[Path]:
        """Return those of changed files that are the plugins' code: it is read only once."""
        return sorted(path for path in paths if path.suffix == ".py" and any(map(path.is_relative_to, self._plugins)))

    def _counts(self, path: Path) -> bool:
        if any(map(path.is_relative_to, self._made)):
            return False
        roots = [root for root in self._content if path.is_relative_to(root)]
        if not roots or any(_is_passing(name) for name in path.relative_to(roots[0]).parts):
            return False
        if path == self._posts:  # convert makes it
            return find_posts(path).stamps != self._written
        if path.parent != self._posts or path.suffix != ".md":
            return True
        now = look(path)
        is_being_saved = now[0] == 0  # emptied, and about to be written: that is a change of its own
        return not is_being_saved and now != self._written.get(path.name, NOT_THERE)


def _is_passing(name: str) -> bool:
    """Whether a name is one of those that programs give to what they keep for a moment, or for themselves."""
    return name.startswith((".", "~", "#")) or name.endswith(("~", ".tmp", ".pyc")) or name == "4913"  # vim's trial


class Watch:
    """Collects changed files in a thread of its own, so that none is missed while a build runs."""

    def __init__(self, sources: Sources) -> None:
        """Take what to watch; it begins with ``with``."""
        self._queue: queue.Queue[set[Path] | Exception] = queue.Queue()
        self._folders: tuple[Path, ...] = ()
        self._settings = {file: look(file) for file in sources.settings_files}
        self._sources = sources
        self._stop = threading.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread()

    def __enter__(self) -> Self:
        """Begin to watch; what changes from now on is seen."""
        self.look_at(self._sources)
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop watching."""
        self._end()

    def look_at(self, sources: Sources) -> None:
        """Watch the folders of these sources from now on."""
        if sources.folders() == self._folders:
            return
        self._end()
        self._folders = sources.folders()
        self._stop, self._ready = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._collect, name="watch", daemon=True)
        self._thread.start()
        self._ready.wait()

    def changes(self, until: Callable[[], bool] = lambda: False) -> set[Path]:
        """Wait until files change, and return them; none where something else was to be waited for, and has come.

        Args:
            until: whether it has come.

        Raises:
            CommandError: this machine lets nobody watch.
        """
        while True:
            with contextlib.suppress(queue.Empty):
                found = self._queue.get(timeout=_PATIENCE)  # on Windows Ctrl-C is heard only between two waits
                if isinstance(found, Exception):
                    message = f"Changes cannot be watched: {found}."
                    raise CommandError(message, Exit.ENVIRONMENT) from found
                return found
            if until():
                return set()

    def _collect(self) -> None:
        """Put what changes into the queue. Nothing for a moment is told too: it is then that settings are looked at."""
        try:
            for changes in watchfiles.watch(
                *self._folders,
                watch_filter=_is_change,
                stop_event=self._stop,
                rust_timeout=_MOMENT,
                step=_STEP,
                yield_on_timeout=True,
                raise_interrupt=False,
            ):
                self._ready.set()
                changed = _lasting(changes) | self._changed_settings()
                if changed:
                    self._queue.put(changed)
        except Exception as error:  # noqa: BLE001 - told where changes are waited for
            self._queue.put(error)
        finally:
            self._ready.set()

    def _changed_settings(self) -> set[Path]:
        """Return the settings files that changed: their folder has much else in it, so it is not watched."""
        changed = {file for file, known in self._settings.items() if look(file) != known}
        self._settings.update({file: look(file) for file in changed})
        return changed

    def _end(self) -> None:
        if self._thread.is_alive():
            self._stop.set()
            self._thread.join()


def _lasting(changes: set[watchfiles.main.FileChange]) -> set[Path]:
    """Return the files of some changes, without those that came and went: what programs write beside a file first."""
    new = {path for change, path in changes if change is watchfiles.Change.added}
    return {Path(path) for _, path in changes if path not in new or Path(path).exists()}


def _is_change(change: watchfiles.Change, path: str) -> bool:
    """Leave out folders in which something changed: that is told by itself."""
    return not (change is watchfiles.Change.modified and Path(path).is_dir())
