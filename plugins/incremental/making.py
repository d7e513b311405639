"""What has to be made again is made, waits until all of it is whole, and is then put in place."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.collecting import collecting_seldom
from briefing.files import stamp_alone
from briefing.workers import USUAL, Crew, usable_cores
from edition import output
from edition.checks import Planned, same_name, shared_files
from edition.output_list import LIST
from edition.row import Row
from incremental import scan
from incremental.affected import Affected, note
from incremental.build import Options, UnreadError, WholeBuildError
from incremental.changes import FEED, PELICAN, STORY, Changes, Sources
from incremental.feed_files import Feed, FeedFiles, feeds_of
from incremental.index import Index, Output
from incremental.listing_files import Files, ListingFiles, make_in_process, page_size
from incremental.page import BeyondError
from incremental.shelf import Shelf
from incremental.site import Site
from incremental.stories import Job, Made, make


@dataclass(slots=True)
class _Files:
    """The files that were made, by what they are made of, with the reason; and those that are no more."""

    made: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # owner, version, reason
    obsolete: set[str] = field(default_factory=set)


class Making:
    """Makes again what changed of one site."""

    def __init__(self, settings: Mapping[str, Any], index: Index, options: Options) -> None:
        """Take what :class:`incremental.build.Build` does."""
        self._settings = settings
        self._index = index
        self._crew = Crew(options.jobs or usable_cores(), settings.get("EXECUTOR", USUAL))
        self._show = options.show
        self._before_writing = options.before_writing
        self._shelf = Shelf(index)
        self._output = Path(settings["OUTPUT_PATH"])
        self._files = _Files()
        self._edited: set[str] = set()
        self._links: dict[str, list[str]] = {}
        self.warnings: dict[str, list[str]] = index.fact("warnings") or {}

    @property
    def made(self) -> frozenset[str]:
        """The files of the site that were made."""
        return frozenset(self._files.made)

    def make_one(self, sources: Sources, path: str) -> bool:
        """Make one page again and put it in place before all others; return whether that can be done."""
        owner = self._index.owner(path) or ""
        kind, _, key = owner.partition(" ")
        if kind in {"", PELICAN, FEED}:
            return False
        if kind == STORY:
            made = make(self._site(sources), Job(key, "", with_item=False))
            if made.beyond or made.problems or path not in made.files:
                return False
        else:
            ListingFiles(self._site(sources), self._shelf).make(Files(owner, frozenset({path})))
        ours = frozenset(self._index.stamps())
        output.put_in_place(self._output, ours, ours)
        return True

    def _site(self, sources: Sources) -> Site:
        return Site(sources.key, self._settings, output.staging_in(self._output), self._shelf.slugs())

    def run(self, sources: Sources, changes: Changes) -> output.Changes:
        """Make all that changed and put it in place.

        :param changes: is filled up with what follows from it
        """
        site = self._site(sources)
        self._links = self._index.fact("links") or {}
        if changes.all:
            self._index.forget()
            self.warnings, self._links = {}, {}
            changes.posts = dict.fromkeys(sources.found.posts, changes.all)
            changes.gone, changes.kinds = [], {}
            changes.owners = {PELICAN: changes.all}
        elif STORY in changes.kinds:
            changes.posts = dict.fromkeys(sources.found.posts, changes.kinds[STORY]) | changes.posts
        changes.posts = {post: reason for post, reason in changes.posts.items() if post in sources.found.posts}
        if PELICAN in changes.kinds:
            changes.owners.setdefault(PELICAN, changes.kinds[PELICAN])
        with collecting_seldom():
            rows = self._stories(site, sources, changes)
            self._listings(site, changes, rows)
            self._feeds(site, changes)
            return self._put_in_place(sources, changes)

    def _stories(self, site: Site, sources: Sources, changes: Changes) -> list[tuple[Row | None, Row | None]]:
        """Make the pages of changed posts, and return each story's row before and after."""
        eager = any(feeds_of(self._settings, ""))  # in the feeds of their topics most stories stand
        jobs = [Job(post, sources.digest_of(post), eager) for post in sorted(changes.posts)]
        results = self._crew.work(functools.partial(make, site), jobs)
        if PELICAN in changes.owners:  # while the others work
            self._pages(site, changes.owners.pop(PELICAN))
        try:
            made = []
            for number, one in enumerate(results, 1):
                self._show("Making stories", number, len(jobs))
                made.append(self._keep_new(sources, changes.all, one) if changes.all and one.kept else one)
        except BeyondError as error:
            message = f"a template asks for article.{error}"
            raise WholeBuildError(message) from error
        problems = [problem for one in made for problem in one.problems]
        if problems:
            raise UnreadError(problems)
        moving = next((one.post for one in made if "attach" in one.beyond), None)
        if moving:
            message = f"{moving} moves a file to its page with {{attach}}"
            raise WholeBuildError(message)
        beyond = {one.post: sources.digest_of(one.post) for one in made if one.beyond}
        if beyond:
            made = [one for one in made if not one.beyond] + self._beyond(site, beyond)
        return self._keep(sources, changes, made)

    def _keep_new(self, sources: Sources, reason: str, made: Made) -> Made:
        """Keep in the index what came of a post of which it has nothing, while the others are still at work."""
        if made.kept:
            items = [(made.post, made.item)] if made.item else []
            self._shelf.keep([sources.with_base(made.kept)], items, is_new=True)
            self._note_made(made, reason)
        return Made(made.post)

    def _keep(self, sources: Sources, changes: Changes, made: Sequence[Made]) -> list[tuple[Row | None, Row | None]]:
        """Keep in the index what came of posts, and forget those that are gone."""
        posts = [one.post for one in made if one.kept] if changes.all else [*changes.posts, *changes.gone]
        before = {post: self._shelf.kept(post) for post in posts}
        kept = {one.post: sources.with_base(one.kept) for one in made if one.kept}
        rows = {
            post: (old.row if old else None, new.row if (new := kept.get(post)) else None)
            for post, old in before.items()
        }
        self._before = note(self._shelf, [row for pair in rows.values() for row in pair if row])
        for post in changes.gone:
            self._shelf.forget(post)
        items = [(one.post, one.item) for one in made if one.item]
        self._shelf.keep(kept.values(), items)
        problems = self._shelf.shared_ids()
        if problems:
            raise UnreadError(problems)
        for post in before:
            self._files.obsolete.update(self._index.outputs_of(f"{STORY} {post}"))
            self.warnings.pop(post, None)
            self._links.pop(post, None)
        for one in made:
            if one.kept:
                self._note_made(one, changes.posts[one.post])
        return list(rows.values())

    def _note_made(self, made: Made, reason: str) -> None:
        for file in made.files:
            self._note(file, f"{STORY} {made.post}", reason)
        if made.warnings:
            self.warnings[made.post] = list(made.warnings)
        if made.kept and made.kept.record.get("links"):
            self._links[made.post] = made.kept.record["links"]
        if made.kept and made.kept.record["edited"]:
            self._edited.add(made.post)

    def _note(self, file: str, owner: str, reason: str, version: str = "") -> None:
        other = self._files.made.get(file)
        if other is not None and other[0] != owner:
            self._clash(file, owner, file, other[0])
        self._files.made[file] = (owner, version, reason)

    def _pages(self, site: Site, reason: str) -> None:
        """Let Pelican make pages and static files."""
        from incremental import through_pelican  # noqa: PLC0415 - it imports Pelican, which takes long

        self._links[PELICAN] = sorted(through_pelican.links_of_pages(self._settings))
        self._files.obsolete.update(self._index.outputs_of(PELICAN))
        _, files = through_pelican.run(self._settings, site.staging, self._links[PELICAN], ())
        for file in files:
            self._note(file, PELICAN, reason)

    def _beyond(self, site: Site, posts: Mapping[str, str]) -> list[Made]:
        """Let Pelican make the pages of posts that are beyond the ordinary."""
        from incremental import through_pelican  # noqa: PLC0415 - as above

        links = {post: sorted(set(through_pelican.links_of(site.posts / post, self._settings))) for post in posts}
        targets = [target for several in links.values() for target in several]
        articles, _ = through_pelican.run(self._settings, site.staging, targets, posts)
        return [through_pelican.made_of(site, post, posts[post], articles.get(post), links[post]) for post in posts]

    def _listings(self, site: Site, changes: Changes, rows: Sequence[tuple[Row | None, Row | None]]) -> None:
        """Make listings and data again."""
        wanted: dict[str, tuple[Files, str]] = {}
        maker = ListingFiles(site, self._shelf)
        if changes.all:
            wanted = {owner: (Files(owner), changes.all) for owner in maker.owners()}
        else:
            self._affected = Affected(self._index, self._shelf, rows, self._before, page_size(self._settings))
            why = next(iter(changes.posts.values()), f"{next(iter(changes.gone), '')} is gone")
            wanted = {files.owner: (files, why) for files in self._affected.files()}
            again = {owner: reason for owner, reason in changes.owners.items() if not owner.startswith(f"{FEED} ")}
            if changes.kinds:
                kinds = ((owner, changes.kinds.get(owner.partition(" ")[0])) for owner in maker.owners())
                again |= {owner: reason for owner, reason in kinds if reason}
            wanted |= {owner: (Files(owner), reason) for owner, reason in again.items()}
        self._make_listings(site, maker, wanted)

    def _make_listings(self, site: Site, maker: ListingFiles, wanted: Mapping[str, tuple[Files, str]]) -> None:
        files = [one for one, _ in wanted.values()]
        if self._crew.is_wanted_for(len(files)):
            self._index.note("unfinished", "listings are being made")
            self._index.commit()  # so that the others can read it
            results = self._crew.work(functools.partial(make_in_process, site, self._index.path), files)
        else:
            results = map(maker.make, files)
        for number, (one, made) in enumerate(zip(files, results, strict=True), 1):
            self._show("Making listings", number, len(files))
            old = self._index.outputs_of(one.owner)
            left = maker.files_of_topic(one.owner) if one.only is not None else ()
            self._files.obsolete.update(path for path in old if path not in left)
            for file in made:
                self._note(file, one.owner, wanted[one.owner][1])

    def _feeds(self, site: Site, changes: Changes) -> None:
        """Make the feeds again whose stories changed."""
        maker = FeedFiles(site, self._shelf)
        forced = changes.all or changes.kinds.get(FEED, "")
        topics = self._shelf.counts("topic") if forced else self._affected.topics_in_feeds()
        missing = [owner.removeprefix(f"{FEED} ") for owner in changes.owners if owner.startswith(f"{FEED} ")]
        wanted: dict[str, str | None] = {f"topic {slug}": slug for slug in sorted(topics)}
        wanted |= {name: name.removeprefix("topic ") for name in missing if name != "all"}
        wanted["all"] = None
        feeds = [(f"{FEED} {name}", feed) for name, slug in wanted.items() for feed in feeds_of(self._settings, slug)]
        for number, (owner, feed) in enumerate(feeds, 1):
            self._show("Making feeds", number, len(feeds))
            self._feed(maker, feed, owner, forced or changes.owners.get(owner, ""))

    def _feed(self, maker: FeedFiles, feed: Feed, owner: str, forced: str) -> None:
        version = maker.version(feed)
        known = self._index.output(feed.file)
        if not version:
            self._files.obsolete.add(feed.file)
        elif forced or known is None or known.version != version:
            maker.make(feed)
            self._note(feed.file, owner, forced or "its stories changed", version)

    def _put_in_place(self, sources: Sources, changes: Changes) -> output.Changes:
        self._check_names()
        self._show("Putting files in place", 0, None)
        self._before_writing()
        stamps = self._index.stamps()
        kept = frozenset(stamps) - self._files.obsolete
        done = output.put_in_place(self._output, kept, changes.ours)
        written = set(done.written)
        kept_outputs = (
            Output(
                path, stamp_alone(self._output / path), owner, same_name(path), version,
                f"{'written' if path in written else 'the same'}: {reason}",
            )
            for path, (owner, version, reason) in self._files.made.items()
        )  # fmt: skip
        self._index.keep_outputs(kept_outputs, self._files.obsolete - self._files.made.keys())
        self._index.note("links", self._links)
        self._index.note("warnings", self.warnings)
        self._index.note("list", scan.digest(self._output / LIST))
        sources.remember(self._edited, changes.posts)
        self._index.commit()
        return done

    def _check_names(self) -> None:
        """See that no two things are to be one file."""
        names: dict[str, str] = {}
        for file, (owner, _, _) in self._files.made.items():
            name = same_name(file)
            other = names.setdefault(name, file)
            if other != file:
                self._clash(file, owner, other, self._files.made[other][0])
            for path, of in self._index.owners_of_name(name):
                if path not in self._files.obsolete and of != owner:
                    self._clash(file, owner, path, of)

    @staticmethod
    def _clash(file: str, owner: str, other: str, of: str) -> None:
        if PELICAN in {owner, of}:  # which of them may stay, Pelican's settings and metadata say
            message = f"{owner} and {of} would both be {file}"
            raise WholeBuildError(message)
        raise UnreadError(shared_files([Planned(file, _source(owner)), Planned(other, _source(of))]))


def _source(owner: str) -> str:
    """Return what a message calls something that files are made from."""
    return owner.removeprefix(f"{STORY} ")
