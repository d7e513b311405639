"""A real Pelican builds sites: listings, data, and an output folder that is whole or untouched."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path
from typing import Any

import pelican
import pytest
from jsonschema import Draft202012Validator
from lxml.html import fromstring

from briefing import post
from briefing.story import Passage
from edition.listings import Listings
from tests.edition.making import DAY, a_row, a_story, archive_of, read
from tests.edition.project import ROOT, Project

YESTERDAY = DAY - datetime.timedelta(days=1)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def links(project: Project, name: str) -> list[str]:
    """Return where the links of a page's main part lead."""
    page: Any = fromstring(project.text(name))
    return [link for _, attribute, link, _ in page.find(".//main").iterlinks() if attribute == "href"]


def test_a_site_has_its_listings_and_its_data(project: Project) -> None:
    project.add(a_story(1), a_story(2, articles=read(30, 19)), a_story(3, date=YESTERDAY))
    project.build()
    for name in ("index.html", "2026/06/02/index.html", "2026/06/index.html", "topics/mayo-clinic/index.html"):
        found = [link for link in links(project, name) if "story-" in link and link.endswith("/")]
        names = [link.rstrip("/").rpartition("/")[2] for link in found]
        assert ["story-2", "story-1"] == list(dict.fromkeys(names))[:2], name
    assert {"2026/index.html", "topics/index.html", "archive/index.html", "404.html"} <= set(project.tree())
    schema = Draft202012Validator(project.data("schema/story.json"))
    for story in project.data("stories.json")["stories"]:
        schema.validate(project.data(f"{story['path']}index.json"))
    assert [2, 1, 3] == [int(story["title"].split()[1]) for story in project.data("stories.json")["stories"]]


def test_an_empty_site_is_built_and_says_how_to_begin(project: Project) -> None:
    project.build()
    assert "content/documents/" in project.text("index.html")
    assert {"format": 1, "stories": [], "months": []} == project.data("stories.json")


def test_hidden_stories_and_drafts_are_in_no_listing(project: Project) -> None:
    project.add(*(a_story(n, status=s) for n, s in enumerate(["published", "hidden", "draft", "skip"], 1)))
    project.build()
    made = project.tree()
    others = [name for name in made if "story-" not in name and not name.startswith(".")]
    for secret in (b"story-2", b"Story 2", b"story-3", b"Story 3", b"story-4", b"Story 4"):
        assert not [name for name in others if secret in made[name]]
    pages = {name for name in made if "story-" in name}
    assert {
        "2026/06/02/story-1/index.html",
        "2026/06/02/story-1/index.json",
        "2026/06/02/story-2/index.html",
        "2026/06/02/story-2/index.json",
        "drafts/story-3/index.html",
    } == pages


def test_an_article_that_is_no_story_is_left_out_of_listings(project: Project) -> None:
    project.add(a_story(1))
    project.write("content/columns/mine.md", "title: A column\ndate: 2026-06-09\n\nText.\n")
    project.build('ARTICLE_PATHS = ["briefings", "columns"]')
    assert "2026/06/09/a-column/index.html" in project.tree()
    assert "2026/06/09/index.html" not in project.tree()
    assert ["2026/06/02/story-1/"] == [story["path"] for story in project.data("stories.json")["stories"]]


def test_any_theme_shows_the_stories(tmp_path: Path) -> None:
    project = Project(tmp_path, theme="notmyidea")
    project.add(a_story(1))
    said = project.build('JINJA_ENVIRONMENT = {}\nDIRECT_TEMPLATES = ["index"]')
    made = project.tree()
    assert {"index.html", "2026/06/02/story-1/index.html", "2026/06/02/story-1/index.json", "stories.json"} <= set(made)
    assert "feeds/all.rss.xml" in made
    assert "2026/06/02/index.html" not in made
    for name in ("404", "archive", "day", "front", "month", "topic", "topics", "year"):
        assert 1 == said.count(f"has no template {name}.html"), said


def test_no_template_of_ours_is_hidden_by_one_that_pelican_gives_every_theme() -> None:
    given = {path.stem for path in Path(pelican.__file__).parent.glob("themes/simple/templates/*.html")}
    assert "archives" in given
    assert not given & {page.template for page in Listings(archive_of([a_row(topics=("Sea",))]), {}).all()}


def test_a_second_build_touches_nothing(project: Project) -> None:
    project.add(a_story(1), a_story(2))
    project.write("content/images/p.png", b"\x89PNG")
    project.build()
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in project.output.rglob("*")}
    project.build()
    assert before == {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in project.output.rglob("*")}


