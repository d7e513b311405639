"""A built site, served on this machine while it is checked."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NOWHERE = "/nothing.html"


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path, with a policy."""

    def __init__(self, *arguments: Any, below: str, policy: str, **named: Any) -> None:
        self._below = below
        self._policy = policy
        super().__init__(*arguments, **named)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self._below)
        return super().translate_path(path.removeprefix(self._below.rstrip("/")) if inside else NOWHERE)

    def do_GET(self) -> None:
        """Send the file in any case: times in headers are whole seconds, in which a site may have been built again."""
        del self.headers["If-Modified-Since"]
        super().do_GET()

    def end_headers(self) -> None:
        if self._policy:
            self.send_header("Content-Security-Policy", self._policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Tell nothing."""


@contextlib.contextmanager
def serving(folder: Path, below: str = "/", policy: str = "") -> Iterator[str]:
    """Serve a folder, and give its address, which ends in ``/``.

    :param below: the path below which the folder stands, with ``/`` at both ends; there is nothing beside it
    :param policy: the ``Content-Security-Policy`` that is sent with each answer; empty: none
    """
    handler = functools.partial(_Handler, directory=str(folder), below=below, policy=policy)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{below}"
        finally:
            server.shutdown()
