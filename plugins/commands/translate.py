"""``translate``: bring the theme's catalogs of texts up to its templates, and tell a translator what is to be done."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from briefing.files import write_bytes
from briefing.texts import FOLDER, CatalogError, check
from commands.exits import CommandError, Exit

_OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false", "extensions": "briefing.translating.Once"}
_WIDTH = 120  # of a line
_ABOUT: dict[str, Any] = {
    "project": "Briefing", "version": "1", "fuzzy": False, "header_comment": "# The texts of the theme.",
    "msgid_bugs_address": "", "last_translator": "", "language_team": "",
}  # fmt: skip


def run(theme: Path, language: str | None) -> int:
    """Bring catalogs up to the templates, print what is left to be done, and return the exit code.

    Args:
        theme: the theme's folder.
        language: of the one that is meant, which is made if it is not there, as ``de`` or ``pt-BR``; None: all.

    Raises:
        CommandError: there is no such language, or a catalog cannot be read.
    """
    found = texts_of(theme / "templates")
    names = [language] if language else sorted(path.stem for path in (theme / FOLDER).glob("*.po"))
    for name in names:
        path = theme / FOLDER / f"{name}.po"
        catalog = _updated(path, found, _locale(name))
        write_bytes(path, written(catalog))
        missing = [message for message in catalog if message.id and not _is_translated(message)]
        unsure = [message for message in catalog if message.id and message.fuzzy]
        print(
            f"{FOLDER}/{path.name}: {len(catalog)} texts, {len(missing)} to translate, {len(unsure)} to look at again"
        )
    return Exit.DONE


def texts_of(templates: Path) -> Catalog:
    """Return the texts that the templates in a folder have."""
    catalog = Catalog(**_ABOUT)
    methods = [("**.html", "jinja2.ext:babel_extract")]
    for name, _line, text, comments, context in extract_from_dir(templates, methods, {"**.html": _OPTIONS}):
        catalog.add(text, locations=[(Path(name).as_posix(), 0)], auto_comments=comments, context=context)
    return catalog


def written(catalog: Catalog) -> bytes:
    """Return a catalog as a PO file: where a text stands is told by the template alone, since lines move."""
    content = io.BytesIO()
    write_po(content, catalog, width=_WIDTH, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    return content.getvalue()


def _updated(path: Path, found: Catalog, locale: Locale) -> Catalog:
    if path.is_file():
        try:
            check(path)
        except CatalogError as error:
            raise CommandError(str(error), Exit.FAILED) from error
        with path.open("rb") as file:
            catalog = read_po(file, locale)
    else:
        catalog = Catalog(locale, **_ABOUT)
    catalog.update(found, update_creation_date=False)
    return catalog


def _locale(name: str) -> Locale:
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError) as error:
        message = f"{name!r} is no language that is known; expected a tag such as 'de', 'pt-BR' or 'ar'."
        raise CommandError(message, Exit.WRONG_USE) from error


def _is_translated(message: Any) -> bool:
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)
