"""Cleaning deletes what builds made, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commands.clean import run
from commands.exits import CommandError, Exit
from commands.options import Places
from tests.commands.conftest import Site


def _make(folder: Path, *names: str, listed: str | None = None) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    text = listed if listed is not None else "".join(f"{name}\n" for name in names)
    (folder / ".briefing").write_text(text, encoding="utf-8")


def _left(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_all_that_a_build_made_goes(site: Site) -> None:
    _make(site.output, "index.html", "2026/06/index.html")
    (site.output / ".briefing.new" / "half").mkdir(parents=True)
    (site.folder / ".cache" / "index").mkdir(parents=True)

    assert 0 == run(site.places, quiet=True)
    assert {"content", "pelicanconf.py"} == {path.name for path in site.folder.iterdir()}


def test_what_else_is_there_stays(site: Site) -> None:
    _make(site.output, "index.html", "2026/06/index.html")
    (site.output / "2026" / "mine.txt").touch()
    (site.output / ".git").mkdir()
    run(site.places, quiet=True)

    assert {"2026", "2026/mine.txt", ".git"} == _left(site.output)


def test_a_folder_that_no_build_made_is_left_alone(site: Site) -> None:
    _make(site.output, "index.html")
    (site.output / ".briefing").unlink()
    run(site.places, quiet=True)

    assert {"index.html"} == _left(site.output)


def test_a_list_cannot_lead_elsewhere(site: Site) -> None:
    outside = site.folder / "outside.txt"
    outside.touch()
    _make(site.output, listed=f"../outside.txt\n{outside}\n\n.\nlink/outside.txt\n2026\n")
    (site.output / "2026").mkdir()
    (site.output / "link").symlink_to(site.folder)
    run(site.places, quiet=True)

    assert outside.exists()
    assert {"link", "2026"} == {path.name for path in site.output.iterdir()}


def test_content_is_never_touched(site: Site) -> None:
    before = _left(site.folder / "content")
    _make(site.output, "index.html")
    run(site.places, quiet=True)

    assert before == _left(site.folder / "content")


def test_another_output_can_be_named(site: Site, tmp_path: Path) -> None:
    _make(site.output, "index.html")
    _make(tmp_path / "other", "index.html")
    run(Places(output=str(tmp_path / "other"), settings=str(site.settings)), quiet=True)

    assert not (tmp_path / "other").exists()
    assert (site.output / "index.html").exists()


def test_it_says_what_it_did(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    _make(site.output, "index.html", "2026/06/index.html")
    run(site.places, quiet=False)

    assert f"{site.output}: 2 files deleted.\n{site.folder / '.cache'}: no caches.\n" == capsys.readouterr().out


def test_a_list_that_cannot_be_read_is_told(site: Site) -> None:
    site.output.mkdir()
    (site.output / ".briefing").write_bytes(b"\xff\xfe")

    with pytest.raises(CommandError, match="expected a list of files") as caught:
        run(site.places, quiet=True)

    assert Exit.FAILED is caught.value.code


def test_it_works_before_anything_is_installed(project: Path, site: Site) -> None:
    _make(site.output, "index.html")
    command = [sys.executable, "-S", str(project / "tasks.py"), "clean", "--settings", str(site.settings)]

    assert 0 == subprocess.run(command, capture_output=True, check=False).returncode
    assert not site.output.exists()
