"""JSON Feed (https://www.jsonfeed.org/version/1/): what the other feeds tell, for programs that read JSON.

Version 1, which all of these programs and all checkers know: what 1.1 has beyond it is languages, and several authors.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from feeds.addresses import scheme
from feeds.markup import in_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from feeds.channel import Channel
    from feeds.item import Item

VERSION = "https://jsonfeed.org/version/1"
MEDIA_TYPE = "application/feed+json"


def json_feed(channel: Channel, items: Sequence[Item], *, with_content: bool = True) -> str:
    """Return the feed of these items, in their order, as JSON with a line end after it.

    Args:
        channel: what stands above the items.
        items: what the feed holds.
        with_content: whether the items have their whole content, else their summary in its place.

    """
    feed = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": _whole(channel.link),
        "feed_url": _whole(channel.address),
        "description": channel.description,
        "author": {"name": channel.author},
    }
    told = [_item(item, with_content=with_content) for item in items]
    return json.dumps({**_stated(feed), "items": told}, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item, *, with_content: bool) -> dict[str, Any]:
    content = (with_content and item.content) or item.summary
    told = {
        "id": item.id,
        "url": _whole(item.link),
        "title": item.title,
        "summary": in_one_line(item.summary) if content != item.summary else "",  # else it would say all again
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat() if item.updated != item.published else None,
        "author": {"name": ", ".join(item.creators)},
        "tags": list(item.categories),
    }
    return {**_stated(told), "content_html": content}  # which each item must have


def _whole(address: str) -> str | None:
    """Return an address if it is whole, as those of a site without SITEURL are not: no other means anything here."""
    return address if scheme(address) else None


def _stated(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is told without what is not there: the format has no null, and an empty list says nothing."""
    return {key: value for key, value in told.items() if value}
