"""Letters and lines: what a font can draw rightly, and how a text is set so that it fits into its place."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import font_source_serif_pro
from PIL import Image, ImageDraw, ImageFont

BOLD, REGULAR = (
    str(Path(font_source_serif_pro.__file__).with_name("files") / f"SourceSerifPro-{weight}.otf")
    for weight in ("Bold", "Regular")
)
"""The files of our own font."""

ELLIPSIS = "…"
_NOWHERE = "\U0010ffff"  # never a letter, so a font shows what it has for letters that it lacks
_LOOSE = " ,;:.-\u2013\u2014"  # what does not stand before an ellipsis
_SAMPLE = 24  # pixels
_HARD_SPACE = "\xa0"
_SAME = {0x2007: _HARD_SPACE, 0x202F: _HARD_SPACE, 0x2010: "-", 0x2011: "-"}  # which few fonts have
# Between these signs a line can end: Chinese and Japanese; what opens and closes stays with what it is about.
_WIDE = r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_CLOSING = r"[\u3001\u3002\u300b\u300d\u300f\u3011\u3015\u30fc\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]"
_OPENING = r"[\u300a\u300c\u300e\u3010\u3014\uff08]"
_PARTS = re.compile(f"{_OPENING}*{_WIDE}{_CLOSING}*|(?:(?!{_WIDE}).)+")


@dataclass(frozen=True, slots=True)
class Block:
    """A text set in lines; ``size`` is that of its letters, in pixels. ``is_cut``: it does not have all words."""

    lines: tuple[str, ...]
    size: int
    is_cut: bool = False


@functools.lru_cache(maxsize=64)
def font(path: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a font; letters are set one after the other, which is the same on every machine.

    :raises OSError: if the file is no font
    """
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def plain(text: str) -> str:
    """Return a text in its shortest form, without signs that nobody sees, and with spaces of two kinds alone."""
    composed = unicodedata.normalize("NFC", text).translate(_SAME)
    seen = (sign for sign in composed if unicodedata.category(sign) not in {"Cf", "Cc"} or sign.isspace())
    return " ".join(re.split(r"[^\S\xa0]+", "".join(seen).strip()))


def can_draw(text: str, path: str) -> bool:
    """Whether a font draws a text as it is written: it has all letters, and none must be joined to another.

    Right-to-left scripts, and those that set marks on letters, need what not every machine has, so they are not drawn.

    :param text: as :func:`plain` returns it
    """
    return all(sign in {" ", _HARD_SPACE} or _has(path, sign) for sign in dict.fromkeys(text))


@functools.lru_cache(maxsize=4096)
def _has(path: str, sign: str) -> bool:
    if unicodedata.bidirectional(sign) in {"R", "AL", "AN"} or unicodedata.category(sign).startswith("M"):
        return False
    return _shape(path, sign) != _shape(path, _NOWHERE)


def _shape(path: str, sign: str) -> tuple[float, bytes]:
    used = font(path, _SAMPLE)
    image = Image.new("L", (2 * _SAMPLE, 2 * _SAMPLE))
    ImageDraw.Draw(image).text((_SAMPLE // 2, 0), sign, font=used, fill=255)
    return used.getlength(sign), image.tobytes()


def fit(text: str, path: str, sizes: Sequence[int], place: tuple[int, float], leading: float = 1.0) -> Block:
    """Return a text in the greatest of some sizes in which it fits; in the least of them what is too long is cut.

    :param text: as :func:`plain` returns it
    :param sizes: from the greatest to the least
    :param place: width and height of its place, in pixels
    :param leading: from one line to the next, in sizes
    """
    width, height = place
    parts = list(_parts(text))
    for size in sizes:
        setting, most = _Setting(path, size), max(1, int(height / (size * leading)))
        whole = all(setting.width(part) <= width for part in parts)
        if whole and len(setting.lines(parts, width)) <= most:
            return Block(setting.balanced(parts, width), size)
    for size in sizes[len(sizes) // 2 :]:  # a word that fits nowhere is broken, though not in great letters
        setting, most = _Setting(path, size), max(1, int(height / (size * leading)))
        lines = setting.lines([piece for part in parts for piece in setting.broken(part, width)], width)
        if len(lines) <= most:
            return Block(tuple(lines), size)
    return Block((*lines[: most - 1], setting.cut(lines[most - 1], width)), size, is_cut=True)


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a text between which a line can end; those after a space begin with it."""
    for number, word in enumerate(text.split(" ")):
        space = " " if number else ""
        for part in _PARTS.findall(word):
            yield space + part
            space = ""


class _Setting:
    """Sets lines in one font of one size."""

    def __init__(self, path: str, size: int) -> None:
        self._font = font(path, size)
        self._ellipsis = ELLIPSIS if can_draw(ELLIPSIS, path) else "..."
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Return how wide a part is, in pixels, without the space before it."""
        if text not in self._widths:
            self._widths[text] = self._font.getlength(shown(text.lstrip(" ")))
        return self._widths[text]

    def lines(self, parts: Sequence[str], width: float) -> list[str]:
        """Return lines, each as full as it can be."""
        space = self._font.getlength(" ")
        lines: list[str] = []
        used = 0.0
        for part in parts:
            more = self.width(part) + (space if part.startswith(" ") else 0)
            if lines and used + more <= width:
                lines[-1] += part
                used += more
            else:
                lines.append(part.lstrip(" "))
                used = self.width(part)
        return lines

    def balanced(self, parts: Sequence[str], width: int) -> tuple[str, ...]:
        """Return as many lines as are needed, about as long as each other."""
        best = self.lines(parts, width)
        least, most = max(map(self.width, parts), default=0.0), float(width)
        while most - least > 1:
            middle = (least + most) / 2
            lines = self.lines(parts, middle)
            if len(lines) > len(best):
                least = middle
            else:
                best, most = lines, middle
        return tuple(best)

    def broken(self, part: str, width: float) -> Iterator[str]:
        """Yield a part in pieces of which each fits into a line."""
        while self.width(part) > width:
            end = next(end for end in itertools.count(2) if self.width(part[:end]) > width) - 1
            yield part[:end]
            part = part[end:]
        yield part

    def cut(self, line: str, width: float) -> str:
        """Return a line that ends in an ellipsis, without the words for which it then has no room."""
        while self.width(f"{line}{self._ellipsis}") > width:
            line = line.rpartition(" ")[0] or line[:-1]
        return f"{line.rstrip(_LOOSE)}{self._ellipsis}"


def shown(text: str) -> str:
    """Return a text with the spaces that every font has."""
    return text.replace(_HARD_SPACE, " ")
