"""The output folder: what a build changes in it, and what it never touches."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition import output
from edition.output import begin, exchange, put_in_place
from edition.output_list import OutputError, is_listable, read_list

LIST = ".briefing"


def tree(folder: Path) -> dict[str, str]:
    """Return the files below a folder, without the list."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def build(folder: Path, files: Mapping[str, str]) -> output.Changes:
    write(begin(folder), files)
    return put_in_place(folder)


def listed(folder: Path) -> list[str]:
    return (folder / LIST).read_text(encoding="utf-8").splitlines()


def test_a_first_build_makes_the_folder_its_files_and_the_list(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    changes = build(folder, {"index.html": "front", "2026/06/02/index.html": "day", "b.txt": ""})
    assert output.Changes(written=("2026/06/02/index.html", "b.txt", "index.html"), unchanged=0, removed=0) == changes
    assert {"index.html": "front", "2026/06/02/index.html": "day", "b.txt": ""} == tree(folder)
    assert "2026/06/02/index.html\nb.txt\nindex.html\n" == (folder / LIST).read_text(encoding="utf-8")
    assert not output.staging_in(folder).exists()


def test_only_what_changed_is_touched(tmp_path: Path) -> None:
    build(tmp_path, {"a": "1", "b": "2", "c/d": "3"})
    before = {name: (tmp_path / name).stat() for name in ("a", "b", LIST)}
    changes = build(tmp_path, {"a": "1", "b": "two", "c/d": "3"})
    assert output.Changes(written=("b",), unchanged=2, removed=0) == changes
    for name, same in (("a", True), (LIST, True), ("b", False)):
        after = (tmp_path / name).stat()
        assert same == ((before[name].st_ino, before[name].st_mtime_ns) == (after.st_ino, after.st_mtime_ns))


def test_what_is_no_longer_made_goes_with_its_emptied_folders(tmp_path: Path) -> None:
    build(tmp_path, {"a/b/c": "1", "a/d": "2", "e/f": "3"})
    write(tmp_path, {"e/mine": "kept"})
    changes = build(tmp_path, {"a/d": "2"})
    assert output.Changes(written=(), unchanged=1, removed=2) == changes
    assert {"a/d": "2", "e/mine": "kept"} == tree(tmp_path)
    assert not (tmp_path / "a/b").exists()
    assert ["a/d"] == listed(tmp_path)


def test_a_build_of_nothing_leaves_nothing_but_what_is_not_ours(tmp_path: Path) -> None:
    build(tmp_path, {"a/b": "1"})
    write(tmp_path, {"mine": "kept"})
    build(tmp_path, {})
    assert {"mine": "kept"} == tree(tmp_path)
    assert [] == listed(tmp_path)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"a": "file"}, {"a/b": "in a folder"}),
        ({"a/b": "in a folder", "a/c/d": "deeper"}, {"a": "file"}),
        ({"a/b": "file", "c": "1"}, {"a/b/c/d": "deep", "c": "1"}),
        ({"images/A.png": "one"}, {"images/a.png": "two"}),
        ({"A/b": "one"}, {"a/B": "two"}),
    ],
)
def test_a_file_may_become_a_folder_or_change_the_case_of_its_name(
    tmp_path: Path, first: dict[str, str], second: dict[str, str]
) -> None:
    build(tmp_path, first)
    build(tmp_path, second)
    assert second == tree(tmp_path)
    assert sorted(second) == listed(tmp_path)


def test_a_folder_with_other_files_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, {"thesis.txt": "years of work", ".briefing.new/old": ""})
    with pytest.raises(OutputError, match=r"has thesis\.txt in it and no \.briefing list"):
        begin(tmp_path)
    assert {"thesis.txt": "years of work", ".briefing.new/old": ""} == tree(tmp_path)


def test_dot_files_do_not_make_a_folder_another_programs(tmp_path: Path) -> None:
    write(tmp_path, {".git/config": "", ".nojekyll": ""})
    build(tmp_path, {"a": "1"})
    assert {".git/config": "", ".nojekyll": "", "a": "1"} == tree(tmp_path)


def test_a_file_is_no_output_folder(tmp_path: Path) -> None:
    write(tmp_path, {"output": ""})
    with pytest.raises(OutputError, match="is not a folder"):
        begin(tmp_path / "output")


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    write(begin(tmp_path), {"half": "writ"})
    build(tmp_path, {"a": "1"})
    assert {"a": "1"} == tree(tmp_path)


