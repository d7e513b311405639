"""People whom a text names together with a role, where what they say or said is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.facts.names import ROLE, SPEECH, WHOLE_FULL_NAME, has_title, is_person, is_whole, split_title

_WITH_ROLE = re.compile(rf"(?P<name>{WHOLE_FULL_NAME}), (?P<role>{ROLE}), (?:also |later |has )?{SPEECH}\b")
_AFTER_ROLE = re.compile(rf", (?:also |later |has )?{SPEECH}\b")  # looked for first: it is told much sooner
_WITH_TITLE = re.compile(rf"(?P<name>{WHOLE_FULL_NAME}) (?:also |later |has )?{SPEECH}\b")


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A name and the role that the same sentence gives, both as they stand."""

    name: str
    role: str


def find_people(text: str) -> tuple[FoundPerson, ...]:
    """Return the people in ``text`` whose role is told, in its order, each once."""
    found: dict[int, FoundPerson] = {}
    for match in _WITH_ROLE.finditer(text) if _AFTER_ROLE.search(text) else ():
        _, name = split_title(match["name"])
        if is_person(name) and is_whole(text, match.start()):
            found[match.start()] = FoundPerson(name, match["role"])
    for match in _WITH_TITLE.finditer(text) if has_title(text) else ():
        title, name = split_title(match["name"])
        if title and is_person(name) and is_whole(text, match.start()):
            found.setdefault(match.start(), FoundPerson(name, title))
    return tuple(dict.fromkeys([found[start] for start in sorted(found)]))
