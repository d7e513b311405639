"""The site as its pages' heads, its data for search engines and its manifest name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Self
from urllib.parse import quote

from briefing.story import Story
from edition import colors
from edition.checks import SettingsError
from edition.images import picture

_DEFAULT_IMAGE = "social.png"


@dataclass(frozen=True, slots=True)
class SocialImage:
    """The picture that stands for a page elsewhere: whole address, size in pixels where it is known, what it shows."""

    address: str
    size: tuple[int, int] | None
    text: str


@dataclass(frozen=True, slots=True)
class Brand:
    """What a site is called and known by. ``address`` is ``SITEURL``, and has no slash at its end.

    ``static`` is the way from the site's root to the theme's static files, ``image`` the picture that stands for pages
    elsewhere; its size is known of the theme's own only. ``has_story_images``: stories have their own. ``logo`` stands
    in the place of the name, where there is one. ``colors`` are those of pages, by scheme and use, and ``style`` is the
    address of the style sheet that has them, from the site's root; empty where they are the theme's.
    ``menu`` has the files of the pages that an editor's own menu leads to.
    """

    address: str
    name: str
    description: str
    language: str
    static: str
    image: SocialImage
    has_story_images: bool
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
        address = str(settings.get("SITEURL") or "").rstrip("/")
        image = _whole(address, str(own) if own else f"{static}/{_DEFAULT_IMAGE}")
        return cls(
            address=address,
            name=name,
            description=str(settings.get("SITESUBTITLE") or "") or name,
            language=str(settings.get("DEFAULT_LANG") or "en"),
            static=static,
            image=SocialImage(image, None if own else picture.SIZE, name),
            has_story_images=picture.is_on(settings),
            logo=str(logo or ""),
            colors=colors.complete(own_colors),
            style=f"{colors.FILE}?{colors.version(own_colors)}" if own_colors else "",
            menu=frozenset(f"{path}index.html" for _name, path in settings.get("MENUITEMS") or ()),
        )

    def whole(self, path: str) -> str:
        """Return the whole address of a path from the site's root."""
        return _whole(self.address, path)

    def image_of(self, story: Story | None, url: str) -> SocialImage:
        """Return the picture that stands for the page of a story: its own, where it is published and has a headline.

        :param url: of the page, from the site's root
        """
        if not self.has_story_images or story is None or story.status != "published" or not story.title.text:
            return self.image
        path = picture.beside(url)
        return SocialImage(self.whole(path), picture.SIZE, story.title.text) if path else self.image


def _whole(address: str, path: str) -> str:
    return f"{address}/{quote(path)}"


def _of_image(setting: str, path: object) -> list[str]:
    if not path or (isinstance(path, str) and ".." not in PurePosixPath(path).parts and path[0] != "/"):
        return []
    return [f"{setting}: expected None or a path from the site's root, such as 'images/card.png', found {path!r}"]
