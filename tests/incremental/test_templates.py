"""Where compiled templates are kept."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

import pytest

from briefing.texts import Texts
from incremental import templates


def test_templates_that_another_version_of_this_program_compiled_are_deleted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for version in ("one", "two", "two"):
        monkeypatch.setattr(templates, "program", lambda version=version: version)
        templates.bytecode_in(tmp_path, Texts("en", NullTranslations(), ""))
        assert [f"templates-{version}"] == [path.name for path in tmp_path.iterdir()]
        (tmp_path / f"templates-{version}" / "compiled").touch()
    assert (tmp_path / "templates-two" / "compiled").exists()