def test_static_files_that_are_links_to_the_content_leave_it_alone(project: Project) -> None:
    image = project.write("content/images/p.png", b"\x89PNG")
    linked = "STATIC_CREATE_LINKS = True"
    project.build(linked)
    assert image.samefile(project.output / "images/p.png")
    project.build(linked)
    project.build("STATIC_PATHS = []")
    assert "images/p.png" not in project.tree()
    assert b"\x89PNG" == image.read_bytes()


def test_a_new_story_changes_listings_and_no_other_story(project: Project) -> None:
    project.add(*(a_story(n, date=DAY - datetime.timedelta(days=40 * n), topics=("Sea",)) for n in range(1, 7)))
    few = "STORIES_PER_PAGE = 2"
    project.build(few)
    before = project.tree()
    project.add(a_story(7, topics=("Sea",)))
    project.build(few)
    after = project.tree()
    changed = {name for name in after if before.get(name) != after[name]} | (before.keys() - after.keys())
    listed = {
        "index.html", "2026/index.html", "2026/06/index.html", "2026/06/02/index.html", "archive/index.html",
        "stories.json",
        "topics/index.html", "topics/sea/index.html", "feeds/all.rss.xml", "outlets/index.html",
        "news-sitemap.xml", "sitemap-pages-1.xml", "sitemap-stories-1.xml",
        "outlets/cnn/index.html", "outlets/post-bulletin/index.html", "places/index.html",
        "places/atlanta-united-states/index.html", "places/cherokee-county/index.html",
        "feeds/topics/sea.rss.xml", ".briefing", "2026/06/02/story-7/index.html", "2026/06/02/story-7/index.json",
    }  # fmt: skip
    neighbours = {"2026/04/index.html", "2026/04/23/index.html"}
    assert listed == changed - neighbours
    assert {"topics/sea/1/index.html", "topics/sea/2/index.html"} <= set(after)


def test_a_withdrawn_story_leaves_the_site(project: Project) -> None:
    project.add(a_story(1), a_story(2, date=YESTERDAY))
    project.build()
    project.add(a_story(2, date=YESTERDAY, status="skip"))
    project.build()
    assert not (project.output / "2026/06/01").exists()
    assert "2026/06/01/story-2/index.html" not in project.text(".briefing")


def stopped(project: Project, settings: str = "", code: int = 1) -> str:
    """Build the site, which must fail with ``code`` and leave it as it was; return what Pelican said."""
    before = project.tree()
    done = project.run(settings)
    assert code == done.returncode, done.stdout
    assert before == project.tree()
    return done.stderr + done.stdout


def test_a_post_that_does_not_parse_stops_the_build_and_all_errors_are_listed(project: Project) -> None:
    project.add(a_story(1))
    project.build()
    project.add(a_story(2))
    broken = post.write(a_story(3)).replace("| Articles | 18", "| Articles | many")
    project.write("content/briefings/2026-06-02-b.md", broken)
    project.write("content/briefings/2026-06-02-c.md", broken)
    said = stopped(project)
    assert "briefings/2026-06-02-b.md could not be read" in said
    assert "briefings/2026-06-02-c.md could not be read" in said


def test_two_posts_with_one_id_stop_the_build(project: Project) -> None:
    project.add(a_story(1), a_story(1, slug="copy"))
    said = stopped(project)
    assert "briefings/2026-06-02-copy.md and briefings/2026-06-02-story-1.md have one story_id" in said


def test_two_posts_with_one_page_stop_the_build(project: Project) -> None:
    project.add(a_story(1))
    project.write("content/briefings/other.md", post.write(a_story(2, slug="story-1")))
    said = stopped(project)
    assert "briefings/2026-06-02-story-1.md and briefings/other.md would both be 2026/06/02/story-1/index.html" in said


def test_a_page_where_a_listing_is_stops_the_build_unless_it_asks_for_it(project: Project) -> None:
    project.write("content/pages/archive.md", "title: Archive\n\nMine.\n")
    said = stopped(project)
    assert "pages/archive.md and the theme's template archive would both be archive/index.html" in said
    project.write("content/pages/archive.md", "title: Archive\nsave_as: archive/index.html\n\nMine.\n")
    project.build()
    assert "Mine." in project.text("archive/index.html")


def test_a_folder_of_somebody_else_is_refused(project: Project) -> None:
    project.write("output/thesis.txt", "years of work")
    assert "has thesis.txt in it and no .briefing list" in stopped(project, code=2)


@pytest.mark.parametrize("size", ["0", "'many'", "None"])
def test_a_page_size_that_is_none_is_refused(project: Project, size: str) -> None:
    assert "STORIES_PER_PAGE: expected a number from 1" in stopped(project, f"STORIES_PER_PAGE = {size}", code=2)


