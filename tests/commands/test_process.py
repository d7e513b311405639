"""A program in the foreground is waited for, and ends when this one is told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from commands.process import run_child

posix = pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")

# Runs a child that says that it is there, and waits to be told to end.
_PARENT = """\
import sys
from commands.process import run_child
from commands.task import guarded
child = '''
import sys, threading
try:
    print("ready", flush=True)
    threading.Event().wait()
except KeyboardInterrupt:
    print("ended", flush=True)
    sys.exit(130)
'''
sys.exit(guarded(lambda: run_child([sys.executable, "-c", child])))
"""


@pytest.mark.parametrize("code", [0, 1, 5])
def test_the_exit_code_is_the_programs(code: int) -> None:
    assert code == run_child([sys.executable, "-c", f"raise SystemExit({code})"])


def test_it_runs_in_the_folder_given(tmp_path: Path) -> None:
    run_child([sys.executable, "-c", "open('here', 'w').close()"], tmp_path)

    assert (tmp_path / "here").exists()


@posix
def test_a_program_that_a_signal_ended_has_a_shells_exit_code() -> None:
    code = run_child([sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"])

    assert 128 + signal.SIGKILL == code


def _start(project: Path) -> subprocess.Popen[str]:
    started = subprocess.Popen(
        [sys.executable, "-c", _PARENT],
        env=os.environ | {"PYTHONPATH": str(project / "plugins")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert started.stdout is not None
    assert "ready\n" == started.stdout.readline()
    return started


@posix
def test_ctrl_c_ends_both_without_a_traceback(project: Path) -> None:
    with _start(project) as started:
        os.killpg(started.pid, signal.SIGINT)

        assert ("ended\n", "") == started.communicate(timeout=60)
        assert 130 == started.returncode


@posix
def test_an_interrupt_that_the_child_did_not_hear_is_handed_on(project: Path) -> None:
    with _start(project) as started:
        started.send_signal(signal.SIGINT)

        assert ("ended\n", "") == started.communicate(timeout=60)
        assert 130 == started.returncode


@posix
def test_a_request_to_end_ends_the_child(project: Path) -> None:
    with _start(project) as started:
        started.terminate()

        assert ("", "") == started.communicate(timeout=60)  # both have closed their output
        assert 128 + signal.SIGTERM == started.returncode
