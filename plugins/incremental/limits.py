"""What an incremental build cannot do: for what settings or a theme ask for, Pelican builds all, as ever."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # what takes long to import is imported where there is something to do
    from incremental.templates import Parts, Templates

OURS = {"briefing", "edition", "feeds"}
_OFF = (
    "ARTICLE_TRANSLATION_ID", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_JSON", "AUTHOR_FEED_RSS", "AUTHOR_SAVE_AS",
    "CACHE_CONTENT", "CATEGORY_FEED_ATOM", "CATEGORY_FEED_JSON", "CATEGORY_FEED_RSS", "CATEGORY_SAVE_AS",
    "DAY_ARCHIVE_SAVE_AS", "DEFAULT_METADATA", "DELETE_OUTPUT_DIRECTORY", "DIRECT_TEMPLATES", "EXTRA_PATH_METADATA",
    "FEED_ATOM", "FEED_JSON", "FEED_RSS", "MONTH_ARCHIVE_SAVE_AS", "OUTPUT_SOURCES", "PATH_METADATA", "READERS",
    "TAG_SAVE_AS", "TEMPLATE_PAGES", "TRANSLATION_FEED_ATOM", "TRANSLATION_FEED_JSON", "TRANSLATION_FEED_RSS",
    "USE_FOLDER_AS_CATEGORY", "YEAR_ARCHIVE_SAVE_AS",
)  # fmt: skip
_ADDRESSES = tuple(
    f"{kind}_{lang}{what}" for kind in ("ARTICLE", "DRAFT") for lang in ("", "LANG_") for what in ("URL", "SAVE_AS")
)
# What a listing is given, by its template; it is not Pelican's of the same name.
_GIVEN = {kind: {"pages"} for kind in ("topic", "outlet", "place", "blindspot")}
ALL_AT_ONCE = frozenset(
    {
        "all_articles", "articles", "articles_page", "articles_paginator", "authors", "categories", "dates",
        "dates_page", "drafts", "generated_content", "hidden_articles", "hidden_pages", "pages", "period_archives",
        "related_posts",
        "static_content", "static_links", "tags", "translations",
    }
)  # fmt: skip
"""What Pelican's context has of all articles or pages."""

_SIMPLE_DATE = re.compile(r"[^%]*(?:%[YmdHMSj][^%]*)*")

PAGE_TEMPLATES = (
    "article", "front", "day", "month", "year", "topics", "topic", "outlets", "outlet", "places", "place", "blindspot",
    "corrections", "archive", "subscribe", "for_you", "search", "404",
)  # fmt: skip
"""The templates of the files that are made without Pelican."""


def of_settings(settings: Mapping[str, Any]) -> Iterator[str]:
    """Yield why complete settings need a whole build, a clause each."""
    if not settings.get("INCREMENTAL", True):
        yield "INCREMENTAL is off"
    others = [str(plugin) for plugin in settings["PLUGINS"] or () if plugin not in OURS]
    if others:
        yield f"PLUGINS has {others[0]}"
    missing = sorted(OURS - {str(plugin) for plugin in settings["PLUGINS"] or ()})
    if missing:
        yield f"PLUGINS has no {missing[0]}"
    yield from (f"{name} is set" for name in _OFF if settings.get(name))
    if not settings["WITH_FUTURE_DATES"]:
        yield "WITH_FUTURE_DATES is off, so the site depends on the clock"
    yield from (
        f"{name} has more than slug, lang and date in it"
        for name in _ADDRESSES
        if not is_simple_address(settings[name])
    )
    yield from _of_folders(settings)


def _of_folders(settings: Mapping[str, Any]) -> Iterator[str]:
    posts = Path(settings["POSTS_PATH"])
    articles = [Path(settings["PATH"], path).resolve() for path in settings["ARTICLE_PATHS"]]
    if articles != [posts.resolve()]:
        yield "ARTICLE_PATHS is not the folder of posts alone"
    if settings.get("ARTICLE_EXCLUDES") and set(settings["ARTICLE_EXCLUDES"]) - set(settings["PAGE_PATHS"]):
        yield "ARTICLE_EXCLUDES is set"


def of_theme(templates: Templates, parts: Parts) -> Iterator[str]:
    """Yield why a theme's templates need a whole build, a clause each."""
    for name in PAGE_TEMPLATES:
        file = templates.file_of(name)
        found = parts.of(file) if file else None
        wanted = found.variables & ALL_AT_ONCE - _GIVEN.get(name, set()) if found else set[str]()
        if wanted:
            yield f"the theme's {file} asks for {min(wanted)}"


def is_simple_address(setting: object) -> bool:
    """Whether a setting such as ``ARTICLE_URL`` is made of a story's slug, language and date alone."""
    try:
        fields = list(string.Formatter().parse(str(setting)))
    except ValueError:
        return False
    for _, name, form, conversion in fields:
        plain = name in {None, "slug", "lang"} and not form
        dated = name == "date" and form is not None and _SIMPLE_DATE.fullmatch(form) is not None
        if conversion or not (plain or dated):
            return False
    return True
