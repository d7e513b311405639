"""A whole post looks right where nothing of ours is installed: on GitHub, and in stock Pelican with ``extra``."""

from __future__ import annotations

import re
from pathlib import Path

import pelican
import pytest
from lxml import html
from pelican.settings import read_settings

from briefing import post
from tests.briefing.making import a_full_story
from tests.briefing.post.renderers import RENDERERS, fold, shown, tree

STORY = a_full_story()
HEADINGS = [
    "In short",
    "At a glance",
    "In short, by leaning",
    "Quoted",
    "People",
    "Organisations",
    "Dates",
    "Figures",
    "Articles on the page",
    "Corrections",
]


@pytest.fixture(scope="module")
def pelicans(tmp_path_factory: pytest.TempPathFactory) -> html.HtmlElement:
    """Return the page that stock Pelican makes of the post."""
    folder = tmp_path_factory.mktemp("stock")
    (folder / "content").mkdir()
    (folder / "content" / "2026-06-02-harbour.md").write_text(post.write(STORY), encoding="utf-8")
    settings = read_settings(
        override={
            "PATH": str(folder / "content"),
            "OUTPUT_PATH": str(folder / "output"),
            "PLUGINS": [],
            "THEME": str(Path(pelican.__file__).parent / "themes" / "simple"),
            "TIMEZONE": "UTC",
            "CACHE_PATH": str(folder / "cache"),
            "FEED_ALL_ATOM": None,
            "CATEGORY_FEED_ATOM": None,
            "TRANSLATION_FEED_ATOM": None,
        }
    )
    pelican.Pelican(settings).run()
    return html.parse(Path(folder, "output", f"{STORY.slug}.html")).getroot()


@pytest.fixture(params=[*RENDERERS, "stock Pelican"])
def page(request: pytest.FixtureRequest, pelicans: html.HtmlElement) -> html.HtmlElement:
    """Return the post as each of them shows it."""
    if request.param in RENDERERS:
        return tree(RENDERERS[request.param](post.write(STORY)))
    article = tree(html.tostring(pelicans.xpath("//article")[0], encoding="unicode"))
    for around in article.xpath("./article/header | ./article/footer"):
        around.drop_tree()
    return article


def texts(root: html.HtmlElement, path: str) -> list[str]:
    return [shown(element) for element in root.xpath(path)]


def test_stock_pelican_knows_title_day_category_and_tags(pelicans: html.HtmlElement) -> None:
    assert ["Harbour reopens"] == texts(pelicans, "//article/header/h2")
    assert ["2026-06-02T00:00:00+00:00"] == pelicans.xpath("//footer//time/@datetime")
    assert ["world"] == texts(pelicans, "//footer/p[contains(., 'Category')]/a")
    assert ["Port Ellis", "Sea, salt"] == texts(pelicans, "//footer/p[contains(., 'Tags')]/a")


def test_sections_have_their_headings(page: html.HtmlElement) -> None:
    assert HEADINGS == texts(page, ".//h2")


def test_the_facts_are_one_table_of_labels_and_values(page: html.HtmlElement) -> None:
    rows = [[fold(re.sub(r"\d+$", "", shown(cell))) for cell in row.xpath("./td")] for row in page.xpath(".//tbody/tr")]
    assert 1 == len(page.xpath(".//table"))
    assert ["First reported in", "Port Ellis, Sundrey"] in rows
    assert ["Center", "57%"] in rows
    assert ["Right", "not stated"] in rows
    assert ["Topic", "Sea, salt"] in rows
    assert {2} == {len(row) for row in rows}


def test_points_quotations_and_texts_show_as_they_are(page: html.HtmlElement) -> None:
    points = texts(page, ".//h2[.='In short']/following-sibling::ul[1]/li")
    assert [passage.text for passage in STORY.summary] == points
    assert ["PORT ELLIS, JUN 2 — After *nine* years, ships are back."] == [
        text for text in texts(page, ".//p") if "PORT" in text
    ]
    assert '"the sea is <b>ours</b> again"' in shown(page)


def test_labelled_values_stand_in_lists_within_their_item(page: html.HtmlElement) -> None:
    cards = page.xpath(".//h2[.='Articles on the page']/following-sibling::ul[1]/li")
    assert [
        [
            "Outlet: Coast FM",
            "Leaning: Lean Left",
            "Place: Port Ellis, Sundrey",
            "Reposts: 11",
            "Excerpt: The first ship came at dawn, and the band pl…",
        ],
        ["Outlet: not stated", "Reposted by: A, B", "Reposted by: C", "Excerpt: Nobody came…"],
    ] == [texts(card, "./ul/li") for card in cards]


def test_footnotes_are_resolved_and_lead_to_the_words(page: html.HtmlElement) -> None:
    targets = [link.get("href").removeprefix("#") for link in page.xpath(".//sup//a")]
    notes = {note.get("id"): shown(note) for note in page.xpath(".//li[@id]")}
    assert 13 == len(targets)
    assert set(targets) == set(notes)
    assert notes[targets[0]].startswith('"Insights by Ground AI" (line 9)')
    assert any(
        note.startswith('"57% of the sources are Center" / "57% Center" (lines 35-36)') for note in notes.values()
    )


@pytest.mark.parametrize("mark", ["<!--", "-->", "[^", "21-29", "points"])
def test_nothing_shows_of_comments_and_marks(page: html.HtmlElement, mark: str) -> None:
    assert mark not in shown(page)
