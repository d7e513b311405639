"""The feed as a whole: what stands above its items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.addresses import on_site, scheme
from feeds.identity import made
from feeds.markup import name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from feeds.item import Item
    from feeds.site import Site

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")  # the form of RFC 5646


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed without its items. ``address`` is its own, ``link`` the site's front page.

    ``updated`` is when the newest of its items was added or changed, None without items. ``language`` is None where
    the setting is no language tag.
    """

    id: str
    title: str
    description: str
    link: str
    address: str
    author: str
    language: str | None
    updated: datetime | None

    @classmethod
    def over(cls, items: Sequence[Item], site: Site, place: str, title: object) -> Channel:
        """Return the channel of a feed with these items.

        Args:
            items: what the feed holds.
            site: where it is from.
            place: where it stands, from the site's root.
            title: the name of what it is about (a tag, a category, an author), None if it is about the whole site.

        """
        address = on_site(site.feeds, place)
        about = name(title)
        return cls(
            # A feed's address is the one thing that tells it from all others; without a host nothing does.
            id=address if scheme(address) else made(f"feed:{site.name}:{place}"),
            title=f"{site.name} - {about}" if about else site.name,
            description=site.description,
            link=f"{site.address}/",
            address=address,
            author=site.author,
            language=_language(items, site),
            updated=max((max(item.published, item.updated) for item in items), default=None),
        )


def _language(items: Sequence[Item], site: Site) -> str | None:
    """Tell DEFAULT_LANG, but in a feed whose items share another language (as translation feeds do) that one."""
    shared = {item.language.lower() for item in items}
    another = len(shared) == 1 and site.language.lower() not in shared
    tag = (shared.pop() if another else site.language).replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else None
