"""The page, the listing, the feed and the data of a story that was read from an article."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from tests.site.conftest import Site

ARTICLES = Path(__file__).parents[1] / "briefing" / "kinds" / "articles"


def test_an_articles_words_are_said_to_be_its_own_everywhere(site: Site) -> None:
    site.add("coast/harbour.html", (ARTICLES / "json-ld.html").read_bytes())
    site.build("--strict")
    path = site.story("aldersea-harbour")
    page = site.page(path).text_content()
    assert "How it begins" in page
    assert "the article’s own words, Aldersea Mercury" in page  # noqa: RUF001
    assert "From a saved article" in page
    assert "Quoted in the article" in page
    feed = (site.output / "feeds" / "all.rss.xml").read_text("utf-8")
    assert "The article’s own words, Aldersea Mercury" in feed  # noqa: RUF001
    for text in (page, feed):
        assert "summary by" not in text.lower()
    data = json.loads((site.output / path).with_name("index.json").read_text("utf-8"))
    assert ("article", "Aldersea Mercury", "Ida Storm and Bo Lind") == (
        data["document"]["kind"], data["outlet"]["value"], data["byline"]["value"],
    )  # fmt: skip


def test_what_only_a_story_page_could_say_is_not_missed_in_an_article(site: Site) -> None:
    site.add("coast/light.html", (ARTICLES / "outlet-as-author.html").read_bytes())
    site.build("--strict")
    page = site.page(site.story("moon-seen")).text_content()
    assert "Byline: not stated" in " ".join(page.split())
    for words in ("How the outlets lean", "Who reported it first", "Number of articles", "Factuality"):
        assert words not in page
    front = site.page("index.html").text_content()
    assert "an article of Coast FM" in front
    assert "leanings not stated" not in front


def test_an_article_written_from_right_to_left_is_shown_so(site: Site) -> None:
    site.add("coast/harbour.html", (ARTICLES / "arabic.html").read_bytes())
    site.build("--strict")
    (path,) = site.output.glob("2026/06/02/*/index.html")
    page = site.page(path.relative_to(site.output).as_posix())
    assert ("ar", "rtl") == (page.get("lang"), page.get("dir"))
    (heading,) = page.xpath("//h1")
    assert "auto" == heading.get("dir")
    assert all(passage.get("dir") == "auto" for passage in page.xpath("//section[contains(@class, 'summary')]/p[@id]"))
    (menu,) = page.xpath("//header[contains(@class, 'masthead')]")
    assert ("en", "ltr") == (menu.get("lang"), menu.get("dir"))


def test_an_article_without_a_headline_is_a_draft_and_the_report_says_how_to_give_one(site: Site) -> None:
    site.add("wire.txt", (ARTICLES / "wire.txt").read_bytes())
    told = site.build()
    assert "needs a title: wire.txt" in told
    assert [] == list(site.output.glob("2*/*/*/*/index.html"))


def test_a_listing_says_that_a_story_under_the_day_of_its_conversion_has_no_date(site: Site) -> None:
    dated = (ARTICLES / "json-ld.html").read_text("utf-8")
    site.add("coast/dated.html", dated)
    body = (
        "The ferry to Brend Isle sails twice a day again, the harbour master of Aldersea said.",
        "It had been laid up since a storm broke its ramp, and a smaller boat took its place.",
        "The new ramp is longer than the old one, and cars can now drive aboard at low water as well.",
        "The company that runs the ferry expects as many passengers as it had before the storm came.",
    )
    site.add("coast/undated.txt", "\n\n".join(("Ferry to Brend Isle sails again", *body)))
    site.build()
    undated = PurePosixPath(site.story("ferry-to-brend")).parent.name
    said = {
        PurePosixPath(row.xpath("string(.//a/@href)")).name: " ".join(row.text_content().split()).endswith(
            "date not stated"
        )
        for row in site.page("index.html").xpath("//article | //ul[@class='headlines']/li")
    }
    assert {True, False} == set(said.values())
    assert {undated} == {story for story, told in said.items() if told}
