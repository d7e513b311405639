"""What becomes of one story: of its post, and of each document that tells it. Nothing is written here."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefing import corpus, files, merging, post, saves
from briefing.convert.grouping import Group
from briefing.convert.intake import Reading
from briefing.convert.options import Options
from briefing.convert.report import Outcome, Result
from briefing.corpus import KnownPost
from briefing.slugs import make_slug
from briefing.story import DateFrom, Save, Story

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settled:
    """What is to be done: the outcomes by the documents' keys, and the texts to write, in UTF-8, if any.

    ``name`` is the post's file name, ``content`` its new text, ``made`` the text to be kept as the base for merging.
    ``alone`` is the document that alone tells a new story; ``before`` is the post's text that the new one replaces.
    """

    outcomes: dict[str, Outcome]
    name: str = ""
    content: bytes = b""
    made: bytes = b""
    alone: Reading | None = None
    before: str = ""

    def with_all(self, **changes: Any) -> Settled:
        """Return the same with something changed in all outcomes."""
        return replace(self, outcomes={key: replace(one, **changes) for key, one in self.outcomes.items()})

    def with_doubts(self, doubts: Iterable[str]) -> Settled:
        """Return the same with more to look at in all outcomes."""
        more = tuple(doubts)
        return replace(
            self, outcomes={key: replace(one, doubts=(*one.doubts, *more)) for key, one in self.outcomes.items()}
        )

    def with_text(self, text: str, made: str | None = None) -> Settled:
        """Return the same with the texts to write: without another one ``text`` is as it was made."""
        content = text.encode()
        return replace(self, content=content, made=content if made is None else made.encode())


@dataclass(frozen=True, slots=True)
class _Sides:
    """A story as it was written (None where that is lost), as it stands, and as its documents tell it now."""

    base: Story | None
    mine: Story
    theirs: Story


class Settling:
    """Settles one story after the other, and knows which slugs are taken."""

    def __init__(
        self,
        folder: Path,
        posts: Collection[KnownPost],
        present: Collection[str],
        now: datetime.datetime,
        options: Options,
    ) -> None:
        """Take the folder of posts, the posts in it, and the SHA-256 of the documents that are there."""
        self._folder = folder
        self._present = present
        self._now = now
        self._timezone = options.timezone
        self._take = options.take
        self._slugs: dict[str, KnownPost | None] = {known.slug: known for known in posts}

    def settle(self, group: Group) -> Settled:
        """Return what becomes of a story, whatever is wrong with its post."""
        readings, same = _distinct(group, self._present)
        if not readings:
            return Settled(same)
        name = group.post.name if group.post else None
        try:
            settled = self._renew(group.post, readings) if group.post else self._make(readings)
        except post.PostError as error:
            reason = f"its post cannot be read, and is left as it is: {error}"
            settled = _all(readings, Result.EDITED, name, reason)
        except OSError as error:
            reason = f"its post cannot be read ({error.strerror}), and is left as it is"
            settled = _all(readings, Result.EDITED, name, reason)
        except Exception as error:  # no story can stop the others
            logger.debug("A story could not be settled", exc_info=error)
            reason = f"made this program fail ({type(error).__name__}), which is a fault of this program"
            settled = _all(readings, Result.EDITED, name, reason)
        if group.others:
            settled = settled.with_doubts(f"this story has another post too, {name}" for name in group.others)
        return replace(settled, outcomes=settled.outcomes | same) if same else settled

    def _make(self, readings: list[Reading]) -> Settled:
        """Make the post of a new story."""
        first = readings[0]
        if len(readings) == 1 and first.post and first.given_id is None and self._is_free(first.post):
            self._slugs[first.post.slug] = first.post
            outcome = _outcome(first, Result.NEW, first.post.name, untitled=not first.post.has_title)
            return Settled({first.key: outcome}, first.post.name, first.content, first.content, first)
        newest, *others = saves.newest_first([reading.story(self._timezone) for reading in readings])
        title = newest.title.text or ""
        story_id = next((one.given_id for one in readings if one.given_id), None) or [newest, *others][-1].id
        lost = self._slugs.get(make_slug(title, story_id))
        slug = make_slug(title, story_id, self._slugs)
        made = replace(newest, slug=slug, id=story_id, history=tuple(map(saves.save_of, others)))
        name = lost.name if lost and not lost.story_id else corpus.post_name(made)
        if (self._folder / name).exists():
            reason = "its post does not say what it was made from, and is left as it is"
            return _all(readings, Result.EDITED, name, reason)
        self._slugs[slug] = None
        return _told(name, Result.NEW, readings, made).with_text(post.write(made))

    def _is_free(self, made: KnownPost) -> bool:
        return made.slug not in self._slugs and not (self._folder / made.name).exists()

    def _renew(self, known: KnownPost, readings: list[Reading]) -> Settled:
        """Renew the post of a story of which a document is new, changed or renamed; not over an editor's work."""
        if known.is_withdrawn:
            return _all(readings, Result.WITHDRAWN, known.name)
        path = self._folder / known.name
        text = post.decode(path.read_bytes(), path.name)  # as it is now: an editor may have saved it a moment ago
        mine = post.read(text, path.name, self._timezone)
        if mine.document is None:
            reason = "its post was written by hand, and is left as it is"
            return _all(readings, Result.EDITED, known.name, reason)
        is_edited = post.is_edited(text)
        base = self._written(path) if is_edited else mine
        theirs = self._theirs(base or mine, readings)
        if base == theirs:
            return _told(known.name, Result.UNCHANGED, readings, theirs)
        is_changed = base is None or not _only_renames(base, theirs)
        if is_changed:
            theirs = replace(theirs, modified=self._now)
        if is_edited:
            settled = self._merge(known.name, readings, _Sides(base, mine, theirs))
        else:
            result = Result.CHANGED if is_changed else Result.RENAMED
            settled = _told(known.name, result, readings, theirs).with_text(post.write(theirs))
        return replace(settled, before=text)

    def _merge(self, name: str, readings: list[Reading], sides: _Sides) -> Settled:
        """Merge what changed in a document into a post that was edited; what both changed is the editor's to settle."""
        side = self._take.side if self._take and self._take.post == name else None
        merged = merging.merge(sides.base, sides.mine, sides.theirs, side)
        difference = tuple(merging.describe(sides.base, sides.mine, sides.theirs))
        if merged.conflicts:
            parts = ", ".join(dict.fromkeys(conflict.part for conflict in merged.conflicts))
            reason = (
                f"you and the document changed the same: {parts}; the post is left as it is; convert --diff shows it"
            )
            return _told(name, Result.EDITED, readings, sides.theirs).with_all(reason=reason, difference=difference)
        is_renewed = sides.base is None or sides.theirs.modified != sides.base.modified
        modified = sides.theirs.modified if is_renewed else sides.mine.modified
        made = post.write(sides.theirs)
        text = post.seal_as_edited(post.write(replace(merged.story, modified=modified)), made)
        return _told(name, Result.MERGED, readings, sides.theirs).with_all(difference=difference).with_text(text, made)

    def _written(self, path: Path) -> Story | None:
        """Return the story of a post as it was written; None where that is lost."""
        made = files.made_path(path)
        return self._read(made) if made.is_file() else None

    def _read(self, path: Path) -> Story:
        return post.read(post.decode(path.read_bytes(), path.name), path.name, self._timezone)

    def _theirs(self, before: Story, readings: list[Reading]) -> Story:
        """Return the story as its documents tell it now, with what was made once."""
        names, digests = {one.name for one in readings}, {one.sha256 for one in readings}
        stories = [one.story(self._timezone) for one in readings]
        kept = [
            save for save in (saves.save_of(before), *before.history) if not self._is_replaced(save, names, digests)
        ]
        if any(save.document == before.document for save in kept):
            stories.append(replace(before, history=()))
            kept = [save for save in kept if save.document != before.document]
        newest, *others = saves.newest_first(stories)
        converted = before.added.astimezone(self._timezone).date()
        return replace(
            newest,
            id=before.id,
            slug=before.slug,
            added=before.added,
            modified=before.modified,
            date=converted if newest.date_from is DateFrom.CONVERSION else newest.date,
            history=saves.newest_first((*map(saves.save_of, others), *kept)),
        )

    def _is_replaced(self, save: Save, names: Collection[str], digests: Collection[str]) -> bool:
        """Whether a save's document has other bytes now, or was taken in again under another name."""
        document = save.document
        return document.sha256 in digests or (document.name in names and document.sha256 not in self._present)


