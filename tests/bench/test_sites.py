"""Sites are checked: equal ones have equally many pages and show what changed; what fails is left out and said."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.builders import OURS, Builder
from tests.bench.counting import Plan
from tests.bench.making import TEXT, make_post
from tests.bench.posts import Post, Stories, edited
from tests.bench.processes import Measured
from tests.bench.sites import ADDED, COLD, SCENARIOS, Site, WrongSiteError, run_rounds
from tests.bench.tables import builds, files, watches
from tests.bench.watching import Seen

PLAN = Plan(stories=1, periods=3, topics=(1, 1))
LATER = make_post(title="Later", slug="later-0a1b2d")

MakeSite = Callable[..., Site]


def _set_up(folder: Path) -> None:
    (folder / "posts").mkdir(parents=True)


def _write(folder: Path, post: Post) -> tuple[Path, ...]:
    (folder / f"{post.slug}.md").write_text(post.text, encoding="utf-8")
    return (folder / f"{post.slug}.md",)


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    file = tmp_path / "post.md"
    file.write_text(TEXT, encoding="utf-8")

    def make(name: str = OURS, *, keeps: bool = True) -> Site:
        builder = Builder(
            name=name,
            build=(sys.executable, "-c", "raise SystemExit('no such site')"),
            set_up=_set_up,
            write=_write,
            page=lambda post: f"{post.slug}/index.html",
            posts="posts",
            output="output",
            feed="feed.xml",
            caches=("cache",),
            keeps=keeps,
        )
        return Site(builder, tmp_path / name, Stories((file,), LATER))

    return make


def _put(site: Site, *texts: str) -> None:
    """Make a site of as many pages as there are to be; the newest story's, the front page and the feed have texts."""
    shutil.rmtree(site.output, ignore_errors=True)
    for number in range(8):
        (site.output / f"page{number}").mkdir(parents=True)
        (site.output / f"page{number}" / "index.html").touch()
    for file in site.shown():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(texts), encoding="utf-8")


def test_a_site_of_as_many_pages_as_there_are_to_be_is_right(make_site: MakeSite) -> None:
    site = make_site()
    _put(site)

    site.check_files(PLAN)

    assert (1, 10, 1) == (site.files.stories, site.files.pages, site.files.feeds)


def test_a_site_with_a_page_too_few_is_wrong(make_site: MakeSite) -> None:
    site = make_site()
    _put(site)
    (site.output / "page0" / "index.html").unlink()

    with pytest.raises(WrongSiteError, match="wrote 1 stories, 9 pages in all and 1 feeds, where 1, 10 and 1 were"):
        site.check_files(PLAN)


def test_a_site_that_does_not_show_an_edit_is_wrong(make_site: MakeSite) -> None:
    site = make_site()
    site.edit("Revised1")
    [post] = (site.folder / "posts").glob("*.md")
    assert edited(TEXT, "Revised1") == post.read_text("utf-8")

    _put(site, "Revised1 Åsvik: its well reopens", "Readers asked for Revised1.")
    site.check_edited("Revised1")
    (site.output / "feed.xml").write_text("Åsvik: its well reopens", encoding="utf-8")
    with pytest.raises(WrongSiteError, match=r"feed\.xml does not show “Revised1”"):
        site.check_edited("Revised1")


def test_a_site_without_the_added_story_is_wrong(make_site: MakeSite) -> None:
    site = make_site()
    _put(site, "Later")

    with pytest.raises(WrongSiteError, match=r"later-0a1b2d.index\.html does not show “Later”"):
        site.check_added()


def test_posts_come_back_into_their_first_state(make_site: MakeSite) -> None:
    site = make_site()
    for _ in range(2):
        site.edit("Revised1")
        site.add()
        assert 2 == len(list((site.folder / "posts").iterdir()))
        site.restore()
        [post] = (site.folder / "posts").iterdir()
        assert TEXT == post.read_text("utf-8")


def test_a_builder_that_fails_is_left_out_and_the_table_says_why(
    make_site: MakeSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site = make_site()
    told: list[str] = []

    run_rounds([site], PLAN, 2, told.append)

    assert ["Round 1 of 2, from nothing: Briefing"] == told
    assert "no such site" in capsys.readouterr().err
    table = builds("Sites", [site], {"Hugo": "npm is not on this machine"})
    assert [
        ("not measured", "Hugo: npm is not on this machine"),
        ("not measured", "Briefing: its build failed; what it said is printed"),
    ] == list(table.rows)


def test_builders_take_turns_and_one_that_keeps_nothing_builds_only_from_nothing(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites = [make_site(), make_site("Other", keeps=False)]
    told: list[str] = []

    def build(site: Site) -> Measured:
        _put(site, "Later", *(f"Revised{n} Åsvik: its well reopens\nReaders asked for Revised{n}." for n in (1, 2)))
        if told[-1].endswith(f"{ADDED}: {site.builder.name}"):
            (site.output / LATER.slug).mkdir()
            (site.output / LATER.slug / "index.html").write_text("Later", encoding="utf-8")
        return Measured(1.0, 50.0, 0.5)

    monkeypatch.setattr(Site, "build", build)
    run_rounds(sites, PLAN, 2, told.append)

    assert [None, None] == [site.failure for site in sites]
    assert ["Round 1 of 2, from nothing: Briefing", "Round 1 of 2, from nothing: Other"] == told[:2]
    assert [2, 2, 2, 2] == [len(sites[0].measured[scenario]) for scenario in SCENARIOS]
    assert [2, 0, 0, 0] == [len(sites[1].measured[scenario]) for scenario in SCENARIOS]
    assert [("Briefing", "1", "10", "1", "0"), ("Other", "1", "10", "1", "0")] == [
        row[:5] for row in files("Files", sites).rows
    ]


def test_ratios_in_tables_are_ours_to_theirs(make_site: MakeSite) -> None:
    ours, other = make_site(), make_site("Other")
    ours.measured[COLD] = [Measured(1.0, 50.0, 0.5), Measured(2.0, 70.0, 0.5)]
    other.measured[COLD] = [Measured(10.0, None, 1.0), Measured(10.0, None, 1.0)]

    assert (
        ("from nothing", "Briefing", "1.50", "1.00", "2.00", "0.50", "60", "1.00", "1.00"),
        ("from nothing", "Other", "10.00", "10.00", "10.00", "1.00", "-", "0.15", "0.50"),
    ) == builds("Sites", [ours, other], {}).rows


def test_a_change_that_is_never_shown_has_no_time(make_site: MakeSite) -> None:
    seen = {OURS: [Seen(0.1, 0.2, 0.3)], "Other": [Seen(1.0, None, 2.0)]}

    assert (
        ("Briefing", "0.10", "0.20", "0.30", "0.30", "1.00"),
        ("Other", "1.00", "-", "2.00", "-", "-"),
    ) == watches("Seconds", [make_site()], seen, {}).rows
