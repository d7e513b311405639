"""What holds for every page of a built site, and for a story's page."""

from __future__ import annotations

import posixpath
import re
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from tests.site.conftest import Site

HOST = "http://127.0.0.1:8000"


def _target(page: str, href: str) -> tuple[str, str]:
    """Return the file that a link of a page leads to on this site, and the id in it."""
    parts = urlsplit(href)
    path = unquote(parts.path)
    base = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(page), path) if path else page
    file = posixpath.normpath(base)
    return (
        posixpath.normpath(f"{file}/index.html") if path.endswith("/") or path in {".", ".."} else file
    ), parts.fragment


def test_every_link_of_every_page_leads_to_a_file_and_to_an_id_that_are_there(samples: Site) -> None:
    files = samples.files()
    ids = {name: {str(i) for i in samples.page(name).xpath("//@id")} for name in samples.pages()}
    for name in samples.pages():
        for href in samples.page(name).xpath("//@href | //@src"):
            if urlsplit(href).netloc:
                href = href.removeprefix(HOST)  # noqa: PLW2901 - the site's own whole addresses
                assert href.startswith("/"), (name, href)
            target, fragment = _target(name, href)
            assert target in files, (name, href)
            assert not fragment or fragment in ids[target], (name, href)


def test_links_are_relative_but_for_the_feed_and_the_canonical_address(samples: Site) -> None:
    for name in samples.pages():
        whole = samples.page(name).xpath("//*[@href][starts-with(@href, 'http')]")
        assert {"canonical", "alternate"} >= {link.get("rel") for link in whole}, name


def test_no_page_asks_a_third_party_for_anything_or_has_inline_script_or_style(samples: Site) -> None:
    for name in samples.pages():
        page = samples.page(name)
        loaded = page.xpath(
            "//@src | //link[@rel='stylesheet' or @rel='icon' or @rel='apple-touch-icon' or @rel='manifest']/@href"
        )
        assert not [address for address in loaded if urlsplit(address).netloc], name
        assert not page.xpath(
            "//script[not(@src or @type='application/ld+json')] | //style | //@style | //iframe | //@onclick"
        ), name


def test_every_page_has_one_heading_a_title_a_language_and_the_feed(samples: Site) -> None:
    for name in samples.pages():
        page = samples.page(name)
        assert len(page.xpath("//h1")) == 1, name
        assert "The Briefing" in page.findtext(".//title"), name
        assert page.get("lang") == "en", name
        feeds = page.xpath("//link[@rel='alternate'][@type='application/rss+xml']/@href")
        assert f"{HOST}/feeds/all.rss.xml" in feeds, name


def test_headings_never_skip_a_level(samples: Site) -> None:
    for name in samples.pages():
        levels = [int(h.tag[1]) for h in samples.page(name).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_each_evidence_mark_leads_to_a_note_and_the_note_back_to_each_mark(samples: Site) -> None:
    page = samples.page(samples.story("mayo-clinic"))
    marks = page.xpath("//sup/button[starts-with(@popovertarget, 'evidence-')]")
    assert len(marks) >= 6
    for mark in marks:
        (note,) = page.xpath("//*[@id=$id][@popover]", id=mark.get("popovertarget"))
        assert {f"#{note.get('id')}", f"#{mark.get('id')}"} <= set(note.xpath(".//a/@href"))


def test_in_feeds_marks_are_links_to_the_notes_on_the_page(samples: Site) -> None:
    feed = (samples.output / "feeds" / "all.rss.xml").read_text("utf-8")
    page = samples.story("mayo-clinic").removesuffix("index.html")
    assert f'href="{HOST}/{page}#evidence-2"' in feed
    assert "popover" not in feed


def test_a_story_page_shows_each_fact_with_the_words_it_was_read_from(samples: Site) -> None:
    page = samples.page(samples.story("mayo-clinic"))
    text = re.sub(r"\s+", " ", page.text_content())
    for words in (
        "by Ground AI",
        "CNN broke the news in Atlanta, United States on Tuesday, June 2, 2026.",
        "57% of the sources are Center",
        "left and right not stated",
        "Factuality: for subscribers only",
        "To view factuality data please Upgrade to Premium",
        "“frontier medical intelligence is around the corner,”",
        "the page gives no link",
    ):
        assert words in text
    glance = page.xpath("//section[contains(@class, 'glance')]")[0].text_content()
    assert "Suleyman" not in glance


def test_text_of_a_document_is_text_on_every_page(samples: Site) -> None:
    for name in samples.pages():
        assert not samples.page(name).xpath("//b[.='Tide']"), name
    page = samples.page(samples.story("typewriter"))
    assert (
        page.findtext(".//h1")
        == '"<b>Tide</b> & Other Machines": Lisbet Garrowmere\'s *typewriter* poems go on show in Dunvarrow'
    )


def test_who_saved_a_page_is_nowhere(samples: Site) -> None:
    posts = {path.name: path.read_bytes() for path in samples.posts.rglob("*") if path.is_file()}
    for name, content in (samples.files() | posts).items():
        for trace in (b"Pennyquern", b"institutional access", b"You are connecting from", b"Too Big Arrow Icon"):
            assert trace not in content, name


def test_a_story_that_one_side_hardly_covers_is_among_the_blindspots_with_the_shares_that_make_it_one(
    samples: Site,
) -> None:
    (told,) = samples.page("blindspots/index.html").xpath("//main//li[.//a[contains(@href, 'net-menders')]]")
    assert "Right: 8% of the rated outlets; left 54%." in told.text_content()
