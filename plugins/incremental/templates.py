"""The theme's templates, found and set up as Pelican does for its generators, and what each of them is made from."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    Template,
    TemplateNotFound,
    meta,
)

from briefing.templating import QuickEnvironment
from briefing.texts import Texts
from briefing.translating import install
from edition.filters import filters
from incremental.scan import program


class Templates:
    """The templates of page files; :mod:`briefing.presenting` has those of stories' parts."""

    def __init__(self, settings: Mapping[str, Any], bytecode: BytecodeCache | None = None) -> None:
        """Take complete settings, and where compiled templates are kept."""
        self._endings = settings["TEMPLATE_EXTENSIONS"]
        theme = FileSystemLoader(theme_folder(settings))
        simple = FileSystemLoader(_simple_folder())
        own = FileSystemLoader([*settings["THEME_TEMPLATES_OVERRIDES"], theme_folder(settings)])
        self.environment = QuickEnvironment(
            loader=ChoiceLoader([own, simple, PrefixLoader({"!simple": simple, "!theme": theme})]),
            bytecode_cache=bytecode,
            auto_reload=False,  # they are made anew when a template changes
            **settings["JINJA_ENVIRONMENT"],
        )
        install(self.environment, Texts.chosen(settings))
        self.environment.filters |= {"strftime": _strftime} | settings["JINJA_FILTERS"]
        self.environment.globals |= settings["JINJA_GLOBALS"]
        self.environment.tests["plugin_enabled"] = partial(_plugin_enabled, plugin_list=settings["PLUGINS"])  # type: ignore[assignment]
        self.environment.tests |= settings["JINJA_TESTS"]
        self.environment.filters |= filters(settings)

    def get(self, name: str) -> Template | None:
        """Return a template by its name without ending; None if the theme has none."""
        for ending in self._endings:
            try:
                return self.environment.get_template(name + ending)
            except TemplateNotFound as error:
                if error.name != name + ending:
                    raise
        return None

    def file_of(self, name: str) -> str | None:
        """Return the name of a template with its ending; None if the theme has none."""
        template = self.get(name)
        return template.name if template else None


class Parts:
    """Tells what templates of an environment are made from; each is looked at once."""

    def __init__(self, environment: Environment) -> None:
        """Take the environment, which must have a loader."""
        self._environment = environment
        self._known: dict[str, _Look | None] = {}

    def of(self, name: str) -> Look | None:
        """Return what a template is made from, with all that it includes, imports or extends.

        :returns: None where one of these is named by a variable, so that it could be any template
        """
        files: set[str] = set()
        variables: set[str] = set()
        seen, waiting = set[str](), [name]
        while waiting:
            one = waiting.pop()
            found = self._look(one) if one not in seen else None
            seen.add(one)
            if found is None:
                continue
            files.add(found.file)
            variables |= found.variables
            for other in found.others:
                if other is None:
                    return None
                waiting.append(other)
        return Look(frozenset(files), frozenset(variables))

    def _look(self, name: str) -> _Look | None:
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> _Look | None:
        assert self._environment.loader is not None  # noqa: S101
        try:
            source, file, _ = self._environment.loader.get_source(self._environment, name)
        except TemplateNotFound:  # told where it is rendered, if it ever is
            return None
        tree = self._environment.parse(source)
        return _Look(str(file), meta.find_undeclared_variables(tree), list(meta.find_referenced_templates(tree)))


@dataclass(frozen=True, slots=True)
class Look:
    """The files that a template is made from, and the variables that it takes from what it is given."""

    files: frozenset[str]
    variables: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Look:
    """What one template's own text tells."""

    file: str
    variables: set[str]
    others: list[str | None]


def theme_folder(settings: Mapping[str, Any]) -> Path:
    """Return the folder of the theme's templates."""
    return Path(settings["THEME"]).expanduser() / "templates"


def bytecode_in(cache: Path, texts: Texts) -> BytecodeCache:
    """Return where compiled templates are kept: they are known by the text that they were compiled from.

    What a filter is goes into them too, and so do texts: those of another version of this program, or of others than
    these texts, are deleted.
    """
    folder = cache / f"templates-{program()[:16]}{texts.digest[:16]}"
    if not folder.is_dir():
        for other in cache.glob("templates-*"):
            if other != folder:
                shutil.rmtree(other, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(os.fspath(folder))


def _simple_folder() -> Path:
    """Return the templates of the theme that Pelican falls back on, without importing Pelican."""
    found = importlib.util.find_spec("pelican")
    assert found is not None  # noqa: S101 - it is among the pins
    assert found.origin is not None  # noqa: S101
    return Path(found.origin).parent / "themes" / "simple" / "templates"


def _strftime(*arguments: Any) -> str:
    from pelican.utils import DateFormatter  # noqa: PLC0415 - takes long to import, and few themes use it

    return str(DateFormatter()(*arguments))


def _plugin_enabled(name: str, plugin_list: list[str]) -> bool:
    """Whether a plugin is switched on, as Pelican's test of this name has it."""
    from pelican.plugins._utils import plugin_enabled  # noqa: PLC0415 - as above

    return bool(plugin_enabled(name, plugin_list))
