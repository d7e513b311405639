"""What a Ground News page says of its story, read by its labels."""

# ruff: noqa: RUF001 - the characters that pages use

from __future__ import annotations

import datetime

import pytest

from briefing.story import Field, Lines, Passage, State
from tests.briefing.kinds.making import BELOW, CARD, HEADLINE, POINT, document, page, parsed

SENTENCE = "The Guardian broke the news in a report published on Tuesday, June 2, 2026."


def points(*lines: str) -> list[str]:
    return [passage.text or "" for passage in parsed(page(summary=lines)).summary]


@pytest.mark.parametrize(
    "top",
    [
        (),
        ("Published loading...Updated",),
        ("Skip to main content", "Published"),
        ("See every side of every news story", "Published • loading... • Updated"),
        ("Don't Just Read the News, Understand It.", "Published 2 years ago"),
        ("Complete News, Your Way.", "Published 18 days ago"),
        ("Get access to our best features", "Get access to our best features"),
        ("New Year’s Sale — Build a balanced news diet with 40% off Vantage", "Published loading...Updated"),
        ("A slogan that nobody has seen before", "Published loading...Updated"),
        ("Ground News LogoGround News", "Published loading...Updated"),
        ("Aldersea MercuryAldersea Mercury", "·Aldersea", "Bias Distribution", "Published loading...Updated"),
        ("You are connecting from", "Wend Valley Public Library,", "please login or register", "Published"),
    ],
)
def test_the_headline_is_the_first_line_below_what_the_site_prints_above(top: tuple[str, ...]) -> None:
    facts = parsed(page(top=top))
    assert (HEADLINE, None) == (facts.title.text, facts.standfirst)


@pytest.mark.parametrize(
    "headline",
    [
        "Quillsoft unveils new Logo",
        "Ida Storm was a style Icon",
        "New Year's Sale draws record crowds to Aldersea",
        "Subscriptions start at dawn, and so do queues",
        "Why?",
        "'Here we stand': the river's long protest",
        "“Tide” & <b>other</b> machines [Opinion]",
        "CNN: How it was",
        "Factuality",
        "Ownership",
        "Left",
        "Center",
        "46% Right to know, say readers",
        "5 degrees: a cold spring",
        "Published author wins prize",
        SENTENCE,
    ],
)
def test_a_headline_may_look_like_the_sites_own_words(headline: str) -> None:
    assert Passage(headline, Lines(2, 2)) == parsed(page(headline=[headline])).title


def test_a_page_without_headline_has_an_empty_one_without_lines() -> None:
    for summary in ((), (POINT, "Insights by Ground AI"), ("Summary by Ground News", "Some prose.")):
        facts = parsed(page(top=(), headline=(), summary=summary))
        assert (Passage(""), None) == (facts.title, facts.standfirst)


def test_the_line_between_headline_and_summary_is_the_standfirst() -> None:
    facts = parsed(page(headline=[HEADLINE, "ALDERSEA, JUN 2 – Nine years late."]))
    assert Passage("ALDERSEA, JUN 2 – Nine years late.", Lines(3, 3)) == facts.standfirst


def test_without_summary_and_count_the_line_below_the_headline_may_be_an_articles_and_is_nobodys() -> None:
    facts = parsed(page(headline=[HEADLINE, "Ships are back"], summary=(), count=(), cards=("A text.",)))
    assert (HEADLINE, None) == (facts.title.text, facts.standfirst)


@pytest.mark.parametrize("bullet", ["  • ", "- ", "* ", "• ", "•"])
def test_points_are_bullets_and_their_bullet_is_no_text(bullet: str) -> None:
    assert ["One point.", "Two points."] == points(
        f"{bullet}One point.", f"{bullet}Two points.", "Insights by Ground AI"
    )


def test_points_need_no_author_to_end() -> None:
    assert ["One point."] == points("- One point.")


def test_the_bias_sentence_is_no_point_though_it_is_a_bullet() -> None:
    facts = parsed(page(summary=["- One point."], count=(), cards=(), below=["- 46% of the sources lean Left"]))
    assert (["One point."], 46) == ([passage.text for passage in facts.summary], facts.bias.left.value)


