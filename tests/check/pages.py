"""The pages of a built site, and of each kind a few."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

_KIND = re.compile(r'<body class="([^" ]*)')
STORY = "story"
"""The kind of a story's page."""


def all_pages(output: Path) -> list[Path]:
    """Return the files of all pages, sorted."""
    return sorted(output.rglob("*.html"))


def by_kind(output: Path, most: int = 2) -> dict[str, list[str]]:
    """Return at most ``most`` pages of each kind, as addresses below the site's root: the longest and the shortest.

    A kind is what the page's ``body`` has as its class.
    """
    found: dict[str, list[Path]] = defaultdict(list)
    for path in all_pages(output):
        kind = _KIND.search(path.read_text(encoding="utf-8"))
        if kind:
            found[kind[1]].append(path)
    return {kind: _few(sorted(paths, key=_size), output, most) for kind, paths in sorted(found.items())}


def _few(paths: list[Path], output: Path, most: int) -> list[str]:
    chosen = dict.fromkeys([*paths[-1:], *paths[: most - 1]])
    return [path.relative_to(output).as_posix().removesuffix("index.html") for path in chosen]


def _size(path: Path) -> tuple[int, str]:
    return path.stat().st_size, path.as_posix()
