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


def seal(text: str) -> bytes:
    """Return a post, in UTF-8, with its ``made`` line: the SHA-256 of its bytes without that line."""
    content = text.encode("utf-8", "surrogatepass")
    end = content.find(b"\n---\n", 3) + 1 or len(content)
    return b"%bmade: %b\n%b" % (content[:end], hashlib.sha256(content).hexdigest().encode(), content[end:])


def seal_as_edited(text: str, written: str) -> str:
    """Return a sealed post with the seal of another, so that it counts as edited wherever it differs from that.

    :param text: a post that was merged with an editor's work
    :param written: the post without that work, which is kept as the text as written
    """
    own, other = (_MADE.search(post, 0, _front_matter_end(post)) for post in (text, written))
    return text if own is None or other is None else text[: own.start()] + other[0] + text[own.end() :]


def is_edited(text: str) -> bool:
    """Return whether a post is other than it was written; one without a ``made`` line was written by hand.

    Line ends and a byte order mark do not count: a checkout or an editor's program may change them.
    """
    text = re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))
    match = _MADE.search(text, 0, _front_matter_end(text))
    return match is None or match["digest"] != _digest(text[: match.start()] + text[match.end() :])
