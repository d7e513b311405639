"""A site's own colors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from edition import colors
from edition.brand import Brand
from edition.checks import SettingsError
from edition.root_files import root_files

STYLES = Path(__file__).parents[2] / "theme" / "static" / "css" / "briefing.css"


@pytest.mark.parametrize(("scheme", "number"), [("light", 0), ("dark", 1)])
def test_the_usual_colors_are_those_of_the_style_sheet(scheme: str, number: int) -> None:
    rule = re.findall(r":root \{(.*?)\}", STYLES.read_text(encoding="utf-8"), re.DOTALL)[number]

    assert colors.USUAL[scheme] == dict(re.findall(r"--(\w+): (#\w{6});", rule))


def test_the_usual_colors_can_be_read() -> None:
    assert [] == colors.problems(colors.USUAL)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert expected == pytest.approx(colors.contrast(one, other), abs=0.005)
    assert colors.contrast(one, other) == colors.contrast(other, one)


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ("red", "COLORS: expected colors by scheme"),
        ({"light": "red"}, "COLORS: expected colors by scheme"),
        ({"sepia": {}}, "COLORS: expected 'light' and 'dark', found 'sepia'"),
        ({"light": {"lnk": "#0b5664"}}, "COLORS: there is no color 'lnk': did you mean 'link'?"),
        ({"light": {"???": "#0b5664"}}, "COLORS: there is no color '???'; there are paper, raise, ink"),
        ({"dark": {"link": "red"}}, "COLORS, dark, link: expected a color such as '#0b5664', found 'red'"),
        ({"light": {"link": "#8ab4f8"}}, "COLORS, light: link #8ab4f8 on paper #fbfaf6 cannot be read by all"),
        ({"light": {"left": "#eeeeff"}}, "COLORS, light: left #eeeeff on paper #fbfaf6 cannot be read by all"),
    ],
)
def test_wrong_colors_are_told(wrong: Any, problem: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(problem)):
        Brand.of({"COLORS": wrong})


def test_own_colors_have_a_style_sheet_whose_address_changes_with_them() -> None:
    one, other = ({"COLORS": {"light": {"link": link}}} for link in ("#7a1f2b", "#1f2b7a"))

    assert ":root { --link: #7a1f2b; }" in root_files(one)["colors.css"]().decode()
    assert Brand.of(one).style.startswith("colors.css?")
    assert Brand.of(one).style != Brand.of(other).style
    assert ("", False) == (Brand.of({}).style, "colors.css" in root_files({}))
