"""What a feed takes from Pelican's settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

from feeds.markup import plain
from feeds.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Site:
    """The site as its feeds know it. Texts are plain; addresses have no slash at the end.

    ``address`` is SITEURL and ``feeds`` FEED_DOMAIN. ``items`` is FEED_MAX_ITEMS, None for all. ``summary_only`` is
    RSS_FEED_SUMMARY_ONLY, ``reference`` FEED_APPEND_REF.
    """

    address: str
    feeds: str
    name: str
    description: str
    author: str
    language: str
    timezone: ZoneInfo
    default_category: str
    items: int | None
    summary_only: bool
    reference: bool

    @classmethod
    def of(cls, context: Mapping[str, Any], settings: Mapping[str, Any]) -> Self:
        """Return the site of Pelican's context (for names and addresses, as its own feeds do) and settings."""
        address = str(context.get("SITEURL") or "").rstrip("/")
        name = plain(str(context.get("SITENAME") or "")) or f"{address}/"
        return cls(
            address=address,
            feeds=str(context.get("FEED_DOMAIN") or address).rstrip("/"),
            name=name,
            description=plain(str(context.get("SITESUBTITLE") or "")) or name,
            author=one_line(str(context.get("AUTHOR") or "")) or name,
            language=str(context.get("DEFAULT_LANG") or "en"),
            timezone=ZoneInfo(settings.get("TIMEZONE") or "UTC"),
            default_category=str(settings.get("DEFAULT_CATEGORY") or ""),
            items=settings.get("FEED_MAX_ITEMS"),
            summary_only=bool(settings.get("RSS_FEED_SUMMARY_ONLY")),
            reference=bool(settings.get("FEED_APPEND_REF")),
        )
