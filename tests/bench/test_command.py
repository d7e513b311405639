"""What is given by hand is looked at before anything is measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.exits import CommandError, Exit
from tests.bench import installing
from tests.bench.builders import choose
from tests.bench.command import Request, check, run


def test_everything_is_measured_unless_one_thing_is_chosen() -> None:
    assert ("conversion", "site", "watch") == Request().chosen
    assert ("watch",) == Request(only="watch").chosen


def test_peers_are_chosen_by_name() -> None:
    assert ("hugo", "eleventy", "pelican") == Request().chosen_peers
    assert ("hugo", "pelican") == Request(peers="hugo, pelican").chosen_peers
    assert () == Request(peers="none").chosen_peers


def test_the_command_can_be_repeated_and_names_no_folder_of_this_machine(tmp_path: Path) -> None:
    request = Request(count=300, rounds=3, folder=tmp_path, peers="hugo")

    assert "python3 tasks.py bench --only site --count 300 --rounds 3 --peers hugo --folder FOLDER" == request.command(
        "site"
    )


@pytest.mark.parametrize(
    ("request_", "problem"),
    [
        (Request(only="sites"), "--only 'sites': expected conversion, site, watch."),
        (Request(peers="hugo,jekyll"), "--peers 'jekyll': expected none, or some of hugo, eleventy, pelican"),
        (Request(count=10), "--count 10: expected 100 or more."),
        (Request(rounds=0), "--rounds 0: expected 1 or more."),
        (Request(folder=Path("no-such-folder")), "--folder: there is no folder 'no-such-folder'."),
    ],
)
def test_what_is_wrong_is_told(request_: Request, problem: str) -> None:
    with pytest.raises(CommandError) as caught:
        check(request_)

    assert problem in str(caught.value)
    assert Exit.WRONG_USE == caught.value.code


def test_few_documents_can_be_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr("tests.bench.conversion.run", lambda *arguments: asked.append(arguments))

    assert Exit.DONE == run(Request(count=10, rounds=2, only="conversion"))
    assert [(10, 2, None)] == asked


def test_a_builder_that_cannot_be_installed_is_missing_and_the_others_are_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setattr(installing, "install_pelican", lambda: tmp_path / "pelican")

    found, missing = choose(("eleventy", "pelican"))

    assert ["Briefing", "Pelican 4.12.0", "Pelican 4.12.0, cache"] == [one.name for one in found]
    assert {"Eleventy": "npm is not on this machine"} == missing


def test_what_is_installed_is_not_installed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commands: list[object] = []
    monkeypatch.setattr("tests.installing.INSTALLED", tmp_path)

    def make_environment(command: tuple[object, ...], _folder: Path | None = None) -> None:
        commands.append(command)
        (tmp_path / "pelican").mkdir(exist_ok=True)

    monkeypatch.setattr("tests.installing._run", make_environment)

    assert installing.install_pelican() == installing.install_pelican()
    assert 2 == len(commands)  # an environment, and the package in it
