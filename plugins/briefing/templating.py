"""Templates that are rendered thousands of times: Jinja's own, with less work for each value that they show.

What they render to is the same. But most values are plain texts without a sign that HTML would misread, which Jinja
wraps in a class of its own before they are joined with the others; most names are attributes of an object, for which
it calls a function of its own; most calls are of macros and methods, with as many values as they take, of which it asks
each time whether they want the page's context; and it yields texts and values, and what an included template yields,
piece by piece.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, MutableMapping
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from briefing.template_code import QuickGenerator

_misread = re.compile("[&<>\"']").search
_as_markup: Callable[[str], str] = functools.partial(str.__new__, Markup)


class QuickEnvironment(Environment):
    """An environment whose templates render to the same as those of Jinja's own, sooner.

    A template is looked for once: ``auto_reload`` makes no difference, and it knows the globals of that moment.
    """

    code_generator_class = QuickGenerator

    def __init__(self, **options: Any) -> None:
        """Take Jinja's options."""
        super().__init__(**options)
        self._found: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name
    ) -> Template:
        """Return a template, as Jinja does."""
        if globals or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if name not in self._found:
            self._found[name] = super().get_template(name, parent)
        return self._found[name]

    def included(self, template: Template, context: Context, variables: Mapping[str, Any]) -> str:
        """Return what a template renders to where another one includes it.

        Macros know where they are defined, and this knows them: that is forgotten, so that all goes at once.
        """
        own = template.new_context(context.get_all(), shared=True, locals=variables)
        text = self.concat(template.root_render_func(own))
        own.vars.clear()
        return text

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows without being given it, as it is when the template is looked for."""
        return {**self.globals, **(d or {})}

    @staticmethod
    def shown(value: Any) -> str:
        """Return a value as it stands in HTML."""
        kind = type(value)
        if kind is Markup or (kind is str and not _misread(value)):
            return value  # type: ignore[no-any-return]
        return str(value) if kind is int else escape(value)

    @staticmethod
    def macro_of(macro: Macro) -> Macro:
        """Return a macro, with a function ``quickly`` if it takes a fixed number of values: to call it with these."""
        if macro.catch_kwargs or macro.catch_varargs or macro.caller:
            return macro
        # It does not know the macro itself, or both would stay until somebody looks for what can be cleared away.
        name, count, function = macro.name, macro._argument_count, macro._func  # noqa: SLF001 - there is no other way

        def quickly(*values: Any) -> str:
            if len(values) > count:
                message = f"macro {name!r} takes not more than {count} argument(s)"
                raise TypeError(message)
            return _as_markup(function(*values, *(missing,) * (count - len(values))))

        macro.quickly = quickly  # type: ignore[attr-defined]
        return macro

    @staticmethod
    def callee(context: Context, called: Any, loop_vars: Any, block_vars: Any) -> Callable[..., Any]:
        """Return what to call with a template's values, where it calls something."""
        kind = type(called)
        if kind is Macro:
            quickly: Callable[..., str] | None = getattr(called, "quickly", None)
            if quickly is not None:
                return quickly
        elif (kind is MethodType or kind is BuiltinMethodType) and not hasattr(called, "jinja_pass_arg"):
            return called  # type: ignore[no-any-return]
        return functools.partial(context.call, called, _loop_vars=loop_vars, _block_vars=block_vars)
