"""The theme's mark: a page with a headline, a line below it, a picture, and dashes for what is not said."""

from __future__ import annotations

from PIL import Image, ImageDraw

# Left, top, right and bottom of its parts, as in theme/static/favicon.svg, whose page is 32 by 32.
_PARTS = (
    (5, 6, 27, 11),
    (5, 14, 27, 16),
    (5, 19, 15, 26),
    *((left, top, left + 2, top + 2.4) for top in (19, 23.6) for left in (18, 21.5, 25)),
)
_LEFT, _TOP, _RIGHT, _BOTTOM = 5, 6, 27, 26

HEIGHT = (_BOTTOM - _TOP) / (_RIGHT - _LEFT)
"""How high it is, in widths."""


def draw_mark(image: Image.Image, left: float, top: float, width: float, fill: int) -> None:
    """Draw it of rectangles alone, whose corners are whole pixels: the same on every machine.

    :param left: its left, in pixels, as ``top`` and ``width`` are
    :param fill: the place of its color in the palette
    """
    draw = ImageDraw.Draw(image)
    unit = width / (_RIGHT - _LEFT)
    for x1, y1, x2, y2 in _PARTS:
        start = (round(left + (x1 - _LEFT) * unit), round(top + (y1 - _TOP) * unit))
        end = (round(left + (x2 - _LEFT) * unit) - 1, round(top + (y2 - _TOP) * unit) - 1)
        draw.rectangle((start, end), fill=fill)
