"""What has to be made again is made, waits until all of it is whole, and is then put in place."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.collecting import collecting_seldom
from briefing.stamps import look
from briefing.workers import Crew
from edition import output
from edition.editions import Editions, file_of
from edition.output_list import LIST
from incremental import outputs, stage_files, table_changes
from incremental.affected import Affected
from incremental.build import Options, UnreadError
from incremental.changes import Changes
from incremental.feed_files import Feed, FeedFiles, feeds_of
from incremental.index import LISTED, Index
from incremental.listing_files import Files, ListingFiles, make_in_process
from incremental.made_files import MadeFiles
from incremental.owners import FEED, FEED_LIST, PELICAN, STORY
from incremental.shelf import Shelf
from incremental.site import Site
from incremental.sources import Sources
from incremental.stories import Job, make
from incremental.story_pages import StoryPages


class Making:
    """Makes again what changed of one site."""

    def __init__(self, settings: Mapping[str, Any], index: Index, options: Options) -> None:
        """Take what :class:`incremental.build.Build` does."""
        self._settings = settings
        self._index = index
        self._crew = options.crew() if options.crew else Crew()
        self._show = options.show
        self._before_writing = options.before_writing
        self._keeps = options.keeps
        self._shelf = Shelf(index)
        self._output = Path(settings["OUTPUT_PATH"])
        self._files = MadeFiles()
        self.warnings: dict[str, list[str]] = {}

    @property
    def made(self) -> frozenset[str]:
        """The files of the site that were made."""
        return self._files.paths

    def begin(self, changes: Changes) -> None:
        """Add what follows from a change of the outlet table to what has to be made again.

        :raises UnreadError: if the table does not parse
        """
        table_changes.add(changes, self._index, self._settings)

    def make_one(self, sources: Sources, path: str) -> bool:
        """Make one page again and put it in place before all others; return whether that can be done."""
        owner = self._index.owner(path) or ""
        kind, _, key = owner.partition(" ")
        if kind in {"", PELICAN, FEED}:
            return False
        if kind == STORY:
            (made,) = make(self._site(sources), [Job(key, with_item=False)])
            if made.is_beyond or made.problems or path not in made.files:
                return False
        else:
            ListingFiles(self._site(sources), self._index).make(Files(owner, frozenset({path})))
        output.exchange(self._output, frozenset(), outputs.Ours(self._index))
        return True

    def _site(self, sources: Sources) -> Site:
        return Site(sources.key, self._settings, output.staging_in(self._output))

    def run(self, sources: Sources, changes: Changes) -> output.Changes:
        """Make all that changed and put it in place.

        :param changes: is filled up with what follows from it
        """
        site = self._site(sources)
        if changes.all:
            self._index.forget()
            changes.posts = dict.fromkeys(sources.found.posts, changes.all)
            changes.gone, changes.kinds = [], {}
            changes.owners = {PELICAN: changes.all}
        elif STORY in changes.kinds:
            changes.posts = dict.fromkeys(sources.found.posts, changes.kinds[STORY]) | changes.posts
        changes.posts = {post: reason for post, reason in changes.posts.items() if post in sources.found.posts}
        if PELICAN in changes.kinds:
            changes.owners.setdefault(PELICAN, changes.kinds[PELICAN])
        with collecting_seldom():
            stories = StoryPages(site, sources, changes, self._index, self._files)
            with self._crew:
                stories.make(self._crew, self._show)
                self._check_editions(changes, stories)
                affected = Affected(self._index, self._shelf, stories.entries, stories.before, self._settings)
                self._listings(site, changes, affected)
                self._feeds(site, changes, affected)
            self.warnings = stories.warnings
            return self._put_in_place(sources, changes, stories)

    def _check_editions(self, changes: Changes, stories: StoryPages) -> None:
        """See that an editor's words on days that changed are about their stories, and keep what is to be told.

        :raises UnreadError: if they are not
        """
        editions = Editions(self._settings["EDITIONS_PATH"])
        touched = {file_of(entry.row.date) for change in stories.entries for entry in change if entry}
        names = set(editions.names() if changes.all else [*changes.editions, *changes.gone_editions, *touched])
        checked = editions.check(self._shelf, names)
        if checked.problems:
            raise UnreadError(checked.problems)
        for name in names:
            stories.warnings.pop(name, None)
        stories.warnings |= {name: [warning] for name, warning in checked.warnings.items()}

    def _listings(self, site: Site, changes: Changes, affected: Affected) -> None:
        """Make listings and data again."""
        wanted: dict[str, tuple[Files, str]] = {}
        maker = ListingFiles(site, self._index)
        if changes.all:
            wanted = {owner: (Files(owner), changes.all) for owner in maker.owners()}
        else:
            why = next(iter(changes.posts.values()), f"{next(iter(changes.gone), '')} is gone")
            wanted = {files.owner: (files, why) for files in affected.files()}
            again = {owner: reason for owner, reason in changes.owners.items() if not owner.startswith(f"{FEED} ")}
            if changes.kinds:
                kinds = ((owner, changes.kinds.get(owner.partition(" ")[0])) for owner in maker.owners())
                again |= {owner: reason for owner, reason in kinds if reason}
            wanted |= {owner: (Files(owner), reason) for owner, reason in again.items()}
        self._make_listings(site, maker, wanted)

    def _make_listings(self, site: Site, maker: ListingFiles, wanted: Mapping[str, tuple[Files, str]]) -> None:
        files = [one for one, _ in wanted.values()]
        if self._crew.is_wanted_for(len(files)):
            self._before_writing()
            self._index.note("unfinished", "listings are being made")
            self._index.commit()  # so that the others can read it
            results = self._crew.work(functools.partial(make_in_process, site, self._index.path), files)
        else:
            results = map(maker.make, files)
        for number, (one, made) in enumerate(zip(files, results, strict=True), 1):
            self._show("Making listings", number, len(files))
            old = self._index.outputs_of(one.owner)
            left = maker.files_of_term(one.owner) if one.only is not None else ()
            self._files.obsolete.update(path for path in old if path not in left)
            for file in made:
                self._files.note(file, one.owner, wanted[one.owner][1])

    def _feeds(self, site: Site, changes: Changes, affected: Affected) -> None:
        """Make the feeds again whose stories changed."""
        maker = FeedFiles(site, self._shelf)
        maker.fetch(self._crew)
        forced = changes.all or changes.kinds.get(FEED, "")
        topics = self._shelf.counts("topic") if forced else affected.topics_in_feeds()
        missing = [owner.removeprefix(f"{FEED} ") for owner in changes.owners if owner.startswith(f"{FEED} ")]
        wanted: dict[str, str | None] = {f"topic {slug}": slug for slug in sorted(topics)}
        wanted |= {name: name.removeprefix("topic ") for name in missing if name.startswith("topic ")}
        wanted["all"] = None
        feeds = [(f"{FEED} {name}", feed) for name, slug in wanted.items() for feed in feeds_of(self._settings, slug)]
        for number, (owner, feed) in enumerate(feeds, 1):
            self._show("Making feeds", number, len(feeds))
            self._feed(maker, feed, owner, forced or changes.owners.get(owner, ""))
        other = "there are other feeds, or they have other names" if affected.has_other_feeds() else ""
        self._feed_list(maker, forced or changes.owners.get(FEED_LIST, other))

    def _feed_list(self, maker: FeedFiles, reason: str) -> None:
        """Make the list of all feeds again, if there is a reason."""
        file = self._settings.get("FEEDS_OPML")
        if not file or not reason:
            return
        if maker.make_list(str(file)):
            self._files.note(str(file), FEED_LIST, reason)
        else:
            self._files.obsolete.add(str(file))

    def _feed(self, maker: FeedFiles, feed: Feed, owner: str, forced: str) -> None:
        version = maker.version(feed)
        known = self._index.output(feed.file)
        if not version:
            self._files.obsolete.add(feed.file)
        elif forced or known is None or known.version != version:
            maker.make(feed)
            self._files.note(feed.file, owner, forced or "its stories changed", version)

    def _put_in_place(self, sources: Sources, changes: Changes, stories: StoryPages) -> output.Changes:
        self._files.check_names(self._index)
        self._show("Putting files in place", 0, None)
        self._before_writing()
        if changes.all:  # what stages made could tell what the site no longer does
            stage_files.forget(self._index, but=self._keeps)
        done = self._move(changes)
        kept = self._files.outputs(self._output, frozenset(done.written))
        self._index.keep_outputs(kept, self._files.obsolete - self._files.paths)
        self._index.note("links", stories.links)
        self._index.note("warnings", stories.warnings)
        table_changes.note(changes, self._index)
        self._index.note(LISTED, look(self._output / LIST))
        sources.remember(stories.edited, changes.posts)
        self._index.note_stories()
        self._index.commit()
        return done

    def _move(self, changes: Changes) -> output.Changes:
        """Move what was made into its place; what nothing is made of any more goes."""
        if changes.is_list_left and not changes.all:
            return output.exchange(self._output, self._files.obsolete, outputs.Ours(self._index))
        kept = stage_files.recall(self._index)
        if not changes.all:
            kept |= self._index.paths() - self._files.obsolete
        return output.put_in_place(self._output, kept)
