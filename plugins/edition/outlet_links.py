"""Links from the articles that a story lists to the pages of their outlets."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from edition.outlet_table import OutletTable
from edition.terms import FOLDERS

# How theme/templates/briefing/articles.html names an outlet. Stories are rendered for feeds and other themes too, which
# have no such pages; so links are put in where a page of the site is made.
_NAMED = re.compile(r'(?<=<b dir="auto" data-pagefind-filter="outlet">)[^<]+')
_REMEMBERED = 10_000  # outlets


class OutletLinks:
    """The filter ``outlets_linked`` of page templates; the outlet table is read when it is first asked for."""

    def __init__(self, settings: Mapping[str, Any], table: Callable[[], OutletTable]) -> None:
        """Take complete settings, and what reads the outlet table."""
        self._table = table
        self._has_pages = bool(settings.get("OUTLET_PAGES", True))
        self._path_of = lru_cache(_REMEMBERED)(self._find_path)

    def __call__(self, content: str, root: str) -> Markup:
        """Return the HTML of a published story with its outlets linked.

        :param content: the HTML, as it is inserted
        :param root: the way to the site's root
        """
        if self._has_pages:
            content = _NAMED.sub(lambda match: self._linked(match[0], root), str(content))
        return Markup(content)  # noqa: S704 - it was inserted as it is before

    def _linked(self, name: str, root: str) -> str:
        path = self._path_of(name)
        return f'<a href="{root}{path}">{name}</a>' if path else name

    def _find_path(self, name: str) -> str:
        """Return where the page of an outlet is, as an address has it; empty where it has none."""
        slug, _ = self._table().page_of(html.unescape(name))
        return f"{FOLDERS['outlet']}{quote(slug)}/" if slug else ""
