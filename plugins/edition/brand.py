"""The site as its pages' heads, its data for search engines and its manifest name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Self
from urllib.parse import quote

from edition import colors
from edition.checks import SettingsError

_DEFAULT_IMAGE, _DEFAULT_SIZE = "social.png", (1200, 630)


@dataclass(frozen=True, slots=True)
class Brand:
    """What a site is called and known by. ``address`` is ``SITEURL``, and has no slash at its end.

    ``static`` is the way from the site's root to the theme's static files, ``image`` the one to the picture that stands
    for pages elsewhere; its ``image_size`` is known of the theme's own only. ``logo`` stands in the place of
    the name, where there is one. ``colors`` are those of pages, by scheme and use, and ``style`` is the address of the
    style sheet that has them, from the site's root; empty where they are the theme's.
    ``menu`` has the files of the pages that an editor's own menu leads to.
    """

    address: str
    name: str
    description: str
    language: str
    static: str
    image: str
    image_size: tuple[int, int] | None
    logo: str
    colors: Mapping[str, Mapping[str, str]]
    style: str
    menu: frozenset[str]

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Self:
        """Return the site of complete settings.

        :raises SettingsError: if ``SOCIAL_IMAGE``, ``LOGO`` or ``COLORS`` is wrong
        """
        name = str(settings.get("SITENAME") or "")
        own, logo, own_colors = settings.get("SOCIAL_IMAGE"), settings.get("LOGO"), settings.get("COLORS") or {}
        problems = [*_of_image("SOCIAL_IMAGE", own), *_of_image("LOGO", logo), *colors.problems(own_colors)]
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
            logo=str(logo or ""),
            colors=colors.complete(own_colors),
            style=f"{colors.FILE}?{colors.version(own_colors)}" if own_colors else "",
            menu=frozenset(f"{path}index.html" for _name, path in settings.get("MENUITEMS") or ()),
        )

    def whole(self, path: str) -> str:
        """Return the whole address of a path from the site's root."""
        return f"{self.address}/{quote(path)}"

    @property
    def image_address(self) -> str:
        """The whole address of the picture."""
        return self.whole(self.image)


def _of_image(setting: str, path: object) -> list[str]:
    if not path or (isinstance(path, str) and ".." not in PurePosixPath(path).parts and path[0] != "/"):
        return []
    return [f"{setting}: expected None or a path from the site's root, such as 'images/card.png', found {path!r}"]
