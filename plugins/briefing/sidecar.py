"""Sidecars: ``NAME.EXT.toml`` beside a document says by hand what the page does not."""

from __future__ import annotations

import datetime
import os
import tomllib
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.documents.lines import clean
from briefing.files import SIDECAR

_KEYS: dict[str, tuple[type, str]] = {
    "title": (str, "a text in quotes"),
    "date": (datetime.date, "a day such as 2026-06-02, without quotes"),
    "category": (str, "a text in quotes"),
    "tags": (list, 'a list such as ["Mayo Clinic", "Microsoft"]'),
    "story_id": (str, "the story_id of a post, in quotes"),
}


class SidecarError(Exception):
    """A sidecar cannot be used; the message says why, for an editor. It does not name the file: see ``mask_name``."""


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
    return document.with_name(document.name + SIDECAR)


def read(document: Path) -> Sidecar:
    """Return the sidecar of a document; an empty one if there is none.

    :raises SidecarError: if it cannot be read, is no TOML (https://toml.io/en/v1.0.0) or holds an unknown key or a
        wrong value
    """
    path = path_of(document)
    if not os.path.isfile(path):  # noqa: PTH113 - false too where the name would be too long for a file
        return Sidecar()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        message = f"its sidecar cannot be read ({error.strerror})"
        raise SidecarError(message) from None
    except (ValueError, RecursionError) as error:  # of TOML, UTF-8, and numbers or lists beyond Python's limits
        message = f"its sidecar is not TOML: {error}"
        raise SidecarError(message) from None
    return Sidecar(**{key: _value(key, value) for key, value in values.items()})


def _value(key: str, value: Any) -> Any:
    """Return a value as stories hold it; None for an empty text."""
    if key not in _KEYS:
        message = f"its sidecar has an unknown key “{clean(key)}”, expected one of {', '.join(_KEYS)}"
        raise SidecarError(message)
    kind, expected = _KEYS[key]
    if not isinstance(value, kind) or (isinstance(value, list) and not all(isinstance(tag, str) for tag in value)):
        message = f"its sidecar: {key} must be {expected}"
        raise SidecarError(message)
    if isinstance(value, list):
        return tuple(dict.fromkeys(filter(None, map(clean, value))))
    if isinstance(value, str):
        return _story_id(value, expected) if key == "story_id" else clean(value) or None
    return value.date() if isinstance(value, datetime.datetime) else value


def _story_id(value: str, expected: str) -> str:
    try:
        return uuid.UUID(value.strip()).urn
    except ValueError:
        message = f"its sidecar: story_id must be {expected}: urn:uuid: and a UUID"
        raise SidecarError(message) from None
