"""Stories and the site as search engines read them: JSON-LD with the words of https://schema.org.

What a page says of itself here is what readers see on it: the site is author and publisher of the page, which is based
on a saved one, cites the articles that this lists, and has quotations in it. Only where an editor names an ``author:``
is it somebody's own news article.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from briefing.story import Card, Document, Quote, Story
from edition.brand import Brand
from edition.data import rfc3339
from edition.row import blurb_of

MOST = 10
"""How many articles are cited, and how many quotations there are, so that a long list makes no page heavy."""

_SHORT = 200  # characters
_CONTEXT = "https://schema.org"

Data = dict[str, Any]


def script(data: Data) -> Markup:
    """Return data as an element that nothing in it can end, as a data block of HTML and as JavaScript's line ends.

    Strict Content Security Policies let it be: it is never run.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e")
    text = text.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")
    return Markup(f'<script type="application/ld+json">{text}</script>\n')  # noqa: S704 - escaped right above


@dataclass(frozen=True, slots=True)
class Shown:
    """What a story's page shows in the site's language: its heading, how it begins, and its day.

    ``image`` is the whole address of the picture that stands for it.
    """

    heading: str
    description: str
    day: str
    image: str


def in_short(story: Story, editor: str) -> str:
    """Return how a story begins, and whose words these are; empty where it says nothing, or ``RIGHTS`` hold it back.

    :param editor: what the editor is called
    """
    text, by, is_edited = blurb_of(story)
    if not text:
        return ""
    by = editor if is_edited else by
    cut = text if len(text) <= _SHORT else f"{text[:_SHORT].rpartition(' ')[0] or text[:_SHORT]}…"
    return f"{cut} ({by})" if by else cut


def story_page(story: Story, url: str, brand: Brand, shown: Shown) -> Data:
    """Return what the page of a story is.

    :param story: the story, already held to ``RIGHTS``
    :param url: of its page, from the site's root
    """
    address = brand.whole(url)
    return {"@context": _CONTEXT, "@graph": [_article(story, address, shown, brand), _crumbs(story, shown, brand)]}


def front_page(brand: Brand) -> Data:
    """Return what the site is, and who publishes it."""
    site = {
        "@type": "WebSite",
        "@id": f"{brand.address}/#website",
        "url": f"{brand.address}/",
        "name": brand.name,
        "description": brand.description,
        "inLanguage": brand.language,
        "publisher": {"@id": f"{brand.address}/#organization"},
    }
    return {"@context": _CONTEXT, "@graph": [site, _organization(brand)]}


def _organization(brand: Brand) -> Data:
    return {
        "@type": "Organization",
        "@id": f"{brand.address}/#organization",
        "name": brand.name,
        "url": f"{brand.address}/",
        "logo": {
            "@type": "ImageObject",
            "url": brand.whole(f"{brand.static}/icon-512.png"),
            "width": 512,
            "height": 512,
        },
    }


def _article(story: Story, address: str, shown: Shown, brand: Brand) -> Data:
    authors = [{"@type": "Person", "name": name} for name in _authors(story)]
    quotes = [_quotation(quote, story) for quote in story.quotes[:MOST]]
    cited = [card for card in story.coverage if card.headline or card.url][:MOST]
    found = {
        "@type": "NewsArticle" if authors else "Article",
        "@id": f"{address}#article",
        "url": address,
        "mainEntityOfPage": address,
        "headline": story.title.text,
        "description": shown.description,
        "inLanguage": story.language,
        "datePublished": rfc3339(story.added),
        "dateModified": rfc3339(story.modified or story.added),
        "author": authors or _organization(brand),
        "publisher": _organization(brand),
        "image": shown.image,
        "articleSection": story.category,
        "keywords": list(story.topics),
        "isBasedOn": _source(story, story.document) if story.document else None,
        "citation": [_cited(card) for card in cited],
        "hasPart": quotes,
        "correction": [
            {"@type": "CorrectionComment", "text": note.text, "datePublished": note.date.isoformat()}
            for note in story.corrections
        ],
    }
    return {key: value for key, value in found.items() if value}


def _authors(story: Story) -> Iterator[str]:
    """Yield whom an editor names in the front matter: ``author`` is one name, ``authors`` several, as in Pelican."""
    for key, value in story.metadata:
        if key == "author":
            yield value.strip()
        elif key == "authors":
            yield from filter(None, map(str.strip, value.split(";" if ";" in value else ",")))


def _source(story: Story, document: Document) -> Data:
    """Return the saved page: by its address, where it states one, else by the name of the file."""
    known = {"url": story.address.value} if story.address.value else {"name": document.name}
    if story.is_article:
        by = story.outlet.value
        return {"@type": "Article", **known, **_published_by(by), **_when(story.published.value)}
    return {"@type": "WebPage", **known, **_published_by(document.site)}


def _published_by(name: str | None) -> Data:
    return {"publisher": {"@type": "Organization", "name": name}} if name else {}


def _when(date: str | None) -> Data:
    return {"datePublished": date} if date else {}


def _cited(card: Card) -> Data:
    stated = {key: value for key, value in (("headline", card.headline), ("url", card.url)) if value}
    return {"@type": "Article", **stated, **_published_by(card.outlet), **_when(card.time)}


def _quotation(quote: Quote, story: Story) -> Data:
    """Return a quotation; of a speaker that is in neither list it is not said whether it is a person."""
    part: Data = {"@type": "Quotation", "text": quote.text}
    speaker = quote.speaker
    if speaker:
        kinds = (("Person", story.people), ("Organization", story.organisations))
        kind = next((kind for kind, known in kinds if any(one.name == speaker for one in known)), None)
        part |= {"spokenByCharacter": {"@type": kind, "name": speaker}} if kind else {"creditText": speaker}
    return part


def _crumbs(story: Story, shown: Shown, brand: Brand) -> Data:
    steps = [(brand.name, f"{brand.address}/")]
    if story.status == "published":  # else its day does not list it
        steps.append((shown.day, brand.whole(f"{story.date:%Y/%m/%d}/")))
    items: list[Data] = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(steps, 1)
    ]
    items.append({"@type": "ListItem", "position": len(items) + 1, "name": shown.heading})
    return {"@type": "BreadcrumbList", "itemListElement": items}
