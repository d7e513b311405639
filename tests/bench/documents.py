"""Makes saved pages of invented stories, any number of them, the same ones for the same seed.

Document ``index`` depends on the seed and on ``index`` alone, so that the first thousand of ten thousand are the
thousand. They have the layouts of real pages, about 4 KB each, 5 to 40 articles of which some are listed, and topics
of which a few are in many stories and many in a few. Outlets, places and people are invented.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

SEED = 20260602
LAST_DAY = datetime.date(2026, 6, 2)
"""The latest day of a story whose form names none."""

_DAYS = 730

_SUBJECTS = {
    "health": ("ward", "clinic", "vaccine", "ambulance station", "sleep study", "nurses' rota", "well"),
    "business": ("cannery", "bank rate", "ferry fare", "shipyard", "salt works", "wage deal", "market hall"),
    "politics": ("tunnel bill", "levy", "council seat", "harbour tax", "petition", "coalition", "budget"),
    "environment": ("peat bog", "tern colony", "sea wall", "wind mast", "reef", "flood gate", "forest"),
    "culture": ("lighthouse archive", "poem", "folk opera", "museum wing", "film festival", "carved door"),
    "sport": ("island cup", "rowing race", "cycling tour", "swimming record", "chess final", "stadium"),
    "science": ("tide model", "seabed survey", "telescope", "fossil whale", "storm forecast", "gene bank"),
    "transport": ("night ferry", "rail bridge", "tram line", "airstrip", "cycle path", "harbour pilot"),
}
_VERBS = ("opens", "delays", "approves", "rejects", "expands", "defends", "closes", "repairs", "sells", "restores")
_PLACES = tuple(
    f"{town}, {land}"
    for land, towns in {
        "Wendmark": ("Aldersea", "Brinmouth", "Tolvaddon", "Kessel Quay", "Nether Wend", "Ombury", "Pell"),
        "Sundrevay": ("Port Ellisby", "Saltvarrick", "Fennimouth", "Vessay", "Little Brend", "Haldry"),
        "Östermoor": ("Grönhamn", "Åsvik", "Lillefors", "Tärnö", "Brovik"),
        "Valdara": ("San Ireno", "Puerto Lento", "Mirabel", "Dos Cruces"),
    }.items()
    for town in towns
)
_OUTLETS = tuple(
    (f"{where} {what}", leaning)
    for (where, what), leaning in zip(
        (
            (where, what)
            for what in ("Mercury", "Herald", "Courier", "Public Radio", "Post", "Echo", "Observer", "24")
            for where in ("Aldersea", "Brinmouth", "Tolvaddon", "Haldry", "Vessay", "Wend Valley", "Mirabel", "Åsvik")
        ),
        ("Left", "Lean Left", "Center", "Center", "Lean Right", "Right", "Center", "Lean Left", "Far Right") * 8,
        strict=False,
    )
)
_FIRST_NAMES = ("Ada", "Bo", "Cathal", "Dorrit", "Elif", "Fenna", "Gethin", "Hanne", "Ivo", "Jorun", "Kofi", "Lisbet")
_LAST_NAMES = ("Quist", "Storm", "Orrowby", "Trantham", "Garrowmere", "Tolland", "Åberg", "Reyes", "Okwu", "Fairlie")
_ROLES = ("mayor", "chief engineer", "harbour master", "spokesperson", "director", "union leader", "professor")
_BODIES = ("the Harbour Board", "Wend Valley Council", "the Tide Institute", "Sundrevay Ferries", "the Salt Union")
_SAYINGS = (
    "we have waited long enough for this", "the figures speak for themselves", "nobody here was asked",
    "it is a beginning and no more", "there is no second harbour to lose", "we will publish every page of it",
)  # fmt: skip
_POINTS = (
    'The {subject} has stood in {place} for {years} years and costs £{money} million, {person} said: "{saying}."',
    'Critics of the plan, among them {person}, {role} of {body}, said "{saying}" and asked for a vote by {month}.',
    "Under the terms {body} keeps {share}% of the {subject} and reports to the council every {years} months.",
    "More than {crowd} people signed a petition on the {subject}, and a hearing is planned in {place} next month.",
    "Work is to begin once {body} has found £{money} million, of which {share}% has been promised so far.",
    '{person}, {role} at {body}, called the decision "a day that {place} will not forget" and left before questions.',
    "An earlier attempt in {place} was given up after costs had grown by {share}%, the papers show.",
)
_EXCERPTS = (
    "The {subject} in {place} was the talk of the quay on {weekday}, when {person} read out the decision to all.",
    "Few had expected that the {subject} would come to a vote before {month}; fewer still a lead of {years}.",
    "{person} had been up since four. By the time the {subject} was announced there was no coffee left in {place}.",
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Form:
    """What of a document is chosen: its story's day (None: drawn), how many sentences excerpts have, its topics."""

    day: datetime.date | None = None
    sentences: tuple[int, int] = (2, 3)
    topics: tuple[str, ...] = ()


USUAL = Form()
"""The form of documents of which nothing is chosen."""


