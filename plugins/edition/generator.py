"""The Pelican generator of listings and data."""

from __future__ import annotations

import functools
import logging
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.utils import sanitised_join

from briefing.cores import usable_cores
from briefing.workers import Crew
from edition import schema
from edition.archive import ArchiveInMemory, Entry
from edition.belonging import Belonging
from edition.checks import BuildError, Planned
from edition.content_pages import content_pages
from edition.data import Data, story_data, to_bytes
from edition.images import picture
from edition.images.store import Store
from edition.listings import Listings
from edition.root_files import root_files
from edition.row import TopicName, make_row
from edition.sitemaps import Sitemaps
from edition.stories import StoryFiles

logger = logging.getLogger(__name__)

SHOW = "SHOW_PROGRESS"
"""Not for settings files: what names, for one run, a function that takes what is being done, and how far it is."""


class EditionGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Makes the pages that list stories, and the data of stories.

    Listings and ``stories.json`` have the published stories; a hidden one has a page, and so its ``index.json``.
    Articles without a ``story``, another plugin's, are left alone. A listing whose template the theme lacks is left
    out with a warning, so that any theme shows the stories themselves.
    """

    def generate_context(self) -> None:
        """Make rows of the articles that Pelican's own generators have read; they come before this one.

        :raises SettingsError: if ``STORIES_PER_PAGE`` is no page size
        :raises BuildError: if an editor's word on an edition is wrong
        """
        belonging = Belonging(self.settings)
        published = list(_stories(self.context["articles"]))
        self._with_data = [*published, *_stories(self.context["hidden_articles"])]
        self._archive = ArchiveInMemory(
            Entry(make_row(article.story, article.url, _topics(article)), belonging.of(article.story))
            for article in published
        )
        listings = Listings(self._archive, self.settings)
        checked = listings.editions.check(self._archive, listings.editions.names())
        for warning in checked.warnings.values():
            logger.warning(warning)
        if checked.problems:
            raise BuildError(checked.problems)
        there = functools.cache(self._has_template)  # which warns where there is none
        self._listings = tuple(one for one in listings.all() if there(one.template))
        own = content_pages(self.context["pages"], self.settings)
        self._images = (
            picture.Wanted.of(self._archive.newest(), self.settings) if picture.is_on(self.settings) else None
        )
        self._sitemaps = Sitemaps(self._archive, listings, own, self.settings, there)

    def planned(self) -> Iterator[Planned]:
        """Yield the files that :meth:`generate_output` will make, but for those beside a story's page."""
        for listing in self._listings:
            yield Planned(listing.file, f"the theme's template {listing.template}")
        yield from (Planned(path, "the site's settings") for path in root_files(self.settings))
        yield from (Planned(path, "the setting STORY_IMAGES") for path in (self._images.keys if self._images else ()))

    def generate_output(self, writer: Any) -> None:
        """Write the listings through Pelican's writer, and the data."""
        relative = self.settings["RELATIVE_URLS"]
        for listing in self._listings:
            template = self.get_template(listing.template)
            writer.write_file(listing.file, template, self.context, relative_urls=relative, **listing.values)
        for path, content in self._sitemaps.all():
            self._write(path, content)
        for path, make in root_files(self.settings).items():
            self._write(path, make())
        if self._images:
            self._write_images(self._images)
        if not self.settings.get("DATA_FILES", True):
            return
        for article in self._with_data:
            self._write(_data_path(article.save_as), to_bytes(self._data(article)))
        for path, data in StoryFiles(self._archive, self.settings["SITEURL"]).all():
            self._write(path, to_bytes(data))
        self._write(schema.PATH, schema.to_bytes(schema.story_schema(self.settings["SITEURL"])))

    def _write_images(self, wanted: picture.Wanted) -> None:
        """Draw the social images that were not drawn before, and write all of them."""
        show = self.settings.get(SHOW, lambda *_progress: None)
        store, jobs = Store(self.settings), usable_cores()
        missing = store.missing(wanted.pictures)
        with Crew(jobs, self.settings["EXECUTOR"]) as crew:
            for number in store.draw(wanted.look, missing, crew):
                show("Drawing images", number, len(missing))
        for path in wanted.keys:
            store.write(wanted, path, Path(sanitised_join(self.output_path, path)))
        store.keep_only(wanted.pictures)

    def _has_template(self, name: str) -> bool:
        try:
            self.get_template(name)
        except PelicanTemplateNotFound:
            logger.warning("The theme has no template %s.html: pages made from it are left out", name)
            return False
        return True

    def _data(self, article: Any) -> Data:
        return story_data(
            article.story,
            path=article.url,
            site_url=self.settings["SITEURL"],
            rights=self.settings.get("RIGHTS", "full"),
        )

    def _write(self, path: str, content: bytes) -> None:
        file = Path(sanitised_join(self.output_path, path))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _stories(articles: Iterable[Any]) -> Iterator[Any]:
    """Yield the articles that are stories, with those that Pelican takes for translations of one another, once each."""
    seen = set()
    for article in articles:
        for one in (article, *article.translations):
            if hasattr(one, "story") and id(one) not in seen:
                seen.add(id(one))
                yield one


def _topics(article: Any) -> Iterator[TopicName]:
    """Yield an article's tags with the slugs that Pelican gives them, which its feeds have too."""
    for tag in getattr(article, "tags", ()):
        yield TopicName(tag.name, tag.slug)


def _data_path(page: str) -> str:
    """Return where the data of a page is: beside it, as ``index.json``, or else under its name."""
    return f"{posixpath.splitext(page)[0]}.json"
