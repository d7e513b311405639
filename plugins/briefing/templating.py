"""Templates that are rendered thousands of times: Jinja's own, with less work for each value that they show.

A value is escaped as ever. But most are plain texts without a sign that HTML would misread, and Jinja wraps each of
them in a class of its own before it is joined with the others; here it is joined as it is.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

VERSION = "1"  # of what templates are compiled to, for those that keep it

_misread = re.compile("[&<>\"']").search


class _Generator(CodeGenerator):
    """Compiles a template's values to calls of :meth:`QuickEnvironment.shown` (Jinja: ``code_generator_class``)."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


class QuickEnvironment(Environment):
    """An environment whose templates render to the same as those of Jinja's own, sooner."""

    code_generator_class = _Generator

    @staticmethod
    def shown(value: Any) -> str:
        """Return a value as it stands in HTML."""
        kind = type(value)
        if kind is Markup or (kind is str and not _misread(value)):
            return value  # type: ignore[no-any-return]
        return escape(value)
