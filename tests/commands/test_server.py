"""The preview's server answers as a web host would, on this machine only."""

from __future__ import annotations

import http.client
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.exits import CommandError, Exit
from commands.server import EVENTS, SCRIPT, Server, find, listen, media_type, with_script

PAGE = b"<!doctype html><title>Page</title><body>Text</body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small site, with a file beside it that is nobody's business."""
    site = tmp_path / "site"
    (site / "2026" / "a b").mkdir(parents=True)
    for name in ("index.html", "404.html", "2026/index.html", "2026/a b/index.html"):
        (site / name).write_bytes(PAGE)
    (site / "feed.rss.xml").write_bytes(b"<rss/>")
    (site / ".briefing").write_bytes(b"index.html\n")
    (tmp_path / "private.txt").write_bytes(b"private")
    return site


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    with Server(folder, 0) as started:
        yield started


def _get(server: Server, path: str, method: str = "GET") -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    try:
        connection.request(method, path)
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize("path", ["/", "/index.html", "/2026/", "/2026/a%20b/", "/2026/?page=1", "/404.html"])
def test_pages_are_there_with_the_script_that_reloads_them(server: Server, path: str) -> None:
    status, headers, body = _get(server, path)

    assert (200, "text/html; charset=utf-8") == (status, headers["Content-Type"])
    assert with_script(PAGE, server.build) == body


def test_other_files_are_sent_as_they_are(server: Server) -> None:
    status, headers, body = _get(server, "/feed.rss.xml")

    assert (200, "application/rss+xml; charset=utf-8", b"<rss/>") == (status, headers["Content-Type"], body)


def test_files_on_the_disk_stay_as_they_were(server: Server, folder: Path) -> None:
    _get(server, "/")

    assert PAGE == (folder / "index.html").read_bytes()


@pytest.mark.parametrize("path", ["/nothing", "/nothing/", "/index.html/", "/2026/a%20b/nothing.css", "/%ff", "/a:b"])
def test_what_is_not_there_is_404_with_the_sites_page(server: Server, path: str) -> None:
    status, headers, body = _get(server, path)

    assert (404, "text/html; charset=utf-8") == (status, headers["Content-Type"])
    assert with_script(PAGE, server.build) == body


def test_a_site_without_a_404_page_has_one_that_reloads_too(server: Server, folder: Path) -> None:
    (folder / "404.html").unlink()
    status, _, body = _get(server, "/nothing")

    assert 404 == status
    assert f"{SCRIPT}?{server.build}".encode() in body


def test_before_the_first_build_everything_is_404(tmp_path: Path) -> None:
    with Server(tmp_path / "not yet", 0) as server:
        assert 404 == _get(server, "/")[0]


@pytest.mark.parametrize(("path", "location"), [("/2026", "./2026/"), ("/2026/a%20b?x=1", "./a%20b/?x=1")])
def test_a_folder_without_its_slash_is_sent_to_it(server: Server, path: str, location: str) -> None:
    status, headers, body = _get(server, path)

    assert (301, location, b"") == (status, headers["Location"], body)


@pytest.mark.parametrize(
    "path",
    [
        "/../private.txt",
        "/%2e%2e/private.txt",
        "/2026/..%2f../../private.txt",
        "/..%5cprivate.txt",
        "/.briefing",
        "/2026/../.briefing",
        "//../private.txt",
        "/%00",
        "/link/private.txt",
        "/C:/private.txt",
    ],
)
def test_nothing_outside_the_site_and_no_hidden_file_is_shown(server: Server, folder: Path, path: str) -> None:
    (folder / "link").symlink_to(folder.parent)
    status, _, body = _get(server, path)

    assert 404 == status
    assert b"private" not in body


@pytest.mark.parametrize("path", ["/", "/feed.rss.xml", "/nothing", "/2026", SCRIPT])
def test_head_is_get_without_the_body(server: Server, path: str) -> None:
    got, headers, _ = _get(server, path)
    status, head, body = _get(server, path, "HEAD")

    assert (got, b"") == (status, body)
    assert [headers[name] for name in ("Content-Type", "Content-Length")] == [
        head[name] for name in ("Content-Type", "Content-Length")
    ]


