"""Whether documents have to be converted: not if nothing that conversion goes by changed since it last ran."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incremental.index import CONVERTED, Index
from incremental.scan import Found
from incremental.sources import Sources

if TYPE_CHECKING:  # it takes long to import, and mostly nothing is converted
    from briefing.convert.report import Report


def recall(index: Index, settings: Mapping[str, Any], sources: Sources) -> dict[str, Any] | None:
    """Return what was told of the last conversion; None if documents have to be converted."""
    known, found = index.fact(CONVERTED), sources.found
    if known is None or known["documents"] != found.documents or known["program"] != found.program:
        return None
    if not sources.has_same_posts or any(_is_another(index, settings, post) for post in sources.touched_posts):
        return None
    told: dict[str, Any] = known["told"]
    return told


def report_of_posts(index: Index) -> Report:
    """Return what conversion would report where there is no document, once a site was made of the posts."""
    from briefing.convert.report import Report  # noqa: PLC0415 - as above
    from incremental.post_records import PostRecords  # noqa: PLC0415

    posts = PostRecords(index)
    hints = (hint for record in posts.without_document() for hint in record.get("hints", ()))
    return Report(gone=posts.with_document(), hints=list(hints))


def note(index: Index, found: Found, report: Report) -> None:
    """Note that documents were converted, and what was told of it.

    :param found: what there was before
    """
    told = {"lines": list(report.needs_an_editor()), "problems": [str(one) for one in report.problems]}
    index.note(CONVERTED, {"documents": found.documents, "program": found.program, "told": told})


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
