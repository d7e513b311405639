"""The command line of ``tasks.py``: which task is meant, with which options, and in which environment it runs."""

from __future__ import annotations

import argparse
import difflib
import functools
import gc
import os
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.collecting import collecting_seldom
from commands.environment import Environment, silent, to_stderr
from commands.exits import Exit
from commands.options import HELP, POSITIONAL
from commands.process import hand_over
from commands.task import TASKS, Task, guarded

PROGRAM = "py tasks.py" if os.name == "nt" else "python3 tasks.py"
"""How a person calls it."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What a task gets where invoke does not run it."""

    remainder: str = ""


def start(tasks_file: str) -> None:
    """Be the program: run what its command line says, and end with its exit code."""
    with collecting_seldom():
        code = main(Path(tasks_file).resolve(), sys.argv[1:])
        gc.freeze()  # else Python goes through all objects once more before it ends
    sys.exit(code)


def main(tasks_file: Path, arguments: Sequence[str]) -> int:
    """Run one task and return its exit code.

    Args:
        tasks_file: the file in which the tasks are defined; it stands in the project's folder.
        arguments: the command line without the program.

    Raises:
        SystemExit: after a task's help (0), and for a wrong option (2).
    """
    name, *rest = arguments or ["--help"]
    if name in {"-h", "--help"}:
        print(listing())
        return Exit.DONE
    if name not in TASKS:
        print(_unknown(name), file=sys.stderr)
        return Exit.WRONG_USE
    chosen = TASKS[name]
    given, more = _part(chosen, rest)
    options = vars(_parser(chosen).parse_args(given))
    environment = Environment(tasks_file.parent, say=silent if options.get("quiet") else to_stderr)
    command = [str(tasks_file), *arguments]
    return guarded(functools.partial(_run, chosen, options, shlex.join(more), environment, command))


def _run(
    chosen: Task, options: dict[str, object], remainder: str, environment: Environment, command: Sequence[str]
) -> int:
    """Run the task here where it needs nothing or its environment runs it, else by its environment."""
    if chosen.needs:
        environment.prepare(chosen.needs)
        if not environment.is_running:
            return hand_over([environment.python, *command])
    return chosen.body(_Context(remainder), **options)


def listing() -> str:
    """Return the tasks, one a line with what it does."""
    lines = [f"  {one.name:<9} {one.summary}" for one in TASKS.values()]
    return "\n".join(["Tasks:", *lines, "", f"Run one: {PROGRAM} TASK. Its options: {PROGRAM} TASK --help"])


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, TASKS, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return f"There is no task {name!r}.{hint}\n\n{listing()}"


def _part(chosen: Task, arguments: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Part the command line into what is for the task and what it hands on."""
    if not chosen.takes_more or arguments[:1] in (["--help"], ["-h"]):
        return arguments, ()
    return (), arguments[1:] if arguments[:1] == ["--"] else arguments


def _parser(chosen: Task) -> argparse.ArgumentParser:
    program = f"{PROGRAM} {chosen.name}"
    usage = f"{program} [--] [ARGUMENTS]" if chosen.takes_more else None
    parser = argparse.ArgumentParser(program, usage, chosen.summary, allow_abbrev=False)
    for option in chosen.options:
        value, text = HELP[option.name]
        flag = f"--{option.name.rstrip('_').replace('_', '-')}"  # Python has its own use for some words
        if option.name in POSITIONAL:
            parser.add_argument(option.name, nargs="?", metavar=value, help=text)
        elif option.default is False:
            parser.add_argument(flag, dest=option.name, action="store_true", help=text)
        elif option.default is None:
            parser.add_argument(flag, dest=option.name, metavar=value, help=text)
        else:
            kind = type(option.default)
            parser.add_argument(
                flag, dest=option.name, type=kind, default=option.default, metavar=value, help=f"{text} (%(default)s)"
            )
    return parser
