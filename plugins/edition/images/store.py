"""The pictures that were drawn, in the cache folder, each known by what it shows: none is drawn twice."""

from __future__ import annotations

import contextlib
import functools
import shutil
import time
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing import files
from briefing.workers import Crew
from edition.images.picture import Look, Picture, Wanted

_FOLDER = "images"
_ENDING = ".png"
_LONG = 3600  # seconds, in which every file was written that somebody still writes


class DrawingError(Exception):
    """Pictures cannot be drawn or written; the message says why."""

    exitcode = 1  # Pelican's main program takes it


class Store:
    """The pictures of all sites that share a cache folder."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        """Take complete settings."""
        self._folder = Path(settings["CACHE_PATH"]) / _FOLDER

    def missing(self, pictures: Mapping[str, Picture]) -> dict[str, Picture]:
        """Return those pictures, by their keys, that have to be drawn."""
        return {key: picture for key, picture in pictures.items() if not _place(self._folder, key).is_file()}

    def draw(self, look: Look, pictures: Mapping[str, Picture], crew: Crew) -> Iterator[int]:
        """Draw pictures, given by their keys, and yield after each how many there are.

        :raises DrawingError: if one cannot be drawn or written; those before it stay
        """
        results = crew.work(functools.partial(_draw, self._folder, look), list(pictures.items()))
        for number, problem in enumerate(results, 1):
            if problem:
                raise DrawingError(problem)
            yield number

    def write(self, wanted: Wanted, path: str, target: Path) -> None:
        """Write the picture of a path to a file.

        :raises DrawingError: if it cannot be written
        """
        key = wanted.keys[path]
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if not _copied(_place(self._folder, key), target):  # another site's build has deleted it just now
                target.write_bytes(_drawing(wanted.look, wanted.pictures[key]))
        except OSError as error:
            raise DrawingError(_told(error, wanted.look, target)) from error

    def keep_only(self, keys: Collection[str]) -> None:
        """Delete all other pictures, and what a killed build left of writing others."""
        wanted = {_place(self._folder, key) for key in keys}
        for path in self._folder.glob("*/*"):
            if path not in wanted:
                with contextlib.suppress(OSError):  # another build has deleted it, or somebody looks at it
                    if path.suffix == _ENDING or time.time() - path.stat().st_mtime > _LONG:
                        path.unlink()


def _place(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key[2:]}{_ENDING}"


def _draw(folder: Path, look: Look, item: tuple[str, Picture]) -> str:
    """Draw a picture into the store, and return what went wrong."""
    key, picture = item
    try:
        files.write_bytes(_place(folder, key), _drawing(look, picture))
    except OSError as error:
        return _told(error, look, folder)
    return ""


def _drawing(look: Look, picture: Picture) -> bytes:
    from edition.images.drawing import draw  # noqa: PLC0415 - takes long to import, and mostly nothing is drawn

    return draw(look, picture)


def _copied(source: Path, target: Path) -> bool:
    try:
        shutil.copyfile(source, target)
    except FileNotFoundError:
        return False
    return True


def _told(error: OSError, look: Look, path: Path) -> str:
    about = f"STORY_IMAGES_FONT, {look.font}" if look.font and error.errno is None else str(path)
    return f"The social images could not be made: {about}: {error.strerror or error}."
