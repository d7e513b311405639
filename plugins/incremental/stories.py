"""Posts to the files of their stories, and to what the index keeps of them; done in any process.

The same step is taken with many posts before the next: what one step needs of templates, code and tables then stays in
the processor's caches, which takes a tenth off the time of a build.
"""

from __future__ import annotations

import json
import posixpath
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from briefing.collecting import collecting_later
from briefing.convert.hints import hint
from briefing.corpus import KnownPost, identity, read_text
from briefing.post import PostError
from briefing.presenting import Presented, Read
from briefing.story import Story
from edition.archive import Entry
from edition.data import story_data, to_bytes
from edition.row import TopicName
from edition.slugs import slug_of
from feeds.item import Item, item
from incremental.listening import listening
from incremental.page import StoryPage
from incremental.shelf import Kept
from incremental.site import Site
from incremental.table_changes import names_in

WITHDRAWN = "skip"
_LINK = re.compile(r"[{|](filename|static|attach|category|tag|author|index)[|}]")  # INTRASITE_LINK_REGEX, used


@dataclass(frozen=True, slots=True)
class Job:
    """A post to make the pages of. ``with_item``: what feeds tell of it is wanted too."""

    post: str  # the file's name
    with_item: bool


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a post: ``kept`` for the index and the ``files`` written, or ``problems``.

    ``digest`` tells the text that was read from all others. ``is_beyond``: Pelican has to make it. ``moves_files``:
    files that the post links to are to stand beside its page, which only a whole build can do. ``warnings`` are for an
    editor.
    """

    post: str
    kept: Kept | None = None
    files: tuple[str, ...] = ()
    item: bytes | None = None
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    digest: str = ""
    is_beyond: bool = False
    moves_files: bool = False


def make(site: Site, jobs: Sequence[Job]) -> list[Made]:
    """Write the pages of posts, and their data, to where files wait; it raises nothing that a post can cause."""
    with collecting_later():
        return _make(site, jobs)


def _make(site: Site, jobs: Sequence[Job]) -> list[Made]:
    works = [_Work(site, job) for job in jobs]
    with listening() as told:
        for step in (_Work.read, _Work.show, _Work.write, _Work.tell_feeds, _Work.tell_listings):
            for work in works:
                work.take(step)
                if told:
                    work.warnings += told
                    told.clear()
    return [work.made() for work in works]


def make_item(site: Site, post: str) -> tuple[str, bytes]:
    """Return what feeds tell of a post that could be read a moment ago."""
    with listening():
        page = _page(site, post, site.presenter.present(site.posts / post))
        return post, pack(item(page, site.of_feeds))


class _Work:
    """What came of a post so far. Each step goes on from where the one before ended, unless that was the last."""

    _read: Read
    _presented: Presented
    _page: StoryPage

    def __init__(self, site: Site, job: Job) -> None:
        self._site = site
        self._job = job
        self._made: Made | None = None  # nothing more is to be done
        self._record: dict[str, Any] = {}
        self._files: tuple[str, ...] = ()
        self._item: bytes | None = None
        self._entry: Entry | None = None
        self.warnings: list[str] = []

    def take(self, step: Callable[[_Work], None]) -> None:
        """Take a step, unless the work is done; what a post can cause ends it."""
        if self._made is not None:
            return
        try:
            step(self)
        except PostError as error:
            self._end(problems=tuple(str(error).splitlines()))
        except OSError as error:
            self._end(problems=(f"{self._job.post}: {error.strerror or error}",))

    def made(self) -> Made:
        """Return what came of it."""
        made = self._made or self._kept(self._read.story.id)
        return replace(made, warnings=tuple(self.warnings)) if self.warnings else made

    def _end(self, **values: Any) -> None:
        self._made = Made(self._job.post, **values)

    def _kept(self, story_id: str) -> Made:
        post, digest = self._job.post, self._read.digest
        kept = Kept(post, story_id, digest, self._record, self._entry)
        return Made(post, kept, self._files, self._item, digest=digest)

    def read(self) -> None:
        """Read the post."""
        path = self._site.posts / self._job.post
        self._read = read = self._site.presenter.read(path)
        self._record = {"edited": read.is_edited, "known": _known(read.story), **told(path, read.story)}
        self._record |= names_in(read.story)
        if read.story.status == WITHDRAWN:
            self._made = self._kept(withdrawn_id(self._job.post))

    def show(self) -> None:
        """Make the story's HTML, unless Pelican has to."""
        self._presented = presented = self._site.presenter.show(self._read)
        html = presented.html  # of what an editor wrote, the description has nothing that this has not
        links = _LINK.findall(html) if "{" in html or "|" in html else ()
        if links or presented.story.metadata:
            self._end(digest=presented.digest, is_beyond=True, moves_files="attach" in links)

    def write(self) -> None:
        """Write the story's page and its data; a setting can leave drafts out."""
        self._page = page = _page(self._site, self._job.post, self._presented)
        file = page.save_as
        if _leads_out(file):
            self._end(problems=(f"{self._job.post} would be written outside the output folder, to {file}",))
        elif file:
            self._files = tuple(_write(self._site, page, file, page.url))

    def tell_feeds(self) -> None:
        """Make what feeds tell of it, if that is wanted."""
        if self._job.with_item and self._page.status == "published":
            self._item = pack(item(self._page, self._site.of_feeds))

    def tell_listings(self) -> None:
        """Make what listings tell of it."""
        if self._page.status == "published":
            self._entry = self._site.entry(self._page.story, self._page.url, self._page.tags)


