"""Pins hold for every machine, stand once, and fit what the project says that it needs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from commands.pins import RUNTIME, TESTS, pins


@pytest.fixture
def runtime(project: Path) -> dict[str, str]:
    return pins((project / RUNTIME).read_text(encoding="utf-8"))


@pytest.fixture
def tests(project: Path) -> dict[str, str]:
    return pins((project / TESTS).read_text(encoding="utf-8"))


def test_no_package_is_pinned_twice(runtime: dict[str, str], tests: dict[str, str]) -> None:
    assert set() == set(runtime) & set(tests)


def test_every_pin_has_one_version_and_hashes(runtime: dict[str, str], tests: dict[str, str]) -> None:
    for block in (*runtime.values(), *tests.values()):
        pin, *hashes = block.replace("\\\n", "").split("--hash=")
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; [^;]+)?\s*", pin)
        assert hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}\s*", one) for one in hashes)


@pytest.mark.parametrize("name", [RUNTIME, TESTS])
def test_the_files_name_no_address_and_no_folder_of_a_machine(project: Path, name: str) -> None:
    _, *lines = (project / name).read_text(encoding="utf-8").partition("pins.py\n")[2].splitlines()

    assert [] == [line for line in lines if "/" in line or line.startswith("--")]


def test_all_that_the_project_needs_is_pinned(project: Path, runtime: dict[str, str], tests: dict[str, str]) -> None:
    stated = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed, for_tests = (
        {re.split(r"[\[>=]", one)[0] for one in requirements}
        for requirements in (stated["dependencies"], stated["optional-dependencies"]["test"])
    )

    assert needed <= set(runtime)
    assert for_tests <= set(tests)
