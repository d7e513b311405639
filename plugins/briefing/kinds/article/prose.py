"""Running text: what is a paragraph of sentences, in any writing, and the first sentences of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.story import Passage

# Writing that sets no spaces between words (Thai to Khmer, kana, Han) has about two characters to a word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CLOSING = r"""["'”“’»«)\]]"""  # noqa: RUF001 - the marks that texts use
_SENTENCE_END = re.compile(rf"[.!?…:;。！？؟؛।။።]{_CLOSING}{{0,3}}$|[\u0e00-\u0eff]$")  # noqa: RUF001
_FEWEST_WORDS = 8  # of a paragraph: what is shorter can be a label, a caption, a button
_BOUNDARY = re.compile(
    rf"(?P<word>[\w.’'-]{{0,20}})[.!?]{_CLOSING}{{0,3}} (?=[\"“«„‘(¿¡]{{0,2}}[^\W\d_a-zß-öø-ÿ])"  # noqa: RUF001
    "|[。！？]”?(?=.)"  # noqa: RUF001
)
# A full stop after these ends no sentence, nor one after a single letter or within an abbreviation such as "U.S".
_ABBREVIATIONS = frozenset(
    """
    adm ave bros capt co col corp dr drs feb fr fri gen gov hon inc jan jr lt ltd maj messrs mon mr mrs ms mt no nos
    nov oct pres prof rep reps rev sat sec sen sens sept sgt sr sra st ste sun supt thu thurs tue tues vs wed aug apr
    dec mme mlle bzw ca etc nr str usw ing dott on
    """.split()  # noqa: SIM905 - a vocabulary is read as text
)
_MOST_PARAGRAPHS = 3
_MOST_WORDS = 80


def count_words(text: str) -> int:
    """Return how many words a text has, about so many where it sets no spaces between them."""
    unspaced = len(_UNSPACED.findall(text)) if not text.isascii() else 0
    return len(text.split()) + unspaced // 2


def is_running(text: str) -> bool:
    """Whether a text is a paragraph of running text, as far as its length and its end can tell."""
    return bool(_SENTENCE_END.search(text)) and count_words(text) >= _FEWEST_WORDS


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as sentences do."""
    return bool(_SENTENCE_END.search(text))


def lead(paragraphs: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the first paragraphs of an article, whole; of a first one that is long, its first sentences."""
    first = next(iter(paragraphs), None)
    if first is None:
        return ()
    text = first_sentences(first.text or "", _MOST_WORDS)
    taken, words = [Passage(text, first.lines)], count_words(text)
    for passage in paragraphs[1:_MOST_PARAGRAPHS] if text == first.text else ():
        words += count_words(passage.text or "")
        if words > _MOST_WORDS or not is_running(passage.text or ""):
            break
        taken.append(passage)
    return tuple(taken)


def first_sentences(text: str, most_words: int) -> str:
    """Return the first sentences of a text, as many as have ``most_words`` words, at least one; all where it has less.

    Where an end of a sentence cannot be told for certain, it is none.
    """
    if count_words(text) <= most_words:
        return text
    cut = ""
    for boundary in _BOUNDARY.finditer(text):
        word = (boundary["word"] or "").lower()
        if boundary["word"] is not None and (len(word) < 2 or "." in word or word in _ABBREVIATIONS):  # noqa: PLR2004
            continue
        until = text[: boundary.end()].rstrip()
        if cut and count_words(until) > most_words:
            break
        cut = until
    return cut or text
