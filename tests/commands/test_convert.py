"""``convert`` makes posts, and tells what became of each document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from commands.convert import Request, run
from tests.commands.conftest import DOCUMENTS, NOW, Site


def test_documents_become_posts(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(site.places, Request(now=NOW, strict=True, quiet=False))
    assert len(DOCUMENTS) == len(list(site.posts.glob("*.md")))
    assert (f"Documents: {len(DOCUMENTS)} new\n", "") == capsys.readouterr()


def test_the_moment_given_is_the_one_written(site: Site) -> None:
    run(site.places, Request(now="2001-02-03T04:05:06Z", strict=False, quiet=True))

    assert "added: 2001-02-03T04:05:06+00:00\n" in site.post().read_text(encoding="utf-8")


def test_nothing_is_built(site: Site, tmp_path: Path) -> None:
    run(replace(site.places, output=str(tmp_path / "output")), Request(now=NOW, strict=False, quiet=True))

    assert not (tmp_path / "output").exists()
    assert not site.output.exists()


def test_a_refused_document_is_told_and_counts_for_the_strict_only(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    (site.documents / "nothing.txt").touch()

    assert 0 == run(site.places, Request(now=NOW, strict=False, quiet=False))
    assert "refused: nothing.txt: " in capsys.readouterr().out
    assert 1 == run(site.places, Request(now=NOW, strict=True, quiet=False))


def test_quiet_tells_of_refused_documents_only(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    (site.documents / "nothing.txt").touch()
    run(site.places, Request(now=NOW, strict=False, quiet=True))
    out, err = capsys.readouterr()

    assert "" == out
    assert [True] == [line.startswith("refused: nothing.txt: ") for line in err.splitlines()]


def test_folders_given_by_hand_are_used_and_new_posts_may_have_a_new_one(site: Site, tmp_path: Path) -> None:
    sport = replace(site.places, documents=str(site.documents / "sport"), posts=str(tmp_path / "posts"))

    assert 0 == run(sport, Request(now=NOW, strict=True, quiet=True))
    assert 1 == len(list((tmp_path / "posts").glob("*.md")))
    assert not site.posts.exists()


def test_a_site_without_documents_is_none_the_worse(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    for name in DOCUMENTS:
        (site.documents / name).unlink()
        (site.documents / name).parent.rmdir()
    site.documents.rmdir()

    assert 0 == run(site.places, Request(now=NOW, strict=True, quiet=False))
    assert ("Documents: none\n", "") == capsys.readouterr()
