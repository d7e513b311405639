"""What must be right before anything is written: all content was read, and no two things share an id or a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any


class BuildError(Exception):
    """The site cannot be made; the message has a line for each problem. Pelican then exits with ``exitcode``."""

    exitcode = 1

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__("\n".join(("Nothing was written.", *problems)))


class SettingsError(BuildError):
    """The site's settings are wrong."""

    exitcode = 2


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that the build will make. ``chosen``: its author asked for this very file, in place of any other."""

    file: str
    source: str  # for messages: what it is made from
    chosen: bool = False


def same_name(path: str) -> str:
    """Return what two paths have in common that are one file where case, or the form of accents, does not count."""
    return unicodedata.normalize("NFC", path.casefold())


def unread(contents: Mapping[str, Any]) -> list[str]:
    """Return a problem for each file that Pelican tried to read and could not, as it has logged.

    :param contents: Pelican's ``generated_content``: path below the content folder -> content, or None
    """
    paths = sorted(path for path, content in contents.items() if content is None)
    return [f"{path} could not be read: see the error above" for path in paths]


def shared_ids(ids: Iterable[tuple[str, str]]) -> list[str]:
    """Return a problem for each id that several posts have.

    :param ids: of each post its story's id and what the post is called
    """
    posts: dict[str, list[str]] = {}
    for story_id, post in ids:
        posts.setdefault(story_id, []).append(post)
    return [
        f"{' and '.join(sorted(several))} have one story_id, {story_id}: take the line out of the copy"
        for story_id, several in sorted(posts.items())
        if len(several) > 1
    ]


def shared_files(planned: Iterable[Planned]) -> list[str]:
    """Return a problem for each file that would be made twice, or lie outside the output folder.

    Files whose names differ by case alone are one file on many machines.
    """
    problems = []
    by_name: dict[str, list[Planned]] = {}
    for plan in planned:
        if ".." in PurePosixPath(plan.file).parts or PurePosixPath(plan.file).is_absolute():
            problems.append(f"{plan.source} would be written outside the output folder, to {plan.file}")
        by_name.setdefault(same_name(plan.file), []).append(plan)
    for _, plans in sorted(by_name.items()):
        in_place = len({plan.file for plan in plans}) == 1 and sum(plan.chosen for plan in plans) == 1
        if len(plans) > 1 and not in_place:
            files = " and ".join(sorted({plan.file for plan in plans}))
            sources = " and ".join(sorted(plan.source for plan in plans))
            problems.append(f"{sources} would both be {files}: give one of them another slug or date")
    return problems
