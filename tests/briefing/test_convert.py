"""Documents become posts once; what changes, what is edited and what cannot be read is told."""

from __future__ import annotations

import datetime
import itertools
import json
import os
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefing import documents, files, post
from briefing.convert import Options, Take, convert
from briefing.convert.report import Outcome, Report, Result
from briefing.corpus import KnownPost
from briefing.presenting import read_story
from briefing.story import DateFrom, Origin, Passage, Story

NOW = datetime.datetime(2026, 6, 5, 6, 30, tzinfo=datetime.UTC)
LATER = datetime.datetime(2026, 6, 7, 6, 30, tzinfo=datetime.UTC)
ID = "urn:uuid:0b2c1f0e-5f5d-5c0e-8a4e-3d6f0c8f7a11"
NEWS = "CNN broke the news in Aldersea, Wendmark on Tuesday, June 2, 2026."
BELOW = f"Bias Distribution\n57% of the sources are Center\nTo view factuality data please Upgrade to Premium\n{NEWS}\n"


def document_of(story: Story) -> str:
    assert story.document is not None
    return story.document.name


def page(headline: str = "Aldersea opens its harbour", point: str = "", below: str = BELOW, articles: int = 18) -> str:
    summary = f"- {point or f'At noon: {headline}.'}\nInsights by Ground AI\n{articles} Articles"
    return f"Published loading...Updated\n{headline}\n{summary}\n{below}"


