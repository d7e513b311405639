"""Our environment renders every template to what Jinja's own does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from briefing.templating import QuickEnvironment

_PARTS = {
    "part": "<{{ name }} {{ inner }} {{ loop is defined }}>",
    "base": "[{% block body %}nothing{% endblock %}]",
    "words": "{% macro say(text) %}“{{ text }}”{% endmacro %}",
}
_VALUES = {
    "name": "Bread & <b>roses</b>",
    "html": Markup("<b>bold</b>"),
    "number": 57,
    "nothing": None,
    "thing": SimpleNamespace(items="an attribute", deep=SimpleNamespace(name="it's", flag=False)),
    "table": {"items": "an item", "name": {"of": '"quoted"'}},
}


def both(template: str, **options: Any) -> tuple[str, str]:
    environments = (
        kind(loader=DictLoader({**_PARTS, "page": template}), autoescape=True, **options)
        for kind in (Environment, QuickEnvironment)
    )
    plain, quick = (environment.get_template("page").render(_VALUES) for environment in environments)
    return plain, quick


@pytest.mark.parametrize(
    "template",
    [
        "{{ name }} {{ html }} {{ number }} {{ nothing }} {{ name ~ html }}",
        "{{ thing.items }} {{ thing.deep.name }} {{ thing.deep.flag }} {{ thing.deep.flag.real }}",
        "{{ table.name.of }} {{ table.items is callable }} {{ table.absent }} {{ table.absent is defined }}",
        "{% if thing.absent %}there{% else %}not there{% endif %}",
        "{% set inner = 'x & y' %}{% include 'part' %}",
        "{% for inner in [1, '<', html] %}{% include 'part' %}{% endfor %}",
        "{% set all %}{% include 'part' %}{% endset %}{{ all }}{{ all|length }}",
        "{% extends 'base' %}{% block body %}{% include 'part' %}{{ super() }}{% endblock %}",
        "{% import 'words' as words %}{{ words.say(name) }}{{ words.say(thing.deep.name) }}",
        "{% include 'absent' ignore missing %}{% include ['absent', 'part'] %}{% include 'part' without context %}",
        "{% include name_of|default('part') %}",
        "{% autoescape false %}{{ name }}{% endautoescape %}",
    ],
)
def test_a_template_renders_to_the_same(template: str) -> None:
    plain, quick = both(template)
    assert plain == quick


def test_what_is_not_there_is_an_error_to_the_strict() -> None:
    environment = QuickEnvironment(loader=DictLoader({"page": "{{ thing.absent.name }}"}), undefined=StrictUndefined)
    with pytest.raises(UndefinedError, match="absent"):
        environment.get_template("page").render(_VALUES)
