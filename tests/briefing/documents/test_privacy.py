"""What tells about the person who saved a page is dropped, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.documents.lines import number_lines
from briefing.documents.privacy import drop_private, mask_name

END = "please login or register to take advantage of your institution's Ground News Plan."
STORY = ["Harbour opens after nine years", "One point."]


def kept(*lines: str) -> list[str]:
    return [line.text for line in drop_private(number_lines("\n".join(lines)))[0]]


def names(*lines: str) -> tuple[str, ...]:
    return drop_private(number_lines("\n".join(lines)))[1]


@pytest.mark.parametrize(
    "banner",
    [
        ["institutional access", "", "You are connecting from", "Wend Valley Public Library,", END],
        ["You are connecting from", "Wend Valley Public Library,", END],
        ["- You are connecting from", "Wend Valley", "Public Library,", END],
        ["Institutional Access You are connecting from Wend Valley Public Library, " + END],
        ["You are connecting from Wend Valley Public Library,", END],
        ["You are connecting from", "Wend Valley Public Library, Please log in or register", "to take advantage."],
    ],
)
def test_the_banner_of_a_library_is_dropped(banner: list[str]) -> None:
    shown = [line for line in kept(*banner, *STORY) if line != "to take advantage."]
    assert STORY == shown


def test_a_banner_that_lost_its_end_is_its_first_line_and_the_institution() -> None:
    assert STORY == kept("institutional access", "You are connecting from", "Wend Valley Public Library,", *STORY)
    assert STORY == kept("You are connecting from Wend Valley Public Library,", *STORY)


def test_a_banner_that_lost_its_beginning_is_dropped_with_the_institution() -> None:
    assert STORY == kept("Wend Valley Public Library,", END, *STORY)
    assert ["A headline", *STORY] == kept("A headline", END, *STORY)


def test_the_last_line_may_be_a_banner() -> None:
    assert STORY == kept(*STORY, "You are connecting from")


def test_the_institution_by_itself_is_dropped_elsewhere_too() -> None:
    banner = ["You are connecting from", "Wend Valley Public Library,", END]
    assert STORY == kept("WEND VALLEY PUBLIC LIBRARY", *banner, *STORY, "Wend Valley Public Library")


@pytest.mark.parametrize(
    "line",
    [
        "institutional access",
        "Signed in as Ada Quist",
        "You are logged in as: adaquist",
        "ada.quist@wendvalley.example",
        "Access provided by Wend Valley Public Library",
        "Access is provided through the University of Wend",
        "Library card number: 21999",
        "Your library card no. 21999",
        "file:///C:/Users/ada/Desktop/page.html",
        r"C:\Users\ada\Downloads\page.html",
        r"Saved in c:\documents and settings\ada",
        "D:/Users/ada/page.html",
        "Saved as /home/ada/page.html",
        "/Users/ada/page.html",
        "(/mnt/c/Users/ada)",
        "https://ground-news.ezproxy.wendvalley.example/article/x",
        "https://ground-news.eu1.proxy.openathens.example/x",
        "http://proxy3.wend.example:2048/login",
        "https://libproxy-1.wend.example/",
        "ground-news.ezproxy.wendvalley.example",
        "See https://ground.news.idm.oclc.org/article/x",
        "https://0-ground-news.wend.example/x",
        "https://login.wend.example/login?url=https://ground.news/x",
        "https://ada:secret@wend.example/x",
        "https://ground-news.webvpn.wend.example/",
    ],
)
def test_lines_that_tell_who_saved_the_page_are_dropped(line: str) -> None:
    assert STORY == kept(STORY[0], line, STORY[1])
    assert (line,) == names(STORY[0], line, STORY[1])


@pytest.mark.parametrize(
    "line",
    [
        "Wend Valley Public Library burns to the ground",
        "- The library lends its 4,000 members a card, a book and a boat.",
        "Residents need a library card number to borrow e-books, the council said.",
        "Institutional access to the archive will end in May",
        "What to do when you are connecting from abroad",
        "Please log in or register to vote, officials urge",
        "He logged in as an administrator, prosecutors said.",
        "Signed in as law by the governor on Tuesday after nine years of argument",
        "A proxy war in the north enters its third year",
        "Proxy votes decide the island's election",
        "OCLC mends a flaw in EZproxy. Libraries were told on Monday.",
        "Access provided by satellites helps remote schools, ministers say in a report",
        "Write to tickets@aldersea.example for a seat",
        "https://www.aldersea.example/world/proxy-war",
        "https://aldersea.example/home/politics/users/list",
        "https://photos.example/@ada/album",
        "The users and the home of the game",
        "Score: C:3, D:/",
        "Home / News / Politics",
    ],
)
def test_a_story_about_libraries_proxies_and_accounts_keeps_its_lines(line: str) -> None:
    assert [STORY[0], line, STORY[1]] == kept(STORY[0], line, STORY[1])


@given(st.lists(st.text(max_size=30), max_size=12))
@settings(max_examples=100)
def test_each_line_is_either_kept_or_dropped(texts: list[str]) -> None:
    lines = number_lines("\n".join(texts))
    shown, private = drop_private(lines)
    assert set(shown) <= set(lines)
    assert len(shown) + len(private) <= len(lines)


PRIVATE = names("institutional access", "You are connecting from", "Wend Valley Public Library,", END)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("health/harbour.txt", "health/harbour.txt"),
        ("Wend Valley Public Library - harbour.txt", "private - harbour.txt"),
        ("wend_valley_public_library/harbour.txt", "private/harbour.txt"),
        ("harbour (Wend Valley).txt", "harbour (private).txt"),
        ("WENDVALLEY-harbour.txt", "private-harbour.txt"),
        ("Public Library news.txt", "Public Library news.txt"),
        ("ada@wendvalley.example harbour.txt", "private harbour.txt"),
        ("ground-news.ezproxy.wend.example_harbour", "private"),
        ("ground.news.idm.oclc.org harbour.txt", "private harbour.txt"),
        ("proxy war.txt", "proxy war.txt"),
        ("institutional memory.txt", "institutional memory.txt"),
    ],
)
def test_a_files_name_tells_nothing_of_the_institution_or_an_account(name: str, expected: str) -> None:
    assert expected == mask_name(name, PRIVATE)


@pytest.mark.parametrize(
    ("line", "name", "expected"),
    [
        ("Signed in as Ada Quist", "AdaQuist-harbour.txt", "private-harbour.txt"),
        ("Saved as /home/adaquist/x", "adaquist/harbour.txt", "private/harbour.txt"),
        (r"C:\Users\Ada Quist\x", "Ada Quist harbour.txt", "private harbour.txt"),
        ("You are connecting from the University of Wendling, " + END, "wendling.txt", "private.txt"),
        ("Signed in as Bo", "bobsleigh.txt", "bobsleigh.txt"),
    ],
)
def test_a_files_name_tells_nothing_that_was_private_in_its_page(line: str, name: str, expected: str) -> None:
    assert expected == mask_name(name, names(line))
