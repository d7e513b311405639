"""HTML made portable: what a page holds, as it can stand in a feed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import lxml.etree
import lxml.html

from feeds import elements
from feeds.addresses import absolute, scheme
from feeds.text import one_line, xml_text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Attributes = dict[Any, Any]  # texts; by its types lxml might give bytes

# Not lxml.html's, which asks Python for the class of each element.
_PARSER = lxml.etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False)
_DROPS = frozenset(elements.DROPPED)
_UNWRAPPED = "unwrapped"  # no element of HTML, so that it goes with the others that are not kept
_DROPPED = "template"  # one of DROPPED. Marked so and dropped by lxml: text with controls cannot be moved by hand


def portable(markup: str, page: str) -> str:
    """Return the HTML as it can stand anywhere: links made whole, nothing in it that needs the page around it.

    ``page`` is the address of the page that the HTML is from: links and in-page anchors are seen from it.
    """
    root = _parsed(markup)
    root.attrib.clear()
    # First what there is most of: lxml takes it away sooner than each could be looked at below.
    lxml.etree.strip_elements(root, "svg", with_tail=False)
    lxml.etree.strip_attributes(root, *elements.COMMON)
    below = list(root.iterdescendants())  # once, because Python's objects for them are made anew each time
    for element in below:
        given = element.items()
        if given:
            _reduce(element, dict(given), page)
        elif element.tag in elements.BARE_IS_NOTHING:
            element.tag = _UNWRAPPED
    tags = {element.tag for element in below}
    lxml.etree.strip_elements(root, *(tags & _DROPS), with_tail=False)
    lxml.etree.strip_tags(root, *(tags - elements.KEPT))
    _prune(root, below)
    made = lxml.html.tostring(root, encoding="unicode")
    return xml_text(made.removeprefix("<html>").removesuffix("</html>")).strip()


def plain(markup: str) -> str:
    """Return the text of a piece of HTML, such as a title, on one line."""
    if "<" not in markup and "&" not in markup:
        return one_line(markup)
    root = _parsed(markup)
    lxml.etree.strip_elements(root, *elements.DROPPED, with_tail=False)
    return one_line("".join(map(str, root.itertext())))


def in_one_line(markup: str) -> str:
    """Return the text of HTML on one line, with a space between what stands in lines or cells of their own."""
    root = _parsed(markup)
    lxml.etree.strip_elements(root, *elements.DROPPED, with_tail=False)
    parts: list[str] = []
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        if element.tag not in elements.IN_TEXT:
            parts.append(" ")
        parts.append((element.text if event == "start" else element.tail) or "")
    return one_line("".join(parts))


def name(value: object) -> str:
    """Return a name (of an author, a category, a tag) on one line: a plain text, unless it says that it is HTML."""
    said = getattr(value, "name", value)
    return plain(str(said)) if hasattr(said, "__html__") else one_line(str(said or ""))


def _parsed(markup: str) -> Element:
    """Read a piece of HTML as a browser does; the doctype, because lxml refuses text that begins with an encoding."""
    return lxml.etree.fromstring(f"<!doctype html><html><body>{xml_text(markup)}", _PARSER)


def _reduce(element: Element, given: Attributes, page: str) -> None:
    """Leave the attributes that are of use, and mark the element if it goes or only its content stays."""
    tag = element.tag
    if "hidden" in given or given.get("aria-hidden") == "true":
        element.tag = _DROPPED
    elif tag in elements.KEPT:
        kept = _kept(tag, given, page)
        if tag in elements.BARE_IS_NOTHING and elements.BARE_IS_NOTHING[tag].isdisjoint(kept):
            element.tag = _UNWRAPPED
        elif kept != given or "" in kept.values():  # "open" is to be written as 'open=""'
            element.attrib.clear()  # at once: names that are none, such as "{x}", cannot be deleted singly
            element.attrib.update(kept)


def _kept(tag: str, given: Attributes, page: str) -> Attributes:
    wanted = elements.ATTRIBUTES[tag]
    kept: Attributes = {}
    for name in filter(wanted.__contains__, given):
        text = xml_text(given[name])  # a reference may have brought in what lxml refuses to write
        said = _address(text, page, picture=tag == "img") if name in elements.ADDRESSES else text
        if said is not None:
            kept[name] = said
    return kept


def _address(value: str, page: str, *, picture: bool) -> str | None:
    address = absolute(page, value)
    if address is None or scheme(address) in elements.SCHEMES:
        return address
    return address if picture and address.startswith(elements.PICTURES) else None


def _prune(root: Element, below: list[Element]) -> None:
    """Take away what lost all that was in it; innermost first, as what is around it may then be empty too."""
    for element in reversed(below):
        if element.tag in elements.EMPTY_IS_NOTHING and not (element.text or "").strip() and _is_empty(element):
            element.tag = _DROPPED
    lxml.etree.strip_elements(root, _DROPPED, with_tail=False)


def _is_empty(element: Element) -> bool:
    """Tell whether all elements in it are dropped, and nothing stands between them."""
    for child in element:  # noqa: SIM110 - all() takes twice the time
        if child.tag != _DROPPED or (child.tail or "").strip():
            return False
    return True
