"""Many articles stand in groups by how the page rates their outlets, few as the page lists them."""

from __future__ import annotations

import pytest

from briefing.leaning_groups import Block, Group, group
from briefing.story import Addition, Card
from tests.briefing.making import a_story, page_of

MIXED = ("Center", "Lean Left", None, "Right", "Far Left", "Mixed", "Center")


def cards(*words: str | None) -> tuple[Card, ...]:
    return tuple(Card(headline=f"Number {number}", bias=word) for number, word in enumerate(words))


def numbers(found: tuple[Group, ...]) -> list[tuple[str | None, list[str]]]:
    return [(one.side, [c.headline[-1] for block in one.blocks for c in block.items]) for one in found]


def test_each_group_has_the_articles_of_its_leaning_in_the_pages_order() -> None:
    found = group([Block(cards(*MIXED), "")])
    assert [
        ("left", ["1", "4"]), ("center", ["0", "6"]), ("right", ["3"]), ("other", ["5"]), ("unrated", ["2"]),
    ] == numbers(found)  # fmt: skip
    assert [2, 2, 1, 1, 1] == [one.count for one in found]


@pytest.mark.parametrize("words", [MIXED[:6], ("Center",) * 9, (None,) * 9])
def test_few_articles_and_those_of_one_leaning_have_no_groups(words: tuple[str | None, ...]) -> None:
    blocks = (Block(cards(*words), ""),)
    assert (Group(None, blocks),) == group(blocks)


def test_where_there_is_nothing_there_is_no_group() -> None:
    assert () == group([])


def test_what_an_editor_wrote_stays_below_its_article_and_before_and_after_them_all() -> None:
    listed = cards(*MIXED)
    blocks = [Block((), "first"), Block(listed[:2], "below 1"), Block(listed[2:], "last")]
    found = group(blocks)
    assert Group(None, (Block((), "first"),)) == found[0]
    assert Group(None, (Block((), "last"),)) == found[-1]
    assert Group("left", (Block((listed[1],), "below 1"), Block((listed[4],), ""))) == found[1]


def test_an_editors_text_above_few_articles_of_which_none_follows_is_kept() -> None:
    blocks = (Block((), "alone"),)
    assert (Group(None, blocks),) == group(blocks)


def test_the_page_leads_to_each_group_and_counts_what_is_listed_in_it() -> None:
    added = (Addition("articles", 2, "Seen by me."), Addition("articles", 7, "All seen."))
    page = page_of(a_story(coverage=cards(*MIXED), additions=added))
    links = {link.get("href"): " ".join(link.text_content().split()) for link in page.xpath(".//ul[@class='jump']//a")}
    assert {
        "#articles-left": "Left 2",
        "#articles-center": "Center 2",
        "#articles-right": "Right 1",
        "#articles-other": "Rated otherwise 1",
        "#articles-unrated": "Not rated on the page 1",
    } == links
    assert [href[1:] for href in links] == page.xpath(".//section[@class='group']/h3/@id")
    (left,) = page.xpath(".//section[@class='group'][h3/@id='articles-left']")
    assert ["Number 1", "Number 4"] == [heading.text for heading in left.xpath(".//h4")]
    assert "Seen by me." in left.text_content()
    assert not page.xpath(".//section[@class='group'][contains(., 'All seen.')]")
    assert "All seen." in page.text_content()
