"""The theme's mark as PNG files, for what does not take ``favicon.svg``: ``python -m tests.artwork`` makes them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from edition.colors import USUAL
from edition.images.mark import HEIGHT, draw_mark

STATIC = Path(__file__).parents[1] / "theme" / "static"

_PALETTE = b"".join(bytes.fromhex(USUAL["light"][use][1:]) for use in ("paper", "ink"))


@dataclass(frozen=True, slots=True)
class Picture:
    """A file below ``theme/static/``, its size in pixels, and how wide the mark is on it."""

    file: str
    width: int
    height: int
    mark: int

    def drawn(self) -> Image.Image:
        """Return the picture, the mark in its middle."""
        image = Image.new("P", (self.width, self.height))
        image.putpalette(_PALETTE)
        draw_mark(image, (self.width - self.mark) / 2, (self.height - self.mark * HEIGHT) / 2, self.mark, fill=1)
        return image


PICTURES = (
    Picture("apple-touch-icon.png", 180, 180, 110),
    Picture("icon-512.png", 512, 512, 286),  # within the circle to which a system may cut it
    Picture("social.png", 1200, 630, 440),  # what Open Graph's readers show whole
)


if __name__ == "__main__":
    for one in PICTURES:
        one.drawn().save(STATIC / one.file, optimize=True, bits=1)
