"""Lighthouse (https://developer.chrome.com/docs/lighthouse): its four scores, as on a phone."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.installing import install_by_npm

_PACKAGE = "lighthouse@13.5.0"
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
BEST = 100


def scores(address: str, chromium: str) -> dict[str, int]:
    """Return the scores of a page, by category.

    :param chromium: the browser's program
    :raises NotInstalledError: if Lighthouse cannot be installed
    """
    program = install_by_npm("lighthouse", (_PACKAGE,)) / ".bin" / "lighthouse"
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        flags = f"--headless=new --no-sandbox --user-data-dir={folder}/profile"
        command = (
            str(program), address, "--quiet", "--output=json", f"--output-path={report}",
            f"--only-categories={','.join(_CATEGORIES)}", f"--chrome-flags={flags}",
        )  # fmt: skip
        subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": chromium}, capture_output=True)
        found = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: round((found[name]["score"] or 0) * 100) for name in _CATEGORIES}


def problems(path: str, found: Mapping[str, int]) -> Iterator[str]:
    """Yield the scores of a page that are not the best, a line each."""
    yield from (f"{path or 'the front page'}: {name} {score}" for name, score in found.items() if score < BEST)
