"""An editor's own Markdown to HTML, by Python-Markdown, each text with the footnotes and links that it refers to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.post.marks import references
from briefing.story import Addition

if TYPE_CHECKING:
    import markdown

_EXTENSIONS = ("markdown.extensions.extra", "markdown.extensions.sane_lists")
# Several texts stand on one page: their footnotes' ids must differ.
_CONFIGURATION = {"markdown.extensions.extra": {"footnotes": {"UNIQUE_IDS": True}}}
_DEFINITION = re.compile(r"^ {0,3}(?:\[[^\]^][^\]]*\]:[ \t]*\S.*|\*\[[^\]]+\]:.*)$", re.MULTILINE)
_FENCED = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[`~]*\s*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_BACK = re.compile(r'(?:&#160;)?<a class="footnote-backref" href="#(?P<id>[^"]*)".*?</a>')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class MarkdownRenderer:
    """Renders the texts that an editor added to one post.

    :param additions: all of the post, for what they define for each other
    """

    def __init__(self, additions: Sequence[Addition]) -> None:
        texts = [addition.markdown for addition in additions if addition.section != "notes"]
        self._notes = {references(a.markdown)[0]: a.markdown for a in additions if a.section == "notes"}
        self._definitions = [line for text in texts for line in _DEFINITION.findall(_read(text))]

    @cached_property
    def _parser(self) -> markdown.Markdown:
        import markdown  # noqa: PLC0415 - takes long to import, and few posts have an editor's Markdown

        return markdown.Markdown(extensions=_EXTENSIONS, extension_configs=_CONFIGURATION)

    def render(self, text: str) -> str:
        """Return a text as HTML, without the comments in it; empty where it shows nothing."""
        parts = [text, *self._referred(text), "\n".join(self._definitions)]
        html = _COMMENT.sub("", self._parser.reset().convert("\n\n".join(parts)))
        # Python-Markdown also shows notes that nothing refers to: these lead back nowhere.
        return _BACK.sub(lambda match: match[0] if f'id="{match["id"]}"' in html else "", html).strip()

    def _referred(self, text: str) -> list[str]:
        """Return the footnotes that a text refers to, and those that these refer to."""
        labels = [label for label in references(_read(text)) if label in self._notes]
        for label in labels:
            more = references(_read(self._notes[label]))
            labels += [other for other in more if other in self._notes and other not in labels]
        return [self._notes[label] for label in labels]


def _read(text: str) -> str:
    """Return what of a text is read as Markdown: not what stands in code and comments."""
    return _COMMENT.sub("", _CODE.sub("", _FENCED.sub("", text)))
