"""A web page as a tree of elements, each of which knows on which drawn lines its text stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefing.documents.lines import Line, clean


@dataclass(slots=True, eq=False)
class Element:
    """An element: its name in lower case, its attributes, and in ``children`` its texts and elements.

    ``first`` and ``last`` are the numbers of the drawn lines that its text and markup stand on; ``last`` is smaller
    than ``first`` where it has none.
    """

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)
    first: int = 0
    last: int = -1

    def get(self, name: str) -> str:
        """Return the value of an attribute, trimmed; empty where it has none."""
        return self.attributes.get(name, "").strip()

    def walk(self) -> Iterator[Element]:
        """Yield the element and all in it, in the order of the page."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def find(self, *tags: str, attribute: str = "", prefix: str = "") -> Iterator[Element]:
        """Yield the elements in this one with one of the ``tags`` (none given: any).

        :param attribute: only those that have it
        :param prefix: only those in which its value begins so
        """
        for element in self.walk():
            if element is self or (tags and element.tag not in tags):
                continue
            if not attribute or element.attributes.get(attribute, "\0").startswith(prefix):
                yield element

    @property
    def text(self) -> str:
        """All text in the element, on one line, as :func:`~briefing.documents.lines.clean` leaves it."""
        pieces: list[str] = []
        stack: list[Element | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                pieces.append(node)
            else:
                stack.extend(reversed(node.children))
        return clean("".join(pieces))


@dataclass(frozen=True, slots=True)
class Statement:
    """What a page says of itself out of sight: in its head, or as linked data.

    ``name`` is the property's (``og:title``, ``canonical``), that of linked data begins with ``ld:``
    (``ld:author.name``); ``line`` is the drawn line with the words.
    """

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A web page: its source, its tree, what it says of itself, and the lines that were drawn of it."""

    source: str
    root: Element
    statements: tuple[Statement, ...]
    lines: tuple[Line, ...]
    proxies: tuple[str, ...] = ()  # hosts that it was saved through: they can name a library

    def stated(self, *names: str) -> Iterable[Statement]:
        """Yield the statements with these names, in the order of the names."""
        return (statement for name in names for statement in self.statements if statement.name == name)
