"""Social images are made beside builds, only where they show something else, and no page points to a missing one."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from commands import settings as site_settings
from commands.background import Background
from commands.build import Request, run
from commands.clean import run as clean
from commands.exits import CommandError, Exit
from commands.stages import usual
from commands.terminal import Terminal
from edition import output
from edition.images import drawing
from tests.check import links
from tests.commands.conftest import Site, tree

IMAGES = Request(quiet=True, stages="images")
PLAIN = Request(quiet=True)
ADDRESS = "https://briefing.example.org"
WAIT = 60  # seconds at most


def _images(site: Site) -> dict[str, bytes]:
    return {name: content for name, content in site.tree().items() if name.endswith("/social.png") and name[0] == "2"}


def _listed(site: Site) -> set[str]:
    lines = (site.output / ".briefing").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line.endswith("/social.png") and line[0] == "2"}


def _change(site: Site, pattern: str, text: str) -> None:
    post = site.post().read_text(encoding="utf-8")
    site.post().write_text(re.sub(pattern, text, post, count=1, flags=re.MULTILINE), encoding="utf-8")


def _retitle(site: Site, title: str) -> None:
    _change(site, "^title: .*", f"title: {title}")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the headlines of the images that are drawn from now on."""
    real, headlines = drawing.draw, list[str]()

    def draw(look: Any, picture: Any) -> bytes:
        headlines.append(picture.headline)
        return real(look, picture)

    monkeypatch.setattr("edition.images.drawing.draw", draw)
    return headlines


@pytest.fixture
def pictured(site: Site) -> Site:
    """Return a site whose stories have images."""
    site.set(STORY_IMAGES=True)
    assert run(site.places, IMAGES) == 0
    return site


def test_each_story_has_one_which_is_on_the_list(pictured: Site) -> None:
    assert 2 == len(_images(pictured))
    assert set(_images(pictured)) == _listed(pictured)


