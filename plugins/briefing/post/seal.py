"""The seal of a post, its ``made`` line: whether the post is still as it was written."""

from __future__ import annotations

import hashlib
import re

_MADE = re.compile(r"^made: (?P<digest>\w*)\n", re.MULTILINE)


def _front_matter_end(text: str) -> int:
    end = text.find("\n---\n", 3)
    return end + 1 if end >= 0 else len(text)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def seal(text: str) -> str:
    """Return a post with its ``made`` line: the SHA-256 of its UTF-8 bytes without that line."""
    end = _front_matter_end(text)
    return f"{text[:end]}made: {_digest(text)}\n{text[end:]}"


def is_edited(text: str) -> bool:
    """Return whether a post is other than it was written; one without a ``made`` line was written by hand.

    Line ends and a byte order mark do not count: a checkout or an editor's program may change them.
    """
    text = re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))
    match = _MADE.search(text, 0, _front_matter_end(text))
    return match is None or match["digest"] != _digest(text[: match.start()] + text[match.end() :])
