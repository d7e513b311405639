"""What page templates are given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from pelican.contents import Article, Category, Static
from pelican.settings import DEFAULT_CONFIG

from edition.filters import content_at, filters, in_place, to_root
from edition.outlet_links import OutletLinks
from edition.outlet_table import read


@pytest.mark.parametrize(
    ("output_file", "root"),
    [
        ("index.html", "./"),
        ("topics/index.html", "../"),
        ("2026/06/02/slug/index.html", "../../../../"),
        ("404.html", "/news/"),
        ("x/404.html", "../"),
    ],
)
def test_the_way_to_the_root_is_relative_but_for_the_page_shown_at_any_depth(output_file: str, root: str) -> None:
    assert root == to_root(output_file, "https://example.org/news")


@pytest.mark.parametrize("site_url", ["https://example.org", "http://127.0.0.1:8000", ""])
def test_the_way_to_a_root_without_path_is_a_slash(site_url: str) -> None:
    assert "/" == to_root("404.html", site_url)


def test_templates_have_all_filters() -> None:
    assert {
        "to_root",
        "content_at",
        "in_place",
        "by_table",
        "outlets_linked",
        "once",
        "brand",
        "social_image",
        "linked_data",
        "in_short",
        "rfc3339",
    } == set(filters({"SITEURL": "https://example.org"}))


def test_marks_become_buttons_that_open_their_notes_and_all_else_stays() -> None:
    number = "<span>[</span>2<span>]</span>"
    mark = f'<sup class="ev"><a id="mark-2-1" href="#evidence-2" aria-label="Evidence 2">{number}</a></sup>'
    others = '<a href="#evidence-2">line 3</a><a class="back" href="#mark-2-1">↑</a><a id="x" href="#y">&lt;z&gt;</a>'
    shown = in_place(Markup(f'{mark}<ol><li id="evidence-2">words</li><li id="line-3"></li></ol>{others}'))  # noqa: S704
    button = '<button type="button" id="mark-2-1" popovertarget="evidence-2" aria-label="Evidence 2">'
    assert (
        f'<sup class="ev">{button}{number}</button></sup>'
        f'<ol><li popover id="evidence-2">words</li><li id="line-3"></li></ol>{others}'
    ) == shown
    assert isinstance(shown, Markup)


def test_outlets_of_listed_articles_lead_to_their_pages_by_all_their_names(tmp_path: Path) -> None:
    table = tmp_path / "outlets.toml"
    table.write_text('[[outlet]]\nname = "The Bay & Sound"\nother_names = ["Sound"]\n', encoding="utf-8")
    linked = OutletLinks({}, lambda: read(DEFAULT_CONFIG | {"OUTLETS_PATH": str(table)}))
    named = '<b dir="auto" data-pagefind-filter="outlet">{}</b>'

    shown = linked("".join(map(named.format, ("Sound", "CNN", "The Bay &amp; Sound", "☃"))), "../")

    assert "".join(
        named.format(one)
        for one in (
            '<a href="../outlets/the-bay-sound/">Sound</a>', '<a href="../outlets/cnn/">CNN</a>',
            '<a href="../outlets/the-bay-sound/">The Bay &amp; Sound</a>', "☃",
        )
    ) == shown  # fmt: skip


def test_without_pages_of_outlets_nothing_leads_to_them() -> None:
    named = '<b dir="auto" data-pagefind-filter="outlet">CNN</b>'

    assert named == OutletLinks({"OUTLET_PAGES": False}, lambda: read({}))(named, "../")


def test_what_a_macro_makes_of_the_same_values_is_made_once() -> None:
    made: list[str] = []

    def macro(text: str, *, dated: bool = False) -> Markup:
        made.append(text)
        return Markup("<b>{}</b>{}").format(text, " dated" if dated else "")

    once = filters({"SITEURL": "https://example.org"})["once"]

    shown = [once(macro, "a"), once(macro, "b"), once(macro, "a"), once(macro, "a", dated=True)]

    assert ["<b>a</b>", "<b>b</b>", "<b>a</b>", "<b>a</b> dated"] == shown
    assert ["a", "b", "a"] == made


def article(html: str, path: str, context: dict[str, Any]) -> Article:
    settings = DEFAULT_CONFIG | {"PATH": "/content", "ARTICLE_URL": "2026/{slug}/", "SITEURL": "https://example.org"}
    metadata = {"title": "T", "slug": "other", "category": Category("c", settings)}
    made = Article(html, metadata, settings, f"/content/{path}", context)
    context["generated_content"][path] = made
    return made


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="{filename}b.md">', '<a href="../../2026/other/">'),
        ('<a href="{filename}/briefings/b.md#part">', '<a href="../../2026/other/#part">'),
        ("<a class=x href='{filename}b.md'>", "<a class=x href='../../2026/other/'>"),
        ('<img src="{static}/images/p.png">', '<img src="../../images/p.png">'),
        ('<a href="#evidence-1">', '<a href="#evidence-1">'),
        ('<a href="https://example.org/2026/other/">', '<a href="https://example.org/2026/other/">'),
        ("https://root.invalid/x {filename}b.md", "https://root.invalid/x {filename}b.md"),
        (
            '<a href="https://root.invalid/x"><a href="{filename}b.md">',
            '<a href="https://root.invalid/x"><a href="../../2026/other/">',
        ),
    ],
)
def test_links_to_other_content_are_made_relative_and_nothing_else(html: str, expected: str) -> None:
    context: dict[str, Any] = {"generated_content": {}, "static_content": {}, "localsiteurl": "https://example.org"}
    article("", "briefings/b.md", context)
    static = Static("", {"title": "p"}, DEFAULT_CONFIG | {"PATH": "/content"}, "/content/images/p.png")
    context["static_content"]["images/p.png"] = static
    made = content_at(article(html, "briefings/a.md", context), "../../")
    assert Markup(expected) == made  # noqa: S704 - what a reader made
    assert isinstance(made, Markup)
