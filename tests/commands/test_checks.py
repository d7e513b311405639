"""``test`` and ``lint`` run the checks, and end with this project's exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from commands import checks


class Programs:
    """Stands in for programs: notes what was run, and ends each with the exit code that is next."""

    def __init__(self, *codes: int) -> None:
        self.ran: list[str] = []
        self._codes = iter(codes)

    def __call__(self, command: Sequence[str], folder: Path) -> int:
        assert [sys.executable, "-m"] == list(command[:2])
        assert checks.PROJECT == folder
        self.ran.append(" ".join(command[2:]))
        return next(self._codes)


@pytest.mark.parametrize(("pytests", "ours"), [(0, 0), (1, 1), (2, 1), (3, 1), (4, 2), (5, 1), (130, 130)])
def test_pytests_exit_codes_become_this_projects(monkeypatch: pytest.MonkeyPatch, pytests: int, ours: int) -> None:
    monkeypatch.setattr(checks, "run_child", Programs(pytests))

    assert ours == checks.run_tests("")


def test_further_arguments_go_to_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    programs = Programs(0)
    monkeypatch.setattr(checks, "run_child", programs)
    checks.run_tests("-k 'two words' tests/feeds")

    assert ["pytest -k two words tests/feeds"] == programs.ran


def test_without_any_all_tests_run_on_all_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    programs = Programs(0)
    monkeypatch.setattr(checks, "run_child", programs)
    checks.run_tests("")

    assert ["pytest -n auto --dist loadfile"] == programs.ran


@pytest.mark.parametrize(
    ("codes", "ours"), [((0, 0, 0), 0), ((1, 0, 0), 1), ((0, 0, 2), 1), ((1, 1, 1), 1), ((0, 130, 0), 130)]
)
def test_all_checks_of_the_code_are_run_whatever_they_find(
    monkeypatch: pytest.MonkeyPatch, codes: Sequence[int], ours: int
) -> None:
    programs = Programs(*codes)
    monkeypatch.setattr(checks, "run_child", programs)

    assert ours == checks.run_lint()
    assert ["ruff check .", "ruff format --check .", "mypy"] == programs.ran