def _told(name: str, result: Result, readings: list[Reading], theirs: Story) -> Settled:
    """Return the outcomes of a story's documents: the result is that of the one that tells it as it is now."""
    outcomes = {}
    for one in readings:
        if result is Result.EDITED or (theirs.document and one.sha256 == theirs.document.sha256):
            outcomes[one.key] = _outcome(one, result, name, untitled=not theirs.title.text)
        else:
            newest = theirs.document.name if theirs.document else ""
            outcomes[one.key] = Outcome(one.name, Result.EARLIER, name, f"the newest is {newest}", is_news=True)
    return Settled(outcomes, name)


def _all(readings: list[Reading], result: Result, name: str | None, reason: str = "") -> Settled:
    return Settled({one.key: Outcome(one.name, result, name, reason) for one in readings})


def _outcome(reading: Reading, result: Result, name: str, *, untitled: bool) -> Outcome:
    doubts = tuple(doubt.message for doubt in reading.doubts)
    is_news = result is not Result.UNCHANGED
    return Outcome(reading.name, result, name, untitled=untitled, doubts=doubts, is_news=is_news)


def _distinct(group: Group, present: Collection[str]) -> tuple[list[Reading], dict[str, Outcome]]:
    """Return the documents of a story without those that have the same text as another, and what is told of these."""
    post_name = group.post.name if group.post else None
    texts: dict[str, str] = {}
    if group.post and group.text_id and group.post.sha256 in present:
        texts[group.text_id] = group.post.document
    readings, same = [], {}
    for reading in group.readings:
        twin = texts.setdefault(reading.text_id, reading.name)
        if twin == reading.name:
            readings.append(reading)
        else:
            same[reading.key] = Outcome(reading.name, Result.SAME, post_name, f"the same text as {twin}")
    return readings, same


def _only_renames(before: Story, after: Story) -> bool:
    """Whether nothing but a document's name or place differs, of which a reader of the post sees nothing."""
    if before.document is None or after.document is None or before.document.sha256 != after.document.sha256:
        return False
    return replace(after, document=before.document) == before
