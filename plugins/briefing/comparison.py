"""The figures of all saves of a story beside each other, for a page that tells what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.notes import Fact, Notes, SideFacts
from briefing.story import Passage, Save, Story


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of one save.

    ``save`` counts the earlier saves from 1, the newest of them first; None for the newest save. ``title`` is the
    headline where it is not that of the newest save. ``dated`` is when the page was updated, else published.
    ``first_report`` has its stated parts first.
    """

    save: int | None
    title: Passage | None
    dated: Fact
    articles: Fact
    bias: SideFacts
    counts: SideFacts
    first_report: tuple[Fact, ...]


def compare(story: Story, notes: Notes) -> tuple[Compared, ...]:
    """Return the saves of a story, newest first; none where it was saved once."""
    return tuple(_compared(story, notes)) if story.history else ()


def _compared(story: Story, notes: Notes) -> Iterator[Compared]:
    yield _figures(None, story, None, notes)
    newest = _words(story.title)
    for number, save in enumerate(story.history, 1):
        yield _figures(number, save, save.title if _words(save.title) != newest else None, notes)


def _figures(number: int | None, save: Story | Save, title: Passage | None, notes: Notes) -> Compared:
    its = notes.of(number)
    key = "updated" if save.updated.stated or not save.published.stated else "published"
    report = save.first_report
    parts = (("outlet", report.outlet), ("place", report.place), ("date", report.date))
    return Compared(
        number,
        title,
        its.fact(key, getattr(save, key)),
        its.fact("articles", save.articles),
        its.sides_by_state("bias", save.bias),
        its.sides_by_state("counts", save.counts),
        its.by_state((f"first_report_{part}", field) for part, field in parts),
    )


def _words(title: Passage) -> str | None:
    """Return the page's own headline."""
    return (title.page or title).text
