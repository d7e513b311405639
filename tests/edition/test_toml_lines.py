"""Where the keys of TOML files stand."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.toml_lines import Path, TomlLines

TEXT = '''# [[outlet]]
[[outlet]]
name = "A # no [comment]"
"other names" = [
  "x = 1", # y = 2
  """
z = 3
""",
]
  leaning.value = \'\'\'
by = "no"
\'\'\'
leaning.by = "B"

[[outlet]]   # the second
[outlet.leaning]
value = "C \\" ]"
[[outlet.deep]]
a = {b = 1, c = [2]}
[[outlet.deep]]
a = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("outlet", 0), 2), (("outlet", 0, "name"), 3), (("outlet", 0, "other names"), 4),
        (("outlet", 0, "leaning"), 10), (("outlet", 0, "leaning", "by"), 13), (("outlet", 1), 15),
        (("outlet", 1, "leaning"), 16), (("outlet", 1, "leaning", "value"), 17), (("outlet", 1, "deep", 0, "a"), 19),
        (("outlet", 1, "deep", 0, "a", "b"), 19), (("outlet", 1, "deep", 1, "a"), 21), (("nowhere",), 1),
    ],
)  # fmt: skip
def test_a_value_has_the_line_of_its_key_else_of_what_it_stands_in(path: Path, line: int) -> None:
    tomllib.loads(TEXT)
    assert line == TomlLines(TEXT).of(path)


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    assert TomlLines(text).of(("outlet",)) <= text.count("\n") + 1