def test_a_file_that_is_not_ours_is_not_written_over(tmp_path: Path) -> None:
    build(tmp_path, {"a": "1"})
    write(tmp_path, {"robots.txt": "mine"})
    with pytest.raises(OutputError, match=r"robots\.txt was not made by this program"):
        build(tmp_path, {"a": "2", "robots.txt": "theirs"})
    assert {"a": "1", "robots.txt": "mine"} == {k: v for k, v in tree(tmp_path).items() if ".new" not in k}
    build(tmp_path, {"a": "2", "robots.txt": "mine"})
    assert ["a", "robots.txt"] == listed(tmp_path)


@pytest.mark.parametrize("files", [{"x/y": "1"}, {"x": "1"}], ids=["file for folder", "folder for file"])
def test_what_is_not_ours_and_in_the_way_stops_the_build(tmp_path: Path, files: dict[str, str]) -> None:
    build(tmp_path, {"a": "1"})
    mine = {"x": "mine"} if "x/y" in files else {"x/mine": "mine"}
    write(tmp_path, mine)
    with pytest.raises(OutputError, match="in the way"):
        build(tmp_path, {"a": "2", **files})
    assert {"a": "1", **mine} == {k: v for k, v in tree(tmp_path).items() if ".new" not in k}


def test_nothing_is_written_or_removed_through_a_link(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "output", tmp_path / "elsewhere"
    build(folder, {"a/b": "1", "c": "1"})
    elsewhere.mkdir()
    (folder / "a/b").rename(elsewhere / "b")
    (folder / "a").rmdir()
    (folder / "a").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(OutputError, match="is a link to elsewhere"):
        build(folder, {"a/b": "2", "c": "1"})
    build(folder, {"c": "1"})
    assert {"b": "1"} == tree(elsewhere)
    assert (folder / "a").is_symlink()


def test_a_linked_file_of_ours_is_replaced_and_what_it_leads_to_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    build(folder, {"a": "1"})
    write(tmp_path, {"elsewhere": "1"})
    (folder / "a").unlink()
    (folder / "a").symlink_to(tmp_path / "elsewhere")
    build(folder, {"a": "2"})
    assert "1" == (tmp_path / "elsewhere").read_text(encoding="utf-8")
    assert {"a": "2"} == tree(folder)
    assert not (folder / "a").is_symlink()


def test_a_staging_folder_that_is_a_link_is_removed_and_what_it_leads_to_is_not(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", {"mine": "kept"})
    folder = tmp_path / "output"
    folder.mkdir()
    output.staging_in(folder).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    build(folder, {"a": "1"})
    assert {"mine": "kept"} == tree(tmp_path / "elsewhere")


@pytest.mark.parametrize("line", ["../mine", "/etc/hostname", "a/../../mine", "C:\\mine", "..\\mine", "", "a//b", "."])
def test_a_line_of_the_list_that_leads_elsewhere_is_ignored(tmp_path: Path, line: str) -> None:
    assert not is_listable(line)
    write(tmp_path, {"mine": "kept"})
    folder = tmp_path / "output"
    build(folder, {"a": "1"})
    (folder / LIST).write_text(f"a\n{line}\n", encoding="utf-8")
    build(folder, {})
    assert {"mine": "kept"} == {k: v for k, v in tree(tmp_path).items() if not k.startswith("output")}


@pytest.mark.parametrize("name", ["a b.png", "photo\u202f1.png", "Füße.txt", ".well-known/x", "ab:c", "images/c:d"])
def test_usual_names_can_be_listed(name: str) -> None:
    assert is_listable(name)


@pytest.mark.parametrize("name", ["a\\b", "a\nb", ".briefing", ".briefing.new/a", "C:x"])
@pytest.mark.skipif(os.name == "nt", reason="such files cannot be made there")
def test_a_name_that_the_list_cannot_hold_stops_the_build(tmp_path: Path, name: str) -> None:
    build(tmp_path, {"a": "1"})
    with pytest.raises(OutputError, match="expected"):
        build(tmp_path, {"a": "2", name: ""})
    assert "1" == (tmp_path / "a").read_text(encoding="utf-8")


def test_a_list_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    build(tmp_path, {"a": "1"})
    (tmp_path / LIST).write_bytes(b"\xff\xfe")
    with pytest.raises(OutputError, match="expected a list of files"):
        begin(tmp_path)


def test_two_files_that_differ_by_case_alone_stop_the_build(tmp_path: Path) -> None:
    (tmp_path / "probe").touch()
    if (tmp_path / "PROBE").exists():
        pytest.skip("the staging folder cannot hold both here")
    with pytest.raises(OutputError, match=r"images/A\.png and images/a\.png are one file"):
        build(tmp_path / "output", {"images/A.png": "1", "images/a.png": "2"})
    assert {} == {k: v for k, v in tree(tmp_path / "output").items() if ".new" not in k}


NAMES = st.sampled_from(["a", "b", "d/a", "d/b", "d/e/f", "e", "e/a", "g/h/i/j", "index.html"])


def without_clashes(files: dict[str, str]) -> dict[str, str]:
    """Drop what lies below a name that is a file too."""
    return {name: text for name, text in files.items() if not any(name.startswith(f"{other}/") for other in files)}


SITES = st.lists(st.dictionaries(NAMES, st.sampled_from(["", "1", "2", "longer"])).map(without_clashes), min_size=1)


def test_what_is_kept_of_earlier_builds_stays_as_it_is(tmp_path: Path) -> None:
    build(tmp_path, {"a": "1", "b/c": "2", "d": "3"})
    write(output.staging_in(tmp_path), {"a": "one"})
    changes = output.put_in_place(tmp_path, kept=frozenset({"a", "b/c"}))
    assert output.Changes(written=("a",), unchanged=0, removed=1) == changes
    assert ({"a": "one", "b/c": "2"}, ["a", "b/c"]) == (tree(tmp_path), listed(tmp_path))


@given(SITES)
@settings(max_examples=60, deadline=None)
def test_after_any_builds_the_folder_is_that_of_the_last(sites: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for site in sites:
            changes = build(folder, site)
            assert site == tree(folder)
            assert sorted(site) == listed(folder)
            assert len(site) == len(changes.written) + changes.unchanged


def swap(folder: Path, files: dict[str, str]) -> output.Changes:
    """Build a site as :func:`build` does, where it is known which files are ours."""
    write(begin(folder), files)
    before = read_list(folder) or frozenset()
    return exchange(folder, before - files.keys(), before)


@given(SITES)
@settings(max_examples=60, deadline=None)
def test_so_it_is_where_files_are_exchanged(sites: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder, sites[0])
        for site in sites:
            changes = swap(folder, site)
            assert site == tree(folder)
            assert sorted(site) == listed(folder)
            assert len(site) == len(changes.written) + changes.unchanged


def test_what_is_not_exchanged_stays_as_it_is(tmp_path: Path) -> None:
    build(tmp_path, {"a": "1", "b/c": "2", "d": "3"})
    write(output.staging_in(tmp_path), {"a": "one", "e": "4"})
    changes = exchange(tmp_path, {"d", "no file of ours"}, frozenset({"a", "b/c", "d"}))
    assert output.Changes(written=("a", "e"), unchanged=0, removed=1) == changes
    assert ({"a": "one", "b/c": "2", "e": "4"}, ["a", "b/c", "e"]) == (tree(tmp_path), listed(tmp_path))


def test_nothing_that_is_not_ours_is_exchanged(tmp_path: Path) -> None:
    build(tmp_path, {"a": "1"})
    write(tmp_path, {"b": "an editor's"})
    write(output.staging_in(tmp_path), {"a": "2", "b": "ours"})
    with pytest.raises(OutputError, match="b was not made by this program"):
        exchange(tmp_path, frozenset({"b"}), frozenset({"a"}))
    assert {"a": "1", "b": "an editor's"} == {name: text for name, text in tree(tmp_path).items() if "new" not in name}


class KilledError(BaseException):
    """Ends a build where nothing expects it."""


def kill_after(steps: int, patch: pytest.MonkeyPatch) -> None:
    """Let the process die when it has changed something on the disk ``steps`` times."""
    left = iter(range(steps))

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def change(*arguments: object, **named: object) -> object:
            if next(left, None) is None:
                raise KilledError
            return real(*arguments, **named)

        return change

    for name in ("replace", "unlink", "rmdir", "write_bytes"):
        patch.setattr(Path, name, counted(getattr(Path, name)))


@given(SITES, st.integers(0, 12), st.booleans())
@settings(max_examples=80, deadline=None)
def test_after_a_killed_build_the_next_one_is_whole(
    sites: list[dict[str, str]],
    steps: int,
    is_exchanged: bool,  # noqa: FBT001 - drawn
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, {".mine/kept": ""})
        for site in sites[:-1]:
            write(begin(folder), site)
            before = read_list(folder) or frozenset()
            with pytest.MonkeyPatch.context() as patch, suppress(KilledError):
                kill_after(steps, patch)
                if is_exchanged:
                    exchange(folder, before - site.keys(), before)
                else:
                    put_in_place(folder)
        build(folder, sites[-1])
        assert sites[-1] | {".mine/kept": ""} == tree(folder)
        assert sorted(sites[-1]) == listed(folder)
