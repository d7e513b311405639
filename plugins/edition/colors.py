"""A site's own colors: checked, so that all can read them, and written as a style sheet."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator, Mapping

FILE = "colors.css"
"""Where the style sheet stands, from the site's root; there is none without colors of the site's own."""

USUAL: Mapping[str, Mapping[str, str]] = {
    "light": {
        "paper": "#fbfaf6", "raise": "#f3f0e7", "ink": "#17181c", "soft": "#595c64", "line": "#d8d3c6",
        "link": "#0b5664", "mark": "#fbeaa8", "left": "#5a4ba3", "center": "#6b6f78", "right": "#a65f14",
    },
    "dark": {
        "paper": "#15161a", "raise": "#1e2026", "ink": "#e9e5dc", "soft": "#a6a9b1", "line": "#383b44",
        "link": "#86ced9", "mark": "#403510", "left": "#9488e6", "center": "#8d929d", "right": "#d38d3b",
    },
}  # fmt: skip
"""The theme's colors by scheme and use, as ``theme/static/css/briefing.css`` has them."""

_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
# What stands on what, and the contrast that it needs (WCAG 2.2, 1.4.3 for texts and 1.4.11 for bars).
_TEXTS = tuple((front, ground, 4.5) for front in ("ink", "soft", "link") for ground in ("paper", "raise"))
_BARS = tuple((side, ground, 3.0) for side in ("left", "center", "right") for ground in ("paper", "raise"))
_ON = (*_TEXTS, ("ink", "mark", 4.5), *_BARS)
_LINEAR = 0.04045  # below it sRGB is linear


def complete(colors: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return a site's colors with the theme's where it has none of its own."""
    return {scheme: {**usual, **colors.get(scheme, {})} for scheme, usual in USUAL.items()}


def problems(colors: object) -> list[str]:
    """Return what is wrong with the setting ``COLORS``, a sentence each: its form, or what could not be read."""
    if not isinstance(colors, Mapping) or not all(isinstance(one, Mapping) for one in colors.values()):
        return [f"COLORS: expected colors by scheme, such as {{'light': {{'link': '#0b5664'}}}}, found {colors!r}"]
    return list(_of_form(colors)) or list(_of_contrast(complete(colors)))


def _of_form(colors: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for scheme, ours in colors.items():
        if scheme not in USUAL:
            yield f"COLORS: expected 'light' and 'dark', found {scheme!r}"
            continue
        for use, color in ours.items():
            if use not in USUAL[scheme]:
                near = difflib.get_close_matches(str(use), USUAL[scheme], n=1)
                hint = f": did you mean {near[0]!r}?" if near else f"; there are {', '.join(USUAL[scheme])}"
                yield f"COLORS: there is no color {use!r}{hint}"
            elif not _COLOR.fullmatch(str(color)):
                yield f"COLORS, {scheme}, {use}: expected a color such as '#0b5664', found {color!r}"


def _of_contrast(colors: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for scheme, ours in colors.items():
        for front, ground, needed in _ON:
            found = contrast(ours[front], ours[ground])
            if found < needed:
                yield (
                    f"COLORS, {scheme}: {front} {ours[front]} on {ground} {ours[ground]} cannot be read by all: "
                    f"their contrast is {found:.2f}, expected {needed} or more"
                )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    """Return the relative luminance of a color in sRGB (WCAG 2.2, "relative luminance")."""
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def style_sheet(colors: Mapping[str, Mapping[str, str]]) -> str:
    """Return the style sheet of a site's own colors; paper keeps the theme's."""
    light, dark = (_rule(colors.get(scheme, {})) for scheme in USUAL)
    return f"@media screen {{ {light} }}\n@media screen and (prefers-color-scheme: dark) {{ {dark} }}\n"


def _rule(colors: Mapping[str, str]) -> str:
    return f":root {{ {' '.join(f'--{use}: {color};' for use, color in colors.items())} }}"


def version(colors: Mapping[str, Mapping[str, str]]) -> str:
    """Return what tells a style sheet from others in its address, so that browsers that keep it get the right one."""
    return hashlib.sha256(style_sheet(colors).encode()).hexdigest()[:10]
