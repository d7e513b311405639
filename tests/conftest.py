"""What tests of all packages share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import hypothesis
import pytest
from hypothesis.configuration import set_hypothesis_home_dir
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import OPTIONS, PROGRAMS

PROJECT = Path(__file__).resolve().parents[1]

set_hypothesis_home_dir(PROJECT / ".cache" / "hypothesis")
# A machine that is busy is no error; in CI the same examples are tried each time.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


def _missing(what: str) -> NoReturn:
    """Skip the test for what this machine lacks; in CI nothing may be lacking."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, which CI must have")
    pytest.skip(f"{what} is missing on this machine")


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the project's folder."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of further real documents, which not every machine has."""
    folder = PROJECT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared, with further real documents, is missing on this machine")
    return folder


@pytest.fixture(scope="session")
def program() -> Callable[..., str]:
    """Return a function that finds a program by any of its names; the test is skipped where it is missing."""

    def find(*names: str) -> str:
        found = next(filter(None, map(shutil.which, names)), None)
        return found or _missing(names[0])

    return find


@pytest.fixture(scope="session")
def chromium(program: Callable[..., str]) -> Iterator[Browser]:
    """Return a headless Chromium; a test opens pages or contexts of its own in it."""
    path = program(*PROGRAMS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield browser
        browser.close()
