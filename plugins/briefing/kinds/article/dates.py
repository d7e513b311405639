"""When an article was published and changed, as its web page says: out of sight, by its times, or in words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from briefing.documents.lines import Line
from briefing.documents.tree import Element, Page
from briefing.facts.dates import find_dates
from briefing.kinds.article.prose import count_words
from briefing.kinds.article.words import BEFORE_DATE, DATE_LABEL, UPDATED_NAMES, UPDATED_WORDS, names_of
from briefing.story import Evidence, Field, Lines, stated

_PUBLISHED = (
    "ld:datePublished", "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "publishdate", "publish-date", "publication_date", "pubdate",
    "rbpubdate", "dc.date.issued", "dcterms.created",
)  # fmt: skip
_DATED = ("dc.date", "dcterms.date", "date", "ptime")  # which date these are of is not said
_UPDATED = (
    "ld:dateModified", "article:modified_time", "og:article:modified_time", "datemodified", "dcterms.modified",
)  # fmt: skip
# RFC 3339; a moment without seconds or with another offset is taken for its day.
_MOMENT = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)(?![\d:])")
_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_EARLIEST = datetime.date(1990, 1, 1)  # before the web a date is none of a page
_LONGEST_LABELLED = 40
_LONGEST_LINE = 200  # characters, of a line that gives a date
_MOST_WORDS = 8  # before a date: more are a caption
_MARKUP_AHEAD = 10  # lines in which the markup of a time is drawn, from where its element begins


def find_published(page: Page, shown: Sequence[Line], region: range) -> Field[str]:
    """Return when the article was published, a day or a moment.

    :param region: the lines between headline and text, where a page writes its date
    """
    times = [element for element in page.root.find("time") if element.get("datetime")]
    own = [e for e in times if e.get("itemprop").lower() == "datepublished" or "pubdate" in e.attributes]
    near = [e for e in times if e.first in region and not UPDATED_NAMES.search(names_of(e))]
    out_of_sight = (_stated(page, _PUBLISHED), _of_times(page, own), _of_times(page, near), _stated(page, _DATED))
    written = map(_written, _lines_in(shown, region))
    return next(filter(_is_stated, (*out_of_sight, *written)), None) or _labelled(shown)


def find_updated(page: Page, shown: Sequence[Line], region: range) -> Field[str]:
    """Return when the article was changed last, a day or a moment.

    :param region: as in :func:`find_published`
    """
    times = [e for e in page.root.find("time") if e.get("itemprop").lower() == "datemodified"]
    for found in (_stated(page, _UPDATED), _of_times(page, times)):
        if found.stated:
            return found
    changes = (_written(line, is_change=True) for line in _lines_in(shown, region))
    return next(filter(_is_stated, changes), Field())


def read_moment(text: str) -> str | None:
    """Return the first moment or day that a text gives in digits, as ISO 8601 writes it, else None."""
    for form in (_MOMENT, _DAY):
        match = form.search(text)
        if match and _is_possible(match[0]):
            return match[0]
    return None


def read_day(text: str) -> str | None:
    """Return the one day that a text writes, as ISO 8601 writes it; None where it has none or several."""
    days = {found.date for found in find_dates(text)}
    return days.pop().isoformat() if len(days) == 1 else None


def _is_possible(moment: str) -> bool:
    try:
        value = datetime.datetime.fromisoformat(moment)
    except ValueError:
        return False
    return value.date() >= _EARLIEST


def _stated(page: Page, names: Sequence[str]) -> Field[str]:
    for statement in page.stated(*names):
        value = read_moment(statement.value) or read_day(statement.value)
        if value:
            line = page.lines[statement.line - 1]
            return stated(value, Evidence(Lines(line.number, line.number), (line.text,)))
    return Field()


def _of_times(page: Page, elements: Sequence[Element]) -> Field[str]:
    for element in elements:
        value = read_moment(element.get("datetime"))
        line = _markup_of(page, element) if value else None
        if value and line:
            return stated(value, Evidence(Lines(line.number, line.number), (line.text,)))
    return Field()


def _markup_of(page: Page, element: Element) -> Line | None:
    """Return the line that the tag of a time is drawn on."""
    begin = max(element.first - 1, 0)
    tag = f'<time datetime="{element.get("datetime")}">'
    return next((line for line in page.lines[begin : begin + _MARKUP_AHEAD] if line.markup and line.text == tag), None)


def _lines_in(shown: Sequence[Line], region: range) -> Iterator[Line]:
    return (line for line in shown if line.number in region and len(line.text) <= _LONGEST_LINE)


def _is_stated(field: Field[str]) -> bool:
    return field.stated


def _labelled(shown: Sequence[Line]) -> Field[str]:
    """Return the date of the lines that say, wherever they stand, that it is the article's: "Date 02.06.2026"."""
    fields = [_written(line) for line in shown if DATE_LABEL.match(line.text) and len(line.text) <= _LONGEST_LABELLED]
    return fields[0] if fields and len({field.value for field in fields}) == 1 else Field()


def _written(line: Line, *, is_change: bool = False) -> Field[str]:
    """Return the date of publication that a line writes, or that of a change: the words before it tell which."""
    start = 0
    for found in find_dates(line.text):
        begin = line.text.find(found.text, start)
        before, start = line.text[start:begin], begin + len(found.text)
        # It is what the line is there for if it stands first, or set apart from what stands before it.
        is_date = count_words(before) <= _MOST_WORDS and BEFORE_DATE.search(before) and found.date >= _EARLIEST
        if is_date and is_change == bool(UPDATED_WORDS.search(before)):
            return stated(found.date.isoformat(), Evidence(Lines(line.number, line.number), (line.text,)))
    return Field()
