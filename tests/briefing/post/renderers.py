"""The two sorts of Markdown that a post must look right in, and what their HTML shows."""

from __future__ import annotations

import re

import cmarkgfm
import markdown
from cmarkgfm.cmark import Options
from lxml import html

EXTENSIONS = ("markdown.extensions.extra", "markdown.extensions.sane_lists")
_GITHUB_EXTENSIONS = ("table", "strikethrough", "tasklist")
_PARSER = markdown.Markdown(extensions=EXTENSIONS)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def python_markdown(text: str) -> str:
    """Render as stock Pelican does, front matter aside."""
    rendered: str = _PARSER.reset().convert(_FRONT_MATTER.sub("", text))
    return rendered


def github(text: str, *, autolink: bool = False) -> str:
    """Render as GitHub does, front matter aside."""
    rendered: str = cmarkgfm.markdown_to_html_with_extensions(
        _FRONT_MATTER.sub("", text),
        options=Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE,
        extensions=[*_GITHUB_EXTENSIONS, *(["autolink"] if autolink else [])],
    )
    return rendered


RENDERERS = {"Python-Markdown": python_markdown, "GitHub": github}


def tree(rendered: str) -> html.HtmlElement:
    """Return HTML as a tree."""
    return html.fragment_fromstring(rendered, create_parent="div")


def elements(root: html.HtmlElement) -> list[str]:
    """Return the names of the elements in a tree, comments aside."""
    return [element.tag for element in root.iter() if isinstance(element.tag, str)]


def shown(root: html.HtmlElement) -> str:
    """Return the text that a tree shows, white space folded."""
    return fold(str(root.xpath("string()")))


def fold(text: str) -> str:
    """Return a text with its white space folded."""
    return re.sub(r"\s+", " ", text).strip()
