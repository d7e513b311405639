"""The settings of a run are the file's, with what was given by hand in their place."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from commands import settings
from commands.exits import CommandError, Exit
from commands.options import Places
from tests.commands.conftest import Site


def test_paths_of_the_file_are_relative_to_it(site: Site) -> None:
    read = settings.read(site.places)

    assert [str(site.documents), str(site.posts), str(site.output)] == [
        read[name] for name in ("DOCUMENTS_PATH", "POSTS_PATH", "OUTPUT_PATH")
    ]


def test_paths_given_by_hand_are_relative_to_the_working_directory(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    given = Places("elsewhere", "new", "out/put", os.path.relpath(site.settings))
    read = settings.read(given)

    assert [str(tmp_path / "elsewhere"), str(tmp_path / "new"), str(tmp_path / "out" / "put")] == [
        read[name] for name in ("DOCUMENTS_PATH", "POSTS_PATH", "OUTPUT_PATH")
    ]
    assert [str(tmp_path / "new")] == read["ARTICLE_PATHS"]


def test_without_a_settings_file_given_it_is_the_projects(project: Path) -> None:
    assert project / "pelicanconf.py" == settings.settings_file(Places())


def test_the_projects_own_settings_are_right(project: Path) -> None:
    assert str(project / "content" / "briefings") == settings.read(Places())["POSTS_PATH"]


@pytest.mark.parametrize(
    "wrong", [Places(documents="no/such"), Places(posts="no/such/folder"), Places(settings="no/such.py")]
)
def test_what_is_not_there_is_wrong_use(wrong: Places) -> None:
    with pytest.raises(CommandError, match=r"no.such") as caught:
        settings.read(wrong)

    assert Exit.WRONG_USE is caught.value.code


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("X = (\n", "line 1: this is not Python"),
        ("\n\nimport nothing_of_the_kind\n", "line 3: ModuleNotFoundError"),
        ("PATH = 'nowhere'\n", "path containing the content"),
        ("PATH = '.'\nTHEME = 'no theme'\n", "Could not find the theme"),
        ("\x00", "settings.py"),
    ],
)
def test_a_settings_file_that_cannot_be_used_is_explained(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "settings.py"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match=words) as caught:
        settings.read(Places(settings=str(path)))

    assert Exit.WRONG_USE is caught.value.code


def test_all_wrong_settings_are_told_with_the_files_name(site: Site) -> None:
    site.set(TIMEZONE="Mars", RIGHTS="all")

    with pytest.raises(CommandError) as caught:
        settings.read(site.places)

    assert ["pelicanconf.py: TIMEZONE", "pelicanconf.py: RIGHTS"] == [
        " ".join(line.split()[:2]) for line in str(caught.value).splitlines() if line.startswith("pelicanconf")
    ]


def test_a_changed_file_is_read_again(site: Site) -> None:
    settings.read(site.places)
    site.set(SITENAME="Another name")

    assert "Another name" == settings.read(site.places)["SITENAME"]


_MOMENT = datetime.datetime(2026, 6, 3, 6, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize("text", ["2026-06-03T06:30:00Z", "2026-06-03T08:30:00+02:00", "2026-06-03 06:30:00.000Z"])
def test_a_moment_given_by_hand_goes_first(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    assert _MOMENT == settings.moment(text, {"NOW": "1999-01-01T00:00:00Z"})


@pytest.mark.parametrize("now", ["2026-06-03T06:30:00Z", _MOMENT])
def test_then_comes_that_of_the_settings(now: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    assert _MOMENT == settings.moment(None, {"NOW": now})


def test_then_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(_MOMENT.timestamp())))

    assert _MOMENT == settings.moment(None, {"NOW": None})


def test_else_the_clock_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert None is settings.moment(None, {"NOW": None})


@pytest.mark.parametrize("text", ["", "now", "2026-06-03", "2026-06-03T06:30:00", "06:30:00Z", "2026-13-03T06:30:00Z"])
def test_what_is_no_moment_with_its_offset_is_wrong_use(text: str) -> None:
    with pytest.raises(CommandError, match="--now") as caught:
        settings.moment(text, {"NOW": None})

    assert Exit.WRONG_USE is caught.value.code


@pytest.mark.parametrize("epoch", ["soon", "1.5", "9" * 30])
def test_an_epoch_that_is_none_is_wrong_use(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    with pytest.raises(CommandError, match="SOURCE_DATE_EPOCH") as caught:
        settings.moment(None, {"NOW": None})

    assert Exit.WRONG_USE is caught.value.code


def test_what_a_conversion_needs_is_read_without_pelican_to_the_same_effect(site: Site) -> None:
    site.set(TIMEZONE="Europe/Oslo")
    own, whole = settings.read_own(site.places), settings.read(site.places)

    for name in (
        "DOCUMENTS_PATH",
        "POSTS_PATH",
        "OUTPUT_PATH",
        "PATH",
        "TIMEZONE",
        "DOCUMENT_MAX_BYTES",
        "NOW",
        "RIGHTS",
    ):
        assert whole[name] == own[name], name


@pytest.mark.parametrize(
    ("text", "words"),
    [("X = (\n", "line 1: this is not Python"), ("\n\nimport nothing_of_the_kind\n", "line 3: ModuleNotFoundError")],
)
def test_a_settings_file_that_cannot_be_used_is_explained_without_pelican_too(
    tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "settings.py"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match=words) as caught:
        settings.read_own(Places(settings=str(path)))

    assert Exit.WRONG_USE is caught.value.code
