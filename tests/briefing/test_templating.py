"""Our environment renders every template to what Jinja's own does."""

from __future__ import annotations

import gc
import weakref
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from briefing.templating import QuickEnvironment

_PARTS = {
    "part": "<{{ name }} {{ inner }} {{ loop is defined }}>",
    "base": "[{% block body %}nothing{% endblock %}]",
    "words": "{% macro say(text) %}“{{ text }}”{% endmacro %}",
}


class _Thing(SimpleNamespace):
    """Something of which it can be told whether it is still there."""


@pass_context
def _in_page(context: Context) -> str:
    """Return what is known where it is called."""
    return f"{context.resolve('name')} {context.get('i')} {context.get('j')}"


_VALUES = {
    "said": lambda text: f"said: {text}",
    "in_page": _in_page,
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
        "100 % of {{ name }}, 50%{{ number }} {{ '%s' }}{{ '%%' }}",
        "{% if number %}{{ number }}{% endif %}{% if nothing %}{{ nothing }}{% endif %}",
        "a{% if nothing %}1{% elif number > 50 %}{{ name }}{% if thing.deep.flag %}2{% endif %}{% else %}3{% endif %}b",
        "{% for i in [1, 2] %}{% if loop.last %}{{ i }}.{% else %}{{ loop.index }}, {% endif %}{% endfor %}",
        "{% if nothing %}{% set x = 1 %}{% endif %}{{ x }}{% if name %}{% set x = 2 %}{{ x }}{% endif %}",
        "{% macro m(a, b='<', c=1) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(1, html) }}{{ m(c=2) }}{{ m() }}",
        "{% macro m() %}{{ varargs }}{{ kwargs|length }}{% endmacro %}{{ m(name) }}{{ m(*[1]) }}{{ m(**{'a': 1}) }}",
        "{% macro m(a) %}{{ caller(a) }}{% endmacro %}{% call(x) m('<') %}{{ x }}{{ name }}{% endcall %}",
        "{{ name.upper() }}{{ name.split(' ')[0].replace('B', html) }}{{ [3, 1].index(1) }}{{ range(3)|join }}",
        "{% for i in [1] %}{% set j = i %}{{ said(name) }}{{ in_page() }}{% endfor %}{{ in_page() }}",
        "{% extends 'base' %}{{ name }}{% if number %}unseen{% endif %}{% block body %}{{ in_page() }}{% endblock %}",
    ],
)
def test_a_template_renders_to_the_same(template: str) -> None:
    plain, quick = both(template)
    assert plain == quick


def test_a_macro_that_is_given_too_much_is_an_error() -> None:
    template = QuickEnvironment(autoescape=True).from_string("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}")
    with pytest.raises(TypeError, match="macro 'm' takes not more than 1 argument"):
        template.render()


def test_nothing_of_a_page_is_left_to_be_cleared_away() -> None:
    part = "{% macro say(text) %}{{ thing.name }}{{ text }}{% endmacro %}{{ say('a') }}"
    loader = DictLoader({"part": part, "page": "{% include 'part' %}{% include 'part' %}"})
    template = QuickEnvironment(loader=loader, autoescape=True).get_template("page")
    thing = _Thing(name="b")
    is_there = weakref.ref(thing)
    gc.disable()
    try:
        assert template.render(thing=thing) == "baba"
        del thing
        assert is_there() is None
    finally:
        gc.enable()


def test_what_is_not_there_is_an_error_to_the_strict() -> None:
    environment = QuickEnvironment(loader=DictLoader({"page": "{{ thing.absent.name }}"}), undefined=StrictUndefined)
    with pytest.raises(UndefinedError, match="absent"):
        environment.get_template("page").render(_VALUES)
