"""The site as its pages' heads, its data for search engines and its manifest name it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Self
from urllib.parse import quote

from edition.checks import SettingsError

COLORS = {"light": "#fbfaf6", "dark": "#15161a"}
"""What browsers paint around pages where ``BROWSER_COLORS`` does not say."""

_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_DEFAULT_IMAGE, _DEFAULT_SIZE = "social.png", (1200, 630)


@dataclass(frozen=True, slots=True)
class Brand:
    """What a site is called and known by. ``address`` is ``SITEURL``, and has no slash at its end.

    ``static`` is the way from the site's root to the theme's static files, ``image`` the one to the picture that stands
    for pages elsewhere; its ``image_size`` is known of the theme's own only. ``colors`` are ``light`` and ``dark``.
    ``menu`` has the files of the pages that an editor's own menu leads to.
    """

    address: str
    name: str
    description: str
    language: str
    static: str
    image: str
    image_size: tuple[int, int] | None
    colors: Mapping[str, str]
    menu: frozenset[str]

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Self:
        """Return the site of complete settings.

        :raises SettingsError: if ``SOCIAL_IMAGE`` or ``BROWSER_COLORS`` is wrong
        """
        name = str(settings.get("SITENAME") or "")
        own, colors = settings.get("SOCIAL_IMAGE"), settings.get("BROWSER_COLORS") or {}
        problems = [*_of_image(own), *_of_colors(colors)]
        if problems:
            raise SettingsError(problems)
        static = str(settings.get("THEME_STATIC_DIR") or "theme").strip("/")
        return cls(
            address=str(settings.get("SITEURL") or "").rstrip("/"),
            name=name,
            description=str(settings.get("SITESUBTITLE") or "") or name,
            language=str(settings.get("DEFAULT_LANG") or "en"),
            static=static,
            image=str(own) if own else f"{static}/{_DEFAULT_IMAGE}",
            image_size=None if own else _DEFAULT_SIZE,
            colors={**COLORS, **colors},
            menu=frozenset(f"{path}index.html" for _name, path in settings.get("MENUITEMS") or ()),
        )

    def whole(self, path: str) -> str:
        """Return the whole address of a path from the site's root."""
        return f"{self.address}/{quote(path)}"

    @property
    def image_address(self) -> str:
        """The whole address of the picture."""
        return self.whole(self.image)


def _of_image(path: object) -> list[str]:
    if not path or (isinstance(path, str) and ".." not in PurePosixPath(path).parts and path[0] != "/"):
        return []
    return [f"SOCIAL_IMAGE: expected None or a path from the site's root, such as 'images/card.png', found {path!r}"]


def _of_colors(colors: object) -> list[str]:
    if isinstance(colors, Mapping) and all(k in COLORS and _COLOR.fullmatch(str(v)) for k, v in colors.items()):
        return []
    return [f"BROWSER_COLORS: expected 'light' and 'dark', each a color such as '#fbfaf6', found {colors!r}"]
