"""Ids of articles: what feed readers know them by, so that nothing is shown twice and nothing is missed."""

from __future__ import annotations

import re
import unicodedata
from uuid import UUID, uuid5

# The namespace of the ids that are made here. Never to be changed: every feed reader would show everything again.
ARTICLES = UUID("8f1f3c2e-5d0b-5a7e-9a44-1b6f0c2d7e93")

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")


def identity(article: object) -> str:
    """Return the id of an article, an absolute IRI as RFC 4287 asks for, whatever host the site is on.

    An article's ``story_id`` is its id: as it stands if it is an IRI, after ``urn:uuid:`` if it is a UUID, else as
    the UUIDv5 of its text. An article without one has the UUIDv5 of its source file's path below the content folder
    (with ``/``, letters composed), which no new title, date, slug, address or host changes; an article that was made
    without a file, that of its language and slug.
    """
    stated = str(getattr(article, "story_id", None) or "").strip()
    if _IRI.fullmatch(stated):
        return stated
    if stated:
        try:
            return UUID(stated).urn
        except ValueError:
            return made(f"story_id:{stated}")
    source = getattr(article, "relative_source_path", None)
    if source:
        return made(f"file:{source}")
    return made(f"slug:{getattr(article, 'lang', '')}:{getattr(article, 'slug', '')}")


def made(name: str) -> str:
    """Return the id that is made from a name: a UUIDv5 (RFC 9562) as a URN."""
    # Lone surrogates stand for the bytes of file names that are not in UTF-8; a UUID is made from valid text.
    text = unicodedata.normalize("NFC", name).encode("utf-8", "backslashreplace").decode("utf-8")
    return uuid5(ARTICLES, text).urn
