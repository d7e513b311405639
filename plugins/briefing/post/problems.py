"""What is wrong with a post, gathered so that an editor sees all of it at once."""

from __future__ import annotations


class PostError(Exception):
    """A post does not parse. ``problems`` are lines for an editor: name, line, what was expected and found."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Problems:
    """Gathers the problems of one post."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._found: list[tuple[int, str]] = []

    def add(self, number: int, expected: str, found: str = "") -> None:
        """Note a problem at line ``number`` of the post, counted from 1."""
        shown = f", found “{found}”" if found else ""
        self._found.append((number, f"{self._name}, line {number}: expected {expected}{shown}"))

    def check(self) -> None:
        """Raise :class:`PostError` if there is any problem."""
        if self._found:
            raise PostError(tuple(text for _, text in sorted(self._found)))
