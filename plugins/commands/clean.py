"""``clean``: delete what builds made, and nothing else. Needs only the standard library, so it works before set-up."""

from __future__ import annotations

import contextlib
import runpy
import shutil
from collections.abc import Iterator
from pathlib import Path

from commands.exits import CommandError, Exit
from commands.options import Places
from edition.output import staging_in
from edition.output_check import folders_of, is_link
from edition.output_list import LIST, OutputError, read_list
from incremental import search_index, story_images

PROJECT = Path(__file__).resolve().parents[2]
CACHE = ".cache"


def run(places: Places, *, quiet: bool) -> int:
    """Delete the files that the output folder's list names, then the caches beside the settings file.

    Raises:
        CommandError: there is no such settings file, it does not say where the output is, or the list is unreadable.
    """
    settings = Path(places.settings).absolute() if places.settings else PROJECT / "pelicanconf.py"
    if not settings.is_file():
        message = f"There is no settings file {str(settings)!r}."
        raise CommandError(message, Exit.WRONG_USE)
    output = Path(places.output).absolute() if places.output else _output(settings)
    try:
        told = [_clean_output(output), _clean_cache(settings.parent / CACHE)]
    except OutputError as error:
        raise CommandError(str(error), Exit.FAILED) from error
    if not quiet:
        print("\n".join(told))
    return Exit.DONE


def _output(settings: Path) -> Path:
    try:
        output = runpy.run_path(str(settings)).get("OUTPUT_PATH", "output")
    except Exception as error:
        message = f"{settings.name}: {type(error).__name__}: {error}"
        raise CommandError(message, Exit.WRONG_USE) from error
    return Path(settings.parent, output).absolute()


def _clean_output(output: Path) -> str:
    made = read_list(output)
    if made is None:
        return f"{output}: nothing that a build made."
    for unfinished in (staging_in(output), *_unfinished(output)):  # of what was killed
        if unfinished.is_dir() and not is_link(unfinished):
            shutil.rmtree(unfinished)
    deleted = sum(_delete(output, path) for path in made)
    (output / LIST).unlink()
    _remove_empty(output, output)
    left = " What else is there was left." if output.exists() else ""
    return f"{output}: {deleted} files deleted.{left}"


def _unfinished(output: Path) -> Iterator[Path]:
    for staging in (search_index.STAGING, story_images.STAGING):
        yield from output.glob(f"{staging}*")


def _delete(output: Path, path: str) -> bool:
    """Delete a file, and the folders that this leaves empty; what is behind a link is not ours."""
    file = output / path
    if any(is_link(output / folder) for folder in folders_of([path])) or not (file.is_file() or file.is_symlink()):
        return False
    file.unlink()
    _remove_empty(file.parent, output)
    return True


def _remove_empty(folder: Path, last: Path) -> None:
    """Remove a folder and those above it, up to and with the last, as far as they are empty."""
    with contextlib.suppress(OSError):
        while folder.resolve().is_relative_to(last.resolve()):
            folder.rmdir()
            folder = folder.parent


def _clean_cache(cache: Path) -> str:
    if cache.is_symlink() or not cache.is_dir():
        return f"{cache}: no caches."
    shutil.rmtree(cache)
    return f"{cache}: deleted."
