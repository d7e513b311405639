"""Slugs are those that Pelican makes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Tag

from edition.slugs import slug_of

SETTINGS: list[dict[str, Any]] = [
    {},
    {"SLUGIFY_USE_UNICODE": True},
    {"SLUGIFY_PRESERVE_CASE": True},
    {"TAG_REGEX_SUBSTITUTIONS": [("C\\+\\+", "cpp"), (r"[^\w\s-]", ""), (r"[-\s]+", "_")]},
    {"SLUG_REGEX_SUBSTITUTIONS": []},
]


@pytest.mark.parametrize("changed", SETTINGS)
@given(
    st.one_of(
        st.text(), st.sampled_from(["Mayo Clinic", "C++", "Ålesund", "<b>x</b> & y", "…", "日本", "İstanbul", "ﬁ"])
    )
)
def test_a_slug_is_that_of_pelicans_tag(changed: dict[str, Any], topic: str) -> None:
    settings = DEFAULT_CONFIG | changed
    assert Tag(topic, settings).slug == slug_of(topic, settings)
