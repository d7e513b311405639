"""A small site in a temporary folder, with this project's theme and plugins."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from commands.options import Places

DOCUMENTS = ("health/sample-mayo-clinic-microsoft.txt", "sport/sample-island-cup-final.txt")
NOW = "2026-06-10T08:00:00+00:00"

_SETTINGS = """\
import runpy

globals().update({{name: value for name, value in runpy.run_path({settings!r}).items() if name.isupper()}})
SETTINGS_FILE = __file__
THEME = {theme!r}
PLUGIN_PATHS = [{plugins!r}]
NOW = {now!r}
"""


@dataclass(frozen=True, slots=True)
class Site:
    """Where everything of the site is."""

    folder: Path
    name: str = "pelicanconf.py"

    @property
    def documents(self) -> Path:
        return self.folder / "content" / "documents"

    @property
    def posts(self) -> Path:
        return self.folder / "content" / "briefings"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def settings(self) -> Path:
        return self.folder / self.name

    @property
    def places(self) -> Places:
        return Places(settings=str(self.settings))

    def set(self, **settings: object) -> None:
        """Add to the settings file."""
        with self.settings.open("a", encoding="utf-8") as file:
            file.writelines(f"{name} = {value!r}\n" for name, value in settings.items())

    def post(self) -> Path:
        """Return the first of the posts."""
        return min(self.posts.glob("*.md"))

    def tree(self) -> dict[str, bytes]:
        """Return all that is in the output folder."""
        return tree(self.output)


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path, project: Path) -> Site:
    """Return a site with two documents that nobody has converted."""
    made = Site(tmp_path / "site")
    for name in DOCUMENTS:
        path = made.documents / name
        path.parent.mkdir(parents=True)
        shutil.copyfile(project / "content" / "documents" / name, path)
    made.settings.write_text(
        _SETTINGS.format(
            settings=str(project / "pelicanconf.py"),
            theme=str(project / "theme"),
            plugins=str(project / "plugins"),
            now=NOW,
        ),
        encoding="utf-8",
    )
    return made


@pytest.fixture
def theme(site: Site, project: Path) -> Path:
    """Return a template of the theme that the test may change: those of the site stand before the theme's."""
    template = site.folder / "templates" / "archive.html"
    template.parent.mkdir()
    template.write_bytes((project / "theme" / "templates" / "archive.html").read_bytes())
    site.set(THEME_TEMPLATES_OVERRIDES=[str(template.parent)])
    return template
