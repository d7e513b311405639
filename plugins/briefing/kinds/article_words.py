"""The words by which articles are read, apart from the code that reads by them."""

from __future__ import annotations

import re

from briefing.documents.tree import Element

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def names_of(element: Element) -> str:
    """Return what an element's author calls it: class, id and property in lower case, words apart ("author-text")."""
    names = f"{element.get('class')} {element.get('id')} {element.get('itemprop')}"
    return _CAMEL.sub("-", names).lower()


# Words of class names of what stands beside an article's text.
ASIDE_NAMES = re.compile(
    r"\b(?:caption|credit|newsletter|promo|related|share|sharing|social|subscribe|comment|comments|disqus|taboola"
    r"|outbrain|recommended|read-more|readmore|pullquote|pull-quote|author-bio|bio|byline|cookie|consent|breadcrumbs?)\b"
)

# How pages say that a date is that of a change: in class names, in words at the beginning of a line or within it.
UPDATED_NAMES = re.compile(r"update|modif")
UPDATED_WORDS = re.compile(
    r"\b(?:last )?(?:updated|modified|revised|edited|actualizado|actualisé|aktualisiert|mis à jour|aggiornato"
    r"|atualizado|bijgewerkt|opdateret|uppdaterad|oppdatert|zaktualizowano|güncelleme|обновлено)\b",
    re.IGNORECASE,
)

# What stands before the names of authors.
BY = re.compile(
    r"(?:(?:written|posted|published|reported|story|words|text|report) by|by|byline|authors?|autor(?:en|in)?|auteur"
    r"|(?:veröffentlicht |geschrieben |text |ein beitrag )?von|(?:publicado |escrito )?por|(?:publié |rédigé |écrit )?par"
    r"|(?:scritto )?da|di|door|av|af|tekst|texte|автор|作者|記者|文)\s*[:：]?\s+(?=\S)"  # noqa: RUF001
    r"|(?:作者|記者|文|автор)[:：]\s*|(?-i:By(?=by |[A-Z][a-z]))",  # noqa: RUF001
    re.IGNORECASE,
)
# Words of class names and ids of elements that name authors, and of those that name others: commenters, photographers.
BYLINE_NAMES = re.compile(r"(?:^|[\s_-])(?:by-?lines?|authors?|writer|contributor|autor|auteur)(?![a-z])")
NOT_BYLINE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|related|recirc\w*|caption|credit|photo|image|footer|sidebar|teaser|promo|card"
    r"|more|popular|trending|newsletter|recommended)(?![a-z])"
)
# Authors that are nobody, without case, space and signs.
NO_AUTHORS = frozenset(
    """
    admin administrator agencies anonymous author byline contributor contributors editor editorial editorialstaff editors guest
    guestcontributor internet moderator news newsdesk newsroom newsstaff noauthor none null onlineredaktion onlineeditors
    pressrelease redaccion redacción redaktion redazione redactie redação root staff staffreporter staffreports
    staffwriter staffwriters super superuser system team undefined unknown user webdesk webmaster webteam website
    """.split()  # noqa: SIM905 - a vocabulary is read as text
)
# News agencies, as bylines and datelines name them, in lower case.
AGENCIES = frozenset(
    {
        "aap", "afp", "agence france-presse", "agencia efe", "agencias", "ani", "ansa", "ap", "apa", "associated press",
        "bloomberg", "bloomberg news", "canadian press", "cna", "cnn", "cp", "dpa", "dpa-afx", "efe", "epd",
        "europa press", "ians", "interfax", "kna", "kyodo", "kyodo news", "lusa", "ntb", "pa", "pa media", "pap",
        "press association", "press trust of india", "pti", "reuters", "ritzau", "sid", "sputnik", "tass",
        "the associated press", "the canadian press", "tt", "upi", "xinhua", "yonhap",
    }
)  # fmt: skip

STANDFIRST_NAMES = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|sub-?title|sub-?head(?:line|ing)?|dek|deck|alternativeheadline|teaser-?text|intro"
    r"|lead-?(?:text|in)?|lede|kicker-?text|summary|excerpt|abstract|vorspann|chapo|entradilla|bajada|ingress|manchet)(?![a-z])"
)
