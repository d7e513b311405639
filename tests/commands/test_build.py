"""``build`` makes a whole site of real documents, or leaves the one that is there as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from commands.build import Request, run
from commands.exits import CommandError, Exit
from tests.commands.conftest import NOW, Site, tree


def _build(site: Site, *, strict: bool = False, quiet: bool = False) -> int:
    return run(site.places, Request(now=NOW, strict=strict, quiet=quiet))


def _channel_link(site: Site) -> str | None:
    feed = ElementTree.parse(site.output / "feeds" / "all.rss.xml")  # noqa: S314 - our own
    return feed.findtext("channel/link")


def test_documents_become_a_site(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == _build(site, strict=True)
    assert {"index.html", "404.html", "stories.json", "feeds/all.rss.xml"} <= set(site.tree())
    out, err = capsys.readouterr()
    documents, built = out.splitlines()[-2:]
    assert "Documents: 2 new" == documents
    assert built.startswith(f"Site: 2 stories in {site.output}{os.sep}: 2 read, ")
    assert "" == err


def test_the_output_is_named_as_seen_from_here(
    site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.folder)
    _build(site)

    assert f"in output{os.sep}: " in capsys.readouterr().out


def test_the_same_content_gives_the_same_bytes(site: Site) -> None:
    _build(site)
    before = site.tree()
    run(replace(site.places, output=str(site.folder / "again")), Request(quiet=True))

    assert before == tree(site.folder / "again")


@pytest.mark.parametrize(("language", "is_warned_of"), [("fr", True), ("de_CH", False), ("en-GB", False)])
def test_a_language_without_texts_is_warned_of(
    site: Site, capsys: pytest.CaptureFixture[str], language: str, *, is_warned_of: bool
) -> None:
    site.set(DEFAULT_LANG=language)

    assert 0 == _build(site)
    assert is_warned_of == ("DEFAULT_LANG is 'fr', and the theme has no texts in it" in capsys.readouterr().err)


def test_quiet_says_nothing_when_all_is_well(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == _build(site, quiet=True)
    assert ("", "") == capsys.readouterr()


def test_a_refused_document_stops_nothing(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    (site.documents / "nothing.txt").touch()

    assert 0 == _build(site)
    assert "refused: nothing.txt: " in capsys.readouterr().out
    assert 1 == _build(site, strict=True)
    assert (site.output / "index.html").exists()


def test_folders_given_by_hand_need_not_be_in_the_content_folder(site: Site, tmp_path: Path) -> None:
    places = replace(
        site.places,
        documents=str(site.documents / "sport"),
        posts=str(tmp_path / "posts"),
        output=str(tmp_path / "out" / "put"),
    )

    assert 0 == run(places, Request(now=NOW, strict=True, quiet=True))
    (post,) = (tmp_path / "posts").glob("*.md")
    assert post.stem[11:] in (tmp_path / "out" / "put" / "index.html").read_text(encoding="utf-8")
    assert not site.output.exists()
    assert not site.posts.exists()


def test_posts_that_do_not_parse_are_all_told_and_the_site_stays(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    _build(site)
    before = site.tree()
    posts = sorted(site.posts.glob("*.md"))
    for post in posts:
        post.write_text(post.read_text(encoding="utf-8").replace("\ndate: ", "\ndate: some "), encoding="utf-8")
    capsys.readouterr()

    assert 1 == _build(site)
    assert before == site.tree()
    *errors, end = capsys.readouterr().err.splitlines()
    expected = [f"error: {post.name}, line 3: expected" for post in posts]
    assert expected == sorted(error.rpartition(" date")[0] for error in errors)
    assert "The site was not built: 2 errors." == end


def test_two_posts_with_one_id_are_an_error_that_names_both(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    _build(site)
    before = site.tree()
    post = site.post()
    (site.posts / "copy.md").write_bytes(post.read_bytes())

    assert 1 == _build(site)
    assert before == site.tree()
    told = capsys.readouterr().err
    assert "copy.md" in told
    assert post.name in told
    assert "Traceback" not in told


def test_a_plugin_that_is_missing_stops_the_build(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.set(PLUGINS=["briefing", "edition", "no_such_plugin"])

    assert 1 == _build(site)
    assert "error: Cannot load plugin `no_such_plugin`" in capsys.readouterr().err
    assert not site.output.exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n\n{{ nothing.at.all }}", "line 3: UndefinedError: 'nothing' is undefined"),
        ("\n{% if %}", "line 2: TemplateSyntaxError: "),
    ],
)
def test_an_error_in_a_template_is_told_with_its_line_and_the_site_stays(
    site: Site, theme: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    _build(site)
    before = site.tree()
    theme.write_text(text, encoding="utf-8")

    assert 1 == _build(site)
    assert before == site.tree()
    told = capsys.readouterr().err
    assert f"error: {theme}, {words}" in told
    assert "Traceback" not in told


def test_a_traceback_is_shown_to_who_asks_for_it(
    site: Site, theme: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.write_text("{{ nothing.at.all }}", encoding="utf-8")
    monkeypatch.setenv("BRIEFING_DEBUG", "1")
    _build(site)

    assert "Traceback" in capsys.readouterr().err


def test_interrupting_leaves_the_site_as_it_was(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    _build(site)
    before = site.tree()
    site.set(SITENAME="Another name")

    def interrupt(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("incremental.site.Site.write", interrupt)
    with pytest.raises(KeyboardInterrupt):
        _build(site)

    assert before == site.tree()


class TestPublishing:
    """Publishing asks what it must know, and then sends out nothing else."""

    @pytest.fixture
    def publishing(self, site: Site, project: Path) -> Site:
        """Return a site with the project's publishconf.py beside its settings."""
        (site.folder / "publishconf.py").write_bytes((project / "publishconf.py").read_bytes())
        return replace(site, name="publishconf.py")

    def test_as_it_comes_it_is_refused_with_what_each_choice_sends_out(self, publishing: Site) -> None:
        with pytest.raises(CommandError) as caught:
            _build(publishing)

        assert Exit.WRONG_USE is caught.value.code
        told = str(caught.value)
        for words in ("SITEURL is empty", "RIGHTS is not set", '"facts" sends', '"short" sends', '"full" sends'):
            assert words in told
        assert not publishing.output.exists()

    def test_pelican_by_itself_refuses_it_too(self, publishing: Site) -> None:
        command = [sys.executable, "-m", "pelican", "-s", str(publishing.settings)]
        result = subprocess.run(command, cwd=publishing.folder, capture_output=True, text=True, check=False)

        assert 2 == result.returncode
        assert "RIGHTS is not set" in " ".join((result.stdout + result.stderr).split())
        assert not publishing.output.exists()

    def test_with_both_set_the_feed_has_the_address(self, publishing: Site) -> None:
        publishing.set(SITEURL="https://briefing.example.org/news", RIGHTS="short")

        assert 0 == _build(publishing)
        assert "https://briefing.example.org/news/" == _channel_link(publishing)
        assert [] == [name for name, content in publishing.tree().items() if b"127.0.0.1" in content]

    def test_drafts_stay_at_home(self, publishing: Site) -> None:
        publishing.set(SITEURL="https://briefing.example.org", RIGHTS="full")
        _build(publishing)
        post = publishing.post()
        post.write_text(post.read_text(encoding="utf-8").replace("\nslug:", "\nstatus: draft\nslug:"), encoding="utf-8")

        assert 0 == _build(publishing)
        assert [] == [name for name, content in publishing.tree().items() if post.stem[11:].encode() in content]


def test_pelican_by_itself_builds_the_same_site(site: Site, tmp_path: Path) -> None:
    _build(site)
    command = [sys.executable, "-m", "pelican", "-s", str(site.settings), "-o", str(tmp_path / "by itself")]
    subprocess.run(command, cwd=site.folder, capture_output=True, check=True)

    assert site.tree() == tree(tmp_path / "by itself")


def test_without_a_cache_folder_nothing_is_built_and_it_is_said_why(site: Site) -> None:
    (site.folder / ".cache").write_text("no folder", encoding="utf-8")
    with pytest.raises(CommandError, match=r"CACHE_PATH is .*, which cannot be a folder") as caught:
        _build(site)

    assert Exit.ENVIRONMENT is caught.value.code
