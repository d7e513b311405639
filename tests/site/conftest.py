"""Whole sites: documents in, built by this project's own build task with its settings, theme and plugins."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import pytest

NOW = "2026-06-05T06:30:00+00:00"
_SETTINGS = """import runpy
globals().update({{k: v for k, v in runpy.run_path({settings!r}).items() if k.isupper()}})
SETTINGS_FILE = __file__
THEME, PLUGIN_PATHS = {theme!r}, [{plugins!r}]
"""


@dataclass(frozen=True)
class Site:
    """A site's sources in ``folder``, and in ``output`` what is built of them."""

    folder: Path
    project: Path

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def posts(self) -> Path:
        return self.folder / "content" / "briefings"

    def prepare(self) -> Site:
        (self.folder / "content" / "documents").mkdir(parents=True)
        shutil.copytree(self.project / "content" / "pages", self.folder / "content" / "pages")
        settings, theme, plugins = (str(self.project / name) for name in ("pelicanconf.py", "theme", "plugins"))
        text = _SETTINGS.format(settings=settings, theme=theme, plugins=plugins)
        (self.folder / "pelicanconf.py").write_text(text, encoding="utf-8")
        return self

    def set(self, **settings: object) -> None:
        with (self.folder / "pelicanconf.py").open("a", encoding="utf-8") as file:
            file.write("".join(f"{name} = {value!r}\n" for name, value in settings.items()))

    def add(self, name: str, content: str | bytes) -> Path:
        """Add a document."""
        path = self.folder / "content" / "documents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def build(self, *options: str, expected: int = 0) -> str:
        """Run the build task in a process of its own, and return what it printed."""
        task = [sys.executable, "-m", "invoke", "--search-root", str(self.project), "build"]
        command = [*task, "--settings", str(self.folder / "pelicanconf.py"), "--now", NOW, *options]
        environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
        ran = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        told = ran.stdout + ran.stderr
        assert expected == ran.returncode, told
        return told

    def page(self, path: str) -> lxml.html.HtmlElement:
        return lxml.html.document_fromstring((self.output / path).read_bytes())

    def story(self, words: str) -> str:
        """Return the path of the one story page whose address has ``words``."""
        (page,) = self.output.glob(f"*/*/*/*{words}*/index.html")
        return page.relative_to(self.output).as_posix()

    def files(self) -> dict[str, bytes]:
        return {p.relative_to(self.output).as_posix(): p.read_bytes() for p in self.output.rglob("*") if p.is_file()}

    def pages(self) -> list[str]:
        return sorted(name for name in self.files() if name.endswith(".html"))


@pytest.fixture
def site(tmp_path: Path, project: Path) -> Site:
    """Return a site without documents."""
    return Site(tmp_path, project).prepare()


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Site:
    """Return the site of the sample documents, built; tests only read it."""
    documents = sorted((project / "content" / "documents").rglob("sample-*"))
    if not documents:
        pytest.skip("the samples were removed to make room for one's own documents")
    site = Site(tmp_path_factory.mktemp("samples"), project).prepare()
    for path in documents:
        site.add(path.relative_to(project / "content" / "documents").as_posix(), path.read_bytes())
    site.set(FEED_ALL_JSON="feeds/all.json")
    site.build("--strict")
    return site
