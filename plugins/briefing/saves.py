"""Saves of one story: when two are, which is the newest, and what is kept of an older one.

The rules are those of ``docs/format.md``, "The same story saved again".
"""

from __future__ import annotations

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from briefing.folding import fold_address, fold_text
from briefing.story import DateFrom, FirstReport, Passage, Save, Story

T = TypeVar("T")
SaveT = TypeVar("SaveT", Story, Save)

_DIGITS = 16  # of a digest, hexadecimal
_MOST_DAYS = 3  # between saves with the same headline


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a save is known as one of a story; what it does not have is None or empty.

    ``story_id`` is given by hand, or that of a post. Address, headline, first report and points are folded, so that
    equal ones are the same text. ``day`` is the story's, unless it is only that of conversion.
    """

    story_id: str | None = None
    address: str | None = None
    title: str = ""
    day: datetime.date | None = None
    first_report: str = ""
    points: frozenset[str] = frozenset()

    def record(self) -> dict[str, Any]:
        """Return all of it as JSON can have it."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return values | {"day": self.day and self.day.isoformat(), "points": sorted(self.points)}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Identity:
        """Return what :meth:`record` was made of."""
        day = datetime.date.fromisoformat(record["day"]) if record["day"] else None
        return cls(**record | {"day": day, "points": frozenset(record["points"])})


def identity_of(story: Story, by_hand: str | None) -> Identity:
    """Return by what a story is known that one document tells.

    A story and what is read of its post have the same identity.

    :param by_hand: the id that the document's sidecar gives, or that of the story's post
    """
    return Identity(
        story_id=by_hand,
        address=fold_address(story.address.value) if story.address.value else None,
        title=fold_text(story.title.text or ""),
        day=None if story.date_from is DateFrom.CONVERSION else story.date,
        first_report=_first_report(story.first_report),
        points=_points(story.summary),
    )


def identities_of(story: Story) -> Iterator[Identity]:
    """Yield by what the story of a post is known: its newest save, then the earlier ones.

    Of these the post has no summary, and no other days than those that the page states.
    """
    yield identity_of(story, story.id)
    for save in story.history:
        yield Identity(
            story_id=story.id,
            address=fold_address(save.address.value or ""),
            title=fold_text(save.title.text or ""),
            day=_day(save),
            first_report=_first_report(save.first_report),
        )


def is_same(one: Identity, other: Identity) -> bool:
    """Whether two saves are of one story."""
    return (
        (one.story_id is not None and one.story_id == other.story_id)
        or (one.address is not None and one.address == other.address)
        or (bool(one.title) and one.title == other.title and _are_near(one.day, other.day))
        or (bool(one.first_report) and one.first_report == other.first_report and _share_points(one, other))
    )


def contradict(one: Identity, other: Identity) -> bool:
    """Whether two pages are surely of different stories: other addresses, or another headline of another time."""
    if one.address and other.address:
        return one.address != other.address
    return one.title != other.title and not _are_near(one.day, other.day)


