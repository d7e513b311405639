"""When two saves are of one story, which of them is the newest, and what is kept of the others."""

from __future__ import annotations

import datetime
import json
import pickle
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import documents, kinds, post
from briefing.compose import Source, compose
from briefing.saves import Identity, Index, identities_of, identity_of, is_same, newest_first, save_of
from briefing.story import DateFrom, Document, Field, FirstReport, Lines, Passage, Save, Story
from tests.briefing.making import DAY, a_full_story, a_story, an_earlier_save, evidence, stated
from tests.briefing.strategies import stories

ID = "urn:uuid:0b2c1f0e-5f5d-5c0e-8a4e-3d6f0c8f7a11"
HEADLINE = "Harbour reopens"
NEWS = "Coast FM broke the news in Port Ellis, Sundrey on Tuesday, June 2, 2026."
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def known(by_hand: str | None = None, **values: Any) -> Identity:
    """Return the identity of a story without any of what it could be known by, but for ``values``."""
    return identity_of(a_story(**{"title": Passage(""), "date_from": DateFrom.CONVERSION} | values), by_hand)


def titled(text: str, day: datetime.date | None = None) -> Identity:
    date_from = DateFrom.SUMMARY if day else DateFrom.CONVERSION
    return known(title=Passage(text, Lines(3, 3)), date=day or DAY, date_from=date_from)


def at(address: str) -> Identity:
    return known(address=stated(address, address))


def reported(line: str, *points: str) -> Identity:
    report = FirstReport(stated("Coast FM", evidence(line)))
    summary = tuple(Passage(point, Lines(number, number)) for number, point in enumerate(points, 5))
    return known(first_report=report, summary=summary)


# ---- what makes two saves one story


def test_an_id_given_by_hand_twice_is_one_story() -> None:
    assert is_same(known(ID), known(ID))
    assert not is_same(known(ID), known())
    assert not is_same(known(), known())


def test_a_document_with_the_id_of_a_post_belongs_to_it() -> None:
    newest, earlier = identities_of(a_story(id=ID, history=(an_earlier_save(),)))
    assert [True, True] == [is_same(known(ID), newest), is_same(known(ID), earlier)]


def test_the_same_address_is_one_story_whatever_the_headline() -> None:
    one = known(title=Passage("Harbour shuts"), address=stated("https://www.a.example/harbour/", "x"))
    assert is_same(one, at("http://a.example/harbour?utm_source=share#top"))
    assert not is_same(one, at("https://a.example/harbour_c8531a"))


def test_pages_that_give_only_their_sites_address_are_not_one_story() -> None:
    assert not is_same(at("https://a.example/"), at("https://a.example/"))


@pytest.mark.parametrize(
    ("days", "same"), [((2, 2), True), ((2, 5), True), ((5, 2), True), ((2, 6), False), ((2, None), True)]
)
def test_the_same_headline_within_three_days_is_one_story(days: tuple[int, int | None], same: bool) -> None:  # noqa: FBT001 - what is expected
    one, other = (DAY.replace(day=day) if day else None for day in days)
    assert same is is_same(titled("Harbour re-opens: “At last”", one), titled("HARBOUR REOPENS … at last", other))


@pytest.mark.parametrize("text", ["", "…", "?!"])
def test_a_headline_without_any_letter_is_never_the_same(text: str) -> None:
    assert not is_same(titled(text, DAY), titled(text, DAY))


def test_the_day_of_conversion_is_no_day_of_the_page() -> None:
    added_later = known(title=Passage(HEADLINE), date=datetime.date(2027, 1, 1), date_from=DateFrom.CONVERSION)
    assert is_same(titled(HEADLINE, DAY), added_later)


@pytest.mark.parametrize(
    ("points", "others", "same"),
    [
        (("A.", "B."), ("a", "C."), True),
        (("A.",), ("A.", "B.", "C.", "D."), True),
        (("A.", "B.", "C."), ("A.", "D.", "E."), False),
        (("A.", "B.", "C.", "D."), ("A.", "B."), True),
        (("A.",), (), False),
        ((), (), False),
    ],
)
def test_the_same_first_report_and_half_of_the_points_is_one_story(
    points: tuple[str, ...],
    others: tuple[str, ...],
    same: bool,  # noqa: FBT001 - what is expected
) -> None:
    assert same is is_same(reported(NEWS, *points), reported(NEWS, *others))
    assert not is_same(reported(NEWS, *points), reported("CNN broke the news.", *others))


