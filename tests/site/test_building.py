"""Building: bad input stops nothing, a broken post stops everything, the same content gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.site.conftest import Site

WORDS_BEFORE = 4  # in the first point of STORY, "The ferry to Oddenwick"
STORY = """Published loading...Updated

{title}

  • The ferry to Oddenwick left forty minutes late on Tuesday, June 2, 2026, and nobody on the pier was surprised.
  • The skipper said "the tide does not read our timetable" and gave out tea.
Insights by Ground AI

12 Articles

Bias Distribution

  • 50% of the sources lean Left
50% Left
Factuality

To view factuality data please Upgrade to Premium

Oddenwick Parish Letter broke the news in Oddenwick, Sundrevay on Tuesday, June 2, 2026.
"""


def test_what_is_no_story_is_named_with_its_reason_and_the_others_are_built(site: Site) -> None:
    site.add("good.txt", STORY.format(title="A ferry is late"))
    site.add("empty.txt", "")
    site.add("binary.dat", b"\x00\x01\x02" * 100)
    site.add("large.txt", "x" * 2000)
    site.add("recipe.txt", "Take six herrings.\n\nSalt them.\n")
    site.set(DOCUMENT_MAX_BYTES=1500)
    told = site.build()
    assert "A ferry is late" in site.page(site.story("a-ferry")).text_content()
    for name, reason in (
        ("empty.txt", "is empty"),
        ("binary.dat", "is not text"),
        ("large.txt", "DOCUMENT_MAX_BYTES"),
        ("recipe.txt", "no page of a kind"),
    ):
        (line,) = [line for line in told.splitlines() if name in line]
        assert reason in line
    site.build("--strict", expected=1)
    assert site.story("a-ferry")


def test_a_post_that_does_not_parse_stops_the_build_and_leaves_the_last_good_site(site: Site) -> None:
    site.add("good.txt", STORY.format(title="A ferry is late"))
    site.build()
    before = site.files()
    (post,) = site.posts.glob("*.md")
    post.write_text(post.read_text("utf-8").replace("| Articles | 12", "| Articles | a dozen"), "utf-8")
    site.add("second.txt", STORY.format(title="A second ferry is late too"))
    told = site.build(expected=1)
    assert before == site.files()
    assert post.name in told
    assert "a dozen" in told
    assert "expected a number" in told


def test_two_posts_with_one_slug_are_an_error_that_names_both(site: Site) -> None:
    site.add("good.txt", STORY.format(title="A ferry is late"))
    site.build()
    before = site.files()
    (post,) = site.posts.glob("*.md")
    post.with_name("2026-06-02-copy.md").write_text(post.read_text("utf-8"), "utf-8")
    told = site.build(expected=1)
    assert post.name in told
    assert "2026-06-02-copy.md" in told
    assert before == site.files()


def test_a_second_build_changes_no_byte_and_touches_no_file(site: Site) -> None:
    site.add("health/good.txt", STORY.format(title="A ferry is late"))
    site.build()
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in site.output.rglob("*.*") if path.is_file()}
    site.build()
    assert before == {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in before}
    assert set(before) == {path for path in site.output.rglob("*.*") if path.is_file()}


def test_a_clone_without_the_documents_builds_the_same_site(site: Site) -> None:
    document = site.add("health/good.txt", STORY.format(title="A ferry is late"))
    site.build()
    before = site.files()
    document.unlink()
    site.build()
    assert before == site.files()


def test_an_editors_change_is_shown_as_the_editors_on_the_page_in_the_data_and_in_the_feed(site: Site) -> None:
    site.add("good.txt", STORY.format(title="A ferry is late"))
    site.build()
    (post,) = site.posts.glob("*.md")
    text = post.read_text("utf-8").replace("| Articles | 12", "| Articles | 14")
    post.write_text(f"{text}\nThe editor went to see. [More](https://example.org/more)\n", "utf-8")
    site.build()
    page = site.page(site.story("a-ferry"))
    shown = " ".join(page.xpath("//section[contains(@class, 'glance')]")[0].text_content().split())
    assert "14" in shown
    assert "the page has: 12" in shown
    assert page.xpath("//a[@href='https://example.org/more']")
    data = json.loads((site.output / site.story("a-ferry")).with_name("index.json").read_text("utf-8"))
    assert {"state": "stated", "value": 14, "lines": None, "origin": "editor"}.items() <= data["articles"].items()
    assert data["articles"]["page"] == {"state": "stated", "value": 12, "lines": [9, 9]}
    assert "The editor went to see." in (site.output / "feeds/all.rss.xml").read_text("utf-8")


def test_every_data_file_is_as_the_published_schema_says(samples: Site) -> None:
    schema = Draft202012Validator(json.loads((samples.output / "schema/story.json").read_text("utf-8")))
    files = sorted(samples.output.glob("*/*/*/*/index.json"))
    assert len(list(samples.posts.glob("*.md"))) == len(files)
    for file in files:
        schema.validate(json.loads(file.read_text("utf-8")))


@pytest.mark.parametrize(("rights", "most"), [("facts", 0), ("short", 25)])
def test_what_rights_hold_back_is_in_no_file(site: Site, rights: str, most: int) -> None:
    words = [f"word{number}" for number in range(60)]
    site.add("good.txt", STORY.format(title="A ferry is late").replace("left forty minutes late", " ".join(words)))
    site.set(RIGHTS=rights)
    site.build()
    sent = b"".join(site.files().values()).decode(errors="replace")  # there are pictures among them
    assert [word for word in words if word in sent] == words[: max(0, most - WORDS_BEFORE)]
    assert "A ferry is late" in sent


def test_publishing_asks_for_the_address_and_for_the_rights_and_says_what_each_sends_out(site: Site) -> None:
    site.add("good.txt", STORY.format(title="A ferry is late"))
    site.set(PUBLISHING=True, SITEURL="", RIGHTS=None)
    told = site.build(expected=2)
    for words in ("SITEURL", "RIGHTS", '"facts"', '"short"', '"full"', "at most 25 words"):
        assert words in told
    assert not site.output.exists()


def test_a_page_without_headline_or_category_is_a_draft_and_stops_nothing(site: Site) -> None:
    site.add("good.txt", STORY.format(title="A ferry is late"))
    site.add("untitled.txt", STORY.partition("{title}")[2].replace("Oddenwick", "Brinmouth"))
    told = site.build("--strict")
    assert "needs a title: untitled.txt" in told
    assert len(list(site.output.glob("drafts/*/index.html"))) == 1
    assert site.story("a-ferry")


def test_an_empty_site_says_how_to_begin(site: Site) -> None:
    site.build()
    assert "content/documents/" in site.page("index.html").text_content()


def test_the_seed_becomes_a_site_that_says_what_it_says_and_nothing_else(site: Site, shared: Path) -> None:
    (seed,) = (shared / "seeds").glob("*.txt")
    site.add("health/seed.txt", seed.read_bytes())
    told = site.build("--strict")
    posts = {path.name: path.read_bytes() for path in site.posts.rglob("*") if path.is_file()}
    for name, content in (site.files() | posts | {"the log": told.encode()}).items():
        for words in ("Lake Geneva", "institutional access", "Too Big Arrow Icon", "Subscribe and get full access"):
            assert words.encode() not in content, (name, words)
    data = json.loads((site.output / site.story("mayo-clinic")).with_name("index.json").read_text("utf-8"))
    assert data["bias"]["center"] == {"state": "stated", "value": 57, "lines": [35, 36], "origin": "page", "page": None}
    assert data["bias"]["left"]["state"] == data["bias"]["right"]["state"] == "absent"
    assert data["first_report"] == {
        "state": "stated", "outlet": "CNN", "place": "Atlanta, United States", "date": "2026-06-02", "lines": [48, 48],
    }  # fmt: skip
    assert ["Mayo Clinic", "Microsoft"] == data["topics"]
