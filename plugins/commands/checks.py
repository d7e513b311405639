"""``test`` and ``lint``: the checks of the code, each run by the environment's own Python."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from commands.exits import Exit
from commands.process import run_child

PROJECT = Path(__file__).resolve().parents[2]

_LINT = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
_ALL = ("-n", "auto", "--dist", "loadfile")  # by file, because files share what is costly to set up
_EXITS = {0: Exit.DONE, 4: Exit.WRONG_USE, 130: Exit.INTERRUPTED}  # by pytest's own, which differ


def run_tests(more: str) -> int:
    """Run pytest.

    Args:
        more: further arguments for it, as a shell would write them; without any, all tests run on all cores.
    """
    code = run_child([sys.executable, "-m", "pytest", *(shlex.split(more) or _ALL)], PROJECT)
    return _EXITS.get(code, Exit.FAILED)


def run_lint() -> int:
    """Run every check, also after one that failed."""
    codes = []
    for check in _LINT:
        print(f"== {' '.join(check)}", flush=True)
        codes.append(run_child([sys.executable, "-m", *check], PROJECT))
    if Exit.INTERRUPTED in codes:
        return Exit.INTERRUPTED
    return Exit.FAILED if any(codes) else Exit.DONE
