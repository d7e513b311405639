"""A small site in a temporary folder, with the project's own settings, that a real Pelican builds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from briefing import post
from briefing.story import Story

ROOT = Path(__file__).parents[2]
SETTINGS = """import runpy
globals().update({{k: v for k, v in runpy.run_path({conf!r}).items() if k.isupper()}})
SETTINGS_FILE = __file__
THEME, PLUGIN_PATHS = {theme!r}, [{plugins!r}]
CONVERT = False
"""


class Project:
    """A folder with ``content/``, ``pelicanconf.py`` and, once built, ``output/``."""

    def __init__(self, folder: Path, theme: Path | str = ROOT / "theme") -> None:
        self.folder = folder
        self.output = folder / "output"
        settings = SETTINGS.format(conf=str(ROOT / "pelicanconf.py"), theme=str(theme), plugins=str(ROOT / "plugins"))
        self.write("pelicanconf.py", settings)
        (folder / "content/briefings").mkdir(parents=True)

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file below the project's folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def add(self, *stories: Story) -> None:
        """Write the posts of stories."""
        for story in stories:
            self.write(f"content/briefings/{story.date}-{story.slug}.md", post.write(story))

    def run(self, settings: str = "", *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Pelican, with more lines for its settings file."""
        path = self.folder / "pelicanconf.py"
        self.write("more.py", path.read_text(encoding="utf-8") + settings + "\n")
        command = [sys.executable, "-m", "pelican", "--settings", "more.py", "--log-handler", "plain", *arguments]
        environment = os.environ | {"PYTHONIOENCODING": "utf-8", "COLUMNS": "1000"}
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def build(self, settings: str = "") -> str:
        """Run Pelican and return what it said; it must have succeeded."""
        done = self.run(settings)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stderr + done.stdout

    def text(self, name: str) -> str:
        """Return a file of the site."""
        return (self.output / name).read_text(encoding="utf-8")

    def data(self, name: str) -> Any:
        """Return a JSON file of the site."""
        return json.loads(self.text(name))

    def tree(self) -> dict[str, bytes]:
        """Return all files of the site."""
        files = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in files}
