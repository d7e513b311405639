"""Running text is told from labels, and sentences end where no abbreviation does."""

from __future__ import annotations

import pytest

from briefing.kinds.article.prose import count_words, first_sentences, is_running


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour of Aldersea opened at noon on Tuesday.", True),
        ("“The sea is ours again, and so is the pier.”", True),
        ("港が火曜日、九年ぶりに再開したと町長が述べた。", True),
        ("فتح ميناء ألدرسي أبوابه يوم الثلاثاء بعد تسع سنوات؟", True),
        ("The harbour of Aldersea opened at noon on Tuesday", False),
        ("The harbour opened.", False),
        ("", False),
    ],
)
def test_a_paragraph_is_long_enough_and_ends_as_sentences_do(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == is_running(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two. Three four. Five six.", "One two. Three four."),
        ("Mr. Storm of the U.S. Fleet came. He left again.", "Mr. Storm of the U.S. Fleet came."),
        ("On Jan. 3 J. Storm came. He left again soon.", "On Jan. 3 J. Storm came."),
        ("“Who?” “Me.” They left at once again.", "“Who?” “Me.”"),
        ("no end of a sentence in all of this", "no end of a sentence in all of this"),
    ],
)
def test_first_sentences_are_whole(text: str, expected: str) -> None:
    assert expected == first_sentences(text, 4)


def test_words_are_counted_in_writing_without_spaces_too() -> None:
    assert 3 == count_words("Aldersea opens again")
    assert 8 == count_words("港が火曜日、九年ぶりに再開した")
