"""Making a search index of the pages of a site, with Pagefind: a program that a package brings along."""

from __future__ import annotations

import contextlib
import importlib.metadata
import json
import os
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

from commands.exits import CommandError, Exit
from edition.output_check import files_below, is_same
from incremental.search_index import FOLDER, STAGING, SearchIndex, of_pages

# What our theme's story pages say beside the story: where its words were read from, what the page does not say, figures
# of leanings, and headings. It is left out here, not by attributes in pages, since readers would have to load these.
_LEFT_OUT = (
    ".evidence", ".missing", ".leaning", ".bytable", ".tools", ".source", ".from", ".ev", ".where", ".edited", ".note",
    "hgroup", ".glance h2", ".glance dt", ".figure", ".jump", ".group > h3",
)  # fmt: skip

# Pagefind's own search boxes, which the theme does not use.
_UNUSED = ("ui", "modular-ui", "component-ui", "highlight")

_PACKAGE = "pagefind-bin"


class Indexing:
    """One search index in the making, beside the site; it can be stopped from another thread."""

    def __init__(self, settings: dict[str, Any], name: str = "") -> None:
        """Take complete settings, and what tells its folder from those of others that make one at the same time."""
        self._folder = Path(settings["OUTPUT_PATH"])
        # All stories in one index, whatever their language: the page that searches has one.
        self._language = settings["DEFAULT_LANG"].replace("_", "-").partition("-")[0].lower()
        self.staging = self._folder / f"{STAGING}{name}"
        self.pages = 0  # that are in it
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._stopped = threading.Event()

    def of(self) -> str:
        """Return what tells the pages as they are, and this program, from all others."""
        maker = " ".join((importlib.metadata.version(_PACKAGE), self._language, *_LEFT_OUT))
        return of_pages(self._folder, maker)

    def run(self, known: SearchIndex) -> SearchIndex | None:
        """Make the index in :attr:`staging`, without the files that are in the site already.

        Args:
            known: the search index that is in the site.

        Returns:
            None where it was stopped.

        Raises:
            CommandError: Pagefind failed; the message has its words.
        """
        of = self.of()
        shutil.rmtree(self.staging, ignore_errors=True)
        self.staging.mkdir(parents=True)
        if not self._run_program():
            return None
        bundle = self.staging / FOLDER
        for name in _UNUSED:
            for file in bundle.glob(f"pagefind-{name}.*"):
                file.unlink()
        entry = json.loads((bundle / "pagefind-entry.json").read_bytes())
        self.pages = sum(language["page_count"] for language in entry["languages"].values())
        files = files_below(self.staging)
        for path in known.files & files:
            if self._stopped.is_set():
                return None
            if not path.endswith("entry.json") and is_same(self.staging / path, self._folder / path):
                (self.staging / path).unlink()
        return SearchIndex(of, files)

    def stop(self) -> None:
        """End it, if it is at work; nothing of it is left running."""
        with self._lock:
            self._stopped.set()
            if self._process is not None:
                self._process.kill()

    def clear(self) -> None:
        """Remove what it has made, as far as that is not in its place."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def _run_program(self) -> bool:
        """Run Pagefind to its end, and return whether it came to it."""
        command = [
            os.fspath(_program()), "--site", os.fspath(self._folder),
            "--output-path", os.fspath(self.staging / FOLDER), "--force-language", self._language,
            "--exclude-selectors", ", ".join(_LEFT_OUT), "--quiet",
        ]  # fmt: skip
        with self._lock:
            if self._stopped.is_set():
                return False
            # In a folder without its settings files, and without those in the environment: the same index for all.
            self._process = subprocess.Popen(
                command,
                cwd=self.staging,
                env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
                text=True,
                encoding="utf-8",
                errors="replace",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
        try:
            told, _ = self._process.communicate()
        except BaseException:  # Ctrl-C, above all
            self._process.kill()
            self._process.wait()
            raise
        if self._stopped.is_set():
            return False
        if self._process.returncode or not (self.staging / FOLDER / "pagefind-entry.json").is_file():
            message = f"The search index could not be made; the one before is still there.\n{told.strip()}"
            raise CommandError(message, Exit.FAILED)
        return True


def is_installed() -> bool:
    """Whether there is a Pagefind for this machine."""
    with contextlib.suppress(CommandError):
        return _program().is_file()
    return False


def _program() -> Path:
    """Return the program.

    Raises:
        CommandError: the package has none for this machine.
    """
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - not on every machine

        return Path(get_executable())
    except (ImportError, FileNotFoundError) as error:
        message = "A search index needs Pagefind, which has no program for this machine."
        raise CommandError(message, Exit.ENVIRONMENT) from error
