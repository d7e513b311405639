"""A story as page templates and feeds know an article of Pelican."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from briefing.presenting import Presented
from edition.row import TopicName

_DRAFT = "draft"


class BeyondError(Exception):
    """A template asks for what only Pelican's own article has; the message is the attribute's name."""


class StoryPage:
    """Has the attributes of an article that this project's theme and feeds use.

    What else Pelican's articles have makes the build a whole one, so that no theme is shown less than it asks for.
    """

    template = "article"

    def __init__(
        self, presented: Presented, settings: Mapping[str, Any], topics: Sequence[TopicName], path: Path
    ) -> None:
        """Take a story, complete settings, its topics that have a page, and the post's file."""
        story = presented.story
        self._settings = settings
        self.story, self.view = story, presented.view
        self.story_id, self.slug, self.status = story.id, story.slug, story.status
        self.added, self.modified = story.added, story.modified
        self.title = escape(story.title.text or "")
        timezone = ZoneInfo(settings["TIMEZONE"])
        self.date = datetime.datetime.combine(story.date, datetime.time(), timezone)
        self._presented = presented
        self._content = presented.html
        usual = settings["DEFAULT_LANG"].lower()
        self.lang = story.language or usual
        self.in_default_lang = self.lang == usual
        self.tags = tuple(topics)
        self.category = story.category or settings["DEFAULT_CATEGORY"]
        self.author = settings.get("AUTHOR")
        self.authors = (self.author,)
        self._path = path

    def __getattr__(self, name: str) -> Any:
        if name in _OF_PELICAN:
            raise BeyondError(name)
        raise AttributeError(name)

    @property
    def relative_source_path(self) -> str:
        """The post's path below the content folder, with ``/``."""
        return Path(os.path.relpath(self._path, self._settings["PATH"])).as_posix()

    @cached_property
    def url(self) -> str:
        """Where the page is, from the site's root."""
        return self._formatted("URL")

    @cached_property
    def save_as(self) -> str:
        """The page's file below the output folder."""
        return self._formatted("SAVE_AS")

    @property
    def summary(self) -> Markup:
        """The story in short, HTML."""
        return Markup(self._presented.description)  # noqa: S704 - its template escapes

    def get_content(self, _site_url: str) -> str:
        """Return the HTML; it has no links that need the site's address."""
        return self._content

    def _formatted(self, what: str) -> str:
        kind = "DRAFT" if self.status == _DRAFT else "ARTICLE"
        setting = self._settings[f"{kind}_{'' if self.in_default_lang else 'LANG_'}{what}"]
        return str(setting).format(slug=self.slug, lang=self.lang, date=self.date)


_OF_PELICAN = frozenset(
    {
        "allowed_statuses", "content", "date_format", "default_status", "default_template", "filename",
        "get_relative_source_path", "get_siteurl", "get_static_links", "get_summary", "get_url_setting", "is_valid",
        "locale_date", "locale_modified", "mandatory_properties", "metadata", "reader", "related_posts", "relative_dir",
        "settings", "source_path", "timezone", "translations", "url_format",
    }
)  # fmt: skip
