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
UPDATED_VERBS = (
    "updated|modified|revised|edited|actualizado|actualisé|aktualisiert|mis à jour|aggiornato|atualizado|bijgewerkt"
    "|opdateret|uppdaterad|oppdatert|zaktualizowano|güncelleme|обновлено"
)
UPDATED_WORDS = re.compile(rf"\b(?:last )?(?:{UPDATED_VERBS})\b|更新", re.IGNORECASE)

# What stands before the names of authors.
BY = re.compile(
    r"(?:(?:(?:written|posted|published|reported|story|words|text|report) )?by|byline|authors?|autor(?:en|in)?|auteur"
    r"|(?:veröffentlicht |geschrieben |text |ein beitrag )?von|(?:publicado |escrito )?por"
    r"|(?:publié |rédigé |écrit )?par|(?:scritto )?da|di|door|av|af|tekst|texte|автор|作者|記者|文)"
    r"\s*[:：]?\s+(?=\S)"  # noqa: RUF001
    r"|(?:作者|記者|文|автор)[:：]\s*|(?-i:By(?=by |[A-Z][a-z]))",  # noqa: RUF001
    re.IGNORECASE,
)
# Words of class names and ids of elements that name authors, and of those that name others: commenters, photographers.
BYLINE_NAMES = re.compile(r"(?:^|[\s_-])(?:by-?lines?|authors?|writer|contributor|autor|auteur)(?![a-z])")
NOT_BYLINE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|related|recirc\w*|caption|credit|photo|image|footer|sidebar|teaser|promo|card"
    r"|more|popular|trending|newsletter|recommended)(?![a-z])"
)
# What authors are called behind their names.
ROLE = re.compile(
    r"\b(?:analyst|chief|columnist|contributor|correspondent|critic|editor|producer|reporter|staff|writer)s?$",
    re.IGNORECASE,
)
# Authors that are nobody, without case, space and signs.
NO_AUTHORS = frozenset(
    """
    admin administrator agencies anonymous author byline contributor contributors editor editorial editorialstaff
    editors guest guestcontributor internet moderator news newsdesk newsroom newsstaff noauthor none null
    onlineeditors onlineredaktion pressrelease redaccion redacción redactie redaktion redazione redação root staff
    staffreporter staffreports staffwriter staffwriters super superuser system team undefined unknown user webdesk
    webmaster webteam website
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

# Words of class names and ids of pictures' texts, and of standfirsts.
CAPTION_NAMES = re.compile(r"caption|credit|photo")
STANDFIRST_NAMES = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|sub-?title|sub-?head(?:line|ing)?|dek|deck|alternativeheadline|teaser-?text|intro"
    r"|lead-?(?:text|in)?|lede|kicker-?text|summary|excerpt|abstract|vorspann|chapo|entradilla|bajada|ingress|manchet)"
    r"(?![a-z])"
)
# What stands before a date that a line is there to tell: nothing, a sign, a label or a weekday; after a word for
# publishing, or names, a preposition too.
_PUBLISHED = (
    "published|posted|released|issued|veröffentlicht|erschienen|publié|publicado|publicada|pubblicato|publicerad"
    "|publisert|udgivet|gepubliceerd|опубликовано"
)
_WEEKDAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun)|\w+day|\w+tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes"
    "|martes|miércoles|jueves|viernes|sábado|domingo"
)
_ON = "on|am|vom|den|le|el|il|op|em"
BEFORE_DATE = re.compile(
    rf"(?:(?:^|[|·•,:：;–—-]\s*|\b(?:{_PUBLISHED}|{UPDATED_VERBS}|dated?|datum|fecha|data|time)[.:]?\s+)"  # noqa: RUF001
    rf"(?:(?:{_ON})\s+)?(?:(?:{_WEEKDAY})[.,]?\s+)?"
    rf"|^(?:{_PUBLISHED}|by|von|par|por)\s.{{0,100}}\b(?:{_ON})\s+|(?:公開|発表|配信|更新)日?[:：]?)\s*$",  # noqa: RUF001
    re.IGNORECASE,
)

# Texts: what stands before the first words, around the text, and below it.
DATE_BEFORE = re.compile(
    r"(?i:date|published|posted)?:?\s*(?P<day>\d{4}-\d\d-\d\d)\s+(?=[\"“«„‘'(]?[^\W\d_a-z])"  # noqa: RUF001
)
END = re.compile(
    r"(?:legal disclaimer|media contacts?|press contacts?|contact information|notes? to editors|source)\s*:?$"
    r"|#{3}$|-\s?30\s?-$|(?-i:SOURCE):? \S.{0,80}[^.]$|(?:©|\(c\)|copyright)\s*(?:(?:©|\(c\))\s*)?\d{4}",
    re.IGNORECASE,
)
NO_ADDRESS = re.compile(r"[\"'<>\\]")  # what an address is written without
CUT = re.compile(r"(?:…|\.\.\.)$")
NOISE = re.compile(
    r"for immediate release|press release|news release|share(?: this(?: article)?)?|save|print|e-?mail|advertisement"
    r"|comments?|skip to (?:main )?content|subscribe|sign in|log in|menu|search|home|news|listen|copy link|facebook"
    r"|twitter|whatsapp|\d{1,3} min(?:ute)?s? (?:read|ago)|image caption.*|photo:.*|getty images|loading\.*",
    re.IGNORECASE,
)
# Labels of lines that tell date and authors wherever they stand.
DATE_LABEL = re.compile(r"(?:date|published(?: on)?|datum|fecha|data|veröffentlicht(?: am)?)\s*:?\s", re.IGNORECASE)
AUTHOR_LABEL = re.compile(r"(?:authors?|autor(?:en|in)?|auteure?|autore|författare|forfatter)\s*:?\s", re.IGNORECASE)
