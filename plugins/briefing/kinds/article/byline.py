"""Who wrote an article, as its web page says: the line that names them to a reader, and what it says out of sight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing.documents.addresses import is_address
from briefing.documents.lines import Line
from briefing.documents.tree import Element, Page
from briefing.kinds.article.names import (
    BETWEEN,
    fold,
    is_name_of_nobody,
    names_in,
    read_byline,
    split_names,
    without_by,
)
from briefing.kinds.article.words import AUTHOR_LABEL, BYLINE_NAMES, NOT_BYLINE_NAMES, names_of
from briefing.story import Evidence, Field, Lines, stated

_STATED = (
    "ld:author.name", "byl", "byline", "author", "article:author", "og:article:author", "parsely-author",
    "sailthru.author", "dc.creator",
)  # fmt: skip
_LONGEST = 200  # characters of a line that names authors
_LONGEST_NAME = 100
_MOST_LINES = 8  # of an element that names authors: a larger one tells of them
_MOST_WORDS = 3
_FARTHEST = 20  # lines between authors that are named on lines of their own
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_ARTICLES = ("", "the", "die", "der", "das", "le", "la", "el", "il")  # grammar's, before the name of an outlet


@dataclass(frozen=True, slots=True)
class _Marked:
    """An element that is said to name authors, and the shown lines that it stands on."""

    element: Element
    lines: tuple[Line, ...]


class Bylines:
    """Finds who wrote an article on its web page.

    :param outlets: the names that the page gives to the outlet and its site: an author with one of them is nobody
    """

    def __init__(self, page: Page, shown: Sequence[Line], outlets: Sequence[str]) -> None:
        self._page = page
        self._shown = {line.number: line for line in shown if len(line.text) <= _LONGEST}
        hosts = {urlsplit(s.value).hostname or "" for s in page.stated("canonical", "og:url") if is_address(s.value)}
        self._hosts = {host.removeprefix("www.") for host in hosts} - {""}
        self._outlets = {article + fold(name) for name in (*outlets, *self._labels()) for article in _ARTICLES}

    def find(self, region: range) -> Field[str]:
        """Return who wrote the article: people, or the agency it comes from, as the page names them.

        :param region: the lines around the headline, where a page names its authors
        """
        near = [line for number, line in self._shown.items() if number in region]
        marked = list(self._marked(region.stop))
        around = [*near, *(line for one in marked for line in one.lines if line.number not in region)]
        stated_names = sorted(filter(None, map(self._stated, _STATED)), key=len, reverse=True)
        found = (
            *(lambda names=names: _shown_in(around, list(names)) for names in stated_names),
            *(lambda one=one: self._read(one) for one in marked if one.lines[0].number in region),
            *(lambda line=line: self._said_by(line) for line in near),
            self._labelled,
            *(lambda names=names: self._out_of_sight(names) for names in stated_names),
        )
        return next((field for find in found if (field := find()).stated), Field())

    def _labels(self) -> Iterator[str]:
        for host in self._hosts:
            yield host
            yield from (label for label in host.split(".")[:-1] if len(label) > 1)

    def _stated(self, name: str) -> dict[str, int]:
        """Return the authors that the page states under a name, with the lines of the statements."""
        values = ((without_by(s.value), s.line) for s in self._page.stated(name))
        return {one: line for value, line in values for one in split_names(value) if self._is_author(one)}

    def _is_author(self, name: str) -> bool:
        """Whether a name is neither an address nor an account, nor the outlet's own or its site's."""
        if not 1 < len(name) <= _LONGEST_NAME or re.search(r"[@/<>{}\[\]_]|www\.|^\W", name) or name.isdigit():
            return False
        folded = fold(name)
        if is_name_of_nobody(folded) or folded in self._outlets:
            return False
        return not any(host in name.lower() or (" " not in name and folded in fold(host)) for host in self._hosts)

    def _said_by(self, line: Line) -> Field[str]:
        names = read_byline(line.text)
        return stated(names, _evidence(line)) if names and self._is_author(names) else Field()

    def _labelled(self) -> Field[str]:
        """Return the names of the lines that say, wherever they stand, that they are the author's."""
        fields = [self._said_by(line) for line in self._shown.values() if AUTHOR_LABEL.match(line.text)]
        return fields[0] if fields and len({field.value for field in fields}) == 1 else Field()

    def _marked(self, text: int) -> Iterator[_Marked]:
        """Yield the elements that their attributes say to name authors, but for those of comments and pictures.

        :param text: the first line of the article's text: what holds it is no box, whatever its name
        """
        stack = [self._page.root]
        while stack:
            element = stack.pop()
            name = names_of(element)
            if NOT_BYLINE_NAMES.search(name) and not element.first <= text <= element.last:
                continue
            is_author = "author" in element.get("rel").lower().split() or element.get("itemprop").lower() == "author"
            if (is_author or BYLINE_NAMES.search(name)) and 0 <= element.last - element.first < _MOST_LINES:
                numbers = range(element.first, element.last + 1)
                lines = tuple(self._shown[number] for number in numbers if number in self._shown)
                if lines:
                    yield _Marked(element, lines)
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def _read(self, marked: _Marked) -> Field[str]:
        """Return the names in an element: those that stand in elements of their own in it, else those of its text."""
        for line in marked.lines:
            inner = [marked.element, *marked.element.find("a", "span", "b", "strong", "cite", "p", "div")]
            texts = (without_by(e.text) for e in inner if e.first <= line.number <= e.last)
            own = [text for text in texts if names_in(text) == text and text in line.text and self._is_author(text)]
            if own:
                return _shown_in([line], own)
            names = names_in(without_by(line.text))
            if names and self._is_author(names) and _are_short(names):
                return stated(names, _evidence(line))
        return Field()

    def _out_of_sight(self, stated_names: dict[str, int]) -> Field[str]:
        """Return the authors whom the page names out of sight alone; an account or a body is none of them."""
        names = {name: line for name, line in stated_names.items() if names_in(name) == name or not _LATIN.search(name)}
        if len(names) == 1:
            ((name, line),) = names.items()
            return stated(name, _evidence(self._page.lines[line - 1]))
        return _joined([(line, name) for name, line in names.items()])


