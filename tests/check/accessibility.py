"""Access for all: axe-core by the rules of WCAG 2.2 AA, on pages of each kind, narrow and wide, light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, Literal

from playwright.sync_api import Browser

from tests.installing import install_by_npm

WIDTHS = (320, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_PACKAGE = "axe-core@4.14.1"
_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2; axe leaves it out otherwise
}


def problems(browser: Browser, address: str, paths: Iterable[str]) -> Iterator[str]:
    """Yield what is wrong with pages, a line each: rule, page, view, and where in the page.

    :param address: of the site, with ``/`` at its end
    :param paths: of the pages, below it
    :raises NotInstalledError: if axe-core cannot be installed
    """
    axe = install_by_npm("axe", (_PACKAGE,)) / "axe-core" / "axe.min.js"
    pages = list(paths)
    for width, scheme in product(WIDTHS, SCHEMES):
        with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
            page = context.new_page()
            for path in pages:
                page.goto(address + path)
                view = f"{path or 'the front page'}, {width} px, {scheme}"
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    yield f"scrolls sideways: {view}"
                page.add_script_tag(path=axe)
                found: dict[str, Any] = page.evaluate("options => axe.run(options)", _OPTIONS)
                for rule in found["violations"]:
                    yield f"{rule['id']}: {view}: {rule['help']}: {rule['nodes'][0]['html'][:200]}"
