"""Files that are odd or no documents at all are converted or refused, each with its reason, and stop no other."""

from __future__ import annotations

import datetime
import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import files, post
from briefing.convert import Options, convert
from briefing.convert.intake import Job, take_in, take_in_all
from briefing.convert.report import Report, Result

NOW = datetime.datetime(2026, 6, 5, 6, 30, tzinfo=datetime.UTC)
MAX_BYTES = 1 << 20
NO_FILE = "is no file that can be read"


def page(headline: str) -> str:
    return (
        f"Published loading...Updated\n{headline}\n- At noon: {headline}.\nInsights by Ground AI\n18 Articles\n"
        "Bias Distribution\n57% of the sources are Center\nTo view factuality data please Upgrade to Premium\n"
    )


def converted(folder: Path) -> Report:
    return convert(folder / "documents", folder / "posts", Options(now=NOW, max_bytes=MAX_BYTES))


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """Return a folder with a good document, the last by its name."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "z.txt").write_text(page("Harbour opens"), encoding="utf-8")
    return folder


def results(folder: Path) -> dict[str, Result]:
    return {outcome.document: outcome.result for outcome in converted(folder).outcomes}


@pytest.mark.parametrize(
    "name",
    [
        " a  b .txt",
        "'a' \"b\" “c” `d`.txt",
        "🙂🏴‍☠️.txt",
        "é" * 90 + ".txt",
        "a" * 200 + ".txt",
        "-rf --update.txt",
        "100% #1 ?q=&a;b|c.txt",
        "<b onclick=x>a [b](c) *d* {{ e }} {% f %}.txt",
        "--- a: b.txt",
        "<!-- facts -->.txt",
        "\u202etxt.a.txt",
        "a.txt.",
        "a.html.txt",
        "no suffix",
    ],
)
def test_a_document_of_any_name_becomes_a_post_that_names_it(documents: Path, name: str) -> None:
    try:
        (documents / name).write_text(page("Lighthouse shuts"), encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    report = converted(documents.parent)
    assert [Result.NEW] * 2 == [outcome.result for outcome in report.outcomes]
    posts = [post.read(path.read_text(encoding="utf-8"), path.name) for path in documents.parent.glob("posts/*.md")]
    shown = {story.document.name for story in posts if story.document}
    assert {"z.txt", " ".join(name.split())} == shown
    assert {Result.UNCHANGED} == set(results(documents.parent).values())


def test_names_that_differ_only_in_case_are_two_documents(documents: Path) -> None:
    for number, name in enumerate(("a.txt", "A.txt", "A.TXT")):
        (documents / name).write_text(page(f"Story {number}"), encoding="utf-8")
    if len(list(documents.iterdir())) < 4:
        pytest.skip("this system does not tell such names apart")
    assert dict.fromkeys(("A.TXT", "A.txt", "a.txt", "z.txt"), Result.NEW) == results(documents.parent)
    assert 4 == len(list(documents.parent.glob("posts/*.md")))
    assert {Result.UNCHANGED} == set(results(documents.parent).values())


def test_a_folder_is_no_document_whatever_its_name(documents: Path) -> None:
    (documents / "a.txt").mkdir()
    (documents / "b.html").mkdir()
    (documents / "b.html" / "c.txt").write_text(page("Lighthouse shuts"), encoding="utf-8")
    assert {"b.html/c.txt": Result.NEW, "z.txt": Result.NEW} == results(documents.parent)


def broken_link(path: Path) -> None:
    path.symlink_to(path.with_name("missing.txt"))


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def named_pipe(path: Path) -> None:
    os.mkfifo(path)


def socket_file(path: Path) -> None:
    folder = os.open(path.parent, os.O_RDONLY)  # a socket's whole path must be short
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(f"/proc/self/fd/{folder}/{path.name}")
    finally:
        os.close(folder)


def huge_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)  # it takes no room


def containing(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (broken_link, f"cannot be read ({os.strerror(errno.ENOENT)})"),
        (link_to_itself, f"cannot be read ({os.strerror(errno.ELOOP)})"),
        (link_to_device, NO_FILE),
        (named_pipe, NO_FILE),
        (socket_file, NO_FILE),
        (huge_file, "is 1,099,511,627,776 bytes large; DOCUMENT_MAX_BYTES allows 1,048,576"),
        (containing(b""), "is empty"),
        (containing(b"\xef\xbb\xbf"), "is empty"),
        (containing(b" \t\r\n\x0c \r"), "is empty"),
        (containing("\u200b\n\ufeff\n\x07\x1b".encode()), "is empty"),
        (containing("\n \n".encode("utf-16")), "is empty"),
        (containing(b"\x7fELF\0\0\1"), "is not text"),
        (containing(b"PK\3\4\0\0"), "is not text"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a"])
def test_what_is_no_document_is_refused_with_its_reason(
    documents: Path, name: str, make: Callable[[Path], None], reason: str
) -> None:
    try:
        make(documents / name)
    except (OSError, AttributeError):
        pytest.skip("this system makes no such files")
    report = converted(documents.parent)
    assert [(name, reason)] == [(outcome.document, outcome.reason) for outcome in report.problems]
    assert ["z.txt"] == [outcome.document for outcome in report.of(Result.NEW)]
    assert f"refused: {name}: {reason}" in list(report.lines())


def test_a_file_that_may_not_be_read_is_refused(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (documents / "a.txt").write_text(page("Lighthouse shuts"), encoding="utf-8")
    read_bytes = files.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return read_bytes(path)

    monkeypatch.setattr("briefing.documents.read_bytes", refuse)
    report = converted(documents.parent)
    assert [f"cannot be read ({os.strerror(errno.EACCES)})"] == [outcome.reason for outcome in report.problems]
    assert ["z.txt"] == [outcome.document for outcome in report.of(Result.NEW)]


def test_a_document_of_the_largest_size_with_one_endless_line_is_read(documents: Path) -> None:
    text = page("Lighthouse shuts")
    (documents / "a.txt").write_text(text + "x" * (MAX_BYTES - len(text)), encoding="utf-8")
    assert {"a.txt": Result.NEW, "z.txt": Result.NEW} == results(documents.parent)


def test_documents_that_are_taken_in_together_come_out_as_each_by_itself(documents: Path) -> None:
    (documents / "a.txt").write_text(page("Lighthouse shuts"), encoding="utf-8")
    (documents / "b.txt").write_bytes(b"\0")
    (documents / "c.html").write_text("<html><p>Nothing", encoding="utf-8")
    now = datetime.datetime(2026, 6, 5, tzinfo=datetime.UTC)
    jobs = [
        Job(str(path), path.name, path.name, is_known=False, now=now, timezone=datetime.UTC, max_bytes=1000_000)
        for path in [*sorted(documents.iterdir()), documents / "none.txt"]
    ]
    assert [take_in(job) for job in jobs] == take_in_all(jobs)
    assert ["", "is not text"] == [reading.reason for reading in take_in_all(jobs)[:2]]