@pytest.mark.parametrize("noise", ["Does this summary seem wrong?", "Podcasts & Opinions"])
def test_what_the_site_prints_below_a_summary_is_no_part_of_it(noise: str) -> None:
    facts = parsed(page(summary=[POINT, "Insights by Ground AI", noise]))
    assert (1, 1) == (len(facts.summary), len(facts.coverage))


def test_a_point_about_who_reported_first_is_no_first_report() -> None:
    for bullet in ("  • ", "- "):
        facts = parsed(page(summary=[f"{bullet}{SENTENCE.replace('a report', 'Aldersea')}", POINT]))
        assert (2, State.ABSENT) == (len(facts.summary), facts.first_report.outlet.state)


def test_prose_is_all_between_its_author_and_the_number_of_articles() -> None:
    facts = parsed(page(summary=["Summary by Ground News", "One.", "- Two", "Insights, three"]))
    assert ["One.", "Two", "Insights, three"] == [passage.text for passage in facts.summary]
    assert ("prose", "Ground News") == (facts.summary_form, facts.summary_by.value)


def test_prose_may_say_anything_a_label_says() -> None:
    prose = SENTENCE.replace("a report", "Aldersea")
    facts = parsed(page(summary=["Summary by Ground News", prose]))
    assert ([prose], State.ABSENT) == ([p.text for p in facts.summary], facts.first_report.outlet.state)


def test_prose_may_be_empty() -> None:
    facts = parsed(page(summary=["Summary by Channel 7"]))
    assert ("prose", (), "Channel 7") == (facts.summary_form, facts.summary, facts.summary_by.value)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["A paragraph. It ends.", *CARD], ["A paragraph. It ends."]),
        (["A paragraph. It ends.", "Ships are back", "They came at dawn.", "·Aldersea"], ["A paragraph. It ends."]),
        (["Ships are back", "They came at dawn.", "·Aldersea, Wendmark"], []),
        (list(CARD), []),
        (["A paragraph. It ends."], ["A paragraph. It ends."]),
    ],
)
def test_prose_without_a_number_of_articles_below_is_one_paragraph_at_most(
    lines: list[str], expected: list[str]
) -> None:
    facts = parsed(page(summary=["Summary by Ground News"], count=(), cards=lines))
    assert expected == [passage.text for passage in facts.summary]


@pytest.mark.parametrize(
    ("count", "value", "lines"),
    [
        (["18 Articles"], 18, Lines(5, 5)),
        (["1 Article"], 1, Lines(5, 5)),
        (["1,234 Articles"], 1234, Lines(5, 5)),
        (["350 Articles", "350 Articles"], 350, Lines(5, 6)),
        (["350 Articles", "", "350 Articles"], 350, Lines(5, 5)),
        (["350 Articles", "351 Articles"], 350, Lines(5, 5)),
    ],
)
def test_the_number_of_articles_is_stated_with_the_lines_that_say_it(
    count: list[str], value: int, lines: Lines
) -> None:
    articles = parsed(page(count=count)).articles
    assert (value, lines) == (articles.value, articles.lines)


@pytest.mark.parametrize(
    "count",
    [[], ["0 Articles"], ["Articles"], ["١٨ Articles"], ["1,2 Articles"], [f"{'9' * 5000} Articles"], ["-3 Articles"]],
)
def test_a_number_of_articles_that_is_missing_zero_or_no_number_is_not_known(count: list[str]) -> None:
    assert State.ABSENT is parsed(page(count=count)).articles.state


