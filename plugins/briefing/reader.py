"""The Pelican reader of posts: a post to a story, and the story to HTML by the theme's partial templates."""

from __future__ import annotations

import datetime
import logging
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from pelican.readers import MarkdownReader
from pelican.urlwrappers import Category, Tag

from briefing import corpus, editing, post, rights
from briefing.rendering import MarkdownRenderer
from briefing.story import Story
from briefing.view import View

# Where a theme has no partials of its own, those of this project's theme are used.
PARTIALS = Path(__file__).parents[2] / "theme" / "templates"

logger = logging.getLogger(__name__)


class PostReader(MarkdownReader):  # type: ignore[misc]  # Pelican has no types
    """Reads ``.md`` files: posts below ``POSTS_PATH`` as stories, any other as Pelican's Markdown reader does."""

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self._posts = Path(settings["POSTS_PATH"]).resolve()
        self._timezone = ZoneInfo(settings["TIMEZONE"])
        self._rights = settings["RIGHTS"]
        folders = [Path(settings["THEME"]) / "templates", PARTIALS]
        self._templates = Environment(
            loader=FileSystemLoader(folders), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML and the metadata of a file.

        :raises PostError: if it is a post that does not parse
        """
        path = Path(source_path)
        if path.resolve().parent != self._posts:
            html, metadata = super().read(source_path)
            return html, metadata
        try:
            story = rights.hold_to(read_story(path, self._timezone), self._rights)
        except post.PostError as error:
            logger.error("%s", error)  # noqa: TRY400 - of this one Pelican logs no more than the file's name
            raise
        view = View(story, MarkdownRenderer(story.additions).render)
        return self._render("story", story, view), self._metadata(story, view)

    def _render(self, name: str, story: Story, view: View) -> str:
        return self._templates.get_template(f"briefing/{name}.html").render(story=story, view=view)

    def _metadata(self, story: Story, view: View) -> dict[str, Any]:
        """Return what Pelican, feeds and any theme use; texts are HTML there."""
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
            "summary": Markup(self._render("description", story, view).strip()),  # noqa: S704 - the template escapes
            "story_id": story.id,
            "story": story,
            "view": view,
        }
        stated = {key: value for key, value in metadata.items() if value is not None}
        own = {key: self._own(key, value) for key, value in story.metadata}
        return stated | {key: value for key, value in own.items() if key == "summary" or key not in stated}

    def _own(self, key: str, text: str) -> Any:
        """Return a value of an editor's further front matter, as Pelican's Markdown reader gives it."""
        if key in self.settings["FORMATTED_FIELDS"]:
            return self.process_metadata(key, Markup(MarkdownRenderer(()).render(text)))  # noqa: S704 - an editor's
        return self.process_metadata(key, text)


def read_story(path: Path, timezone: datetime.tzinfo) -> Story:
    """Return the story of a post, with an editor's changes told from the page's values.

    :raises PostError: if the post does not parse
    """
    text = post.decode(path.read_bytes(), path.name)
    story = post.read(text, path.name, timezone)
    if story.document is None or not post.is_edited(text):
        return story
    made = corpus.made_path(path)
    if not made.is_file():
        name = f"{made.parent.name}/{made.name}"
        logger.warning("%s was edited, but %s is missing: what the page had cannot be shown", path.name, name)
        return editing.doubt(story)
    return editing.attribute(story, post.read(post.decode(made.read_bytes(), made.name), made.name, timezone))
