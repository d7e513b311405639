"""Renew ``requirements.txt`` and ``requirements-test.txt`` from ``pyproject.toml``.

Run ``python3 plugins/commands/pins.py`` after a change of the dependencies, and with ``--upgrade`` to take the newest
versions. It needs ``uv`` (``pip install uv``), which resolves for all systems and Python versions at once.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
RUNTIME = "requirements.txt"
TESTS = "requirements-test.txt"

_COMPILE = ("uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes")
_PLAIN = ("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet")
_HEADER = "# {}\n# Made from pyproject.toml by: python3 plugins/commands/pins.py\n"
_PIN = re.compile(r"^(?=[a-z0-9])", re.MULTILINE)


def renew(arguments: list[str]) -> None:
    """Write both files.

    :param arguments: further options for uv, such as ``--upgrade``
    :raises subprocess.CalledProcessError: if uv finds no versions that fit
    """
    _compile(RUNTIME, *arguments)
    _compile(TESTS, "--extra", "test", "--constraints", RUNTIME, *arguments)
    runtime = pins((PROJECT / RUNTIME).read_text(encoding="utf-8"))
    tests = pins((PROJECT / TESTS).read_text(encoding="utf-8"))
    _write(RUNTIME, "What a build needs.", runtime)
    added = {name: block for name, block in tests.items() if name not in runtime}
    _write(TESTS, "What tests and lint need beyond requirements.txt.", added)


def pins(text: str) -> dict[str, str]:
    """Return the blocks of a requirements file, one a package with its hashes, by the package's name."""
    blocks = _PIN.split(text)[1:]
    return {re.split(r"[=\[ ;]", block, maxsplit=1)[0]: block.rstrip() + "\n" for block in blocks}


def _compile(name: str, *arguments: str) -> None:
    subprocess.run([*_COMPILE, *_PLAIN, "-o", name, *arguments], cwd=PROJECT, check=True)


def _write(name: str, title: str, blocks: dict[str, str]) -> None:
    (PROJECT / name).write_text(_HEADER.format(title) + "".join(blocks.values()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew(sys.argv[1:])
