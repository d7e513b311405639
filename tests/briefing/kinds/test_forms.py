"""One page saved in each form gives the same story, but for what the form has lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from briefing import documents, kinds
from briefing.documents import Document
from tests.briefing.kinds.making import parsed
from tests.briefing.kinds.plain import plain

FORMS = Path(__file__).parent / "forms"
HTML = (FORMS / "harbour.html").read_text(encoding="utf-8")
ADDRESS = "https://ground.news/article/aldersea-opens-its-harbour_c8531a"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str | bytes, str], Document]:
    def write_and_read(content: str | bytes, name: str = "page.html") -> Document:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return documents.read(path, 1 << 20)

    return write_and_read


def said(document: Document) -> dict[str, Any]:
    """Return what a page tells by where it stands in the facts, without the lines."""
    kind = kinds.recognise(document)
    assert kind is not None
    assert "ground-news-story" == kind.NAME
    return dict(_flat("", plain(parsed(document))))


def _flat(name: str, value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [pair for key, part in value.items() if key != "lines" for pair in _flat(f"{name}.{key}", part)]
    if isinstance(value, list):
        return [pair for key, part in enumerate(value, 1) for pair in _flat(f"{name}.{key}", part)]
    return [(name.removeprefix("."), re.sub(r" @[0-9-]+$", "", value) if isinstance(value, str) else value)]


def form(name: str) -> dict[str, Any]:
    return said(documents.read(FORMS / name, 1 << 20))


def test_a_web_page_tells_all() -> None:
    whole = form("harbour.html")
    assert ("2026-06-02T09:30:12.000Z", "2026-06-03T22:19:40.000Z") == (whole["published"], whole["updated"])
    assert ("en", ADDRESS, "Coast FM") == (whole["language"], whole["address"], whole["first_report.outlet"])
    assert ("27", "46", "27") == (whole["bias.left"], whole["bias.center"], whole["bias.right"])
    assert 3 == len([name for name in whole if name.endswith(".headline")])
    assert "https://mercury.aldersea.example/harbour/ships-are-back?edition=morning&page=1" == whole["coverage.1.url"]
    assert "2026-06-02T18:08:56.000Z" == whole["coverage.1.time"]
    assert ["The Harrow Post", "Wendmark Today"] == [
        whole["coverage.1.reposted_by.1"],
        whole["coverage.1.reposted_by.2"],
    ]


OUT_OF_SIGHT = {"language", "published", "updated", "address", "page_topics"}
LINKS = {f"coverage.{at}.{what}" for at in (1, 2, 3) for what in ("url", "time")}
REPOSTERS = {"coverage.1.reposted_by.1", "coverage.1.reposted_by.2"}


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("harbour-a.txt", {*OUT_OF_SIGHT, *LINKS, *REPOSTERS, "bias.left", "bias.right"}),
        (
            "harbour-b.txt",
            {
                *OUT_OF_SIGHT, *LINKS, *REPOSTERS, "first_report.outlet", "first_report.place", "first_report.date",
                "sources_from", "coverage.1.outlet", "coverage.1.bias", "coverage.1.reposts", "coverage.2.outlet",
                "coverage.2.bias", "coverage.3.outlet",
            },
        ),
        ("harbour.md", {*REPOSTERS, "language", "updated", "published", *(one for one in LINKS if "time" in one)}),
        ("harbour-turndown.md", {*REPOSTERS, *OUT_OF_SIGHT, *(one for one in LINKS if "time" in one)}),
    ],
)  # fmt: skip
def test_another_form_tells_the_same_but_for_what_it_has_lost(name: str, lost: set[str]) -> None:
    whole = form("harbour.html")
    found = form(name)
    if "published" in found:  # a clipper keeps the day alone
        assert whole["published"].startswith(found.pop("published"))
    assert {key: value for key, value in whole.items() if key not in lost} == found


def test_markdown_is_known_by_its_content(read: Callable[[str, str], Document]) -> None:
    text = (FORMS / "harbour.md").read_text(encoding="utf-8")
    assert form("harbour.md") == said(read(text, "page.txt"))


def archive(html: str) -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = ADDRESS
    message.set_content(html, subtype="html", cte="quoted-printable")
    message["Content-Location"] = ADDRESS
    return message.as_bytes()


def test_an_archive_tells_what_its_page_does(read: Callable[[bytes, str], Document]) -> None:
    assert form("harbour.html") == said(read(archive(HTML), "page.mhtml"))


CHANGES = {
    "without ids, classes and data": (r' (?!id="[SB]:0")(?:id|class|data-[\w-]+)="[^"]*"', ""),
    "with its parts in place": (
        r'<template id="B:0"></template>(.*?)<div hidden="" id="S:0">(.*?)(?=</div>\n<script>)',
        r"<div>\2</div>\1<div>",
    ),
    "without its links to outlets": (r' href="(?:/interest/[^"]*)"', ""),
    "with other words below an article": ("Read Full Article", "Open"),
    "with headings of other levels": (r"(</?)h[34]\b", r"\1h2"),
    "without comments": (r"<!-- -->", ""),
    "with its scripts run": (r"<script.*?</script>", ""),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_page_of_another_design_tells_the_same(read: Callable[[str], Document], change: str) -> None:
    pattern, replacement = CHANGES[change]
    changed = re.sub(pattern, replacement, HTML, flags=re.DOTALL)
    assert changed != HTML
    found = said(read(changed))
    whole = form("harbour.html")
    if "data" in change:  # which segment of a bar is whose is not said any more, but in which order they stand
        assert "27" == found["bias.right"]
    assert whole == found


def test_a_page_whose_articles_nothing_sets_apart_still_tells_its_story(read: Callable[[str], Document]) -> None:
    changed = re.sub(r' id="article[^"]*"|Read Full Article', "", HTML)
    found, whole = said(read(changed)), form("harbour.html")
    apart = {name for name in whole if name.startswith("coverage")}
    assert {name: whole[name] for name in whole.keys() - apart} == {
        name: found[name] for name in found if not name.startswith("coverage")
    }


@pytest.mark.parametrize(
    ("removed", "lines"),
    [
        (r"<h1 id.*?</h1>", "og:title"),
        (r'<h1 id.*?</h1>|<meta property="og:title"[^>]*>', '"headline": "'),
    ],
)
def test_a_page_without_its_first_heading_has_the_headline_of_its_head(
    read: Callable[[str], Document], removed: str, lines: str
) -> None:
    document = read(re.sub(removed, "", HTML))
    facts = parsed(document)
    assert "Aldersea opens its harbour after nine years" == facts.title.text
    assert facts.title.lines is not None
    (cited,) = (line.text for line in document.lines if line.number == facts.title.lines.first)
    assert lines in cited


def test_no_menu_slogan_or_article_is_taken_for_a_headline(read: Callable[[str], Document]) -> None:
    text = re.sub(r"<h1 id.*?</h1>|<head>.*?</head>", "", HTML, flags=re.DOTALL)
    facts = parsed(read(text))
    assert ("", None, 3, 3) == (facts.title.text, facts.standfirst, len(facts.summary), len(facts.coverage))


def test_a_page_cut_anywhere_states_nothing_else_than_the_whole(read: Callable[[str], Document]) -> None:
    whole = form("harbour.html")
    texts = {value for value in whole.values() if isinstance(value, str)}
    for end in range(2000, len(HTML), 501):
        found = dict(_flat("", plain(parsed(read(HTML[:end])))))
        cut = {"title", "page_topics", *(name for name in found if name.endswith(("excerpt", "headline")))}
        assert {name: value for name, value in found.items() if isinstance(value, str) and value not in texts
                and name not in cut} == {}  # fmt: skip


def test_no_reader_is_told_of(read: Callable[[str], Document]) -> None:
    proxied = HTML.replace("https://ground.news", "https://ground-news.wendvalley.idm.oclc.org").replace(
        "https://mercury.aldersea.example", "https://mercury-aldersea-example.wendvalley.idm.oclc.org"
    )
    found = said(read(proxied))
    assert form("harbour.html") == found
    assert "wendvalley" not in repr(found).lower()
    assert "Wend Valley" not in repr(found)


def test_a_list_of_one_article_without_ids_is_that_article(read: Callable[[str], Document]) -> None:
    first, *_, last = (found.start() for found in re.finditer('<div id="article-summary"', HTML))
    one = HTML[:first] + "<p>Sort by newest</p>" + HTML[last:]
    found = said(read(re.sub(r' id="article[^"]*"', "", one)))
    whole = form("harbour.html")
    third = {name.replace("coverage.3", "coverage.1"): whole[name] for name in whole if name.startswith("coverage.3")}
    assert third == {name: found[name] for name in found if name.startswith("coverage")}


def test_the_sites_own_heading_is_not_the_headline(read: Callable[[str], Document]) -> None:
    logo = '<div><h1>Every side of the news</h1></div><main id="main">'
    assert form("harbour.html") == said(read(HTML.replace('<main id="main">', logo)))


def test_an_address_behind_a_proxy_that_no_word_marks_is_not_stated(read: Callable[[str, str], Document]) -> None:
    text = (FORMS / "harbour.md").read_text(encoding="utf-8")
    behind = re.sub(r"https://([\w.]*(?:example|ground\.news))(?=[/)\"])", r"https://\1.wendvalley.example", text)
    found, whole = said(read(behind, "page.md")), form("harbour.md")
    lost = {name for name in whole if name == "address" or name.endswith(".url")}
    assert {name: value for name, value in whole.items() if name not in lost} == found
