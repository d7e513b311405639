"""What an incremental build makes again, what it leaves, and when it lets Pelican build all."""

from __future__ import annotations

import datetime
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from briefing import post
from briefing.files import made_path
from briefing.story import Card, Lines
from commands.exits import CommandError
from edition.output_list import LIST
from incremental.index import Index, opened
from incremental.why import why
from tests.edition.making import DAY, a_story, read
from tests.incremental.making import ROOT, Workshop, tree

YESTERDAY = DAY - datetime.timedelta(days=1)


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """Return a site of three stories that was built."""
    made = Workshop(tmp_path)
    made.write("content/pages/about.md", "title: About\n\nWho we are.\n")
    made.add(a_story(1, topics=("Sea",)))
    made.add(a_story(2, topics=("Sea", "Ships"), date=YESTERDAY))
    made.add(a_story(3, topics=("Ships",), date=DAY - datetime.timedelta(days=400)))
    made.build()
    return made


def test_where_nothing_changed_nothing_is_touched(shop: Workshop) -> None:
    before = {path: path.stat().st_mtime_ns for path in shop.output.rglob("*")}

    assert frozenset() == shop.build().made
    assert before == {path: path.stat().st_mtime_ns for path in shop.output.rglob("*")}


def test_where_nothing_changed_pelican_is_not_even_imported(shop: Workshop) -> None:
    task = [str(ROOT / "tasks.py"), "build", "--settings", str(shop.settings), "--quiet"]
    program = f"import runpy, sys\nsys.argv = {task!r}\ntry:\n    runpy.run_path(sys.argv[0], run_name='__main__')\nexcept SystemExit as end:\n    print(end.code, 'pelican' in sys.modules, 'jinja2' in sys.modules)\n"  # noqa: E501
    told = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
        for _ in range(3)
    ]

    assert "0 False False\n" == told[-1]


def test_an_edited_story_is_made_again_with_the_lists_that_it_stands_in(shop: Workshop) -> None:
    shop.change("content/briefings/2026-06-01-story-2.md", "Story 2", "Another headline")

    assert {
        "2026/06/01/story-2/index.html", "2026/06/01/story-2/index.json", "2026/06/01/index.html",
        "2026/06/index.html", "index.html", "topics/sea/index.html", "topics/ships/index.html", "stories.json",
        "feeds/all.rss.xml", "feeds/topics/sea.rss.xml", "feeds/topics/ships.rss.xml",
        "outlets/cnn/index.html", "outlets/post-bulletin/index.html", "places/atlanta-united-states/index.html",
        "places/cherokee-county/index.html", "sitemap-stories-1.xml", "news-sitemap.xml",
    } == shop.build().made  # fmt: skip
    assert b"Another headline" in tree(shop.output)["topics/sea/index.html"]


@pytest.mark.parametrize(("jobs", "worth"), [(1, 512), (2, 512), (2, 1)])
def test_a_story_that_was_edited_and_files_that_are_gone_are_made_again_in_one_build(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch, jobs: int, worth: int
) -> None:
    monkeypatch.setattr("briefing.workers.WORTH_A_PROCESS", worth)
    other = "2026/06/02/story-1/index.html"
    (shop.output / "404.html").unlink()
    (shop.output / other).write_text("by somebody else", encoding="utf-8")
    shop.change("content/briefings/2026-06-01-story-2.md", "Story 2", "Another headline")
    with mock.patch("incremental.beside._WORTH_A_PROCESS", 1):
        log, told = shop.log(jobs=jobs)

    assert not log.errors
    assert told is not None
    assert "2 read, 20 files made, 18 written, " in told, "what has the same bytes stays"
    assert f" {len(tree(shop.output).keys() - {LIST}) - 18} unchanged" in told
    assert shop.clean() == tree(shop.output)
    with opened(shop.cache / "site.sqlite") as index:
        assert f"{other} is not as it was made" in why(index, other, {"OUTPUT_PATH": str(shop.output)}, frozenset())
    assert frozenset() == shop.build().made


