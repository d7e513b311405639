"""The virtual environment of the project: made from the pinned requirements, and remade when they change.

Needs only the standard library. A stamp beside each installed file of pins says what was installed: it is begun
before the installation and finished after it, so that an interrupted set-up is seen and done again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import sys
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from commands.exits import CommandError, Exit

NOTHING: tuple[str, ...] = ()
RUNTIME = ("requirements.txt",)
TESTS = ("requirements.txt", "requirements-test.txt")
"""The files of pins that a task may need, in the order of installation."""

_UNFINISHED = "unfinished\n"
_PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet")

if TYPE_CHECKING:
    import subprocess

Runner = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


class State(Enum):
    """How an installed file of pins stands."""

    READY = "ready"
    MISSING = "missing"  # never installed
    STALE = "stale"  # installed from other pins, for another Python, or not to the end


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a program, its output kept for a message."""
    import subprocess  # noqa: PLC0415 - takes long to import, and mostly all is installed

    return subprocess.run(
        command,
        text=True,
        encoding="utf-8",
        errors="replace",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


def to_stderr(text: str) -> None:
    """Tell of progress beside the results."""
    print(text, file=sys.stderr, flush=True)


def silent(_text: str) -> None:
    """Tell nothing."""


class Environment:
    """The virtual environment in ``.venv`` of a project."""

    def __init__(self, project: Path, run: Runner = _run, say: Callable[[str], None] = to_stderr) -> None:
        """Take the project's folder; ``run`` runs programs, ``say`` tells of progress."""
        self._project = project
        self._run = run
        self._say = say
        self.folder = project / ".venv"

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def is_running(self) -> bool:
        """Whether this program is run by the environment's interpreter."""
        return Path(sys.prefix).resolve() == self.folder.resolve()

    def state(self, pins: str) -> State:
        """Return how a file of pins stands."""
        if not self.python.exists():
            return State.MISSING
        try:
            found = self._stamp(pins).read_text(encoding="utf-8")
        except FileNotFoundError:
            return State.MISSING
        return State.READY if found == self._expected(pins) else State.STALE

    def prepare(self, needs: Sequence[str]) -> None:
        """Install what is missing; make the environment anew if what is there is no longer right.

        Args:
            needs: names of files of pins.

        Raises:
            CommandError: nothing can be installed on this machine as it is.
        """
        states = {pins: self.state(pins) for pins in needs}
        if all(state is State.READY for state in states.values()):
            return
        if State.STALE in states.values() or states[RUNTIME[0]] is State.MISSING:
            self._make()
            states = dict.fromkeys(needs, State.MISSING)
        for pins, state in states.items():
            if state is State.MISSING:
                self._install(pins)

    def _make(self) -> None:
        if self.is_running:
            message = (
                "The environment in .venv is older than its requirements, and cannot be remade while it is in use.\n"
                "Leave it (deactivate), and run the same with the system's Python."
            )
            raise CommandError(message, Exit.ENVIRONMENT)
        _require_venv()
        self._say(f"Setting up .venv with Python {platform.python_version()}: done once, and when requirements change.")
        result = self._run([sys.executable, "-m", "venv", "--clear", str(self.folder)])
        if result.returncode:
            message = f"The environment in .venv could not be made:\n{_last_lines(result.stdout)}"
            raise CommandError(message, Exit.ENVIRONMENT)

    def _install(self, pins: str) -> None:
        file = self._project / pins
        self._say(f"Installing {_count(file)} packages of {pins} ...")
        self._stamp(pins).write_text(_UNFINISHED, encoding="utf-8")
        # The pins are complete, so nothing is left to be resolved: --no-deps.
        result = self._run([str(self.python), *_PIP, "install", "--no-deps", "--require-hashes", "-r", str(file)])
        if result.returncode:
            message = (
                f"The packages of {pins} could not be installed:\n{_last_lines(result.stdout)}\n"
                "This needs a connection to the Python package index once. Run the same again when there is one."
            )
            raise CommandError(message, Exit.ENVIRONMENT)
        self._stamp(pins).write_text(self._expected(pins), encoding="utf-8")
        self._say("Installed.")

    def _stamp(self, pins: str) -> Path:
        return self.folder / f"{pins}.stamp"

    def _expected(self, pins: str) -> str:
        digest = hashlib.sha256((self._project / pins).read_bytes()).hexdigest()
        return f"{platform.python_implementation()} {platform.python_version()}\n{digest}\n"


def _require_venv() -> None:
    """Refuse a Python whose virtual environments were left out, as Debian's and Ubuntu's are.

    Raises:
        CommandError: says what to install.
    """
    if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    message = (
        f"Python {version} has no virtual environments (the modules venv and ensurepip) here. Install them, and run the"
        " same again:\n"
        "  Debian, Ubuntu:  sudo apt install python3-venv"
        f"  (for a Python beside the system's: python{version}-venv)\n"
        "  other systems:   install Python from https://www.python.org/downloads/"
    )
    raise CommandError(message, Exit.ENVIRONMENT)


def _count(file: Path) -> int:
    return sum("==" in line for line in file.read_text(encoding="utf-8").splitlines())


def _last_lines(output: str, count: int = 12) -> str:
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    return "\n".join(f"  {line}" for line in lines[-count:])
