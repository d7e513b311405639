"""What an editor may want to add to posts that were written by hand."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.corpus import KnownPost
from briefing.story import Story


def hint(known: KnownPost, story: Story) -> Iterator[str]:
    """Yield the lines to paste into a post that was written by hand, in one text; none if it has them.

    :param known: what its front matter tells
    :param story: what it is read as
    """
    usual = {"story_id": story.id, "added": story.added.isoformat(), "slug": story.slug}
    missing = "".join(f"\n    {key}: {value}" for key, value in usual.items() if not known.says(key))
    if missing:
        yield f"written by hand: {known.name}: to keep its address and feed id for good, add{missing}"
