"""What a person must know of the machine to make something of the figures; nothing that names it."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path

from briefing.cores import usable_cores
from tests.bench.posts import PROJECT

_MOUNTS = Path("/proc/mounts")
_PROCESSOR = Path("/proc/cpuinfo")
_UNKNOWN = "not known"


def describe(folder: Path) -> dict[str, str]:
    """Return what is known of the machine, of the versions of what runs on it, and of this project.

    :param folder: in which the work is done
    """
    return {
        "Processor": f"{_processor()}, {usable_cores()} cores",
        "Memory": _memory(),
        "Load before": _load(),
        "System": f"{_system()}, {platform.system()} {platform.release().partition('-')[0]}",
        "Files": f"on {_file_system(folder)}",
        "Python": platform.python_version(),
        "Node": _said("node", "--version").removeprefix("v"),
        "This project": _said("git", "describe", "--always", "--dirty"),
    }


def _processor() -> str:
    lines = _PROCESSOR.read_text(encoding="utf-8").splitlines() if _PROCESSOR.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return _UNKNOWN
    return f"{size / 1024**3:.0f} GB"


def _load() -> str:
    """Return how many programs wanted to run on average in the last minute: figures of a busy machine are worse."""
    try:
        return f"{os.getloadavg()[0]:.1f}"
    except (AttributeError, OSError):
        return _UNKNOWN


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform(terse=True)


def _file_system(folder: Path) -> str:
    """Return the kind of file system that a folder is on: tmpfs is memory."""
    if not _MOUNTS.is_file():
        return _UNKNOWN
    mounts = [line.split()[1:3] for line in _MOUNTS.read_text(encoding="utf-8").splitlines()]
    above = [(len(place), kind) for place, kind in mounts if folder.resolve().is_relative_to(place)]
    return max(above)[1] if above else _UNKNOWN


def _said(program: str, *arguments: str) -> str:
    path = shutil.which(program)
    if path is None:
        return "none"
    done = subprocess.run([path, *arguments], cwd=PROJECT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if not done.returncode else _UNKNOWN
