"""Posts to the files of their stories, and to what the index keeps of them; done in any process."""

from __future__ import annotations

import json
import posixpath
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from briefing.collecting import collecting_later
from briefing.convert.hints import hint
from briefing.corpus import KnownPost, identity, read_text
from briefing.post import PostError
from briefing.presenting import Presented
from briefing.steps import Steps, together
from briefing.story import Story
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
    with collecting_later(), listening() as told:
        return together([_with_warnings(_steps(site, job), told) for job in jobs])


def make_item(site: Site, post: str) -> tuple[str, bytes]:
    """Return what feeds tell of a post that could be read a moment ago."""
    with listening():
        page = _page(site, post, site.presenter.present(site.posts / post))
        return post, pack(item(page, site.of_feeds))


def _with_warnings(steps: Steps[Made], told: list[str]) -> Steps[Made]:
    """Take steps, and keep what was ``told`` meanwhile with what comes of them."""
    warnings: list[str] = []
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Made = end.value
            warnings += told
            told.clear()
            return replace(made, warnings=tuple(warnings)) if warnings else made
        warnings += told
        told.clear()
        yield


def _steps(site: Site, job: Job) -> Steps[Made]:
    try:
        return (yield from _made(site, job))
    except PostError as error:
        return Made(job.post, problems=tuple(str(error).splitlines()))
    except OSError as error:
        return Made(job.post, problems=(f"{job.post}: {error.strerror or error}",))


def _made(site: Site, job: Job) -> Steps[Made]:
    post, path = job.post, site.posts / job.post
    read = site.presenter.read(path)
    story, digest = read.story, read.digest
    record: dict[str, Any] = {"edited": read.is_edited, "known": _known(story), **told(path, story), **names_in(story)}
    if story.status == WITHDRAWN:
        return Made(post, Kept(post, withdrawn_id(post), digest, record, None), digest=digest)
    yield
    presented = site.presenter.show(read)
    html = presented.html  # of what an editor wrote, the description has nothing that this has not
    links = _LINK.findall(html) if "{" in html or "|" in html else ()
    if links or story.metadata:
        return Made(post, digest=digest, is_beyond=True, moves_files="attach" in links)
    yield
    page = _page(site, post, presented)
    file, url = page.save_as, page.url
    if _leads_out(file):
        return Made(post, problems=(f"{post} would be written outside the output folder, to {file}",))
    files = tuple(_write(site, page, file, url)) if file else ()  # a setting can leave drafts out
    is_published = page.status == "published"
    yield
    packed = pack(item(page, site.of_feeds)) if job.with_item and is_published else None
    yield
    entry = site.entry(story, url, page.tags) if is_published else None
    return Made(post, Kept(post, story.id, digest, record, entry), files, packed, digest=digest)


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