def _evidence(line: Line) -> Evidence:
    return Evidence(Lines(line.number, line.number), (line.text,))


def _are_short(names: str) -> bool:
    """Whether names that no word introduces have no more words than people's usually do: else it can be a title."""
    return all(len(name.split()) <= _MOST_WORDS for name in split_names(names))


def _shown_in(lines: Sequence[Line], names: Sequence[str]) -> Field[str]:
    """Return names as the page shows them: as a line that has all of them, with what stands between, else line by line.

    A line that names more people than the page does out of sight names all of them.
    """
    for line in lines:
        spans = [_span(name, line.text) for name in names]
        if all(spans):
            start, end = min(span[0] for span in spans if span), max(span[1] for span in spans if span)
            return stated(line.text[start : end + _more_names(line.text[end:])], _evidence(line))
    singly = ((line, name) for name in names for line in lines if _span(name, line.text))
    found = {name: line for line, name in reversed(list(singly))}
    if len(found) == 1:
        ((name, line),) = found.items()
        return _shown_in([line], [name])
    return _joined([(line.number, line.text[slice(*_span(name, line.text) or ())]) for name, line in found.items()])


def _more_names(text: str) -> int:
    """Return the length of what a text after a name goes on to name, with the sign or word before it."""
    if text[:1].isalpha():  # the next name, without a space
        return len(names_in(text) or "")
    match = BETWEEN.match(text)
    names = names_in(text[match.end() :]) if match else None
    return match.end() + len(names) if match and names else 0


def _joined(names: Sequence[tuple[int, str]]) -> Field[str]:
    """Return names that stand on lines of their own, joined by commas."""
    if not names:
        return Field()
    numbers, words = zip(*sorted(names), strict=True)
    if len(set(numbers)) < len(numbers) or numbers[-1] - numbers[0] > _FARTHEST:
        return Field()
    return stated(", ".join(words), Evidence(Lines(numbers[0], numbers[-1]), words))


def _span(name: str, text: str) -> tuple[int, int] | None:
    """Return where a line names somebody; a single word must be all that the line says, else it is part of a name."""
    if " " not in name:
        start = len(text) - len(without_by(text))
        return (start, len(text)) if fold(text[start:]) == fold(name) else None
    match = re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_A-Z])", text, re.IGNORECASE)
    return match.span() if match else None
