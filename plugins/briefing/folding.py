"""Texts and addresses without what may differ between two saves that have the same."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, urlencode, urlsplit

# Of a query, what only tracks readers: what Firefox strips (its list "query-stripping"), and "utm_...".
_TRACKING = frozenset(
    {
        "__hsfp", "__hssc", "__hstc", "__s", "_hsenc", "dclid", "fbclid", "gbraid", "gclid", "hsctatracking", "igshid",
        "mc_cid", "mc_eid", "mkt_tok", "msclkid", "oly_anon_id", "oly_enc_id", "twclid", "vero_id", "wbraid",
        "wickedid", "yclid", "ysclid",
    }
)  # fmt: skip
# A sign within a number is no punctuation: 2.5 is not 25, and 1-11 is not 11-1. Commas of thousands tell nothing.
_IN_NUMBER = re.compile(r"[.:/–-](?<=\d.)(?=\d)")  # noqa: RUF001
_KEPT_SIGN = "∶"  # noqa: RUF001 - a sign that is kept
_USUAL_PORTS = (None, 80, 443)


def fold_text(text: str) -> str:
    """Return a text without case, spaces and punctuation, each character in its plainest form (Unicode's NFKC)."""
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return _IN_NUMBER.sub(_KEPT_SIGN, folded).translate(_KEPT)


class _Kept(dict[int, int | None]):
    """For each character itself; None where it is space, punctuation, not seen, or an accent such as the back-tick."""

    def __missing__(self, character: int) -> int | None:
        category = unicodedata.category(chr(character))
        self[character] = None if category[0] in "ZPC" or category == "Sk" else character
        return self[character]


_KEPT = _Kept()


def fold_address(address: str) -> str | None:
    """Return an address of the web without what leads to the same page; None if it is none.

    That of a whole site is none either: it is no story's own.
    """
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    query = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0].lower()))
    if parts.scheme not in ("http", "https") or not host or not (path or query):
        return None
    own_port = "" if port in _USUAL_PORTS else f":{port}"
    return f"{host}{own_port}{path}{'?' if query else ''}{urlencode(query)}"


def _tracks(name: str) -> bool:
    return name in _TRACKING or name.startswith("utm_")