def _write(site: Site, page: StoryPage, file: str, url: str) -> Iterator[str]:
    template = site.templates.get(page.template)
    if template is None:
        message = f"the theme has no template {page.template}.html"
        raise FileNotFoundError(2, message)
    values = {"article": page, "category": page.category, "blog": True}
    site.write(file, template.render(site.context(file, **values)).encode())
    yield file
    if site.has_data and page.status != "draft":
        yield write_data(site, page.story, file, url)


def write_data(site: Site, story: Story, file: str, url: str) -> str:
    """Write the data of a story beside its page, and return which file that is."""
    data = story_data(story, path=url, site_url=site.settings["SITEURL"], rights=site.settings.get("RIGHTS", "full"))
    beside = f"{posixpath.splitext(file)[0]}.json"
    site.write(beside, to_bytes(data))
    return beside


def _page(site: Site, post: str, presented: Presented) -> StoryPage:
    named = ((topic, slug_of(topic, site.settings)) for topic in presented.story.topics)
    topics = [TopicName(name, slug) for name, slug in named if slug]
    return StoryPage(presented, site.settings, topics, site.posts / post)


def withdrawn_id(post: str) -> str:
    """Return an id for a post that an editor withdrew: it may be the copy of one that was not."""
    return f"file:{post}"


def _known(story: Story) -> str:
    """Return what convert goes by in a post, as :func:`briefing.corpus.KnownPost.identity` does."""
    documents = [story.document, *(save.document for save in story.history)] if story.document else []
    saves = [(document.name, document.sha256) for document in documents]
    return identity(story.id, story.slug, story.status, saves, has_title=bool(story.title.text))


def told(path: Path, story: Story) -> dict[str, Any]:
    """Return what an editor is told of a post where its document, or any, is missing."""
    if story.document is not None:
        return {"document": story.document.sha256}
    if story.status == WITHDRAWN:
        return {}
    return {"hints": list(hint(KnownPost.read(path.name, read_text(path)), story))}


def _leads_out(file: str) -> bool:
    return ".." in PurePosixPath(file).parts or PurePosixPath(file).is_absolute()


def pack(one: Item) -> bytes:
    """Return an item of a feed in few bytes."""
    values = asdict(one) | {"published": one.published.isoformat(), "updated": one.updated.isoformat()}
    return zlib.compress(json.dumps(list(values.values()), ensure_ascii=False).encode(), level=1)


def unpack(packed: bytes) -> Item:
    """Return the item that :func:`pack` made bytes of."""
    names = (field.name for field in fields(Item))
    values = dict(zip(names, json.loads(zlib.decompress(packed)), strict=True))
    moments = {name: datetime.fromisoformat(values[name]) for name in ("published", "updated")}
    lists = {name: tuple(values[name]) for name in ("creators", "categories")}
    return Item(**values | moments | lists)
