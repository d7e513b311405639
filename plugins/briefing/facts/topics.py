"""Topics of a story whose page lists none: the capitalised names that stand in both headline and summary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from briefing.facts.names import NO_NAMES, WORD

_JOINER = r"(?:of|of the|de|del|der|du|la|van|von)"
_RUN = re.compile(rf"{WORD}(?:[ \u00a0](?:{_JOINER}[ \u00a0])?{WORD})*")
_POSSESSIVE = re.compile(r"[’']s?$")  # noqa: RUF001 - the mark that texts use
_SENTENCE_START = re.compile(r"(?:^|[.!?…:][\"”’»)]*\s|[\"“‘«(`])$")  # noqa: RUF001
_SHORTEST = 2  # characters of a name of one word


def find_topics(headline: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names that stand in ``headline`` and in ``texts``, as the headline writes them, in its order.

    Headlines capitalise every word, so the texts tell what is a name: words that they capitalise within a
    sentence and write in lower case nowhere.
    """
    joined = "\n".join(texts)
    lower = {word for word in re.findall(r"\w+", joined) if word.islower()}
    places: dict[int, str] = {}
    for name in sorted(set(_names(joined, lower)), key=lambda name: (-len(name), name)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", headline):
            end = match.end()
            if not any(start <= match.start() and end <= start + len(longer) for start, longer in places.items()):
                places[match.start()] = match[0]
    return tuple(dict.fromkeys(places[start] for start in sorted(places)))


def _names(text: str, lower: set[str]) -> Iterator[str]:
    """Yield names with the shorter runs in them: "Mayo Clinic Platform" also names "Mayo Clinic"."""
    for line in text.split("\n"):
        for match in _RUN.finditer(line):
            words = match[0].split()
            if _SENTENCE_START.search(line[: match.start()]) and not _is_name(words[0], lower):
                words = words[1:]
            yield from _runs(words, lower)


def _runs(words: list[str], lower: set[str]) -> Iterator[str]:
    for start, end in combinations(range(len(words) + 1), 2):
        run = [*words[start : end - 1], _POSSESSIVE.sub("", words[end - 1])]
        whole = all(word[:1].isupper() and word not in NO_NAMES for word in (run[0], run[-1]))
        if whole and (len(run) > 1 or _is_name(run[0], lower)):
            yield " ".join(run)


def _is_name(word: str, lower: set[str]) -> bool:
    """Whether one word by itself is a name: one that the texts write in lower case too is not."""
    bare = _POSSESSIVE.sub("", word)
    return len(bare) >= _SHORTEST and word not in NO_NAMES and bare.lower() not in lower