@dataclass
class Folders:
    """A folder of documents and one of posts; with a ``memory`` convert remembers what it has read."""

    documents: Path
    posts: Path
    memory: Path | None = None

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.documents / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def convert(self, now: datetime.datetime | None = NOW, **options: Any) -> Report:
        return convert(self.documents, self.posts, Options(now=now, memory=self.memory, **options))

    def results(self, now: datetime.datetime = NOW, **options: Any) -> dict[str, Result]:
        return {outcome.document: outcome.result for outcome in self.convert(now, **options).outcomes}

    def paths(self) -> list[Path]:
        return sorted(self.posts.glob("*.md"))

    def path(self) -> Path:
        (path,) = self.paths()
        return path

    def text(self) -> str:
        return self.path().read_text(encoding="utf-8")

    def story(self) -> Story:
        return post.read(self.text(), self.path().name)

    def edit(self, before: str, after: str) -> None:
        """Change a text of the post by hand."""
        text = self.text()
        assert before in text
        self.path().write_text(text.replace(before, after, 1), encoding="utf-8")

    def tree(self) -> dict[str, tuple[bytes, int]]:
        """Return each file of the posts with its content and the time of its last change."""
        files = (path for path in self.posts.rglob("*") if path.is_file())
        return {path.relative_to(self.posts).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.fixture(params=[False, True], ids=["forgetful", "with a memory"])
def folders(tmp_path: Path, request: pytest.FixtureRequest) -> Folders:
    (tmp_path / "documents").mkdir()
    return Folders(tmp_path / "documents", tmp_path / "posts", tmp_path / "memory.sqlite" if request.param else None)


def test_a_new_document_becomes_a_post_with_its_text_as_made(folders: Folders) -> None:
    folders.write("world/harbour.txt", page())
    assert {"world/harbour.txt": Result.NEW} == folders.results()
    story = folders.story()
    assert f"2026-06-02-{story.slug}.md" == folders.path().name
    assert (NOW, None, "published", "world") == (story.added, story.modified, story.status, story.category)
    assert folders.text() == files.made_path(folders.path()).read_text(encoding="utf-8")
    assert not post.is_edited(folders.text())


def test_a_new_post_is_known_as_if_it_were_read(folders: Folders) -> None:
    folders.write("world/harbour.txt", page())
    folders.convert()
    assert KnownPost.read(folders.path().name, folders.text()) == KnownPost.of(folders.story())


def test_converting_again_writes_nothing(folders: Folders) -> None:
    folders.write("world/harbour.txt", page())
    folders.convert()
    before = folders.tree()
    assert {"world/harbour.txt": Result.UNCHANGED} == folders.results(LATER)
    assert before == folders.tree()


def test_a_changed_document_renews_its_post_and_keeps_what_was_made_once(folders: Folders) -> None:
    folders.write("world/harbour.txt", page())
    folders.convert()
    before, path = folders.story(), folders.path()
    folders.write("world/harbour.txt", page("Aldersea shuts its harbour", below=BELOW.replace("June 2", "June 3")))
    assert {"world/harbour.txt": Result.CHANGED} == folders.results(LATER)
    after = folders.story()
    assert ("Aldersea shuts its harbour", LATER, 3) == (after.title.text, after.modified, after.date.day)
    assert (before.id, before.slug, before.added, path) == (after.id, after.slug, after.added, folders.path())
    assert folders.text() == files.made_path(path).read_text(encoding="utf-8")
    assert {"world/harbour.txt": Result.UNCHANGED} == folders.results(LATER)


def test_a_post_changed_by_hand_is_never_overwritten(folders: Folders) -> None:
    folders.write("harbour.txt", page())
    folders.convert()
    folders.edit("title: Aldersea opens its harbour", "title: The harbour opens")
    before = folders.tree()
    assert {"harbour.txt": Result.UNCHANGED} == folders.results(LATER)
    folders.write("harbour.txt", page("Aldersea shuts its harbour"))
    report = folders.convert(LATER)
    assert [Result.EDITED] == [outcome.result for outcome in report.outcomes]
    told = f"→ {folders.path().name}: you and the document changed the same: headline; the post is left as it is"
    assert told in next(report.lines())
    assert before == folders.tree()
    assert [Result.EDITED] == [outcome.result for outcome in folders.convert(LATER).outcomes]


def test_changes_that_do_not_touch_each_other_are_merged(folders: Folders) -> None:
    folders.write("harbour.txt", page())
    folders.convert()
    folders.edit("title: Aldersea opens its harbour", "title: The harbour opens")
    folders.path().write_text(folders.text() + "\nA note of mine.\n", encoding="utf-8")
    folders.write("harbour.txt", page(articles=21))
    (outcome,) = folders.convert(LATER).outcomes
    assert (Result.MERGED, True) == (outcome.result, bool(outcome.difference))
    story = folders.story()
    assert ("The harbour opens", 21, LATER) == (story.title.text, story.articles.value, story.modified)
    assert "A note of mine." in folders.text()
    assert post.is_edited(folders.text())
    made = files.made_path(folders.path()).read_text(encoding="utf-8")
    assert ("Aldersea opens its harbour", 21) == _title_and_articles(post.read(made, "made"))
    shown = read_story(folders.path(), datetime.UTC)
    assert ("Aldersea opens its harbour", Origin.PAGE) == (
        shown.title.page and shown.title.page.text,
        shown.articles.origin,
    )
    assert {"harbour.txt": Result.UNCHANGED} == folders.results(LATER)


def _title_and_articles(story: Story) -> tuple[str | None, int | None]:
    return story.title.text, story.articles.value


@pytest.mark.parametrize(("side", "title"), [("document", "Aldersea shuts its harbour"), ("mine", "The harbour opens")])
def test_what_both_changed_is_settled_as_the_editor_says(folders: Folders, side: str, title: str) -> None:
    folders.write("harbour.txt", page())
    folders.convert()
    folders.edit("title: Aldersea opens its harbour", "title: The harbour opens")
    folders.write("harbour.txt", page("Aldersea shuts its harbour", articles=21))
    folders.convert(LATER)
    (outcome,) = folders.convert(LATER, take=Take(folders.path().name, side)).outcomes
    assert Result.MERGED is outcome.result
    assert (title, 21) == _title_and_articles(folders.story())
    assert {"harbour.txt": Result.UNCHANGED} == folders.results(LATER)


def test_what_an_editor_settles_is_one_post_and_no_other(folders: Folders) -> None:
    folders.write("harbour.txt", page())
    folders.convert()
    folders.edit("title: Aldersea opens its harbour", "title: The harbour opens")
    folders.write("harbour.txt", page("Aldersea shuts its harbour"))
    before = folders.tree()
    (outcome,) = folders.convert(LATER, take=Take("2026-01-01-another.md", "mine")).outcomes
    assert Result.EDITED is outcome.result
    assert before == folders.tree()


def test_an_edited_post_whose_text_as_written_is_lost_is_left_as_it_is(folders: Folders) -> None:
    folders.write("harbour.txt", page())
    folders.convert()
    folders.edit("title: Aldersea opens its harbour", "title: The harbour opens")
    files.made_path(folders.path()).unlink()
    folders.write("harbour.txt", page(articles=21))
    before = folders.tree()
    assert {"harbour.txt": Result.EDITED} == folders.results(LATER)
    assert before == folders.tree()


def test_a_dry_run_tells_all_and_does_nothing(folders: Folders, tmp_path: Path) -> None:
    folders.write("a.txt", page())
    report = folders.convert(dry_run=True)
    assert [Result.NEW] == [outcome.result for outcome in report.outcomes]
    assert ["documents"] == sorted(path.name for path in tmp_path.iterdir())
    folders.convert()
    folders.write("a.txt", page(articles=21))
    before = folders.tree()
    assert {"a.txt": Result.CHANGED} == folders.results(LATER, dry_run=True)
    assert before == folders.tree()
    assert {"a.txt": Result.CHANGED} == folders.results(LATER)


def test_a_story_saved_again_is_one_post_with_the_newest_figures(folders: Folders) -> None:
    folders.write("monday.txt", page())
    folders.convert()
    first = folders.story()
    folders.write("tuesday.txt", page(articles=30, below=BELOW.replace("57%", "61%")))
    report = folders.convert(LATER)
    assert [Result.UNCHANGED, Result.CHANGED] == [outcome.result for outcome in report.outcomes]
    story = folders.story()
    assert (first.id, first.slug, first.added) == (story.id, story.slug, story.added)
    assert ("tuesday.txt", 30, 61, LATER) == (
        document_of(story),
        story.articles.value,
        story.bias.center.value,
        story.modified,
    )
    (earlier,) = story.history
    assert ("monday.txt", 18, 57) == (earlier.document.name, earlier.articles.value, earlier.bias.center.value)
    before = folders.tree()
    assert {"monday.txt": Result.EARLIER, "tuesday.txt": Result.UNCHANGED} == folders.results(LATER)
    assert before == folders.tree()


@pytest.mark.parametrize(
    "order", [("a.txt", "b.txt", "c.txt"), ("c.txt", "a.txt", "b.txt"), ("b.txt", "c.txt", "a.txt")]
)
def test_saves_give_the_same_story_in_whatever_order_they_come(folders: Folders, order: Sequence[str]) -> None:
    counts = {"a.txt": 18, "b.txt": 25, "c.txt": 40}
    for name in order:
        folders.write(name, page(articles=counts[name]))
        folders.convert()
    story = folders.story()
    assert ("c.txt", 40) == (document_of(story), story.articles.value)
    assert [("b.txt", 25), ("a.txt", 18)] == [(save.document.name, save.articles.value) for save in story.history]


def test_saves_that_come_together_are_one_story_with_the_id_of_the_first(folders: Folders, tmp_path: Path) -> None:
    folders.write("a.txt", page())
    alone = Folders(folders.documents, tmp_path / "alone")
    alone.convert()
    folders.write("b.txt", page(articles=30))
    assert {"a.txt": Result.EARLIER, "b.txt": Result.NEW} == folders.results()
    assert alone.story().id == folders.story().id


def test_nothing_is_filled_in_from_an_older_save(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.write("b.txt", page(articles=30, below=BELOW.replace(NEWS, "")))
    folders.convert()
    story = folders.story()
    assert (30, None, "CNN") == (
        story.articles.value,
        story.first_report.outlet.value,
        story.history[0].first_report.outlet.value,
    )


def test_an_earlier_save_whose_document_is_gone_is_kept(folders: Folders) -> None:
    first = folders.write("a.txt", page())
    folders.write("b.txt", page(articles=30))
    folders.convert()
    before = folders.tree()
    first.unlink()
    report = folders.convert(LATER)
    assert ([Result.UNCHANGED], []) == ([outcome.result for outcome in report.outcomes], report.gone)
    assert before == folders.tree()


def test_two_posts_of_one_story_are_told_and_the_older_one_is_kept(folders: Folders) -> None:
    folders.write("a.txt", page(point="One point.", below=BELOW.replace("Tuesday, June 2", "Friday, June 5")))
    folders.convert()
    older = folders.path().name
    folders.write("b.txt", page(point="Another point.", below=BELOW.replace("Tuesday, June 2", "Sunday, May 31")))
    folders.convert(LATER)
    (newer,) = [path.name for path in folders.paths() if path.name != older]
    folders.write("c.txt", page(point="A third point.", below=BELOW, articles=40))
    outcome = folders.convert(LATER).outcomes[-1]
    assert (older, (f"this story has another post too, {newer}",)) == (outcome.post, outcome.doubts)


def test_a_post_that_is_saved_while_convert_works_is_not_overwritten(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.convert()
    folders.write("a.txt", page(articles=21))

    def edit(what: str, _number: int, _count: int) -> None:
        if what == "Writing posts":
            folders.edit("title: Aldersea opens its harbour", "title: The harbour opens")

    report = folders.convert(LATER, progress=edit)
    assert [Result.MERGED] == [outcome.result for outcome in report.outcomes]
    assert ("The harbour opens", 21) == _title_and_articles(folders.story())


def test_an_edit_that_shows_neither_in_size_nor_in_time_is_not_overwritten(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.convert()
    before = folders.path().stat()
    folders.edit("title: Aldersea opens its harbour", "title: Aldersea opened an harbour")
    os.utime(folders.path(), ns=(before.st_atime_ns, before.st_mtime_ns))
    folders.write("a.txt", page(articles=21))
    folders.convert(LATER)
    assert ("Aldersea opened an harbour", 21) == _title_and_articles(folders.story())


def test_a_document_that_another_story_replaced_leaves_its_post_alone(folders: Folders) -> None:
    folders.write("page.txt", page())
    folders.convert()
    before = folders.tree()
    below = BELOW.replace("Tuesday, June 2", "Wednesday, May 6")
    folders.write("page.txt", page("Brinmouth shuts its lighthouse", below=below))
    report = folders.convert(LATER)
    assert [Result.NEW] == [outcome.result for outcome in report.outcomes]
    assert before.items() <= folders.tree().items()
    assert 1 == len(report.gone)


def test_a_document_that_changes_while_convert_works_is_read_as_it_is_now(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folders.write("a.txt", page())
    folders.convert()
    digest = documents.digest

    def digest_then_change(place: Path, most: int) -> str:
        found = digest(place, most)
        path.write_bytes(page(articles=21).encode())
        return found

    monkeypatch.setattr(documents, "digest", digest_then_change)
    os.utime(path, ns=(1, 1))
    assert {"a.txt": Result.CHANGED} == folders.results(LATER)
    assert 21 == folders.story().articles.value


def test_a_page_that_is_as_it_was_at_first_is_a_save_of_its_own(folders: Folders) -> None:
    folders.write("page.txt", page())
    folders.convert()
    folders.write("page.txt", page(articles=25))
    folders.convert(LATER)
    folders.write("zz-again.txt", page())
    assert {"page.txt": Result.UNCHANGED, "zz-again.txt": Result.EARLIER} == folders.results(LATER)
    assert [18] == [save.articles.value for save in folders.story().history]


@pytest.mark.parametrize("names", [*itertools.permutations(("a.txt", "b.txt", "c.txt"))])
def test_a_save_that_links_two_others_makes_one_story_of_all_in_any_order(
    folders: Folders, names: tuple[str, str, str]
) -> None:
    days = ("Sunday, May 31", "Tuesday, June 2", "Friday, June 5")
    for name, day, point in zip(names, days, ("One.", "Two.", "Three."), strict=True):
        folders.write(name, page(point=point, below=BELOW.replace("Tuesday, June 2", day)))
    folders.convert()
    assert 2 == len(folders.story().history)


def test_a_post_written_by_hand_is_left_as_it_is_where_a_document_claims_its_id(folders: Folders) -> None:
    folders.posts.mkdir()
    path = folders.posts / "2026-06-02-mine.md"
    path.write_text(f"---\ntitle: Mine\ndate: 2026-06-02\nstory_id: {ID}\n---\n", encoding="utf-8")
    folders.write("a.txt", page())
    folders.write("a.txt.toml", f'story_id = "{ID}"')
    folders.write("b.txt", page("Brinmouth shuts its lighthouse"))
    assert {"a.txt": Result.EDITED, "b.txt": Result.NEW} == folders.results()


def test_what_is_told_of_a_renamed_document_does_not_depend_on_the_memory(folders: Folders) -> None:
    first = folders.write("a.txt", page())
    folders.convert()
    folders.write("b.txt", first.read_bytes())
    folders.write("a.txt", page("Brinmouth shuts its lighthouse", below=BELOW.replace("June 2,", "May 6,")))
    folders.convert(LATER)
    first.unlink()
    folders.convert(LATER)
    story = next(
        story
        for story in (post.read(path.read_text(encoding="utf-8"), path.name) for path in folders.paths())
        if story.title.text == "Aldersea opens its harbour"
    )
    assert "b.txt" == document_of(story)


def test_a_page_saved_through_a_proxy_tells_it_in_no_name(folders: Folders) -> None:
    source = "<!-- saved from url=(0049)https://ground-news.remote.springfield.example/article/x -->"
    marks = "<p>57% of the sources are Center</p><p>18 Articles</p><h1>Harbour</h1>"
    folders.write("ground-news.remote.springfield.example/page.html", f"<!DOCTYPE html>{source}{marks}")
    folders.convert()
    assert "springfield" not in folders.text()
    assert folders.story().category is None


def test_an_edited_post_takes_a_later_save(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.convert()
    folders.edit("title: Aldersea opens its harbour", "title: The harbour opens")
    folders.write("b.txt", page(articles=30))
    assert {"a.txt": Result.UNCHANGED, "b.txt": Result.MERGED} == folders.results(LATER)
    assert ("The harbour opens", 30) == _title_and_articles(folders.story())
    assert [18] == [save.articles.value for save in folders.story().history]


def test_a_withdrawn_story_is_not_made_again_of_a_later_save(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.convert()
    folders.edit("\nadded:", "\nstatus: skip\nadded:")
    before = folders.tree()
    folders.write("b.txt", page(articles=30))
    assert {"a.txt": Result.WITHDRAWN, "b.txt": Result.WITHDRAWN} == folders.results(LATER)
    assert before == folders.tree()


def test_a_post_whose_document_is_gone_is_named(folders: Folders) -> None:
    folders.write("a.txt", page()).rename(folders.documents / "b.txt")
    folders.convert()
    (folders.documents / "b.txt").unlink()
    report = folders.convert(LATER)
    assert [folders.path().name] == report.gone
    assert f"without a document here, and left as they are: {folders.path().name}" == next(report.lines())


def test_the_report_is_data_too(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.write("empty.txt", "")
    data = json.loads(json.dumps(folders.convert().data()))
    assert ["a.txt", "empty.txt"] == [document["document"] for document in data["documents"]]
    new, refused = data["documents"]
    assert ("new", folders.path().name, None) == (new["result"], new["post"], new["reason"])
    assert ("refused", None, "is empty") == (refused["result"], refused["post"], refused["reason"])
    assert (1, 1, 0) == tuple(data["counts"][result] for result in ("new", "refused", "changed"))


def test_what_to_look_at_in_a_story_is_told(folders: Folders) -> None:
    folders.write("a.txt", page(below=BELOW.replace("Tuesday, June 2", "Monday, June 2")))
    doubt, new, summary = folders.convert().lines()
    assert f"new: a.txt → {folders.path().name}" == new
    assert doubt.startswith(f"look at: a.txt → {folders.path().name}: ")
    assert "Monday, June 2, 2026" in doubt
    assert "Documents: 1 new, 1 with something to look at" == summary
    assert [doubt, "Documents: 1 unchanged, 1 with something to look at"] == list(folders.convert().lines())


def test_a_checkout_with_other_line_ends_is_no_edit(folders: Folders) -> None:
    folders.write("harbour.txt", page())
    folders.convert()
    folders.path().write_bytes(folders.path().read_bytes().replace(b"\n", b"\r\n"))
    folders.write("harbour.txt", page("Aldersea shuts its harbour"))
    assert {"harbour.txt": Result.CHANGED} == folders.results(LATER)


def test_a_story_that_was_withdrawn_is_not_made_again(folders: Folders) -> None:
    path = folders.write("harbour.txt", page())
    folders.convert()
    folders.edit("\nadded:", "\nstatus: skip\nadded:")
    before = folders.tree()
    path.rename(folders.documents / "port.txt")
    assert {"port.txt": Result.WITHDRAWN} == folders.results(LATER)
    (folders.documents / "port.txt").rename(path)
    folders.write("harbour.txt", page("Aldersea shuts its harbour"))
    assert {"harbour.txt": Result.WITHDRAWN} == folders.results(LATER)
    assert before == folders.tree()


def test_a_draft_stays_one_when_its_document_changes(folders: Folders) -> None:
    folders.write("harbour.txt", page())
    folders.convert()
    folders.edit("\nadded:", "\nstatus: draft\nadded:")
    folders.write("harbour.txt", page("Aldersea shuts its harbour"))
    assert {"harbour.txt": Result.MERGED} == folders.results(LATER)
    assert ("draft", "Aldersea shuts its harbour") == (folders.story().status, folders.story().title.text)


def test_a_renamed_document_keeps_its_post_and_the_post_takes_its_name(folders: Folders) -> None:
    path = folders.write("harbour.txt", page())
    folders.convert()
    before, name = folders.story(), folders.path().name
    path.rename(folders.documents / "port.txt")
    assert {"port.txt": Result.RENAMED} == folders.results(LATER)
    after = folders.story()
    assert (name, before.id, None) == (folders.path().name, after.id, after.modified)
    assert "port.txt" == document_of(after)
    folders.write("port.txt", page("Aldersea shuts its harbour"))
    assert {"port.txt": Result.CHANGED} == folders.results(LATER)
    assert before.id == folders.story().id


def test_a_document_moved_to_another_folder_has_another_category(folders: Folders) -> None:
    path = folders.write("world/harbour.txt", page())
    folders.convert()
    (folders.documents / "business").mkdir()
    path.rename(folders.documents / "business" / "harbour.txt")
    assert {"business/harbour.txt": Result.CHANGED} == folders.results(LATER)
    assert ("business", LATER) == (folders.story().category, folders.story().modified)


def test_a_document_that_took_anothers_name_does_not_take_its_post(folders: Folders) -> None:
    path = folders.write("today.txt", page())
    folders.convert()
    before = folders.story()
    path.rename(folders.documents / "yesterday.txt")
    folders.write("today.txt", page("Brinmouth shuts its lighthouse"))
    assert {"today.txt": Result.NEW, "yesterday.txt": Result.UNCHANGED} == folders.results(LATER)
    assert {before.title.text, "Brinmouth shuts its lighthouse"} == {
        post.read(path.read_text(encoding="utf-8"), path.name).title.text for path in folders.paths()
    }
    folders.write("today.txt", page("Brinmouth lights its lighthouse"))
    assert Result.CHANGED is folders.results(LATER)["today.txt"]
    assert 2 == len(folders.paths())


def test_a_post_whose_document_is_gone_stays(folders: Folders) -> None:
    path = folders.write("harbour.txt", page())
    folders.convert()
    before = folders.tree()
    path.unlink()
    assert {} == folders.results(LATER)
    assert before == folders.tree()


def test_two_files_with_the_same_bytes_are_one_story(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.write("b.txt", page())
    assert {"a.txt": Result.NEW, "b.txt": Result.SAME} == folders.results()
    report = folders.convert(LATER)
    assert [Result.UNCHANGED, Result.SAME] == [outcome.result for outcome in report.outcomes]
    assert f"same as another: b.txt → {folders.path().name}: the same file as a.txt" == next(report.lines())


@pytest.mark.parametrize(("first", "second"), [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_two_files_with_the_same_text_are_one_story_whichever_came_first(
    folders: Folders, first: str, second: str
) -> None:
    folders.write(first, page())
    folders.convert()
    before = folders.tree()
    folders.write(second, "institutional access\r\n" + page().replace("\n", "\r\n"))
    assert {first: Result.UNCHANGED, second: Result.SAME} == folders.results(LATER)
    assert {first: Result.UNCHANGED, second: Result.SAME} == folders.results(LATER)
    assert before == folders.tree()


def test_a_page_without_headline_gives_a_draft_and_advice(folders: Folders) -> None:
    folders.write("harbour.txt", f"15 Articles\n15 Articles\n{BELOW}")
    report = folders.convert()
    story = folders.story()
    assert ("draft", "", f"2026-06-02-{story.slug}.md") == (story.status, story.title.text, folders.path().name)
    assert next(report.lines()) == (
        f"needs a title: harbour.txt → {folders.path().name}: the page has no headline, so the post is a draft;"
        " write one behind “title:” and take out “status: draft”"
    )


def test_a_sidecar_says_what_the_page_does_not(folders: Folders) -> None:
    folders.write("world/harbour.txt", f"15 Articles\n15 Articles\n{BELOW}")
    described = 'title = "Harbour: the rest"\ndate = 2026-01-31\ncategory = "sea"\n'
    folders.write("world/harbour.txt.toml", f'{described}tags = ["A, B", "C; D"]\nstory_id = "{ID}"\n')
    assert {"world/harbour.txt": Result.NEW} == folders.results()
    story = folders.story()
    assert (Passage("Harbour: the rest"), "published") == (story.title, story.status)
    assert (datetime.date(2026, 1, 31), DateFrom.EDITOR) == (story.date, story.date_from)
    assert ("sea", ("A, B", "C; D"), ID) == (story.category, story.topics, story.id)
    assert {"world/harbour.txt": Result.UNCHANGED} == folders.results(LATER)


def test_a_sidecar_that_comes_later_or_changes_renews_the_post(folders: Folders) -> None:
    folders.write("harbour.txt", f"15 Articles\n15 Articles\n{BELOW}")
    folders.convert()
    slug = folders.story().slug
    folders.write("harbour.txt.toml", 'title = "Harbour"')
    assert {"harbour.txt": Result.CHANGED} == folders.results(LATER)
    assert ("Harbour", "published", slug, LATER) == _told(folders.story())
    folders.write("harbour.txt.toml", 'title = "Port"')
    assert {"harbour.txt": Result.CHANGED} == folders.results(LATER)
    assert ("Port", "published", slug, LATER) == _told(folders.story())
    before = folders.tree()
    assert {"harbour.txt": Result.UNCHANGED} == folders.results(LATER)
    assert before == folders.tree()


def _told(story: Story) -> tuple[object, ...]:
    return story.title.text, story.status, story.slug, story.modified


def test_a_sidecar_does_not_touch_a_post_changed_by_hand(folders: Folders) -> None:
    folders.write("harbour.txt", page())
    folders.convert()
    folders.edit("title: Aldersea opens its harbour", "title: The harbour opens")
    folders.write("harbour.txt.toml", 'title = "Port"')
    before = folders.tree()
    assert {"harbour.txt": Result.EDITED} == folders.results(LATER)
    assert before == folders.tree()


def test_a_wrong_sidecar_refuses_its_document_and_no_other(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.write("a.txt.toml", "titel = 'Harbour'")
    folders.write("b.txt", page("Brinmouth shuts its lighthouse"))
    report = folders.convert()
    assert [Result.REFUSED, Result.NEW] == [outcome.result for outcome in report.outcomes]
    assert "refused: a.txt: its sidecar has an unknown key “titel”" in next(report.lines())


def test_a_story_id_given_twice_is_one_story(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.write("b.txt", page("Brinmouth shuts its lighthouse"))
    for name in ("a.txt.toml", "b.txt.toml"):
        folders.write(name, f'story_id = "{ID}"')
    assert {"a.txt": Result.EARLIER, "b.txt": Result.NEW} == folders.results()
    assert {"a.txt": Result.EARLIER, "b.txt": Result.UNCHANGED} == folders.results()
    assert ID == folders.story().id


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("a.txt", None),
        ("world/a.txt", "world"),
        ("world/asia/a.txt", "world"),
        ("World news & more/a.txt", "World news & more"),
    ],
)
def test_the_first_folder_is_the_category(folders: Folders, name: str, category: str | None) -> None:
    folders.write(name, page())
    folders.convert()
    assert (category, name) == (folders.story().category, document_of(folders.story()))


def test_what_is_no_document_is_not_looked_at(folders: Folders) -> None:
    for name in (".a.txt", "~a.txt", "page_files/a.txt", ".b/a.txt"):
        folders.write(name, page())
    folders.write("page.html", "<p>nothing</p>")
    assert ["page.html"] == list(folders.results())


REFUSED = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (b"\x89PNG\0", "is not text"),
    "large.txt": (b"x" * 2001, "is 2,001 bytes large; DOCUMENT_MAX_BYTES allows 2,000"),
    "other.txt": (b"Dear editor,\n", "is no page of a kind that can be read (a Ground News story or an article)"),
    "page.mhtml": (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx", "is an archive with no web page in it"),
}


def test_documents_that_cannot_be_read_are_told_with_their_reasons_and_stop_nothing(folders: Folders) -> None:
    for name, (content, _) in REFUSED.items():
        folders.write(name, content)
    folders.write("good.txt", page())
    folders.write("z-good.txt", page("Brinmouth shuts its lighthouse"))
    report = folders.convert(max_bytes=2000)
    reasons = {outcome.document: outcome.reason for outcome in report.problems}
    assert {name: reason for name, (_, reason) in REFUSED.items()} == reasons
    assert ["good.txt", "z-good.txt"] == [outcome.document for outcome in report.of(Result.NEW)]
    *told, _, _, summary = report.lines()
    assert [f"refused: {name}: {reasons[name]}" for name in sorted(REFUSED)] == told
    assert "Documents: 2 new, 5 refused" == summary


def test_a_broken_link_and_a_named_pipe_are_refused(folders: Folders) -> None:
    try:
        (folders.documents / "link.txt").symlink_to(folders.documents / "missing.txt")
        os.mkfifo(folders.documents / "pipe.txt")
    except (OSError, AttributeError):
        pytest.skip("this system makes no links or pipes")
    folders.write("z.txt", page())
    assert ["cannot be read (No such file or directory)", "is no file that can be read", ""] == [
        outcome.reason for outcome in folders.convert().outcomes
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_and_folder_are_refused(folders: Folders) -> None:
    folders.write("a.txt", page()).chmod(0)
    folders.write("b/c.txt", page()).parent.chmod(0)
    try:
        assert {"a.txt": Result.REFUSED, "b": Result.REFUSED} == folders.results()
    finally:
        (folders.documents / "b").chmod(0o700)


@pytest.mark.parametrize("fault", ["briefing.kinds.recognise", "briefing.documents.number_lines"])
def test_a_document_that_makes_the_program_fail_is_refused_and_stops_nothing(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    def fail(_: object) -> None:
        raise RecursionError

    folders.write("a.txt", page())
    folders.write("b.txt", b"")
    with monkeypatch.context() as patch:
        patch.setattr(fault, fail)
        report = folders.convert()
    assert [Result.REFUSED, Result.REFUSED] == [outcome.result for outcome in report.outcomes]
    assert "made this program fail (RecursionError), which is a fault of this program" == report.outcomes[0].reason
    assert {"a.txt": Result.NEW, "b.txt": Result.REFUSED} == folders.results()


def test_a_story_that_is_not_faithful_is_refused(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.truth.untrue", lambda *_: ("title: “x” is not in lines 3",))
    folders.write("a.txt", page())
    (outcome,) = folders.convert().outcomes
    assert Result.REFUSED is outcome.result
    assert "was not read faithfully" in outcome.reason
    assert [] == folders.paths()


def test_posts_that_cannot_be_written_are_an_error(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.posts.write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="posts"):
        folders.convert()


def test_an_interrupted_run_leaves_no_half_post(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    folders.write("a.txt", page())

    def interrupted(*_paths: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            folders.convert()
    assert [] == [path.name for path in folders.posts.rglob("*") if path.is_file()]
    assert {"a.txt": Result.NEW} == folders.results()


LIBRARY = """institutional access
You are connecting from
Wend Valley Public Library,
please login or register to take advantage of your institution's Ground News Plan.
"""


def test_nothing_tells_who_saved_the_page(folders: Folders) -> None:
    told: list[str] = []
    folders.write("Wend Valley/wendvalley harbour.txt", LIBRARY + page())
    folders.write("ada@wend.example/refused, Wend Valley.txt", LIBRARY)
    folders.write("ada@wend.example.txt", page("Brinmouth shuts its lighthouse"))
    folders.write("ada@wend.example.txt.toml", "titel = 3")
    report = folders.convert(progress=lambda *shown: told.append(repr(shown)))
    everything = [*report.lines(), *map(str, report.outcomes), *told, folders.text(), folders.path().name]
    everything += [path.read_text(encoding="utf-8") for path in folders.posts.rglob("*.txt")]
    assert not [text for text in everything if "wend valley" in text.lower() or "ada@" in text or "wendvalley" in text]
    assert ("private/private harbour.txt", None) == (document_of(folders.story()), folders.story().category)


def test_documents_whose_masked_names_are_equal_keep_their_own_posts(folders: Folders) -> None:
    folders.write("ada@wend.example.txt", page())
    folders.write("bo@wend.example.txt", page("Brinmouth shuts its lighthouse"))
    folders.convert()
    folders.write("bo@wend.example.txt", page("Brinmouth lights its lighthouse"))
    assert [Result.UNCHANGED, Result.CHANGED] == [outcome.result for outcome in folders.convert(LATER).outcomes]
    folders.write("aa@wend.example.txt", page("Tolvaddon bans kites"))
    folders.convert(LATER)
    assert {"Aldersea opens its harbour", "Brinmouth lights its lighthouse", "Tolvaddon bans kites"} == {
        post.read(path.read_text(encoding="utf-8"), path.name).title.text for path in folders.paths()
    }


@pytest.mark.parametrize(
    "name", ["line\nend.txt", "“quotes” 'and' emoji 🙂.txt", "x" * 200 + ".txt", "-- a: b #c.txt", "\x07.txt"]
)
def test_any_name_of_a_file_is_told_on_one_line(folders: Folders, name: str) -> None:
    try:
        folders.write(name, page())
    except OSError:
        pytest.skip("this system has no such names")
    assert [Result.NEW] == list(folders.results().values())
    assert [Result.UNCHANGED] == list(folders.results(LATER).values())
    shown = document_of(folders.story())
    assert shown == " ".join(shown.split())


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode here")
def test_a_name_that_is_no_unicode_is_shown_as_far_as_it_is(folders: Folders) -> None:
    path = os.fsencode(folders.documents) + b"/caf\xe9.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - a Path takes no bytes
            file.write(page().encode())
    except OSError:
        pytest.skip("this system has no such names")
    assert {"caf\ufffd.txt": Result.NEW} == folders.results()
    assert {"caf\ufffd.txt": Result.UNCHANGED} == folders.results(LATER)


SUMMARY_DATES = "From March 3, 1903, to Monday, June 1, 2026, and until July 4, 2026."


@pytest.mark.parametrize(
    ("text", "day", "date_from"),
    [
        (page().replace("Published loading...Updated", "Published May 5, 2026"), "2026-05-05", DateFrom.PUBLISHED),
        (page(point=SUMMARY_DATES), "2026-06-02", DateFrom.FIRST_REPORT),
        (page(point=SUMMARY_DATES, below=BELOW.replace(NEWS, "")), "2026-06-01", DateFrom.SUMMARY),
        (page(point="It opens on July 4, 2026.", below=BELOW.replace(NEWS, "")), "2026-06-05", DateFrom.CONVERSION),
        (page(below=BELOW.replace(NEWS, "")), "2026-06-05", DateFrom.CONVERSION),
    ],
)
def test_the_day_is_taken_from_the_first_that_says_one(
    folders: Folders, text: str, day: str, date_from: DateFrom
) -> None:
    folders.write("a.txt", text)
    folders.convert()
    assert (day, date_from) == (folders.story().date.isoformat(), folders.story().date_from)
    assert folders.path().name.startswith(day)


@pytest.mark.parametrize(("zone", "day"), [("UTC", 5), ("Pacific/Kiritimati", 5), ("Pacific/Honolulu", 4)])
def test_the_day_of_conversion_is_that_of_the_time_zone(folders: Folders, zone: str, day: int) -> None:
    folders.write("a.txt", page(below=BELOW.replace(NEWS, "")))
    folders.convert(timezone=zoneinfo.ZoneInfo(zone))
    assert day == folders.story().date.day


def test_a_story_without_a_date_is_told_as_such(folders: Folders) -> None:
    folders.write("a.txt", page(below=BELOW.replace(NEWS, "")))
    (outcome,) = folders.convert().outcomes
    assert [True] == [doubt.startswith("the page gives no date") for doubt in outcome.doubts]


def test_the_day_of_the_first_conversion_stays(folders: Folders) -> None:
    folders.write("a.txt", page(below=BELOW.replace(NEWS, "")))
    folders.convert()
    folders.write("a.txt", page("Aldersea shuts its harbour", below=BELOW.replace(NEWS, "")))
    folders.convert(LATER)
    assert (5, DateFrom.CONVERSION) == (folders.story().date.day, folders.story().date_from)


def test_source_date_epoch_is_the_moment_where_none_is_given(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    folders.write("a.txt", page())
    folders.convert(None)
    assert datetime.datetime(1970, 1, 2, tzinfo=datetime.UTC) == folders.story().added


def test_the_clock_is_read_where_nothing_else_tells_the_moment(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    folders.write("a.txt", page())
    before = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    folders.convert(None)
    assert before <= folders.story().added <= datetime.datetime.now(datetime.UTC)
    assert 0 == folders.story().added.microsecond


@pytest.mark.parametrize("epoch", ["tomorrow", "9" * 30, "1e9"])
def test_a_wrong_source_date_epoch_is_an_error(folders: Folders, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH must be seconds since 1970"):
        folders.convert(None)


def test_progress_is_told(folders: Folders) -> None:
    folders.write("a.txt", page("Aldersea opens its harbour"))
    folders.write("c/d.txt", page("Brinmouth shuts its lighthouse"))
    folders.write("empty.txt", "")
    told: list[tuple[str, int, int]] = []
    folders.convert(progress=lambda what, number, count: told.append((what, number, count)))
    reading = [("Reading documents", number, 3) for number in (1, 2, 3)]
    assert [*reading, *[("Writing posts", number, 2) for number in (1, 2)]] == told
    told.clear()
    folders.convert(progress=lambda what, number, count: told.append((what, number, count)))
    assert not [what for what, _, _ in told if what == "Writing posts"]


def test_the_same_documents_give_the_same_bytes(folders: Folders, tmp_path: Path) -> None:
    for number in range(5):
        folders.write(f"{number}.txt", page(f"Harbour {number}"))
    folders.convert()
    again = Folders(folders.documents, tmp_path / "again")
    again.convert()
    assert {name: content for name, (content, _) in folders.tree().items()} == {
        name: content for name, (content, _) in again.tree().items()
    }


def test_two_stories_with_one_headline_have_different_slugs(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.write("b.txt", page(below=BELOW.replace("Tuesday, June 2", "Wednesday, May 6")))
    folders.convert()
    assert 2 == len({path.name for path in folders.paths()})


def test_a_post_whose_front_matter_was_broken_is_not_made_again_over_it(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.convert()
    folders.path().write_text(folders.text().removeprefix("---\n"), encoding="utf-8")
    before = folders.tree()
    report = folders.convert(LATER)
    assert [Result.EDITED] == [outcome.result for outcome in report.outcomes]
    assert "its post does not say what it was made from, and is left as it is" == report.outcomes[0].reason
    assert before == folders.tree()


def test_a_post_that_is_no_utf_8_is_left_as_it_is(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.convert()
    folders.path().write_bytes(folders.path().read_bytes() + b"caf\xe9\n")
    before = folders.tree()
    assert {"a.txt": Result.UNCHANGED} == folders.results(LATER)
    folders.write("a.txt", page("Aldersea shuts its harbour"))
    assert {"a.txt": Result.EDITED} == folders.results(LATER)
    assert before == folders.tree()


def test_a_post_taken_out_is_made_again_with_the_same_id(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.convert()
    story_id = folders.story().id
    folders.path().unlink()
    assert {"a.txt": Result.NEW} == folders.results(LATER)
    assert story_id == folders.story().id


def hand_made(folders: Folders, front: str) -> Path:
    folders.posts.mkdir(exist_ok=True)
    path = folders.posts / "2026-06-02-my-story.md"
    path.write_text(f"---\ntitle: Mine\ndate: 2026-06-02\n{front}---\n\nA text of mine.\n", encoding="utf-8")
    return path


def test_a_post_written_by_hand_gets_the_lines_to_paste(folders: Folders) -> None:
    path = hand_made(folders, "")
    hint, summary = folders.convert(timezone=zoneinfo.ZoneInfo("Europe/Oslo")).lines()
    story = post.read(path.read_text(encoding="utf-8"), path.name)
    assert hint == (
        "written by hand: 2026-06-02-my-story.md: to keep its address and feed id for good, add\n"
        f"    story_id: {story.id}\n    added: 2026-06-02T00:00:00+02:00\n    slug: my-story"
    )
    assert "Documents: none" == summary


def test_only_lines_that_are_missing_are_to_be_pasted(folders: Folders) -> None:
    hand_made(folders, f"story_id: {ID}\nadded: 2026-06-02T00:00:00+00:00\n")
    hint, _ = folders.convert().lines()
    assert hint.endswith("add\n    slug: my-story")
    hand_made(folders, f"story_id: {ID}\nadded: 2026-06-02T00:00:00+00:00\nslug: mine\n")
    assert ["Documents: none"] == list(folders.convert().lines())


def test_a_post_written_by_hand_that_does_not_parse_is_the_builds_to_tell(folders: Folders) -> None:
    hand_made(folders, "date: twice\nno colon\n")
    assert ["Documents: none"] == list(folders.convert().lines())


def test_posts_made_from_documents_need_no_hint(folders: Folders) -> None:
    folders.write("a.txt", page())
    folders.convert()
    assert ["Documents: 1 unchanged"] == list(folders.convert(LATER).lines())


def test_a_missing_folder_of_documents_is_no_error(tmp_path: Path) -> None:
    report = convert(tmp_path / "missing", tmp_path / "posts", Options(now=NOW))
    assert ["Documents: none"] == list(report.lines())
    assert not (tmp_path / "posts").exists()


def test_the_report_counts_each_result_and_tells_what_needs_an_editor() -> None:
    outcomes = [Outcome("a", Result.NEW, "a.md"), Outcome("b", Result.NEW, "b.md", untitled=True)]
    outcomes += [
        Outcome("c", Result.CHANGED, "c.md"),
        Outcome("d", Result.RENAMED, "d.md"),
        Outcome("e", Result.UNCHANGED),
    ]
    outcomes += [Outcome("f", Result.EDITED, "f.md", "why"), Outcome("g", Result.REFUSED, reason="why")]
    report = Report(outcomes, hints=["a hint"])
    edited, refused, untitled, hint, summary = report.lines()
    assert ("edited by hand: f → f.md: why", "refused: g: why", "a hint") == (edited, refused, hint)
    assert untitled.startswith("needs a title: b → b.md: ")
    assert "Documents: 2 new, 1 changed, 1 renamed, 1 unchanged, 1 edited by hand, 1 refused" == summary
    assert (outcomes[-1],) == report.problems
