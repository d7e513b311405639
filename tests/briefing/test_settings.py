"""Settings are complete, lead to the right folders, and are checked before anything is done."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from briefing.settings import complete
from briefing.settings_checks import check
from edition.images.letters import REGULAR


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    """Return settings with which nothing is wrong."""
    for name in ("content", "theme"):
        (tmp_path / name).mkdir()
    return {
        "SETTINGS_FILE": str(tmp_path / "pelicanconf.py"),
        "PATH": str(tmp_path / "content"),
        "THEME": str(tmp_path / "theme"),
        "OUTPUT_PATH": str(tmp_path / "output"),
        "DOCUMENTS_PATH": str(tmp_path / "content" / "documents"),
        "POSTS_PATH": str(tmp_path / "content" / "briefings"),
        "SITEURL": "http://127.0.0.1:8000",
    }


def test_what_is_not_set_has_a_default(settings: dict[str, Any]) -> None:
    complete(settings)

    assert (16 * 1024 * 1024, "full", True, "UTC") == tuple(
        settings[name] for name in ("DOCUMENT_MAX_BYTES", "RIGHTS", "CONVERT", "TIMEZONE")
    )


def test_relative_paths_are_relative_to_the_settings_file(settings: dict[str, Any], tmp_path: Path) -> None:
    settings.update(DOCUMENTS_PATH="saved", POSTS_PATH="../posts")
    complete(settings)

    assert str(tmp_path / "saved") == settings["DOCUMENTS_PATH"]
    assert tmp_path.parent / "posts" == Path(settings["POSTS_PATH"]).resolve()


def test_where_the_settings_file_is_unknown_paths_are_relative_to_the_contents_folder(
    settings: dict[str, Any], tmp_path: Path
) -> None:
    del settings["SETTINGS_FILE"], settings["DOCUMENTS_PATH"]
    complete(settings)

    assert str(tmp_path / "content" / "documents") == settings["DOCUMENTS_PATH"]


def test_nothing_is_wrong_with_good_settings(settings: dict[str, Any]) -> None:
    assert [] == check(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TIMEZONE", "Mars/Olympus"),
        ("TIMEZONE", "../etc/passwd"),
        ("TIMEZONE", ""),
        ("TIMEZONE", None),
        ("DOCUMENT_MAX_BYTES", 0),
        ("DOCUMENT_MAX_BYTES", "16 MB"),
        ("DOCUMENT_MAX_BYTES", True),
        ("DOCUMENT_MAX_BYTES", 1e6),
        ("RIGHTS", "all"),
        ("RIGHTS", None),
        ("RIGHTS", ["full"]),
        ("NOW", "yesterday"),
        ("NOW", "2026-06-03T06:30:00"),
        ("NOW", datetime.datetime(2026, 6, 3)),  # noqa: DTZ001 - that is what is wrong with it
        ("NOW", 0),
        ("RELATIVE_URLS", True),
        ("SITEURL", "briefing.example.org"),
        ("SITEURL", "ftp://briefing.example.org"),
        ("SITEURL", "https://"),
        ("SITEURL", "https://briefing.example.org/"),
        ("SITEURL", "https://briefing.example.org/?page=1"),
        ("SITEURL", "https://briefing.example.org:99999"),
        ("SITEURL", "https://briefing.example.org:port"),
        ("SITEURL", "https://some body@example.org"),
        ("SITEURL", "https://[::1"),
        ("SITEURL", 8000),
        ("DOCUMENTS_PATH", None),
        ("POSTS_PATH", ""),
        ("REPORT_ERRORS_TO", "corrections"),
        ("REPORT_ERRORS_TO", "corrections@localhost"),
        ("REPORT_ERRORS_TO", "two@example.org, others@example.org"),
        ("REPORT_ERRORS_TO", "a@example.org?cc=b@example.org"),
        ("REPORT_ERRORS_TO", "javascript:alert(1)"),
        ("REPORT_ERRORS_TO", "https://example.org/report#form"),
        ("REPORT_ERRORS_TO", "https://example.org/a form"),
        ("REPORT_ERRORS_TO", 'https://example.org/?x="><script>'),
        ("REPORT_ERRORS_TO", ["corrections@example.org"]),
        ("STORY_BOXES", "glance"),
        ("STORY_BOXES", ["glance", "unsaid"]),
        ("STORY_IMAGES", "yes"),
        ("STORY_IMAGES", 1),
        ("STORY_IMAGES_FONT", "missing.ttf"),
        ("STORY_IMAGES_FONT", __file__),
        ("STORY_IMAGES_FONT", 7),
    ],
)
def test_a_wrong_value_is_one_problem_that_names_the_setting(
    settings: dict[str, Any], name: str, value: object
) -> None:
    settings[name] = value

    assert [True] == [problem.startswith(name) for problem in check(settings)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TIMEZONE", "Europe/Zurich"),
        ("RIGHTS", "facts"),
        ("NOW", "2026-06-03T06:30:00Z"),
        ("NOW", datetime.datetime(2026, 6, 3, tzinfo=datetime.UTC)),
        ("SITEURL", ""),
        ("SITEURL", "https://example.github.io/briefing"),
        ("SITEURL", "http://localhost:8000"),
        ("REPORT_ERRORS_TO", None),
        ("REPORT_ERRORS_TO", ""),
        ("STORY_IMAGES", True),
        ("STORY_IMAGES_FONT", None),
        ("STORY_IMAGES_FONT", REGULAR),
        ("REPORT_ERRORS_TO", "news.desk+errors@mail.example.org"),
        ("REPORT_ERRORS_TO", "https://example.org/report/"),
        ("REPORT_ERRORS_TO", "https://forms.example.org/f?id=7&lang=en"),
    ],
)
def test_a_right_value_is_none(settings: dict[str, Any], name: str, value: object) -> None:
    settings[name] = value

    assert [] == check(settings)


@pytest.mark.parametrize(
    "address",
    ["", "http://127.0.0.1:8000", "http://localhost", "http://LOCALHOST.", "http://a.localhost", "http://[::1]:80",
     "http://0.0.0.0:8000", "https://127.8.8.8/site"],
)  # fmt: skip
def test_nothing_is_published_for_this_machine_alone(settings: dict[str, Any], address: str) -> None:
    settings.update(PUBLISHING=True, RIGHTS="facts", SITEURL=address)

    assert [True] == [problem.startswith("SITEURL") for problem in check(settings)]


def test_publishing_asks_for_rights_and_says_what_each_choice_sends_out(settings: dict[str, Any]) -> None:
    settings.update(PUBLISHING=True, RIGHTS=None, SITEURL="https://briefing.example.org")
    (problem,) = check(settings)

    assert "RIGHTS is not set" in problem
    for choice in ('"facts" sends out headlines', '"short" sends out that, and', '"full" sends out everything'):
        assert choice in problem


def test_a_site_that_says_both_can_be_published(settings: dict[str, Any]) -> None:
    settings.update(PUBLISHING=True, RIGHTS="facts", SITEURL="https://briefing.example.org")

    assert [] == check(settings)


@pytest.mark.parametrize("name", ["DOCUMENTS_PATH", "POSTS_PATH", "OUTPUT_PATH"])
def test_a_file_is_no_folder(settings: dict[str, Any], tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    settings[name] = str(tmp_path / "file")

    assert [True] == [problem.startswith(name) and "file" in problem for problem in check(settings)]


@pytest.mark.parametrize("output", ["", "content", "content/documents", "content/briefings/site", "theme/output"])
def test_the_site_is_kept_out_of_what_it_is_made_from(settings: dict[str, Any], tmp_path: Path, output: str) -> None:
    settings["OUTPUT_PATH"] = str(tmp_path / output)

    assert [True] == [problem.startswith("OUTPUT_PATH") for problem in check(settings)]


def test_all_problems_are_told_at_once(settings: dict[str, Any]) -> None:
    settings.update(TIMEZONE="Mars", RIGHTS="all", SITEURL="x")

    assert ["TIMEZONE", "RIGHTS", "SITEURL"] == [problem.split()[0] for problem in check(settings)]
