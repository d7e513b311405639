"""A theme's templates: which of them each kind of owner is made from, and what they ask for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from briefing.presenting import TEMPLATES, Presenter
from briefing.texts import catalogs
from incremental import limits
from incremental.owners import FEED, PELICAN, SITEMAP, STORY
from incremental.templates import Parts, Templates


class Theme:
    """The templates of a site, looked into."""

    def __init__(self, settings: Mapping[str, Any], files: Iterable[str]) -> None:
        """Take complete settings, and the files of all templates."""
        self._settings = settings
        self._files = sorted(files)
        self._templates = Templates(settings)

    @cached_property
    def _of_pages(self) -> Parts:
        return Parts(self._templates.environment)

    def limits(self) -> list[str]:
        """Return why only a whole build will do, a clause each."""
        return list(limits.of_theme(self._templates, self._of_pages))

    def parts(self) -> dict[str, list[str]]:
        """Return the files that each kind of owner is made from: all, where a template is named by a variable."""
        found: dict[str, list[str]] = {PELICAN: self._files}  # pages can name a template of their own
        for name in limits.PAGE_TEMPLATES:
            file = self._templates.file_of(name)
            look = self._of_pages.of(file) if file else None
            found[name] = sorted(look.files) if look else self._files if file else []
        found[SITEMAP] = [name for name in limits.PAGE_TEMPLATES if found[name]]  # of others there are no pages
        of_stories = Parts(Presenter(self._settings).templates)
        looks = [of_stories.of(name) for name in TEMPLATES]
        found[FEED] = sorted({file for look in looks for file in (look.files if look else self._files)})
        found[STORY] = sorted({*found.pop("article"), *found[FEED]})
        texts = sorted(map(os.fspath, catalogs(self._settings)))
        return {kind: [*made_from, *texts] if made_from else [] for kind, made_from in found.items()}
