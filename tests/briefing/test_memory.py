"""What convert remembers is right, or forgotten."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from briefing.convert.memory import Memory

LONG_AGO = 1_000_000_000
NOW = 2_000_000_000
STAMP = f"12 {LONG_AGO}|"
KEPT = {"result": "NEW"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "memory.sqlite"


def keep(path: Path | None, documents: Mapping[str, str], key: str = "key", **posts: str) -> None:
    tables = {"documents": documents, "posts": posts}
    rows = {table: [(name, stamp, KEPT) for name, stamp in files.items()] for table, files in tables.items()}
    Memory(path, key, NOW).keep(rows, ours=posts)


def recalled(
    path: Path | None, stamps: Mapping[str, str], key: str = "key", table: str = "documents"
) -> dict[str, Any]:
    return Memory(path, key, NOW).recall(table, stamps)


def test_a_file_that_did_not_change_is_known_again(path: Path) -> None:
    keep(path, {"a.txt": STAMP})
    assert {"a.txt": KEPT} == recalled(path, {"a.txt": STAMP, "b.txt": STAMP})


@pytest.mark.parametrize("stamp", [f"13 {LONG_AGO}|", f"12 {LONG_AGO + 1}|", f"12 {LONG_AGO}|5 {LONG_AGO}", ""])
def test_a_file_that_changed_is_not(path: Path, stamp: str) -> None:
    keep(path, {"a.txt": STAMP})
    assert {} == recalled(path, {"a.txt": stamp})


def test_all_is_forgotten_with_another_key(path: Path) -> None:
    keep(path, {"a.txt": STAMP})
    assert {} == recalled(path, {"a.txt": STAMP}, key="another")


@pytest.mark.parametrize("stamp", [f"12 {NOW}|", f"12 {LONG_AGO}|3 {NOW}", "", "|"])
def test_a_document_that_changed_a_moment_ago_or_is_gone_is_not_kept(path: Path, stamp: str) -> None:
    keep(path, {"a.txt": stamp, "b.txt": STAMP})
    assert {"b.txt": KEPT} == recalled(path, {"a.txt": stamp, "b.txt": STAMP})


def test_a_post_that_convert_wrote_a_moment_ago_is_kept(path: Path) -> None:
    keep(path, {}, post=f"12 {NOW}")
    assert {"post": KEPT} == recalled(path, {"post": f"12 {NOW}"}, table="posts")


def test_what_is_no_longer_there_is_forgotten(path: Path) -> None:
    keep(path, {"a.txt": STAMP, "b.txt": STAMP})
    Memory(path, "key", NOW).keep({"documents": [("a.txt", STAMP, None)]}, ours=())
    assert {"a.txt": KEPT} == recalled(path, {"a.txt": STAMP, "b.txt": STAMP})


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0 and then nothing of the kind"])
def test_a_file_that_is_no_database_is_made_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert {} == recalled(path, {"a.txt": STAMP})
    keep(path, {"a.txt": STAMP})
    keep(path, {"a.txt": STAMP})
    assert {"a.txt": KEPT} == recalled(path, {"a.txt": STAMP})


def test_another_programs_database_is_made_anew(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE documents (something INTEGER)")
    connection.close()
    keep(path, {"a.txt": STAMP})
    keep(path, {"a.txt": STAMP})
    assert {"a.txt": KEPT} == recalled(path, {"a.txt": STAMP})


def test_without_a_file_nothing_is_remembered() -> None:
    keep(None, {"a.txt": STAMP})
    assert {} == recalled(None, {"a.txt": STAMP})
