"""Templates that are rendered thousands of times: Jinja's own, with less work for each value that they show.

What they render to is the same. But most values are plain texts without a sign that HTML would misread, which Jinja
wraps in a class of its own before they are joined with the others; most names are attributes of an object, for which
it calls a function of its own; and what an included template yields, it hands on piece by piece.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_misread = re.compile("[&<>\"']").search


class _Generator(CodeGenerator):
    """Compiles what templates do most often to shorter code (Jinja: ``code_generator_class``)."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - by the names of nodes
        """Get an attribute; where an object has none of that name, Jinja looks for an item."""
        self.write("(found if (found := getattr(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else environment.getattr(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}))")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 - as above
        """Include a template as one text."""
        if not node.with_context or node.ignore_missing or not isinstance(node.template, nodes.Const):
            super().visit_Include(node, frame)
            return
        self.writeline("template = environment.get_template(", node)
        self.visit(node.template, frame)
        self.write(f", {self.name!r})")
        self.start_write(frame, node)
        values = f"context.get_all(), True, {self.dump_local_context(frame)}"
        self.write(f"concat(template.root_render_func(template.new_context({values})))")
        self.end_write(frame)


class QuickEnvironment(Environment):
    """An environment whose templates render to the same as those of Jinja's own, sooner.

    A template is looked for once: ``auto_reload`` makes no difference.
    """

    code_generator_class = _Generator

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

    @staticmethod
    def shown(value: Any) -> str:
        """Return a value as it stands in HTML."""
        kind = type(value)
        if kind is Markup or (kind is str and not _misread(value)):
            return value  # type: ignore[no-any-return]
        return str(value) if kind is int else escape(value)
