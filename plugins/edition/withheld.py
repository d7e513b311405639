"""Saved pages and posts as written never reach the output: they are others' texts, and may tell who saved them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

logger = logging.getLogger(__name__)

Test = Callable[[Path], bool]


def problems(settings: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with settings that would publish whole posts."""
    if settings.get("OUTPUT_SOURCES") and settings.get("RIGHTS", "full") != "full":
        return ["OUTPUT_SOURCES copies whole posts, which RIGHTS hold back: switch it off, or set RIGHTS to full"]
    return []


def read_documents(settings: Mapping[str, Any], contents: Mapping[str, Any]) -> list[str]:
    """Return a problem for each document that Pelican was told to read as an article or a page.

    :param contents: Pelican's ``generated_content``: path below the content folder -> content, or None
    """
    is_document = _is_document(settings)
    return [
        f"{path} is a document, never a page: take its folder out of ARTICLE_PATHS and PAGE_PATHS"
        for path in sorted(contents)
        if is_document(Path(settings["PATH"], path))
    ]


def withhold(generator: Any) -> None:
    """Take what must not be published out of Pelican's static files; links to it stay dead.

    :param generator: Pelican's static generator, once it has found its files
    """
    is_document, is_post = _is_document(generator.settings), _is_post(generator.settings)
    for static in tuple(generator.staticfiles):
        path = Path(generator.path, static.source_path)
        if is_document(path) or is_post(path):
            name = static.get_relative_source_path()
            logger.warning("%s is not copied to the site: documents and posts are never published as they are", name)
            generator.staticfiles.remove(static)
            generator.context["static_content"].pop(name, None)


def _is_document(settings: Mapping[str, Any]) -> Test:
    """Return what tells whether a file lies in the folder of documents."""
    usual = Path(settings["PATH"], "documents")
    return _lies_in({usual, Path(settings.get("DOCUMENTS_PATH") or usual)})


def _is_post(settings: Mapping[str, Any]) -> Test:
    """Return what tells whether a file is a post, or a post's text as written, which stands in a hidden folder."""
    if not settings.get("POSTS_PATH"):
        return lambda _path: False
    posts = Path(settings["POSTS_PATH"])
    below_posts = _lies_in([posts])
    kept = _lies_in(folder for folder in posts.glob(".*") if folder.is_dir())
    return lambda path: kept(path) or (path.suffix.lower() == ".md" and below_posts(path))


def _lies_in(folders: Iterable[Path]) -> Test:
    """Return what tells whether a file lies below a folder: by identity, for a name may be in other case or a link."""
    folders = tuple(folders)

    @cache
    def is_one(folder: Path) -> bool:
        return any(_is_same(folder, one) for one in folders)

    @cache
    def lies_in_one(folder: Path) -> bool:
        real = folder.resolve()
        return any(map(is_one, (real, *real.parents)))

    return lambda path: lies_in_one((path.resolve() if path.is_symlink() else path).parent)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
