"""What pages say of themselves to programs: JSON-LD, the manifest and robots.txt."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from PIL import Image

from briefing import rights
from briefing.static import name_by_content
from briefing.story import Card, Lines, Passage, Quote, Story
from edition.brand import Brand
from edition.checks import SettingsError
from edition.linked_data import MOST, Shown, in_short, script, story_page
from edition.root_files import root_files
from tests import artwork
from tests.edition.making import a_story, read
from tests.incremental.making import Workshop, tree

SETTINGS: dict[str, Any] = {"SITEURL": "https://example.org/briefing", "SITENAME": "The Briefing"}
SHOWN = Shown("Story 1", "How it begins.", "Tuesday, 2 June 2026", "https://example.org/theme/social.png")


def article(story: Story) -> dict[str, Any]:
    found: dict[str, Any] = story_page(story, "2026/06/02/story-1/", Brand.of(SETTINGS), SHOWN)["@graph"][0]
    return found


def test_a_story_is_an_article_of_the_site_based_on_the_saved_page() -> None:
    found = article(a_story())

    assert ("Article", "The Briefing", "The Briefing") == (
        found["@type"], found["author"]["name"], found["publisher"]["name"],
    )  # fmt: skip
    assert "health/page.txt" == found["isBasedOn"]["name"]
    assert "https://example.org/briefing/2026/06/02/story-1/" == found["mainEntityOfPage"]


def test_where_the_page_states_its_address_that_is_what_the_story_is_based_on() -> None:
    found = article(a_story(address=read("https://ground.news/a", 3)))

    assert ("https://ground.news/a", False) == (found["isBasedOn"]["url"], "name" in found["isBasedOn"])


def test_only_an_author_in_the_header_makes_it_a_news_article() -> None:
    found = article(a_story(metadata=(("author", "Ada"),)))

    assert ("NewsArticle", [{"@type": "Person", "name": "Ada"}]) == (found["@type"], found["author"])


def test_a_speaker_of_whom_it_is_not_known_what_it_is_is_credited_alone() -> None:
    found = article(a_story(quotes=(Quote("Three words here", "The harbour"),)))

    assert [{"@type": "Quotation", "text": "Three words here", "creditText": "The harbour"}] == found["hasPart"]


def test_long_lists_are_cut() -> None:
    story = a_story(coverage=(Card("A headline", "CNN"),) * 60, quotes=(Quote("Three words here"),) * 60)

    assert (MOST, MOST) == (len(article(story)["citation"]), len(article(story)["hasPart"]))


def test_what_rights_hold_back_stays_back() -> None:
    story = rights.hold_to(a_story(summary=(Passage("Secret words.", Lines(12, 12)),)), "facts")

    assert "Secret" not in json.dumps(article(story))
    assert "" == in_short(story, "the editor")


def test_a_description_says_whose_words_it_is() -> None:
    assert "The first point. (Ground AI)" == in_short(a_story(), "the editor")


def test_a_text_that_is_cut_says_so() -> None:
    story = dataclasses.replace(a_story(), summary=(Passage("word " * 60, Lines(1, 1)),))

    assert in_short(story, "the editor").endswith("word… (Ground AI)")


def test_no_text_can_end_the_element() -> None:
    text = "</script><!-- & \u2028"
    made = str(script({"name": text}))

    assert (
        text == json.loads(made.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n"))["name"]
    )
    assert 1 == made.count("</")
    assert not {"&", "\u2028"} & set(made)


def test_robots_names_the_sitemap_and_an_editors_own_takes_its_place() -> None:
    files = root_files(SETTINGS)

    assert b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/briefing/sitemap.xml\n" == files["robots.txt"]()
    assert {"manifest.webmanifest"} == set(root_files({**SETTINGS, "STATIC_PATHS": ["robots.txt"]}))


def test_the_manifest_has_icons_of_the_theme() -> None:
    made = json.loads(root_files({**SETTINGS, "THEME_STATIC_DIR": "theme/0123456789"})["manifest.webmanifest"]())

    assert ["theme/0123456789/favicon.svg", "theme/0123456789/icon-512.png"] == [icon["src"] for icon in made["icons"]]


@pytest.mark.parametrize("wrong", [{"SOCIAL_IMAGE": "/card.png"}, {"LOGO": "../logo.svg"}])
def test_wrong_settings_are_told(wrong: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match=f"{next(iter(wrong))}: expected"):
        Brand.of({**SETTINGS, **wrong})


@pytest.mark.parametrize("picture", artwork.PICTURES, ids=lambda picture: picture.file)
def test_the_pictures_are_what_their_program_makes(picture: artwork.Picture) -> None:
    with Image.open(artwork.STATIC / picture.file) as there:
        assert picture.drawn().convert("RGB").tobytes() == there.convert("RGB").tobytes()


def test_static_files_are_named_by_their_content_on_both_ways(tmp_path: Any) -> None:
    shop = Workshop(tmp_path)
    shop.set(STATIC_HASHES=True)
    shop.add(a_story())
    shop.build()
    settings: dict[str, Any] = {"THEME": str(tmp_path / "theme")}
    for _ in range(2):  # once more changes nothing
        name_by_content(settings)
    made = tree(shop.output)

    assert f'href="./{settings["THEME_STATIC_DIR"]}/css/briefing.css"'.encode() in made["index.html"]
    assert f"{settings['THEME_STATIC_DIR']}/css/briefing.css" in made
    assert made == shop.by_pelican()
    shop.change("theme/static/css/briefing.css", "{", "{ ")
    shop.build()
    assert f"{settings['THEME_STATIC_DIR']}/css/briefing.css" not in tree(shop.output)
    assert tree(shop.output) == shop.clean()
