"""The story model: what one document tells, as data.

Everything is frozen, nothing here does I/O, and nothing of the project is imported. Vocabulary and
meaning follow ``docs/format.md``: a field is stated, locked or absent; what is stated has an origin
(whose words it is) and, unless an editor gave it, the evidence that it was read from.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")

ARTICLE = "article"  # the kind of a page that is itself an article
_SITES = {"ground-news-story": "Ground News"}  # of kinds that are the pages of one site


class State(StrEnum):
    """What a document says of a fact."""

    STATED = "stated"
    LOCKED = "locked"  # the page says that it needs a subscription
    ABSENT = "absent"


class Origin(StrEnum):
    """Whose words a fact is."""

    PAGE = "page"  # the site's own data
    SUMMARY = "summary"  # an AI's or an outlet's summary: second-hand
    OUTLET = "outlet"  # a card's headline or excerpt
    EDITOR = "editor"  # changed or added by hand


class DateFrom(StrEnum):
    """Where the day of a story comes from."""

    PUBLISHED = "published"
    FIRST_REPORT = "first_report"
    SUMMARY = "summary"
    CONVERSION = "conversion"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True, order=True)
class Lines:
    """An unbroken range of a document's lines, counted from 1, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words that a fact was read from: ``words`` has one text per line that is not blank."""

    lines: Lines
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One fact in one of the three states.

    ``value`` is None unless stated. ``evidence`` is None where absent, and where an editor gave the
    value. ``page`` is what the page itself says, where an editor changed it.
    """

    state: State = State.ABSENT
    value: T | None = None
    evidence: Evidence | None = None
    origin: Origin | None = None
    page: Field[T] | None = None

    @property
    def stated(self) -> bool:
        """Whether there is a value."""
        return self.state is State.STATED

    @property
    def lines(self) -> Lines | None:
        """The lines of the evidence."""
        return self.evidence.lines if self.evidence else None


def stated(value: T, evidence: Evidence, origin: Origin = Origin.PAGE) -> Field[T]:
    """Return a field with a value that was read from ``evidence``."""
    return Field(State.STATED, value, evidence, origin)


def locked(evidence: Evidence) -> Field[T]:
    """Return a field that the page withholds in the words of ``evidence``."""
    return Field(State.LOCKED, None, evidence, Origin.PAGE)


@dataclass(frozen=True, slots=True)
class Sides(Generic[T]):
    """One thing for each of the three leanings."""

    left: T
    center: T
    right: T


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that stands word for word in the document.

    ``lines`` is None where an editor gave the text; ``page`` is then what the page has, if anything.
    ``text`` is None only where the site's ``RIGHTS`` hold it back.
    """

    text: str | None
    lines: Lines | None = None
    page: Passage | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An article as a story page lists it. What the page has lost or never said is None."""

    headline: str | None = None
    outlet: str | None = None
    bias: str | None = None  # the page's own word: "Lean Left"
    excerpt: str | None = None  # without the ellipsis it was cut with
    excerpt_cut: bool = False
    place: str | None = None
    reposts: int | None = None
    reposted_by: tuple[str, ...] = ()
    url: str | None = None
    time: str | None = None  # a moment, RFC 3339
    lines: Lines | None = None
    page: Card | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the document has between quotation marks, without those marks."""

    text: str
    speaker: str | None = None
    role: str | None = None
    origin: Origin = Origin.SUMMARY
    lines: Lines | None = None
    page: Quote | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a text names."""

    name: str
    role: str | None = None
    origin: Origin = Origin.SUMMARY
    lines: Lines | None = None
    page: Person | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that a text names."""

    name: str
    origin: Origin = Origin.SUMMARY
    lines: Lines | None = None
    page: Organisation | None = None


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as a text writes it, and the day it means."""

    text: str
    date: datetime.date
    lines: Lines | None = None
    page: WrittenDate | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, as a text writes it."""

    text: str
    lines: Lines | None = None
    page: Figure | None = None


Item = Passage | Card | Quote | Person | Organisation | WrittenDate | Figure


