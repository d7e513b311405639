"""MHTML: the archive that browsers make of a page (RFC 2557), a MIME message whose first HTML part is the page."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass

_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Archived:
    """The page of an archive: the bytes of its HTML, their encoding if it is said, and its address, empty if not."""

    html: bytes
    encoding: str | None
    address: str


def read_archive(data: bytes) -> Archived | None:
    """Return the page of an archive; None where there is none in it."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    address = message.get("Snapshot-Content-Location") or ""
    parts = [part for part in message.walk() if part.get_content_type() in _HTML]
    page = next((part for part in parts if part.get("Content-Location") == address), parts[0] if parts else None)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes):
        return None
    return Archived(content, page.get_content_charset(), str(address or page.get("Content-Location") or "").strip())
