"""Pelican's log as plain lines for an editor, and how many errors and warnings there were."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

from commands.terminal import Terminal

_UNREAD = "Could not process %s"  # Pelican leaves out why, unless it debugs


class EditorLog(logging.Handler):
    """Tells of warnings and errors, and counts them."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__(logging.WARNING)
        self._terminal = terminal
        self.errors = 0
        self.warnings = 0
        self._told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of one record, once: an error may be logged where it arises and where it is caught."""
        self.tell(_text(record), "error" if record.levelno >= logging.ERROR else "warning")

    def tell(self, text: str, level: str) -> None:
        """Tell of an ``error`` or a ``warning``, once."""
        if text in self._told:
            return
        self._told.add(text)
        if level == "error":
            self.errors += 1
        else:
            self.warnings += 1
        self._terminal.problem(text, level)

    def counts(self) -> str:
        """Return how many errors and warnings there were, in words; "" for none."""
        told = [_counted(self.errors, "error"), _counted(self.warnings, "warning")]
        return ", ".join(part for part in told if part)


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'s' if count > 1 else ''}" if count else ""


def _text(record: logging.LogRecord) -> str:
    """Return what a record says, with the error that it is about: the handler runs where that was caught."""
    message = record.getMessage()
    error = sys.exc_info()[1]
    if record.msg != _UNREAD or error is None:
        return message
    file = Path(str(record.args[0] if isinstance(record.args, tuple) else "")).name
    return str(error) if file in str(error) else f"{message}: {type(error).__name__}: {error}"


@contextlib.contextmanager
def editor_log(terminal: Terminal) -> Iterator[EditorLog]:
    """Let what is logged go to an editor only."""
    log = EditorLog(terminal)
    root = logging.getLogger()
    before = root.handlers[:], root.level
    root.handlers[:] = [log]
    root.setLevel(logging.WARNING)
    try:
        yield log
    finally:
        root.handlers[:], _ = before
        root.setLevel(before[1])
