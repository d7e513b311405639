"""The environment is made once, made anew when it is no longer right, and never half."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from commands.environment import RUNTIME, TESTS, Environment, State
from commands.exits import CommandError, Exit

Answer = Callable[[Sequence[str]], None]


class Machine:
    """Stands in for running programs: it notes them, and makes the interpreter that venv would."""

    def __init__(self, project: Path) -> None:
        self.ran: list[str] = []
        self.said: list[str] = []
        self.failing = ""
        self.interrupted_at = ""
        self.environment = Environment(project, self.run, self.said.append)

    def run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        step = "venv" if "venv" in command else Path(command[-1]).name
        assert step == "venv" or "--require-hashes" in command
        assert step != "venv" or "--clear" in command
        self.ran.append(step)
        if step == self.interrupted_at:
            raise KeyboardInterrupt
        if step == self.failing:
            return subprocess.CompletedProcess(command, 1, "ERROR: it does not work\n")
        if step == "venv":
            for stamp in self.environment.folder.glob("*.stamp"):
                stamp.unlink()
            self.environment.python.parent.mkdir(parents=True, exist_ok=True)
            self.environment.python.touch()
        return subprocess.CompletedProcess(command, 0, "")

    def prepare(self, needs: Sequence[str] = RUNTIME) -> list[str]:
        """Prepare, and return what was run for it."""
        self.ran.clear()
        self.environment.prepare(needs)
        return self.ran[:]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    for pins in TESTS:
        (tmp_path / pins).write_text(f"{pins}==1\n", encoding="utf-8")
    return Machine(tmp_path)


def test_a_fresh_machine_gets_an_environment_with_the_pinned_packages(machine: Machine) -> None:
    assert ["venv", "requirements.txt"] == machine.prepare()
    assert State.READY is machine.environment.state("requirements.txt")


def test_what_is_ready_is_left_alone(machine: Machine) -> None:
    machine.prepare(TESTS)

    assert [] == machine.prepare(TESTS)
    assert [] == machine.prepare(RUNTIME)


def test_tests_add_their_packages_to_what_is_there(machine: Machine) -> None:
    machine.prepare()

    assert ["requirements-test.txt"] == machine.prepare(TESTS)


@pytest.mark.parametrize("pins", TESTS)
def test_changed_pins_make_it_anew(machine: Machine, tmp_path: Path, pins: str) -> None:
    machine.prepare(TESTS)
    (tmp_path / pins).write_text("changed==2\n", encoding="utf-8")

    assert ["venv", *TESTS] == machine.prepare(TESTS)


def test_another_python_makes_it_anew(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.prepare()
    monkeypatch.setattr(platform, "python_version", lambda: "3.99.0")

    assert ["venv", "requirements.txt"] == machine.prepare()


def test_a_lost_interpreter_makes_it_anew(machine: Machine) -> None:
    machine.prepare()
    machine.environment.python.unlink()

    assert ["venv", "requirements.txt"] == machine.prepare()


@pytest.mark.parametrize("pins", TESTS)
def test_an_interrupted_installation_is_done_again_from_the_start(machine: Machine, pins: str) -> None:
    machine.interrupted_at = pins
    with pytest.raises(KeyboardInterrupt):
        machine.prepare(TESTS)
    machine.interrupted_at = ""

    assert ["venv", *TESTS] == machine.prepare(TESTS)


@pytest.mark.parametrize("step", ["venv", *TESTS])
def test_a_failure_says_what_went_wrong_and_is_done_again(machine: Machine, step: str) -> None:
    machine.failing = step
    with pytest.raises(CommandError, match="it does not work") as caught:
        machine.prepare(TESTS)
    machine.failing = ""

    assert Exit.ENVIRONMENT is caught.value.code
    assert ["venv", *TESTS] == machine.prepare(TESTS)


def test_a_python_without_venv_is_told_what_to_install(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else object())

    with pytest.raises(CommandError, match="apt install python3-venv") as caught:
        machine.prepare()

    assert Exit.ENVIRONMENT is caught.value.code
    assert [] == machine.ran


def test_an_environment_that_is_in_use_is_not_remade_under_itself(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.prepare()
    monkeypatch.setattr(sys, "prefix", str(machine.environment.folder))
    (tmp_path / "requirements.txt").write_text("changed==2\n", encoding="utf-8")

    with pytest.raises(CommandError, match="while it is in use"):
        machine.prepare()


def test_an_environment_that_is_in_use_gets_what_tests_need(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.prepare()
    monkeypatch.setattr(sys, "prefix", str(machine.environment.folder))

    assert ["requirements-test.txt"] == machine.prepare(TESTS)


def test_progress_is_told_in_words(machine: Machine) -> None:
    machine.prepare()

    assert [
        f"Setting up .venv with Python {platform.python_version()}: done once, and when requirements change.",
        "Installing 1 packages of requirements.txt ...",
        "Installed.",
    ] == machine.said
