"""What tells about the person who saved a page: found in its lines and in file names, and dropped.

Pages saved through a library name that library above the headline; saved files hold local paths, account
names and the hosts of proxies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.documents.lines import Line

_BANNER_START = re.compile(r"you are connecting from\b", re.IGNORECASE)
_BANNER_END = re.compile(r"please log ?in or register\b", re.IGNORECASE)
_BANNER_LINES = 6  # a banner longer than this has lost its end

_PRIVATE_LINE = re.compile(
    r"""
      ^institutional\ access$
    | \b(?:signed|logged)\ in\ as\b
    | \blibrary\ card\ (?:number|no\b)
    | \bfile:///
    | \b[a-z]:\\(?:users|documents\ and\ settings)\\
    | (?:^|[\s"'(=])/(?:home|users)/[^/\s]+/
    | https?://[^/\s]*\b(?:proxy|ezproxy|libproxy|idm\.oclc)\b
    | https?://[^/\s]*(?:ezproxy|libproxy|\.proxy\.)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ACCOUNT_IN_NAME = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w.-]*(?:ezproxy|libproxy)[\w.-]*(?=[/_ -]|$)", re.IGNORECASE)
_MASK = "private"
_LONG_ENOUGH = 5  # letters: shorter pieces of a banner name nobody


def drop_private(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return the lines that may be shown, and the texts of those that may not."""
    kept: list[Line] = []
    private: list[str] = []
    banner_left = 0
    for index, line in enumerate(lines):
        if _BANNER_START.search(line.text):
            banner_left = _banner_length(lines[index:])
        if banner_left or _PRIVATE_LINE.search(line.text):
            private.append(line.text)
        else:
            kept.append(line)
        banner_left = max(0, banner_left - 1)
    return tuple(kept), tuple(private)


def _banner_length(lines: Sequence[Line]) -> int:
    """Return how many lines a banner has; one that lost its end is its first line and the institution's."""
    for length, line in enumerate(lines[:_BANNER_LINES], 1):
        if _BANNER_END.search(line.text):
            return length
    return 2


def mask_name(name: str, private: Sequence[str]) -> str:
    """Return a file's name without what ``private`` lines or an account would tell.

    :param name: path below the documents folder, with ``/``
    """
    for text in private:
        if _BANNER_START.search(text) or _BANNER_END.search(text):
            continue
        words = re.findall(r"\w+", text)
        if sum(map(len, words)) >= _LONG_ENOUGH and text.lower() != "institutional access":
            name = re.sub(r"[\W_]*".join(map(re.escape, words)), _MASK, name, flags=re.IGNORECASE)
    return _ACCOUNT_IN_NAME.sub(_MASK, name)
