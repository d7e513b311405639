"""The search index is made beside builds, is one of the site's own files, and never says more than the pages."""

from __future__ import annotations

import gzip
import json
import os
import re
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from commands import settings as site_settings
from commands.background import Background
from commands.build import Request, run
from commands.clean import run as clean
from commands.exits import CommandError, Exit
from commands.stages import asked_for
from commands.terminal import Terminal
from edition import output
from incremental.search_index import SearchIndex
from tests.commands.conftest import Site

SEARCH = Request(quiet=True, stages="search")
PLAIN = Request(quiet=True)
WAIT = 60  # seconds at most


def _index(site: Site) -> dict[str, bytes]:
    return {name: content for name, content in site.tree().items() if name.startswith("pagefind/")}


def _listed(site: Site) -> set[str]:
    lines = (site.output / ".briefing").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line.startswith("pagefind/")}


def _texts(index: Mapping[str, bytes]) -> str:
    """Return what the index says of all pages."""
    fragments = (gzip.decompress(content) for name, content in index.items() if name.endswith(".pf_fragment"))
    return "\n".join(json.loads(content.removeprefix(b"pagefind_dcd"))["content"] for content in fragments)


def _retitle(site: Site, title: str) -> None:
    text = site.post().read_text(encoding="utf-8")
    site.post().write_text(re.sub("^title: .*", f"title: {title}", text, flags=re.MULTILINE), encoding="utf-8")


@pytest.fixture
def indexed(site: Site) -> Site:
    """Return a site that has a search index."""
    assert run(site.places, SEARCH) == 0
    return site


def test_the_published_stories_are_in_it_and_nothing_else(indexed: Site) -> None:
    texts = _texts(_index(indexed))
    assert 2 == sum(name.endswith(".pf_fragment") for name in _index(indexed))
    assert "Mayo Clinic" in texts
    assert "How facts are read" not in texts


def test_its_files_are_on_the_list_and_no_others_of_pagefinds(indexed: Site) -> None:
    assert set(_index(indexed)) == _listed(indexed)
    assert not any("-ui." in name for name in _listed(indexed))


def test_builds_leave_it_alone(indexed: Site) -> None:
    before = _index(indexed)
    _retitle(indexed, "Another headline")
    for _ in range(2):
        assert run(indexed.places, PLAIN) == 0
        assert before == _index(indexed)
        assert set(before) == _listed(indexed)


def test_it_is_made_again_only_where_a_page_changed(indexed: Site, capsys: pytest.CaptureFixture[str]) -> None:
    before = _index(indexed)
    assert run(indexed.places, Request(stages="search")) == 0
    assert "no page changed" in capsys.readouterr().out
    _retitle(indexed, "A quincunx of lighthouses")
    assert run(indexed.places, Request(stages="search")) == 0
    assert "Search: 2 pages indexed" in capsys.readouterr().out
    assert "quincunx" in _texts(_index(indexed))
    assert set(_index(indexed)) == _listed(indexed)
    assert before.keys() != _index(indexed).keys()


def test_it_is_made_again_where_a_file_of_it_is_missing(indexed: Site) -> None:
    (indexed.output / "pagefind" / "pagefind.js").unlink()
    assert run(indexed.places, SEARCH) == 0
    assert (indexed.output / "pagefind" / "pagefind.js").is_file()


def test_a_build_of_everything_removes_it_unless_it_makes_it_again(indexed: Site) -> None:
    assert run(indexed.places, Request(quiet=True, full=True)) == 0
    assert {} == _index(indexed)
    assert set() == _listed(indexed)
    assert run(indexed.places, Request(quiet=True, full=True, stages="search")) == 0
    assert set(_index(indexed)) == _listed(indexed) != set()


def test_it_goes_with_a_site_that_pelican_builds_whole(indexed: Site) -> None:
    indexed.set(INCREMENTAL=False)
    assert run(indexed.places, SEARCH) == 0
    assert set(_index(indexed)) == _listed(indexed) != set()
    assert run(indexed.places, PLAIN) == 0
    assert {} == _index(indexed)
    indexed.set(INCREMENTAL=True)
    assert run(indexed.places, SEARCH) == 0
    assert set(_index(indexed)) == _listed(indexed) != set()


def test_publishing_makes_it_without_being_asked(site: Site) -> None:
    site.set(PUBLISHING=True, SITEURL="https://briefing.example.org", RIGHTS="facts")
    assert run(site.places, PLAIN) == 0
    assert "pagefind/pagefind.js" in _index(site)


def test_what_rights_hold_back_is_not_in_it_even_where_it_was_before(indexed: Site) -> None:
    (page,) = indexed.output.glob("2*/*/*/*mayo*/index.html")
    document: Any = lxml.html.document_fromstring(page.read_bytes())
    (first, *_) = document.xpath("//section[contains(@class, 'summary')]//li[@id]")
    held_back = first.text_content().strip()[-40:]
    assert held_back in _texts(_index(indexed))
    indexed.set(RIGHTS="facts")
    assert run(indexed.places, SEARCH) == 0
    assert held_back not in _texts(_index(indexed))
    assert "Mayo Clinic" in _texts(_index(indexed))


