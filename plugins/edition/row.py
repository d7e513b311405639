"""A row: what a listing shows of one story, and the order in which stories stand everywhere."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.leaning import SIDES, Segment, segments
from briefing.story import DateFrom, Passage, Sides, Story

_LAST_DAY = datetime.date.max.toordinal()
_DIGITS = 7  # of a day's number
_MOST = 10**19  # articles that no story has


@dataclass(frozen=True, slots=True)
class TopicName:
    """A topic as a story names it, with the slug of its page."""

    name: str
    slug: str

    def __iter__(self) -> Iterator[str]:
        return iter((self.name, self.slug))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One story in a listing. ``path`` leads from the site's root to its page and ends in ``/``.

    ``blurb`` is the standfirst or the first point of the summary, ``blurb_by`` whose words it is; both are None
    where the story has none, or the site's ``RIGHTS`` hold it back. ``blurb_is_edited``: the words are an editor's.
    ``is_dated``: the ``date`` is not just the day of conversion. ``is_article``: its page is itself an article, of
    ``outlet``, and counts none.
    """

    id: str
    slug: str
    path: str
    title: str  # empty where the page has no headline
    date: datetime.date
    is_dated: bool
    added: datetime.datetime
    modified: datetime.datetime | None
    language: str | None
    blurb: str | None
    blurb_by: str | None
    blurb_is_edited: bool
    is_article: bool
    outlet: str | None
    articles: int | None
    bias: Sides[int | None]
    first_report_outlet: str | None
    first_report_place: str | None
    topics: tuple[TopicName, ...]
    outlets: tuple[str, ...]
    places: tuple[str, ...]
    category: str | None

    @property
    def bar(self) -> tuple[Segment, ...]:
        """The parts of the bar that shows how the outlets lean."""
        return segments(self.bias)

    @property
    def shares(self) -> tuple[tuple[str, int], ...]:
        """The sides whose share of the outlets is stated, with the share in per cent."""
        sides = ((side, getattr(self.bias, side)) for side in SIDES)
        return tuple((side, share) for side, share in sides if share is not None)

    @property
    def unshared(self) -> tuple[str, ...]:
        """The sides whose share is not stated."""
        return tuple(side for side in SIDES if getattr(self.bias, side) is None)

    @property
    def fresh(self) -> str:
        """A text to sort by in feeds: when the story was added, to the second, then its date."""
        return f"{in_utc(self.added)[:19]} {self.date.isoformat()}"

    @property
    def place(self) -> str:
        """A text to sort by: date, newest first; then articles, most first, unstated last; then id."""
        articles = self.articles or 0
        return f"{_LAST_DAY - self.date.toordinal():0{_DIGITS}}{self.articles is None:d}{_MOST - articles:020}{self.id}"


def in_utc(moment: datetime.datetime) -> str:
    """Return a moment as a text that sorts as it does."""
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f").rjust(26, "0")


def day_of(place: str) -> datetime.date:
    """Return the date of the story that has a :attr:`Row.place`."""
    return datetime.date.fromordinal(_LAST_DAY - int(place[:_DIGITS]))


def place_before(date: datetime.date) -> str:
    """Return from which :attr:`Row.place` on stories are of days before a date."""
    return f"{_LAST_DAY - date.toordinal() + 1:0{_DIGITS}}"


def make_row(story: Story, path: str, topics: Iterable[TopicName] = ()) -> Row:
    """Return the row of a story.

    :param story: the story, already held to the site's ``RIGHTS``
    :param path: of its page, from the site's root
    :param topics: its topics that have a page; of those with one slug the first is kept
    """
    bias = Sides(*(getattr(story.bias, side).value for side in SIDES))
    first_report = story.first_report
    blurb, blurb_by, is_edited = blurb_of(story)
    return Row(
        id=story.id,
        slug=story.slug,
        path=path,
        title=story.title.text or "",
        date=story.date,
        is_dated=story.date_from is not DateFrom.CONVERSION,
        added=story.added,
        modified=story.modified,
        language=story.language,
        blurb=blurb,
        blurb_by=blurb_by,
        blurb_is_edited=is_edited,
        is_article=story.is_article,
        outlet=story.outlet.value,
        articles=story.articles.value,
        bias=bias,
        first_report_outlet=first_report.outlet.value,
        first_report_place=first_report.place.value,
        topics=tuple({topic.slug: topic for topic in reversed(tuple(topics)) if topic.slug}.values())[::-1],
        outlets=_distinct(first_report.outlet.value, story.outlet.value, *(card.outlet for card in story.coverage)),
        places=_distinct(first_report.place.value, story.dateline.value, *(card.place for card in story.coverage)),
        category=story.category,
    )


def _distinct(*names: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def blurb_of(story: Story) -> tuple[str | None, str | None, bool]:
    """Return the first words to show of a story, and whose they are; those that an editor changed are no one else's."""
    if story.standfirst and story.standfirst.text:
        return _blurb(story, story.standfirst, story.outlet.value)
    point = next((passage for passage in story.summary if passage.text), None)
    return _blurb(story, point, story.summary_by.value) if point else (None, None, False)


def _blurb(story: Story, passage: Passage, author: str | None) -> tuple[str | None, str | None, bool]:
    """Tell whose a text is: an editor's change is not the words of the page's author."""
    changed = story.document is not None and passage.lines is None
    return passage.text, None if changed else author, changed
