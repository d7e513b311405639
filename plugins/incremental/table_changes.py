"""What a change of the outlet table makes again: stories of the outlets whose rows changed, their pages, *For you*."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.post import PostError
from briefing.story import Story
from edition import outlet_table
from edition.belonging import outlet_names
from edition.slugs import slug_of
from incremental.build import UnreadError
from incremental.changes import Changes
from incremental.index import Index
from incremental.post_records import PostRecords

_FACT = "outlets"


def add(changes: Changes, index: Index, settings: Mapping[str, Any]) -> None:
    """Add what rows that changed since the last build make again.

    :raises UnreadError: if the table does not parse
    """
    if not changes.all and not changes.is_table_changed:
        return
    try:
        changes.prints = outlet_table.read(settings).prints()
    except PostError as error:
        raise UnreadError(error.problems) from error
    if changes.all:
        return
    old, new = index.fact(_FACT) or {}, changes.prints
    changed = {slug for slug in old.keys() | new.keys() if old.get(slug) != new.get(slug)}
    name = Path(settings["OUTLETS_PATH"]).name
    slug = functools.cache(functools.partial(slug_of, settings=settings))
    for post, record in PostRecords(index).all():
        touched = [outlet for outlet in record.get(_FACT, ()) if slug(outlet) in changed]
        if touched:
            changes.posts.setdefault(post, f"{name} says something else of {touched[0]}")
    if any(old.get(at, ["", "", ""])[2] != new.get(at, ["", "", ""])[2] for at in changed):
        changes.owners.setdefault("for_you", f"{name} joins other names")
    for page in sorted({rows[slug][0] for rows in (old, new) for slug in changed if slug in rows}):
        changes.owners.setdefault(f"outlet {page}", f"{name} says something else of it")


def note(changes: Changes, index: Index) -> None:
    """Note the rows that the site is made of now."""
    if changes.prints is not None:
        index.note(_FACT, changes.prints)


def names_in(story: Story) -> dict[str, list[str]]:
    """Return by which outlets a story is found again where their rows change, to be recorded of its post.

    Their slugs are worked out when a row changes: that is seldom, and takes long for each story.
    """
    names = sorted(set(outlet_names(story)))
    return {_FACT: names} if names else {}
