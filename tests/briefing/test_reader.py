"""Pelican gets each post as an article: HTML by the theme's templates, and metadata that any theme and feed can use."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from pelican.settings import read_settings
from pelican.urlwrappers import Author, Category, Tag

from briefing import files, post
from briefing.post import PostError
from briefing.presenting import read_story
from briefing.reader import PostReader
from briefing.story import Lines, Origin, Passage, Story
from tests.briefing.making import a_full_story, a_story, stated
from tests.briefing.post.renderers import shown, tree

Read = Callable[..., tuple[str, dict[str, Any]]]


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "briefings"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def read(posts: Path) -> Read:
    """Write a file and read it as Pelican does."""

    def read(text: str | bytes, name: str = "2026-06-02-harbour.md", **settings: Any) -> tuple[str, dict[str, Any]]:
        path = posts / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return reader(posts, **settings).read(str(path))

    return read


def reader(posts: Path, **settings: Any) -> PostReader:
    usual = {"PATH": str(posts.parent), "POSTS_PATH": str(posts), "TIMEZONE": "Europe/Zurich", "RIGHTS": "full"}
    return PostReader(read_settings(override=usual | settings))


def write_made(posts: Path, story: Story) -> str:
    """Write a post as it is made, and return its text."""
    text = post.write(story)
    path = posts / "2026-06-02-harbour.md"
    files.write_file(path, text)
    files.write_file(files.made_path(path), text)
    return text


def test_an_article_has_the_metadata_of_its_story(read: Read) -> None:
    story = a_full_story(modified=datetime.datetime(2026, 6, 4, tzinfo=datetime.UTC), status="draft")
    _, metadata = read(post.write(story))
    settings = read_settings()
    expected = {
        "title": "Harbour reopens",
        "slug": story.slug,
        "status": "draft",
        "lang": "en",
        "category": Category("world", settings),
        "tags": [Tag("Port Ellis", settings), Tag("Sea, salt", settings)],
        "added": story.added,
        "modified": story.modified,
        "story_id": story.id,
        "story": story,
    }
    assert expected == {key: metadata[key] for key in expected}
    assert "2026-06-02T00:00:00+02:00" == metadata["date"].isoformat()
    assert story == metadata["view"].story


def test_what_a_story_does_not_state_is_left_to_pelican(read: Read) -> None:
    _, metadata = read(post.write(a_story()))
    assert set() == {"category", "lang", "modified"} & set(metadata)


def test_a_headline_is_html_that_shows_it_as_it_is(read: Read) -> None:
    _, metadata = read(post.write(a_story(title=Passage("<b>R&D</b> &amp; more", Lines(1, 1)))))
    assert isinstance(metadata["title"], Markup)
    assert "&lt;b&gt;R&amp;D&lt;/b&gt; &amp;amp; more" == metadata["title"]


def test_further_front_matter_is_handed_on_as_pelican_reads_it(read: Read) -> None:
    text = post.write(a_story(metadata=(("author", "A. Writer"), ("template", "wide"), ("story", "mine"))))
    _, metadata = read(text)
    assert (Author, "A. Writer", "wide") == (type(metadata["author"]), str(metadata["author"]), metadata["template"])
    assert isinstance(metadata["story"], Story)


def test_an_editors_summary_is_markdown_and_takes_the_place_of_ours(read: Read) -> None:
    _, metadata = read(post.write(a_full_story(metadata=(("summary", "In *short*"),))))
    assert "<p>In <em>short</em></p>" == metadata["summary"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"standfirst": None}, "By Ground AI"),
        ({}, "From a page of Ground News; the summary by Ground AI"),
        ({"summary": ()}, "From a page of Ground News"),
        ({"standfirst": None, "summary_by": a_story().summary_by}, "whose words the summary is, is not stated"),
        ({"document": None}, "By the editor"),
        ({"standfirst": None, "summary": (Passage("Mine."),)}, "By Ground AI, changed by the editor"),
    ],
)
def test_a_description_ends_with_whose_words_it_is(read: Read, values: dict[str, Any], expected: str) -> None:
    _, metadata = read(post.write(a_full_story(**values)))
    assert shown(tree(metadata["summary"]).xpath("./p[last()]")[0]).endswith(expected)


def test_a_description_has_standfirst_and_summary_word_for_word(read: Read) -> None:
    story = a_full_story()
    _, metadata = read(post.write(story))
    description = tree(metadata["summary"])
    assert [passage.text for passage in story.summary] == [shown(point) for point in description.xpath("./ul/li")]
    assert story.standfirst is not None
    assert story.standfirst.text == shown(description.xpath("./p[1]")[0])


def test_a_description_without_summary_texts_tells_the_facts(read: Read) -> None:
    _, metadata = read(post.write(a_full_story()), RIGHTS="facts")
    description = tree(metadata["summary"])
    assert [
        "First reported by Coast FM in Port Ellis, Sundrey on 2 June 2026",
        "Articles: 18",
        "Topics: Ports, Sea, salt",
        "Of the outlets that the page rates: Left 20%, Center 57%",
    ] == [shown(fact) for fact in description.xpath("./ul/li")]
    assert "From a page of Ground News" == shown(description.xpath("./p")[0])


def test_a_description_of_a_post_in_plain_markdown_is_its_first_text(read: Read) -> None:
    _, metadata = read("---\ntitle: T\ndate: 2026-06-05\n---\n\nA *first* text.\n")
    assert "A first text. By the editor" == shown(tree(metadata["summary"]))


def test_a_description_leads_nowhere_and_has_no_ids(read: Read) -> None:
    for rights in ("full", "facts"):
        _, metadata = read(post.write(a_full_story()), RIGHTS=rights)
        assert [] == tree(metadata["summary"]).xpath(".//@id | .//@href")


def test_rights_hold_for_content_description_and_story(read: Read) -> None:
    story = a_full_story(summary=(Passage("SECRET", Lines(7, 7)),))
    content, metadata = read(post.write(story), RIGHTS="facts")
    assert ["SECRET" in text for text in (content, metadata["summary"], str(metadata["story"]))] == [False] * 3


def test_an_editors_markdown_and_html_are_rendered_and_links_left_to_pelican(read: Read) -> None:
    text = post.write(a_full_story()) + '\nSee *[there]({filename}other.md)*.\n\n<div class="raw"><i>raw</i></div>\n'
    content, _ = read(text)
    page = tree(content)
    assert ["{filename}other.md"] == page.xpath("//em/a/@href")
    assert ["raw"] == page.xpath("//div[@class='raw']/i/text()")


def test_two_posts_share_nothing(read: Read) -> None:
    first, second = (
        read(f"---\ntitle: T\ndate: 2026-06-05\n---\n\nText.[^a]\n\n[^a]: {note}\n", f"{note}.md")[0]
        for note in ("Mine", "Yours")
    )
    assert (True, False, False, True) == (
        "Mine" in first,
        "Yours" in first,
        "Mine" in second,
        "Yours" in second,
    )


def test_one_reader_reads_the_same_post_the_same_way_again(posts: Path) -> None:
    text = post.write(a_full_story()) + "\nText.[^a]\n\n[^a]: Note.\n"
    (posts / "a.md").write_text(text, encoding="utf-8")
    one = reader(posts)
    assert one.read(str(posts / "a.md"))[0] == one.read(str(posts / "a.md"))[0]


def test_an_edited_value_is_shown_as_the_editors_with_the_pages_beside_it(posts: Path, read: Read) -> None:
    text = write_made(posts, a_full_story())
    content, metadata = read(text.replace("| Articles | 18[^3] |", "| Articles | 19 |"))
    articles = metadata["story"].articles
    assert (19, Origin.EDITOR, 18) == (articles.value, articles.origin, articles.page.value)
    assert "19 (changed by the editor; the page has: 18" in shown(tree(content))


def test_other_line_ends_are_no_edit(posts: Path) -> None:
    story = a_full_story()
    text = write_made(posts, story)
    (posts / "2026-06-02-harbour.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert story == read_story(posts / "2026-06-02-harbour.md", datetime.UTC)


def test_an_edited_post_whose_text_as_made_is_lost_is_read_and_told(
    posts: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = posts / "lost.md"  # a name of its own: Pelican tells the same thing once
    text = post.write(a_story(articles=stated(18, "18 Articles")))
    path.write_text(text.replace("| 18[^1] |", "| 19[^1] |"), encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        story = read_story(path, datetime.UTC)
    assert (19, Origin.EDITOR, None) == (story.articles.value, story.articles.origin, story.articles.evidence)
    message = "lost.md was edited, but .made/lost.txt is missing: what the page had cannot be shown"
    assert [message] == caplog.messages


def test_a_post_that_does_not_parse_is_a_post_error_with_its_name(read: Read) -> None:
    with pytest.raises(PostError, match=r"^2026-06-02-harbour\.md, line 1: expected front matter"):
        read("No post.\n")


def test_a_post_that_is_no_utf_8_is_a_post_error_with_its_line(read: Read) -> None:
    with pytest.raises(PostError, match=r"^2026-06-02-harbour\.md, line 2: expected text in UTF-8"):
        read("---\ntitle: Café\n".encode("latin-1"))


@pytest.mark.parametrize("name", ["../pages/about.md", "deeper/page.md"])
def test_other_markdown_files_are_read_as_pelican_reads_them(read: Read, name: str) -> None:
    content, metadata = read("Title: About\n\nA *page*.\n", name)
    assert ("<p>A <em>page</em>.</p>", "About", False) == (content, metadata["title"], "story" in metadata)


def test_a_themes_own_templates_come_first_and_ours_fill_the_gaps(tmp_path: Path, read: Read) -> None:
    partials = tmp_path / "theme" / "templates" / "briefing"
    partials.mkdir(parents=True)
    (partials / "story.html").write_text("<h2>{{ story.title.text }}</h2>", encoding="utf-8")
    content, metadata = read(post.write(a_full_story()), THEME=str(tmp_path / "theme"))
    assert "<h2>Harbour reopens</h2>" == content
    assert "Ground AI" in metadata["summary"]
