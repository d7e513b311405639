"""Which files are documents and which are posts, and how a file is written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from briefing import corpus, files, stamps


def found(folder: Path) -> list[str]:
    return [file.path for file in files.find_documents(folder)]


def known_posts(folder: Path) -> list[corpus.KnownPost]:
    names = sorted(stamps.find_posts(folder).stamps)
    return [corpus.KnownPost.read(name, corpus.read_text(folder / name)) for name in names]


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def test_documents_are_found_in_all_folders_in_the_order_of_their_names(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a/b/c.html", "C.htm", "no-suffix")
    assert ["C.htm", "a/b/c.html", "a/z.md", "b.txt", "no-suffix"] == found(tmp_path)


def test_hidden_and_temporary_files_and_folders_are_no_documents(tmp_path: Path) -> None:
    make(tmp_path, ".DS_Store", ".hidden/a.txt", "~lock.txt", "~folder/a.txt", "a/.b.txt", "shown~.txt")
    assert ["shown~.txt"] == found(tmp_path)


def test_the_folder_that_a_browser_puts_beside_a_page_holds_no_documents(tmp_path: Path) -> None:
    make(tmp_path, "page.html", "page_files/a.txt", "Other.HTM", "Other_files/a.txt", "text.txt", "text_files/a.txt")
    assert ["Other.HTM", "page.html", "text.txt", "text_files/a.txt"] == found(tmp_path)


def test_a_sidecar_is_no_document_unless_it_stands_alone(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.txt.toml", "b.txt.toml", "c.toml")
    assert ["a.txt", "b.txt.toml", "c.toml"] == found(tmp_path)


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_folder_that_is_none_has_no_documents(tmp_path: Path, name: str) -> None:
    make(tmp_path, "file")
    assert [] == found(tmp_path / name)


@pytest.fixture
def link(tmp_path: Path) -> Path:
    """Return a link to the folder that it is in, where the system lets one make it."""
    path = tmp_path / "a" / "link"
    path.parent.mkdir()
    try:
        path.symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    return path


def test_a_link_to_a_folder_above_is_not_followed(tmp_path: Path, link: Path) -> None:
    make(tmp_path, "a/b.txt")
    assert link.is_dir()
    assert ["a/b.txt"] == found(tmp_path)


def test_a_link_to_another_folder_is_followed_and_a_broken_one_is_a_document(tmp_path: Path, link: Path) -> None:
    make(tmp_path, "elsewhere/c.txt", "documents/b.txt")
    (tmp_path / "documents" / "folder").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "documents" / "broken.txt").symlink_to(tmp_path / "missing.txt")
    link.unlink()
    assert ["b.txt", "broken.txt", "folder/c.txt"] == found(tmp_path / "documents")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_is_yielded_to_be_reported(tmp_path: Path) -> None:
    make(tmp_path, "a/b.txt", "c.txt")
    (tmp_path / "a").chmod(0)
    try:
        assert ["a", "c.txt"] == found(tmp_path)
    finally:
        (tmp_path / "a").chmod(0o700)


def write_post(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_a_post_is_known_by_its_front_matter(tmp_path: Path) -> None:
    front = "title: A\nslug: harbour-1\nstory_id: urn:1\ndocument: a.txt\ndocument_sha256: 00\nstatus: skip\n"
    path = write_post(tmp_path, "2026-06-02-a.md", f"---\n{front}---\n")
    (known,) = known_posts(tmp_path)
    assert ("2026-06-02-a.md", "urn:1", "harbour-1", "skip") == (
        known.name,
        known.story_id,
        known.slug,
        known.status,
    )
    assert (("a.txt", "00"),) == known.saves
    assert (True, True) == (known.has_title, known.is_edited)
    assert tmp_path / ".made" / "2026-06-02-a.txt" == files.made_path(path)


def test_what_is_known_of_a_post_can_be_kept_as_a_record(tmp_path: Path) -> None:
    write_post(tmp_path, "a.md", "---\nstory_id: urn:1\ndocument: a.txt\ndocument_sha256: 00\nadded: x\n---\n")
    (known,) = known_posts(tmp_path)
    assert known == corpus.KnownPost.from_record(json.loads(json.dumps(known.record())))


def test_a_file_is_known_as_unchanged_by_its_size_and_time_and_those_of_its_sidecar(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt", "b.txt.toml")
    alone, beside = files.find_documents(tmp_path)
    os.utime(tmp_path / "b.txt.toml", ns=(1, 1))
    assert [alone.stamp] == [file.stamp for file in files.find_documents(tmp_path) if file.path == "a.txt"]
    assert [beside.stamp] != [file.stamp for file in files.find_documents(tmp_path) if file.path == "b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode here")
def test_a_name_that_is_no_unicode_has_a_key_of_its_own_and_can_be_shown(tmp_path: Path) -> None:
    try:
        for name in (b"caf\xe9.txt", b"caf\xe8.txt"):
            with open(os.fsencode(tmp_path) + b"/" + name, "wb") as file:  # noqa: PTH123 - a Path takes no bytes
                file.write(b"x")
    except OSError:
        pytest.skip("this system has no such names")
    one, other = files.find_documents(tmp_path)
    assert ("caf\ufffd.txt", "caf\ufffd.txt") == (one.shown, other.shown)
    assert 2 == len({one.key.encode(), other.key.encode()})


@pytest.mark.parametrize("text", ["", "Just text.", "---\ntitle: “", "---\r\n\r\n---", "\x00", "---\nno colon\n---"])
def test_a_post_that_does_not_parse_is_still_known_by_its_name(tmp_path: Path, text: str) -> None:
    write_post(tmp_path, "2026-06-02-harbour-1.md", text)
    (known,) = known_posts(tmp_path)
    assert ("", "", "harbour-1") == (known.story_id, known.document, known.slug)


def test_a_post_that_is_no_utf_8_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"---\ntitle: caf\xe9\nstory_id: urn:1\n---\n")
    (known,) = known_posts(tmp_path)
    assert ("urn:1", True) == (known.story_id, known.has_title)


def test_line_ends_and_a_mark_change_nothing(tmp_path: Path) -> None:
    write_post(tmp_path, "a.md", "\ufeff---\r\nstory_id: urn:1\r\n---\r\n")
    assert ["urn:1"] == [known.story_id for known in known_posts(tmp_path)]


def test_other_files_and_folders_are_no_posts(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", ".b.md", ".made/c.md", "folder.md/d.txt")
    assert ({}, {"a.txt": False, "folder.md": True}) == stamps.find_posts(tmp_path)
    assert ({}, {}) == stamps.find_posts(tmp_path / "missing")
    assert ({}, {}) == stamps.find_posts(tmp_path / "a.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_post_that_cannot_be_read_is_known_by_its_name(tmp_path: Path) -> None:
    write_post(tmp_path, "2026-06-02-harbour-1.md", "---\nslug: other\n---\n").chmod(0)
    assert ["harbour-1"] == [known.slug for known in known_posts(tmp_path)]


def test_a_file_is_written_whole_with_its_folders_and_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.md"
    files.write_file(path, "é\n")
    files.write_file(path, "è\n")
    assert "è\n".encode() == path.read_bytes()
    assert ["c.md"] == [found.name for found in path.parent.iterdir()]


def test_an_interrupted_write_leaves_the_file_as_it_was_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    files.write_file(path, "whole\n")

    def interrupted(*_paths: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.write_file(path, "half\n")
    assert ["a.md"] == [found.name for found in tmp_path.iterdir()]
    assert "whole\n" == path.read_text(encoding="utf-8")
