"""Whether addresses in a site's settings can be what they are for: the site's own, and where readers report errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import SplitResult, urlsplit

_LAST_PORT = 65535
# What stands in a link as it is, so without signs that an address would have to encode (RFC 6068, RFC 3986).
_MAIL = re.compile(r"[A-Za-z0-9.!$'*+=_~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_WRITABLE = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*")


def problems(settings: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the addresses in complete settings, a sentence or more each."""
    yield from _site_address(settings)
    yield from _relative_urls(settings)
    yield from _report_errors_to(settings)


def _site_address(settings: dict[str, Any]) -> list[str]:
    address = settings.get("SITEURL") or ""
    example = 'Set it to the address where readers will find it, such as SITEURL = "https://briefing.example.org".'
    if not address:
        return [f"SITEURL is empty. {example}"] if settings["PUBLISHING"] else []
    parts = _well_formed(address)
    if parts is None:
        form = "http:// or https://, a host and, if there is one, a path, without a slash at its end"
        return [f"SITEURL is {address!r}, but must be {form}."]
    if settings["PUBLISHING"] and _is_loopback(parts.hostname or ""):
        return [f"SITEURL is {address!r}, which only this machine can reach. {example}"]
    return []


def _relative_urls(settings: dict[str, Any]) -> list[str]:
    if settings.get("RELATIVE_URLS"):
        return ["RELATIVE_URLS must be off: it would take the site's address out of feeds. Links are relative anyway."]
    return []


def _report_errors_to(settings: dict[str, Any]) -> list[str]:
    address = settings["REPORT_ERRORS_TO"]
    if not address or (isinstance(address, str) and (_MAIL.fullmatch(address) or _is_form(address))):
        return []
    examples = "'corrections@example.org' or 'https://example.org/report'"
    return [f"REPORT_ERRORS_TO is {address!r}, but must be None, a mail address or a form's, such as {examples}."]


def _is_form(address: str) -> bool:
    """Whether a web address can be given a story's in its query, so it has no fragment (RFC 3986)."""
    path, _, query = address.partition("?")
    return "#" not in query and _well_formed(path.rstrip("/")) is not None and _WRITABLE.fullmatch(query) is not None


def _well_formed(address: object) -> SplitResult | None:
    """Return the parts of a site's address (RFC 3986), None if it cannot be one."""
    if not isinstance(address, str) or not address.isascii() or any(sign in address for sign in " ?#\"'<>\\@"):
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and not address.endswith("/")
    return parts if whole and (port is None or 0 < port <= _LAST_PORT) else None


def _is_loopback(host: str) -> bool:
    host = host.rstrip(".").lower()
    import ipaddress  # noqa: PLC0415 - takes long, and is asked where a site is published only

    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    return number.is_loopback or number.is_unspecified
