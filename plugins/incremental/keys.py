"""By what settings and templates are known as unchanged."""

from __future__ import annotations

import contextlib
import hashlib
import locale
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import PurePath
from types import FunctionType
from typing import Any

from briefing.stamps import look

_NO_MATTER = frozenset(
    {
        "AUTORELOAD", "BIND", "CONVERT", "DEBUG", "DOCUMENTS_PATH", "DOCUMENT_MAX_BYTES", "EXECUTOR", "LISTEN",
        "LOG_FILTER", "NOW", "PORT", "PUBLISHING", "SETTINGS_FILE", "STORY_IMAGES_FONT",
    }
)  # fmt: skip
"""Settings that no page shows, and that nothing else here depends on."""

_PLAIN = (str, bytes, int, float, bool, type(None), PurePath, date, timedelta)


def of_settings(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return what tells the value of each setting that a site shows from every other value."""
    return {name: key for name, key in of_values(settings).items() if name not in _NO_MATTER}


def of_values(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return what tells the value of each setting from every other value."""
    return {name: of_texts([_text(value)]) for name, value in settings.items()}


def of_texts(texts: Iterable[str]) -> str:
    """Return what tells texts from all others."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def is_plain(value: Any) -> bool:
    """Whether a value is nothing but data, which can be kept and compared."""
    if isinstance(value, Mapping):
        return all(is_plain(key) and is_plain(one) for key, one in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return all(map(is_plain, value))
    return isinstance(value, _PLAIN)


def _text(value: Any) -> str:
    """Return a text for a value, the same in every process."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{_text(key)}: {_text(one)}' for key, one in value.items()))}}}"
    if isinstance(value, (set, frozenset)):
        return f"{{{', '.join(sorted(map(_text, value)))}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_text, value))}]"
    if isinstance(value, FunctionType):
        return f"{value.__module__}.{value.__qualname__} {look(value.__code__.co_filename)}"
    return repr(value) if isinstance(value, _PLAIN) else f"{type(value).__module__}.{type(value).__qualname__}"


def set_locale(settings: Mapping[str, Any]) -> None:
    """Choose the locale in whose words dates are written, as Pelican does where it reads settings."""
    for name in settings["LOCALE"]:
        with contextlib.suppress(locale.Error):
            locale.setlocale(locale.LC_ALL, str(name))
            return
