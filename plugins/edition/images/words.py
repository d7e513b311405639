"""How a story's outlets lean, in the words that listings have for it, in the site's language."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.texts import Texts
from edition.row import Row

# The texts of theme/templates/briefing/macros.html (`shares` and `within`), which the catalogs translate.
_NAMES = {"left": "Left", "center": "Center", "right": "Right"}
_WITHIN = {"left": "left", "center": "center", "right": "right"}
_SHARE = "%(side)s %(share)s%%"
_AND = "%(first)s and %(last)s"
_UNSHARED = "%(sides)s not stated"
_NOTHING = "leanings not stated"


def in_words(row: Row, texts: Texts) -> str:
    """Return the shares of a row's sides, and which are not stated: "Center 57%; left and right not stated".

    :returns: nothing for an article, which counts no outlets
    """
    if not row.shares:
        text = "" if row.is_article else texts.of(_NOTHING)
        return text[:1].upper() + text[1:]
    shares = ({"side": texts.of(_NAMES[side]), "share": share} for side, share in row.shares)
    stated = ", ".join(texts.of(_SHARE) % share for share in shares)
    if not row.unshared:
        return stated
    return f"{stated}; {texts.of(_UNSHARED) % {'sides': _within(row.unshared, texts)}}"


def _within(sides: Sequence[str], texts: Texts) -> str:
    names = [texts.of(_WITHIN[side]) for side in sides]
    if len(names) == 1:
        return names[0]
    return texts.of(_AND) % {"first": ", ".join(names[:-1]), "last": names[-1]}
