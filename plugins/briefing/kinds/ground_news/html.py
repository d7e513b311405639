"""A Ground News page saved as HTML: which of its drawn lines are the story's, and which are one article's.

The tree tells what text alone cannot: what is navigation or a window above the page, what is a heading, a point or a
link, and where an article's lines begin and end. Where the site gives an article no id of its own, an article is the
largest element that has one "Read Full Article" and no label of another part of the page.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.documents.lines import Line, clean
from briefing.documents.tree import Element, Page
from briefing.kinds.ground_news import words
from briefing.kinds.ground_news.cards import parse_card
from briefing.kinds.ground_news.draft import is_of_an_article
from briefing.kinds.ground_news.head import is_moment
from briefing.kinds.ground_news.shares import Bar
from briefing.kinds.ground_news.tokens import Token, split, split_links
from briefing.story import Card, Evidence, Lines

_CARD_ID = "article-summary"
_OUTSIDE_TAGS = frozenset({"nav", "footer", "menu"})
_OUTSIDE_ROLES = frozenset(
    {"alertdialog", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "tooltip"}
)
_OF_CONSENT = re.compile(r"\b(?:cookie|consent|onetrust)", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINK = re.compile(r'<a href="(?P<address>[^"]+)">')
_TIME = re.compile(r'<time datetime="(?P<time>[^"]+)">')
_WIDTH = re.compile(r"width\s*:\s*(?P<share>[0-9]{1,3})%", re.IGNORECASE)
_SEGMENTS = 3
_TAG = re.compile(r"<[^<>]*>?")
_ENDS = ("</html>", "</body>")
_TAIL = 2000  # characters
# Labels of the page's own parts: no article and no list of other stories has one.
_OWN_LABELS = frozenset({"part", "author", "paywall", "first", "sources"})
_LABELS_AROUND_CARDS = _OWN_LABELS | {"count", "shares"}


@dataclass(slots=True)
class _Marks:
    """What the tree says of the drawn lines, by their numbers."""

    headings: dict[int, int] = field(default_factory=dict)
    points: set[int] = field(default_factory=set)
    buttons: set[int] = field(default_factory=set)
    links: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    outside: set[int] = field(default_factory=set)


class WebPage:
    """The lines of a web page, told apart by its tree."""

    def __init__(self, page: Page, lines: Sequence[Line]) -> None:
        """Take a page and those of its lines that may be cited."""
        self._root = root = page.root
        self._cut = _last_text(page.source)  # a part sent late stands further up, so it may not be the last line
        self._lines = {line.number: line for line in lines}
        self._shown = [line for line in lines if not line.markup]
        self._marks = _Marks()
        self._mark(root)
        labels = {line.number: words.label_of(line.text) for line in self._shown}
        own = sorted(
            number for number, label in labels.items()
            if label in _OWN_LABELS or self._marks.headings.get(number) == 1
        )  # fmt: skip
        around = sorted({number for number, label in labels.items() if label in _LABELS_AROUND_CARDS}.union(own))
        ends = [line.number for line in self._shown if line.text == words.CARD_END]
        others = [number for number, label in labels.items() if label == "others"]
        self._regions = list(self._find_cards(ends, around))
        for element in _largest(root, others, sorted({*own, *ends})):
            if element.last > element.first:  # more than the label: what it says of other stories
                self._marks.outside.update(range(element.first, element.last + 1))
        self._regions = [region for region in self._regions if region.first not in self._marks.outside]

    def end(self, tokens: Sequence[Token]) -> Token | None:
        """Return the token that says what the page's source ends with, if the page is cut."""
        return next((token for token in reversed(tokens) if self._cut and token.text.endswith(self._cut)), None)

    def tokens(self) -> list[Token]:
        """Return the story's lines; of an article only a line that is its end."""
        region_of = {number: region for region in self._regions for number in range(region.first, region.last + 1)}
        tokens: list[Token] = []
        before: Element | None = None
        for line in self._shown:
            region = region_of.get(line.number)
            if region is not None and region is not before:
                tokens.append(Token(line.number, words.CARD_END))
            elif region is None and line.number not in self._marks.outside:
                tokens += self._tokens_of(line)
            before = region
        return tokens

    def cards(self) -> tuple[Card, ...]:
        """Return the articles, each once: a page may draw its list for wide and for narrow windows."""
        cards: dict[Card, Card] = {}
        for region in self._regions:
            card = self._card(region)
            if card is not None:
                cards.setdefault(_without_lines(card), card)
        return tuple(cards.values())

    def bars(self) -> Iterator[Bar]:
        """Yield the bars of three segments, outside of articles and other stories, by the widths they are drawn in."""
        apart = self._marks.outside.union(*(range(region.first, region.last + 1) for region in self._regions))
        for element in self._root.walk():
            segments = [child for child in element.children if isinstance(child, Element) and _width(child)]
            lines = [self._lines.get(segment.first) for segment in segments]
            drawn = [line for line in lines if line is not None and line.markup and _WIDTH.search(line.text)]
            if len(segments) != _SEGMENTS or len(drawn) != _SEGMENTS or drawn[0].number in apart:
                continue
            schemes = [segment.get("data-bias-color-scheme") for segment in segments]
            if schemes[0] in {"", "left"} and schemes[1] in {"", "center"} and schemes[2] in {"", "right"}:
                left, center, right = (_width(segment) for segment in segments)
                between = Lines(drawn[0].number, drawn[-1].number)
                yield Bar((left, center, right), Evidence(between, tuple(line.text for line in drawn)))

    def _mark(self, root: Element) -> None:
        marks = self._marks
        stack = [root]
        while stack:
            element = stack.pop()
            lines = range(element.first, element.last + 1)
            tag = element.tag
            if lines and _is_outside(element):
                marks.outside.update(lines)
                continue
            if tag in _HEADINGS:
                marks.headings.update(dict.fromkeys(lines, int(tag[1])))
            elif tag == "li":
                marks.points.update(lines)
            elif tag == "button":
                marks.buttons.update(lines)
            elif tag == "a" and "href" in element.attributes:
                for number in lines:
                    marks.links.setdefault(number, []).append((element.text, element.get("href")))
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def _find_cards(self, ends: Sequence[int], around: Sequence[int]) -> Iterator[Element]:
        named = [one for one in self._root.find(attribute="id", prefix=_CARD_ID) if one.get("id") == _CARD_ID]
        for element in named or _largest(self._root, ends, around, alone=True):
            if element.first <= element.last and element.first not in self._marks.outside:
                yield element

    def _tokens_of(self, line: Line) -> list[Token]:
        number, marks = line.number, self._marks
        links = marks.links.get(number, [])
        is_link = len(links) == 1 and links[0][0] == line.text
        is_point = number in marks.points and number not in marks.buttons and not is_link
        token = Token(number, line.text, is_point, "", marks.headings.get(number, 0))
        glued = words.find_glued(line.text)
        if glued:
            return split(token, glued)
        # Where an article's link leads is taken from the line that cites it.
        return split_links(token, [(text, "" if is_of_an_article(address) else address) for text, address in links])

    def _card(self, region: Element) -> Card | None:
        numbers = range(region.first, region.last + 1)
        lines = [self._lines[number] for number in numbers if number in self._lines]
        tokens = [
            token
            for line in lines
            if not line.markup and line.number not in self._marks.outside and not self._is_button(line)
            for token in self._tokens_of(line)
        ]
        ends = [token.number for token in tokens if token.text == words.CARD_END]
        markup = [line for line in lines if line.markup and (not ends or line.number < ends[0])]
        urls = [(line.number, m["address"]) for line in markup if (m := _LINK.fullmatch(line.text))]
        times = [(line.number, m["time"]) for line in markup if (m := _TIME.fullmatch(line.text))]
        url = next((found for found in urls if is_of_an_article(found[1])), None)
        end = tokens[-1] if tokens and self._cut and not ends else None
        return parse_card(tokens, end, url, next((found for found in times if is_moment(found[1])), None))

    def _is_button(self, line: Line) -> bool:
        kept = line.text in words.LEANINGS or line.text == words.CARD_END or words.REPOSTS.fullmatch(line.text)
        return line.number in self._marks.buttons and not kept and line.text != words.REPOSTER_END


