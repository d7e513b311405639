"""Pelican's log is plain lines for an editor; what a terminal shows is plain, too."""

from __future__ import annotations

import logging

import pytest

from commands.log import EditorLog, editor_log
from commands.terminal import Terminal
from incremental.through_pelican import pelican_silenced


def _told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_errors_and_warnings_are_lines_without_times_and_modules(capsys: pytest.CaptureFixture[str]) -> None:
    with editor_log(Terminal()) as log:
        logging.getLogger("pelican.somewhere").error("%s is wrong", "a post")
        logging.getLogger("briefing").warning("look\nhere")
        logging.getLogger("pelican").info("busy")

    assert ["error: a post is wrong", "warning: look", "  here"] == _told(capsys)
    assert "1 error, 1 warning" == log.counts()


def test_counts_of_nothing_are_nothing() -> None:
    assert "" == EditorLog(Terminal()).counts()


def test_what_could_not_be_read_is_told_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("pelican.generators")
    with editor_log(Terminal()):
        for error in (ValueError("one.md, line 3: expected a date"), ZeroDivisionError("by nothing")):
            try:
                raise error
            except (ValueError, ZeroDivisionError):
                logger.error("Could not process %s", "briefings/one.md")  # noqa: TRY400 - as Pelican does

    assert [
        "error: one.md, line 3: expected a date",
        "error: Could not process briefings/one.md: ZeroDivisionError: by nothing",
    ] == _told(capsys)


def test_an_error_that_is_logged_twice_is_told_and_counted_once(capsys: pytest.CaptureFixture[str]) -> None:
    with editor_log(Terminal()) as log:
        for name in ("briefing", "pelican"):
            logging.getLogger(name).error("the same")

    assert ["error: the same"] == _told(capsys)
    assert 1 == log.errors


def test_a_second_build_tells_its_warnings_again(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        with editor_log(Terminal()), pelican_silenced():
            logging.getLogger("pelican").warning("still there")

    assert ["warning: still there"] * 2 == _told(capsys)


def test_afterwards_the_log_is_as_it_was() -> None:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    with editor_log(Terminal()):
        pass

    assert before == (root.handlers, root.level)


def test_quiet_leaves_problems_only(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(quiet=True)
    terminal.say("All is well.")
    terminal.problem("This is not.", "error")

    assert ("", "error: This is not.\n") == capsys.readouterr()


@pytest.mark.parametrize("text", ["[bold]no markup[/bold] :smile: 12 'text'", "x" * 500, "Zürich → 日本"])
def test_texts_are_shown_as_they_are(capsys: pytest.CaptureFixture[str], text: str) -> None:
    Terminal().say(text)

    assert f"{text}\n" == capsys.readouterr().out


def test_a_name_cannot_command_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().problem("\x1b[2J\udcff\u202ename\rback")

    assert "\\u001b[2J\\udcff\\u202ename\\u000dback\n" == capsys.readouterr().err


def test_no_progress_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Terminal().progress() as show:
        show("Reading", 1, 2)

    assert ("", "") == capsys.readouterr()


def test_colours_are_for_terminals_that_want_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    Terminal().problem("red", "error")
    monkeypatch.setenv("NO_COLOR", "1")
    Terminal().problem("plain", "error")
    red, plain = capsys.readouterr().err.splitlines()

    assert "\x1b[1;31merror: " in red
    assert "31m" not in plain