@pytest.mark.parametrize("path", ["/", "/feed.rss.xml", "/nothing", "/2026", SCRIPT])
def test_nothing_is_kept_by_the_browser(server: Server, path: str) -> None:
    assert "no-store" == _get(server, path)[1]["Cache-Control"]


def test_nothing_can_be_sent_to_it(server: Server) -> None:
    assert 501 == _get(server, "/", "POST")[0]


def test_it_keeps_no_log(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    _get(server, "/")
    _get(server, "/nothing")

    assert ("", "") == capfd.readouterr()


def test_a_browser_that_leaves_early_is_no_trouble(
    server: Server, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "large.txt").write_bytes(b"x" * 20_000_000)
    with socket.create_connection(("127.0.0.1", server.server_port)) as connection:
        connection.sendall(b"GET /large.txt HTTP/1.1\r\nHost: here\r\n\r\n")
        connection.recv(100)

    assert 200 == _get(server, "/")[0]
    assert ("", "") == capfd.readouterr()


def test_only_this_machine_is_served(server: Server) -> None:
    assert "127.0.0.1" == server.server_address[0]
    assert f"http://127.0.0.1:{server.server_port}" == server.address


def test_a_port_that_is_taken_is_replaced_by_a_free_one(server: Server, folder: Path) -> None:
    with listen(folder, server.server_port) as other:
        assert other.server_port != server.server_port
        assert 200 == _get(other, "/")[0]


def test_a_port_that_is_none_is_wrong_use(folder: Path) -> None:
    with pytest.raises(CommandError, match="70000") as caught:
        listen(folder, 70000)

    assert Exit.WRONG_USE is caught.value.code


def test_open_pages_are_told_of_every_build(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.request("GET", EVENTS)
    response = connection.getresponse()
    first = server.build

    assert "text/event-stream" == response.headers["Content-Type"]
    assert f"data: {first}\n".encode() == response.readline()
    assert b"\n" == response.readline()
    server.reload()
    assert first != server.build
    assert f"data: {server.build}\n".encode() == response.readline()
    connection.close()


def test_ending_ends_open_streams(folder: Path) -> None:
    with Server(folder, 0) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
        connection.request("GET", EVENTS)
        response = connection.getresponse()
        response.readline()

    assert b"\n" == response.read()
    connection.close()


def test_the_script_listens_to_the_servers_events(server: Server) -> None:
    status, headers, body = _get(server, f"{SCRIPT}?{server.build}")

    assert (200, "text/javascript; charset=utf-8") == (status, headers["Content-Type"])
    assert EVENTS.encode() in body


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<body>1</body></html>\n", b"<body>1SCRIPT</body></html>\n"),
        (b"<pre></body></pre></body>", b"<pre></body></pre>SCRIPT</body>"),
        (b"<p>No end", b"<p>No endSCRIPT"),
        (b"", b"SCRIPT"),
    ],
)
def test_the_script_stands_at_the_end_of_the_body(page: bytes, expected: bytes) -> None:
    script = b'<script src="/.preview/reload.js?7"></script>'

    assert expected.replace(b"SCRIPT", script) == with_script(page, "7")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("briefing.css", "text/css; charset=utf-8"),
        ("search.js", "text/javascript; charset=utf-8"),
        ("all.rss.xml", "application/rss+xml; charset=utf-8"),
        ("a.b.ATOM.XML", "application/atom+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("index.json", "application/json"),
        ("icon.svg", "image/svg+xml"),
        ("photo.jpeg", "image/jpeg"),
        ("unknown.thing", "application/octet-stream"),
        ("no-ending", "application/octet-stream"),
    ],
)
def test_media_types_are_those_that_browsers_and_feed_readers_want(name: str, expected: str) -> None:
    assert expected == media_type(name)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere such a name cannot be made")
def test_names_that_would_lead_elsewhere_on_another_system_are_not_found(folder: Path) -> None:
    (folder / "a\\b.html").write_bytes(PAGE)

    assert None is find(folder, "/a%5Cb.html")
