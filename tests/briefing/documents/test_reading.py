"""A file is read as a document, or refused with a reason."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from briefing.documents import Document, DocumentError, digest, read
from briefing.documents.lines import Line

LIMIT = 1000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "page.txt"


def refusal(path: Path, limit: int = LIMIT) -> str:
    with pytest.raises(DocumentError) as error:
        read(path, limit)
    return str(error.value)


def test_lines_keep_the_numbers_that_they_have_before_anything_is_dropped(path: Path) -> None:
    path.write_text("institutional access\n\nHarbour opens\r\n\r\nOne.\n", encoding="utf-8", newline="")
    assert (Line(3, "Harbour opens"), Line(5, "One.")) == read(path, LIMIT).lines


def test_the_digest_is_that_of_the_bytes(path: Path) -> None:
    path.write_bytes(b"Harbour opens\r\n")
    expected = hashlib.sha256(b"Harbour opens\r\n").hexdigest()
    assert (expected, expected) == (read(path, LIMIT).sha256, digest(path, LIMIT))


def test_the_cleaned_text_is_the_same_however_lines_end_and_whoever_saved_the_page(path: Path) -> None:
    path.write_bytes(b"institutional access\r\n\r\nHarbour  opens\r\nOne.")
    assert "Harbour opens\nOne.\n" == read(path, LIMIT).cleaned_text


def test_a_byte_order_mark_is_no_text(path: Path) -> None:
    path.write_text("Harbour opens", encoding="utf-8-sig")
    assert (Line(1, "Harbour opens"),) == read(path, LIMIT).lines


@pytest.mark.parametrize("suffix", [".html", ".htm", ".HTML", ".xhtml"])
def test_html_is_told_by_its_suffix_and_its_lines_are_those_of_its_text(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"page{suffix}"
    path.write_text("<head><title>No</title></head>\n\n<p>Harbour <b>opens</b></p>\n<p>One.</p>", encoding="utf-8")
    document = read(path, LIMIT)
    assert (Line(2, "Harbour opens"), Line(3, "One.")) == document.shown_lines
    assert Line(1, "<title>No</title>", markup=True) == document.lines[0]
    assert document.page is not None


def test_html_is_told_by_its_beginning_under_any_name(path: Path) -> None:
    path.write_text("\n<!DOCTYPE html>\n<p>Harbour <b>opens</b></p>", encoding="utf-8")
    assert (Line(1, "Harbour opens"),) == read(path, LIMIT).lines


def test_the_encoding_that_an_html_page_names_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes("<meta charset=iso-8859-2><p>Łódź otwiera port</p>".encode("iso-8859-2"))
    assert "Łódź otwiera port" == read(path, LIMIT).lines[0].text


ARCHIVE = """From: <Saved by Blink>
Snapshot-Content-Location: https://ground.news/article/tide
Subject: Tide
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----B"

------B
Content-Type: text/css
Content-Location: cid:css@mhtml.blink

p { color: red }
------B
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://ground.news/article/tide

<p>Caf=C3=A9 by the =
tide</p>
------B--
"""


@pytest.mark.parametrize("suffix", [".mhtml", ".mht"])
def test_an_archive_gives_the_lines_of_its_page(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"page{suffix}"
    path.write_text(ARCHIVE, encoding="utf-8", newline="\r\n")
    address = Line(1, "saved from https://ground.news/article/tide", markup=True)
    assert (address, Line(2, "Café by the tide")) == read(path, LIMIT).lines


def test_an_archive_without_a_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.mhtml"
    path.write_text(ARCHIVE.replace("text/html\n", "text/plain\n"), encoding="utf-8", newline="\r\n")
    assert "is an archive with no web page in it" == refusal(path)


def test_tags_in_a_text_file_are_text(path: Path) -> None:
    path.write_text("<b>Tide</b> & others", encoding="utf-8")
    assert (Line(1, "<b>Tide</b> & others"),) == read(path, LIMIT).lines


@pytest.mark.parametrize("content", [b"", b"\n\n", b" \t\r\n", b"\xef\xbb\xbf", "\u200b".encode()])
def test_a_file_without_text_is_empty(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "is empty" == refusal(path)


def test_binary_data_is_refused(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    assert "is not text" == refusal(path)


def test_a_file_over_the_limit_is_refused(path: Path) -> None:
    path.write_bytes(b"a" * 1001)
    assert "is 1,001 bytes large; DOCUMENT_MAX_BYTES allows 1,000" == refusal(path)
    path.write_bytes(b"a" * 1000)
    assert (Line(1, "a" * 1000),) == read(path, LIMIT).lines


def test_a_file_over_the_limit_is_refused_unread(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"a" * 1001)

    def refuse(_path: Path) -> bytes:
        pytest.fail("the file was read")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert refusal(path).startswith("is 1,001 bytes large")
    assert "" == digest(path, LIMIT)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    assert "is no file that can be read" == refusal(tmp_path)
    assert "" == digest(tmp_path, LIMIT)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_and_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    assert "is no file that can be read" == refusal(path)
    assert "" == digest(path, LIMIT)


def test_a_file_that_is_missing_is_the_callers_to_report(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(path, LIMIT)
    assert "" == digest(path, LIMIT)


def test_what_was_dropped_is_kept_apart(path: Path) -> None:
    path.write_text("institutional access\nHarbour opens\n", encoding="utf-8")
    document = read(path, LIMIT)
    assert ((Line(2, "Harbour opens"),), ("institutional access",)) == (document.lines, document.private)


def test_a_page_of_private_lines_alone_has_no_lines(path: Path) -> None:
    path.write_text("institutional access\n", encoding="utf-8")
    assert () == read(path, LIMIT).lines
    assert "" == Document(()).cleaned_text
