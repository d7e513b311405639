"""Work is done in order, by whoever the settings name."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor

import pytest

from briefing.settings_checks import check
from briefing.workers import USUAL, Crew

asked: list[int] = []


def _same(numbers: Sequence[int]) -> Sequence[int]:
    return numbers


def threads(jobs: int) -> Executor:
    asked.append(jobs)
    return ThreadPoolExecutor(jobs)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_pieces(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.workers.WORTH_A_PROCESS", 2)
    with Crew(jobs) as crew:
        crew.prepare("json")
        assert ["0", "1", "2", "3"] == list(crew.work(str, range(4)))
        assert ["4", "5"] == list(crew.work(str, range(4, 6)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_of_many_pieces_at_once_come_in_their_order_too(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.workers.WORTH_A_PROCESS", 2)
    monkeypatch.setattr("briefing.workers.CHUNK", 2)
    with Crew(jobs) as crew:
        assert [2, 1, 0] == list(crew.work_on_many(_same, [2, 1, 0]))


def test_another_executor_can_take_the_place_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.workers.WORTH_A_PROCESS", 2)
    with Crew(3, f"{__name__}:threads") as crew:
        assert ["0", "1", "2"] == list(crew.work(str, range(3)))
    assert [3] == asked


def test_those_who_work_end_when_the_one_who_gave_it_out_is_killed() -> None:
    program = (
        "import os; from briefing.workers import process_executor\n"
        "if __name__ == '__main__':\n"
        "    executor = process_executor(1); executor.submit(os.getpid).result(); print('at work', flush=True)\n"
        "    os.kill(os.getpid(), 9)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    # All of them have its output, so that it ends once the last of them has.
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, check=False, env=environment, stdout=subprocess.PIPE, text=True, timeout=60)

    assert ("at work\n", True) == (ran.stdout, ran.returncode != 0)


@pytest.mark.parametrize(("name", "problems"), [(USUAL, 0), (f"{__name__}:threads", 0), ("no.such:thing", 1), (7, 1)])
def test_the_setting_must_name_a_function_that_is_there(name: object, problems: int) -> None:
    found = check({"EXECUTOR": name, "OUTPUT_PATH": "output", "PATH": "content", "THEME": "theme"})
    assert problems == len([problem for problem in found if problem.startswith("EXECUTOR")])
