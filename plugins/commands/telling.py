"""What an editor is told of the documents, after a conversion or of an earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.exits import Exit
from commands.terminal import Terminal

if TYPE_CHECKING:  # it takes long to import, and mostly nothing is converted
    from briefing.convert.report import Report


@dataclass(frozen=True, slots=True)
class Recalled:
    """What was told of a conversion after which nothing changed: what needs an editor, and the refused documents."""

    told: tuple[str, ...]
    problems: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield what a report would say again."""
        yield from self.told
        yield "Documents: none changed"


def tell(report: Report | Recalled, terminal: Terminal, *, quiet: bool) -> None:
    """Tell what became of the documents; the refused ones as problems."""
    if quiet:
        for outcome in report.problems:
            terminal.problem(str(outcome))
        return
    for line in report.lines():
        terminal.say(line)


def exit_code(report: Report | Recalled, *, strict: bool) -> Exit:
    """Return what a run comes to: a refused document counts only for the strict."""
    return Exit.FAILED if strict and report.problems else Exit.DONE
