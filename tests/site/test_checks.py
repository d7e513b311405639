"""The sample site holds to the rules that independent programs check."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from commands.exits import CommandError
from tests.check import accessibility, links, markup, pictures, weight
from tests.check.pages import STORY, by_kind
from tests.check.pictures import Picture
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


@pytest.mark.parametrize("picture", pictures.PICTURES, ids=lambda picture: picture.file)
def test_a_picture_of_the_readme_is_taken(samples: Site, chromium: Browser, address: str, picture: Picture) -> None:
    made = pictures.taken(chromium, address + pictures.path_of(samples.output, picture), picture)

    with Image.open(io.BytesIO(made)) as image:
        assert ("PNG", (picture.width, picture.height)) == (image.format, image.size)


def test_where_the_samples_are_gone_no_picture_is_taken(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="build the site with its samples first"):
        pictures.path_of(tmp_path, pictures.PICTURES[0])


def test_each_kind_of_page_is_accessible(
    samples: Site, chromium: Browser, address: str, program: Callable[..., str]
) -> None:
    assert program("npm")
    paths = [path for several in by_kind(samples.output, 1).values() for path in several]
    assert [] == list(accessibility.problems(chromium, address, paths))


def test_a_story_is_light(samples: Site, chromium: Browser, address: str) -> None:
    for path in by_kind(samples.output)[STORY]:
        assert [] == list(weight.problems(weight.weigh(chromium, address + path))), path
