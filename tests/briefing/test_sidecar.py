"""Sidecars say by hand what a page does not, or why they cannot be used."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from briefing.sidecar import Sidecar, SidecarError, path_of, read

ID = "urn:uuid:0b2c1f0e-5f5d-5c0e-8a4e-3d6f0c8f7a11"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "ada@wend.example.txt"


def write(document: Path, text: str) -> None:
    path_of(document).write_text(text, encoding="utf-8")


def test_a_sidecar_has_the_documents_whole_name() -> None:
    assert Path("a/page.txt.toml") == path_of(Path("a/page.txt"))


def test_a_document_without_a_sidecar_has_an_empty_one(document: Path) -> None:
    assert Sidecar() == read(document)


def test_a_document_whose_name_has_no_room_for_a_sidecars_has_none(tmp_path: Path) -> None:
    assert Sidecar() == read(tmp_path / f"{'n' * 251}.txt")


def test_an_empty_sidecar_says_nothing(document: Path) -> None:
    write(document, "# nothing yet\n")
    assert Sidecar() == read(document)


def test_all_keys_are_read(document: Path) -> None:
    described = 'title = "Harbour opens"\ndate = 2026-06-02\ncategory = "world"\n'
    write(document, f'{described}tags = ["Sea", "Salt; pepper"]\nstory_id = "{ID}"\n')
    expected = Sidecar("Harbour opens", datetime.date(2026, 6, 2), "world", ("Sea", "Salt; pepper"), ID)
    assert expected == read(document)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('title = "  Two\\n lines\\u0007 "', Sidecar(title="Two lines")),
        ('title = "  "', Sidecar()),
        ('category = ""', Sidecar()),
        ("date = 2026-06-02T23:59:00Z", Sidecar(date=datetime.date(2026, 6, 2))),
        ("tags = []", Sidecar(tags=())),
        ('tags = [" Sea ", "", "Sea", "Salt"]', Sidecar(tags=("Sea", "Salt"))),
        ('story_id = "0B2C1F0E-5F5D-5C0E-8A4E-3D6F0C8F7A11"', Sidecar(story_id=ID)),
        ('\ufefftitle = "Harbour opens"', Sidecar(title="Harbour opens")),
    ],
)
def test_values_are_cleaned_as_documents_are(document: Path, text: str, expected: Sidecar) -> None:
    write(document, text)
    assert expected == read(document)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("titel = 'Harbour'", "unknown key “titel”, expected one of title, date, category, tags, story_id"),
        ("title = 3", "title must be a text in quotes"),
        ("title = ['a']", "title must be a text in quotes"),
        ("date = '2026-06-02'", "date must be a day such as 2026-06-02, without quotes"),
        ("date = 10:00:00", "date must be a day such as 2026-06-02"),
        ("tags = 'Sea'", 'tags must be a list such as ["Mayo Clinic", "Microsoft"]'),
        ("tags = ['Sea', 3]", "tags must be a list"),
        ("category = true", "category must be a text in quotes"),
        ("story_id = 'x'", "story_id must be the story_id of a post, in quotes: urn:uuid: and a UUID"),
        ("story_id = ''", "story_id must be"),
        ("title = Harbour", "is not TOML: "),
        ("title = 'a'\ntitle = 'b'", "is not TOML: "),
        ("[title]\n", "title must be a text in quotes"),
        (f"date = {'9' * 5000}", "is not TOML: "),
        (f"tags = {'[' * 100_000}", "is not TOML: "),
    ],
)
def test_a_wrong_sidecar_is_an_error_that_says_what_was_expected(document: Path, text: str, reason: str) -> None:
    write(document, text)
    with pytest.raises(SidecarError) as error:
        read(document)
    assert str(error.value).startswith("its sidecar")
    assert reason in str(error.value)


def test_an_error_does_not_name_the_file_since_names_can_be_private(document: Path) -> None:
    write(document, "titel = 3")
    with pytest.raises(SidecarError) as error:
        read(document)
    assert "ada" not in str(error.value)


def test_a_sidecar_that_is_no_utf_8_is_an_error(document: Path) -> None:
    path_of(document).write_bytes(b"title = 'caf\xe9'")
    with pytest.raises(SidecarError, match="is not TOML"):
        read(document)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_sidecar_that_cannot_be_read_is_an_error(document: Path) -> None:
    write(document, "title = 'Harbour'")
    path_of(document).chmod(0)
    with pytest.raises(SidecarError, match="cannot be read"):
        read(document)
