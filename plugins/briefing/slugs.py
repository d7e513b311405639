"""The slug of a story: made once, from its headline and its id, and then only read from the post."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from unidecode import unidecode

MAX_WORDS_LENGTH = 60  # characters of the headline's words
_ID_DIGITS = 6


def make_slug(headline: str, story_id: str, taken: Container[str] = frozenset()) -> str:
    """Return the headline's words, at most 60 characters, and the first six hex digits of the story's id.

    :param story_id: ``urn:uuid:`` and the UUID
    :param taken: slugs of other stories; more digits are used where six are not enough
    """
    words: list[str] = []
    # Signs go first: unidecode would spell them out ("£27" as "PS27").
    letters = re.sub(r"['’]", "", headline)  # noqa: RUF001
    if not letters.isascii():
        letters = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in letters)
    for word in re.findall(r"[a-z0-9]+", unidecode(letters).lower()):
        if len("-".join([*words, word])) > MAX_WORDS_LENGTH:
            break
        words.append(word)
    digits = story_id.removeprefix("urn:uuid:").replace("-", "")
    slugs = ("-".join([*words, digits[:length]]) for length in range(_ID_DIGITS, len(digits)))
    return next((slug for slug in slugs if slug not in taken), "-".join([*words, digits]))
