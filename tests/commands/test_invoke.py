"""Inside an environment, invoke runs the same tasks with the same exit codes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Site


def _invoke(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)


def test_it_lists_the_tasks(project: Path) -> None:
    listed = _invoke(project, "--list").stdout

    expected = [
        "bench", "build", "check", "clean", "convert", "lines", "lint", "pictures", "preview", "test", "translate"
    ]  # fmt: skip
    found = [line for line in listed.splitlines() if line.startswith("  ") and not line.startswith("   ")]
    assert expected == sorted(line.split()[0] for line in found)


def test_it_knows_what_options_are_for(project: Path) -> None:
    assert "exit with 1 if a document was refused" in _invoke(project, "convert", "--help").stdout


def test_it_builds(project: Path, site: Site) -> None:
    result = _invoke(project, "build", "--settings", str(site.settings))

    assert (0, "") == (result.returncode, result.stderr)
    assert (site.output / "index.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("build", "--settings", "no/such.py"), 2),
        (("convert", "--documents", "no/such"), 2),
        (("convert", "--now", "soon"), 2),
        (("preview", "--port", "70000"), 2),
        (("clean", "--settings", "no/such.py"), 2),
    ],
)
def test_wrong_use_has_its_exit_code(project: Path, arguments: tuple[str, ...], code: int) -> None:
    result = _invoke(project, *arguments)

    assert (code, "") == (result.returncode, result.stdout)
    assert "Traceback" not in result.stderr


def test_refused_documents_fail_a_strict_run_only(project: Path, site: Site) -> None:
    (site.documents / "empty.txt").touch()

    assert 0 == _invoke(project, "convert", "--settings", str(site.settings)).returncode
    assert 1 == _invoke(project, "convert", "--settings", str(site.settings), "--strict").returncode
