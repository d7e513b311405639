"""What goes through Pelican in an incremental build: pages, static files, and the posts that are beyond the ordinary.

Pelican is run with these alone, and writes to where files wait to be put in place.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.log import LimitFilter, console
from pelican.paginator import PaginationRule
from pelican.writers import Writer

from briefing.corpus import KnownPost, read_text
from edition import plugin as of_edition
from edition import withheld
from edition.content_pages import ContentPage, content_pages
from edition.output_check import files_below
from edition.row import TopicName
from feeds.item import item
from incremental.shelf import Kept
from incremental.site import Site
from incremental.stories import Made, pack, told, withdrawn_id, write_data
from incremental.table_changes import names_in

_LINK = re.compile(r"[{|](?:filename|static|attach)[|}](?P<path>[^\s\"'()<>\[\]#?]+)")
_APART = ".pelican"  # a folder to write to
_STATUSES = ("articles", "translations", "hidden_articles", "hidden_translations", "drafts", "drafts_translations")


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a run: the articles by their posts' names, the files that were written, and the published pages."""

    articles: dict[str, Any]
    files: list[str]
    pages: list[ContentPage]


class _Writer(Writer):  # type: ignore[misc]  # Pelican has no types
    """Writes pages; feeds are made of all stories, elsewhere."""

    def write_feed(self, *_arguments: Any, **_named: Any) -> None:
        """Write nothing."""


class _Plugin:
    """Connects what this project's plugins do for a whole build, as far as a part of one needs it."""

    def __init__(self, plugins: Sequence[Any]) -> None:
        self._plugins = list(plugins)
        self.articles: dict[str, Any] = {}  # that Pelican made of posts, by the posts' names
        self.pages: list[ContentPage] = []

    def register(self) -> None:
        """Connect it; what a whole build in this process has connected goes."""
        from feeds import _writer  # noqa: PLC0415 - the one that a whole build connects

        signals.get_generators.disconnect(of_edition.start)
        signals.get_writer.disconnect(_writer)
        signals.initialized.connect(self.show_usual_plugins, weak=False)
        signals.generator_init.connect(of_edition.add_filters)
        signals.static_generator_finalized.connect(withheld.withhold)
        signals.all_generators_finalized.connect(of_edition.check)
        signals.all_generators_finalized.connect(self.take, weak=False)
        signals.get_writer.connect(self.writer, weak=False)

    def disconnect(self) -> None:
        """Undo what :meth:`register` did."""
        for signal, receiver in (
            (signals.initialized, self.show_usual_plugins),
            (signals.generator_init, of_edition.add_filters),
            (signals.static_generator_finalized, withheld.withhold),
            (signals.all_generators_finalized, of_edition.check),
            (signals.all_generators_finalized, self.take),
            (signals.get_writer, self.writer),
        ):
            signal.disconnect(receiver)

    def show_usual_plugins(self, pelican: Any) -> None:
        """Let templates see the plugins that the settings name."""
        pelican.settings["PLUGINS"] = self._plugins

    def take(self, generators: Iterable[Any]) -> None:
        """Keep the articles that were made of posts, and what is to be known of pages."""
        for generator in generators:
            if isinstance(generator, ArticlesGenerator):
                for status in _STATUSES:
                    for article in getattr(generator, status):
                        self.articles[Path(article.source_path).name] = article
            elif isinstance(generator, PagesGenerator):
                self.pages = content_pages(generator.pages, generator.settings)

    def writer(self, _pelican: object) -> type[_Writer]:
        """Return what writes the pages."""
        return _Writer


def run(settings: Mapping[str, Any], staging: Path, linked: Iterable[str], posts: Iterable[str]) -> Ran:
    """Let Pelican write pages, static files and the pages of some posts to ``staging``.

    :param linked: the names of posts that are linked to: their pages are not written
    :param posts: the names of the posts whose pages are, alone; without any, pages and static files are
    :raises BuildError: with what is wrong
    """
    folder, apart = Path(settings["POSTS_PATH"]), staging / _APART
    plugin = _Plugin(settings["PLUGINS"])
    wanted = set(posts)
    given = for_pelican(settings) | {
        "ARTICLE_PATHS": [str(folder / post) for post in sorted({*linked, *wanted}) if (folder / post).is_file()],
        "PLUGINS": ["briefing", plugin],
        "CONVERT": False,
    }
    try:
        with pelican_silenced():
            pelican = Pelican(given)
            pelican.output_path = str(apart)
            pelican.run()
    finally:
        plugin.disconnect()
    of_posts = {article.save_as: post for post, article in plugin.articles.items()}
    files = sorted(
        path for path in files_below(apart) if (of_posts.get(path) in wanted if wanted else path not in of_posts)
    )
    for path in files:
        (staging / path).parent.mkdir(parents=True, exist_ok=True)
        (apart / path).replace(staging / path)
    shutil.rmtree(apart, ignore_errors=True)
    return Ran(plugin.articles, files, plugin.pages)


def for_pelican(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as Pelican itself reads them, where some were kept in a plainer form."""
    return dict(settings) | {"PAGINATION_PATTERNS": [PaginationRule(*rule) for rule in settings["PAGINATION_PATTERNS"]]}


@contextlib.contextmanager
def pelican_silenced() -> Iterator[None]:
    """Keep Pelican from talking beside its log, and from holding back warnings that an earlier build has had."""
    LimitFilter._raised_messages.clear()  # noqa: SLF001
    LimitFilter._group_count.clear()  # noqa: SLF001
    before = console.quiet
    console.quiet = True
    try:
        yield
    finally:
        console.quiet = before


def made_of(site: Site, post: str, version: str, article: Any, links: Sequence[str]) -> Made:
    """Return what came of a post that went through Pelican, with its data written.

    :param article: None where an editor withdrew it: Pelican leaves it out
    :param links: the posts that it links to
    """
    path = site.posts / post
    record: dict[str, Any] = {
        "edited": True, "known": KnownPost.read(post, read_text(path)).identity, "links": list(links),
    }  # fmt: skip
    if article is None:
        return Made(post, Kept(post, withdrawn_id(post), version, record, None))
    record |= told(path, article.story) | names_in(article.story)
    entry = packed = None
    if article.status == "published":
        topics = [TopicName(tag.name, tag.slug) for tag in article_tags(article)]
        entry = site.entry(article.story, article.url, topics)
        packed = pack(item(article, site.of_feeds))
    files = [article.save_as]
    if site.has_data and article.status != "draft":
        files.append(write_data(site, article.story, article.save_as, article.url))
    return Made(post, Kept(post, article.story.id, version, record, entry), tuple(files), packed)


def article_tags(article: Any) -> Sequence[Any]:
    """Return the tags of an article of Pelican."""
    tags: Sequence[Any] = getattr(article, "tags", ())
    return tags


def links_of(file: Path, settings: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of the posts that the text of a post or a page links to, there or not."""
    folder = Path(settings["POSTS_PATH"])
    for match in _LINK.finditer(file.read_bytes().decode(errors="replace")):
        path = unquote(match["path"])
        target = Path(settings["PATH"], path[1:]) if path.startswith("/") else file.parent / path
        if target.suffix == ".md" and target.resolve().parent == folder.resolve():
            yield target.name


def links_of_pages(settings: Mapping[str, Any]) -> set[str]:
    """Return the names of the posts that pages link to, there or not."""
    folders = [Path(settings["PATH"], path) for path in settings["PAGE_PATHS"]]
    files = [
        file for folder in folders for file in (folder.rglob("*") if folder.is_dir() else [folder]) if file.is_file()
    ]
    return {post for file in files for post in links_of(file, settings)}
