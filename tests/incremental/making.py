"""A site of one's own that tests change and build, incrementally, clean, and by Pelican alone."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

from briefing import post
from briefing.files import made_path
from briefing.story import Story
from commands import settings as site_settings
from commands.builder import Builder
from commands.log import EditorLog, editor_log
from commands.options import Places
from commands.stages import Stages
from commands.terminal import Terminal
from incremental.index import IMAGES, opened

ROOT = Path(__file__).parents[2]
NOW = datetime.datetime(2026, 6, 10, 8, tzinfo=datetime.UTC)
_SETTINGS = """import runpy
globals().update({{k: v for k, v in runpy.run_path({conf!r}).items() if k.isupper()}})
SETTINGS_FILE = __file__
PLUGIN_PATHS = [{plugins!r}]
"""


class Workshop:
    """A folder with documents, posts, pages, a theme and settings of its own; ``output`` is built of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"
        self.posts = folder / "content" / "briefings"
        self.cache = folder / ".cache"
        self.settings = folder / "pelicanconf.py"
        for name in ("briefings", "documents", "pages", "images"):
            (folder / "content" / name).mkdir(parents=True)
        shutil.copytree(ROOT / "theme", folder / "theme")
        text = _SETTINGS.format(conf=str(ROOT / "pelicanconf.py"), plugins=str(ROOT / "plugins"))
        self.settings.write_text(text, encoding="utf-8")

    def write(self, name: str, text: str) -> Path:
        """Write a file below the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def change(self, name: str, old: str, new: str) -> None:
        """Put words in the place of others in a file."""
        path = self.folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    def set(self, **settings: object) -> None:
        """Add to the settings file."""
        with self.settings.open("a", encoding="utf-8") as file:
            file.writelines(f"{name} = {value!r}\n" for name, value in settings.items())

    def add(self, story: Story) -> Path:
        """Write the post of a story as convert does."""
        path = self.posts / f"{story.date}-{story.slug}.md"
        text = post.write(story)
        made_path(path).parent.mkdir(exist_ok=True)
        made_path(path).write_text(text, encoding="utf-8")
        path.write_text(text, encoding="utf-8")
        return path

    def build(self, *, full: bool = False, jobs: int = 1) -> Builder:
        """Build what changed; it must succeed."""
        return self._build(self._settings(), self.cache / "site.sqlite", full=full, jobs=jobs)

    def clean(self, *, jobs: int = 1) -> dict[str, bytes]:
        """Return the files of a site that is built of the same with nothing known from before."""
        output, index = self.folder / "clean", self.folder / "clean.sqlite"
        shutil.rmtree(output, ignore_errors=True)
        index.unlink(missing_ok=True)
        self._build(self._settings(OUTPUT_PATH=str(output)), index, jobs=jobs)
        return tree(output)

    def by_pelican(self) -> dict[str, bytes]:
        """Return the files of a site that Pelican builds of the same, whole."""
        output, index = self.folder / "whole", self.folder / "whole.sqlite"
        self._build(self._settings(OUTPUT_PATH=str(output), INCREMENTAL=False), index)
        return tree(output)

    def log(self, *, jobs: int = 1) -> tuple[EditorLog, str | None]:
        """Build what changed, and return the log of what an editor was told, and the summary."""
        with (
            editor_log(Terminal()) as log,
            opened(self.cache / "site.sqlite") as index,
            Builder(self._settings(), index, Terminal(), log, jobs) as builder,
        ):
            builder.convert(NOW)
            return log, builder.make()

    def _settings(self, **overrides: Any) -> dict[str, Any]:
        return site_settings.read(Places(settings=str(self.settings)), **overrides)

    @staticmethod
    def _build(settings: dict[str, Any], path: Path, *, full: bool = False, jobs: int = 1) -> Builder:
        with (
            editor_log(Terminal()) as log,
            opened(path) as index,
            Builder(settings, index, Terminal(quiet=True), log, jobs) as builder,
        ):
            builder.convert(NOW)
            stages = Stages(frozenset(), frozenset({IMAGES} if settings["STORY_IMAGES"] else ()))
            told = builder.make(full=full, keeps=stages.names)
            assert told is not None, "the site was not built: see what was told"
            stages.make(settings, index, Terminal(quiet=True), jobs)
            return builder


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
