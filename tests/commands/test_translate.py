"""``translate`` brings the theme's catalogs up to its templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.exits import CommandError, Exit
from commands.translate import run


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "templates" / "parts").mkdir(parents=True)
    (tmp_path / "templates" / "front.html").write_text(
        '{{ _("Today") }} {% trans n=1 %}{{ n }} day{% pluralize %}{{ n }} days{% endtrans %}', encoding="utf-8"
    )
    (tmp_path / "templates" / "parts" / "foot.html").write_text(
        '{% once root %}{% trans %}\n  All  \n days{% endtrans %}{% endonce %} {{ "no text" }}', encoding="utf-8"
    )
    (tmp_path / "translations").mkdir()
    return tmp_path


def catalog(theme: Path, language: str) -> Path:
    return theme / "translations" / f"{language}.po"


def test_a_translation_is_begun_with_all_texts(theme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert Exit.DONE == run(theme, "pt-BR")

    text = catalog(theme, "pt-BR").read_text(encoding="utf-8")
    assert ["Today", "%(n)s day", "All days"] == [
        line.split('"')[1] for line in text.splitlines() if line.startswith("msgid ") and line != 'msgid ""'
    ]
    assert "#: parts/foot.html" in text
    assert "translations/pt-BR.po: 3 texts, 3 to translate, 0 to look at again" == capsys.readouterr().out.strip()


def test_what_is_translated_stays_and_what_templates_no_longer_have_goes(
    theme: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(theme, "eo")
    path = catalog(theme, "eo")
    text = path.read_text(encoding="utf-8").replace('msgid "Today"\nmsgstr ""', 'msgid "Today"\nmsgstr "Hodiaŭ"')
    path.write_text(text, encoding="utf-8")
    (theme / "templates" / "parts" / "foot.html").write_text('{{ _("Something else entirely") }}', encoding="utf-8")
    capsys.readouterr()

    assert Exit.DONE == run(theme, None)

    text = path.read_text(encoding="utf-8")
    assert ("Hodiaŭ" in text, "All days" in text, "Something else entirely" in text) == (True, False, True)
    assert "translations/eo.po: 3 texts, 2 to translate, 0 to look at again" == capsys.readouterr().out.strip()


def test_where_nothing_changed_the_catalog_stays_as_it_is(theme: Path) -> None:
    run(theme, "eo")
    before = catalog(theme, "eo").read_bytes()

    run(theme, None)

    assert before == catalog(theme, "eo").read_bytes()


def test_a_language_that_is_none_is_told(theme: Path) -> None:
    with pytest.raises(CommandError, match="'klingonish' is no language that is known"):
        run(theme, "klingonish")


def test_a_damaged_catalog_is_left_alone(theme: Path) -> None:
    catalog(theme, "eo").write_text("msgid Today\n", encoding="utf-8")

    with pytest.raises(CommandError, match=r"translations/eo\.po, line 1"):
        run(theme, "eo")

    assert "msgid Today\n" == catalog(theme, "eo").read_text(encoding="utf-8")
