"""Which HTML is of use in a feed reader: vocabulary, apart from the code that applies it.

Feed readers have no style sheet, script or form of ours, and drop what they do not know, each in its own way.
"""

from __future__ import annotations

from typing import Final

# Kept as they are. Every other element goes and its content stays, unless it is one of DROPPED.
KEPT: Final = frozenset(
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "section", "article", "aside", "header", "footer",
        "main", "nav", "address", "blockquote", "pre", "hr", "br", "wbr",
        "ul", "ol", "li", "dl", "dt", "dd", "menu",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
        "figure", "figcaption", "img", "picture", "audio", "video", "source",
        "details", "summary",
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark",
        "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
    },
)  # fmt: skip

# Of these, what stands inside a line of text; all others begin a line, or a cell, of their own.
IN_TEXT: Final = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd",
        "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
        "var", "wbr",
    },
)  # fmt: skip

# Gone with all that is in them: what only a browser can use, and what is not text.
DROPPED: Final = (
    "head", "title", "meta", "link", "base", "script", "style", "template", "svg", "math", "canvas",
    "iframe", "frame", "frameset", "noframes", "object", "embed", "applet", "param", "track", "map", "area",
    "button", "input", "select", "option", "datalist", "textarea", "progress", "meter", "dialog",
)  # fmt: skip

# Attributes that say something without a style sheet; identifiers, classes, roles and handlers do not.
EVERYWHERE: Final = frozenset({"lang", "dir", "title"})
_OF_ONE = {
    "audio": frozenset({"src", "controls"}),
    "blockquote": frozenset({"cite"}),
    "a": frozenset({"href"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "q": frozenset({"cite"}),
    "source": frozenset({"src", "type"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope", "abbr"}),
    "time": frozenset({"datetime"}),
    "video": frozenset({"src", "controls", "poster", "width", "height"}),
}
ATTRIBUTES: Final = {tag: EVERYWHERE | _OF_ONE.get(tag, frozenset()) for tag in KEPT}
# The commonest of all others.
COMMON: Final = ("class", "id", "role", "style", "aria-label", "data-pagefind-filter")

ADDRESSES: Final = frozenset({"href", "src", "cite", "poster"})
# Where an address may lead. "" stands for one that is not whole, as on a site without SITEURL.
SCHEMES: Final = frozenset({"", "http", "https", "mailto", "tel"})
PICTURES: Final = ("data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;", "data:image/avif;")

# Nothing without one of these attributes (a span only carries a language, a direction or a title).
BARE_IS_NOTHING: Final = {
    "a": frozenset({"href"}),
    "img": frozenset({"src"}),
    "source": frozenset({"src"}),
    "span": EVERYWHERE,
}
# Nothing without text or something else in them; the cells of a table and the parts of a list hold a place.
EMPTY_IS_NOTHING: Final = KEPT - {
    "hr", "br", "wbr", "col", "td", "th", "tr", "img", "audio", "video", "source", "dt", "dd", "li",
}  # fmt: skip
