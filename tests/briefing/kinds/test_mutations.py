"""Whatever happens to a page's lines, it is read without failing and nothing untrue is stated."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import kinds, truth
from briefing.documents import Document
from briefing.documents.html import read_page
from briefing.documents.privacy import drop_private
from briefing.kinds import ground_news
from briefing.kinds.ground_news import words as ground_news_words
from briefing.story import Facts
from tests.briefing.kinds.making import PAGES, SAMPLES, document

FORMS = PAGES.with_name("forms")
PATHS = [
    *sorted(PAGES.glob("*.txt")),
    *sorted(PAGES.glob("*.md")),
    *sorted(FORMS.glob("*.md")),
    *sorted(SAMPLES.glob("*/*.txt")),
]
TEXTS = [path.read_text(encoding="utf-8") for path in PATHS]
PIECES = re.split("(?=<)", (FORMS / "harbour.html").read_text(encoding="utf-8"))
LABELS = """Bias Distribution|Coverage Details|Similar News Topics|Read Full Article|Read Full ArticleX|Factuality
Ownership|Info Icon|18 Articles|0 Articles|1,234 Articles|١٨ Articles|1,2 Articles|Summary by X|Insights by Ground AI
57.5% of the sources are Center|157% of the sources lean Left|57% of the sources are Center|57% Center|L 5%|C 101%
50% Left, 50% Right|Total News Sources5|Leaning Left1Leaning Right02Center5,5Last Updated|Leaning Left12|All|Left
Center|Right|3|1,024|Reposted by|+2 Reposted by 2 other sources|abab|·A, B|·|XX|Published June 2, 2026|- |* x|•• y
CNN broke the news in A on Tuesday, June 2, 2026.|CNN broke the news in on Monday, June 31, 2026.|CNN broke the news i
CNN broke the news in S.|To view factuality data please Upgrade to Premium|Sources are mostly out of A (3)|…|cut...
“a b c,” said Ann Tolland, mayor of A.|Ann Tolland, mayor, said "a b c|5-10% of $5 to $6 million|institutional access
On June 2, 2026 and 3 May 1903|---|# H|#### [H](https://a.example/)|**Left**|[A](/interest/a)|[|](https://a.example/)
===|Similar Stories|View article|5 hours ago·A|+|Blindspot for the Left|High Factuality|40% Other
14%|Bias Comparison|All 7|You are connecting from|please login or register|\u200b|\ufffe| |""".replace("\n", "|").split(
    "|"
)
MARKUP = """<div>|</div>|<div id="article-summary">|<h1>A</h1>|<h4>A</h4>|<li>|</li>|<a href="https://a.example/">A</a>|<nav>
<button>|</button>|<div style="width:50%"></div>|<time datetime="2026-06-02T09:00:00Z">A</time>|<template id="B:0">
<footer>|<a href="/interest/a">A</a>|<p hidden>|<script>|</script>|<table><tr><td>A</table>|<html lang="x">""".replace(
    "\n", "|"
).split("|")
EDITS = ("cut", "shuffle", "double", "drop", "insert", "split", "reverse", "other")


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw a page that was cut anywhere, with lines shuffled, doubled, dropped, and labels put in."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    random = draw(st.randoms(use_true_random=False))
    for edit in draw(st.lists(st.sampled_from(EDITS), max_size=6)):
        at = random.randrange(len(lines))
        if edit == "cut":
            text = "\n".join(lines)
            lines = text[: random.randint(0, len(text))].split("\n")
        elif edit == "shuffle":
            random.shuffle(lines)
        elif edit == "double":
            lines.insert(at, lines[at])
        elif edit == "drop":
            lines[at : at + 1] = [] if len(lines) > 1 else [""]
        elif edit == "insert":
            lines.insert(at, random.choice(LABELS))
        elif edit == "split":
            half = random.randint(0, len(lines[at]))
            lines[at] = lines[at][:half] + random.choice(LABELS) + lines[at][half:]
        elif edit == "reverse":
            lines[at : at + 5] = lines[at : at + 5][::-1]
        else:
            lines.insert(at, random.choice(random.choice(TEXTS).split("\n")))
    return "\n".join(lines)


@st.composite
def mutated_html(draw: st.DrawFn) -> str:
    """Draw a web page that was cut anywhere, with tags shuffled, doubled, dropped, and others put in."""
    pieces = list(PIECES)
    random = draw(st.randoms(use_true_random=False))
    for edit in draw(st.lists(st.sampled_from(("cut", "double", "drop", "insert", "reverse", "other")), max_size=12)):
        at = random.randrange(len(pieces))
        if edit == "cut":
            pieces = pieces[: at + 1]
        elif edit == "double":
            pieces[at:at] = pieces[at : at + random.randint(1, 40)]
        elif edit == "drop":
            pieces[at : at + random.randint(1, 40)] = [] if at else pieces[:1]
        elif edit == "insert":
            pieces.insert(at, random.choice(MARKUP))
        elif edit == "reverse":
            pieces[at : at + 9] = pieces[at : at + 9][::-1]
        else:
            pieces.insert(at, f"<p>{random.choice(LABELS)}</p>")
    return "".join(pieces)


def reading(document: Document) -> Facts:
    kinds.recognise(document)
    facts = ground_news.parse(document)
    assert () == truth.untrue(facts, document.lines)
    return facts


@given(mutated())
@settings(max_examples=400)
def test_a_mutated_page_states_nothing_that_it_does_not_say(text: str) -> None:
    facts = reading(document(text))
    labels = {*ground_news_words.LEANINGS, *ground_news_words.PART_LABELS}
    assert not labels & {card.outlet for card in facts.coverage}
    assert all(share is None or share <= 100 for share in (facts.bias.left.value, facts.bias.right.value))


@given(mutated_html())
@settings(max_examples=200)
def test_a_mutated_web_page_states_nothing_that_it_does_not_say(html: str) -> None:
    page = read_page(html)
    kept, private = drop_private(page.lines)
    facts = reading(Document(kept, private, page=page))
    assert not ground_news_words.LEANINGS & {card.outlet for card in facts.coverage}


@given(st.lists(st.sampled_from(LABELS) | st.text(max_size=20), max_size=30).map("\n".join))
@settings(max_examples=200)
def test_labels_in_any_order_state_nothing_that_they_do_not_say(text: str) -> None:
    reading(document(text))


def test_a_page_cut_in_many_places_keeps_what_is_whole_and_states_nothing_that_is_cut() -> None:
    whole = (PAGES / "layout-a.txt").read_text(encoding="utf-8")
    facts = reading(document(whole))
    for end in range(0, len(whole), 7):
        cut = reading(document(whole[:end]))
        assert cut.title in {facts.title, reading(document("")).title}
        assert facts.summary[: len(cut.summary)] == cut.summary
        assert cut.articles.value in {None, facts.articles.value}
        assert {card.outlet for card in cut.coverage} <= {card.outlet for card in facts.coverage}
        assert {card.headline for card in cut.coverage} <= {card.headline for card in facts.coverage} | {None}
        assert {card.place for card in cut.coverage} <= {card.place for card in facts.coverage} | {None}
        assert cut.first_report.place.value in {None, facts.first_report.place.value}
        assert "Wend Valley" not in repr(cut)  # the library that the page was saved in
