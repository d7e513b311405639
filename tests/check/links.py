"""The links of all pages within the site: each leads to a file that is there, and to an id in it.

So does what stands for a page elsewhere, where it is the site's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import lxml.html

from tests.check.pages import all_pages

_NOT_FOUND = "404.html"  # shown at any depth: its links begin at the root


def problems(output: Path) -> Iterator[str]:
    """Yield each link that leads nowhere, with its page; addresses of other sites are left alone."""
    root = output.resolve()
    for path in all_pages(root):
        for link in dict.fromkeys(_links(path)):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = _target(root, path, unquote(parts.path))
            page = path.relative_to(root).as_posix()
            if not target.is_file():
                yield f"{page}: {link} leads nowhere"
            elif parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in _ids(target):
                yield f"{page}: {link}: there is no such id"

        yield from _missing_images(root, path)


def _missing_images(root: Path, path: Path) -> Iterator[str]:
    """Yield each social image below the address of the site that is not there."""
    page = path.relative_to(root).as_posix()
    named = {element.get("property") or element.get("name"): element for element in _document(path).iter("meta")}
    address = named["og:url"].get("content", "") if "og:url" in named else ""
    site = address.removesuffix(quote(page.removesuffix("index.html")))
    for name in ("og:image", "twitter:image"):
        image = named[name].get("content", "") if name in named else ""
        if address and image.startswith(site) and not (root / unquote(image.removeprefix(site))).is_file():
            yield f"{page}: {name} {image} leads nowhere; social images are made with: build --with images"


def _links(path: Path) -> Iterator[str]:
    for element in _document(path).iter("a", "link", "script", "img", "form"):
        for name in ("href", "src", "action"):
            if element.get(name):
                yield element.get(name, "")


def _target(root: Path, page: Path, link: str) -> Path:
    if page.name == _NOT_FOUND and link.startswith("/"):
        target = root / link.lstrip("/")
    else:
        target = (page.parent / link).resolve() if link else page
    return target / "index.html" if target.is_dir() else target


@cache
def _ids(path: Path) -> frozenset[str]:
    return frozenset(element.get("id", "") for element in _document(path).iter() if element.get("id"))


@cache
def _document(path: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(path.read_bytes())
