"""What a saved page says of itself out of sight, in a web page's head or a clipper's front matter.

The site gives the first outlet as the page's author there, which says nothing of the story.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.documents.tree import Statement
from briefing.story import Evidence, Field, Lines, Passage, stated

_TITLE = ("og:title", "ld:headline", "title")
_PUBLISHED = ("article:published_time", "og:article:published_time", "ld:datePublished")
_UPDATED = ("article:modified_time", "og:article:modified_time", "ld:dateModified")
_ADDRESS = ("canonical", "og:url", "ld:url", "saved-from")

_OWN_ADDRESS = re.compile(r"https?://(?:www\.)?ground\.news/[^\s?#]{1,1000}")  # behind it can stand who reads
_SITE_NAME = re.compile(r"\s[|–—-]\sGround News$")  # noqa: RUF001 - the marks that titles use
_DAY = r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}"
_MOMENT = re.compile(rf"{_DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]{{1,9}})?(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})")
_DAY_OF = re.compile(rf"(?P<day>{_DAY})(?![0-9])")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


_ABSENT: Field[str] = Field()


@dataclass(frozen=True, slots=True)
class Head:
    """What is said out of sight."""

    title: Passage | None = None
    published: Field[str] = _ABSENT
    updated: Field[str] = _ABSENT
    address: Field[str] = _ABSENT
    language: str | None = None


def read_head(statements: Sequence[Statement], texts: Mapping[int, str]) -> Head:
    """Return what statements say.

    :param texts: the lines that may be cited, by number
    """
    said = [statement for statement in statements if statement.value in texts.get(statement.line, "")]
    languages = [one.value for one in _named(said, ("lang",)) if _LANGUAGE.fullmatch(one.value)]
    return Head(
        _title(said),
        _first(said, _PUBLISHED, moment_or_day, texts),
        _first(said, _UPDATED, moment_or_day, texts),
        _first(said, _ADDRESS, _own_address, texts),
        languages[0] if languages else None,
    )


def moment_or_day(text: str) -> str | None:
    """Return the moment that a text is, as RFC 3339 has it, else the day that it begins with, else None."""
    day = _DAY_OF.match(text)
    try:
        if is_moment(text):
            return text
        return datetime.date.fromisoformat(day["day"]).isoformat() if day else None
    except ValueError:
        return None


def is_moment(text: str) -> bool:
    """Whether a text is a moment as RFC 3339 has it, of a year with four digits."""
    if not _MOMENT.fullmatch(text):
        return False
    try:
        datetime.datetime.fromisoformat(text).astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return False
    return True


def _named(said: Sequence[Statement], names: Sequence[str]) -> Iterator[Statement]:
    return (statement for name in names for statement in said if statement.name == name)


def _title(said: Sequence[Statement]) -> Passage | None:
    for statement in _named(said, _TITLE):
        title = _SITE_NAME.sub("", statement.value)
        if title and title != "Ground News":
            return Passage(title, Lines(statement.line, statement.line))
    return None


def _own_address(text: str) -> str | None:
    match = _OWN_ADDRESS.fullmatch(text)
    return match[0] if match else None


def _first(
    said: Sequence[Statement], names: Sequence[str], read: Callable[[str], str | None], texts: Mapping[int, str]
) -> Field[str]:
    for statement in _named(said, names):
        value = read(statement.value)
        if value:
            return stated(value, Evidence(Lines(statement.line, statement.line), (texts[statement.line],)))
    return Field()
