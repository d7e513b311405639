"""The settings of one run: those of the file, with what was given by hand in their place."""

from __future__ import annotations

import contextlib
import datetime
import os
import pickle
import runpy
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.clock import source_date_epoch
from briefing.files import write_bytes
from briefing.settings import complete
from briefing.settings_checks import check
from commands.exits import CommandError, Exit
from commands.options import Places
from commands.task import DEBUG
from incremental.keys import is_plain, of_texts, of_values, set_locale
from incremental.scan import program

PROJECT = Path(__file__).resolve().parents[2]
_DEFAULT = "pelicanconf.py"
_MEMORY = "settings.pickle"  # in the cache folder
_PELICANS = {"PATH": ".", "OUTPUT_PATH": "output", "THEME": "theme", "CACHE_PATH": "cache"}  # folders


def settings_file(places: Places) -> Path:
    """Return the absolute path of the settings file.

    Raises:
        CommandError: there is no such file.
    """
    path = Path(places.settings).absolute() if places.settings else PROJECT / _DEFAULT
    if not path.is_file():
        message = f"There is no settings file {str(path)!r}."
        raise CommandError(message, Exit.WRONG_USE)
    return path


def read(places: Places, **overrides: Any) -> dict[str, Any]:
    """Return Pelican's settings, complete and checked.

    Args:
        places: files and folders given by hand; relative to the working directory.
        **overrides: settings in place of the file's.

    Raises:
        CommandError: something given by hand, or a setting, is wrong; the message has all that is.
    """
    path = settings_file(places)
    given = _given(places)
    if os.environ.get(DEBUG):
        overrides["DEBUG"] = True
    return _checked(_read_file(path, overrides | given), path)


def _checked(settings: dict[str, Any], path: Path) -> dict[str, Any]:
    settings["SETTINGS_FILE"] = str(path)
    complete(settings)
    problems = check(settings)
    if problems:
        message = "\n".join(f"{path.name}: {problem}" for problem in problems)
        raise CommandError(message, Exit.WRONG_USE)
    return settings


def read_known(places: Places, **overrides: Any) -> dict[str, Any]:
    """Return what :func:`read` does; what Pelican adds is recalled where nothing changed since it was last asked.

    Args:
        places: files and folders given by hand; relative to the working directory.
        **overrides: settings in place of the file's.

    Raises:
        CommandError: as :func:`read`.
    """
    path = settings_file(places)
    own = _read_own(path) | overrides | _given(places)
    memory = path.parent / own.get("CACHE_PATH", _PELICANS["CACHE_PATH"]) / _MEMORY
    key = of_texts([str(path), program(), os.environ.get(DEBUG, ""), *(f"{k}={v}" for k, v in of_values(own).items())])
    with contextlib.suppress(OSError, ValueError, EOFError, pickle.UnpicklingError, AttributeError, ImportError):
        known, settings = pickle.loads(memory.read_bytes())  # noqa: S301 - our own, beside the compiled templates
        if known == key:
            set_locale(settings)
            return _checked(settings, path)
    settings = read(places, **overrides)
    # Plain ones, for with Pelican's own class they would import Pelican when they are recalled.
    settings["PAGINATION_PATTERNS"] = [tuple(pattern) for pattern in settings["PAGINATION_PATTERNS"]]
    if is_plain(own):
        with contextlib.suppress(OSError, pickle.PicklingError, TypeError, AttributeError):
            write_bytes(memory, pickle.dumps((key, dict(settings))))
    return settings


def read_own(places: Places) -> dict[str, Any]:
    """Return what :func:`read` does, without Pelican's own settings: starting Pelican takes longer than converting.

    Args:
        places: files and folders given by hand; relative to the working directory.

    Raises:
        CommandError: as :func:`read`.
    """
    path = settings_file(places)
    settings = _PELICANS | _read_own(path) | _given(places)
    for name in _PELICANS:
        settings[name] = str(path.parent / settings[name])  # as Pelican does
    return _checked(settings, path)


def _read_own(path: Path) -> dict[str, Any]:
    with _told(path):
        found = runpy.run_path(str(path))
    return {name: value for name, value in found.items() if name.isupper()}


def _read_file(path: Path, overrides: dict[str, Any]) -> dict[str, Any]:
    from pelican.settings import read_settings  # noqa: PLC0415 - see read_own

    with _told(path):
        settings: dict[str, Any] = read_settings(str(path), override=overrides)
    return settings


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what is wrong with a settings file, and in which line."""
    try:
        yield
    except SyntaxError as error:
        message = f"{path.name}, line {error.lineno}: this is not Python: {error.msg}."
        raise CommandError(message, Exit.WRONG_USE) from error
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
        place = f"{path.name}, line {lines[-1]}" if lines else path.name
        message = f"{place}: {type(error).__name__}: {error}"
        raise CommandError(message, Exit.WRONG_USE) from error


def _given(places: Places) -> dict[str, Any]:
    """Return the settings that were given by hand, absolute.

    Documents must be there. Posts may be a new folder in one that is there: a mistyped path would make all of them
    anew somewhere else.
    """
    given: dict[str, Any] = {}
    if places.documents is not None:
        given["DOCUMENTS_PATH"] = str(_there(Path(places.documents).absolute(), "documents"))
    if places.posts is not None:
        posts = Path(places.posts).absolute()
        given["POSTS_PATH"] = str(posts if posts.is_dir() else _there(posts.parent, "posts") / posts.name)
        given["ARTICLE_PATHS"] = [given["POSTS_PATH"]]
    if places.output is not None:
        given["OUTPUT_PATH"] = str(Path(places.output).absolute())
    return given


def _there(folder: Path, option: str) -> Path:
    if not folder.is_dir():
        message = f"--{option}: there is no folder {str(folder)!r}."
        raise CommandError(message, Exit.WRONG_USE)
    return folder


def moment(given: str | None, settings: dict[str, Any]) -> datetime.datetime | None:
    """Return the moment of conversion: that given by hand, else the settings', else ``SOURCE_DATE_EPOCH``'s, else None.

    Raises:
        CommandError: it is none.
    """
    now = given if given is not None else settings["NOW"]
    if isinstance(now, datetime.datetime):
        return now
    if now is not None:
        return _parse_moment(now)
    try:
        return source_date_epoch()
    except ValueError as error:
        raise CommandError(str(error), Exit.WRONG_USE) from error


def _parse_moment(text: str) -> datetime.datetime:
    """Read a moment as RFC 3339 writes it."""
    try:
        parsed = datetime.datetime.fromisoformat(text)
    except ValueError:
        parsed = None
    if parsed is None or parsed.tzinfo is None:
        message = f"--now {text!r} is no moment; write it as in 2026-06-03T06:30:00Z or 2026-06-03T08:30:00+02:00."
        raise CommandError(message, Exit.WRONG_USE)
    return parsed
