"""Posts: a story as plain standard Markdown, and back. The grammar is described in ``docs/format.md``.

``read(write(story)) == story`` for every story without an editor's values whose texts are single trimmed lines
of valid Unicode without control characters.
"""

from briefing.post.blocks import decode
from briefing.post.problems import PostError
from briefing.post.reading import read
from briefing.post.seal import is_edited, seal_as_edited
from briefing.post.writing import encode, write

__all__ = ["PostError", "decode", "encode", "is_edited", "read", "seal_as_edited", "write"]
