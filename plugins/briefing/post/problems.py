"""What is wrong with a post, gathered so that an editor sees all of it at once."""

from __future__ import annotations


class PostError(Exception):
    """A post does not parse. ``problems`` are lines for an editor: name, line, what was expected and found."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


_SHOWN = 60  # characters of what was found


class Problems:
    """Gathers the problems of one post."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._found: set[tuple[int, str]] = set()

    def add(self, number: int, expected: str, found: str = "") -> None:
        """Note a problem at line ``number`` of the post, counted from 1; of what was found the beginning is shown."""
        found = found.strip()
        cut = f"{found[:_SHOWN]}…" if len(found) > _SHOWN else found
        shown = f", found “{cut}”" if cut else ""
        self._found.add((number, f"{self._name}, line {number}: expected {expected}{shown}"))

    def __bool__(self) -> bool:
        return bool(self._found)

    def check(self) -> None:
        """Raise :class:`PostError` if there is any problem."""
        if self._found:
            raise self.error()

    def error(self) -> PostError:
        """Return an error that tells all problems, in the order of the post."""
        return PostError(tuple(text for _, text in sorted(self._found)))
