"""A post as readers see it: its story, held to the site's ``RIGHTS``, and HTML by the theme's partial templates."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import BytecodeCache, Environment, FileSystemLoader

from briefing import editing, files, post, rights
from briefing.rendering import MarkdownRenderer
from briefing.settings import BOXES, PARTIALS
from briefing.story import Story
from briefing.templating import QuickEnvironment
from briefing.texts import Texts
from briefing.translating import install
from briefing.view import View

TEMPLATES = ("briefing/story.html", "briefing/description.html")
"""The templates that are rendered here."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Read:
    """A post's story, held to the site's ``RIGHTS``.

    ``is_edited``: what is shown depends on the post's text as it was written too. ``digest``: what tells the post from
    all others.
    """

    story: Story
    is_edited: bool
    digest: str


@dataclass(frozen=True)
class Presented:
    """A story as it is shown: whole, as ``html``; the rest as of :class:`Read`."""

    story: Story
    view: View
    html: str
    is_edited: bool
    digest: str
    templates: Environment

    @cached_property
    def description(self) -> str:
        """The story in short, as HTML; made when it is asked for, since not every page and feed shows it."""
        return _render(self.templates, "description", self.story, self.view).strip()


class Presenter:
    """Presents the posts of a site."""

    def __init__(self, settings: Mapping[str, Any], bytecode: BytecodeCache | None = None) -> None:
        """Take the site's settings, complete, and where compiled templates are kept."""
        self._timezone = ZoneInfo(settings["TIMEZONE"])
        self._rights = settings["RIGHTS"]
        self._boxes = frozenset(settings.get("STORY_BOXES", BOXES))
        self.templates = QuickEnvironment(
            loader=FileSystemLoader([Path(settings["THEME"]) / "templates", PARTIALS]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=bytecode,
            auto_reload=False,  # they are made anew when a template changes
        )
        install(self.templates, Texts.chosen(settings))

    def present(self, path: Path) -> Presented:
        """Return the story of a post, and its HTML.

        :raises PostError: if the post does not parse
        """
        return self.show(self.read(path))

    def read(self, path: Path) -> Read:
        """Return what a post has for readers: the first half of presenting it.

        :raises PostError: if the post does not parse
        """
        content = path.read_bytes()
        read, is_edited = _read(path, content, self._timezone)
        return Read(rights.hold_to(read, self._rights), is_edited, files.digest(content))

    def show(self, read: Read) -> Presented:
        """Return a post as readers see it: the second half."""
        story = read.story
        view = View(story, MarkdownRenderer(story.additions).render, self._boxes)
        html = _render(self.templates, "story", story, view)
        return Presented(story, view, html, read.is_edited, read.digest, self.templates)


def _render(templates: Environment, name: str, story: Story, view: View) -> str:
    return templates.get_template(f"briefing/{name}.html").render(story=story, view=view)


def read_story(path: Path, timezone: datetime.tzinfo) -> Story:
    """Return the story of a post, with an editor's changes told from the page's values.

    :raises PostError: if the post does not parse
    """
    return _read(path, path.read_bytes(), timezone)[0]


def _read(path: Path, content: bytes, timezone: datetime.tzinfo) -> tuple[Story, bool]:
    text = post.decode(content, path.name)
    story = post.read(text, path.name, timezone)
    if story.document is None or not post.is_edited(text):
        return story, False
    made = files.made_path(path)
    if not made.is_file():
        name = f"{made.parent.name}/{made.name}"
        logger.warning("%s was edited, but %s is missing: what the page had cannot be shown", path.name, name)
        return editing.doubt(story), True
    return editing.attribute(story, post.read(post.decode(made.read_bytes(), made.name), made.name, timezone)), True
