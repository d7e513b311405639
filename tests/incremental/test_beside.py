"""Another process that looks at files tells the same as this one would find."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.stamps import find_posts as found_by_this_process
from briefing.stamps import look
from incremental import look as program
from incremental.beside import Beside, look_beside
from incremental.index import Index, Output, opened
from incremental.scan import find_posts

ODD = "\u2028 é" if os.name == "nt" else "\u2028 é\nline"  # Windows knows no names of several lines
OLD = ("2026-05-01-one.md", f"2026-05-02-{ODD}.md", "2026-05-03-three.md")
NEW = ("2026-06-01-four.md", *(f"2026-06-02-five-{number}.md" for number in range(5)), "2026-07-03-six.md")
PAGES = ("a.html", f"2026/06/02/{ODD}/index.html", "topics/sea/index.html")


def write(path: Path, text: str = "as it was read") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def link_nowhere(path: Path) -> None:
    path.unlink()
    try:
        path.symlink_to("nowhere")
    except OSError:
        pytest.skip("this system makes no links")


def become_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: dict[str, Callable[[Path], object]] = {
    "is the same": lambda path: path,
    "is longer": lambda path: write(path, "something longer"),
    "is gone": Path.unlink,
    "is a folder": become_a_folder,
    "is a link to nothing": link_nowhere,
}


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    """Return an index of a few posts and files, at which another process is to look."""
    monkeypatch.setattr("incremental.beside._WORTH_A_PROCESS", len(PAGES))
    with opened(tmp_path / "index.sqlite") as index:
        for name in (*OLD, *NEW):
            write(tmp_path / "posts" / name)
            index.sources.keep({("post", name): (look(tmp_path / "posts" / name), "")}, ())
        for page in PAGES:
            write(tmp_path / "output" / page)
            index.keep_outputs([Output(page, *look(tmp_path / "output" / page), f"owner of {page}", page, "", "")], ())
        index.commit()
        yield index


@pytest.fixture
def beside(index: Index) -> Iterator[Beside]:
    """Return the other process, which looks from now on at what a test changed before."""
    found = begun(index)
    yield found
    found.close()


def begun(index: Index) -> Beside:
    folder = index.path.parent
    found = look_beside(index, str(folder / "posts"), str(folder / "output"), jobs=2)
    assert found is not None
    return found


@pytest.mark.parametrize("name", [*OLD, NEW[0], NEW[-1]])
@pytest.mark.parametrize("change", CHANGES)
def test_posts_are_found_as_they_are(index: Index, name: str, change: str) -> None:
    posts = index.path.parent / "posts"
    CHANGES[change](posts / name)
    write(posts / "2026-05-04-new.md")
    beside = begun(index)

    assert set(OLD) == set(beside.posts), "it looks at those of some months"
    found, expected = find_posts(str(posts), beside), found_by_this_process(posts)
    assert expected.stamps == found.stamps
    assert {one for one, is_folder in expected.others.items() if is_folder} == {
        one for one, is_folder in found.others.items() if is_folder
    }
    assert [] == beside.changed_outputs()


def test_posts_are_told_once(index: Index) -> None:
    posts = index.path.parent / "posts"
    write(posts / OLD[0], "something longer")
    beside = begun(index)

    assert [OLD[0]] == list(beside.changed_posts())
    assert [] == list(beside.changed_posts())
    assert {} == beside.posts
    assert [] == beside.changed_outputs()


@pytest.mark.parametrize("page", PAGES)
def test_a_file_of_the_site_that_changed_is_told_without_asking_for_posts(index: Index, page: str) -> None:
    write(index.path.parent / "output" / page, "something longer")

    assert [page] == begun(index).changed_outputs()


def test_all_posts_are_told_where_there_is_no_folder(index: Index) -> None:
    shutil.rmtree(index.path.parent / "posts")
    beside = begun(index)

    assert set(OLD) == set(beside.changed_posts())
    assert beside.changed_outputs() is None


def test_nothing_is_told_where_there_can_be_no_other_process(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(index.path.parent / "missing"))
    beside = begun(index)

    assert {} == beside.posts
    assert [] == list(beside.changed_posts())
    assert beside.changed_outputs() is None


@pytest.mark.parametrize(
    "text",
    [
        "raise SystemExit(1)",
        "print('half of it', flush=True)\n1 / 0",
        "print('2026\\\\u20', end='', flush=True)\n1 / 0",
    ],
)
def test_all_posts_are_told_where_the_other_process_fails(
    index: Index, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    write(index.path.parent / "failing.py", text)
    monkeypatch.setattr(program, "__file__", str(index.path.parent / "failing.py"))
    beside = begun(index)

    assert set(OLD) == set(beside.changed_posts())
    assert beside.changed_outputs() is None


def test_once_it_is_closed_the_index_can_be_written(index: Index, beside: Beside) -> None:
    beside.close()
    beside.close()
    index.note("something", 1)
    index.commit()

    assert 1 == index.fact("something")


def test_few_files_are_not_worth_another_process(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incremental.beside._WORTH_A_PROCESS", len(PAGES) + 1)

    assert look_beside(index, "posts", "output", jobs=2) is None


def test_one_process_looks_alone_where_no_more_may_work(index: Index) -> None:
    assert look_beside(index, "posts", "output", jobs=1) is None
