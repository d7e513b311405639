"""Whatever is done to a site's sources, an incremental build gives what a clean one does, byte for byte."""

from __future__ import annotations

import contextlib
import datetime
import os
import pkgutil
import shutil
import tempfile
from pathlib import Path
from typing import Any
from unittest import mock

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from briefing.story import Card, Field, Lines, Sides
from edition.output_list import LIST
from incremental.index import opened
from tests.edition.making import DAY, a_story, read
from tests.incremental.making import ROOT, Workshop, tree

NUMBERS = st.integers(1, 9)
DATES = st.sampled_from([DAY - datetime.timedelta(days=days) for days in (0, 0, 1, 2, 30, 31, 200, 400)])
TOPICS = st.lists(st.sampled_from(["Sea", "sea", "Ships", "AI", "Ai", "Ålesund"]), max_size=3).map(tuple)
ADDED = st.sampled_from(
    [datetime.datetime(2026, 6, day, 6, 30, second, tzinfo=datetime.UTC) for day in (1, 3, 5) for second in (0, 9)]
)
TEMPLATES = st.sampled_from(
    [
        "base.html",
        "article.html",
        "day.html",
        "month.html",
        "front.html",
        "topic.html",
        "topics.html",
        "outlet.html",
        "outlet_row.html",
        "by_table.html",
        "place.html",
        "places.html",
        "blindspot.html",
        "corrections.html",
        "subscribe.html",
        "for_you.html",
        "listing.html",
        "page.html",
        "404.html",
        "briefing/summary.html",
        "briefing/description.html",
        "briefing/macros.html",
    ]
)
SETTINGS = st.sampled_from(
    [
        {"SITENAME": "Another name"}, {"STORIES_PER_PAGE": 1}, {"STORIES_PER_PAGE": 2}, {"FEED_MAX_ITEMS": 2},
        {"TAG_FEED_RSS": None}, {"FEED_ALL_ATOM": "feeds/all.atom.xml"},
        {"FEEDS_OPML": None}, {"TAG_FEED_ATOM": "feeds/topics/{slug}.atom.xml"},
        {"FEED_ALL_JSON": "feeds/all.json"}, {"TAG_FEED_JSON": None}, {"RSS_FEED_SUMMARY_ONLY": True},
        {"RIGHTS": "short"}, {"RIGHTS": "facts"},
        {"DATA_FILES": False}, {"TIMEZONE": "Europe/Zurich"}, {"DRAFT_SAVE_AS": ""},
        {"DEFAULT_LANG": "fr"}, {"DEFAULT_LANG": "de"},
        {"SOCIAL_IMAGE": "images/a.png"}, {"STATIC_HASHES": True}, {"STATIC_PATHS": ["images", "robots.txt"]},
        {"OUTLET_PAGES": False}, {"PLACE_PAGES": False}, {"BLINDSPOTS": None},
        {"BLINDSPOTS": {"most": 40, "least": 41}},
        {"COLORS": {"light": {"link": "#7a1f2b"}}}, {"LOGO": "images/a.png"}, {"STORY_BOXES": ["glance", "people"]},
        {"STORY_IMAGES": True}, {"STORY_IMAGES": False},
    ]
)  # fmt: skip
CARDS = st.lists(
    st.builds(
        Card,
        headline=st.sampled_from([None, "A headline", "Another & longer one"]),
        outlet=st.sampled_from([None, "Post Bulletin", "post bulletin", "The Ærø Post", "CNN"]),
        bias=st.sampled_from([None, "Left", "Lean Left", "Center"]),
        place=st.sampled_from([None, "Atlanta, United States", "Ærø"]),
        url=st.sampled_from([None, "https://example.org/a"]),
        lines=st.just(Lines(21, 29)),
    ).filter(lambda card: card.headline or card.outlet),
    max_size=3,
).map(tuple)
SHARES = st.sampled_from([(None, 57, None), (5, 50, 45), (45, 50, 5), (33, 34, 33), (0, 20, 80)])
ROWS = st.lists(
    st.sampled_from(
        [
            '[[outlet]]\nname = "CNN"\nother_names = ["Post Bulletin"]\n',
            '[[outlet]]\nname = "CNN"\nleaning = {value = "Left", by = "A", link = "https://example.org/a"}\n',
            (
                '[[outlet]]\nname = "Aero"\nother_names = ["The Ærø Post"]\ncountry = "B"\n'
                'leaning = {value = "Center", by = "A", link = "https://example.org/a"}\n'
            ),
            '[[outlet]]\nname = "Nobody"\n',
        ]
    ),
    max_size=3,
    unique_by=lambda row: row.split('"')[1],
)
TEXTS = st.sampled_from(["Some words.", "Other words, and more of them.", "A [link](https://example.org/)."])


