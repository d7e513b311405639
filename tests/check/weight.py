"""What the first story page weighs for someone who has visited nothing yet, compressed as web servers send it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response

MOST_BYTES = 30_000
MOST_REQUESTS = 5
MOST_OF_FIRST_SCREEN = 14_000
"""Bytes of style sheets, and of HTML as far as the first screen goes: what a server sends before it waits."""

_BELOW = b'<div class="rest">'  # what stands below headline, summary and fact boxes

_COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg", "application/manifest")
_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Weight:
    """What a page loads: ``total`` and ``first_screen`` in bytes, gzip at its usual level; ``others``: other hosts."""

    total: int
    first_screen: int
    requests: int
    others: tuple[str, ...]


def weigh(browser: Browser, address: str) -> Weight:
    """Load a page that is served on this machine, with an empty cache, and weigh it."""
    host = urlsplit(address).netloc
    responses: list[Response] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - playwright marks what it calls
        page.goto(address, wait_until="networkidle")
        loaded = [(one.request.resource_type, one, one.body()) for one in responses]
    above = {"stylesheet": lambda body: body, "document": lambda body: body.partition(_BELOW)[0]}
    return Weight(
        total=sum(_size(one, body) for _, one, body in loaded),
        first_screen=sum(_size(one, above[kind](body)) for kind, one, body in loaded if kind in above),
        requests=len(loaded),
        others=tuple(sorted({found for _, one, _ in loaded if (found := urlsplit(one.url).netloc) != host})),
    )


def problems(weight: Weight) -> Iterator[str]:
    """Yield what is too much, a line each."""
    if weight.total > MOST_BYTES:
        yield f"all files: {weight.total:,} bytes, where {MOST_BYTES:,} are the most"
    if weight.first_screen > MOST_OF_FIRST_SCREEN:
        most = f"where {MOST_OF_FIRST_SCREEN:,} are the most"
        yield f"HTML and style sheets of the first screen: {weight.first_screen:,} bytes, {most}"
    if weight.requests > MOST_REQUESTS:
        yield f"{weight.requests} requests, where {MOST_REQUESTS} are the most"
    yield from (f"something is loaded from {other}" for other in weight.others)


def _size(response: Response, body: bytes) -> int:
    if response.headers.get("content-type", "").startswith(_COMPRESSED):
        packer = zlib.compressobj(6, zlib.DEFLATED, _GZIP)
        return len(packer.compress(body) + packer.flush())
    return len(body)