@pytest.mark.parametrize(
    ("line", "outlet", "place", "day"),
    [
        ("CNN broke the news in Atlanta, United States on Tuesday, June 2, 2026.", "CNN", "Atlanta, United States", 2),
        ("shz broke the news in on Tuesday, June 2, 2026.", "shz", None, 2),
        ("abc10 Wend broke the news in Australia on Wednesday, June 3, 2026.", "abc10 Wend", "Australia", 3),
        ("El Periódico broke the news in Türkiye on Tuesday, June 2, 2026.", "El Periódico", "Türkiye", 2),
        ("NBC Ald-Brin broke the news in St. John's on Tuesday, June 2, 2026.", "NBC Ald-Brin", "St. John's", 2),
        ("CNN broke the news in Atlanta, United States.", "CNN", "Atlanta, United States", None),
    ],
)
def test_the_first_report_is_read_with_what_its_line_says(
    line: str, outlet: str, place: str | None, day: int | None
) -> None:
    first = parsed(page(below=[*BELOW, line, "News"])).first_report
    expected = datetime.date(2026, 6, day) if day else None
    assert (outlet, place, expected) == (first.outlet.value, first.place.value, first.date.value)


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE,
        "CNN broke the news in a tweet.",
        "CNN broke the news in June.",
        "CNN broke the news in Atlanta on Tuesday.",
        "Nobody broke the news, so keep reading and tell your friends.",
        "CNN broke the news in Atlanta on Tuesday, June 31, 2026, twice.",
    ],
)
def test_another_sentence_about_breaking_news_is_no_first_report(line: str) -> None:
    assert State.ABSENT is parsed(page(below=[*BELOW, line, "News"])).first_report.outlet.state


def test_an_impossible_date_of_the_first_report_is_absent() -> None:
    first = parsed(page(below=[*BELOW, "CNN broke the news in Atlanta on Tuesday, June 31, 2026."])).first_report
    assert ("CNN", "Atlanta", State.ABSENT) == (first.outlet.value, first.place.value, first.date.state)


def test_an_articles_own_sentence_about_breaking_news_is_no_first_report() -> None:
    excerpt = SENTENCE.replace("a report", "Aldersea")
    facts = parsed(page(cards=[*CARD[:4], excerpt, *CARD[5:]]))
    assert (State.ABSENT, excerpt) == (facts.first_report.outlet.state, facts.coverage[0].excerpt)


def test_the_first_report_may_follow_the_articles_directly() -> None:
    line = "CNN broke the news in Atlanta, United States on Tuesday, June 2, 2026."
    assert "CNN" == parsed(page(below=[line])).first_report.outlet.value
    assert "CNN" == parsed(page(cards=[], below=[line])).first_report.outlet.value


@pytest.mark.parametrize(
    ("cut", "outlet", "place"),
    [
        ("CNN broke the ne", None, None),
        ("CNN broke the news", "CNN", None),
        ("CNN broke the news i", "CNN", None),
        ("CNN broke the news in Atl", "CNN", None),
        ("CNN broke the news in St.", "CNN", None),
        ("CNN broke the news in Atlanta, United States on Tuesday, June 2, 202", "CNN", None),
        ("CNN broke the news in Atlanta, United States on Tuesday, June 2, 2026.", "CNN", "Atlanta, United States"),
    ],
)
def test_of_a_first_report_that_is_cut_the_outlet_is_whole(cut: str, outlet: str | None, place: str | None) -> None:
    first = parsed(page(below=[*BELOW, cut])).first_report
    assert (outlet, place, None) == (first.outlet.value, first.place.value, first.date.value if place is None else None)


def test_where_sources_are_from_is_stated_with_a_place_only() -> None:
    assert State.ABSENT is parsed(page(below=[*BELOW, "Sources are mostly out of (0)"])).sources_from.state
    assert (
        "New Zealand" == parsed(page(below=[*BELOW, "Sources are mostly out of New Zealand (12)"])).sources_from.value
    )


@pytest.mark.parametrize("label", ["Factuality", "Factuality Info Icon", "Factuality\u00a0Info Icon", ""])
def test_factuality_and_ownership_are_locked_in_the_words_that_lock_them(label: str) -> None:
    ownership = "To view ownership data please Upgrade to Vantage"
    facts = parsed(page(below=[*BELOW[:3], label, BELOW[3], "Ownership", "Info Icon", ownership]))
    assert (State.LOCKED, None, (BELOW[3],)) == (
        facts.factuality.state,
        facts.factuality.value,
        words_of(facts.factuality),
    )
    assert (State.LOCKED, (ownership,)) == (facts.ownership.state, words_of(facts.ownership))


def words_of(field: Field[str]) -> tuple[str, ...] | None:
    return field.evidence.words if field.evidence else None


def test_a_label_without_the_words_that_lock_it_is_absent() -> None:
    facts = parsed(page(below=["Bias Distribution", "Factuality", "Ownership", "To view ownership data ple"]))
    assert (State.ABSENT, State.ABSENT) == (facts.factuality.state, facts.ownership.state)


