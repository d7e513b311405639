"""Files of the site that are not as they were made are found, whoever looks at them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from briefing.stamps import NOT_THERE, look
from edition.output_list import LIST
from incremental import stage_files
from incremental.beside import Beside, look_beside
from incremental.changes import Changes
from incremental.index import LISTED, Index, Output, opened
from incremental.outputs import Ours, Outputs

NAMES = ("a.html", "2026/06/02/story/index.html", "images/\u2028 é.png", "topics/sea/index.html")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """Return an index of a few files, which another process looks at."""
    with pytest.MonkeyPatch.context() as patched, opened(tmp_path / "index.sqlite") as index:
        patched.setattr("incremental.beside._WORTH_A_PROCESS", len(NAMES))
        (tmp_path / "posts").mkdir()
        for name in NAMES:
            path = tmp_path / "output" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("as it was made", encoding="utf-8")
            owner = "story 2026-06-02-story.md" if name.endswith("story/index.html") else f"owner of {name}"
            index.keep_outputs([Output(name, *look(path), owner, name, "", "")], ())
        index.commit()
        yield index


def beside(index: Index, jobs: int = 2) -> Beside | None:
    folder = index.path.parent
    return look_beside(index, str(folder / "posts"), str(folder / "output"), jobs)


def found(index: Index, jobs: int) -> Changes:
    with mock.patch.object(index, "files", wraps=index.files) as asked:
        changes = Changes()
        Outputs(index, index.path.parent / "output", beside(index, jobs)).add(changes)
    assert asked.called == (jobs == 1), "one process looks at them, and no other"
    return changes


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_is_to_be_made_again_where_they_are_as_they_were_made(index: Index, jobs: int) -> None:
    assert Changes() == found(index, jobs)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_gone_or_changed_is_found_with_what_it_is_made_from(index: Index, name: str, jobs: int) -> None:
    path = index.path.parent / "output" / name
    path.write_text("something longer", encoding="utf-8")
    changed = found(index, jobs)
    path.unlink()
    gone = found(index, jobs)

    key = "2026-06-02-story.md" if name.endswith("story/index.html") else f"owner of {name}"
    assert {key: f"{name} is not as it was made"} == changed.posts | changed.owners
    assert {key: f"{name} is missing"} == gone.posts | gone.owners
    assert bool(gone.posts) == name.endswith("story/index.html")


def test_what_is_known_already_keeps_its_reason(index: Index) -> None:
    (index.path.parent / "output" / "a.html").unlink()
    changes = Changes(owners={"owner of a.html": "a template changed"})
    Outputs(index, index.path.parent / "output").add(changes)

    assert {"owner of a.html": "a template changed"} == changes.owners


def test_where_the_other_process_tells_nothing_this_one_looks(index: Index) -> None:
    (index.path.parent / "output" / "a.html").unlink()
    other = mock.create_autospec(Beside, instance=True)
    other.changed_outputs.return_value = None
    changes = Changes()
    Outputs(index, index.path.parent / "output", other).add(changes)

    assert {"owner of a.html": "a.html is missing"} == changes.owners


def test_a_list_that_somebody_changed_is_read_though_a_stage_changes_it_too(index: Index) -> None:
    folder = index.path.parent / "output"
    made = {"files": ["search/pagefind.js"]}
    (folder / LIST).write_text("a.html\n", encoding="utf-8")
    index.note(LISTED, look(folder / LIST))
    stage_files.check_list(index, folder)
    (folder / LIST).write_text("a.html\nsearch/pagefind.js\n", encoding="utf-8")
    stage_files.note(index, folder, "search", made)
    assert look(folder / LIST) == index.listed()

    (folder / LIST).write_text("by an editor", encoding="utf-8")
    stage_files.check_list(index, folder)
    stage_files.note(index, folder, "search", made)
    assert NOT_THERE == index.listed()


def test_ours_are_the_files_of_the_site_and_those_of_stages(index: Index) -> None:
    index.note("search", {"files": ["search/pagefind.js"]})
    ours = Ours(index)

    assert {*NAMES, "search/pagefind.js"} == set(ours)
    assert len(NAMES) + 1 == len(ours)
    assert all(name in ours for name in (*NAMES, "search/pagefind.js"))
    assert "b.html" not in ours
