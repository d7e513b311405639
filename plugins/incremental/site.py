"""What every piece of work on a site needs to know, in a form that can be handed to another process."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache

from briefing.presenting import Presenter
from briefing.story import Story
from briefing.texts import Texts
from edition.archive import Entry
from edition.belonging import Belonging
from edition.row import TopicName, make_row
from feeds.site import Site as FeedSite
from incremental.keys import set_locale
from incremental.templates import Templates, bytecode_in


@dataclass(frozen=True, slots=True)
class Site:
    """A site as one build finds it.

    ``key`` tells settings, templates and the outlet table from all others; two sites with one key are the same.
    ``staging`` is the folder to write to.
    """

    key: str
    settings: Mapping[str, Any] = field(compare=False)
    staging: Path = field(compare=False)

    @property
    def cache(self) -> Path:
        """The folder of what can always be deleted."""
        return Path(self.settings["CACHE_PATH"])

    @property
    def posts(self) -> Path:
        """The folder of posts."""
        return Path(self.settings["POSTS_PATH"])

    @property
    def presenter(self) -> Presenter:
        """What presents posts; made once in each process."""
        return _presenter(self)

    @property
    def templates(self) -> Templates:
        """The theme's templates; made once in each process."""
        return _templates(self)

    @property
    def bytecode(self) -> BytecodeCache:
        """Where compiled templates are kept."""
        return bytecode_in(self.cache, Texts.chosen(self.settings))

    @property
    def of_feeds(self) -> FeedSite:
        """The site as its feeds know it."""
        return FeedSite.of(self.settings, self.settings)

    @property
    def has_data(self) -> bool:
        """Whether data stands beside the pages."""
        return bool(self.settings.get("DATA_FILES", True))

    def entry(self, story: Story, url: str, topics: Iterable[TopicName]) -> Entry:
        """Return a published story as listings know it.

        :param url: of its page, from the site's root
        :param topics: its topics that have a page
        """
        return Entry(make_row(story, url, topics), _belonging(self).of(story))

    def context(self, file: str, **values: Any) -> dict[str, Any]:
        """Return what a template of a page's file is given, as Pelican's writer does."""
        site_url = self.settings["SITEURL"]
        return {**self.settings, "localsiteurl": site_url, "output_file": file, **values}

    def write(self, path: str, content: bytes) -> None:
        """Write a file of the site to where it waits to be put in place."""
        file = f"{self.staging}/{path}"
        try:
            _write(file, content)
        except FileNotFoundError:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            _write(file, content)


def _write(file: str, content: bytes) -> None:
    with open(file, "wb", buffering=0) as written:  # noqa: PTH123 - tens of thousands of files are written
        written.write(content)


@functools.lru_cache(maxsize=1)
def _belonging(site: Site) -> Belonging:
    return Belonging(site.settings)


@functools.lru_cache(maxsize=1)
def _presenter(site: Site) -> Presenter:
    return Presenter(site.settings, site.bytecode)


@functools.lru_cache(maxsize=1)
def _templates(site: Site) -> Templates:
    set_locale(site.settings)  # this may be a process of its own
    return Templates(site.settings, site.bytecode)
