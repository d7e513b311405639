"""A slug is the headline's words and six digits of the story's id."""

# ruff: noqa: RUF001 - the characters that headlines use

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.slugs import make_slug

ID = "urn:uuid:1f3a9c0e-5f5d-5c0e-8a4e-3d6f0c8f7a11"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Harbour opens", "harbour-opens-1f3a9c"),
        ("  “Tide” & <b>other</b> machines!", "tide-b-other-b-machines-1f3a9c"),
        ("Aldersea’s mayor isn't sorry", "alderseas-mayor-isnt-sorry-1f3a9c"),
        ("Türkiye, Écho d’Ornay & Łódź", "turkiye-echo-dornay-lodz-1f3a9c"),
        ("东京", "dong-jing-1f3a9c"),
        ("18% of £27", "18-of-27-1f3a9c"),
        ("a/b\\c..d", "a-b-c-d-1f3a9c"),
        ("", "1f3a9c"),
        ("🙂", "1f3a9c"),
        ("x" * 61, "1f3a9c"),
        ("x" * 60, f"{'x' * 60}-1f3a9c"),
        ("word " * 12, f"{'-'.join(['word'] * 12)}-1f3a9c"),
        ("word " * 13, f"{'-'.join(['word'] * 12)}-1f3a9c"),
    ],
)
def test_a_slug_has_whole_words_of_at_most_60_characters(headline: str, expected: str) -> None:
    assert expected == make_slug(headline, ID)


def test_more_digits_tell_stories_with_the_same_six_apart() -> None:
    assert "harbour-1f3a9c0" == make_slug("Harbour", ID, {"harbour-1f3a9c"})
    assert "harbour-1f3a9c0e" == make_slug("Harbour", ID, {"harbour-1f3a9c", "harbour-1f3a9c0"})


def test_an_id_of_another_form_still_gives_a_slug() -> None:
    assert "harbour-abc" == make_slug("Harbour", "abc", {"harbour-abc"})


@given(st.text(max_size=100), st.uuids())
def test_a_slug_is_fit_for_addresses_and_file_names(headline: str, story_id: object) -> None:
    slug = make_slug(headline, f"urn:uuid:{story_id}")
    assert re.fullmatch(r"(?:[a-z0-9]+-)*[0-9a-f]{6}", slug)
    assert len(slug) <= 67
