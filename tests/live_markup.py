"""Whether a rendered story holds only what its templates write: a document's markup must never be a page's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

_TAGS = frozenset(
    """
    a aside b blockquote br dd div dl dt
    figcaption figure h2 h3 h4 hgroup li line ol p rect section small span sup svg time ul
    """.split()  # noqa: SIM905 - a vocabulary is read as text
)
_NUMBER = r"-?[0-9.]{1,20}"
# What the values of attributes look like; any other attribute is none of ours.
_VALUES = {
    name: re.compile(value)
    for name, value in {
        "class": r"[a-z -]{1,60}",
        "id": r"(?:line-[0-9]+(?:-[0-9]+)?|mark-[0-9]+(?:-[0-9]+)?|evidence-[0-9]+|corrections|articles-[a-z]{1,20})",
        "href": r"(?:https?://[^\s\"'<>/?#]+(?:[/?#][^\s\"<>]*)?|#[a-z]+(?:-[0-9]+){0,2}|#articles-[a-z]{1,20})",
        "dir": "auto",
        "rel": "nofollow",
        "datetime": r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{5,18}(?:Z|[+-][0-9]{2}:[0-9]{2})?)?",
        "aria-label": r"(?:Evidence [0-9]+|Back to (?:the fact|fact [0-9]+ of [0-9]+), evidence [0-9]+)",
        "aria-hidden": "true",
        "data-pagefind-filter": "outlet|leaning",
        "data-label": "Show by leaning|Articles|Leanings|First reported",
        "data-all": "All",
        "data-of": r"\{shown\} of \{all\}",
        **dict.fromkeys(("x", "y", "x1", "x2", "y1", "y2", "width", "height", "stroke-width"), f"{_NUMBER}%?"),
        **dict.fromkeys(("fill", "stroke"), r"#[0-9a-f]{3,6}|none"),
        "stroke-dasharray": "[0-9 ]+",
    }.items()
}


def find_live_markup(page: html.HtmlElement) -> Iterator[str]:
    """Yield what of a rendered story is none of its templates' elements and attributes."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            yield f"a comment or an instruction: {element.text!r}"
        elif element.tag not in _TAGS:
            yield f"<{element.tag}>"
        for name, value in element.attrib.items() if isinstance(element.tag, str) else ():
            if name not in _VALUES or not _VALUES[name].fullmatch(value):
                yield f"<{element.tag} {name}={value!r}>"
