"""The texts of the pages themselves in the site's language: gettext catalogs (PO files) of the theme.

They stand in the theme's folder ``translations``, named by the language: ``de.po``. The templates are in English, so
English needs none; with an ``en.po`` an editor words the English texts otherwise. Only what pages say themselves is
translated: what a saved page says, and what posts say, stands as it is.
"""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import files

if TYPE_CHECKING:  # it takes long to import
    from babel.messages.catalog import Catalog, Message

FOLDER = "translations"
"""Of a theme: where its catalogs stand, beside ``templates``."""

ENGLISH = "en"
"""The language that the templates are written in."""

OURS = Path(__file__).parents[2] / "theme" / FOLDER
"""Catalogs for the parts of stories in themes that have none of their own."""

# A line of a PO file (GNU gettext, "The Format of PO Files").
_LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*"|#.*')
_MARKUP = re.compile(r"<[^>]*>|[<>\"]")


class CatalogError(Exception):
    """A catalog cannot be used; ``problems`` name the file, the line and what was expected."""

    exitcode = 2  # Pelican's main program takes it

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts in one language. ``digest`` tells them from all others; it is empty for those of the templates."""

    language: str
    catalog: gettext.NullTranslations
    digest: str

    def of(self, text: str) -> str:
        """Return a text in this language; without a translation, as it is."""
        return self.catalog.gettext(text)

    @classmethod
    def chosen(cls, settings: Mapping[str, Any]) -> Texts:
        """Return the texts in ``DEFAULT_LANG``; where there is no catalog of that language, in English.

        :param settings: complete settings; a checked catalog is kept in their ``CACHE_PATH``
        :raises CatalogError: if the catalog cannot be used
        """
        found = list(catalogs(settings))
        if not found:
            language = _tag(settings) if _main(_tag(settings)) == ENGLISH else ENGLISH
            return cls(language, gettext.NullTranslations(), "")
        return _read(tuple(found), _tag(settings), str(settings.get("CACHE_PATH") or ""))


def catalogs(settings: Mapping[str, Any]) -> Iterator[Path]:
    """Yield the catalogs of ``DEFAULT_LANG``: the theme's, then ours where that is another theme's.

    For ``de-CH`` it is ``de-CH.po``, or else ``de.po``.
    """
    language = _tag(settings)
    for folder in folders(settings):
        for name in dict.fromkeys((language, _main(language))):
            if (folder / f"{name}.po").is_file():
                yield folder / f"{name}.po"
                break


def folders(settings: Mapping[str, Any]) -> list[Path]:
    """Return where catalogs are looked for."""
    of_theme = Path(str(settings.get("THEME") or "")).expanduser() / FOLDER
    return [of_theme] if of_theme.resolve() == OURS.resolve() else [of_theme, OURS]


def problems(settings: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with the catalogs of ``DEFAULT_LANG``, a line each."""
    try:
        Texts.chosen(settings)
    except CatalogError as error:
        return error.problems
    return []


def warning(settings: Mapping[str, Any]) -> str:
    """Return what an editor should know where there are no texts in ``DEFAULT_LANG``; empty where there are."""
    language = _tag(settings)
    if _main(Texts.chosen(settings).language) == _main(language):
        return ""
    begins = f"python3 tasks.py translate {language} begins them"
    return f"DEFAULT_LANG is {language!r}, and the theme has no texts in it: they are in English. {begins}."


def _tag(settings: Mapping[str, Any]) -> str:
    """Return ``DEFAULT_LANG`` as a language tag (RFC 5646): ``de-CH`` for ``de_CH``."""
    return str(settings.get("DEFAULT_LANG") or ENGLISH).replace("_", "-")


def _main(language: str) -> str:
    return language.partition("-")[0].lower()


def _read(paths: tuple[Path, ...], language: str, cache: str) -> Texts:
    digests = tuple(files.digest(path.read_bytes()) for path in paths)
    return _joined(paths, digests, language, cache)


@lru_cache(maxsize=4)
def _joined(paths: tuple[Path, ...], digests: tuple[str, ...], language: str, cache: str) -> Texts:
    """Return the texts of catalogs, of which each has what those before it lack."""
    first, *others = (_opened(path, digest, cache) for path, digest in zip(paths, digests, strict=True))
    for other in others:
        first.add_fallback(other)
    return Texts(language, first, files.digest("".join(digests).encode()))


def _opened(path: Path, digest: str, cache: str) -> gettext.GNUTranslations:
    kept = Path(cache, f"texts-{digest[:16]}.mo")
    if not cache:
        content = _compile(path)
    elif kept.is_file():
        content = kept.read_bytes()
    else:
        content = _compile(path)
        files.write_bytes(kept, content)
    return gettext.GNUTranslations(io.BytesIO(content))


def _compile(path: Path) -> bytes:
    """Return a catalog as gettext reads it (GNU gettext, "The Format of GNU MO Files").

    :raises CatalogError: as :func:`check`
    """
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - takes long to import

    compiled = io.BytesIO()
    write_mo(compiled, check(path))
    return compiled.getvalue()


def check(path: Path) -> Catalog:
    """Return a catalog with nothing wrong in it.

    :raises CatalogError: if a line is none of a catalog, or a translation has other values or markup than its text
    """
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - takes long to import

    name = f"{FOLDER}/{path.name}"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        wrong = [number for number, line in enumerate(lines, 1) if line.strip() and not _LINE.fullmatch(line.strip())]
        if wrong:  # Babel would read something else out of them
            form = 'msgid "TEXT", msgstr "TRANSLATION", "MORE" or a comment with #'
            raise CatalogError([f"{name}, line {n}: expected {form}, found {lines[n - 1].strip()!r}" for n in wrong])
        catalog = read_po(lines, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise CatalogError([f"{name}: this is no catalog (PO file) in UTF-8: {error}"]) from error
    found = [
        f"{name}, line {message.lineno}: {problem}"
        for message in catalog
        if message.id and message.string
        for problem in _differences(message, catalog)
    ]
    if found:
        raise CatalogError(found)
    return catalog


def _differences(message: Message, catalog: Catalog) -> Iterator[str]:
    """Yield what is other in a translation than in its text, but for the words."""
    yield from map(str, message.check(catalog))
    texts = [message.id] if isinstance(message.id, str) else list(message.id)
    translations = [message.string] if isinstance(message.string, str) else list(message.string or ())
    markup = [sorted(_MARKUP.findall(text)) for text in texts]
    for one in filter(None, translations):
        if sorted(_MARKUP.findall(one)) not in markup:
            yield f"{one!r} has other elements, or quotation marks of HTML, than {texts[0]!r}"
