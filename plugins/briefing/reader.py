"""The Pelican reader of posts: a post to HTML and to the metadata that Pelican, feeds and any theme use."""

from __future__ import annotations

import datetime
import logging
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape
from pelican.readers import MarkdownReader
from pelican.urlwrappers import Category, Tag

from briefing import post
from briefing.presenting import Presented, Presenter
from briefing.rendering import MarkdownRenderer

logger = logging.getLogger(__name__)


class PostReader(MarkdownReader):  # type: ignore[misc]  # Pelican has no types
    """Reads ``.md`` files: posts below ``POSTS_PATH`` as stories, any other as Pelican's Markdown reader does."""

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self._posts = Path(settings["POSTS_PATH"]).resolve()
        self._timezone = ZoneInfo(settings["TIMEZONE"])
        self._presenter = Presenter(settings)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML and the metadata of a file.

        :raises PostError: if it is a post that does not parse
        """
        path = Path(source_path)
        if path.resolve().parent != self._posts:
            html, metadata = super().read(source_path)
            return html, metadata
        try:
            presented = self._presenter.present(path)
        except post.PostError as error:
            logger.error("%s", error)  # noqa: TRY400 - of this one Pelican logs no more than the file's name
            raise
        return presented.html, self._metadata(presented)

    def _metadata(self, presented: Presented) -> dict[str, Any]:
        """Return what Pelican, feeds and any theme use; texts are HTML there."""
        story = presented.story
        # Pelican cannot write a draft that has no category.
        category = story.category or (self.settings["DEFAULT_CATEGORY"] if story.status == "draft" else None)
        metadata = {
            "title": escape(story.title.text or ""),
            "date": datetime.datetime.combine(story.date, datetime.time(), self._timezone),
            "added": story.added,
            "modified": story.modified,
            "slug": story.slug,
            "status": story.status,
            "lang": story.language,
            "tags": [
                tag for topic in story.topics if (tag := Tag(topic, self.settings)).slug
            ],  # signs alone have no address
            "category": Category(category, self.settings) if category else None,
            "summary": Markup(presented.description),  # noqa: S704 - the template escapes
            "story_id": story.id,
            "story": story,
            "view": presented.view,
        }
        stated = {key: value for key, value in metadata.items() if value is not None}
        own = {key: self._own(key, value) for key, value in story.metadata}
        return stated | {key: value for key, value in own.items() if key == "summary" or key not in stated}

    def _own(self, key: str, text: str) -> Any:
        """Return a value of an editor's further front matter, as Pelican's Markdown reader gives it."""
        if key in self.settings["FORMATTED_FIELDS"]:
            return self.process_metadata(key, Markup(MarkdownRenderer(()).render(text)))  # noqa: S704 - an editor's
        return self.process_metadata(key, text)
