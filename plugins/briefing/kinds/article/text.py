"""An article saved as text or Markdown: its head, line by line, and its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.documents.addresses import is_address
from briefing.documents.lines import Line
from briefing.facts.dates import find_dates
from briefing.kinds.article import words
from briefing.kinds.article.dates import read_moment
from briefing.kinds.article.front import Entry, read_front, read_label
from briefing.kinds.article.names import fold, names_in, read_byline, without_by
from briefing.kinds.article.parts import Parts
from briefing.kinds.article.prose import count_words, ends_sentence, is_running
from briefing.kinds.article.text_paragraphs import Paragraph, paragraphs
from briefing.story import Evidence, Field, Lines, Passage, stated

_LONGEST_HEADLINE = 200  # characters
_FEWEST_WORDS, _MOST_WORDS = 3, 25  # of a headline that only its place tells
_MOST_WORDS_WITH_DATE = 12  # of a line that is there to tell a date
_LANGUAGE_MARKS = "-_"


def read_text(lines: Sequence[Line]) -> Parts:
    """Return the parts of an article that is saved as text."""
    front, rest = read_front(lines)
    head = _Head(front)
    found = paragraphs(rest)
    start = next((i for i, paragraph in enumerate(found) if _begins_text(paragraph, found[i + 1 :])), len(found))
    for paragraph in found[:start]:
        head.take(paragraph)
    body = found[start:]
    if body:
        body[0] = head.take_date_before(body[0])
    end = next((i for i, paragraph in enumerate(body) if i and words.END.match(paragraph.text)), len(body))
    sentences = (p for p in body[:end] if not p.heading and not p.bullet and ends_sentence(p.text))
    texts = tuple(paragraph.passage for paragraph in sentences)
    return head.parts(texts)


def _begins_text(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether a paragraph is the first of an article's text, and not a headline that ends as sentences do."""
    text = paragraph.text
    if paragraph.heading or paragraph.bullet or not is_running(text) or read_label(text) or read_byline(text):
        return False
    is_question = text.rstrip("\"'”’»").endswith(("?", "!")) and count_words(text) <= _MOST_WORDS  # noqa: RUF001
    return not (is_question and any(is_running(other.text) for other in following[:3]))


