"""Stories that are hard to set on a page: too long, too many, too little, and in other scripts."""

from __future__ import annotations

from briefing.story import Card, Lines, Passage, Quote, Sides, Story, WrittenDate
from tests.briefing.making import DAY, a_full_story, a_story, an_earlier_save, evidence, stated

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"  # 80 letters
LONG_HEADLINE = (
    "The assembly of the islands met for nine hours and forty minutes and heard eighty-one speakers before it put to "
    "the vote whether the tunnel, the bridge, the second ferry, or none of the three, should be paid for from the levy "
    "on second homes, and then it found that one member had gone home for tea and could not vote"
)  # fmt: skip
SIDES = ("Left", "Lean Left", "Center", "Lean Right", "Right", None)


def _cards(count: int, first: int = 100) -> tuple[Card, ...]:
    return tuple(
        Card(
            headline=f"Headline {n} of an article that the page lists",
            outlet=f"Outlet {n}" if n % 7 else LONG_WORD,
            bias=SIDES[n % len(SIDES)],
            excerpt="It began before dawn, and nobody on the pier was surpr" if n % 2 else None,
            excerpt_cut=bool(n % 2),
            place="Port Ellis, Sundrey",
            reposts=n,
            url=f"https://example.org/{LONG_WORD}/{n}" if n % 3 else None,
            lines=Lines(first + n, first + n),
        )
        for n in range(count)
    )


def _quotes(count: int) -> tuple[Quote, ...]:
    return tuple(
        Quote(f"these are the words of quotation number {n}", "Ida Storm" if n % 2 else None, lines=Lines(8, 8))
        for n in range(count)
    )


def _in_other_words(words: str, *, language: str, outlet: str) -> Story:
    twice = f"{words} {words}"
    return a_story(
        language=language,
        category=outlet,
        topics=(outlet, words[:9].strip()),
        title=Passage(twice, Lines(3, 3)),
        summary=(Passage(f"{twice} {twice}", Lines(7, 7)), Passage(f"{words} CNN 57% {words}", Lines(8, 8))),
        summary_form="points",
        summary_by=stated(outlet, evidence(outlet, first=9)),
        articles=stated(18, evidence("18", first=19)),
        bias=Sides(*(stated(n, evidence(f"{n}%", first=n)) for n in (20, 57, 23))),
        quotes=(Quote(words, outlet, outlet, lines=Lines(7, 7)),),
        coverage=(Card(headline=twice, outlet=outlet, bias="Center", excerpt=f"{twice} {words}", lines=Lines(21, 29)),),
    )


def _named(slug: str, number: int, story: Story) -> Story:
    values = {name: getattr(story, name) for name in Story.__dataclass_fields__}
    return Story(**values | {"slug": slug, "id": f"urn:uuid:00000000-0000-5000-8000-{number:012}"})


def hard_stories() -> dict[str, Story]:
    """Return the stories by their slugs."""
    made = {
        "long-headline": a_full_story(title=Passage(LONG_HEADLINE, Lines(3, 3)), topics=(LONG_HEADLINE[:120], "A")),
        "one-word": a_full_story(title=Passage("Ships", Lines(3, 3))),
        "long-words": a_full_story(
            category=LONG_WORD,
            topics=(LONG_WORD,),
            title=Passage(LONG_WORD, Lines(3, 3)),
            standfirst=Passage(f"{LONG_WORD} {LONG_WORD}", Lines(5, 5)),
            summary=(Passage(LONG_WORD * 3, Lines(7, 7)),),
            summary_by=stated(LONG_WORD, evidence(LONG_WORD, first=9)),
            quotes=(Quote(f"{LONG_WORD} {LONG_WORD} x", LONG_WORD, LONG_WORD, lines=Lines(7, 7)),),
            dates=(WrittenDate(LONG_WORD, DAY, Lines(7, 7)),),
            coverage=(Card(headline=LONG_WORD, outlet=LONG_WORD, bias="Center", place=LONG_WORD, lines=Lines(21, 29)),),
            sources_from=stated(LONG_WORD, evidence(LONG_WORD * 3, first=70)),
            history=(an_earlier_save(title=Passage(LONG_WORD, Lines(3, 3))),),
        ),
        "many-cards": a_full_story(coverage=_cards(500), articles=stated(500, evidence("500 Articles", first=19))),
        "many-quotes": a_full_story(quotes=_quotes(60)),
        "no-summary": a_story(coverage=_cards(3)),
        "right-to-left": _in_other_words("عادت السفن إلى الميناء بعد تسع سنوات.", language="ar", outlet="صحيفة الساحل"),
        "japanese": _in_other_words("九年ぶりに港が再開し、船が戻ってきた。", language="ja", outlet="海岸新聞"),
        "emoji": _in_other_words("🚢🎉👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿 ships are back 🚢", language="en", outlet="📰 Coast"),
    }
    return {slug: _named(slug, number, story) for number, (slug, story) in enumerate(made.items(), 1)}
