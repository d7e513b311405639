"""Topics of a story whose page lists none: the capitalised names that stand in both headline and summary."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from briefing.facts.names import FIRST_WORD, NO_NAMES, WORD

_WORD = re.compile(r"\w+")
_JOINER = r"(?:of|of the|de|del|der|du|la|van|von)"
_RUN = re.compile(rf"{FIRST_WORD}(?:[ \u00a0](?:{_JOINER}[ \u00a0])?{WORD})*")
_POSSESSIVES = ("’s", "'s", "’", "'")  # noqa: RUF001 - the marks that texts use
_SENTENCE_START = re.compile(r"(?:^|[.!?…:][\"”’»)]*\s|[\"“‘«(`])$")  # noqa: RUF001
_SHORTEST = 2  # characters of a name of one word
_MOST_WORDS = 8  # of a name, with "of the"
_LONGEST_HEADLINE = 1_000  # characters; what follows is not searched


def find_topics(headline: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names that stand in ``headline`` and in ``texts``, as the headline writes them, in its order.

    Headlines capitalise every word, so the texts tell what is a name: words that they capitalise within a
    sentence and write in lower case nowhere.
    """
    lines = [line for text in texts for line in text.split("\n")]
    places, words = _phrases(headline[:_LONGEST_HEADLINE])
    lower = _InLowerCase("\n".join(lines))
    telling = [line for line in lines if any(word in line for word in words)]  # most have no word of the headline
    names = {name for line in telling for name in _names(line, lower, places) if name in places}
    found: dict[int, str] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for start in places[name]:
            end = start + len(name)
            if not any(first <= start and end <= first + len(longer) for first, longer in found.items()):
                found[start] = name
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


class _InLowerCase(Container[str]):
    """The words that a text writes in lower case; they are told apart once one of them stands there at all."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word in self._text and word in self._words

    @cached_property
    def _words(self) -> set[str]:
        return set(filter(str.islower, _WORD.findall(self._text)))


def _phrases(headline: str) -> tuple[dict[str, list[int]], list[str]]:
    """Return the phrases of whole words in a headline that can begin a name, and those that are a single word.

    With each phrase are the places where it begins.
    """
    spans = [match.span() for match in _WORD.finditer(headline)]
    places: dict[str, list[int]] = {}
    words = []
    for index, (start, own_end) in enumerate(spans):
        if headline[start].islower():
            continue
        words.append(headline[start:own_end])
        for _, end in spans[index : index + 2 * _MOST_WORDS]:  # a word may hold an apostrophe or a hyphen
            places.setdefault(headline[start:end], []).append(start)
    return places, words


def _names(line: str, lower: Container[str], places: Container[str]) -> Iterator[str]:
    """Yield names with the shorter runs in them: "Mayo Clinic Platform" also names "Mayo Clinic".

    :param places: phrases of the headline: a name in it begins with a word of it
    """
    for match in _RUN.finditer(line):
        words = match[0].split()
        if not any(word in places or _bare(word) in places for word in words):
            continue
        begins = _SENTENCE_START.search(line, max(0, match.start() - 10), match.start())
        yield from _runs(words[1:] if begins and not _is_name(words[0], lower) else words, lower)


def _runs(words: list[str], lower: Container[str]) -> Iterator[str]:
    for start in range(len(words)):
        for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1):
            run = [*words[start : end - 1], _bare(words[end - 1])]
            whole = all(word[:1].isupper() and word not in NO_NAMES for word in (run[0], run[-1]))
            if whole and (len(run) > 1 or _is_name(run[0], lower)):
                yield " ".join(run)


def _is_name(word: str, lower: Container[str]) -> bool:
    """Whether one word by itself is a name: one that the texts write in lower case too is not."""
    bare = _bare(word)
    return len(bare) >= _SHORTEST and word not in NO_NAMES and bare.lower() not in lower


def _bare(word: str) -> str:
    """Return a word without the mark of what is somebody's: "Quist" of "Quist's"."""
    if not word.endswith(_POSSESSIVES):
        return word
    return word.removesuffix("s")[:-1]
