"""What stops a build before anything is written."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from edition.checks import BuildError, Planned, shared_files, shared_ids, unread


def test_a_file_that_could_not_be_read_is_named() -> None:
    contents = {"briefings/b.md": None, "briefings/a.md": None, "pages/about.md": SimpleNamespace()}
    problems = unread(contents)
    assert ["briefings/a.md", "briefings/b.md"] == [problem.split()[0] for problem in problems]


def test_posts_with_one_id_are_named_together() -> None:
    (problem,) = shared_ids([("1", "b"), ("1", "a"), ("2", "c")])
    assert problem.startswith("a and b have one story_id, 1")


@pytest.mark.parametrize(
    ("planned", "expected"),
    [
        ([Planned("x/index.html", "a"), Planned("y/index.html", "b")], []),
        ([Planned("x/index.html", "b"), Planned("x/index.html", "a")], ["a and b would both be x/index.html"]),
        ([Planned("x", "a", chosen=True), Planned("x", "the archive")], []),
        ([Planned("x", "a", chosen=True), Planned("x", "b", chosen=True)], ["a and b would both be x"]),
        ([Planned("X", "a"), Planned("x", "b")], ["a and b would both be X and x"]),
        ([Planned("X", "a", chosen=True), Planned("x", "b")], ["a and b would both be X and x"]),
        ([Planned("\u00e9", "a"), Planned("e\u0301", "b")], ["a and b would both be"]),
        ([Planned("../x", "a")], ["a would be written outside the output folder, to ../x"]),
        ([Planned("a/../../x", "a")], ["a would be written outside"]),
        ([Planned("/x", "a")], ["a would be written outside"]),
    ],
)
def test_two_things_that_would_be_one_file_are_named_together(planned: list[Planned], expected: list[str]) -> None:
    problems = shared_files(planned)
    assert len(expected) == len(problems)
    assert all(problem.startswith(start) for problem, start in zip(problems, expected, strict=True))


def test_the_error_lists_all_problems_and_has_pelicans_exit_code() -> None:
    error = BuildError(["one", "two"])
    assert "Nothing was written.\none\ntwo" == str(error)
    assert 1 == error.exitcode