def test_a_page_that_was_edited_and_a_file_that_is_gone_are_made_again_in_one_build(shop: Workshop) -> None:
    shop.write(
        "content/pages/about.md",
        "title: About\n\nWho we were, and [a story]({filename}../briefings/2026-06-01-story-2.md).\n",
    )
    (shop.output / "404.html").unlink()

    assert {"404.html", "about/index.html"} <= shop.build().made
    assert frozenset() == shop.build().made, "settings are known as they were before Pelican ran"


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_stands_in_the_way_of_a_file_that_is_gone_leaves_the_site_as_it_was(shop: Workshop, jobs: int) -> None:
    (shop.output / "404.html").unlink()
    (shop.output / "404.html").mkdir()
    (shop.output / "404.html" / "mine.txt").write_text("somebody's own", encoding="utf-8")
    before = tree(shop.output)
    shop.change("content/briefings/2026-06-01-story-2.md", "Story 2", "Another headline")
    with mock.patch("incremental.beside._WORTH_A_PROCESS", 1):
        log, told = shop.log(jobs=jobs)

    assert told is None
    assert log.errors
    assert before == tree(shop.output)

    shutil.rmtree(shop.output / "404.html")
    shop.build(jobs=jobs)
    assert shop.clean() == tree(shop.output)


def test_a_new_story_touches_the_newest_part_of_a_long_topic_only(shop: Workshop) -> None:
    shop.set(STORIES_PER_PAGE=2)
    for number in range(4, 14):
        shop.add(a_story(number, topics=("Long",), date=DAY - datetime.timedelta(days=number)))
    shop.build()
    shop.add(a_story(20, topics=("Long",)))

    assert {"topics/long/index.html"} == {name for name in shop.build().made if name.startswith("topics/long/")}


def test_a_story_that_goes_takes_its_files_with_it(shop: Workshop) -> None:
    (shop.posts / "2026-06-01-story-2.md").unlink()
    shop.build()
    left = tree(shop.output)

    assert not [name for name in left if "story-2" in name or name == "2026/06/01/index.html"]
    assert not (shop.output / "2026/06/01").exists()
    assert left == shop.clean()


def test_only_pages_of_a_changed_template_are_made_again(shop: Workshop) -> None:
    shop.change("theme/templates/topics.html", "<h1>", "<h1><!-- new -->")

    made = {path for path in shop.build().made if not path.startswith("theme/")}  # as Pelican makes pages, so these
    assert {"topics/index.html", "about/index.html"} >= made
    assert b"<!-- new -->" in tree(shop.output)["topics/index.html"]


def test_a_changed_translation_changes_all_pages_of_a_site_in_that_language_alone(shop: Workshop) -> None:
    catalog = 'msgid ""\nmsgstr "Language: eo"\n\nmsgid "Topics"\nmsgstr "Temoj"\n'
    shop.write("theme/translations/eo.po", catalog)
    english = {path for path in shop.build().made if not path.startswith(("theme/", "about/"))}
    shop.set(DEFAULT_LANG="eo")
    shop.build()
    shop.write("theme/translations/eo.po", catalog.replace("Temoj", "Pri kio"))
    made = shop.build().made

    assert set() == english
    assert {path for path in tree(shop.output) if path.endswith(".html")} <= made
    assert (True, False) == tuple(word in tree(shop.output)["index.html"] for word in (b"Pri kio", b"Temoj"))


@pytest.mark.parametrize(
    ("rule", "expected"), [({"most": 7, "least": 40}, "7% and 40%"), (None, "\u2013% and \u2013%")]
)
def test_pages_tell_the_numbers_by_which_blindspots_are_found(
    shop: Workshop, rule: dict[str, int] | None, expected: str
) -> None:
    shop.write("content/pages/about.md", "title: About\n\n{blindspots_most}% and {blindspots_least}%\n")
    shop.set(BLINDSPOTS=rule)
    shop.build()

    assert expected in tree(shop.output)["about/index.html"].decode()


def test_a_catalog_that_is_none_stops_the_build_until_it_is_mended(shop: Workshop) -> None:
    shop.write("theme/translations/eo.po", "msgid Topics\n")
    shop.set(DEFAULT_LANG="eo")
    before = tree(shop.output)

    with pytest.raises(CommandError, match=r"translations/eo\.po, line 1: expected msgid"):
        shop.build()

    assert before == tree(shop.output)
    (shop.folder / "theme" / "translations" / "eo.po").unlink()
    shop.build()
    assert b"Topics" in tree(shop.output)["index.html"]


def _lists_of_feeds(shop: Workshop) -> set[str]:
    """Build what changed, and return which of the lists of feeds were made again."""
    return set(shop.build().made & {"subscribe/index.html", "feeds/feeds.opml"})