@dataclass(frozen=True, slots=True)
class FirstReport:
    """Who reported the story first, where and when; stated when an outlet is named."""

    outlet: Field[str] = Field()
    place: Field[str] = Field()
    date: Field[datetime.date] = Field()


@dataclass(frozen=True, slots=True)
class Document:
    """The saved page a story was read from. ``name`` is its path below the documents folder, with ``/``."""

    name: str
    sha256: str
    kind: str

    @property
    def site(self) -> str | None:
        """The name of the site whose page it is; None where its kind is that of many sites, or not known."""
        return _SITES.get(self.kind)


@dataclass(frozen=True, slots=True)
class Correction:
    """A line that an editor added under Corrections."""

    date: datetime.date
    text: str


@dataclass(frozen=True, slots=True)
class Addition:
    """Ordinary Markdown of an editor: it stands in ``section`` after the first ``after`` items of it.

    ``section`` is empty before the first section, "notes" for a footnote, and "header" for comments in the front
    matter. A by-line counts as the item after the last one.
    """

    section: str
    after: int
    markdown: str


_ABSENT_SIDES: Sides[Field[int]] = Sides(Field(), Field(), Field())
_ABSENT_SUMMARIES: Sides[Field[str]] = Sides(Field(), Field(), Field())


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a document tells by itself: what a kind reads from its lines."""

    # What the page says.
    title: Passage  # its text is empty where the page has no headline
    language: str | None = None  # BCP 47
    standfirst: Passage | None = None
    summary: tuple[Passage, ...] = ()
    summary_form: str | None = None  # "points" or "prose"
    summary_by: Field[str] = Field()
    side_summaries: Sides[Field[str]] = _ABSENT_SUMMARIES
    published: Field[str] = Field()  # a day or a moment
    updated: Field[str] = Field()
    articles: Field[int] = Field()
    bias: Sides[Field[int]] = _ABSENT_SIDES  # per cent of the rated outlets
    counts: Sides[Field[int]] = _ABSENT_SIDES  # as the page's tabs or coverage details count
    first_report: FirstReport = FirstReport()
    sources_from: Field[str] = Field()
    factuality: Field[str] = Field()
    ownership: Field[str] = Field()
    blindspot: Field[str] = Field()
    byline: Field[str] = Field()
    outlet: Field[str] = Field()
    dateline: Field[str] = Field()  # the place in it, of an article
    address: Field[str] = Field()  # of the page itself on the web
    page_topics: Field[tuple[str, ...]] = Field()
    coverage: tuple[Card, ...] = ()

    # What standfirst and summary say, picked out.
    quotes: tuple[Quote, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    dates: tuple[WrittenDate, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Save:
    """An earlier save of a story: the page as another document has it, as far as it is shown beside the newest save.

    All evidence is in the lines of ``document``.
    """

    document: Document
    title: Passage
    published: Field[str] = Field()
    updated: Field[str] = Field()
    address: Field[str] = Field()
    articles: Field[int] = Field()
    bias: Sides[Field[int]] = _ABSENT_SIDES
    counts: Sides[Field[int]] = _ABSENT_SIDES
    first_report: FirstReport = FirstReport()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Facts):
    """What a post holds, whole: the document's facts, what convert noted down once, and an editor's work."""

    id: str  # urn:uuid:...
    slug: str
    date: datetime.date
    date_from: DateFrom
    added: datetime.datetime
    modified: datetime.datetime | None = None
    status: str = "published"  # or "draft", "skip", as Pelican's STATUS metadata
    category: str | None = None
    topics: tuple[str, ...] = ()
    document: Document | None = None  # None for a post written by hand
    history: tuple[Save, ...] = ()  # earlier saves, newest first

    corrections: tuple[Correction, ...] = ()
    additions: tuple[Addition, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()  # section, heading: where not the usual one
    metadata: tuple[tuple[str, str], ...] = ()  # further front matter, handed on to Pelican

    @property
    def is_article(self) -> bool:
        """Whether the saved page is itself an article, and not a page about articles."""
        return self.document is not None and self.document.kind == ARTICLE
