"""Jinja's ``{% trans %}`` and ``_("...")``, put in when a template is compiled: showing a page costs nothing more then.

Beside them stands ``{% once %}``, for what is the same on many pages. Both are usual extensions of Jinja, for any
environment of templates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension, InternationalizationExtension
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from markupsafe import Markup

from briefing.texts import Texts

_PART = re.compile(r"%\((\w+)\)s|%%")
_CALL = ("name", "lparen", "string", "rparen")
_FUNCTION = "_"


def install(environment: Environment, texts: Texts) -> None:
    """Let the templates of an environment be in one language; before the first of them is compiled.

    They have ``interface_language``, the language that their own texts are in.
    """
    environment.add_extension(_Translated)
    environment.add_extension(Once)
    environment.extend(texts=texts, kept_parts={})
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals["interface_language"] = texts.language
    # For texts of which a number chooses one; Jinja's extension gives environments this function.
    environment.install_gettext_translations(texts.catalog, newstyle=True)  # type: ignore[attr-defined]


class _Translated(InternationalizationExtension):
    """Jinja's extension for gettext (Jinja, "i18n Extension"), with constants where it has calls."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Put a translation where ``_("...")`` stands."""
        waiting: list[Token] = []
        for token in stream:
            waiting.append(token)
            if token.type != _CALL[len(waiting) - 1] or (len(waiting) == 1 and token.value != _FUNCTION):
                yield from waiting
                waiting.clear()
            elif len(waiting) == len(_CALL):
                yield Token(waiting[0].lineno, "string", self._texts.of(waiting[2].value))
                waiting.clear()
        yield from waiting

    @property
    def _texts(self) -> Texts:
        texts: Texts = self.environment.texts  # type: ignore[attr-defined]
        return texts

    def _make_node(
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        *others: Any,
    ) -> nodes.Output:
        """Return what shows a text; which of several it is where there is a number, is known only then."""
        if plural is not None or context is not None:
            return super()._make_node(singular, plural, context, variables, *others)
        text = self._texts.of(singular)
        parts: list[nodes.Expr] = []
        end = 0
        for match in _PART.finditer(text):
            parts.append(nodes.TemplateData(text[end : match.start()]))
            parts.append(variables[match[1]] if match[1] else nodes.TemplateData("%"))
            end = match.end()
        return nodes.Output([*parts, nodes.TemplateData(text[end:])])


class Once(Extension):
    """``{% once key %}...{% endonce %}``: rendered once for each key, and shown as it was from then on.

    The key has all by which what stands there differs from page to page, but for the settings.
    """

    tags = {"once"}  # noqa: RUF012 - as Jinja's own extensions have it

    def parse(self, parser: Parser) -> nodes.Node:
        """Return what renders the block, or shows it again."""
        line = next(parser.stream).lineno
        key = nodes.Tuple([nodes.Const(parser.name), nodes.Const(line), parser.parse_tuple()], "load")
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_shown", [key]), [], [], body).set_lineno(line)

    def _shown(self, key: tuple[Any, ...], caller: Callable[[], str]) -> Markup:
        kept: dict[tuple[Any, ...], Markup] = self.environment.kept_parts  # type: ignore[attr-defined]
        if key not in kept:
            kept[key] = Markup(caller())  # noqa: S704 - it was rendered right here
        return kept[key]
