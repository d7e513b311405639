"""``preview``: build, serve the site on this machine, and build it again whenever something changes."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Collection
from pathlib import Path
from typing import Any, NoReturn

from briefing.collecting import collecting_as_usual
from commands import settings as site
from commands.background import Background
from commands.builder import Builder, index_of
from commands.log import editor_log
from commands.options import Places
from commands.process import ended_by_request
from commands.server import Server, listen
from commands.stages import usual
from commands.task import tell_error
from commands.terminal import Terminal
from commands.watch import Sources, Watch
from incremental import scan
from incremental.build import First
from incremental.index import STAGES

_SHOWN = 3  # changed files that are named


def run(places: Places, port: int, *, quiet: bool) -> NoReturn:
    """Preview a site until Ctrl-C.

    Args:
        places: files and folders given by hand.
        port: the port to serve it on.
        quiet: tell of problems only.

    Raises:
        CommandError: something given by hand, or a setting, is wrong, or nothing can be served or watched.
        KeyboardInterrupt: the end.
    """
    terminal = Terminal(quiet=quiet)
    with listen(Path(site.read(places, PUBLISHING=False)["OUTPUT_PATH"]), port) as server:
        if port not in {0, server.server_port}:
            terminal.problem(f"Port {port} cannot be had; the site is at {server.address}/", "warning")
        preview = Preview(places, server, terminal)
        with collecting_as_usual(), ended_by_request(), contextlib.closing(preview), Watch(preview.sources) as watch:
            preview.build()
            terminal.say(f"Look at it at {server.address}/ - Ctrl-C ends.")
            try:
                while True:
                    watch.look_at(preview.sources)
                    preview.follow(watch.changes(until=preview.has_news))
            except KeyboardInterrupt:
                terminal.say("The preview has ended.")
                raise


class Preview:
    """A site that is built again and again; what it last was stays until a build succeeds."""

    def __init__(self, places: Places, server: Server, terminal: Terminal) -> None:
        """Read the settings for the first time.

        Raises:
            CommandError: something given by hand, or a setting, is wrong.
        """
        self._places = places
        self._server = server
        self._terminal = terminal
        self._told: set[str] = set()
        self._found: scan.Found | None = None  # what the last build was made from, if it succeeded
        self.sources = Sources(self._settings())
        self._stages = {name: Background(name, terminal) for name in STAGES}

    def has_news(self) -> bool:
        """Whether a stage made something that waits to be put in its place."""
        return any(stage.is_made for stage in self._stages.values())

    def close(self) -> None:
        """Leave nothing at work."""
        for stage in self._stages.values():
            stage.stop()

    def follow(self, paths: Collection[Path]) -> bool:
        """Build again if any of the changed files counts; return whether the site was built."""
        for stage in self._stages.values():
            if stage.is_made and not paths:
                stage.put_in_place()
        for path in self.sources.programs(paths):
            self._terminal.say(f"{path.name} changed: end the preview and start it again, and it works with it.")
        changed = self.sources.changed(paths)
        if not changed:
            return False
        more = f" and {len(changed) - _SHOWN} more" if len(changed) > _SHOWN else ""
        self._terminal.say(f"Changed: {', '.join(path.name for path in changed[:_SHOWN])}{more}")
        return self.build(changed)

    def build(self, changed: Collection[Path] = ()) -> bool:
        """Build the site, and let open pages show it; return whether that succeeded.

        Args:
            changed: all files that changed since the last build; none: that is not known.
        """
        self.close()
        try:
            built = self._build(changed)
        except Exception as error:  # noqa: BLE001 - whatever it is, the site of the last build is still there to look at
            tell_error(error)
            built = False
        if not built:
            self._terminal.problem("The site is as it was before.")
        return built

    def _build(self, changed: Collection[Path]) -> bool:
        begun = time.monotonic()
        posts = self._found is not None and bool(changed) and all(map(self.sources.is_post, changed))
        watched = self._found.with_posts(changed) if self._found and posts else None
        self._found = None  # until this build has succeeded
        settings = self._settings()
        with editor_log(self._terminal) as log, index_of(settings) as index:
            self.sources = Sources(settings)
            with Builder(settings, index, self._terminal, log) as builder:
                builder.convert(site.moment(None, settings), watched)
                told = builder.make(first=First(self._server.looked_at, self._server.reload), keeps=usual(settings))
                report = builder.report
        if builder.found:
            self.sources.read(builder.found.posts)
        self._tell(list(report.lines()))
        if told is None:
            return False
        self._found = builder.found
        self._server.folder = Path(settings["OUTPUT_PATH"])
        self._server.reload()
        for name in usual(settings):
            self._stages[name].begin(settings)
        self._terminal.say(f"{told}, in {time.monotonic() - begun:.1f} s")
        return True

    def _settings(self) -> dict[str, Any]:
        """Read the settings; the site's address is the one at which it really is, so that its feeds are valid."""
        return site.read_known(self._places, SITEURL=self._server.address, PUBLISHING=False)

    def _tell(self, lines: list[str]) -> None:
        """Tell of documents what was not told after the build before."""
        for line in lines:
            if line not in self._told:
                self._terminal.say(line)
        self._told = set(lines)
