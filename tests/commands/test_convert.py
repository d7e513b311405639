"""``convert`` makes posts, and tells what became of each document."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from commands.convert import Request, run
from commands.exits import CommandError, Exit
from tests.commands.conftest import DOCUMENTS, NOW, Site, tree


def test_documents_become_posts(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(site.places, Request(now=NOW, strict=True, quiet=False))
    assert len(DOCUMENTS) == len(list(site.posts.glob("*.md")))
    *new, summary = capsys.readouterr().out.splitlines()
    assert [f"new: {document}" for document in sorted(DOCUMENTS)] == [line.partition(" → ")[0] for line in new]
    assert f"Documents: {len(DOCUMENTS)} new" == summary


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


def edited(site: Site) -> Path:
    """Return a post that was edited and whose document changed in the same place and in another."""
    run(site.places, Request(now=NOW, quiet=True))
    post = next(path for path in site.posts.glob("*.md") if "sport/" in path.read_text(encoding="utf-8"))
    text = post.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    post.write_text(text.replace(title, "title: A headline of mine", 1), encoding="utf-8")
    document = site.documents / DOCUMENTS[1]
    headline = title.removeprefix("title: ").strip('"')
    document.write_text(document.read_text(encoding="utf-8").replace(headline, "Another headline"), encoding="utf-8")
    return post


def test_what_both_changed_is_shown_and_settled(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    post = edited(site)
    run(site.places, Request(now=NOW))
    assert "edited by hand: " in capsys.readouterr().out
    before = post.read_bytes()
    run(site.places, Request(now=NOW, diff=True))
    shown = capsys.readouterr().out
    assert "you: “A headline of mine”" in shown
    assert "the document: “Another headline”" in shown
    assert before == post.read_bytes()
    assert 0 == run(site.places, Request(now=NOW, take="mine", post=post.stem))
    assert "title: A headline of mine\n" in post.read_text(encoding="utf-8")
    capsys.readouterr()
    run(site.places, Request(now=NOW, diff=True))
    assert "No edited post has a document that changed.\n" == capsys.readouterr().out


def test_a_dry_run_says_so_and_writes_nothing(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    run(site.places, Request(now=NOW, dry_run=True))
    assert [f"Documents: {len(DOCUMENTS)} new", "Nothing was written."] == capsys.readouterr().out.splitlines()[-2:]
    assert not site.posts.exists()


def test_the_report_as_json_is_all_that_is_printed(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    run(site.places, Request(now=NOW, json=True))
    data = json.loads(capsys.readouterr().out)
    assert sorted(DOCUMENTS) == [document["document"] for document in data["documents"]]


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (Request(take="mine", post="x"), "There is no post 'x'"),
        (Request(take="mine"), "--take needs a post"),
        (Request(take="yours"), "expected document or mine"),
        (Request(post="mayo", diff=True), r"There is no post 'mayo'.* Did you mean .*mayo-clinic"),
        (Request(jobs=-1), "--jobs -1: expected a number from 1"),
    ],
)
def test_wrong_use_is_explained(site: Site, request_: Request, words: str) -> None:
    run(site.places, Request(now=NOW, quiet=True))
    with pytest.raises(CommandError, match=words) as caught:
        run(site.places, request_)
    assert Exit.WRONG_USE is caught.value.code


def test_a_post_is_named_only_to_look_at_it_or_to_settle_it(site: Site) -> None:
    run(site.places, Request(now=NOW, quiet=True))
    with pytest.raises(CommandError, match="a post is named with --diff or --take"):
        run(site.places, Request(post=site.post().name))


def test_the_same_posts_are_made_however_many_processes_work(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.workers.WORTH_A_PROCESS", 1)
    run(site.places, Request(now=NOW, quiet=True, jobs=2))
    alone = replace(site.places, posts=str(tmp_path / "alone"))
    run(alone, Request(now=NOW, quiet=True, jobs=1))
    assert tree(tmp_path / "alone") == tree(site.posts)
