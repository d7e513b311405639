"""The preview's web server: a built site on 127.0.0.1, whose open pages reload after a build.

The script that reloads them is added to pages as they are sent, never to the files.
"""

from __future__ import annotations

import mimetypes
import os
import secrets
import socketserver
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import Self
from urllib.parse import quote, unquote, urlsplit

from commands.exits import CommandError, Exit

HOST = "127.0.0.1"
SCRIPT = "/.preview/reload.js"
EVENTS = "/.preview/events"
"""Addresses of the preview's own; a site has none below a name that begins with a dot."""

_POLL = 0.1  # seconds between looks at whether to end
_ALIVE = 15.0  # seconds between signs of life to an open page; without them nobody sees that it was closed

_NOT_FOUND = b"<!doctype html><html lang=en><title>404</title><body>There is no such page.</body></html>\n"

# What hosts and feed readers call these files. A system's own table of types is not asked first: on Windows programs
# write theirs into it.
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".rss.xml": "application/rss+xml; charset=utf-8",
    ".atom.xml": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}


class Server(ThreadingHTTPServer):
    """Serves one folder, and tells open pages when it was built anew."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on Windows it would share a port with another program

    def __init__(self, folder: Path, port: int) -> None:
        """Take a port; the folder need not be there yet.

        Args:
            folder: the site; can be changed.
            port: the port to listen on; 0: a free one.

        Raises:
            OSError: the port cannot be had.
        """
        self.folder = folder
        self.looked_at = "index.html"  # the page that was last sent, as a path below the folder
        self._start = secrets.token_hex(4)
        self._builds = 0
        self._news = threading.Condition()
        self._closing = False
        super().__init__((HOST, port), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, args=(_POLL,), name="server", daemon=True)

    def server_bind(self) -> None:
        """Take the port, without asking the network for this machine's name, which can last for seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    @property
    def address(self) -> str:
        """The site's address, without a slash at its end."""
        return f"http://{HOST}:{self.server_port}"

    @property
    def build(self) -> str:
        """What the newest build is known by."""
        return f"{self._start}-{self._builds}"

    def reload(self) -> None:
        """Tell open pages that there is a new build."""
        with self._news:
            self._builds += 1
            self._news.notify_all()

    def news(self, known: str) -> str | None:
        """Wait for a build other than a known one, but not long, and return the newest; None: the server ends."""
        with self._news:
            self._news.wait_for(lambda: self._closing or self.build != known, _ALIVE)
            return None if self._closing else self.build

    def __enter__(self) -> Self:
        """Serve, in a thread of its own."""
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop serving."""
        with self._news:
            self._closing = True
            self._news.notify_all()
        self.shutdown()
        self._thread.join()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep silent of browsers that leave before a page was sent."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def listen(folder: Path, port: int) -> Server:
    """Return a server on a port, or on a free one where that cannot be had.

    Raises:
        CommandError: the port is none, or there is none at all to be had.
    """
    try:
        return Server(folder, port)
    except OverflowError as error:
        message = f"--port {port}: a port is a number from 0 to 65535."
        raise CommandError(message, Exit.WRONG_USE) from error
    except OSError:
        pass
    try:
        return Server(folder, 0)
    except OSError as error:
        message = f"No port on {HOST} can be listened on: {error.strerror}."
        raise CommandError(message, Exit.ENVIRONMENT) from error


class _Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Send a file, a page of the preview's own, or the site's page for what is not there."""
        path = urlsplit(self.path).path
        if path == SCRIPT:
            self._send(HTTPStatus.OK, _TYPES[".js"], resources.files("commands").joinpath("reload.js").read_bytes())
        elif path == EVENTS:
            self._send_events()
        else:
            self._send_file(path)

    do_HEAD = do_GET  # noqa: N815 - the body is left out where it is written

    def _send_file(self, path: str) -> None:
        build = self.server.build  # before the file is read: at worst the page reloads once too often
        file = find(self.server.folder, path)
        if file is not None and file.is_dir():
            self._redirect(path)
            return
        body = _page(file, build)
        if file is not None and body is not None:
            if file.suffix == ".html":
                self.server.looked_at = file.relative_to(self.server.folder).as_posix()
            self._send(HTTPStatus.OK, media_type(file.name), body)
        else:
            body = _page(find(self.server.folder, "/404.html"), build) or with_script(_NOT_FOUND, build)
            self._send(HTTPStatus.NOT_FOUND, _TYPES[".html"], body)

    def _redirect(self, path: str) -> None:
        """Send to a folder's own address, with the slash; relative, so that it leads nowhere else."""
        name = path.rsplit("/", 1)[-1]
        query = urlsplit(self.path).query
        location = f"./{quote(unquote(name))}/" + (f"?{query}" if query else "")
        self._send(HTTPStatus.MOVED_PERMANENTLY, _TYPES[".txt"], b"", ("Location", location))

    def _send(self, status: HTTPStatus, kind: str, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_events(self) -> None:
        """Send the newest build's name now, and again whenever there is a new one (server-sent events, HTML 9.2)."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        known = ""
        while self.command != "HEAD" and (build := self.server.news(known)):
            self.wfile.write(b": still here\n\n" if build == known else f"data: {build}\n\n".encode())
            known = build

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in http.server
        """Say nothing: an editor looks at the site, not at its requests."""


def find(folder: Path, path: str) -> Path | None:
    """Return the file of a path of the site, its folder where the slash at the end is missing, None if there is none.

    Names that begin with a dot are never shown, as on a host; nothing outside the folder is.
    """
    names = unquote(path).split("/")[1:]
    if any(name.startswith(".") or set(name) & set("\\:\0") for name in names):
        return None
    target = folder.joinpath(*names) / ("index.html" if not names[-1:] or not names[-1] else "")
    try:
        real = target.resolve(strict=True)
    except (OSError, ValueError):
        return None
    return target if real.is_relative_to(folder.resolve()) else None


def _page(file: Path | None, build: str) -> bytes | None:
    """Return what is sent of a file; None if it is not there, or no longer."""
    try:
        content = file.read_bytes() if file else None
    except OSError:
        return None
    return with_script(content, build) if content is not None and file and file.suffix == ".html" else content


def media_type(name: str) -> str:
    """Return the media type of a file by its name; the longest ending that is known counts."""
    for at, sign in enumerate(name):
        if sign == "." and name[at:].lower() in _TYPES:
            return _TYPES[name[at:].lower()]
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def with_script(page: bytes, build: str) -> bytes:
    """Return a page with the script that reloads it once there is another build than this."""
    script = f'<script src="{SCRIPT}?{build}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script
