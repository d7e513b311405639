"""The preview sees what an editor changes, and not what the build itself writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from watchfiles import Change

from briefing.stamps import Stamp, find_posts
from commands import settings
from commands.watch import Sources, Watch, _lasting
from tests.commands.conftest import Site


@pytest.fixture
def sources(site: Site) -> Sources:
    for folder in (site.posts, site.output, site.folder / "theme" / "templates", site.folder / "plugins" / "mine"):
        folder.mkdir(parents=True)
    site.set(THEME="theme", PLUGIN_PATHS=["plugins"], PLUGINS=[])
    return Sources(settings.read(site.places))


@pytest.mark.parametrize(
    "name",
    [
        "content/documents/health/new.txt",
        "content/documents/health/new.txt.toml",
        "content/briefings/2026-06-02-a-story.md",
        "content/pages/about.md",
        "content/editions/2026-06-02.md",
        "content/outlets.toml",
        "content/images/photo.jpg",
        "theme/templates/base.html",
        "theme/static/css/briefing.css",
        "pelicanconf.py",
    ],
)
def test_what_a_site_is_made_from_counts(site: Site, sources: Sources, name: str) -> None:
    path = site.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("text", encoding="utf-8")

    assert [path] == sources.changed([path])


@pytest.mark.parametrize(
    "name",
    [
        "output/index.html",
        "output/.briefing.new/index.html",
        ".cache/index.sqlite",
        "content/briefings/.made/2026-06-02-a-story.txt",
        "content/briefings/.2026-06-02-a-story.md.1f3a.new",
        "content/documents/.DS_Store",
        "content/documents/~$letter.txt",
        "content/documents/health/.new.txt.swp",
        "content/documents/health/new.txt~",
        "content/documents/health/4913",
        "content/documents/health/#new.txt#",
        "theme/__pycache__/base.pyc",
        "README.md",
        "plugins/mine/code.py",
    ],
)
def test_what_it_is_not_made_from_does_not(site: Site, sources: Sources, name: str) -> None:
    assert [] == sources.changed([site.folder / name])


def _posts(site: Site) -> dict[str, Stamp]:
    return find_posts(site.posts).stamps


def test_a_hidden_folder_above_the_site_hides_nothing(site: Site) -> None:
    hidden = Site(site.folder.rename(site.folder.with_name(".hidden")))
    sources = Sources(settings.read(hidden.places))
    path = hidden.documents / "new.txt"

    assert [path] == sources.changed([path])


def test_posts_as_convert_left_them_are_no_change(site: Site, sources: Sources) -> None:
    post = site.posts / "post.md"
    post.write_text("by convert", encoding="utf-8")
    sources.read(_posts(site))

    assert [] == sources.changed([post])


def test_neither_is_their_folder_that_convert_made(site: Site, sources: Sources) -> None:
    (site.posts / "post.md").write_text("by convert", encoding="utf-8")
    sources.read(_posts(site))

    assert [] == sources.changed([site.posts])


def test_posts_that_came_with_their_folder_are_one(site: Site, sources: Sources) -> None:
    sources.read(_posts(site))
    (site.posts / "post.md").write_text("by an editor", encoding="utf-8")

    assert [site.posts] == sources.changed([site.posts])


def test_a_post_that_an_editor_writes_afterwards_is_one(site: Site, sources: Sources) -> None:
    post = site.posts / "post.md"
    post.write_text("by convert", encoding="utf-8")
    sources.read(_posts(site))
    post.write_text("by an editor", encoding="utf-8")

    assert [post] == sources.changed([post])


def test_a_post_that_is_just_being_saved_is_waited_for(site: Site, sources: Sources) -> None:
    post = site.posts / "post.md"
    post.touch()

    assert [] == sources.changed([post])
    post.write_text("by an editor", encoding="utf-8")
    assert [post] == sources.changed([post])


def test_a_post_that_is_deleted_is_a_change(site: Site, sources: Sources) -> None:
    post = site.posts / "post.md"
    post.touch()
    sources.read(_posts(site))
    post.unlink()

    assert [post] == sources.changed([post])


def test_the_plugins_code_is_told_apart(site: Site, sources: Sources) -> None:
    code, cache = site.folder / "plugins" / "mine" / "code.py", site.folder / "plugins" / "__pycache__" / "code.pyc"

    assert [code] == sources.programs([code, cache, site.settings])


def test_folders_are_watched_once_each(site: Site, sources: Sources) -> None:
    assert (site.folder / "content", site.folder / "plugins", site.folder / "theme") == sources.folders()


def test_files_that_came_and_went_are_left_out(tmp_path: Path) -> None:
    lasting, passing, deleted = tmp_path / "lasting", tmp_path / "passing", tmp_path / "deleted"
    lasting.touch()
    changes = {
        (Change.added, str(lasting)),
        (Change.added, str(passing)),
        (Change.deleted, str(passing)),
        (Change.deleted, str(deleted)),
    }

    assert {lasting, deleted} == _lasting(changes)


def test_a_changed_file_is_reported(site: Site, sources: Sources) -> None:
    new = site.documents / "new.txt"
    with Watch(sources) as watch:
        new.write_text("text", encoding="utf-8")
        seen = watch.changes()

    assert new in seen


def test_a_changed_settings_file_is_reported_though_its_folder_is_not_watched(site: Site, sources: Sources) -> None:
    with Watch(sources) as watch:
        site.set(SITENAME="Another name")

        assert {site.settings} == watch.changes()


def test_folders_that_come_to_be_sources_are_watched_from_then_on(site: Site, sources: Sources, tmp_path: Path) -> None:
    new = tmp_path / "elsewhere" / "new.txt"
    new.parent.mkdir()
    with Watch(sources) as watch:
        site.set(DOCUMENTS_PATH=str(new.parent))
        watch.changes()
        watch.look_at(Sources(settings.read(site.places)))
        new.touch()

        assert new in watch.changes()