def test_the_lists_of_feeds_are_made_again_when_a_topic_comes_goes_or_is_renamed_and_only_then(shop: Workshop) -> None:
    lists = {"subscribe/index.html", "feeds/feeds.opml"}
    shop.add(a_story(4, topics=("Sea",)))
    assert set() == _lists_of_feeds(shop)
    shop.add(a_story(5, topics=("Harbours",)))
    assert lists == _lists_of_feeds(shop)
    shop.change("content/briefings/2026-06-02-story-5.md", "tags: Harbours", "tags: harbours")
    assert lists == _lists_of_feeds(shop)
    assert b"Harbours" not in tree(shop.output)["feeds/feeds.opml"] + tree(shop.output)["subscribe/index.html"]
    (shop.posts / "2026-06-02-story-5.md").unlink()
    assert lists == _lists_of_feeds(shop)
    assert b"harbours" not in tree(shop.output)["feeds/feeds.opml"] + tree(shop.output)["subscribe/index.html"]
    assert tree(shop.output) == shop.clean() == shop.by_pelican()


def test_a_list_of_feeds_that_is_lost_is_made_again(shop: Workshop) -> None:
    before = tree(shop.output)
    (shop.output / "feeds/feeds.opml").unlink()
    assert {"feeds/feeds.opml"} == shop.build().made
    assert before == tree(shop.output)


@pytest.mark.parametrize(
    "settings",
    [
        {"FEEDS_OPML": None},
        {"FEED_ALL_RSS": None},
        {"FEED_ALL_RSS": None, "TAG_FEED_RSS": None},
        {"FEED_ALL_ATOM": "feeds/all.atom.xml", "TAG_FEED_ATOM": "feeds/topics/{slug}.atom.xml"},
        {"TAG_FEED_JSON": "feeds/topics/{slug}.json", "RSS_FEED_SUMMARY_ONLY": True},
        {"FEED_ALL_RSS": None, "TAG_FEED_RSS": None, "FEED_ALL_JSON": None, "TAG_FEED_JSON": "feeds/{slug}.json"},
        {
            "FEED_ALL_JSON": "feeds/all.json",
            "FEED_ALL_JSON_URL": "json",
            "TAG_FEED_JSON": "feeds/{slug}.json",
            "TAG_FEED_JSON_URL": "json/{slug}",
        },
        {"FEED_ALL_RSS_URL": "all", "TAG_FEED_RSS_URL": "of/{slug}", "FEED_DOMAIN": "https://feeds.example.org"},
    ],
)
def test_there_are_the_feeds_that_the_settings_ask_for_and_those_in_rss_and_atom_are_listed(
    shop: Workshop, settings: dict[str, object]
) -> None:
    shop.set(**settings)
    shop.build()
    feeds = [name for name in tree(shop.output) if name.startswith("feeds/") and name.endswith(".xml")]
    listed = tree(shop.output).get("feeds/feeds.opml", b"").count(b"xmlUrl=")
    assert (len(feeds) if settings.get("FEEDS_OPML", "") is not None else 0) == listed
    assert tree(shop.output) == shop.clean() == shop.by_pelican()