def test_the_menu_below_the_topics_label_is_no_list_of_topics() -> None:
    facts = parsed(page(below=[*BELOW, "Similar News Topics", "News", "For You", "46% Right-handed"]))
    assert (State.ABSENT, State.ABSENT) == (facts.page_topics.state, facts.bias.right.state)


def test_a_date_without_a_day_is_not_when_the_page_was_published() -> None:
    assert State.ABSENT is parsed(page(top=["Published 18 days ago"])).published.state
    assert State.ABSENT is parsed(page(top=["Published loading... • Updated June 3, 2026"])).published.state
    assert "2026-06-03" == parsed(page(top=["Published June 3, 2026 • Updated 2 days ago"])).published.value


def test_a_page_may_state_when_it_was_updated() -> None:
    facts = parsed(page(top=["Published an hour ago • Updated June 3, 2026"]))
    assert (None, "2026-06-03") == (facts.published.value, facts.updated.value)


def test_what_the_site_never_says_in_text_is_absent() -> None:
    facts = parsed(page())
    absent = (facts.updated, facts.blindspot, facts.byline, facts.outlet, facts.page_topics, facts.address)
    assert {State.ABSENT} == {field.state for field in absent}


@pytest.mark.parametrize("lines", [[], ["x"], ["All"], ["·"], ["Read Full Article"], ["Insights by Ground AI"], ["•"]])
def test_a_document_of_next_to_nothing_is_read(lines: list[str]) -> None:
    facts = parsed(document("\n".join(lines)))
    assert ("", (), ()) == (facts.title.text, facts.summary, facts.coverage)


@pytest.mark.parametrize(
    ("cut", "title", "author"),
    [
        ("Aldersea opens its harb", "", None),
        (f"{HEADLINE}\nInsights by Gr", HEADLINE, None),
        (f"{HEADLINE}\nInsights by Ground AI", HEADLINE, "Ground AI"),
        (f"{HEADLINE}\nSummary by The Guard", HEADLINE, None),
    ],
)
def test_what_the_documents_end_may_have_cut_is_absent(cut: str, title: str, author: str | None) -> None:
    facts = parsed(document(cut))
    assert (title, author) == (facts.title.text, facts.summary_by.value)


@pytest.mark.parametrize(("cut", "expected"), [("  • The second po", 1), ("  • The second point.", 2)])
def test_a_last_point_is_whole_if_it_ends_as_sentences_do(cut: str, expected: int) -> None:
    assert expected == len(parsed(document(f"{HEADLINE}\n{POINT}\n{cut}")).summary)


def topics(*lines: str) -> tuple[str, ...] | None:
    return parsed(
        page(below=[*BELOW, "Similar News Topics", *lines, "News", "Feed Dots Icon", "For You"])
    ).page_topics.value


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Harbours", "+", "Sea Trade", "+"], ("Harbours", "Sea Trade")),
        (["Harbours", "Follow", "Info Icon", "Sea Trade", "Follow"], ("Harbours", "Sea Trade")),
        (["Harbours", "+", "Sea Trade"], ("Harbours",)),
        (["Disney+", "+"], ("Disney+",)),
        (["Harbours", "Sea Trade"], None),
        (["+"], None),
        ([], None),
    ],
)
def test_topics_are_those_that_a_reader_can_follow(lines: list[str], expected: tuple[str, ...] | None) -> None:
    assert expected == topics(*lines)


