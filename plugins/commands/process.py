"""Running another program in the foreground."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from commands.exits import Exit

if TYPE_CHECKING:
    import subprocess

_GRACE = 3  # seconds; a terminal's Ctrl-C reaches the child too, so it is told again only if it did not hear
_BY_SIGNAL = 128  # a shell's exit code for a program that a signal ended is this and the signal's number


def hand_over(command: Sequence[str | Path]) -> int:
    """Let another program take this one's place; where a system cannot do that, run it as a child.

    Args:
        command: the program and its arguments.

    Returns:
        the child's exit code.
    """
    if os.name == "posix":
        os.execve(command[0], [os.fspath(part) for part in command], _environment())  # noqa: S606 - our own Python
    return run_child(command)


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONUTF8": "1"}  # the same texts in, the same texts out on every system


def run_child(command: Sequence[str | Path], folder: Path | None = None) -> int:
    """Run a program to its end and return its exit code, as a shell would tell it.

    Ctrl-C and a request to end are handed on, and the child is waited for, so that nothing stays behind.

    Args:
        command: the program and its arguments.
        folder: the working directory; None: this one.
    """
    import subprocess  # noqa: PLC0415 - takes long to import, and most tasks run no other program

    with subprocess.Popen(command, cwd=folder, env=_environment()) as child, _ended_with(child):
        timeout = None
        interrupted = False
        while True:
            try:
                code = child.wait(timeout)
            except KeyboardInterrupt:
                interrupted = True
                timeout = _GRACE
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
                timeout = None
            else:
                break
    if interrupted:  # whatever the child made of it; Python may have lost its exit code
        return Exit.INTERRUPTED
    return _BY_SIGNAL - code if code < 0 else code


@contextlib.contextmanager
def ended_by_request() -> Iterator[None]:
    """Let a request to end this program unwind it, as Ctrl-C does, so that nothing that it runs stays behind.

    Raises:
        SystemExit: the request, with the code that a shell would tell.
    """

    def end(number: int, _frame: FrameType | None) -> None:
        sys.exit(_BY_SIGNAL + number)

    if threading.current_thread() is not threading.main_thread():  # where no signal is ever heard
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextlib.contextmanager
def _ended_with(child: subprocess.Popen[bytes]) -> Iterator[None]:
    """Let a request to end this program end the child."""

    def end(_number: int, _frame: FrameType | None) -> None:
        child.terminate()

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