def test_only_those_that_show_something_else_are_made_again(
    pictured: Site, drawn: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(pictured.places, Request(stages="images"))
    assert "Images: 0 made, 2 unchanged" in capsys.readouterr().out
    _change(pictured, "\\Z", "\nA word of the editor.\n")
    run(pictured.places, Request(stages="images"))
    assert "Images: 0 made, 2 unchanged" in capsys.readouterr().out
    before = _images(pictured)
    _retitle(pictured, "A quincunx of lighthouses")
    run(pictured.places, Request(stages="images"))
    assert "Images: 1 made, 1 unchanged" in capsys.readouterr().out
    assert ["A quincunx of lighthouses"] == drawn
    assert 1 == len(before.items() & _images(pictured).items())


def test_those_of_stories_that_are_gone_go_from_the_site_and_the_cache(
    pictured: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    _change(pictured, "^date:", "status: draft\ndate:")
    run(pictured.places, Request(stages="images"))
    assert "Images: 0 made, 1 unchanged, 1 removed" in capsys.readouterr().out
    assert 1 == len(_images(pictured))
    assert set(_images(pictured)) == _listed(pictured)
    assert 1 == len(list((pictured.folder / ".cache" / "images").rglob("*.png")))


def test_builds_leave_them_alone(pictured: Site) -> None:
    before = _images(pictured)
    _retitle(pictured, "Another headline")
    for _ in range(2):
        assert run(pictured.places, PLAIN) == 0
        assert before == _images(pictured)
        assert set(before) == _listed(pictured)


def test_what_is_in_the_cache_is_not_drawn_again(pictured: Site, drawn: list[str]) -> None:
    before = _images(pictured)
    shutil.rmtree(pictured.output)
    assert run(pictured.places, IMAGES) == 0
    assert before == _images(pictured)
    assert [] == drawn


def test_one_that_is_missing_is_put_in_its_place_again(pictured: Site) -> None:
    before = _images(pictured)
    (pictured.output / min(before)).unlink()
    assert run(pictured.places, IMAGES) == 0
    assert before == _images(pictured)


def test_an_interrupted_one_goes_on(site: Site, drawn: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    site.set(STORY_IMAGES=True)
    real = drawing.draw

    def interrupted(look: Any, picture: Any) -> bytes:
        if drawn:
            raise KeyboardInterrupt
        return real(look, picture)

    with monkeypatch.context() as patched:
        patched.setattr("edition.images.drawing.draw", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run(site.places, IMAGES)
    assert {} == _images(site)
    assert not list(site.output.glob(".briefing.images*"))
    assert run(site.places, IMAGES) == 0
    assert 2 == len(set(drawn)) == len(drawn)
    assert 2 == len(_images(site))


def test_killed_while_they_are_placed_nothing_is_left_that_the_next_one_does_not_know(
    pictured: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    _retitle(pictured, "A quincunx of lighthouses")
    assert run(pictured.places, PLAIN) == 0

    def killed(*arguments: Any) -> output.Changes:
        real(*arguments)
        raise KeyboardInterrupt

    real = output.exchange
    with monkeypatch.context() as patched:
        patched.setattr("edition.output.exchange", killed)
        with pytest.raises(KeyboardInterrupt):
            run(pictured.places, IMAGES)
    after = _images(pictured)
    _retitle(pictured, "Another headline")
    assert run(pictured.places, PLAIN) == 0
    assert after == _images(pictured)
    assert run(pictured.places, IMAGES) == 0
    assert set(_images(pictured)) == _listed(pictured)
    assert after != _images(pictured)


def test_switched_off_they_go_and_pages_name_the_sites_image(pictured: Site) -> None:
    pictured.set(STORY_IMAGES=False)
    assert run(pictured.places, PLAIN) == 0
    assert {} == _images(pictured)
    assert set() == _listed(pictured)
    for _, document in _stories(pictured):
        assert ["http://127.0.0.1:8000/theme/social.png"] == _meta(document, "og:image")


def test_another_setting_that_they_show_makes_them_again(pictured: Site, drawn: list[str]) -> None:
    pictured.set(SITENAME="Another name")
    assert run(pictured.places, IMAGES) == 0
    assert 2 == len(drawn)
    pictured.set(COLORS={"light": {"link": "#7a1f2b"}})
    assert run(pictured.places, IMAGES) == 0
    assert 4 == len(drawn)


def test_asking_for_them_where_they_are_off_is_an_error_that_names_the_setting(site: Site) -> None:
    with pytest.raises(CommandError, match="STORY_IMAGES is off") as caught:
        run(site.places, IMAGES)
    assert Exit.WRONG_USE == caught.value.code
    assert not site.output.exists()


def test_publishing_makes_them_without_being_asked(site: Site) -> None:
    site.set(PUBLISHING=True, SITEURL=ADDRESS, RIGHTS="facts", STORY_IMAGES=True)
    assert run(site.places, PLAIN) == 0
    assert 2 == len(_images(site))


def test_a_site_without_them_is_published_without_them(site: Site) -> None:
    site.set(PUBLISHING=True, SITEURL=ADDRESS, RIGHTS="facts")
    assert run(site.places, PLAIN) == 0
    assert {} == _images(site)


def test_pelican_alone_makes_the_same_site(pictured: Site) -> None:
    made = pictured.folder / "by-pelican"
    command = [sys.executable, "-m", "pelican", "-s", str(pictured.settings), "-o", str(made)]
    subprocess.run(command, cwd=pictured.folder, check=True, capture_output=True)
    assert tree(made) == pictured.tree()


def test_they_are_the_same_after_a_build_of_everything_by_pelican(
    pictured: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    before = pictured.tree()
    for is_incremental, told in ((False, "Images: made by Pelican with the pages"), (True, "Images: 2 made")):
        pictured.set(INCREMENTAL=is_incremental)
        assert run(pictured.places, Request(stages="images")) == 0
        assert told in capsys.readouterr().out
        assert before == pictured.tree()


def _stories(site: Site) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    for path in sorted(site.output.glob("2*/*/*/*/index.html")):
        yield path.parent.relative_to(site.output).as_posix(), lxml.html.document_fromstring(path.read_bytes())


def _meta(document: lxml.html.HtmlElement, name: str) -> list[str]:
    return list(document.xpath(f"//meta[@property='{name}' or @name='{name}']/@content"))


def test_the_pages_of_stories_name_them_and_others_the_sites(site: Site) -> None:
    site.set(SITEURL=f"{ADDRESS}/news", STORY_IMAGES=True, SOCIAL_IMAGE="images/card.png")
    assert run(site.places, IMAGES) == 0
    for folder, document in _stories(site):
        address = f"{ADDRESS}/news/{folder}/social.png"
        headline = document.xpath("string(//h1)")
        assert [address] == _meta(document, "og:image") == _meta(document, "twitter:image")
        assert [headline] == _meta(document, "og:image:alt") == _meta(document, "twitter:image:alt")
        assert ["1200", "630"] == [*_meta(document, "og:image:width"), *_meta(document, "og:image:height")]
        data = json.loads(document.xpath("string(//script[@type='application/ld+json'])"))
        assert address == data["@graph"][0]["image"]
    front = lxml.html.document_fromstring((site.output / "index.html").read_bytes())
    assert [f"{ADDRESS}/news/images/card.png"] == _meta(front, "og:image")
    assert [] == _meta(front, "og:image:width")


def test_drafts_and_stories_without_headline_have_the_sites_image(pictured: Site) -> None:
    _change(pictured, "^date:", "status: draft\ndate:")
    last = max(pictured.posts.glob("*.md"))
    text = re.sub("^title: .*\n", "", last.read_text(encoding="utf-8"), flags=re.MULTILINE)
    last.write_text(text, encoding="utf-8")
    assert run(pictured.places, IMAGES) == 0
    assert {} == _images(pictured)
    (draft,) = pictured.output.glob("drafts/*/index.html")
    for page in (draft, *pictured.output.glob("2*/*/*/*/index.html")):
        assert b"/theme/social.png" in page.read_bytes()


def test_the_check_of_links_finds_one_that_is_missing(pictured: Site) -> None:
    assert not any("image" in problem for problem in links.problems(pictured.output))
    (pictured.output / min(_images(pictured))).unlink()
    found = [problem.split()[1] for problem in links.problems(pictured.output) if "image" in problem]
    assert ["og:image", "twitter:image"] == found


def test_what_is_not_ours_is_never_written_over(site: Site) -> None:
    site.set(STORY_IMAGES=True)
    run(site.places, PLAIN)
    mine = min(site.output.glob("2*/*/*/*/index.html")).with_name("social.png")
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(CommandError, match="was not made by this program"):
        run(site.places, IMAGES)
    assert "mine" == mine.read_text(encoding="utf-8")


def test_a_font_that_cannot_be_read_is_told_and_those_before_stay(pictured: Site) -> None:
    before = _images(pictured)
    font = pictured.folder / "cut.otf"
    font.write_bytes(b"OTTO and no more")
    pictured.set(STORY_IMAGES_FONT=str(font))
    with pytest.raises(CommandError, match="STORY_IMAGES_FONT"):
        run(pictured.places, IMAGES)
    assert before == _images(pictured)


def test_cleaning_deletes_them_and_what_was_begun(pictured: Site) -> None:
    (pictured.output / ".briefing.images.preview" / "2026").mkdir(parents=True)
    assert clean(pictured.places, quiet=True) == 0
    assert not pictured.output.exists()


def _begun(site: Site, rest: float) -> Background:
    background = Background("images", Terminal(quiet=True), rest)
    background.begin(site_settings.read_known(site.places))
    return background


def _wait() -> None:
    for thread in threading.enumerate():
        if thread.name == "images":
            thread.join(WAIT)


def test_the_preview_makes_them_once_nothing_changes(site: Site) -> None:
    site.set(STORY_IMAGES=True)
    run(site.places, PLAIN)
    background = _begun(site, 0)
    _wait()
    assert background.is_made
    assert {} == _images(site)
    background.put_in_place()
    assert 2 == len(_images(site))
    assert set(_images(site)) == _listed(site)
    again = _begun(site, 0)
    _wait()
    assert not again.is_made


def test_an_edit_stops_them_and_what_is_drawn_stays_drawn(
    site: Site, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site.set(STORY_IMAGES=True)
    run(site.places, PLAIN)
    begun, go_on = threading.Event(), threading.Event()
    real = drawing.draw

    def waits(look: Any, picture: Any) -> bytes:
        begun.set()
        go_on.wait(WAIT)
        return real(look, picture)

    with monkeypatch.context() as patched:
        patched.setattr("edition.images.drawing.draw", waits)
        background = _begun(site, 0)
        begun.wait(WAIT)
        stopping = threading.Thread(target=background.stop)
        background._work.stop()  # type: ignore[union-attr]  # noqa: SLF001 - before the image is drawn
        stopping.start()
        go_on.set()
        stopping.join(WAIT)
    assert not background.is_made
    assert not list(site.output.glob(".briefing.images*"))
    assert 1 == len(drawn)
    assert run(site.places, IMAGES) == 0
    assert 2 == len(drawn)


def test_the_preview_makes_none_where_they_are_off(site: Site) -> None:
    assert frozenset({"search"}) == usual(site_settings.read_known(site.places))
    site.set(STORY_IMAGES=True)
    assert frozenset({"search", "images"}) == usual(site_settings.read_known(site.places))


def test_they_are_pictures(pictured: Site) -> None:
    from PIL import Image  # noqa: PLC0415 - takes long to import

    assert [(1200, 630)] * 2 == [Image.open(io.BytesIO(content)).size for content in _images(pictured).values()]


def test_the_look_at_settings_needs_no_picture_library(project: Path) -> None:
    code = "import sys; import commands.build, commands.stages, edition.filters; sys.exit('PIL' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=project / "plugins", check=True)
