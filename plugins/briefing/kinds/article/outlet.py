"""Which outlet an article's web page is of: the name that the page gives to its site, as it writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from briefing.documents.addresses import is_address
from briefing.documents.lines import Line
from briefing.documents.tree import Page
from briefing.kinds.article.names import fold
from briefing.kinds.article.prose import count_words
from briefing.story import Evidence, Field, Lines, stated

STATED = ("og:site_name", "ld:publisher.name", "application-name", "dc.publisher")
_SEPARATOR = re.compile(r"^\s*[|–—·•»:_－-]+\s*")  # noqa: RUF001 - the marks that titles use
_FURTHER = re.compile(r"\s[|–—·•»_－-]+\s")  # noqa: RUF001
_RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
_MOST_WORDS = 6


def find_outlet(page: Page) -> Field[str]:
    """Return the name that the page gives to its site out of sight."""
    for statement in page.stated(*STATED):
        if not is_address(statement.value):
            return _field(statement.value, page, statement.line)
    return Field()


def outlet_in_title(page: Page, shown: Sequence[Line], headline: str) -> Field[str]:
    """Return the name that follows the headline in the page's title, if its address or its rights' holder has it too.

    Else it could as well be a section's.
    """
    hosts = [fold(urlsplit(s.value).hostname or "") for s in page.stated("canonical", "og:url", "saved-from")]
    for statement in page.stated("title", "og:title"):
        if not headline or not statement.value.startswith(headline):
            continue
        rest = statement.value[len(headline) :]
        name = _SEPARATOR.sub("", rest)
        if not name or name == rest or _FURTHER.search(name) or count_words(name) > _MOST_WORDS:
            continue
        holds = any(name in line.text and _RIGHTS.search(line.text) for line in shown)
        if holds or any(fold(name) in host for host in hosts if fold(name)):
            return _field(name, page, statement.line)
    return Field()


def _field(value: str, page: Page, number: int) -> Field[str]:
    return stated(value, Evidence(Lines(number, number), (page.lines[number - 1].text,)))