def test_drafts_are_not_in_it(indexed: Site) -> None:
    text = indexed.post().read_text(encoding="utf-8")
    indexed.post().write_text(text.replace("\ndate:", "\nstatus: draft\ndate:", 1), encoding="utf-8")
    assert run(indexed.places, SEARCH) == 0
    assert 1 == sum(name.endswith(".pf_fragment") for name in _index(indexed))


def test_where_pagefind_fails_the_exit_tells_and_the_one_before_is_still_there(
    indexed: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _index(indexed)
    _retitle(indexed, "Another headline")
    monkeypatch.setattr("commands.indexing._LEFT_OUT", ("][",))
    monkeypatch.setattr("commands.indexing._program", lambda: Path("/bin/false"))
    with pytest.raises(CommandError) as caught:
        run(indexed.places, SEARCH)
    assert Exit.FAILED == caught.value.code
    assert before == _index(indexed)
    assert not list(indexed.output.glob(".briefing.search*"))


def test_killed_while_its_files_are_placed_it_leaves_the_one_before_whole(
    indexed: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _index(indexed)
    _retitle(indexed, "A quincunx of lighthouses")
    real = output.exchange
    calls: list[object] = []

    def killed(*arguments: Any) -> output.Changes:
        calls.append(arguments)
        if len(calls) > 1:
            raise KeyboardInterrupt
        return real(*arguments)

    assert run(indexed.places, PLAIN) == 0
    with monkeypatch.context() as patched:
        patched.setattr("edition.output.exchange", killed)
        with pytest.raises(KeyboardInterrupt):
            run(indexed.places, SEARCH)
    assert before.items() <= _index(indexed).items()
    _retitle(indexed, "Another headline")
    assert run(indexed.places, PLAIN) == 0
    assert before.items() <= _index(indexed).items()
    assert run(indexed.places, SEARCH) == 0
    assert set(_index(indexed)) == _listed(indexed)
    assert not before.keys() <= _index(indexed).keys()


def test_what_is_not_ours_is_never_written_over(site: Site) -> None:
    run(site.places, PLAIN)
    mine = site.output / "pagefind" / "pagefind.js"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(CommandError, match="was not made by this program"):
        run(site.places, SEARCH)
    assert "mine" == mine.read_text(encoding="utf-8")


def test_cleaning_deletes_it_and_what_was_begun(indexed: Site) -> None:
    (indexed.output / ".briefing.search.preview" / "pagefind").mkdir(parents=True)
    assert clean(indexed.places, quiet=True) == 0
    assert not indexed.output.exists()


def test_a_stage_that_does_not_exist_is_named_with_the_nearest() -> None:
    assert frozenset({"search"}) == asked_for(" search,")
    with pytest.raises(CommandError, match="Did you mean search"):
        asked_for("serch")


def _begun(site: Site, rest: float) -> Background:
    background = Background("search", Terminal(quiet=True), rest)
    background.begin(site_settings.read_known(site.places))
    return background


def _threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "search"]


def _wait() -> None:
    for thread in _threads():
        thread.join(WAIT)


def test_the_preview_makes_it_once_nothing_changes(site: Site) -> None:
    run(site.places, PLAIN)
    background = _begun(site, 0)
    _wait()
    assert background.is_made
    assert {} == _index(site)
    background.put_in_place()
    assert "Mayo Clinic" in _texts(_index(site))
    assert set(_index(site)) == _listed(site)
    again = _begun(site, 0)
    _wait()
    assert not again.is_made


def test_an_edit_stops_it_and_leaves_nothing_behind(site: Site) -> None:
    run(site.places, PLAIN)
    background = _begun(site, WAIT)
    (thread,) = _threads()
    background.stop()
    assert not thread.is_alive()
    assert not background.is_made
    assert not list(site.output.glob(".briefing.search*"))


@pytest.mark.skipif(os.name != "posix", reason="a program that waits is a shell's")
def test_a_stopped_program_is_ended(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    run(site.places, PLAIN)
    waits = site.folder / "waits"
    waits.write_text(f"#!/bin/sh\necho $$ > {site.folder}/begun\nexec sleep {WAIT}\n", encoding="utf-8")
    waits.chmod(0o755)
    os.mkfifo(site.folder / "begun")
    monkeypatch.setattr("commands.indexing._program", lambda: waits)
    background = _begun(site, 0)
    number = int((site.folder / "begun").read_text(encoding="utf-8"))  # waits for it
    background.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_one_of_other_pages_or_without_a_file_is_not_current(tmp_path: Path) -> None:
    (tmp_path / "there").touch()
    assert SearchIndex("a", frozenset({"there"})).is_current("a", tmp_path)
    assert not SearchIndex("a", frozenset({"there"})).is_current("b", tmp_path)
    assert not SearchIndex("a", frozenset({"there", "gone"})).is_current("a", tmp_path)
    assert not SearchIndex("", frozenset({"there"})).is_current("", tmp_path)
