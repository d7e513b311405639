"""People are those whom a text names with a role where it reports what they say."""

# ruff: noqa: RUF001 - the characters that pages use

from __future__ import annotations

import pytest

from briefing.facts.people import find_people


def found(text: str) -> list[tuple[str, str]]:
    return [(person.name, person.role) for person in find_people(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Tolland, mayor of Aldersea, said no.", [("Ann Tolland", "mayor of Aldersea")]),
        ("Ann Tolland, the mayor, also said no.", [("Ann Tolland", "the mayor")]),
        ("On Monday, Bo Quist, chief medical officer, warned of it.", [("Bo Quist", "chief medical officer")]),
        ("Ursula van der Linde, head of the Net Loft, told us.", [("Ursula van der Linde", "head of the Net Loft")]),
        ("Cy O’Hara-Lund, professor emeritus of law, wrote it.", [("Cy O’Hara-Lund", "professor emeritus of law")]),
        ("J. Quist, farmer and member of the council, replied.", [("J. Quist", "farmer and member of the council")]),
        ("Mayor Ann Tolland said no.", [("Ann Tolland", "Mayor")]),
        ("But Mayor Ann Tolland said no.", [("Ann Tolland", "Mayor")]),
        ("On Tuesday Governor Ann Tolland said no.", [("Ann Tolland", "Governor")]),
        ("New Wend Mayor Ann Tolland said no.", [("Ann Tolland", "New Wend Mayor")]),
        ("Quillsoft CEO Bo Quist announced it.", [("Bo Quist", "Quillsoft CEO")]),
        ("First Minister Ysa Thorn has said so.", [("Ysa Thorn", "First Minister")]),
        (
            "Ann Tolland, mayor of Aldersea, said no, and Bo Quist, a lawyer, said yes.",
            [("Ann Tolland", "mayor of Aldersea"), ("Bo Quist", "a lawyer")],
        ),
        ("Ann Tolland, mayor, said a. Ann Tolland, mayor, said b.", [("Ann Tolland", "mayor")]),
    ],
)
def test_a_person_has_the_role_that_stands_beside_the_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Tolland said no.",
        "Ann Tolland, 58, said no.",
        "Ann Tolland, mayor of Aldersea, was there.",
        "Tolland, mayor of Aldersea, said no.",
        "Quillsoft, whose CEO is Bo Quist, said no.",
        "Harrow Clinic, led by president Bo Quist, said no.",
        "Harrow Clinic, owner of the ground, said no.",
        "The Aldersea Council, a member of the league, said no.",
        "Ann Tolland, adding that the mayor was wrong, said no.",
        "Ann Tolland, speaking to the mayor, said no.",
        "In Wend Harbour, mayor Bo Quist, said no.",
        "The mayor of Aldersea said no.",
        "President Lee said no.",
        "",
    ],
)
def test_without_a_role_or_a_persons_name_there_is_none(text: str) -> None:
    assert [] == found(text)
