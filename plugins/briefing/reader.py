"""The Pelican reader of posts: a post to a story, and the story to HTML by the theme's partial templates."""

from __future__ import annotations

import datetime
import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import markdown
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from pelican.readers import MarkdownReader
from pelican.urlwrappers import Category, Tag

from briefing import corpus, editing, post, rights
from briefing.story import Story
from briefing.view import View

# Where a theme has no partials of its own, those of this project's theme are used.
PARTIALS = Path(__file__).parents[2] / "theme" / "templates"
_EXTENSIONS = ("markdown.extensions.extra", "markdown.extensions.sane_lists")
_NOTE_USED = re.compile(r"\[\^([^\]\s]+)\]")

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

        :raises PostError: if it is a post that does not parse; Pelican logs it with the file's name
        """
        path = Path(source_path)
        if path.resolve().parent != self._posts:
            html, metadata = super().read(source_path)
            return html, metadata
        story = rights.hold_to(read_story(path, self._timezone), self._rights)
        view = View(story, _markdown_renderer(story))
        content = self._templates.get_template("briefing/story.html").render(story=story, view=view)
        return content, self._metadata(story, view)

    def _metadata(self, story: Story, view: View) -> dict[str, Any]:
        """Return what Pelican, feeds and any theme use; texts are HTML there."""
        own = {key: self.process_metadata(key, value) for key, value in story.metadata}
        metadata = own | {
            "title": escape(story.title.text or ""),
            "date": datetime.datetime.combine(story.date, datetime.time(), self._timezone),
            "added": story.added,
            "slug": story.slug,
            "status": story.status,
            "tags": [Tag(topic, self.settings) for topic in story.topics],
            "summary": _summary(story),
            "story_id": story.id,
            "story": story,
            "view": view,
        }
        if story.modified:
            metadata["modified"] = story.modified
        if story.category:
            metadata["category"] = Category(story.category, self.settings)
        return metadata


def read_story(path: Path, timezone: datetime.tzinfo) -> Story:
    """Return the story of a post, with an editor's changes told from the page's values.

    :raises PostError: if the post does not parse
    """
    text = path.read_text(encoding="utf-8")
    story = post.read(text, path.name, timezone)
    made = corpus.made_path(path)
    if story.document is None or not post.is_edited(text):
        return story
    if not made.is_file():
        logger.warning("%s was edited, but %s/%s is missing: its changes cannot be shown", path.name, made.parent.name, made.name)
        return story
    return editing.attribute(story, post.read(made.read_text(encoding="utf-8"), made.name, timezone))


def _summary(story: Story) -> Markup:
    """Return the standfirst, else the summary's points, as paragraphs."""
    passages = [story.standfirst] if story.standfirst and story.standfirst.text else story.summary
    return Markup("").join(Markup("<p>{}</p>").format(passage.text) for passage in passages if passage.text)


def _markdown_renderer(story: Story) -> Callable[[str], str]:
    """Return what renders an editor's Markdown, with the editor's own footnotes at hand."""
    notes = {a.markdown.partition("]:")[0][2:]: a.markdown for a in story.additions if a.section == "notes"}
    parser = markdown.Markdown(extensions=_EXTENSIONS)

    def render(text: str) -> str:
        used = [notes[label] for label in dict.fromkeys(_NOTE_USED.findall(text)) if label in notes]
        html: str = parser.reset().convert("\n\n".join([text, *used]))
        return html

    return render
