"""What a story's picture shows, and by what it is known as unchanged; nothing here takes long to import."""

from __future__ import annotations

import functools
import hashlib
import json
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from briefing import files
from briefing.leaning import Segment
from briefing.texts import Texts
from edition import colors
from edition.images.words import in_words
from edition.output_list import is_listable
from edition.row import Row

SIZE = (1200, 630)
"""Width and height in pixels: what Open Graph's readers show whole."""

_NAME = "social.png"
_SCHEME = "light"  # pictures have one only, and most are shown beside white


def is_on(settings: Mapping[str, Any]) -> bool:
    """Whether stories have pictures of their own."""
    return bool(settings.get("STORY_IMAGES"))


def beside(url: str) -> str:
    """Return where the picture of a page stands, from the site's root; empty where none can stand there.

    :param url: of the page, from the site's root
    """
    path = f"{url}{_NAME}" if url.endswith("/") else f"{posixpath.splitext(url)[0]}.png" if url else ""
    return path if is_listable(path) and not any(sign in path for sign in "?#") else ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What one picture shows: a headline, how the outlets lean in words, and the parts of the bar, if there are any."""

    headline: str
    words: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What all pictures of a site share: its name, its colors by their use, and the file of an editor's own font.

    ``maker`` tells the program that draws, and the fonts, from all others.
    """

    name: str
    colors: tuple[tuple[str, str], ...]
    font: str
    maker: str

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Self:
        """Return the look that complete settings tell.

        :raises OSError: if the editor's own font cannot be read
        """
        font = str(settings.get("STORY_IMAGES_FONT") or "")
        own = colors.complete(settings.get("COLORS") or {})[_SCHEME]
        maker = f"{_program()} {files.digest(Path(font).read_bytes()) if font else ''}"
        return cls(str(settings.get("SITENAME") or ""), tuple(sorted(own.items())), font, maker)

    def key(self, picture: Picture) -> str:
        """Return what tells a picture in this look from all others."""
        parts = [[one.side, one.start, one.width] for one in picture.segments]
        told = json.dumps([self.name, self.colors, self.maker, picture.headline, picture.words, parts])
        return hashlib.sha256(told.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The pictures that a site is to have: the key of each by its path from the site's root, and what these show."""

    look: Look
    keys: Mapping[str, str]
    pictures: Mapping[str, Picture]

    @classmethod
    def of(cls, rows: Iterable[Row], settings: Mapping[str, Any]) -> Self:
        """Return the pictures of published stories.

        :param settings: complete settings
        :raises OSError: if the editor's own font cannot be read
        """
        look, texts = Look.of(settings), Texts.chosen(settings)
        keys, pictures = {}, {}
        for row in rows:
            path = beside(row.path)
            if path and row.title:
                picture = Picture(row.title, in_words(row, texts), row.bar)
                keys[path] = look.key(picture)
                pictures[keys[path]] = picture
        return cls(look, keys, pictures)


@functools.cache
def _program() -> str:
    """Return what tells this code, and what it draws with, from every other version."""
    import importlib.metadata  # noqa: PLC0415 - takes long to import

    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    libraries = " ".join(importlib.metadata.version(name) for name in ("pillow", "font-source-serif-pro"))
    return f"{files.digest(code)} {libraries}"
