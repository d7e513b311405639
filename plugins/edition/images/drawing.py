"""Drawing a story's picture: a PNG file of few colors, the same bytes for the same picture."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from briefing.leaning import Segment
from edition.images import letters
from edition.images.letters import Block
from edition.images.mark import HEIGHT, draw_mark
from edition.images.picture import SIZE, Look, Picture

# The places of the colors in the palette: from paper to ink in steps, so that letters have smooth edges.
_PAPER, _INK, _LEFT, _CENTER, _RIGHT = 0, 11, 12, 13, 14
_SIDES = {"left": _LEFT, "center": _CENTER, "right": _RIGHT}
_BITS = 4  # a pixel
_COMPRESSION = 6  # with 9 a file has a tenth less, and takes ten times as long
_WHITE = 255
_EDGES = bytes(round(value * _INK / _WHITE) for value in range(256))
_SEEN = bytes(255 if place else 0 for place in _EDGES)

# In pixels.
_MARGIN = 76
_WIDTH = SIZE[0] - 2 * _MARGIN
_TOP = 58  # of the mark
_MARK_SIZE = 46
_NAME_SIZES = (44, 40, 36, 32, 28, 24)
_RULE = 128  # below the name: two lines, as the masthead of pages has them
_HEADLINE = 164
_HEADLINE_SIZES = (84, 80, 74, 68, 62, 56, 51, 46, 42, 38)
_LEADING = 1.14
_WORDS = 489
_WORD_SIZES = (36, 33, 30, 27, 24)
_BAR = (546, 580)
_FOOT = 580  # where a headline ends where there is nothing below it
_GAP = 6  # between the parts of the bar, and above the words
_HATCH = 10  # from one line of the left's to the next
_DASH = 10
_BIG_MARK, _BIG_GAP = 150, 48
_BIG_SIZES = (84, 72, 60, 50, 42, 36)


def draw(look: Look, picture: Picture) -> bytes:
    """Return a picture as PNG.

    What the font has no letters for is left out: never are there boxes in place of words.

    :raises OSError: if the font cannot be read
    """
    image = Image.new("L", SIZE, _PAPER)
    bold, regular = (look.font, look.font) if look.font else (letters.BOLD, letters.REGULAR)
    below = _leaning(image, picture, regular)
    headline = letters.plain(picture.headline)
    if headline and letters.can_draw(headline, bold):
        _masthead(image, look.name, bold)
        height = below - _HEADLINE
        block = letters.fit(headline, bold, _HEADLINE_SIZES, (_WIDTH, height), _LEADING)
        top = _HEADLINE + (height - block.size * _LEADING * len(block.lines)) / 2
        _text(image, (_MARGIN, top), block, bold)
    else:
        _name_alone(image, look.name, bold, below)
    image.putpalette(_palette(look.colors))
    written = io.BytesIO()
    image.save(written, "PNG", bits=_BITS, compress_level=_COMPRESSION)
    return written.getvalue()


def _palette(colors: Sequence[tuple[str, str]]) -> list[int]:
    rgb = {use: bytes.fromhex(color[1:]) for use, color in colors}
    paper, ink = rgb["paper"], rgb["ink"]
    steps = [
        round(one + (other - one) * step / _INK)
        for step in range(_INK + 1)
        for one, other in zip(paper, ink, strict=True)
    ]
    return [*steps, *rgb["left"], *rgb["center"], *rgb["right"]]


def _masthead(image: Image.Image, name: str, path: str) -> None:
    draw_mark(image, _MARGIN, _TOP, _MARK_SIZE, _INK)
    name = letters.plain(name)
    if letters.can_draw(name, path):
        left = _MARGIN + _MARK_SIZE + 22
        block = letters.fit(name, path, _NAME_SIZES, (SIZE[0] - _MARGIN - left, max(_NAME_SIZES)))
        _text(image, (left, _TOP + 20 - block.size * 0.5), block, path)
    draw = ImageDraw.Draw(image)
    for top in (_RULE, _RULE + 5):
        draw.rectangle((_MARGIN, top, _MARGIN + _WIDTH - 1, top + 1), fill=_INK)


def _name_alone(image: Image.Image, name: str, path: str, below: float) -> None:
    """Draw the mark and the name in the middle, where no headline can stand."""
    name = letters.plain(name)
    block = Block((), 0)
    if letters.can_draw(name, path):
        block = letters.fit(name, path, _BIG_SIZES, (_WIDTH - _BIG_MARK - _BIG_GAP, _BIG_MARK * 1.2), _LEADING)
    used = letters.font(path, block.size or 1)
    wide = max((used.getlength(letters.shown(line)) for line in block.lines), default=-_BIG_GAP)
    left = (SIZE[0] - _BIG_MARK - _BIG_GAP - wide) / 2
    middle = (_TOP + below) / 2
    draw_mark(image, left, middle - _BIG_MARK * HEIGHT / 2, _BIG_MARK, _INK)
    high = block.size * _LEADING * len(block.lines)
    _text(image, (left + _BIG_MARK + _BIG_GAP, middle - high / 2 - block.size * 0.05), block, path)


def _text(image: Image.Image, place: tuple[float, float], block: Block, path: str) -> None:
    """Draw lines; ``place`` is the left end of the top of the first, whose base line is one size below."""
    left, top = place
    used = letters.font(path, block.size or 1)
    for number, line in enumerate(block.lines):
        base = round(top + block.size * (0.93 + number * _LEADING))
        mask = Image.new("L", (SIZE[0] - round(left), block.size * 2))
        ImageDraw.Draw(mask).text((0, block.size * 1.25), letters.shown(line), font=used, fill=_WHITE, anchor="ls")
        corner = (round(left), base - round(block.size * 1.25))
        image.paste(mask.point(_EDGES), corner, mask.point(_SEEN))


def _leaning(image: Image.Image, picture: Picture, path: str) -> float:
    """Draw how the outlets lean, words first, and return where it begins."""
    words = letters.plain(picture.words)
    begins: float = _FOOT
    if picture.segments:
        _bar(image, picture.segments)
        begins = _BAR[0]
    if words and letters.can_draw(words, path):
        top = _WORDS if picture.segments else _WORDS + 48
        block = letters.fit(words, path, _WORD_SIZES, (_WIDTH, max(_WORD_SIZES)))
        if not block.is_cut:  # words cut short could tell something else
            _text(image, (_MARGIN, top + (36 - block.size)), block, path)
            begins = top
    return begins - 6 * _GAP


def _bar(image: Image.Image, segments: Sequence[Segment]) -> None:
    """Draw the bar as pages do: each side can be told by its hatching too, and what is not stated is an open part."""
    draw = ImageDraw.Draw(image)
    top, bottom = _BAR
    for number, part in enumerate(segments):
        start = _MARGIN + round(_WIDTH * part.start / 100) + (_GAP // 2 if number else 0)
        last = number == len(segments) - 1
        end = _MARGIN + round(_WIDTH * (part.start + part.width) / 100) - (0 if last else _GAP // 2) - 1
        if end < start:  # as thin as the gap
            continue
        if part.side is None:
            _dashes(draw, (start, top, end, bottom - 1))
            continue
        draw.rectangle((start, top, end, bottom - 1), fill=_SIDES[part.side])
        if part.side == "left":
            for x in range(start + _HATCH // 2, end - 1, _HATCH):
                draw.rectangle((x, top, x + 1, bottom - 1), fill=_PAPER)
        elif part.side == "right":
            middle = (top + bottom) // 2
            for x in range(start + _DASH // 2, end + 1, 2 * _DASH):
                draw.rectangle((x, middle - 4, min(x + _DASH - 1, end), middle + 3), fill=_PAPER)


def _dashes(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    for x in range(left, right + 1, 2 * _DASH):
        end = min(x + _DASH - 1, right)
        for y in (top, bottom - 1):
            draw.rectangle((x, y, end, y + 1), fill=_CENTER)
    for y in range(top, bottom + 1, 2 * _DASH):
        end = min(y + _DASH - 1, bottom)
        for x in (left, right - 1):
            draw.rectangle((max(x, left), y, max(x + 1, left), end), fill=_CENTER)
