"""The preview shows the newest site that could be built, and says why another could not."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from commands.exits import CommandError, Exit
from commands.preview import Preview, run
from commands.server import EVENTS, Server
from commands.terminal import Terminal
from commands.watch import Watch
from tests.commands.conftest import Site


@pytest.fixture
def server(site: Site) -> Iterator[Server]:
    with Server(site.output, 0) as started:
        yield started


@pytest.fixture
def preview(site: Site, server: Server) -> Preview:
    """Return the preview of a site that was built once."""
    made = Preview(site.places, server, Terminal())
    assert made.build()
    return made


def _read(server: Server, path: str = "/") -> str:
    with urlopen(server.address + path, timeout=60) as response:  # noqa: S310 - our own server
        return str(response.read(), "utf-8")


def _retitle(post: Path, title: str) -> None:
    text = post.read_text(encoding="utf-8")
    post.write_text(re.sub("^title: .*", f"title: {title}", text, flags=re.MULTILINE), encoding="utf-8")


def test_it_serves_the_site(preview: Preview, server: Server) -> None:
    assert isinstance(preview, Preview)
    assert "The Briefing" in _read(server)


def test_feeds_have_the_address_that_is_served(preview: Preview, server: Server) -> None:
    assert isinstance(preview, Preview)
    assert f"<link>{server.address}/</link>" in _read(server, "/feeds/all.rss.xml")


def test_a_changed_post_is_on_the_page(site: Site, preview: Preview, server: Server) -> None:
    post = site.post()
    _retitle(post, "A new headline")
    build = server.build

    assert preview.follow({post})
    assert "A new headline" in _read(server)
    assert build != server.build


def test_a_new_document_becomes_a_story(site: Site, preview: Preview, server: Server, project: Path) -> None:
    name = "culture/sample-bosun-the-ferry-cat.txt"
    new = site.documents / name
    new.parent.mkdir()
    new.write_bytes((project / "content" / "documents" / name).read_bytes())

    assert preview.follow({new})
    assert "Bosun" in _read(server)


def test_posts_that_the_build_wrote_do_not_make_it_build_again(site: Site, preview: Preview) -> None:
    assert not preview.follow(set(site.posts.rglob("*")) | set(site.output.rglob("*")))


def test_a_changed_setting_is_used(site: Site, preview: Preview, server: Server) -> None:
    site.set(SITENAME="Another name")

    assert preview.follow({site.settings})
    assert "Another name" in _read(server)


def test_a_document_that_cannot_be_read_stops_nothing(
    site: Site, preview: Preview, capsys: pytest.CaptureFixture[str]
) -> None:
    (site.documents / "nothing.txt").touch()

    assert preview.follow({site.documents / "nothing.txt"})
    assert "refused: nothing.txt: " in capsys.readouterr().out


def test_what_was_told_is_not_told_again(site: Site, preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    (site.documents / "nothing.txt").touch()
    preview.build()
    capsys.readouterr()
    preview.build()

    assert "nothing.txt" not in capsys.readouterr().out


@pytest.mark.parametrize("wrong", ["post", "setting", "settings file", "folder"])
def test_a_failed_build_is_explained_and_the_last_site_stays(
    site: Site, preview: Preview, server: Server, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    before, build = site.tree(), server.build
    changed = site.settings
    if wrong == "post":
        changed = site.post()
        changed.write_text(changed.read_text(encoding="utf-8").replace("\ndate: ", "\ndate: some "), encoding="utf-8")
    elif wrong == "setting":
        site.set(TIMEZONE="Mars")
    elif wrong == "settings file":
        site.settings.write_text("SITENAME = (", encoding="utf-8")
    else:
        site.set(PATH="nowhere")

    assert not preview.follow({changed})
    assert (before, build) == (site.tree(), server.build)
    told = capsys.readouterr().err
    assert changed.name in told
    assert told.endswith("The site is as it was before.\n")
    assert "Traceback" not in told


def test_what_was_mended_is_built(site: Site, preview: Preview) -> None:
    text = site.settings.read_text(encoding="utf-8")
    site.set(TIMEZONE="Mars")
    assert not preview.follow({site.settings})
    site.settings.write_text(text, encoding="utf-8")

    assert preview.follow({site.settings})


def test_even_a_fault_of_the_program_does_not_end_it(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("commands.builder.Builder.convert", fail)

    assert not preview.build()
    assert "A fault of this program: ZeroDivisionError: by nothing" in capsys.readouterr().err


def test_changed_code_of_a_plugin_needs_a_new_start(
    project: Path, preview: Preview, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not preview.follow({project / "plugins" / "briefing" / "story.py"})
    assert "story.py changed: end the preview and start it again" in capsys.readouterr().out


def test_rights_of_a_publishing_site_hold_here_too(site: Site, project: Path, server: Server) -> None:
    (site.folder / "publishconf.py").write_bytes((project / "publishconf.py").read_bytes())
    publishing = replace(site, name="publishconf.py")
    with pytest.raises(CommandError, match="RIGHTS is not set"):
        Preview(publishing.places, server, Terminal())
    publishing.set(RIGHTS="facts")

    assert Preview(publishing.places, server, Terminal()).build()


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_port_that_is_none_is_wrong_use(site: Site, port: int) -> None:
    with pytest.raises(CommandError) as caught:
        run(site.places, port, quiet=True)

    assert Exit.WRONG_USE is caught.value.code


def test_an_open_page_reloads_after_a_build(site: Site, preview: Preview, server: Server, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(server.address)
    _retitle(site.post(), "A new headline")
    with page.expect_navigation():
        preview.follow({site.post()})

    assert page.get_by_text("A new headline").count()
    page.close()


@pytest.fixture
def started(site: Site, project: Path) -> Iterator[subprocess.Popen[str]]:
    """Return a preview in a process of its own; what it says is shown where the test fails."""
    command = [sys.executable, "-m", "invoke", "preview", "--settings", str(site.settings), "--port", "0"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        overdue = threading.Timer(60, process.kill)
        overdue.start()
        yield process
        overdue.cancel()
        process.kill()
        assert process.stdout is not None
        sys.stdout.write(process.stdout.read())


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C cannot be sent to a process elsewhere")
def test_from_the_start_to_ctrl_c(site: Site, started: subprocess.Popen[str]) -> None:
    assert started.stdout is not None
    said: list[str] = []
    while not (found := re.search(r"at http://(\S+)/ - Ctrl-C", "".join(said))):
        said.append(started.stdout.readline())
        assert said[-1], said  # it has ended
    connection = http.client.HTTPConnection(found[1], timeout=60)
    connection.request("GET", EVENTS)
    events = connection.getresponse()
    assert events.readline().startswith(b"data: ")
    _retitle(site.post(), "A new headline")
    assert b"\n" == events.readline()
    assert any(line.startswith(b"data: ") for line in events)
    with urlopen(f"http://{found[1]}/", timeout=60) as response:
        assert b"A new headline" in response.read()
    started.send_signal(signal.SIGINT)
    said += started.stdout
    connection.close()

    assert (130, "The preview has ended.\n") == (started.wait(), said[-1]), said
    assert "Traceback" not in "".join(said)


def test_changes_while_it_builds_are_not_missed(site: Site, preview: Preview) -> None:
    with Watch(preview.sources) as watch:
        _retitle(site.post(), "First")
        preview.build()

        assert site.post() in watch.changes()


def test_the_page_that_is_looked_at_is_made_before_all_others(
    preview: Preview, server: Server, theme: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "archive/index.html"
    assert preview.build()
    _read(server, f"/{page}")
    theme.with_name("base.html").write_text(
        (project / "theme" / "templates" / "base.html")
        .read_text(encoding="utf-8")
        .replace("<body", "<!-- new --><body"),
        encoding="utf-8",
    )
    shown: list[tuple[bool, bool]] = []
    reload = server.reload

    def look() -> None:
        shown.append(("<!-- new -->" in _read(server, f"/{page}"), "<!-- new -->" in _read(server)))
        reload()

    monkeypatch.setattr(server, "reload", look)

    assert preview.follow({theme})
    assert [(True, False), (True, True)] == shown
