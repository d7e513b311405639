"""What an editor added to a post as ordinary Markdown, each text with the place where it stands."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from briefing.post import grammar
from briefing.post.contents import LabelledField, contents
from briefing.post.marks import references
from briefing.post.parts import Blocks, RawItem, Section
from briefing.story import Addition, State, Story

_ENDS_OF_LABELS = {"facts": "|", "sides": ":"}


def read_additions(blocks: Blocks, quoting: Container[str], story: Story) -> tuple[Addition, ...]:
    """Return an editor's footnotes, comments in the front matter and texts, in the order of a post's sections.

    :param quoting: the labels of the footnotes that quote a document
    :param story: the story that the rest of the post tells
    """
    texts: dict[tuple[str, int], list[str]] = {}
    for name in ("", *grammar.HEADINGS):
        section = blocks.sections.get(name)
        if section is None or not section.additions:  # as most have none
            continue
        for after, text in sorted(_placed(section, story), key=lambda placed: placed[0]):
            texts.setdefault((name, after), []).append(text)
    placed = [Addition(name, after, "\n\n".join(parts)) for (name, after), parts in texts.items()]
    if blocks.remarks:
        placed.insert(0, Addition("header", 0, "\n".join(blocks.remarks)))
    return (*_own_notes(blocks, quoting, [addition.markdown for addition in placed]), *placed)


def _placed(section: Section, story: Story) -> Iterator[tuple[int, str]]:
    """Yield the texts of a section, each with the number of items before it where the post is written again."""
    most = len(contents(story, section.name))
    if section.name == "summary" and section.by and story.summary_by.state is not State.ABSENT:
        most += 1
    for after, text in section.additions:
        if section.name not in _ENDS_OF_LABELS:
            yield min(after, most), text
        else:
            yield most if after == len(section.items) else _row_of(section, section.items[:after], story), text


def _row_of(section: Section, before: list[RawItem], story: Story) -> int:
    """Return how many rows a story shows up to the last of those ``before`` a text: an editor may leave rows out."""
    end = _ENDS_OF_LABELS[section.name]
    labels = [item.text.partition(end)[0].strip() for item in before]
    shown = [row.label for row in contents(story, section.name) if isinstance(row, LabelledField)]
    while labels:
        places = [place for place, label in enumerate(shown, 1) if label == labels[-1]]
        if places:
            return places[min(labels.count(labels[-1]), len(places)) - 1]
        labels.pop()
    return 0


def _own_notes(blocks: Blocks, quoting: Container[str], texts: Iterable[str]) -> Iterable[Addition]:
    """Yield the footnotes that are an editor's: those that quote no document, and those that their texts refer to."""
    referred = {label for text in texts for label in references(text)}
    own = {label for label in blocks.notes if label in referred or label not in quoting}
    for label in list(own):
        own |= blocks.notes.keys() & set(references(blocks.notes[label][1]))
    for label, (_, text) in blocks.notes.items():
        if label in own:
            yield Addition("notes", 0, f"[^{label}]: {text}")
