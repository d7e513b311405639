"""The pages of stories that changed, and those that Pelican makes: the first part of a build."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.workers import CHUNK, Crew
from incremental.affected import Before, Change, note
from incremental.build import Show, UnreadError, WholeBuildError
from incremental.changes import Changes
from incremental.feed_files import feeds_of
from incremental.index import PAGES, Index
from incremental.listening import listening
from incremental.made_files import MadeFiles
from incremental.owners import PELICAN, SITEMAP, STORY
from incremental.page import BeyondError
from incremental.post_records import PostRecords
from incremental.shelf import Shelf
from incremental.site import Site
from incremental.sources import Sources
from incremental.stories import Job, Made, make


class StoryPages:
    """Makes the pages of posts that changed, and what goes through Pelican.

    Afterwards ``entries`` are each story before and after, ``before`` is what is to be known of what they changed,
    ``links`` which posts are linked to, ``warnings`` what an editor is warned of, each by the posts' names, and
    ``edited`` the posts that were edited by hand.
    """

    def __init__(self, site: Site, sources: Sources, changes: Changes, index: Index, files: MadeFiles) -> None:
        """Take the site, what changed, and where it is noted what was made."""
        self._site = site
        self._sources = sources
        self._changes = changes
        self._index = index
        self._files = files
        self._shelf = Shelf(index)
        self.entries: list[Change] = []
        self.before = Before()
        self.edited: set[str] = set()
        known = not changes.all
        self.links: dict[str, list[str]] = (index.fact("links") or {}) if known else {}
        self.warnings: dict[str, list[str]] = (index.fact("warnings") or {}) if known else {}

    def make(self, crew: Crew, show: Show) -> None:
        """Make them, and keep in the index what came of the posts.

        :raises WholeBuildError: if only a whole build will do
        :raises UnreadError: if posts have errors
        """
        site, sources, changes = self._site, self._sources, self._changes
        eager = any(feeds_of(site.settings, ""))  # in the feeds of their topics most stories stand
        jobs = [Job(post, eager) for post in sorted(changes.posts)]
        results = crew.work_on_many(functools.partial(make, site), jobs)
        if PELICAN in changes.owners:  # while the others work
            self._pages(changes.owners.pop(PELICAN))
        try:
            made, new = [], []
            for number, one in enumerate(results, 1):
                show("Making stories", number, len(jobs))
                sources.note_read(one.post, one.digest)
                if not changes.all or not one.kept:
                    made.append(one)
                    continue
                made.append(Made(one.post))
                new.append(one)
                if len(new) == CHUNK:
                    self._keep_new(new)
                    new.clear()
            self._keep_new(new)
            if changes.all:
                self._shelf.count_all()
        except BeyondError as error:
            message = f"a template asks for article.{error}"
            raise WholeBuildError(message) from error
        problems = [problem for one in made for problem in one.problems]
        if problems:
            raise UnreadError(problems)
        moving = next((one.post for one in made if one.moves_files), None)
        if moving:
            message = f"{moving} moves a file to its page with {{attach}}"
            raise WholeBuildError(message)
        beyond = {one.post: one.digest for one in made if one.is_beyond}
        if beyond:
            made = [one for one in made if not one.is_beyond] + self._beyond(beyond)
        self._keep(made)

    def _keep_new(self, made: Sequence[Made]) -> None:
        """Keep in the index what came of posts of which it has nothing, while the others are still at work."""
        kept = [self._sources.with_base(one.kept) for one in made if one.kept]
        self._shelf.keep(kept, [(one.post, one.item) for one in made if one.item], is_new=True)
        for one in made:
            self._note_made(one, self._changes.all)

    def _keep(self, made: Sequence[Made]) -> None:
        """Keep in the index what came of posts, and forget those that are gone."""
        changes = self._changes
        posts = [one.post for one in made if one.kept] if changes.all else [*changes.posts, *changes.gone]
        before = {post: self._shelf.kept(post) for post in posts}
        kept = {one.post: self._sources.with_base(one.kept) for one in made if one.kept}
        entries = {
            post: (old.entry if old else None, new.entry if (new := kept.get(post)) else None)
            for post, old in before.items()
        }
        self.before = note(self._shelf, [entry for pair in entries.values() for entry in pair if entry])
        for post in changes.gone:
            self._shelf.forget(post)
        items = [(one.post, one.item) for one in made if one.item]
        self._shelf.keep(kept.values(), items)
        problems = PostRecords(self._index).shared_ids(None if changes.all else [one.id for one in kept.values()])
        if problems:
            raise UnreadError(problems)
        for post in before:
            self._files.obsolete.update(self._index.outputs_of(f"{STORY} {post}"))
            self.warnings.pop(post, None)
            self.links.pop(post, None)
        for one in made:
            if one.kept:
                self._note_made(one, changes.posts[one.post])
        self.entries = list(entries.values())

    def _note_made(self, made: Made, reason: str) -> None:
        for file in made.files:
            self._files.note(file, f"{STORY} {made.post}", reason)
        if made.warnings:
            self.warnings[made.post] = list(made.warnings)
        if made.kept and made.kept.record.get("links"):
            self.links[made.post] = made.kept.record["links"]
        if made.kept and made.kept.record["edited"]:
            self.edited.add(made.post)

    def _pages(self, reason: str) -> None:
        """Let Pelican make pages and static files."""
        from incremental import through_pelican  # noqa: PLC0415 - it imports Pelican, which takes long

        self.links[PELICAN] = sorted(through_pelican.links_of_pages(self._site.settings))
        self._files.obsolete.update(self._index.outputs_of(PELICAN))
        with listening() as told:
            ran = through_pelican.run(self._site.settings, self._site.staging, self.links[PELICAN], ())
        self.warnings[PELICAN] = told
        for file in ran.files:
            self._files.note(file, PELICAN, reason)
        pages = [[page.path, page.modified] for page in ran.pages]
        if pages != self._index.fact(PAGES):
            self._index.note(PAGES, pages)
            for part in ("index", "pages"):
                self._changes.owners.setdefault(f"{SITEMAP} {part}", reason)

    def _beyond(self, posts: Mapping[str, str]) -> list[Made]:
        """Let Pelican make the pages of posts that are beyond the ordinary."""
        from incremental import through_pelican  # noqa: PLC0415 - as above

        site = self._site
        links = {post: sorted(set(through_pelican.links_of(site.posts / post, site.settings))) for post in posts}
        targets = [target for several in links.values() for target in several]
        with listening() as told:
            made_by = through_pelican.run(site.settings, site.staging, targets, posts).articles
        made = [through_pelican.made_of(site, post, posts[post], made_by.get(post), links[post]) for post in posts]
        return [replace(one, warnings=_of_post(told, site.posts / one.post)) for one in made]


def _of_post(told: Sequence[str], post: Path) -> tuple[str, ...]:
    """Return the warnings that are about a post: Pelican mostly says what it could not find, and not where."""
    text = post.read_bytes().decode(errors="replace")
    return tuple(f"{post.name}: {warning}" for warning in told if post.name in warning or _quoted(warning) in text)


def _quoted(warning: str) -> str:
    """Return what a warning quotes; where it quotes nothing, all of it."""
    return (warning.split("'")[1:2] or [warning])[0]
