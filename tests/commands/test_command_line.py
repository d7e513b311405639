"""The command line is made from the tasks, and says how it is used."""

from __future__ import annotations

import ast
import dataclasses
import runpy
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from commands import command_line
from commands.environment import Environment
from commands.exits import CommandError, Exit
from commands.options import HELP
from commands.task import TASKS, Context, task


def _run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run tasks.py as on a new machine: with nothing but the standard library."""
    return subprocess.run(
        [sys.executable, "-S", str(project / "tasks.py"), *arguments], capture_output=True, text=True, check=False
    )


def test_without_a_task_the_tasks_are_listed(project: Path) -> None:
    result = _run(project)

    assert 0 == result.returncode
    expected = [
        "convert", "build", "preview", "lines", "translate", "test", "bench", "check", "pictures", "lint", "clean"
    ]  # fmt: skip
    assert expected == [line.split()[0] for line in result.stdout.splitlines() if line.startswith("  ")]
    assert "" == result.stderr


def test_a_task_tells_its_options(project: Path) -> None:
    result = _run(project, "build", "--help")

    assert 0 == result.returncode
    for option in ("documents", "posts", "output", "settings", "now", "strict", "quiet"):
        assert f"--{option}" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["biuld"], "Did you mean build?"),
        (["--quiet"], "There is no task '--quiet'"),
        (["build", "--strickt"], "--strickt"),
        (["build", "--now"], "expected one argument"),
        (["build", "--doc", "x"], "--doc"),
        (["preview", "--port", "many"], "'many'"),
        (["lint", "this"], "this"),
    ],
)
def test_wrong_use_is_explained(project: Path, arguments: Sequence[str], words: str) -> None:
    result = _run(project, *arguments)

    assert 2 == result.returncode
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_an_old_python_is_told_what_is_needed(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))

    with pytest.raises(SystemExit) as caught:
        runpy.run_path(str(project / "tasks.py"), run_name="__main__")

    assert 3 == caught.value.code
    assert "Python 3.11 or newer" in capsys.readouterr().err


def test_an_old_python_can_read_that_far(project: Path) -> None:
    ast.parse((project / "tasks.py").read_text(encoding="utf-8"), feature_version=(3, 5))


def test_each_task_says_in_a_line_what_it_does(project: Path) -> None:
    runpy.run_path(str(project / "tasks.py"))

    assert dict.fromkeys(TASKS, True) == {name: one.summary.endswith(".") for name, one in TASKS.items()}


class _Ready:
    """Stands in for an environment that is ready and in use."""

    is_running = True
    prepared: Sequence[str] = ()

    def __init__(self, _project: Path, **_options: object) -> None:
        pass

    def prepare(self, needs: Sequence[str]) -> None:
        type(self).prepared = needs


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, object]:
    """Return what the task "try" was called with; its option "fail" says how it ends."""
    called: dict[str, object] = {}
    ends = {
        "interrupt": KeyboardInterrupt(),
        "use": CommandError("It is used wrongly.", Exit.WRONG_USE),
        "fault": ZeroDivisionError("by nothing"),
        "disk": OSError(28, "No space left on device", str(tmp_path)),
    }

    def body(
        context: Context, *, text: str | None = None, number: int = 7, quiet: bool = False, fail: str | None = None
    ) -> int:
        """Try it."""
        called.update(remainder=context.remainder, text=text, number=number, quiet=quiet)
        if fail in ends:
            raise ends[fail]
        return Exit.FAILED if fail else Exit.DONE

    body.__name__ = "try"
    monkeypatch.setattr(command_line, "Environment", _Ready)
    for name in ("text", "number", "fail"):
        monkeypatch.setitem(HELP, name, ("VALUE", name))
    monkeypatch.delitem(TASKS, "try", raising=False)
    task()(body)
    return called


def _main(*arguments: str) -> int:
    return command_line.main(Path("tasks.py"), ["try", *arguments])


def test_a_tasks_parameters_are_its_options(call: dict[str, object]) -> None:
    assert 0 == _main("--text", "words", "--number", "3", "--quiet")
    assert {"remainder": "", "text": "words", "number": 3, "quiet": True} == call


def test_what_is_not_given_has_its_default(call: dict[str, object]) -> None:
    assert 0 == _main()
    assert {"remainder": "", "text": None, "number": 7, "quiet": False} == call


@pytest.mark.usefixtures("call")
@pytest.mark.parametrize(
    ("fail", "code", "words"),
    [
        ("content", 1, ""),
        ("use", 2, "It is used wrongly.\n"),
        ("disk", 3, "No space left on device"),
        ("interrupt", 130, ""),
        ("fault", 1, "A fault of this program: ZeroDivisionError: by nothing"),
    ],
)
def test_however_a_task_ends_there_is_an_exit_code_and_no_traceback(
    capsys: pytest.CaptureFixture[str], fail: str, code: int, words: str
) -> None:
    assert code == _main("--fail", fail)
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told


@pytest.mark.usefixtures("call")
def test_a_traceback_is_shown_to_who_asks_for_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_DEBUG", "1")
    _main("--fail", "fault")

    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "remainder"),
    [(["-k", "two words"], "-k 'two words'"), (["--", "-k", "one"], "-k one"), (["--", "--"], "--"), ([], "")],
)
def test_a_task_that_takes_more_gets_it_as_it_stands(
    call: dict[str, object], monkeypatch: pytest.MonkeyPatch, arguments: Sequence[str], remainder: str
) -> None:
    monkeypatch.setitem(TASKS, "try", dataclasses.replace(TASKS["try"], takes_more=True))
    _main(*arguments)

    assert remainder == call["remainder"]


@pytest.mark.usefixtures("call")
def test_outside_its_environment_a_task_is_run_by_the_environments_python(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[object] = []

    class Prepared(_Ready):
        is_running = False
        python = Path("its python")

    def hand_over(command: Sequence[object]) -> int:
        ran.extend(command)
        return 42

    monkeypatch.setattr(command_line, "Environment", Prepared)
    monkeypatch.setattr(command_line, "hand_over", hand_over)

    assert 42 == _main("--quiet")
    assert [Path("its python"), "tasks.py", "try", "--quiet"] == ran


def test_the_environment_is_that_of_the_project(project: Path) -> None:
    assert project / ".venv" == Environment(project).folder