def test_documents_and_posts_never_reach_the_site_and_images_do(project: Project) -> None:
    secret = "saved by Jane Doe"  # noqa: S105
    project.write("content/documents/page.txt", secret)
    project.write("content/documents/page_files/picture.png", secret)
    project.write("content/briefings/.made/post.txt", secret)
    project.write("content/briefings/beside.png", "kept beside")
    project.write("content/images/p.png", "kept")
    (project.folder / "content/images/alias.txt").symlink_to(project.folder / "content/documents/page.txt")
    text = post.write(a_story(1)) + (
        "\n[one]({static}../documents/page.txt) [two]({attach}/documents/page_files/picture.png)"
        " [three]({static}.made/post.txt) ![four]({static}beside.png) ![five]({static}/images/p.png)\n"
    )
    project.write("content/briefings/2026-06-02-story-1.md", text)
    said = project.build('STATIC_PATHS = ["."]\nSTATIC_EXCLUDE_SOURCES = False')
    made = project.tree()
    assert not [name for name, content in made.items() if secret.encode() in content]
    assert not [name for name in made if name.endswith(".md")]
    assert (b"kept", b"kept beside") == (made["images/p.png"], made["briefings/beside.png"])
    page = project.text("2026/06/02/story-1/index.html")
    assert 'src="../../../../briefings/beside.png"' in page
    assert 'src="../../../../images/p.png"' in page
    assert "documents/page.txt is not copied to the site" in said


def test_a_document_is_never_read_as_a_page(project: Project) -> None:
    project.write("content/documents/saved.md", "title: Saved\ndate: 2026-06-02\n\nWhole.\n")
    said = stopped(project, 'ARTICLE_PATHS = ["briefings", "documents"]')
    assert "documents/saved.md is a document, never a page" in said


def test_whole_posts_are_not_published_against_the_rights(project: Project) -> None:
    said = stopped(project, 'OUTPUT_SOURCES = True\nRIGHTS = "short"', code=2)
    assert "OUTPUT_SOURCES copies whole posts" in said


def test_rights_hold_for_listings_and_data(project: Project) -> None:
    project.add(a_story(1, summary=(Passage("A point, a text of others.", a_story().title.lines),)))
    project.build('RIGHTS = "facts"')
    assert not [name for name, content in project.tree().items() if b"text of others" in content]
    assert "facts" == project.data("2026/06/02/story-1/index.json")["rights"]


@pytest.mark.parametrize("rights", ["facts", "short", "full"])
def test_the_samples_have_listings_and_valid_data(project: Project, rights: str) -> None:
    samples = sorted((ROOT / "content/documents").rglob("sample-*.txt"))
    for path in samples:
        project.write(f"content/documents/{path.name}", path.read_bytes())
    project.build(f'RIGHTS, CONVERT, NOW = "{rights}", True, "2026-06-09T06:30:00+00:00"')
    schema = Draft202012Validator(project.data("schema/story.json"))
    stories = project.data("stories.json")["stories"]
    assert len(samples) == len(stories) > 11
    for story in stories:
        data = project.data(f"{story['path']}index.json")
        schema.validate(data)
        assert (story["id"], story["title"], rights) == (data["id"], data["title"], data["rights"])
        year, month, day = story["date"].split("-")
        assert f"../../../{story['path']}" in links(project, f"{year}/{month}/{day}/index.html")
        assert data["articles"]["value"] == story["articles"]


def test_the_same_pelican_builds_again_and_its_output_path_is_the_site(project: Project) -> None:
    project.add(a_story(1))
    project.build()
    script = """
import pathlib, pelican, pelican.settings
site = pelican.Pelican(pelican.settings.read_settings("more.py"))
site.run()
assert site.output_path == site.settings["OUTPUT_PATH"] == str(pathlib.Path("output").resolve()), site.output_path
post = next(pathlib.Path("content/briefings").glob("*.md"))
post.write_text(post.read_text().replace("The first point.", "Another point."))
site.run()
assert "Another point." in pathlib.Path("output/index.html").read_text()
assert not pathlib.Path("output/.briefing.new").exists()
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=project.folder, capture_output=True, text=True, check=False
    )
    assert 0 == done.returncode, done.stderr


def test_the_page_for_wrong_addresses_works_below_a_path(project: Project) -> None:
    project.build('SITEURL = "https://example.org/news"')
    page: Any = fromstring(project.text("404.html"))
    found = [link for _, _, link, _ in page.iterlinks()]
    assert len(found) > 5
    assert all(link.startswith(("/news/", "#", "https://example.org/news")) for link in found)
