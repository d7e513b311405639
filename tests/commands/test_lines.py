"""``lines`` prints what evidence points to."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.exits import CommandError, Exit
from commands.lines import run
from tests.commands.conftest import Site


@pytest.fixture
def page(site: Site) -> Path:
    path = site.documents / "page.html"
    text = "<p>Signed in as Ada Quist</p><title>No</title><h1>Harbour opens</h1>"
    path.write_text(f'<html lang="en">{text}<p>At noon.</p>', encoding="utf-8")
    return path


def test_the_lines_of_a_document_are_printed_with_their_numbers(
    site: Site, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Exit.DONE == run(site.places, str(page))
    assert ['1  <html lang="en">', "3  Harbour opens", "4  At noon."] == capsys.readouterr().out.splitlines()


def test_a_document_may_be_named_by_its_path_below_the_documents(
    site: Site, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Exit.DONE == run(site.places, page.name)
    assert "At noon." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        (None, Exit.WRONG_USE, "lines needs a document"),
        ("missing.txt", Exit.WRONG_USE, "There is no document 'missing.txt'"),
        ("empty.txt", Exit.FAILED, "empty.txt is empty"),
    ],
)
def test_what_cannot_be_printed_is_told(site: Site, name: str | None, code: Exit, words: str) -> None:
    (site.documents / "empty.txt").touch()
    with pytest.raises(CommandError, match=words) as caught:
        run(site.places, name)
    assert code is caught.value.code
