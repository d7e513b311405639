"""What a web page says of itself out of sight: its title, its properties, its address, and linked data.

Properties: HTML (https://html.spec.whatwg.org/multipage/semantics.html#standard-metadata-names), Open Graph
(https://ogp.me/), Dublin Core; linked data: the articles of https://schema.org/ as JSON-LD.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.documents.tree import Element

# Properties that are facts about a story or an article, in lower case; all else (widths, colours, keys) is not drawn.
PROPERTIES = frozenset(
    """
    og:title og:url og:site_name og:type og:locale og:description description application-name language
    article:published_time article:modified_time article:author article:section article:tag
    og:article:author og:article:published_time og:article:modified_time
    author byl byline news_keywords keywords headline
    date pubdate publishdate publish-date publication_date datepublished datemodified last-modified
    dc.title dc.creator dc.date dc.date.issued dc.language dc.publisher dcterms.created dcterms.date dcterms.modified
    parsely-title parsely-author parsely-pub-date sailthru.author sailthru.date
    cxenseparse:recs:publishtime rbpubdate ptime
    """.split()  # noqa: SIM905 - a vocabulary is read as text
)
_LINKED_DATA = "application/ld+json"
_SITES_OWN = "application-ld+json"  # a property in which one site repeats its linked data
_LINKED_TYPES = ("article", "newsarticle", "report", "blogposting", "liveblogposting", "pressrelease")
_LINKED_KEYS = (
    "headline", "alternativeHeadline", "description", "datePublished", "dateModified", "inLanguage", "url",
    "mainEntityOfPage", "articleSection", "dateline", "author", "publisher",
)  # fmt: skip
_NAMED = ("author", "publisher")  # things that have names
_DEEPEST = 8  # levels of linked data that are looked through


@dataclass(frozen=True, slots=True)
class Found:
    """A property with its value, and the markup that stands before and after the value."""

    name: str
    value: str
    before: str
    after: str


def own_addresses(root: Element) -> Iterator[str]:
    """Yield the addresses that a page gives as its own."""
    yield from (found.value for found in find(root) if found.name in {"canonical", "og:url", "ld:url"})


def find(root: Element) -> Iterator[Found]:
    """Yield what a page says of itself, each once, in the order of the page."""
    found: dict[tuple[str, str], Found] = {}
    for element in root.find("html", "head", "link", "meta", "script"):
        for one in _of(element):
            if one.value.strip():
                found.setdefault((one.name, one.value), one)
    yield from found.values()


def _of(element: Element) -> Iterator[Found]:
    if element.tag == "html" and element.get("lang"):
        yield Found("lang", element.get("lang"), '<html lang="', '">')
    elif element.tag == "head":
        for title in [child for child in element.children if isinstance(child, Element) and child.tag == "title"][:1]:
            yield Found("title", title.text, "<title>", "</title>")
    elif element.tag == "link" and "canonical" in element.get("rel").lower().split():
        yield Found("canonical", element.get("href"), '<link rel="canonical" href="', '">')
    elif element.tag == "meta":
        yield from _of_meta(element)
    elif element.tag == "script" and element.get("type").lower() == _LINKED_DATA:
        yield from _linked("".join(child for child in element.children if isinstance(child, str)))


def _of_meta(element: Element) -> Iterator[Found]:
    attribute = next((key for key in ("property", "name", "itemprop") if element.get(key)), "")
    name = element.get(attribute).lower() if attribute else ""
    value = "content" if "content" in element.attributes else "value"
    if name == _SITES_OWN:
        yield from _linked(element.get(value))
    elif name in PROPERTIES:
        yield Found(name, element.get(value), f'<meta {attribute}="{element.get(attribute)}" {value}="', '">')


def _linked(source: str) -> Iterator[Found]:
    try:
        data = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return
    for article in _articles(data, 0):
        for key in _LINKED_KEYS:
            yield from _of_key(key, article.get(key))


def _articles(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the objects that are articles."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for part in data:
            yield from _articles(part, depth + 1)
    elif isinstance(data, dict):
        types = data.get("@type")
        if any(str(one).lower().endswith(_LINKED_TYPES) for one in (types if isinstance(types, list) else [types])):
            yield data
        yield from _articles([data.get("@graph"), data.get("mainEntity")], depth + 1)


def _of_key(key: str, value: Any) -> Iterator[Found]:
    """Yield the texts of a key; of things that have a name, a list of them too, the names."""
    if isinstance(value, list):
        for part in value:
            yield from _of_key(key, part)
    elif isinstance(value, dict):
        inner = "name" if key in _NAMED else "@id"
        text = value.get(inner)
        for one in text if isinstance(text, list) else [text]:
            if isinstance(one, str):
                name = f"ld:{key}.name" if key in _NAMED else f"ld:{key}"
                yield Found(name, html.unescape(one), f'"{key}": {{"{inner}": "', '"}')
    elif isinstance(value, str):
        yield Found(f"ld:{key}.name" if key in _NAMED else f"ld:{key}", html.unescape(value), f'"{key}": "', '"')