def test_the_sentence_about_the_first_report_is_the_same_however_often_it_stands() -> None:
    twice = known(
        first_report=FirstReport(stated("Coast FM", evidence(NEWS, NEWS))), summary=(Passage("A.", Lines(5, 5)),)
    )
    assert is_same(twice, reported(NEWS, "A."))


# ---- identities


@given(stories(), st.booleans())
@SLOW
def test_a_story_and_its_post_have_the_same_identity(story: Story, given: bool) -> None:  # noqa: FBT001 - hypothesis
    by_hand = story.id if given else None
    read = post.read(post.write(story), "post.md")
    assert identity_of(story, by_hand) == identity_of(read, by_hand)
    assert list(identities_of(story)) == list(identities_of(read))


@given(stories(), st.none() | st.just(ID))
@SLOW
def test_an_identity_can_be_remembered(story: Story, by_hand: str | None) -> None:
    identity = identity_of(story, by_hand)
    assert identity == Identity.from_record(json.loads(json.dumps(identity.record())))
    assert identity == pickle.loads(pickle.dumps(identity))  # noqa: S301 - our own


def test_an_earlier_save_is_known_by_what_the_post_has_of_it() -> None:
    story = a_story(history=(save_of(a_full_story(address=stated("https://a.example/b", "x"))),))
    _, earlier = identities_of(story)
    assert is_same(earlier, at("https://a.example/b"))
    assert (DAY, "harbourreopens") == (earlier.day, earlier.title)


_IDENTITIES = st.builds(
    Identity,
    story_id=st.sampled_from([None, None, ID, "urn:uuid:2"]),
    address=st.sampled_from([None, None, "a.example/1", "a.example/2"]),
    title=st.sampled_from(["", "one", "two"]),
    day=st.none() | st.dates(datetime.date(2026, 6, 1), datetime.date(2026, 6, 9)) | st.sampled_from(
        [datetime.date.min, datetime.date.max]
    ),
    first_report=st.sampled_from(["", "cnn", "coastfm"]),
    points=st.frozensets(st.sampled_from("abcde"), max_size=4),
)  # fmt: skip


@given(_IDENTITIES, _IDENTITIES)
def test_one_is_a_save_of_the_other_as_the_other_of_the_one(one: Identity, other: Identity) -> None:
    assert is_same(one, other) is is_same(other, one)


@given(_IDENTITIES)
def test_a_save_is_of_its_own_story_if_anything_tells_what_that_is(identity: Identity) -> None:
    told = [identity.story_id, identity.address, identity.title, identity.first_report and identity.points]
    assert any(told) is is_same(identity, identity)


# ---- finding among many


@given(st.lists(_IDENTITIES, max_size=12), _IDENTITIES)
def test_an_index_finds_what_comparing_with_each_finds(many: list[Identity], identity: Identity) -> None:
    index: Index[list[Identity]] = Index()
    stories = [[one] for one in many]
    for one, story in zip(many, stories, strict=True):
        index.add(one, story)
    same = [story for one, story in zip(many, stories, strict=True) if is_same(identity, one)]
    assert same == index.find_all(identity)
    assert (same[0] if same else None) is index.find(identity)


def test_a_story_is_found_by_each_of_its_saves_and_once() -> None:
    index: Index[str] = Index()
    for identity in (titled("Harbour shuts", DAY), at("https://a.example/harbour")):
        index.add(identity, "harbour")
    both = known(
        title=Passage("Harbour shuts"), date=DAY, date_from=DateFrom.SUMMARY,
        address=stated("https://a.example/harbour", "x"),
    )  # fmt: skip
    assert ["harbour"] == index.find_all(both)


def test_a_save_of_two_stories_is_of_the_one_that_was_added_first() -> None:
    index: Index[str] = Index()
    index.add(at("https://a.example/harbour"), "older")
    index.add(titled(HEADLINE, DAY), "newer")
    both = known(
        title=Passage(HEADLINE), date=DAY, date_from=DateFrom.SUMMARY, address=stated("https://a.example/harbour", "x")
    )
    assert ("older", ["older", "newer"]) == (index.find(both), index.find_all(both))


# ---- which is the newest


