"""Kinds of documents, recognised from what they say. A kind is a package with these three names.

``NAME``: as posts and data give it. ``recognise(document)``: whether a document is of this kind; cheap.
``parse(document)``: its :class:`~briefing.story.Facts`; raises nothing but
:class:`~briefing.documents.DocumentError`, where a form of the kind cannot be read.
"""

from __future__ import annotations

from typing import Protocol, cast

from briefing.documents import Document
from briefing.kinds import article, ground_news
from briefing.story import Facts


class Kind(Protocol):
    """What a package in this one offers."""

    NAME: str

    def recognise(self, document: Document) -> bool:
        """Return whether a document is of this kind."""

    def parse(self, document: Document) -> Facts:
        """Return what a document of this kind tells."""


KINDS = tuple(cast("Kind", module) for module in (ground_news, article))


def recognise(document: Document) -> Kind | None:
    """Return the kind of a document, or None where it is of no kind that is known."""
    return next((kind for kind in KINDS if kind.recognise(document)), None)