def test_any_number_of_processes_makes_the_same(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    one = shop.clean()
    monkeypatch.setattr("briefing.workers.WORTH_A_PROCESS", 1)

    assert one == shop.clean(jobs=2)


def test_of_a_post_that_is_as_it_was_written_again_nothing_more_is_remembered(shop: Workshop) -> None:
    (path,) = shop.posts.glob("*-story-1.md")
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nWords of mine.\n", encoding="utf-8")
    shop.build()
    with opened(shop.cache / "site.sqlite") as index:
        assert [path.name] == list(index.sources.stamps("made"))
    path.write_text(text, encoding="utf-8")
    made_path(path).write_text(text, encoding="utf-8")
    shop.build()

    with opened(shop.cache / "site.sqlite") as index:
        assert {} == index.sources.stamps("made")


def test_full_makes_all_again(shop: Workshop) -> None:
    made = shop.build(full=True).made

    assert tree(shop.output).keys() - {".briefing"} == made


def test_two_posts_that_would_be_one_page_are_named_and_the_site_stays(
    shop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(shop.output)
    shop.write("content/briefings/other.md", post.write(a_story(9, slug="story-1")))
    log, told = shop.log()

    assert (1, None) == (log.errors, told)
    assert before == tree(shop.output)
    error = capsys.readouterr().err
    assert "2026-06-02-story-1.md and other.md would both be 2026/06/02/story-1/index.html" in error


def test_what_was_warned_of_is_told_again_until_it_is_mended(
    shop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.change("content/briefings/2026-06-02-story-1.md", "18", "19")
    made = shop.posts / ".made" / "2026-06-02-story-1.txt"
    text = made.read_text(encoding="utf-8")
    made.unlink()
    for _ in range(2):
        log, _ = shop.log()
        assert 1 == log.warnings
        assert ".made/2026-06-02-story-1.txt is missing" in capsys.readouterr().err
    made.write_text(text, encoding="utf-8")

    assert 0 == shop.log()[0].warnings
    assert tree(shop.output) == shop.clean()


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"INCREMENTAL": False}, ""),
        ({"ARTICLE_PATHS": ["briefings", "columns"]}, "ARTICLE_PATHS is not the folder of posts alone"),
        ({"DIRECT_TEMPLATES": ["archives"]}, "DIRECT_TEMPLATES is set"),
        ({"WITH_FUTURE_DATES": False}, "WITH_FUTURE_DATES is off"),
        ({"CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml"}, "CATEGORY_FEED_ATOM is set"),
        ({"CATEGORY_FEED_JSON": "feeds/{slug}.json"}, "CATEGORY_FEED_JSON is set"),
        ({"ARTICLE_URL": "{category}/{slug}/", "ARTICLE_SAVE_AS": "{category}/{slug}/index.html"}, "ARTICLE_URL has"),
        ({"PLUGINS": ["briefing", "edition", "feeds", "another"]}, "PLUGINS has another"),
    ],
)
def test_what_needs_all_stories_at_once_lets_pelican_build_all(
    shop: Workshop, capsys: pytest.CaptureFixture[str], settings: dict[str, object], reason: str
) -> None:
    shop.write("plugins/another.py", "def register():\n    pass\n")
    shop.write("content/columns/mine.md", "title: A column\ndate: 2026-06-09\n\nText.\n")
    shop.set(PLUGIN_PATHS=[str(ROOT / "plugins"), str(shop.folder / "plugins")], **settings)
    log, told = shop.log()

    assert 0 == log.errors
    assert told is not None
    assert (f"All is built at once, since {reason}" in capsys.readouterr().out) == bool(reason)
    assert tree(shop.output) == shop.by_pelican()


@pytest.mark.parametrize(
    ("template", "text", "reason"),
    [
        ("day.html", "{{ articles|length }}", "the theme's day.html asks for articles"),
        ("base.html", "{{ article.locale_date if article }}", "a template asks for article.locale_date"),
    ],
)
def test_a_theme_that_asks_for_more_lets_pelican_build_all(
    shop: Workshop, capsys: pytest.CaptureFixture[str], template: str, text: str, reason: str
) -> None:
    shop.change(f"theme/templates/{template}", "</h1>" if template == "day.html" else "</main>", text)
    shop.build()

    assert f"All is built at once, since {reason}." in capsys.readouterr().out or shop.log()[1]
    assert tree(shop.output) == shop.by_pelican()


def test_a_page_in_the_place_of_a_list_lets_pelican_decide(shop: Workshop) -> None:
    shop.write("content/pages/front.md", "title: Front\nsave_as: index.html\nurl: \n\nAll new.\n")
    shop.build()

    assert b"All new." in tree(shop.output)["index.html"]
    assert tree(shop.output) == shop.by_pelican()


def test_an_index_that_is_none_is_made_anew(shop: Workshop) -> None:
    before = tree(shop.output)
    (shop.cache / "site.sqlite").write_bytes(b"nothing of the sort" * 100)
    shop.build()

    assert before == tree(shop.output)


def test_two_builds_at_once_are_kept_apart(shop: Workshop) -> None:
    index = Index(shop.cache / "site.sqlite")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        shop.build()
    index.close()

    assert frozenset() == shop.build().made


def test_it_can_be_asked_why(shop: Workshop) -> None:
    made = shop.build().made
    index = Index(shop.cache / "site.sqlite")
    settings = {"OUTPUT_PATH": str(shop.output)}
    asked = ("index.html", "2026/06/02/story-1", "feeds/feeds.opml", "inde.html")
    told = {path: why(index, path, settings, made) for path in asked}
    index.close()

    assert "made from the stories of the newest two days" in told["index.html"]
    assert "in an earlier build, and nothing of that changed since: it is the first build." in told["index.html"]
    assert "2026/06/02/story-1/index.html is made from the post 2026-06-02-story-1.md" in told["2026/06/02/story-1"]
    assert "made from the names of all feeds" in told["feeds/feeds.opml"]
    assert "inde.html is no file of the site. Did you mean index.html?" == told["inde.html"]


