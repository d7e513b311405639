"""What makes a function a task, on this project's own command line and on invoke's alike.

A task is a function that takes a context, then its options: a parameter is an option of its name, its default tells
the kind (``False``: a flag; a number; None: a text), and the docstring's first line says what the task does.
"""

from __future__ import annotations

import functools
import importlib.util
import inspect
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from commands.environment import RUNTIME
from commands.exits import CommandError, Exit
from commands.options import HELP

DEBUG = "BRIEFING_DEBUG"
"""The environment variable that shows tracebacks."""


class Context(Protocol):
    """What is handed to every task: invoke's context, or this project's own."""

    @property
    def remainder(self) -> str:
        """What stands after ``--`` on the command line."""


Body = Callable[..., int]


@dataclass(frozen=True, slots=True)
class Task:
    """A task by its name, with the pins that it needs installed."""

    name: str
    summary: str
    options: tuple[inspect.Parameter, ...]
    needs: Sequence[str]
    takes_more: bool  # hands on what stands after "--"
    body: Body


TASKS: dict[str, Task] = {}
"""The tasks in the order in which they were defined."""


def task(needs: Sequence[str] = RUNTIME, *, takes_more: bool = False) -> Callable[[Body], Any]:
    """Make a task of a function that returns an exit code.

    Args:
        needs: the files of pins that must be installed first.
        takes_more: whether it uses the context's ``remainder``.

    Returns:
        a decorator; what it makes is invoke's task where invoke is installed, so that a module of tasks is a
        collection of invoke's.
    """

    def register(body: Body) -> object:
        _, *options = inspect.signature(body).parameters.values()
        summary = (inspect.getdoc(body) or "").partition("\n")[0]
        TASKS[body.__name__] = Task(body.__name__, summary, tuple(options), needs, takes_more, body)
        return _for_invoke(body, options)

    return register


def _for_invoke(body: Body, options: Sequence[inspect.Parameter]) -> object:
    @functools.wraps(body)
    def run(context: Context, **values: object) -> None:
        code = guarded(functools.partial(body, context, **values))
        if code:
            raise SystemExit(code)

    if body.__module__ == "__main__" or importlib.util.find_spec("invoke") is None:  # not run by invoke; a bare Python
        return run
    from invoke.tasks import task as of_invoke  # noqa: PLC0415

    return of_invoke(help={option.name.rstrip("_"): HELP[option.name][1] for option in options}, auto_shortflags=False)(
        run
    )


def guarded(action: Callable[[], int]) -> int:
    """Do something, and return its exit code whatever happens; a person is told what went wrong, without traceback."""
    try:
        return int(action())
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place where anything can be told
        return tell_error(error)


def tell_error(error: Exception) -> Exit:
    """Tell a person of an error in a line or some, and return the exit code for it."""
    if isinstance(error, CommandError):
        _tell(str(error))
        return error.code
    import traceback  # noqa: PLC0415 - takes long to import, and mostly nothing goes wrong

    if os.environ.get(DEBUG):
        _tell("".join(traceback.format_exception(error)))
    elif isinstance(error, OSError):
        _tell(f"{error.filename or type(error).__name__}: {error.strerror or error}")
    else:
        place = traceback.extract_tb(error.__traceback__)[-1]
        _tell(
            f"A fault of this program: {type(error).__name__}: {error} ({place.filename}, line {place.lineno})\n"
            f"To report it, set {DEBUG}=1 in the environment, run it again, and send what is printed."
        )
    return Exit.ENVIRONMENT if isinstance(error, OSError) else Exit.FAILED


def _tell(text: str) -> None:
    print(text.encode("utf-8", "backslashreplace").decode(), file=sys.stderr, flush=True)