class _Head:
    """What stands above an article's text, taken one paragraph after the other."""

    def __init__(self, front: Sequence[Entry]) -> None:
        self._entries = list(front)
        self._headings: list[Paragraph] = []  # marked as such by Markdown
        self._candidates: list[Passage] = []  # lines that can be a headline or a standfirst, until a byline or date
        self._byline: Field[str] = Field()
        self._published: Field[str] = Field()
        self._updated: Field[str] = Field()
        self._ended = False  # a byline or a date ends the lines among which the headline is

    def take(self, paragraph: Paragraph) -> None:
        """Take a paragraph that is no text of the article."""
        entry = read_label(paragraph.text, paragraph.lines)
        if paragraph.heading:
            self._headings.append(paragraph)
        elif entry:
            self._entries.append(entry)
            self._ended = True
        elif names := read_byline(paragraph.text):
            self._byline = self._byline if self._byline.stated else _said(names, paragraph)
            self._ended = True
        elif self._take_date(paragraph):
            self._ended = True
        elif not self._ended and not paragraph.bullet and not words.NOISE.fullmatch(paragraph.text):
            self._candidates.append(paragraph.passage)

    def take_date_before(self, paragraph: Paragraph) -> Paragraph:
        """Return the first paragraph without the date that some services set before it: "date 2026-06-02 A ship"."""
        match = words.DATE_BEFORE.match(paragraph.text)
        if match is None or read_moment(match["day"]) is None:
            return paragraph
        if not self._published.stated:
            self._published = _said(match["day"], paragraph)
        return paragraph.cut(match.end())

    def _take_date(self, paragraph: Paragraph) -> bool:
        """Take a line that is there to tell when the article was published or changed; return whether it is one."""
        text = paragraph.text
        dates = find_dates(text)
        if (
            not dates
            or count_words(text) > _MOST_WORDS_WITH_DATE
            or not words.BEFORE_DATE.search(_before(text, dates[0].text))
        ):
            return False
        change = words.UPDATED_WORDS.search(text)
        for found in dates[:2]:
            is_change = change is not None and change.start() < text.find(found.text)
            field = _said(found.date.isoformat(), paragraph)
            if is_change and not self._updated.stated:
                self._updated = field
            elif not is_change and not self._published.stated:
                self._published = field
        return True

    def parts(self, body: tuple[Passage, ...]) -> Parts:
        """Return the parts of the article whose text is ``body``."""
        title, standfirst = self._title_and_standfirst(body)
        outlet = self._field("outlet")
        byline = self._names(outlet.value)
        return Parts(
            title=title,
            standfirst=standfirst,
            body=body,
            byline=byline if byline.stated else self._byline,
            outlet=outlet,
            published=self._day("published", self._published),
            updated=self._day("updated", self._updated),
            address=self._field("address"),
            language=next((e.value.replace("_", "-") for e in self._entries if e.key == "language"), None),
        )

    def _title_and_standfirst(self, body: Sequence[Passage]) -> tuple[Passage, Passage | None]:
        headings = sorted(self._headings, key=lambda heading: heading.heading > 1)  # the first of the highest level
        heading = headings[0] if headings else None
        title = self._passage("title")
        if heading and (heading.heading == 1 or title is None):
            title = heading.passage
        candidates = [passage for passage in self._candidates if not title or passage.text != title.text]
        if title is None:
            title, candidates = self._first_headline(candidates)
        below = self._passage("standfirst") or next(iter(candidates if title.text else ()), None)
        text = below.text if below else None
        if text is None or count_words(text) < _FEWEST_WORDS or words.CUT.search(text):
            return title, None
        is_repeated = any((passage.text or "").startswith(text) for passage in body)
        return title, None if is_repeated else below

    def _first_headline(self, candidates: Sequence[Passage]) -> tuple[Passage, list[Passage]]:
        """Return the headline that nothing but its place tells, and what stands below it.

        Of more than two lines it cannot be told which is the headline, but the one above a byline or a date is.
        """
        headlines = [passage for passage in candidates if _is_headline(passage.text or "")]
        if self._ended and headlines:
            at = candidates.index(headlines[-1])
            if len(headlines) > 1 and candidates[at - 1] is headlines[-2] and len(candidates) - at == 1:
                at -= 1
            if len(candidates) - at <= 2:  # noqa: PLR2004 - a headline with its standfirst
                return candidates[at], list(candidates[at + 1 :])
        elif headlines and 1 <= len(candidates) <= 2 and headlines[0] is candidates[0]:  # noqa: PLR2004
            return candidates[0], list(candidates[1:])
        return Passage(""), []

    def _passage(self, key: str) -> Passage | None:
        return next((Passage(e.value, e.lines) for e in self._entries if e.key == key), None)

    def _field(self, key: str) -> Field[str]:
        return next((e.field for e in self._entries if e.key == key), Field())

    def _day(self, key: str, found: Field[str]) -> Field[str]:
        for entry in self._entries:
            if entry.key == key and (moment := entry.moment).stated:
                return moment
        return found

    def _names(self, outlet: str | None) -> Field[str]:
        """Return the authors that the head names, those of a list joined by commas."""
        entries = [e for e in self._entries if e.key == "byline" and not is_address(e.value)]
        entries = [e for e in entries if fold(e.value) != fold(outlet or "")]
        if len(entries) < 2:  # noqa: PLR2004
            return entries[0].named(without_by(entries[0].value)) if entries else Field()
        numbers = Lines(entries[0].lines.first, entries[-1].lines.last)
        values = tuple(entry.value for entry in entries)
        return stated(", ".join(values), Evidence(numbers, values))


def _before(text: str, found: str) -> str:
    return text[: text.find(found)]


def _said(value: str, paragraph: Paragraph) -> Field[str]:
    return stated(value, Evidence(paragraph.lines, paragraph.texts))


def _is_headline(text: str) -> bool:
    """Whether a line can be a headline: short, of several words, and not ended as sentences of a text are."""
    return (
        len(text) <= _LONGEST_HEADLINE
        and _FEWEST_WORDS <= count_words(text) <= _MOST_WORDS
        and not text.endswith((".", ":", ";", ",", "…"))
        and names_in(text) != text
    )
