"""The site's mark as PNG files, for what does not take ``static/favicon.svg``: ``python3 theme/artwork.py`` makes them.

The mark is a page: a headline, a line below it, a picture, and the dashes that stand for what is not said. It is drawn
of rectangles alone, so that the files are small, the same on every machine, and need no font.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).parent / "static"

Rectangle = tuple[float, float, float, float]  # left, top, right, bottom

_PAPER, _INK = bytes.fromhex("fbfaf6"), bytes.fromhex("17181c")
# In the units of favicon.svg, whose page is 32 by 32.
_MARK: tuple[Rectangle, ...] = (
    (5, 6, 27, 11),
    (5, 14, 27, 16),
    (5, 19, 15, 26),
    *((left, top, left + 2, top + 2.4) for top in (19, 23.6) for left in (18, 21.5, 25)),
)
_LEFT, _TOP, _RIGHT, _BOTTOM = 5, 6, 27, 26


@dataclass(frozen=True, slots=True)
class Picture:
    """A file below ``static/``, its size in pixels, and how wide the mark is on it."""

    file: str
    width: int
    height: int
    mark: int


PICTURES = (
    Picture("apple-touch-icon.png", 180, 180, 110),
    Picture("icon-512.png", 512, 512, 286),  # within the circle to which a system may cut it
    Picture("social.png", 1200, 630, 440),  # what Open Graph's readers show whole
)


def pixels(picture: Picture) -> list[bytes]:
    """Return the rows of a picture, a byte for each pixel: 0 is paper, 1 is ink."""
    unit = picture.mark / (_RIGHT - _LEFT)
    left = (picture.width - picture.mark) / 2
    top = (picture.height - unit * (_BOTTOM - _TOP)) / 2
    rows = [bytearray(picture.width) for _ in range(picture.height)]
    for x1, y1, x2, y2 in _MARK:
        begin, end = round(left + (x1 - _LEFT) * unit), round(left + (x2 - _LEFT) * unit)
        for row in rows[round(top + (y1 - _TOP) * unit) : round(top + (y2 - _TOP) * unit)]:
            row[begin:end] = b"\1" * (end - begin)
    return [bytes(row) for row in rows]


def raw(picture: Picture) -> bytes:
    """Return the rows as PNG has them: a byte for the filter, of which there is none, then eight pixels a byte."""
    return b"".join(b"\0" + _packed(row) for row in pixels(picture))


def png(picture: Picture) -> bytes:
    """Return a picture as PNG with a palette of two colours (https://www.w3.org/TR/png-3/)."""
    header = struct.pack(">IIBBBBB", picture.width, picture.height, 1, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", _PAPER + _INK), (b"IDAT", zlib.compress(raw(picture), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _packed(row: bytes) -> bytes:
    bits = "".join(map(str, row)).ljust(-(-len(row) // 8) * 8, "0")
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


if __name__ == "__main__":
    for one in PICTURES:
        (STATIC / one.file).write_bytes(png(one))