def _last_text(source: str) -> str:
    """Return the text that the source of a page ends with; empty if the page is whole."""
    tail = source[-_TAIL:]
    texts = [] if any(end in tail.lower() for end in _ENDS) else [clean(text) for text in _TAG.split(tail)]
    return html.unescape(next((text for text in reversed(texts) if text), ""))


def _is_outside(element: Element) -> bool:
    """Whether an element holds what stands around a story: menus, the site's header and footer, windows above it."""
    attributes = element.attributes
    role = attributes.get("role", "")
    if element.tag == "header" or role == "banner":
        return next(element.find("h1"), None) is None
    if element.tag in _OUTSIDE_TAGS or role in _OUTSIDE_ROLES or "aria-modal" in attributes:
        return True
    return any(_OF_CONSENT.search(attributes.get(name, "")) for name in ("id", "class"))


def _largest(root: Element, sought: Sequence[int], others: Sequence[int], *, alone: bool = False) -> Iterator[Element]:
    """Yield the largest elements with a line that is sought, and none of the others.

    :param alone: with no second line that is sought
    """
    stack = [root]
    while stack:
        element = stack.pop()
        number = _count(sought, element)
        if number and (not alone or number == 1) and not _count(others, element):
            yield element
        elif number or element.last < element.first:  # an element that is not drawn may hold some that are
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))


def _count(numbers: Sequence[int], element: Element) -> int:
    return max(0, bisect_right(numbers, element.last) - bisect_left(numbers, element.first))


def _width(element: Element) -> int:
    match = _WIDTH.search(element.attributes.get("style", ""))
    return int(match["share"]) if match else 0


def _without_lines(card: Card) -> Card:
    return Card(card.headline, card.outlet, card.bias, card.excerpt, url=card.url, time=card.time)