def saved(name: str, articles: int | None = None, *, published: str | None = None, updated: str | None = None) -> Story:
    return a_story(
        document=Document(name, "0f" * 32, "ground-news-story"),
        articles=Field() if articles is None else stated(articles, f"{articles} Articles"),
        published=stated(published, published) if published else Field(),
        updated=stated(updated, updated) if updated else Field(),
    )


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (saved("a", 5, updated="2026-06-03"), saved("b", 9, updated="2026-06-02")),
        (saved("a", 5, updated="2026-06-02T10:00:00Z"), saved("b", 9, updated="2026-06-02T11:00:00+02:00")),
        (saved("a", 5, published="2026-06-01", updated="2026-06-03"), saved("b", 9, published="2026-06-02")),
        (saved("a", 9, published="2026-06-02"), saved("b", 5, published="2026-06-02")),
        (saved("a", 9), saved("b", 5)),
        (saved("a", 9), saved("b", 5, updated="2026-06-02")),
        (saved("a", 9, updated="2026-06-02"), saved("b", 5)),
        (saved("a", 9), saved("b")),
        (saved("b", 9), saved("a", 9)),
        (saved("b"), saved("a")),
        (saved("b", updated="yesterday"), saved("a", updated="tomorrow")),
    ],
)
def test_dates_of_the_page_then_articles_then_names_tell_which_save_is_newer(newer: Story, older: Story) -> None:
    assert (newer, older) == newest_first([older, newer]) == newest_first([newer, older])
    assert (save_of(newer), save_of(older)) == newest_first([save_of(older), save_of(newer)])


_SAVED = st.builds(
    saved,
    st.sampled_from("abcdefgh"),
    st.none() | st.integers(1, 4),
    published=st.none() | st.sampled_from(["2026-06-01", "2026-06-02"]),
    updated=st.none() | st.sampled_from(["2026-06-03", "2026-06-03T12:00:00Z", "2026-06-04"]),
)


@given(st.lists(_SAVED, max_size=6, unique_by=lambda story: story.document), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_in_which_saves_come(saves: list[Story], random: Any) -> None:
    ordered = newest_first(saves)
    random.shuffle(saves)
    assert ordered == newest_first(saves)
    assert len(saves) == len(ordered)


@given(st.lists(_SAVED, max_size=6, unique_by=lambda story: story.document))
def test_saves_with_dates_are_always_in_the_order_of_these(saves: list[Story]) -> None:
    dates = [story.updated.value or story.published.value for story in newest_first(saves)]
    moments = [(date if "T" in date else f"{date}T00:00:00Z") for date in dates if date]
    assert sorted(moments, reverse=True) == moments


# ---- what is kept


def test_of_an_earlier_save_its_facts_are_kept_with_their_evidence() -> None:
    story = a_full_story()
    assert story.document
    assert Save(
        document=story.document,
        title=story.title,
        articles=story.articles,
        bias=story.bias,
        counts=story.counts,
        first_report=story.first_report,
    ) == save_of(story)


def test_a_story_without_a_document_is_no_save() -> None:
    with pytest.raises(ValueError, match="without a document"):
        save_of(a_story(document=None))


# ---- real pages


def test_one_page_by_two_extractors_is_one_story(shared: Any) -> None:
    found = []
    for path in sorted((shared / "documents" / "ground-news").glob("*-cut-iran-*")):
        document = documents.read(path, 1 << 24)
        assert kinds.recognise(document)
        moment = datetime.datetime(2026, 6, 3, tzinfo=datetime.UTC)
        composed = compose(Source(path, path.name, None, document), moment, datetime.UTC)
        found.append(identity_of(composed.story, composed.given_id))
    assert [True] == [is_same(one, other) for one, other in pairwise(found)]


def test_no_two_others_of_the_real_pages_are_one_story(shared: Any) -> None:
    identities = {}
    for path in sorted((shared / "documents" / "ground-news").glob("*.txt")):
        document = documents.read(path, 1 << 24)
        if kinds.recognise(document) and "-iran-" not in path.name:
            moment = datetime.datetime(2026, 6, 3, tzinfo=datetime.UTC)
            story = compose(Source(path, path.name, None, document), moment, datetime.UTC).story
            identities[path.name] = identity_of(story, None)
    same = [(a, b) for a in identities for b in identities if a < b and is_same(identities[a], identities[b])]
    assert (True, []) == (len(identities) > 8, same)