def _are_near(one: datetime.date | None, other: datetime.date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= _MOST_DAYS


def _share_points(one: Identity, other: Identity) -> bool:
    shorter = min(len(one.points), len(other.points))
    return shorter > 0 and 2 * len(one.points & other.points) >= shorter


class Index(Generic[T]):
    """Finds the stories that a document is a save of among many, without comparing it with each.

    A story is known by each of its saves: whatever is a save of one of them is a save of the story.
    """

    def __init__(self) -> None:
        self._entries: list[tuple[Identity, T]] = []
        self._places = defaultdict[Hashable, list[int]](list)

    def add(self, identity: Identity, story: T) -> None:
        """Add a save of a story; the story may stand for it in any form."""
        for key in _keys(identity):
            self._places[key].append(len(self._entries))
        self._entries.append((identity, story))

    def find(self, identity: Identity) -> T | None:
        """Return the story that a document is a save of: of several the one that was added first; None if of none."""
        return next(iter(self.find_all(identity)), None)

    def find_all(self, identity: Identity) -> list[T]:
        """Return all stories that a document is a save of, in the order in which they were added."""
        is_title_known = ("title", identity.title) in self._places  # as few are: days need not be looked at
        keys = _asked(identity) if is_title_known else _plain_keys(identity)
        near = {place for key in keys for place in self._places.get(key, ())}
        entries = (self._entries[place] for place in sorted(near))
        found = {id(story): story for known, story in entries if is_same(identity, known)}
        return list(found.values())


def _keys(identity: Identity) -> Iterator[Hashable]:
    """Yield the keys under which an identity is found."""
    yield from _plain_keys(identity)
    if identity.title:
        yield "title", identity.title
        yield "title", identity.title, identity.day


def _asked(identity: Identity) -> Iterator[Hashable]:
    """Yield the keys under which all stand that may be the same."""
    yield from _plain_keys(identity)
    if identity.title and identity.day is None:
        yield "title", identity.title
    elif identity.title and identity.day:
        days = (identity.day.toordinal() + apart for apart in range(-_MOST_DAYS, _MOST_DAYS + 1))
        near = (datetime.date.fromordinal(day) for day in days if 1 <= day <= datetime.date.max.toordinal())
        yield from (("title", identity.title, day) for day in (None, *near))


def _plain_keys(identity: Identity) -> Iterator[Hashable]:
    if identity.story_id is not None:
        yield "id", identity.story_id
    if identity.address is not None:
        yield "address", identity.address
    if identity.first_report:
        yield from (("first report", identity.first_report, point) for point in identity.points)


def newest_first(saves: Iterable[SaveT]) -> tuple[SaveT, ...]:
    """Return saves of one story in the order of their age, whatever order they came in.

    Those that the page dates are in the order of their dates. Each other one has its place by its number of articles:
    before the first of them that has fewer. By dates, and by numbers, several may be older than each other in a
    circle: then the dates have it.
    """
    ordered = sorted(saves, key=_by_articles, reverse=True)
    dated = sorted((save for save in ordered if _moment(save)), key=lambda save: _moment(save) or "", reverse=True)
    for save in reversed([save for save in ordered if not _moment(save)]):
        older = (place for place, other in enumerate(dated) if _by_articles(save) > _by_articles(other))
        dated.insert(next(older, len(dated)), save)
    return tuple(dated)


def _by_articles(save: Story | Save) -> tuple[int, str, str]:
    """Return what tells the age of saves without dates; one whose number is not known is the older."""
    document = save.document
    count = save.articles.value if save.articles.value is not None else -1
    return count, document.name if document else "", document.sha256 if document else ""


def _moment(save: Story | Save) -> str | None:
    """Return when the page says that it was updated, else published, so that later ones sort behind; None if never."""
    for field in (save.updated, save.published):
        try:
            moment = datetime.datetime.fromisoformat(field.value or "")
            moment = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
            return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")
        except (ValueError, OverflowError):  # an editor may have written anything
            continue
    return None


def save_of(story: Story) -> Save:
    """Return what is kept of a story's save once there is a newer one.

    :raises ValueError: if the story has no document
    """
    if story.document is None:
        message = "A story without a document is no save of a page"
        raise ValueError(message)
    names = {field.name for field in fields(Save)} - {"document"}
    return Save(document=story.document, **{name: getattr(story, name) for name in names})


def _day(save: Save) -> datetime.date | None:
    """Return the day of an earlier save, as that of a story is found."""
    try:
        return datetime.date.fromisoformat((save.published.value or "")[:10])
    except ValueError:
        return save.first_report.date.value


def _first_report(report: FirstReport) -> str:
    """Return the sentence about the first report; it may stand several times."""
    evidence = report.outlet.evidence or report.place.evidence or report.date.evidence
    return fold_text(" ".join(dict.fromkeys(evidence.words))) if evidence else ""


def _points(summary: Iterable[Passage]) -> frozenset[str]:
    """Return the digests of the points: all that they are asked is whether two are equal."""
    folded = filter(None, (fold_text(passage.text or "") for passage in summary))
    return frozenset(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS] for text in folded)