def write_documents(
    folder: Path, count: int, seed: int = SEED, first: int = 0, form: Callable[[int], Form] = lambda _index: USUAL
) -> None:
    """Write ``count`` documents into ``folder``, from number ``first``; a sub-folder for each category.

    :param form: that of a document, by its number
    """
    for category in _SUBJECTS:
        (folder / category).mkdir(parents=True, exist_ok=True)
    for index in range(first, first + count):
        name, text = make_document(index, seed, form(index))
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def make_document(index: int, seed: int = SEED, form: Form = USUAL) -> tuple[str, str]:
    """Return the path of a document below its folder, with ``/``, and its text."""
    story = _Story(index, random.Random(f"{seed}:{index}"), form)  # noqa: S311 - nothing here is secret
    return f"{story.category}/{index:06}.txt", story.text()


class _Story:
    """A story with all that its page says; everything is drawn from ``draw``."""

    def __init__(self, index: int, draw: random.Random, form: Form) -> None:
        self._draw = draw
        self._form = form
        self._days = index + 2  # in the headline: no two stories have the same
        self.category = draw.choice(list(_SUBJECTS))
        subjects = _SUBJECTS[self.category]
        self._subject = subjects[min(int(draw.expovariate(0.5)), len(subjects) - 1)]
        self._place = _PLACES[min(int(draw.expovariate(0.12)), len(_PLACES) - 1)]
        day = LAST_DAY - datetime.timedelta(days=draw.randrange(_DAYS))
        self._day = form.day or day
        self._lost_outlets = draw.random() < 1 / 3  # the layout that loses outlets and leanings
        self._articles = draw.randint(5, 40)
        self._shares = self._some_shares()

    def text(self) -> str:
        """Return the page."""
        bullet = "- " if self._lost_outlets else "  • "
        count = f"{self._articles} Articles"
        summary = [f"{bullet}{self._first_point()}", *(bullet + self._fill(p) for p in self._sample(_POINTS, 4, 6))]
        cards = [line for _ in range(min(self._draw.randint(4, 7), self._articles)) for line in self._card()]
        lines = [
            *([] if self._lost_outlets else ["Skip to main content", "", "Published loading...Updated", ""]),
            self._headline(self._days),
            *summary,
            "Insights by Ground AI",
            count,
            *([count] if self._lost_outlets else []),
            *cards,
            *self._below(),
        ]
        return "\n".join(lines) + "\n"

    def _sample(self, texts: Sequence[str], least: int, most: int) -> list[str]:
        return self._draw.sample(texts, self._draw.randint(least, most))

    def _headline(self, days: int) -> str:
        town = self._place.partition(",")[0]
        return f"{town} {self._draw.choice(_VERBS)} its {self._subject} after {days:,} days of argument"

    def _first_point(self) -> str:
        town = self._place.partition(",")[0]
        return f"On {self._written_day()}, {town} decided on the {self._subject} that had divided it."

    def _written_day(self) -> str:
        day = self._day
        return f"{_WEEKDAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}, {day.year}"

    def _fill(self, text: str) -> str:
        draw = self._draw
        return text.format(
            subject=self._subject,
            place=draw.choice(_PLACES).partition(",")[0],
            years=draw.randint(2, 90),
            money=draw.randint(2, 900),
            share=draw.randint(2, 98),
            crowd=f"{draw.randint(1, 99)},{draw.randint(100, 999)}",
            person=f"{draw.choice(_FIRST_NAMES)} {draw.choice(_LAST_NAMES)}",
            role=draw.choice(_ROLES),
            body=draw.choice(_BODIES),
            saying=draw.choice(_SAYINGS),
            month=draw.choice(_MONTHS),
            weekday=draw.choice(_WEEKDAYS),
        )

    def _card(self) -> list[str]:
        outlet, leaning = self._draw.choice(_OUTLETS)
        reposts = self._draw.randint(2, 30)
        known = [f"{outlet}{outlet}", *([f"+{reposts} Reposted by {reposts} other sources"] * (reposts > 24)), leaning]
        return [
            *([] if self._lost_outlets else known),
            self._headline(self._draw.randint(2, 999)),
            f"{self._fill(' '.join(self._sample(_EXCERPTS, *self._form.sentences)))[:-10]}…",
            f"·{self._draw.choice(_PLACES)}",
            "Read Full Article",
        ]

    def _some_shares(self) -> tuple[int, int, int]:
        left = self._draw.randint(5, 60)
        right = self._draw.randint(5, 95 - left)
        return left, 100 - left - right, right

    def _below(self) -> list[str]:
        left, center, right = self._shares
        most, side, verb = max(
            (left, "Left", "lean"), (center, "Center", "are"), (right, "Right", "lean"), key=lambda one: one[0]
        )
        bullet = "- " if self._lost_outlets else "  • "
        bar = [f"L {left}%", f"C {center}%", f"R {right}%"] if self._lost_outlets else []
        outlet, _ = self._draw.choice(_OUTLETS)
        first = f"{outlet} broke the news in {self._place} on {self._written_day()}."
        return [
            "Bias Distribution",
            f"{bullet}{most}% of the sources {verb} {side}",
            f"{most}% {side}",
            *bar,
            "Factuality",
            "To view factuality data please Upgrade to Premium",
            "Ownership",
            "To view ownership data please Upgrade to Vantage",
            *([] if self._lost_outlets else [first, "Too Big Arrow Icon", "Sources are mostly out of (0)"]),
            "Similar News Topics",
            *(line for topic in self._form.topics for line in (topic, "+")),  # the button that follows a topic
            "News",
        ]
