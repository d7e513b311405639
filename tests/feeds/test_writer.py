"""The writer is Pelican's own, but for what stands in a feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import lxml.etree
import pytest
from pelican import signals
from pelican.urlwrappers import Tag
from pelican.writers import FileOverwriteFailedError

from feeds.writer import FeedWriter
from tests.feeds.stand_ins import SETTINGS, StandIn, texts

PATH = "feeds/all.rss.xml"


@contextmanager
def listening(signal: Any, heard: Callable[..., None]) -> Iterator[None]:
    signal.connect(heard)
    try:
        yield
    finally:
        signal.disconnect(heard)


@pytest.fixture
def writer(tmp_path: Path) -> FeedWriter:
    return FeedWriter(str(tmp_path), settings=SETTINGS)


def test_a_feed_is_written_below_the_output_folder(writer: FeedWriter, tmp_path: Path) -> None:
    feed = writer.write_feed([StandIn()], SETTINGS, PATH, feed_type="rss")
    assert (tmp_path / PATH).read_bytes() == feed.rss_str(pretty=True)


def test_a_feed_without_a_path_is_returned_and_not_written(writer: FeedWriter, tmp_path: Path) -> None:
    feed = writer.write_feed([StandIn()], SETTINGS)
    assert (["A title"], []) == ([entry.title() for entry in feed.entry()], list(tmp_path.iterdir()))


def test_a_feed_says_the_address_at_which_it_is_found(writer: FeedWriter) -> None:
    feed = writer.write_feed([], SETTINGS, PATH, "feed/")
    assert "https://example.org/news/feed/" == feed.link()[0]["href"]


def test_a_feed_s_title_says_what_it_is_about(writer: FeedWriter) -> None:
    assert "The Briefing - Health" == writer.write_feed([], SETTINGS, feed_title="Health").title()


def test_a_feed_is_called_as_the_article_that_was_added_first_calls_it(writer: FeedWriter) -> None:
    old, new = (StandIn(added=f"2026-06-0{day}", tags=(Tag(name, {}),)) for day, name in enumerate(("Ai", "AI"), 1))
    assert "The Briefing - Ai" == writer.write_feed([new, old], SETTINGS, feed_title="AI").title()


def test_an_article_that_is_given_twice_is_in_the_feed_once(writer: FeedWriter) -> None:
    article = StandIn()
    assert 1 == len(writer.write_feed([article, article], SETTINGS).entry())


@pytest.mark.parametrize(("feed_type", "root"), [("rss", "rss"), ("atom", "{http://www.w3.org/2005/Atom}feed")])
def test_a_feed_is_of_the_type_that_is_asked_for(writer: FeedWriter, tmp_path: Path, feed_type: str, root: str) -> None:
    writer.write_feed([], SETTINGS, "feed.xml", feed_type=feed_type)
    assert root == lxml.etree.parse(tmp_path / "feed.xml").getroot().tag


def test_a_feed_holds_the_newest_articles(writer: FeedWriter, tmp_path: Path) -> None:
    writer.settings = SETTINGS | {"FEED_MAX_ITEMS": 2}
    articles = [StandIn(title=day, added=f"2026-06-0{day}") for day in "1324"]
    writer.write_feed(articles, SETTINGS, PATH, feed_type="rss")
    assert ["4", "3"] == texts(lxml.etree.parse(tmp_path / PATH).getroot(), "channel/item/title")


def test_a_feed_is_not_written_over_another(writer: FeedWriter) -> None:
    writer.write_feed([], SETTINGS, PATH, feed_type="rss")
    with pytest.raises(FileOverwriteFailedError):
        writer.write_feed([], SETTINGS, PATH, feed_type="rss")


def test_a_feed_is_written_over_another_where_that_is_asked_for(writer: FeedWriter, tmp_path: Path) -> None:
    writer.write_feed([], SETTINGS, PATH, feed_type="rss")
    writer.write_feed([StandIn()], SETTINGS, PATH, feed_type="rss", override_output=True)
    writer.write_feed([], SETTINGS, PATH, feed_type="rss")
    assert "A title" in (tmp_path / PATH).read_text()


def test_an_output_folder_is_not_left(writer: FeedWriter) -> None:
    with pytest.raises(RuntimeError):
        writer.write_feed([], SETTINGS, "../feed.xml")


def test_lines_end_alike_on_every_system(writer: FeedWriter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As on Windows, where a file that is opened for text writes CRLF.
    def open_w(path: str, encoding: str, _override: bool) -> TextIO:  # noqa: FBT001 - Pelican's signature
        return Path(path).open("w", encoding=encoding, newline="\r\n")

    monkeypatch.setattr(writer, "_open_w", open_w)
    writer.write_feed([StandIn()], SETTINGS, PATH, feed_type="rss")
    assert b"\r" not in (tmp_path / PATH).read_bytes()


def test_others_hear_of_a_feed_before_it_is_written_and_may_change_it(writer: FeedWriter, tmp_path: Path) -> None:
    def heard(context: object, feed: Any) -> None:
        assert SETTINGS is context
        feed.copyright("Its authors")

    with listening(signals.feed_generated, heard):
        writer.write_feed([], SETTINGS, PATH, feed_type="rss")
    assert ["Its authors"] == texts(lxml.etree.parse(tmp_path / PATH).getroot(), "channel/copyright")


def test_others_hear_of_a_feed_when_it_is_written(writer: FeedWriter, tmp_path: Path) -> None:
    told: list[tuple[str, bool]] = []

    def heard(path: str, context: object, feed: Any) -> None:
        assert SETTINGS is context
        assert ["A title"] == [entry.title() for entry in feed.entry()]
        told.append((path, Path(path).is_file()))

    with listening(signals.feed_written, heard):
        writer.write_feed([StandIn()], SETTINGS, PATH, feed_type="rss")
    assert [(str(tmp_path / PATH), True)] == told


def test_an_article_is_made_ready_once_for_all_its_feeds(writer: FeedWriter) -> None:
    asked: list[str] = []

    class Asked(StandIn):
        def get_content(self, siteurl: str) -> str:
            asked.append(siteurl)
            return super().get_content(siteurl)

    articles = [Asked(slug="a"), Asked(slug="b")]
    for feed_type in ("rss", "atom"):
        writer.write_feed(articles, SETTINGS, feed_type=feed_type)
    assert ["https://example.org/news"] * 2 == asked
