"""``convert``: documents to posts, and what an editor is told of it."""

from __future__ import annotations

import datetime
from typing import Any

from briefing.plugin import convert_by_settings
from briefing.report import Report
from commands import settings as site
from commands.exits import Exit
from commands.options import Places
from commands.terminal import Terminal


def run(places: Places, now: str | None, *, strict: bool, quiet: bool) -> int:
    """Convert the documents of a site and return the exit code.

    Args:
        places: files and folders given by hand; the output is taken, so that the same options fit all commands, and
            not touched.
        now: the moment of conversion, RFC 3339; None: the clock's.
        strict: a refused document makes the exit code 1.
        quiet: tell of problems only.

    Raises:
        CommandError: something given by hand, or a setting, is wrong.
    """
    terminal = Terminal(quiet=quiet)
    settings = site.read(places)
    report = convert_documents(settings, site.moment(now, settings), terminal)
    tell(report, terminal, quiet=quiet)
    return exit_code(report, strict=strict)


def convert_documents(settings: dict[str, Any], now: datetime.datetime | None, terminal: Terminal) -> Report:
    """Convert the documents of a site, with progress."""
    with terminal.progress() as show:
        return convert_by_settings(
            settings | {"NOW": now},
            progress=lambda number, count, _name: show("Reading documents", number - 1, count),
        )


def tell(report: Report, terminal: Terminal, *, quiet: bool) -> None:
    """Tell what became of the documents; the refused ones as problems."""
    if quiet:
        for outcome in report.problems:
            terminal.problem(str(outcome))
        return
    for line in report.lines():
        terminal.say(line)


def exit_code(report: Report, *, strict: bool) -> Exit:
    """Return what a run comes to: a refused document counts only for the strict."""
    return Exit.FAILED if strict and report.problems else Exit.DONE
