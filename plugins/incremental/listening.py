"""Warnings that are logged while something is made: they are kept with it, and told until it is mended."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator


class _Listener(logging.Handler):
    """Collects warnings, and hands on what is worse."""

    def __init__(self, told: list[str], others: list[logging.Handler]) -> None:
        super().__init__(logging.WARNING)
        self._told = told
        self._others = others

    def emit(self, record: logging.LogRecord) -> None:
        """Take one record."""
        if record.levelno == logging.WARNING:
            self._told.append(record.getMessage())
            return
        for other in self._others:
            other.handle(record)


@contextlib.contextmanager
def listening() -> Iterator[list[str]]:
    """Collect the warnings that are logged, and keep them from being told here: this may be any process."""
    told: list[str] = []
    root = logging.getLogger()
    before = root.handlers[:]
    root.handlers[:] = [_Listener(told, before)]
    try:
        yield told
    finally:
        root.handlers[:] = before
