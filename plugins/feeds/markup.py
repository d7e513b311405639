"""HTML made portable: what a page holds, as it can stand in a feed."""

from __future__ import annotations

import html

import lxml.etree
import lxml.html

from feeds import elements
from feeds.addresses import absolute, scheme
from feeds.text import one_line, xml_text

_UNWRAPPED = "unwrapped"  # no element of HTML, so that it goes with the others that are not kept
_DROPPED = "template"  # one of DROPPED. Marked so and dropped by lxml: text with controls cannot be moved by hand


def portable(markup: str, page: str) -> str:
    """Return the HTML as it can stand anywhere: links made whole, nothing in it that needs the page around it.

    ``page`` is the address of the page that the HTML is from: links and in-page anchors are seen from it.
    """
    root = _parsed(markup)
    for element in root.xpath("/*//*[@hidden or @aria-hidden = 'true']"):
        element.tag = _DROPPED
    lxml.etree.strip_elements(root, *elements.DROPPED, with_tail=False)
    for element in root.iterdescendants():
        _keep_attributes(element, page)
    lxml.etree.strip_tags(root, *({element.tag for element in root.iterdescendants()} - elements.KEPT))
    _prune(root)
    parts = [html.escape(root.text or "", quote=False)]
    parts += (lxml.html.tostring(child, encoding="unicode") for child in root)
    return xml_text("".join(parts)).strip()


def plain(markup: str) -> str:
    """Return the text of a piece of HTML, such as a title, on one line."""
    if "<" not in markup and "&" not in markup:
        return one_line(markup)
    root = _parsed(markup)
    lxml.etree.strip_elements(root, *elements.DROPPED, with_tail=False)
    return one_line("".join(root.itertext()))


def name(value: object) -> str:
    """Return a name (of an author, a category, a tag) on one line: a plain text, unless it says that it is HTML."""
    said = getattr(value, "name", value)
    return plain(str(said)) if hasattr(said, "__html__") else one_line(str(said or ""))


def _parsed(markup: str) -> lxml.html.HtmlElement:
    """Read a piece of HTML as a browser does; the doctype, because lxml refuses text that begins with an encoding."""
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    return lxml.html.document_fromstring(f"<!doctype html><html><body>{xml_text(markup)}", parser=parser)


def _keep_attributes(element: lxml.html.HtmlElement, page: str) -> None:
    wanted = elements.ATTRIBUTES.get(element.tag, frozenset()) | elements.EVERYWHERE
    kept: dict[str, str] = {}
    for name, given in element.attrib.items():
        value = xml_text(given)  # a reference may have brought in what lxml refuses to write
        if name in elements.ADDRESSES and name in wanted:
            address = _address(value, page, picture=element.tag == "img")
            if address is not None:
                kept[name] = address
        elif name in wanted:
            kept[name] = value
    element.attrib.clear()  # at once: names that are none, such as "{x}", cannot be deleted singly
    element.attrib.update(kept)
    bare = elements.BARE_IS_NOTHING.get(element.tag)
    if (bare is not None and bare not in kept) or (element.tag == "span" and not kept):
        element.tag = _UNWRAPPED


def _address(value: str, page: str, *, picture: bool) -> str | None:
    address = absolute(page, value)
    if address is None or scheme(address) in elements.SCHEMES:
        return address
    return address if picture and address.startswith(elements.PICTURES) else None


def _prune(root: lxml.html.HtmlElement) -> None:
    """Take away what lost all that was in it; innermost first, as what is around it may then be empty too."""
    for element in reversed(list(root.iterdescendants())):
        if element.tag in elements.EMPTY_IS_NOTHING and _is_empty(element):
            element.tag = _DROPPED
    lxml.etree.strip_elements(root, _DROPPED, with_tail=False)


def _is_empty(element: lxml.html.HtmlElement) -> bool:
    if (element.text or "").strip():
        return False
    return all(child.tag == _DROPPED and not (child.tail or "").strip() for child in element)
