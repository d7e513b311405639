"""Exit codes, and the error that carries one."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command's exit code says."""

    DONE = 0
    FAILED = 1  # the content or a check failed
    WRONG_USE = 2  # an option, a folder or a setting is wrong; nothing was done
    ENVIRONMENT = 3  # Python, the network or the machine lacks something
    INTERRUPTED = 130  # by Ctrl-C


class CommandError(Exception):
    """A command cannot go on: ``str()`` is for the person who gave it, ``exit`` is its exit code."""

    def __init__(self, message: str, code: Exit) -> None:
        super().__init__(message)
        self.code = code
