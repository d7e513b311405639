"""The code that templates are compiled to: Jinja's own, shorter where templates do most often what they do.

What it calls of the environment is in :mod:`briefing.templating`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef


class QuickGenerator(CodeGenerator):
    """Compiles what templates do most often to shorter code (Jinja: ``code_generator_class``)."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _escapes(frame) and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write statements; of these, those beside each other that only output something are one."""
        super().blockvisit(_joined(nodes) if self._joins(frame) else nodes, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - by the names of nodes
        """Output texts and values that stand beside each other as one text."""
        if not self._joins(frame):
            super().visit_Output(node, frame)
            return
        self.start_write(frame, node)
        self._write_text(node.nodes, frame)
        self.end_write(frame)

    def _joins(self, frame: Frame) -> bool:
        return _escapes(frame) and not frame.require_output_check and self._make_finalize().src is None

    def _write_text(self, parts: Sequence[Any], frame: Frame) -> None:
        """Write an expression for what texts, values and choices between such are together."""
        finalize = self._make_finalize()
        form, values = "", []
        for part in parts:
            try:
                form += str(self._output_child_to_const(part, frame, finalize)).replace("%", "%%")
            except Exception:  # noqa: BLE001 - as Jinja has it: it cannot be known yet, or its error is raised later
                form += "%s"
                values.append(part)
        if not values:
            self.write(repr(form.replace("%%", "%")))
            return
        if form == "%s":
            self._write_part(values[0], frame, finalize)
            return
        self.write(f"{form!r} % (")
        for value in values:
            self.newline(value)
            self._write_part(value, frame, finalize)
            self.write(",")
        self.write(")")

    def _write_part(self, part: Any, frame: Frame, finalize: Any) -> None:
        if isinstance(part, nodes.If):
            self._write_choice(part, frame)
            return
        self._output_child_pre(part, frame, finalize)
        self.visit(part, frame)
        self._output_child_post(part, frame, finalize)

    def _write_choice(self, choice: nodes.If, frame: Frame) -> None:
        self.write("(")
        for branch in (choice, *choice.elif_):
            self._write_text(_parts(branch.body), frame)
            self.write(" if ")
            self.visit(branch.test, frame)
            self.write(" else ")
        self._write_text(_parts(choice.else_), frame)
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - as Jinja has it
        """Call what needs nothing of the page's context without a look for it."""
        others = node.kwargs or node.dyn_args or node.dyn_kwargs or forward_caller
        if others or not _escapes(frame):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("environment.callee(context, ")
        self.visit(node.node, frame)
        self.write(f", {'_loop_vars' if frame.loop_frame else None}, {'_block_vars' if frame.block_frame else None})(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Define a macro that can be called without much ado."""
        self.write("environment.macro_of(")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as above
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
        self.write(f"environment.included(template, context, {self.dump_local_context(frame)})")
        self.end_write(frame)


def _escapes(frame: Frame) -> bool:
    """Whether it is known that values are escaped there."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile


def _only_outputs(node: nodes.Node) -> bool:
    """Whether a statement does nothing but output something, always or where something is so."""
    if isinstance(node, nodes.If):
        return all(map(_only_outputs, (*node.body, *node.elif_, *node.else_)))
    return isinstance(node, nodes.Output)


def _joined(statements: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """Yield statements, with those beside each other that only output something as one."""
    for outputs, several in itertools.groupby(statements, _only_outputs):
        if outputs:
            together = list(several)
            yield nodes.Output(_parts(together), lineno=together[0].lineno)
        else:
            yield from several


def _parts(outputs: Iterable[nodes.Node]) -> list[Any]:
    """Return what statements output: values, and statements that choose between such."""
    return [part for one in outputs for part in (one.nodes if isinstance(one, nodes.Output) else [one])]