class KilledError(BaseException):
    """Ends a build where nothing expects it."""


class Sites(RuleBasedStateMachine):
    """A site to whose sources things are done; after each the site is built, and held against a clean one."""

    @initialize(
        size=st.sampled_from([1, 2, 50]),
        jobs=st.sampled_from([1, 2]),
        numbers=st.sets(NUMBERS, max_size=5),
        dates=st.lists(DATES, min_size=9, max_size=9),
    )
    def begin(self, size: int, jobs: int, numbers: set[int], dates: list[datetime.date]) -> None:
        self.jobs = jobs
        self.folder = Path(tempfile.mkdtemp())
        self.shop = Workshop(self.folder)
        self.shop.set(STORIES_PER_PAGE=size, TAG_FEED_JSON="feeds/topics/{slug}.json")
        self.shop.write("content/pages/about.md", "title: About\n\nWho we are.\n")
        for number in numbers:
            self.shop.add(a_story(number, date=dates[number - 1], topics=("Sea",)))
        self.shop.build()

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            try:
                assert tree_of(self.shop) == self.shop.by_pelican()
            finally:
                shutil.rmtree(self.folder)

    def posts(self) -> list[Path]:
        return sorted(self.shop.posts.glob("*.md"))

    @rule(
        number=NUMBERS, date=DATES, topics=TOPICS, added=ADDED, articles=st.none() | st.integers(0, 3), cards=CARDS,
        shares=SHARES,
    )  # fmt: skip
    def add_a_story(
        self,
        number: int,
        date: datetime.date,
        topics: tuple[str, ...],
        added: datetime.datetime,
        articles: int | None,
        cards: tuple[Card, ...],
        shares: tuple[int | None, ...],
    ) -> None:
        for path in self.shop.posts.glob(f"*-story-{number}.md"):
            path.unlink()
        counted: dict[str, Any] = {} if articles is None else {"articles": read(articles, 19)}
        bias = Sides(*(Field() if share is None else read(share, 35) for share in shares))
        told: dict[str, Any] = {"coverage": cards, "bias": bias}
        self.shop.add(a_story(number, date=date, topics=topics, added=added, **counted, **told))

    @precondition(lambda self: self.posts())
    @rule(data=st.data(), outlet=st.sampled_from(["CNN", "Post Bulletin", "The Ærø Post"]), rating=st.booleans())
    def edit_an_article_of_a_story(self, data: st.DataObject, outlet: str, *, rating: bool) -> None:
        path = data.draw(st.sampled_from(self.posts()))
        old, new = (
            ("Leaning: Center", "Leaning: Lean Right") if rating else ("Outlet: Post Bulletin", f"Outlet: {outlet}")
        )
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    @rule(number=st.integers(10, 12), text=TEXTS)
    def add_a_post_by_hand(self, number: int, text: str) -> None:
        self.shop.write(
            f"content/briefings/2026-05-0{number - 9}-mine-{number}.md",
            f"---\ntitle: Mine {number}\ndate: 2026-05-0{number - 9}\ntags: Sea\n---\n\n{text}\n",
        )

    @precondition(lambda self: self.posts())
    @rule(data=st.data(), text=TEXTS)
    def edit_a_story(self, data: st.DataObject, text: str) -> None:
        path = data.draw(st.sampled_from(self.posts()))
        with path.open("a", encoding="utf-8") as file:
            file.write(
                f"\n<!-- corrections -->\n## Corrections\n\n- 2026-06-05: {text}\n"
                if "corrections" not in path.read_text(encoding="utf-8")
                else f"\n{text}\n"
            )

    @precondition(lambda self: self.posts())
    @rule(
        data=st.data(),
        line=st.sampled_from(
            [
                "status: draft",
                "status: hidden",
                "status: skip",
                "lang: de",
                "author: Ada",
                "modified: 2026-06-09T08:00:00+00:00",
                "category: Health",
            ]
        ),
    )
    def say_more_of_a_story(self, data: st.DataObject, line: str) -> None:
        path = data.draw(st.sampled_from(self.posts()))
        text = path.read_text(encoding="utf-8")
        if f"\n{line.partition(':')[0]}: " not in text:
            path.write_text(text.replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")

    @precondition(lambda self: self.posts())
    @rule(data=st.data(), title=st.sampled_from(["Another headline", "“Quoted” & <marked>"]))
    def retitle_a_story(self, data: st.DataObject, title: str) -> None:
        path = data.draw(st.sampled_from(self.posts()))
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text(
            "\n".join(f"title: {title}" if line.startswith("title: ") else line for line in lines), encoding="utf-8"
        )

    @precondition(lambda self: self.posts())
    @rule(data=st.data(), date=DATES)
    def redate_a_story(self, data: st.DataObject, date: datetime.date) -> None:
        path = data.draw(st.sampled_from(self.posts()))
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text(
            "\n".join(f"date: {date}" if line.startswith("date: ") else line for line in lines), encoding="utf-8"
        )

    @precondition(lambda self: self.posts())
    @rule(data=st.data(), intro=TEXTS | st.just(""), named=st.sampled_from(["lead", "order", "leave_out"]))
    def write_an_edition(self, data: st.DataObject, intro: str, named: str) -> None:
        dates = self.published()
        if not dates:
            return
        date = data.draw(st.sampled_from(sorted(dates)))
        slug = data.draw(st.sampled_from(dates[date]))
        self.shop.write(f"content/editions/{date}.md", f"---\n{named}: {slug}\n---\n\n{intro}\n")

    def published(self) -> dict[str, list[str]]:
        """Return the slugs of the stories of each day."""
        dates: dict[str, list[str]] = {}
        for path in self.posts():
            lines = path.read_text(encoding="utf-8").split("\n")
            front = dict(line.split(": ", 1) for line in lines[: lines.index("---", 1)] if ": " in line)
            if front.get("status", "published") == "published" and "slug" in front:
                dates.setdefault(front["date"], []).append(front["slug"])
        return dates

    def mend_the_editions(self) -> None:
        """Delete the editions that name a story which is not of their day any more: they stop a build."""
        dates = self.published()
        for path in (self.folder / "content" / "editions").glob("*.md"):
            slug = path.read_text(encoding="utf-8").split("\n")[1].split(": ")[1]
            if slug not in dates.get(path.stem, []):
                path.unlink()

    @rule()
    def delete_the_editions(self) -> None:
        shutil.rmtree(self.folder / "content" / "editions", ignore_errors=True)

    @precondition(lambda self: self.posts())
    @rule(data=st.data())
    def link_a_story_to_another(self, data: st.DataObject) -> None:
        path, other = (data.draw(st.sampled_from(self.posts())) for _ in range(2))
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\nSee [this]({{filename}}{other.name}).\n", encoding="utf-8")

    @precondition(lambda self: self.posts())
    @rule(data=st.data())
    def delete_a_story(self, data: st.DataObject) -> None:
        data.draw(st.sampled_from(self.posts())).unlink()

    @precondition(lambda self: self.posts())
    @rule(data=st.data())
    def rename_a_post(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(self.posts()))
        path.rename(path.with_name(f"a-{path.name}"))

    @precondition(lambda self: self.posts())
    @rule(data=st.data())
    def lose_a_post_as_written(self, data: st.DataObject) -> None:
        made = sorted((self.shop.posts / ".made").glob("*.txt"))
        if made:
            data.draw(st.sampled_from(made)).unlink()

    @rule(
        name=st.sampled_from(["health/sample-mayo-clinic-microsoft.txt", "sport/sample-island-cup-final.txt"]),
        change=st.booleans(),
    )
    def add_a_document(self, name: str, *, change: bool) -> None:
        text = (ROOT / "content" / "documents" / name).read_text(encoding="utf-8")
        self.shop.write(f"content/documents/{name}", text.replace("57", "58") if change else text)

    @rule()
    def delete_the_documents(self) -> None:
        for path in (self.shop.folder / "content" / "documents").rglob("*.txt"):
            path.unlink()

    @rule(
        name=st.sampled_from(["about", "method", "more"]),
        head=st.sampled_from(
            ["", "", "status: hidden", "status: draft", "date: 2026-06-01", "modified: 2026-06-03", "slug: other"]
        ),
        text=TEXTS,
    )
    def write_a_page(self, name: str, head: str, text: str) -> None:
        self.shop.write(f"content/pages/{name}.md", f"title: {name}\n{head}\n\n{text}\n".replace("\n\n\n", "\n\n"))

    @precondition(lambda self: self.posts())
    @rule(data=st.data())
    def link_a_page_to_a_story(self, data: st.DataObject) -> None:
        other = data.draw(st.sampled_from(self.posts()))
        self.shop.write("content/pages/links.md", f"title: Links\n\n[There]({{filename}}../briefings/{other.name})\n")

    @rule(name=st.sampled_from(["about", "method", "more", "links"]))
    def delete_a_page(self, name: str) -> None:
        (self.shop.folder / "content" / "pages" / f"{name}.md").unlink(missing_ok=True)

    @rule(name=st.sampled_from(["a.txt", "b.txt"]), text=TEXTS)
    def write_a_static_file(self, name: str, text: str) -> None:
        self.shop.write(f"content/images/{name}", text)

    @rule(name=TEMPLATES, text=st.sampled_from(["<!-- one -->", "<!-- two -->"]))
    def edit_a_template(self, name: str, text: str) -> None:
        self.shop.change(f"theme/templates/{name}", "<p", f"{text}<p")

    @rule(language=st.sampled_from(["de", "en", "fr"]), word=st.sampled_from(["Une", "Deux"]))
    def translate_a_text(self, language: str, word: str) -> None:
        path = self.shop.folder / "theme" / "translations" / f"{language}.po"
        path.write_text(
            f'msgid ""\nmsgstr "Language: {language}"\n\nmsgid "Topics"\nmsgstr "{word}"\n', encoding="utf-8"
        )

    @rule(language=st.sampled_from(["de", "en", "fr"]))
    def delete_a_translation(self, language: str) -> None:
        (self.shop.folder / "theme" / "translations" / f"{language}.po").unlink(missing_ok=True)

    @rule(style=st.sampled_from(["a{}", "b{}"]))
    def edit_the_style_sheet(self, style: str) -> None:
        with (self.shop.folder / "theme/static/css/briefing.css").open("a", encoding="utf-8") as file:
            file.write(style)

    @rule(setting=SETTINGS)
    def edit_a_setting(self, setting: dict[str, object]) -> None:
        self.shop.set(**setting)

    @rule(rows=ROWS)
    def write_the_outlet_table(self, rows: list[str]) -> None:
        self.shop.write("content/outlets.toml", "\n".join(rows))

    @rule()
    def delete_the_outlet_table(self) -> None:
        (self.shop.folder / "content" / "outlets.toml").unlink(missing_ok=True)

    @rule()
    def delete_the_cache(self) -> None:
        shutil.rmtree(self.shop.cache)

    @rule(data=st.data(), text=st.sampled_from([None, "", "tampered"]), meanwhile=st.none() | TEXTS)
    def spoil_a_file_of_the_site(self, data: st.DataObject, text: str | None, meanwhile: str | None) -> None:
        if meanwhile is not None and self.posts():
            self.edit_a_story(data, meanwhile)
        path = self.shop.output / data.draw(st.sampled_from(sorted(tree_of(self.shop).keys() - {LIST})))
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")

    @rule(
        setting=st.just({}) | SETTINGS,
        data=st.data(),
        text=TEXTS,
        after=st.integers(0, 40),
        where=st.sampled_from(
            ["incremental.site.Site.write", "edition.output._place", "incremental.index.Index.keep_outputs"]
        ),
    )
    def interrupt_a_build(
        self, setting: dict[str, object], data: st.DataObject, text: str, after: int, where: str
    ) -> None:
        module, _, name = where.rpartition(".")
        holder = pkgutil.resolve_name(module)
        original, left = getattr(holder, name), [after if name != "keep_outputs" else 0]

        def interrupt(*arguments: Any, **more: Any) -> Any:
            left[0] -= 1
            if left[0] < 0:
                raise KilledError
            return original(*arguments, **more)

        self.shop.set(**setting)
        if self.posts():
            self.edit_a_story(data, text)
        beside = mock.patch("incremental.beside._WORTH_A_PROCESS", 1)
        with beside, mock.patch(where, interrupt), contextlib.suppress(KilledError):
            self.shop.build(jobs=self.jobs)

    @invariant()
    def incremental_equals_clean(self) -> None:
        if hasattr(self, "shop"):
            self.mend_the_editions()
            with mock.patch("incremental.beside._WORTH_A_PROCESS", 1):
                self.shop.build(jobs=self.jobs)
            assert tree_of(self.shop) == self.shop.clean()
            self.check_what_is_counted()

    def check_what_is_counted(self) -> None:
        """See that the index counts stories and files as it has them, where it was not Pelican who built all."""
        with opened(self.shop.cache / "site.sqlite") as index:
            execute = index.connection.execute
            counted = execute("SELECT * FROM counts ORDER BY kind, key").fetchall()
            belong = execute("SELECT kind, key, COUNT(*) FROM memberships GROUP BY 1, 2 ORDER BY 1, 2").fetchall()
            stories = execute("SELECT COUNT(*) FROM stories WHERE place IS NOT NULL").fetchone()[0]
            assert belong == counted
            assert (stories, len(index.paths())) == index.counts()


def tree_of(shop: Workshop) -> dict[str, bytes]:
    return tree(shop.output)


TestSites = Sites.TestCase
TestSites.settings = settings(
    max_examples=int(os.environ.get("EQUALITY_EXAMPLES", "8")),
    stateful_step_count=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # each step builds two sites: shrinking would take an hour
)
