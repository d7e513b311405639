"""The list of all feeds that feed readers import."""

from __future__ import annotations

from pathlib import Path

import lxml.etree
import pytest
from pelican.writers import FileOverwriteFailedError

from feeds.channel import Channel
from feeds.opml import opml
from feeds.site import Site
from feeds.writer import FeedWriter
from tests.feeds.stand_ins import SETTINGS, StandIn

SITE = Site.of(SETTINGS, SETTINGS)
LISTED = SETTINGS | {"FEEDS_OPML": "feeds/feeds.opml"}


def outlines(text: str | bytes) -> list[dict[str, str]]:
    """Return the feeds of a list."""
    root = lxml.etree.fromstring(text if isinstance(text, bytes) else text.encode())
    return [
        {str(name): str(value) for name, value in one.attrib.items()} for one in root.iterfind("body/outline/outline")
    ]


def a_channel(name: str | None, place: str = "feeds/x.xml") -> Channel:
    return Channel.over((), SITE, place, name)


def test_a_feed_is_listed_with_its_name_its_address_and_its_site() -> None:
    title = 'The Briefing - Tea & "coffee" <now>'
    expected = {
        "type": "rss", "text": title, "title": title,
        "xmlUrl": "https://example.org/news/feeds/x.xml", "htmlUrl": "https://example.org/news/",
    }  # fmt: skip
    assert [expected] == outlines(opml(SITE, [a_channel('Tea & "coffee" <now>')]))


def test_the_feed_of_the_site_comes_first_and_the_others_by_name_in_whatever_order_they_are_given() -> None:
    channels = [a_channel("sea"), a_channel("Ships"), a_channel(None), a_channel("AI")]
    expected = ["The Briefing", "The Briefing - AI", "The Briefing - sea", "The Briefing - Ships"]
    assert expected == [one["text"] for one in outlines(opml(SITE, channels))]
    assert opml(SITE, channels) == opml(SITE, reversed(channels))


def test_the_writer_lists_the_feeds_that_it_wrote(tmp_path: Path) -> None:
    writer = FeedWriter(str(tmp_path), settings=LISTED)
    writer.write_feed([StandIn()], LISTED, "feeds/all.rss.xml", feed_type="rss")
    writer.write_feed([StandIn()], LISTED)  # which is only returned
    writer.write_json_feed([StandIn()], LISTED, "feeds/all.json")  # which says the same again
    writer.write_opml(LISTED)
    listed = outlines((tmp_path / "feeds/feeds.opml").read_bytes())
    assert ["https://example.org/news/feeds/all.rss.xml"] == [one["xmlUrl"] for one in listed]
    with pytest.raises(FileOverwriteFailedError):
        writer.write_opml(LISTED)


@pytest.mark.parametrize("settings", [SETTINGS, LISTED])
def test_a_list_that_is_not_asked_for_or_would_be_empty_is_not_written(
    tmp_path: Path, settings: dict[str, object]
) -> None:
    writer = FeedWriter(str(tmp_path), settings=settings)
    writer.write_opml(settings)
    assert [] == list(tmp_path.iterdir())
