"""What counts as the same text and the same address in two saves."""

from __future__ import annotations

import pytest

from briefing.folding import fold_address, fold_text

PAGE = "https://news.example/article/harbour-reopens_c8531a"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor: 'Harbour re-opens'",
        "MAYOR: “Harbour re\u2011opens”",
        "Mayor …\u00a0harbour  reopens!",
        "Mayor: `Harbour reopens`…",
        "\uff2dayor: harbour re\u00adopens",
    ],
)
def test_case_spaces_and_punctuation_do_not_count(text: str) -> None:
    assert "mayorharbourreopens" == fold_text(text)


@pytest.mark.parametrize(
    ("one", "other"), [("Harbour opens", "Harbours open"), ("Für", "Fur"), ("$5", "€5"), ("1", "2")]
)
def test_letters_digits_and_signs_count(one: str, other: str) -> None:
    assert fold_text(one) != fold_text(other)


def test_letters_that_are_put_together_are_the_same_as_whole_ones() -> None:
    assert fold_text("Åsvik") == fold_text("A\u030asvik")


@pytest.mark.parametrize(
    "address",
    [
        PAGE,
        f"{PAGE}/",
        f"{PAGE}#articles",
        "http://www.news.example/article/harbour-reopens_c8531a",
        "HTTPS://NEWS.EXAMPLE:443/article/harbour-reopens_c8531a?",
        f"{PAGE}?utm_source=mobile&UTM_medium=share&fbclid=x",
    ],
)
def test_addresses_of_one_page_are_the_same(address: str) -> None:
    assert fold_address(PAGE) == fold_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/article/harbour-reopens",
        "https://news.example/Article/harbour-reopens_c8531a",
        f"{PAGE}?page=2",
        "https://news.example:8080/article/harbour-reopens_c8531a",
        "https://old.news.example/article/harbour-reopens_c8531a",
    ],
)
def test_addresses_of_different_pages_are_not(address: str) -> None:
    assert fold_address(PAGE) != fold_address(address)


def test_the_order_of_a_query_does_not_count() -> None:
    assert fold_address("https://a.example/?id=1&x=") == fold_address("https://a.example/?x=&id=1")


@pytest.mark.parametrize(
    "address",
    [
        "", "harbour", "https://news.example/", "https://www.news.example?utm_source=x", "ftp://a.example/b", "https:///b",
        "https://[a/b", "https://a.example:port/b",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_none(address: str) -> None:
    assert None is fold_address(address)


@pytest.mark.parametrize(
    ("one", "other"), [("2.5%", "25%"), ("1-11", "11-1"), ("win 1:11", "win 11:1"), ("9/11", "911")]
)
def test_numbers_that_differ_by_a_sign_within_them_stay_apart(one: str, other: str) -> None:
    assert fold_text(one) != fold_text(other)


def test_thousands_are_the_same_with_and_without_a_comma() -> None:
    assert fold_text("1,000 boats") == fold_text("1000 boats")