FACTUALITY = "Factuality Info Icon"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([FACTUALITY, "High Factuality"], "High Factuality"),
        ([FACTUALITY, "Info Icon", "Mixed"], "Mixed"),
        ([FACTUALITY, "72% of sources have high factuality"], "72% of sources have high factuality"),
        ([FACTUALITY, "72% High", "28% Mixed Factuality", "News"], "72% High, 28% Mixed Factuality"),
        ([FACTUALITY, "Very High Factuality", "100% High"], "Very High Factuality"),
        ([FACTUALITY, "Something else", "High Factuality"], None),
        ([FACTUALITY, "High hopes for the harbour"], None),
        (["High Factuality"], None),
        ([FACTUALITY, "Ownership", "High"], None),
    ],
)
def test_factuality_is_what_its_box_says(lines: list[str], expected: str | None) -> None:
    assert expected == parsed(page(below=[*BELOW[:3], *lines, "News"])).factuality.value


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["40% Media Conglomerate", "35% Independent News"], "40% Media Conglomerate, 35% Independent News"),
        (["40% of the sources are owned by a government"], "40% of the sources are owned by a government"),
        (["Info Icon", "Private Equity"], "Private Equity"),
        (["46% Right"], None),
        (["46% of the sources lean Right"], None),
        (["Aldersea Mercury"], None),
        (["40%"], None),
    ],
)
def test_ownership_is_what_its_box_says(lines: list[str], expected: str | None) -> None:
    assert expected == parsed(page(below=[*BELOW[:3], "Ownership", *lines, "News"])).ownership.value


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Blindspot for the Right", True),
        ("Blindspot for the Left: This story has limited coverage from Left-leaning sources", True),
        ("This story is a blindspot for the Left", True),
        ("The harbour is a blindspot for the Left.", False),
        ("Blindspot for the Right: why nobody asked", False),
        ("Blindspot", False),
    ],
)
def test_a_note_on_a_blindspot_stands_anywhere_if_only_the_site_words_it_so(note: str, expected: bool) -> None:  # noqa: FBT001
    above = parsed(page(headline=[note, HEADLINE]))
    assert (note if expected else None) == above.blindspot.value
    assert (HEADLINE if expected else note) == above.title.text


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("This story is a blindspot for the Left", True),
        ("The harbour is a blindspot for the Left.", True),
        ("Blindspot for the Right: few sources of the Right tell of it", True),
        ("Blindspot Feed", False),
    ],
)
def test_below_the_articles_a_note_on_a_blindspot_may_be_worded_otherwise(note: str, expected: bool) -> None:  # noqa: FBT001
    assert (note if expected else None) == parsed(page(below=[*BELOW, note, "News"])).blindspot.value


def sides(*lines: str) -> tuple[str | None, ...]:
    found = parsed(page(summary=lines)).side_summaries
    return found.left.value, found.center.value, found.right.value


def test_summaries_by_leaning_stand_below_the_names_of_their_sides() -> None:
    lines = ("Bias Comparison", "Left", "- It was left alone.", "- It rots.", "Right", "- It cost too much.")
    assert ("It was left alone. It rots.", None, "It cost too much.") == sides(*lines)
    facts = parsed(page(summary=[*lines, "Bias Comparison", POINT, "Insights by Ground AI"]))
    assert (["The harbour opened at noon."], "Ground AI") == ([p.text for p in facts.summary], facts.summary_by.value)
    assert ("It cost too much.", Lines(8, 8)) == (facts.side_summaries.right.value, facts.side_summaries.right.lines)


@pytest.mark.parametrize("names", [("Left", "Center", "Right"), ("Bias Comparison", "Left", "Center", "Right")])
def test_names_of_sides_in_a_row_are_buttons_above_the_summary(names: tuple[str, ...]) -> None:
    facts = parsed(page(summary=[*names, POINT, "Insights by Ground AI"]))
    assert (HEADLINE, ["The harbour opened at noon."]) == (facts.title.text, [p.text for p in facts.summary])
    assert (None, None, None) == sides(*names, POINT, "Insights by Ground AI")


def test_articles_above_the_line_with_their_number_are_listed_too() -> None:
    facts = parsed(
        page(summary=[POINT, "Insights by Ground AI", "Podcasts & Opinions", *CARD[:4], "Read Full Article"])
    )
    assert [("Aldersea Mercury", "Ships are back")] * 2 == [(card.outlet, card.headline) for card in facts.coverage]


def test_other_stories_below_the_articles_say_nothing_of_this_one() -> None:
    other = ["Similar Stories", "Bread is back", "60% Left", "L 60%", "5 Articles", "Left", "High Factuality"]
    assert parsed(page()).bias == parsed(page(below=[*BELOW, *other])).bias
    facts = parsed(page(cards=[*CARD, *other, *CARD[3:]]))
    assert (1, None, 18) == (len(facts.coverage), facts.bias.left.value, facts.articles.value)
