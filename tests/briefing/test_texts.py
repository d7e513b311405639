"""The texts of pages in the site's language: catalogs, and templates that have them put in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from briefing.templating import QuickEnvironment
from briefing.texts import OURS, CatalogError, Texts, check, problems
from briefing.translating import install
from commands.translate import texts_of

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"{}\\n"\n\n'
CONTENT_TYPE = "Content-Type: text/plain; charset=utf-8"


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "translations").mkdir()
    return tmp_path


def write(theme: Path, language: str, *texts: tuple[str, str]) -> Path:
    """Write a catalog of a theme; texts are a message and its translation, as PO files write them."""
    path = theme / "translations" / f"{language}.po"
    messages = (f"{message}\n{translation}\n\n" for message, translation in texts)
    path.write_text(HEADER.format(language, CONTENT_TYPE) + "".join(messages), encoding="utf-8")
    return path


def chosen(theme: Path, language: str, **settings: Any) -> Texts:
    return Texts.chosen({"THEME": str(theme), "DEFAULT_LANG": language, **settings})


def rendered(texts: Texts, template: str, environment: Environment | None = None, **values: Any) -> str:
    environment = environment or QuickEnvironment(autoescape=True)
    install(environment, texts)
    return environment.from_string(template).render(**values)


def test_a_text_stands_in_the_language_of_the_site(theme: Path) -> None:
    write(theme, "eo", ('msgid "Today"', 'msgstr "Hodiaŭ"'))

    texts = chosen(theme, "eo")

    assert ("eo", "Hodiaŭ", "Topics") == (texts.language, texts.of("Today"), texts.of("Topics"))


@pytest.mark.parametrize(
    ("language", "expected"), [("eo-XX", "two"), ("eo_XX", "two"), ("eo-YY", "one"), ("eo", "one")]
)
def test_a_regional_language_has_its_own_catalog_or_that_of_the_language(
    theme: Path, language: str, expected: str
) -> None:
    write(theme, "eo", ('msgid "Today"', 'msgstr "one"'))
    write(theme, "eo-XX", ('msgid "Today"', 'msgstr "two"'))

    assert expected == chosen(theme, language).of("Today")


@pytest.mark.parametrize(("language", "own"), [("en", "en"), ("en-GB", "en-GB"), ("xx", "en"), ("", "en")])
def test_without_a_catalog_texts_are_english_and_said_to_be_so(theme: Path, language: str, own: str) -> None:
    assert own == chosen(theme, language).language


def test_an_editor_can_word_english_texts_otherwise(theme: Path) -> None:
    write(theme, "en", ('msgid "Today"', 'msgstr "This morning"'))

    assert ("en", "This morning") == (chosen(theme, "en").language, chosen(theme, "en").of("Today"))


def test_what_another_theme_does_not_translate_is_ours(theme: Path) -> None:
    write(theme, "de", ('msgid "Today"', 'msgstr "Der Tag"'))

    texts = chosen(theme, "de")

    assert ("Der Tag", "Themen") == (texts.of("Today"), texts.of("Topics"))


def test_a_changed_catalog_is_another_though_the_compiled_one_is_kept(theme: Path, tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    write(theme, "eo", ('msgid "Today"', 'msgstr "one"'))
    first = chosen(theme, "eo", CACHE_PATH=cache)
    write(theme, "eo", ('msgid "Today"', 'msgstr "two"'))
    second = chosen(theme, "eo", CACHE_PATH=cache)

    assert ("one", "two") == (first.of("Today"), second.of("Today"))
    assert first.digest != second.digest
    assert 2 == len(list(Path(cache).glob("texts-*.mo")))


@pytest.mark.parametrize(
    ("message", "translation", "problem"),
    [
        ('msgid "Part %(number)s"', 'msgstr "Parto %(nombro)s"', "line 7: unknown named placeholder 'nombro'"),
        ('msgid "The <b>end</b>"', 'msgstr "La <i>fino</i>"', "line 7: 'La <i>fino</i>' has other elements"),
        ('msgid "The end"', 'msgstr "La \\"fino\\""', "has other elements, or quotation marks of HTML"),
        ("msgid Today", 'msgstr "x"', "line 7: expected msgid"),
        ('msgid "Today"', 'msgstr "x', "line 8: expected msgid"),
    ],
)
def test_what_is_wrong_in_a_catalog_is_told_with_its_line(
    theme: Path, message: str, translation: str, problem: str
) -> None:
    write(theme, "eo", (message, translation))

    found = problems({"THEME": str(theme), "DEFAULT_LANG": "eo"})

    assert 1 == len(found)
    assert found[0].startswith("translations/eo.po")
    assert problem in found[0]


def test_a_catalog_in_another_encoding_is_told(theme: Path) -> None:
    path = write(theme, "eo", ('msgid "Today"', 'msgstr "Hodiaŭ"'))
    path.write_bytes(path.read_text(encoding="utf-8").replace("ŭ", "é").encode("latin-1"))

    with pytest.raises(CatalogError, match="no catalog"):
        check(path)


def test_texts_are_put_in_when_a_template_is_compiled(theme: Path) -> None:
    write(
        theme,
        "eo",
        ('msgid "Today"', 'msgstr "Hodiaŭ"'),
        ('msgid "Part %(number)s of 100%%"', 'msgstr "100%% el %(number)s"'),
        ('msgid "%(num)s day"\nmsgid_plural "%(num)s days"', 'msgstr[0] "%(num)s tago"\nmsgstr[1] "%(num)s tagoj"'),
    )
    template = '{{ {"a": _("Today")}["a"] }}; {% trans number=n %}Part {{ number }} of 100%{% endtrans %}; '
    counted = '{{ ngettext("%(num)s day", "%(num)s days", 1) }}, {{ ngettext("%(num)s day", "%(num)s days", 2) }}'

    assert "Hodiaŭ; 100% el &lt;b&gt;; 1 tago, 2 tagoj" == rendered(chosen(theme, "eo"), template + counted, n="<b>")


def test_jinjas_own_environment_shows_the_same(theme: Path) -> None:
    template = '{{ _("Today") }} {% trans x=v %}<b>{{ x }}</b> & more{% endtrans %} {{ _(word) }}'
    values: dict[str, Any] = {"v": "<i>", "word": "Sea"}

    ours = rendered(chosen(theme, "en"), template, **values)

    assert "Today <b>&lt;i&gt;</b> & more Sea" == ours
    assert ours == rendered(chosen(theme, "en"), template, Environment(autoescape=True), **values)


def test_what_is_the_same_on_many_pages_is_rendered_once_for_each_key(theme: Path) -> None:
    environment = QuickEnvironment(autoescape=True)
    install(environment, chosen(theme, "en"))
    template = environment.from_string("{% once root %}<p>{{ root }} {{ counted.pop() }}</p>{% endonce %}")
    counted = [1, 2, 3]

    pages = [template.render(root=root, counted=counted) for root in ("a", "b", "a", "b")]

    assert ["<p>a 3</p>", "<p>b 2</p>", "<p>a 3</p>", "<p>b 2</p>"] == pages


# What is no text of the interface: names of forms, and of attributes that stand in a variable.
_NAMES = {"RSS", "Atom", "JSON", "UTC", "lang", "dir"}
_ATTRIBUTES = re.compile(
    r'\b(?:aria-label|title|alt|placeholder|data-(?:label|all|of|copy|cite|copied|refused))="([^"]*)"'
)
_SET_IN = re.compile(
    r"\{#.*?#\}|\{% block (?:kind|social_type) %\}.*?endblock %\}|\{% trans.*?endtrans %\}|\{%.*?%\}|\{\{.*?\}\}",
    re.DOTALL,
)


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_every_text_of_a_template_can_be_translated(path: Path) -> None:
    markup = _SET_IN.sub("", path.read_text(encoding="utf-8"))
    texts = [*re.split(r"<[^>]*>", re.sub(r"<!DOCTYPE[^>]*>", "", markup)), *_ATTRIBUTES.findall(markup)]
    left = {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", "", text))}

    assert set() == left - _NAMES


@pytest.mark.parametrize("path", sorted(OURS.glob("*.po")), ids=lambda path: path.stem)
def test_our_translations_are_whole(path: Path) -> None:
    catalog = check(path)
    translated = {message.id for message in catalog if message.id and all(_strings(message)) and not message.fuzzy}

    assert {message.id for message in texts_of(TEMPLATES) if message.id} == translated


def _strings(message: Any) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)
