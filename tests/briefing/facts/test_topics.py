"""Topics of a story without its own are the names in both its headline and its texts."""

from __future__ import annotations

import pytest

from briefing.facts.topics import find_topics


@pytest.mark.parametrize(
    ("headline", "texts", "expected"),
    [
        (
            "Harrow Clinic and Quillsoft to Build an AI Model",
            ["On Tuesday, Harrow Clinic and Quillsoft announced a model.", "Quillsoft will pay."],
            ["Harrow Clinic", "Quillsoft"],
        ),
        ("Bank of Aldersea Holds Its Rate", ["The Bank of Aldersea left its rate alone."], ["Bank of Aldersea"]),
        ("Rates Rise in Aldersea", ["In Aldersea the rates rise."], ["Aldersea"]),
        ("Aldersea's mayor resigns", ["The mayor of Aldersea resigned."], ["Aldersea"]),
        ("Mayor resigns", ["Aldersea's mayor resigned."], []),
        ("The Law Is the Law", ["The Law was made. A law is a law."], []),
        ("Nobody Comes", ["Nobody came. But Nobody minded."], []),
        ("“Tide” opens in Brinmouth", ["A show called “Tide” opened in Brinmouth."], ["Tide", "Brinmouth"]),
        ("Aldersea and Aldersea again", ["They love Aldersea."], ["Aldersea"]),
        ("North Aldersea Wins", ["In North Aldersea and in Aldersea they won."], ["North Aldersea"]),
        ("Alderseaside", ["They love Aldersea."], []),
        ("", ["They love Aldersea."], []),
        ("Aldersea", [], []),
        ("Élan de Brême ouvre", ["Hier, Élan de Brême a ouvert."], ["Élan de Brême"]),
    ],
)
def test_topics_are_names_that_stand_in_both(headline: str, texts: list[str], expected: list[str]) -> None:
    assert expected == list(find_topics(headline, texts))


def test_a_word_that_texts_write_in_lower_case_too_is_no_name() -> None:
    assert ["Brinmouth"] == list(find_topics("Ferry to Brinmouth", ["The Ferry goes to Brinmouth; a ferry is slow."]))


def test_topics_come_in_the_headlines_order() -> None:
    assert ("Brinmouth", "Aldersea") == find_topics("Brinmouth beats Aldersea", ["Then Aldersea lost to Brinmouth."])
