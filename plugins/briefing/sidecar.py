"""Sidecars: ``NAME.EXT.toml`` beside a document says by hand what the page does not."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SUFFIX = ".toml"
_KEYS: dict[str, tuple[type, str]] = {
    "title": (str, "a text in quotes"),
    "date": (datetime.date, "a day such as 2026-06-02, without quotes"),
    "category": (str, "a text in quotes"),
    "tags": (list, 'a list such as ["Mayo Clinic", "Microsoft"]'),
    "story_id": (str, "a text in quotes"),
}


class SidecarError(Exception):
    """A sidecar cannot be used; the message says why, for an editor."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What an editor says of a document; None where nothing."""

    title: str | None = None
    date: datetime.date | None = None
    category: str | None = None
    tags: tuple[str, ...] | None = None
    story_id: str | None = None


def path_of(document: Path) -> Path:
    """Return where the sidecar of a document stands, if there is one."""
    return document.with_name(document.name + SUFFIX)


def read(document: Path) -> Sidecar:
    """Return the sidecar of a document; an empty one if there is none.

    :raises SidecarError: if it is no TOML (https://toml.io/en/v1.0.0) or holds an unknown key or a wrong type
    """
    path = path_of(document)
    if not path.is_file():
        return Sidecar()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path.name} is not TOML: {error}"
        raise SidecarError(message) from None
    for key, value in values.items():
        if key not in _KEYS:
            message = f"{path.name}: unknown key “{key}”, expected one of {', '.join(_KEYS)}"
            raise SidecarError(message)
        _check(path.name, key, value)
    if "date" in values and isinstance(values["date"], datetime.datetime):
        values["date"] = values["date"].date()
    if "tags" in values:
        values["tags"] = tuple(values["tags"])
    return Sidecar(**values)


def _check(name: str, key: str, value: Any) -> None:
    kind, expected = _KEYS[key]
    is_right = isinstance(value, kind)
    if isinstance(value, list):
        is_right = is_right and all(isinstance(tag, str) for tag in value)
    if not is_right:
        message = f"{name}: {key} must be {expected}"
        raise SidecarError(message)
