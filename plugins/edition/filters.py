"""What page templates need beside Pelican's own filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from edition import heads, outlet_table
from edition.by_table import TableFilter
from edition.outlet_links import OutletLinks

NOT_FOUND = "404.html"
_REMEMBERED = 10_000  # texts of about 1 kB

# How theme/templates/briefing/ writes the parts of a mark and the begin of a note, and what becomes of them:
# whole texts, since patterns take longer.
_IN_PLACE = (
    ('<sup class="ev"><a id="mark-', '<sup class="ev"><button type="button" id="mark-'),
    ('" href="#evidence-', '" popovertarget="evidence-'),
    ("<span>]</span></a>", "<span>]</span></button>"),
    ('<li id="evidence-', '<li popover id="evidence-'),
)


def filters(settings: Mapping[str, Any]) -> dict[str, Callable[..., Any]]:
    """Return the filters by their names in templates.

    :raises SettingsError: as :meth:`edition.brand.Brand.of`
    """
    table = lru_cache(1)(partial(outlet_table.read, settings))  # it may never be asked for
    return {
        "to_root": partial(to_root, site_url=settings["SITEURL"]),
        **heads.filters(settings),
        "by_table": TableFilter(table),
        "outlets_linked": OutletLinks(settings, table),
        "content_at": content_at,
        "in_place": in_place,
        "once": lru_cache(_REMEMBERED)(once),
    }


def to_root(output_file: str, site_url: str) -> str:
    """Return the way from a page to the site's root, ended by ``/``: ``./``, ``../``, ``../../``.

    A server shows the page for wrong addresses at any depth, so its way is the path part of the site's address.

    :param output_file: the page's file below the output folder
    """
    if output_file == NOT_FOUND:
        return f"{urlsplit(site_url).path.rstrip('/')}/"
    return "../" * output_file.count("/") or "./"


def content_at(content: Any, root: str) -> Markup:
    """Return the HTML of an article or page with its links to other content (``{filename}``) made relative.

    :param content: Pelican's article or page
    :param root: the way to the site's root, as :func:`to_root` gives it
    """
    # Pelican joins addresses as RFC 3986 has it, which loses "../"; so it is given an address that the text has not.
    site = "https://root.invalid"
    while site in content._content:  # noqa: SLF001 - what get_content starts from
        site = f"{site}.invalid"
    links = re.compile(rf"(=\s*[\"']){re.escape(site)}/")
    # What stands here was made by our reader or by Pelican's, whose output themes insert as it is.
    return Markup(links.sub(lambda match: match[1] + root, content.get_content(site)))  # noqa: S704


def in_place(content: str) -> Markup:
    """Return a story whose evidence opens where its marks stand, without script (HTML, "The popover attribute").

    A mark becomes a button, and its note, where it stands in the list at the end, what the button opens: so no words
    stand twice. Feeds and other themes keep the links, which lead to the list; their style sheets would hide a popover.

    :param content: the HTML of a story, as it is inserted
    """
    content = str(content)  # not Markup, which would escape what is put in
    for written, opening in _IN_PLACE:
        content = content.replace(written, opening)
    return Markup(content)  # noqa: S704 - it was inserted as it is before


def once(macro: Callable[..., Markup], *values: Any, **named: Any) -> Markup:
    """Return what a macro makes of values; templates remember it, since a story stands in the lists of all its topics.

    :param macro: makes the same of the same values
    """
    return macro(*values, **named)
