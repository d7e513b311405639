"""Addresses (URLs) as feeds need them: whole, and written in ASCII."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

# Browsers drop these before they read an address (https://url.spec.whatwg.org/#concept-basic-url-parser).
_DROPPED = re.compile("[\t\n\r]")
_AROUND = "".join(map(chr, range(0x21)))
# What may stand in an address without being escaped (RFC 3986, 3.3 and 3.4), and what is escaped already.
_SAFE = "%/:?@!$&'()*+,;=~"
_NO_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


def absolute(base: str, address: str) -> str | None:
    """Return the address as seen from the page ``base``, None if it is not one. ``#x`` becomes ``BASE#x``."""
    cleaned = _DROPPED.sub("", address).strip(_AROUND)
    if cleaned[:1] != "#" or cleaned == "#":
        return _joined(base, cleaned)
    before = _before_anchors(base)
    return None if before is None else before + cleaned


@lru_cache(maxsize=8)
def _before_anchors(base: str) -> str | None:
    """Return what stands before ``#x``, once a page: a page's anchors are most of its links."""
    joined = _joined(base, "#x")
    return None if joined is None else joined.removesuffix("#x")


def _joined(base: str, address: str) -> str | None:
    try:
        joined = urljoin(base, address)
        urlsplit(joined)  # finds what urljoin lets pass
    except ValueError:  # "http://[x"
        return None
    return joined


def on_site(site: str, address: str) -> str:
    """Return the address of a page or file of a site, in ASCII.

    ``site`` is without a slash at its end, ``address`` is relative to it (or whole already).
    """
    return in_ascii(absolute(f"{site}/", address) or f"{site}/{address}")


def in_ascii(address: str) -> str:
    """Return the address with spaces and letters beyond ASCII escaped; a host name stays as it is."""
    parts = urlsplit(address)
    escaped = (quote(_NO_ESCAPE.sub("%25", part), _SAFE) for part in (parts.path, parts.query, parts.fragment))
    path, query, fragment = escaped
    return urlunsplit(parts._replace(path=path, query=query, fragment=fragment))


def with_reference(address: str) -> str:
    """Return the address with ``ref=feed`` in its query: what ``FEED_APPEND_REF`` asks for."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, "ref=feed")))))


def scheme(address: str) -> str:
    """Return the scheme of an address in small letters, "" if it has none."""
    return urlsplit(address.partition("#")[0]).scheme  # urlsplit remembers: once for all anchors of a page
