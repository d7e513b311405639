"""Addresses in a saved page, with the hosts of proxies taken off: such a host names the reader's library.

A proxy puts its own host behind that of a site: ``www-aldersea-example.proxy.college.example`` (EZproxy, with hyphens
for dots), ``www.aldersea.example.proxy.college.example``, or ``0-www.aldersea.example.college.example`` (Innovative's
Web Access Management); or it takes the whole address in its own: ``proxy.college.example/login?url=https://...``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, parse_qs, urlsplit, urlunsplit

_SITES = ("ground.news",)  # whose pages are saved: what stands behind their host is a proxy's
_PROXY_LABEL = re.compile(r"(?:.*(?:ezproxy|libproxy|remotexs|webvpn|openathens).*|proxy\d*|ezp\d*|idm)")
# Scheme and host, then what no address can hold is left out (RFC 3986, appendix A).
_ADDRESS = re.compile(r"(?i:https?)://[^\s\"'<>\\^`{|}/?#]+(?:[/?#][^\s\"<>]*)?")
_INSIDE = ("url", "qurl")
_UNRESOLVED = re.compile(r"^0-")


def is_address(text: str) -> bool:
    """Whether a text is a whole address of the web."""
    return bool(_ADDRESS.fullmatch(text))


class Rewriter:
    """Takes the proxy off the addresses of one page."""

    def __init__(self, own: Iterable[str]) -> None:
        """Take the addresses that the page gives as its own: they may show which proxy it was saved through."""
        hosts = [parts.hostname or "" for address in own if (parts := _split(address))]
        self._suffixes = tuple(sorted({suffix for host in hosts if (suffix := _suffix_behind_a_site(host))}))

    @property
    def proxies(self) -> tuple[str, ...]:
        """The hosts that stand behind those of the page's own site."""
        return tuple(suffix.lstrip(".") for suffix in self._suffixes)

    def rewrite(self, address: str) -> str | None:
        """Return an address as it is without a proxy; None where it cannot be told."""
        parts = _split(address)
        if parts is None or not parts.hostname:
            return None
        inner = _inside(parts)
        if inner is not None:
            return self.rewrite(inner) if is_address(inner) else None
        host = self._without_proxy(parts.hostname)
        if host is None or "@" in parts.netloc:
            return None
        if host == parts.hostname:
            return address
        return urlunsplit(parts._replace(netloc=host))

    def _without_proxy(self, host: str) -> str | None:
        suffix = next((suffix for suffix in self._suffixes if host.endswith(suffix)), None) or _marked_suffix(host)
        if suffix is None:
            return None if _UNRESOLVED.match(host) else host
        site = _UNRESOLVED.sub("", host.removesuffix(suffix))
        if "." not in site:  # two hyphens are one that the site's own name has
            site = "-".join(part.replace("-", ".") for part in site.split("--"))
        return site if "." in site else None


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _inside(parts: SplitResult) -> str | None:
    """Return the address that a proxy's own address takes in, else None."""
    if not parts.path.endswith("/login") or not any(_PROXY_LABEL.fullmatch(one) for one in _labels(parts.hostname)):
        return None
    values = parse_qs(parts.query)
    found = next((values[name][0] for name in _INSIDE if name in values), None)
    return found or ""


def _labels(host: str | None) -> list[str]:
    return (host or "").split(".")


def _marked_suffix(host: str) -> str | None:
    """Return what of a host is a proxy's own, with its dot, where a label says so; None where none does."""
    labels = _labels(host)
    at = next((i for i, label in enumerate(labels) if i and _PROXY_LABEL.fullmatch(label)), None)
    return f".{'.'.join(labels[at:])}" if at else None


def _suffix_behind_a_site(host: str) -> str | None:
    for site in _SITES:
        for form in (site, site.replace("-", "--").replace(".", "-")):
            match = re.match(rf"(?:0-)?(?:www[.-])?{re.escape(form)}(?P<suffix>\..+)", host)
            if match:
                return match["suffix"]
    return None
