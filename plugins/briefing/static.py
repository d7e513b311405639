"""The theme's static files in a folder that is named by what is in them: under one address they never change.

A whole folder has one name, so that what these files say of one another (a style sheet of a picture, a script of
another) stays as it is, and so that any theme that goes by Pelican's ``THEME_STATIC_DIR`` has this for nothing.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_LENGTH = 10  # hexadecimal digits
_NAMED = re.compile(rf"/[0-9a-f]{{{_LENGTH}}}\Z")


def name_by_content(settings: dict[str, Any]) -> None:
    """Set ``THEME_STATIC_DIR``, ``theme``, to ``theme/0123456789``, in place; what is so named already is named anew.

    :param settings: with ``THEME`` as an absolute path
    """
    folder = _NAMED.sub("", str(settings.get("THEME_STATIC_DIR") or "theme").rstrip("/"))
    digest = hashlib.sha256()
    for name, path in sorted(_files(settings)):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)
    settings["THEME_STATIC_DIR"] = f"{folder}/{digest.hexdigest()[:_LENGTH]}"


def _files(settings: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    """Yield the static files, each with its name below the folder that Pelican copies."""
    for given in settings.get("THEME_STATIC_PATHS") or ["static"]:
        root = Path(str(settings.get("THEME") or "theme"), given)
        for folder, _, names in os.walk(root, followlinks=True):
            for name in names:
                path = Path(folder, name)
                if path.is_file():
                    yield path.relative_to(root).as_posix(), path