def test_articles_that_have_no_count_come_last_everywhere(shop: Workshop) -> None:
    shop.add(a_story(7, articles=read(0, 19)))
    shop.build()

    assert tree(shop.output) == shop.clean() == shop.by_pelican()


def test_a_story_that_moves_a_file_to_its_page_lets_pelican_build_all(shop: Workshop) -> None:
    shop.write("content/images/chart.txt", "A chart")
    with (shop.posts / "2026-06-02-story-1.md").open("a", encoding="utf-8") as file:
        file.write("\n[Another]({filename}2026-06-01-story-2.md), [the chart]({attach}../images/chart.txt)\n")
    shop.build()

    assert b"A chart" == tree(shop.output)["2026/06/02/story-1/chart.txt"]
    assert tree(shop.output) == shop.by_pelican()


def test_after_the_first_build_nothing_is_converted_again(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def convert(*_arguments: object, **_more: object) -> None:
        pytest.fail("documents were converted, and nothing changed")

    monkeypatch.setattr("commands.convert.convert_documents", convert)
    shop.change("content/briefings/2026-06-02-story-1.md", "The first point.", "Another point.")
    shop.build()
    capsys.readouterr()


def test_what_a_killed_build_left_is_removed_though_nothing_changed(shop: Workshop) -> None:
    shop.write("output/.briefing.new/2026/index.html", "half a page")
    shop.build()

    assert not (shop.output / ".briefing.new").exists()


def test_a_withdrawn_copy_of_a_post_is_no_second_story(shop: Workshop) -> None:
    text = (shop.posts / "2026-06-02-story-1.md").read_text(encoding="utf-8")
    shop.write("content/briefings/copy.md", text.replace("---\n", "---\nstatus: skip\n", 1))
    shop.build()

    assert tree(shop.output) == shop.clean() == shop.by_pelican()


@pytest.mark.parametrize("size", [0, "fifty"])
def test_a_page_size_that_is_none_is_told_in_plain_words(
    shop: Workshop, capsys: pytest.CaptureFixture[str], size: object
) -> None:
    shop.set(STORIES_PER_PAGE=size)
    log, told = shop.log()

    assert (1, None) == (log.errors, told)
    assert f"STORIES_PER_PAGE: expected a number from 1, found {size!r}" in capsys.readouterr().err


def test_a_link_that_leads_nowhere_is_told_in_each_build_with_its_post(
    shop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    post_file = shop.posts / "2026-06-02-story-1.md"
    text = post_file.read_text(encoding="utf-8")
    post_file.write_text(f"{text}\n[There]({{filename}}nowhere.md)\n", encoding="utf-8")
    for _ in range(2):
        log, _ = shop.log()
        assert 1 == log.warnings
        assert "2026-06-02-story-1.md: Unable to find 'nowhere.md'" in capsys.readouterr().err
    post_file.write_text(text, encoding="utf-8")

    assert 0 == shop.log()[0].warnings


def test_a_page_that_pelican_cannot_make_stops_the_build(shop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(shop.output)
    shop.write("content/pages/nameless.md", "Words, and no title.\n")
    log, told = shop.log()

    assert told is None
    assert log.errors
    assert "nameless.md" in capsys.readouterr().err
    assert before == tree(shop.output)


def test_an_edition_that_names_no_story_of_its_day_stops_the_build(
    shop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(shop.output)
    shop.write("content/editions/2026-06-01.md", "---\nlead: story-22\n---\n")

    log, told = shop.log()

    assert (None, 1) == (told, log.errors)
    problem = (
        "editions/2026-06-01.md, line 2: expected the slug or id of a story of 2026-06-01 (did you mean “story-2”?)"
    )
    assert problem in " ".join(capsys.readouterr().err.split())
    assert before == tree(shop.output)


def test_an_edition_changes_its_day_and_the_front_page_alone(shop: Workshop) -> None:
    shop.write("content/editions/2026-06-01.md", "Mostly calm.\n")
    assert {"index.html", "2026/06/01/index.html"} == shop.build().made


def test_a_story_that_leaves_its_edition_is_told(shop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    shop.write("content/editions/2026-06-01.md", "---\nlead: story-2\n---\n")
    shop.build()
    (shop.posts / "2026-06-01-story-2.md").unlink()
    shop.add(a_story(8, date=datetime.date(2026, 6, 1)))

    log, told = shop.log()

    assert (None, 1) == (told, log.errors)
    assert "editions/2026-06-01.md, line 2" in capsys.readouterr().err


ROW = '[[outlet]]\nname = "{}"\nleaning = {{value = "{}", by = "A", link = "https://a.example/"}}\n'


def test_a_changed_row_of_the_outlet_table_changes_the_stories_and_the_page_of_its_outlet_alone(shop: Workshop) -> None:
    for number, outlet in ((4, "The Sun"), (5, "The Moon")):
        shop.add(a_story(number, coverage=(Card("A headline", outlet, lines=Lines(21, 29)),)))
    shop.write("content/outlets.toml", ROW.format("The Sun", "Left") + ROW.format("The Moon", "Left"))
    shop.build()
    shop.write("content/outlets.toml", ROW.format("The Sun", "Right") + ROW.format("The Moon", "Left"))

    assert {
        "2026/06/02/story-4/index.html", "2026/06/02/story-4/index.json", "outlets/the-sun/index.html",
    } == shop.build().made  # fmt: skip
    assert b"Right 1" in tree(shop.output)["2026/06/02/story-4/index.html"]


def test_a_row_that_joins_two_names_leaves_one_page_of_them(shop: Workshop) -> None:
    assert "outlets/post-bulletin/index.html" in tree(shop.output)
    shop.write("content/outlets.toml", '[[outlet]]\nname = "The Cable"\nother_names = ["CNN", "Post Bulletin"]\n')
    shop.build()

    assert {"outlets/index.html", "outlets/the-cable/index.html"} == {
        name for name in tree(shop.output) if name.startswith("outlets/")
    }
    assert tree(shop.output) == shop.clean()


def _own_pages(shop: Workshop) -> set[str]:
    """Build what changed, hold it against other builds, and return what the sitemap has after the lists of stories."""
    shop.build()
    assert tree(shop.output) == shop.clean() == shop.by_pelican()
    text = tree(shop.output)["sitemap-pages-1.xml"].decode()
    urls = re.findall(r"<url><loc>http://127.0.0.1:8000/(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?</url>", text)
    return {" ".join(filter(None, url)) for url in urls if url[0] in {"about/", "more/", "other/"}}


def test_an_editor_s_pages_are_in_the_sitemap_as_long_as_they_are_to_be_found(shop: Workshop) -> None:
    assert {"about/"} == _own_pages(shop)
    shop.write("content/pages/more.md", "title: More\ndate: 2026-06-01\n\nMore.\n")
    assert {"about/", "more/ 2026-06-01T00:00:00+00:00"} == _own_pages(shop)
    shop.write("content/pages/more.md", "title: More\ndate: 2026-06-01\nmodified: 2026-06-03 08:00\n\nMore.\n")
    assert {"about/", "more/ 2026-06-03T08:00:00+00:00"} == _own_pages(shop)
    shop.write("content/pages/more.md", "title: More\nslug: other\n\nMore.\n")
    assert {"about/", "other/"} == _own_pages(shop)
    for status in ("hidden", "draft"):
        shop.write("content/pages/more.md", f"title: More\nslug: other\nstatus: {status}\n\nMore.\n")
        assert {"about/"} == _own_pages(shop)
    (shop.folder / "content/pages/about.md").unlink()
    assert set() == _own_pages(shop)


def test_a_page_that_says_something_else_leaves_the_sitemaps_alone(shop: Workshop) -> None:
    shop.write("content/pages/about.md", "title: About\n\nWho we were.\n")
    made = shop.build().made
    assert "about/index.html" in made
    assert not [name for name in made if "sitemap" in name]


def test_for_you_has_the_names_that_rows_join(shop: Workshop) -> None:
    row = '[[outlet]]\nname = "The Cable"\nother_names = {}\n'
    for names in (["CNN"], ["CNN", "Post & Bulletin's"], ["Cnn"], []):
        shop.write("content/outlets.toml", row.format(names))
        assert "for-you/index.html" in shop.build().made, names
        assert tree(shop.output) == shop.clean() == shop.by_pelican()
    (shop.folder / "content/outlets.toml").unlink()
    assert "for-you/index.html" not in shop.build().made


def test_a_wrong_outlet_table_stops_the_build_until_it_is_mended(shop: Workshop) -> None:
    before = tree(shop.output)
    shop.write("content/outlets.toml", ROW.format("CNN", "Lefty"))
    for _ in range(2):
        log, done = shop.log()
        assert (1, None) == (log.errors, done)
        assert before == tree(shop.output)
    shop.write("content/outlets.toml", ROW.format("CNN", "Left"))

    assert "outlets/cnn/index.html" in shop.build().made
