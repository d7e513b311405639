"""Slugs of topics, as Pelican makes them of tags; importing Pelican for them would take longer than a small build."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup


def slug_of(topic: str, settings: Mapping[str, Any]) -> str:
    """Return the slug of a topic, "" if it has no sign that an address can have.

    It is that of Pelican's ``Tag``: by ``TAG_REGEX_SUBSTITUTIONS``, else ``SLUG_REGEX_SUBSTITUTIONS``, and
    ``SLUGIFY_USE_UNICODE`` and ``SLUGIFY_PRESERVE_CASE``.
    """
    substitutions = settings.get("TAG_REGEX_SUBSTITUTIONS", settings.get("SLUG_REGEX_SUBSTITUTIONS", ()))
    is_ascii = not settings.get("SLUGIFY_USE_UNICODE", False)
    keeps_case = bool(settings.get("SLUGIFY_PRESERVE_CASE", False))
    return _slug(topic, tuple((str(old), str(new)) for old, new in substitutions), is_ascii, keeps_case)


@functools.lru_cache(maxsize=4096)
def _slug(topic: str, substitutions: tuple[tuple[str, str], ...], is_ascii: bool, keeps_case: bool) -> str:  # noqa: FBT001
    text = unicodedata.normalize("NFKC", Markup(topic).striptags())  # noqa: S704 - without its tags
    if is_ascii:
        text = _in_ascii(text)
    for old, new in substitutions:
        text = re.sub(_composed(old), _composed(new), text, flags=re.IGNORECASE)
    return (text if keeps_case else text.lower()).strip()


def _in_ascii(text: str) -> str:
    if text.isascii():
        return text
    from unidecode import unidecode  # noqa: PLC0415 - its tables are read for what is not in ASCII only

    return str(unidecode(text))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
