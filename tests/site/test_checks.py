"""The sample site holds to the rules that independent programs check."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.check import accessibility, links, markup, weight
from tests.check.pages import STORY, by_kind
from tests.check.serving import serving
from tests.site.conftest import Site


@pytest.fixture(scope="module")
def address(samples: Site) -> Iterator[str]:
    """Serve the sample site on this machine."""
    with serving(samples.output) as address:
        yield address


def test_every_link_leads_somewhere(samples: Site) -> None:
    assert [] == list(links.problems(samples.output))


def test_the_html_of_every_page_is_right(samples: Site, program: Callable[..., str]) -> None:
    assert program("java")
    assert program("npm")
    assert [] == list(markup.problems(samples.output))


def test_each_kind_of_page_is_accessible(
    samples: Site, chromium: Browser, address: str, program: Callable[..., str]
) -> None:
    assert program("npm")
    paths = [path for several in by_kind(samples.output, 1).values() for path in several]
    assert [] == list(accessibility.problems(chromium, address, paths))


def test_a_story_is_light(samples: Site, chromium: Browser, address: str) -> None:
    for path in by_kind(samples.output)[STORY]:
        assert [] == list(weight.problems(weight.weigh(chromium, address + path))), path
