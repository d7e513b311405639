"""What stands at the root of a site, made of its settings: ``robots.txt``, the manifest of web apps, its own colors."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from edition import colors
from edition.brand import Brand

ROBOTS, MANIFEST = "robots.txt", "manifest.webmanifest"


def root_files(settings: Mapping[str, Any]) -> dict[str, Callable[[], bytes]]:
    """Return what makes each file, by its path below the output folder.

    A file of an editor's own, which ``STATIC_PATHS`` names, takes the place of ours.

    :raises SettingsError: as :meth:`edition.brand.Brand.of`
    """
    brand = Brand.of(settings)
    makers = {ROBOTS: lambda: robots(brand).encode(), MANIFEST: lambda: manifest(brand)}
    if brand.style:
        makers[colors.FILE] = lambda: colors.style_sheet(settings["COLORS"]).encode()
    own = {str(path) for path in settings.get("STATIC_PATHS") or ()}
    return {name: maker for name, maker in makers.items() if name not in own}


def robots(brand: Brand) -> str:
    """Return that all may be read, and where the list of pages is (RFC 9309; https://www.sitemaps.org/protocol.html)."""
    sitemap = f"\nSitemap: {brand.address}/sitemap.xml\n" if brand.address else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def manifest(brand: Brand) -> bytes:
    """Return the manifest (https://www.w3.org/TR/appmanifest/); its addresses are relative, so it works anywhere."""
    icons = [
        {"src": f"{brand.static}/favicon.svg", "type": "image/svg+xml", "sizes": "any"},
        {"src": f"{brand.static}/icon-512.png", "type": "image/png", "sizes": "512x512", "purpose": "any maskable"},
    ]
    content = {
        "name": brand.name,
        "description": brand.description,
        "lang": brand.language,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": brand.colors["light"]["paper"],
        "theme_color": brand.colors["light"]["paper"],
        "icons": icons,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
