"""What a site is made from, held against what it was last made from: so what changed, each with the reason."""

from __future__ import annotations

import operator
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.files import made_path
from briefing.stamps import Stamp, look
from incremental import keys, limits, scan
from incremental.changes import Changes
from incremental.index import Index
from incremental.known_sources import Source
from incremental.owners import PELICAN

if TYPE_CHECKING:  # what takes long to import is imported where there is something to do
    from incremental.shelf import Kept
    from incremental.theme import Theme

_FIRST = "it is the first build"
_UNSETTLED: Stamp = (-2, -2)  # of what could change again and keep its stamp; no file has it
_PROGRAM = "this program, or what it stands on, is another version"


class Sources:
    """What a site is made from, held against what the index has of it."""

    def __init__(self, index: Index, settings: Mapping[str, Any], found: scan.Found) -> None:
        """Take the index, complete settings, and what was found."""
        self.found = found
        self._index = index
        self._settings = settings
        self._now = time.time_ns()
        self._fresh: dict[Source, tuple[Stamp, str]] = {}  # stamps and digests that the index has not
        self._folder = Path(settings["POSTS_PATH"])
        self._setting_keys = keys.of_settings(settings)

    def again(self) -> Sources:
        """Return the same, held against what the index has now."""
        sources = Sources(self._index, self._settings, self.found)
        sources._now = self._now  # when all was looked at, and nobody looked again
        sources._setting_keys = self._setting_keys  # of the settings as they were: Pelican adds to them
        return sources

    @cached_property
    def _by_kind(self) -> dict[str, Mapping[str, Stamp]]:
        """The stamps that the index has, by the kind of file and its name."""
        return {
            kind: self._index.sources.stamps(kind) for kind in ("post", "made", "template", "other", "edition", "table")
        }

    @property
    def _known_posts(self) -> Mapping[str, Stamp]:
        return self._by_kind["post"]

    @cached_property
    def touched_posts(self) -> list[str]:
        """The posts that are new, or that were written since they were last read: what they say may be the same."""
        found, known = self.found.posts, self._known_posts
        return list(compress(found, map(operator.ne, found.values(), map(known.get, found))))

    @property
    def has_same_posts(self) -> bool:
        """Whether there are the same posts as before, whatever they say."""
        known = self._known_posts
        return len(known) == len(self.found.posts) and all(post in known for post in self.touched_posts)

    @cached_property
    def _gone(self) -> dict[str, list[str]]:
        """The names of the files that are no more, by the kinds of files."""
        known = self._by_kind | ({"post": {}} if self.has_same_posts else {})
        return {kind: sorted(name for name in known[kind] if name not in there) for kind, there in self._groups()}

    @property
    def has_news(self) -> bool:
        """Whether there are stamps that the index has not."""
        return bool(self._fresh)

    @cached_property
    def changed_templates(self) -> list[str]:
        """The templates that are new or changed, and those that are gone."""
        changed = (path for path in self.found.templates if self._is_changed(("template", path), path))
        return [*changed, *self._gone["template"]]

    @cached_property
    def _theme(self) -> Theme:
        from incremental.theme import Theme  # noqa: PLC0415 - takes long to import, and mostly no template changed

        return Theme(self._settings, self.found.templates)

    @cached_property
    def limits(self) -> list[str]:
        """Why only a whole build will do."""
        known = self._index.fact("limits")
        of_settings = list(limits.of_settings(self._settings))
        if of_settings:
            return of_settings
        if self.found.no_post:
            return [f"{self._folder.name} has {self.found.no_post} in it, which is no post"]
        try:
            "\n".join([*self.touched_posts, *self.found.templates, *self.found.others]).encode()
        except UnicodeEncodeError:
            return ["a file has a name that is not in UTF-8"]
        if known is None or self.changed_templates or self._changed_settings:
            return self._theme.limits()
        return list(known)

    @cached_property
    def key(self) -> str:
        """What tells settings, templates and the outlet table from all others."""
        files = [
            *(("template", path) for path in self.found.templates),
            *(("table", path) for path in self.found.table),
        ]
        return keys.of_texts([*self._setting_keys.values(), *map(self._digest, files)])

    @cached_property
    def _changed_settings(self) -> list[str]:
        known = self._index.fact("settings") or {}
        names = sorted(known.keys() | self._setting_keys.keys())
        return [name for name in names if known.get(name) != self._setting_keys.get(name)]

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        """The template files that each kind of owner is made from."""
        known = self._index.fact("parts")
        if known is not None and not self.changed_templates and not self._changed_settings:
            return dict(known)
        return self._theme.parts()

    def changes(self, *, full: bool) -> Changes:
        """Return what has to be made again.

        :param full: whether everything is asked for
        """
        changes = Changes(all=self._why_all(full=full))
        for post in () if changes.all else self.touched_posts:  # else each is read where its page is made
            if self._is_changed(("post", post), self._folder / post, self.found.posts[post]):
                changes.posts[post] = f"{post} {'is new' if post not in self._known_posts else 'changed'}"
        changes.gone = self._gone["post"]
        for post in self._by_kind["made"]:
            path = made_path(self._folder / post)
            if post in self.found.posts and self._is_changed(("made", post), path, look(path)):
                changes.posts.setdefault(post, f"{path.parent.name}/{path.name} changed")
        for other, stamp in self.found.others.items():
            if self._is_changed(("other", other), other, stamp):
                changes.owners.setdefault(PELICAN, f"{Path(other).name} is new or changed")
        for other in self._gone["other"]:
            changes.owners.setdefault(PELICAN, f"{Path(other).name} is gone")
        self._add_editions(changes)
        changes.is_table_changed = self._is_table_changed()
        self._add_links(changes)
        self._add_templates(changes)
        return changes

    def _add_editions(self, changes: Changes) -> None:
        found, gone = self.found.editions, self._gone["edition"]
        changed = [path for path, stamp in found.items() if self._is_changed(("edition", path), path, stamp)]
        changes.editions = [Path(path).name for path in changed]
        changes.gone_editions = [Path(path).name for path in gone]
        for path in (*changed, *gone):
            reason = f"editions/{Path(path).name} {'is new or changed' if path in found else 'is gone'}"
            changes.owners.setdefault("front", reason)
            changes.owners.setdefault(f"day {Path(path).stem}", reason)

    def _is_table_changed(self) -> bool:
        changed = [path for path, stamp in self.found.table.items() if self._is_changed(("table", path), path, stamp)]
        return bool(changed or self._gone["table"])

    def _why_all(self, *, full: bool) -> str:
        if self._index.fact("program") is None:
            return _FIRST
        if self._index.fact("unfinished"):
            return "the last build was interrupted"
        if self._index.fact("program") != self.found.program:
            return _PROGRAM
        if self._changed_settings:
            return f"the setting {self._changed_settings[0]} changed"
        return "all was asked for" if full else ""

    def _add_links(self, changes: Changes) -> None:
        """Add what links to posts that changed, came or went."""
        links: dict[str, list[str]] = self._index.fact("links") or {}
        other = changes.posts.keys() | set(changes.gone)
        for source, targets in links.items():
            touched = sorted(other.intersection(targets))
            if not touched:
                continue
            reason = f"it links to {touched[0]}, which changed"
            if source == PELICAN:
                changes.owners.setdefault(PELICAN, reason)
            elif source in self.found.posts:
                changes.posts.setdefault(source, reason)

    def _add_templates(self, changes: Changes) -> None:
        changed = set(self.changed_templates)
        if not changed:
            return
        known = self._index.fact("parts") or {}
        for kind, files in self._parts.items():
            if changed.intersection(files) or files != known.get(kind):
                touched = sorted(changed.intersection(files)) or sorted(changed)
                changes.kinds[kind] = f"the template {Path(touched[0]).name} changed"

    def remember(self, edited: Collection[str], read_again: Collection[str]) -> None:
        """Note all that was found, once the site is made of it.

        :param edited: of the posts that were read, those whose page depends on the text as written too
        :param read_again: the posts that were read
        """
        gone = [(kind, name) for kind, names in self._gone.items() for name in names]
        gone += [("made", post) for post in read_again if post not in edited and post in self._by_kind["made"]]
        for post in edited:
            path = made_path(self._folder / post)
            self._fresh["made", post] = (look(path), scan.digest(path))
        settled = {
            source: (stamp if scan.is_settled(stamp[1], self._now) else _UNSETTLED, digest)
            for source, (stamp, digest) in self._fresh.items()
        }
        self._index.sources.keep(settled, gone)
        facts = {
            "program": self.found.program, "settings": self._setting_keys, "parts": self._parts, "limits": self.limits,
            "unfinished": None,
        }  # fmt: skip
        for name, value in facts.items():
            if self._index.fact(name) != value:
                self._index.note(name, value)

    def note_read(self, post: str, digest: str) -> None:
        """Note what tells the text of a post, as it was read, from all others."""
        stamp = self.found.posts[post]
        if self._known_posts.get(post) != stamp:
            self._fresh["post", post] = (stamp, digest)

    def with_base(self, kept: Kept) -> Kept:
        """Return what is kept of a post with a version that tells the text as written too, where that counts."""
        if not kept.record["edited"]:
            return kept
        base = scan.digest(made_path(self._folder / kept.post))
        return replace(kept, version=keys.of_texts([kept.version, base]))

    def _groups(self) -> Iterator[tuple[str, Mapping[str, Stamp]]]:
        yield "post", self.found.posts
        yield "made", self.found.posts
        yield "template", self.found.templates
        yield "other", self.found.others
        yield "edition", self.found.editions
        yield "table", self.found.table

    def _digest(self, source: Source) -> str:
        return self._fresh[source][1] if source in self._fresh else self._index.sources.digest(source)

    def _is_changed(self, source: Source, path: str | Path, stamp: Stamp | None = None) -> bool:
        """Whether a file has another content than when it was last made something of."""
        kind, name = source
        known = self._by_kind[kind].get(name)
        now = self.found.templates[str(path)] if stamp is None else stamp
        if known is not None and known == now:
            return False
        if source not in self._fresh:
            self._fresh[source] = (now, scan.digest(Path(path)))
        return known is None or self._index.sources.digest(source) != self._fresh[source][1]
