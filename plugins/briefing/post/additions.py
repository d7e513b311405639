"""What an editor added to a post as ordinary Markdown, each text with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.post import grammar
from briefing.post.contents import contents
from briefing.post.fields import read_evidence
from briefing.post.marks import references
from briefing.post.parts import Blocks
from briefing.story import Addition, Story


def read_additions(blocks: Blocks, story: Story) -> tuple[Addition, ...]:
    """Return an editor's footnotes and texts, in the order of a post's sections.

    :param story: the story that the rest of the post tells
    """
    texts: dict[tuple[str, int], list[str]] = {}
    for name in ("", *grammar.HEADINGS):
        section = blocks.sections.get(name)
        most = len(contents(story, name))
        for after, text in section.additions if section else ():
            texts.setdefault((name, min(after, most)), []).append(text)
    placed = tuple(Addition(name, after, "\n\n".join(parts)) for (name, after), parts in texts.items())
    return (*_own_notes(blocks, [addition.markdown for addition in placed]), *placed)


def _own_notes(blocks: Blocks, texts: Iterable[str]) -> Iterable[Addition]:
    """Yield the footnotes that are an editor's: those that quote no document, and those that their texts refer to."""
    referred = {label for text in texts for label in references(text)}
    own = {label for label, (_, text) in blocks.notes.items() if label in referred or read_evidence(text) is None}
    for label in list(own):
        own |= blocks.notes.keys() & set(references(blocks.notes[label][1]))
    for label, (_, text) in blocks.notes.items():
        if label in own:
            yield Addition("notes", 0, f"[^{label}]: {text}")
