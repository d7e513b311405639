"""Whether documents have to be converted: not if nothing that conversion goes by changed since it last ran."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from incremental.index import Index
from incremental.scan import Found

_CONVERTED = "converted"


def recall(index: Index, settings: Mapping[str, Any], found: Found) -> dict[str, Any] | None:
    """Return what was told of the last conversion; None if documents have to be converted."""
    known = index.fact(_CONVERTED)
    if known is None or known["documents"] != found.documents or known["program"] != found.program:
        return None
    sources = index.posts()
    if sources.keys() != found.posts.keys():
        return None
    changed = (post for post, stamp in found.posts.items() if sources[post] != stamp)
    if any(_is_another(index, settings, post) for post in changed):
        return None
    told: dict[str, Any] = known["told"]
    return told


def note(index: Index, found: Found, told: Mapping[str, Any]) -> None:
    """Note that documents were converted, and what was told of it.

    :param found: what there was before
    """
    index.note(_CONVERTED, {"documents": found.documents, "program": found.program, "told": told})


def _is_another(index: Index, settings: Mapping[str, Any], post: str) -> bool:
    """Whether a post says something else of what conversion goes by."""
    # Imported here, since mostly no post changed.
    from briefing.corpus import KnownPost, read_text  # noqa: PLC0415
    from incremental.shelf import Shelf  # noqa: PLC0415

    kept = Shelf(index).kept(post)
    if kept is None:
        return True
    known = KnownPost.read(post, read_text(Path(settings["POSTS_PATH"]) / post))
    return bool(kept.record["known"] != known.identity)
