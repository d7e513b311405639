"""What a person sees: plain lines, coloured on a terminal only, and progress where something takes its time."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import unicodedata
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:  # it takes long to import, and is used on a terminal only
    from rich.console import Console

_STYLES = {"error": "bold red", "warning": "yellow"}
_PATIENCE = 1.0  # seconds before progress is shown

ShowProgress = Callable[[str, int, int | None], None]
"""Takes what is being done, how many are done, and how many there are (None: unknown)."""


class Terminal:
    """Results go to the standard output, problems and progress beside them to the standard error.

    Colours and progress are left out where that is no terminal, colours also where ``NO_COLOR`` is set.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet

    def say(self, text: str) -> None:
        """Tell a result, unless only problems are wanted."""
        if not self._quiet:
            _print(_harmless(text), sys.stdout)

    def problem(self, text: str, level: str = "") -> None:
        """Tell of a problem: an ``error``, a ``warning``, or one that says itself what it is."""
        first, *more = _harmless(text).splitlines() or [""]
        told = "\n  ".join([first, *more])
        if level and (sys.stderr.isatty() or os.environ.get("FORCE_COLOR")):
            from rich.text import Text  # noqa: PLC0415 - see above

            _console().print(Text.assemble((f"{level}: ", _STYLES[level]), told))
        else:
            _print(f"{level}: {told}" if level else told, sys.stderr)

    @contextlib.contextmanager
    def progress(self) -> Iterator[ShowProgress]:
        """Show on a terminal what is being done, once it has taken a second."""
        if self._quiet or not sys.stderr.isatty():
            yield lambda _what, _done, _total: None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - see above

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        shown = Progress(*columns, console=_console(), transient=True)
        task = shown.add_task("", total=None)
        start = threading.Timer(_PATIENCE, shown.start)
        start.start()
        try:
            yield lambda what, done, total: shown.update(task, description=what, completed=done, total=total)
        finally:
            start.cancel()
            start.join()
            shown.stop()


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415 - see above

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True, stderr=True)


def _print(text: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding), file=stream, flush=True)


def _harmless(text: str) -> str:
    """Return a text without the control characters that a file's name could hold; lines are kept."""
    return "".join(
        sign if sign == "\n" or not unicodedata.category(sign).startswith("C") else f"\\u{ord(sign):04x}"
        for sign in text
    )
