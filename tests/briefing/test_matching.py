"""Which item is which: in an editor's list, and in two saves of a page."""

from __future__ import annotations

import dataclasses

from briefing.matching import match_edited, match_saves
from briefing.story import Card, Lines, Passage, Person, Quote

FIRST, SECOND = Passage("The harbour opened at noon.", Lines(7, 7)), Passage("Ida Storm rang a bell.", Lines(8, 8))


def test_an_edited_item_is_known_by_its_lines_and_one_without_its_comment_by_its_words() -> None:
    items = (Passage(SECOND.text), Passage("It opened at one.", Lines(7, 7)), Passage("Mine."))
    assert (1, 0, None) == match_edited(items, (FIRST, SECOND))


def test_of_items_that_cite_the_same_lines_an_edited_one_is_the_most_alike() -> None:
    written = (Person("Ida Storm", "Mayor", lines=Lines(8, 8)), Person("Bo Quist", lines=Lines(8, 8)))
    items = (Person("Bo Quist Junior", lines=Lines(8, 8)), Person("Ada Storm", lines=Lines(8, 8)))
    assert ((1, 0), (1,)) == (match_edited(items, written), match_edited(items[:1], written))


def test_the_very_same_item_is_matched_before_one_that_says_the_same() -> None:
    twin = dataclasses.replace(FIRST, lines=Lines(9, 9))
    assert (None, 1) == match_edited((Passage(FIRST.text), twin), (Passage("Else.", Lines(7, 7)), twin))


def test_too_many_items_of_one_line_are_matched_in_their_order() -> None:
    written = tuple(Person(f"a{number}", lines=Lines(8, 8)) for number in range(400))
    items = tuple(Person(f"b{number}", lines=Lines(8, 8)) for number in range(400))
    assert tuple(range(400)) == match_edited(items, written)


def test_items_of_a_later_save_are_known_wherever_they_stand() -> None:
    moved = dataclasses.replace(FIRST, lines=Lines(12, 12))
    new = Passage("Nothing of this was there before.", Lines(7, 7))
    reworded = Passage("Mayor Ida Storm rang a bell twice.", Lines(9, 9))
    assert (1, 0, None) == match_saves((reworded, moved, new), (FIRST, SECOND))


def test_items_that_say_the_same_twice_are_matched_in_their_order() -> None:
    again = dataclasses.replace(FIRST, lines=Lines(9, 9))
    assert (0, 1) == match_saves((again, dataclasses.replace(FIRST, lines=Lines(11, 11))), (FIRST, again))


def test_an_article_is_known_by_its_address_its_headline_and_outlet_or_most_of_its_words() -> None:
    earlier = (
        Card("Ships are back", "Coast FM", reposts=1),
        Card("Ships are back", "Harrow Post"),
        Card("Wall falls", url="https://a.example/1"),
        Card("The old light is lit again", "Coast FM", excerpt="It shone all night long."),
        Card(outlet="Wend Weekly", bias="Left"),
    )
    later = (
        Card(outlet="Wend Weekly", bias="Center"),
        Card("Old light shines", "Coast FM", excerpt="It shone all night long."),
        Card("Something else", url="https://a.example/1"),
        Card("Ships are back", "Harrow Post", reposts=3),
        Card("Ships are back", "Coast FM", reposts=9),
        Card("Unheard of", "Coast FM"),
    )
    assert (4, 3, 2, 1, 0, None) == match_saves(later, earlier)


def test_a_quotation_is_known_by_its_words_whoever_said_them() -> None:
    assert (0,) == match_saves((Quote("the sea is ours", "Bo"),), (Quote("the sea is ours", "Ida"),))


def test_writing_without_spaces_is_compared_by_its_characters() -> None:
    assert (0,) == match_saves((Passage("港口昨天重新開放了"),), (Passage("港口今天重新開放了"),))


def test_plain_texts_are_matched_too() -> None:
    assert (1, None) == match_saves(("Sea", "Salt"), ("Ports", "Sea"))
