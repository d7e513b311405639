"""The builders that are compared: what each is called, how it is run, and where its site has what.

The sites are equal: a page for each post, topic, day, month and year, the front page, the archive, one feed of the
newest 100 stories. The full ones have data beside each post and a feed for each topic as well.
"""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import installing
from tests.bench.posts import MADE, PROJECT, PYTHON, Post, as_metadata, as_yaml
from tests.installing import NotInstalledError

OURS = "Briefing"
"""What this project's builder is called in the tables."""
PEERS = ("hugo", "eleventy", "pelican")
"""The names by which the others are chosen."""
PAGE_SIZE = 50
"""Stories on a page of a topic."""

_PEERS = Path(__file__).with_name("peers")
_TASKS = PROJECT / "tasks.py"
_SETTINGS = """\
import runpy

globals().update({{name: value for name, value in runpy.run_path({settings!r}).items() if name.isupper()}})
SETTINGS_FILE = __file__
THEME = {theme!r}
PLUGIN_PATHS = [{plugins!r}]
SITEURL = "https://briefing.example"
FEED_MAX_ITEMS = 100
OUTLET_PAGES = PLACE_PAGES = SITEMAPS = False
BLINDSPOTS = FEEDS_OPML = None
"""
_ONE_FEED_AND_NO_DATA = """\
TAG_FEED_RSS = None
DATA_FILES = False
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """A builder of a site in a folder; paths are relative to that.

    ``write`` puts a post, in its form, into the folder of posts and returns what it wrote, the post first. ``page``
    tells where its page is below the output. ``caches`` are deleted before a cold build. ``watch`` is the command that
    builds again whenever something changes, None if that is not measured; what it prints once it does so has ``ready``
    in it. ``keeps`` is false where nothing is kept from one build to the next, so that each is a cold one. ``further``
    counts the pages that no other builder's site has. ``leftover`` tells whether the last page of a topic takes what is
    left over, ``full`` whether the site has data and a feed for each topic.
    """

    name: str
    build: Sequence[str | Path]
    set_up: Callable[[Path], None]
    write: Callable[[Path, Post], tuple[Path, ...]]
    page: Callable[[Post], str]
    posts: str
    output: str
    feed: str
    caches: Sequence[str] = ()
    watch: Sequence[str | Path] | None = None
    ready: str = ""
    keeps: bool = True
    further: int = 0
    leftover: bool = True
    full: bool = False
    front: str = "index.html"


def briefing(*, full: bool = False) -> Builder:
    """Return this project's builder."""
    return Builder(
        name=OURS,
        build=(PYTHON, _TASKS, "build", "--settings", "settings.py", "--quiet"),
        set_up=functools.partial(_set_up_briefing, full=full),
        write=_write_ours,
        page=lambda post: f"{post.date:%Y/%m/%d}/{post.slug}/index.html",
        posts="content/briefings",
        output="output",
        feed="feeds/all.rss.xml",
        caches=(".cache",),
        watch=(PYTHON, _TASKS, "preview", "--settings", "settings.py", "--port", "0"),
        ready="Look at it at",
        further=4 if full else 3,  # corrections, search, subscribe; and of the data "for you"
        full=full,
    )


def hugo(*, full: bool = False) -> Builder:
    """Return Hugo.

    :raises NotInstalledError: if it cannot be installed
    """
    program = installing.install_hugo()
    environment = ("--environment", "full") if full else ()
    return Builder(
        name=_named("Hugo", installing.HUGO),
        build=(program, "--quiet", *environment),
        set_up=functools.partial(_copy, "hugo"),
        write=functools.partial(_write, as_yaml),
        page=_page,
        posts="content/posts",
        output="public",
        feed="index.xml",
        caches=("resources", ".hugo_build.lock"),
        watch=(program, "--watch"),
        ready="Watching for changes",
        leftover=False,
        full=full,
    )


def eleventy() -> Builder:
    """Return Eleventy.

    :raises NotInstalledError: if it cannot be installed
    """
    command = (shutil.which("node") or "node", installing.install_eleventy())
    return Builder(
        name=_named("Eleventy", installing.ELEVENTY),
        build=(*command, "--quiet"),
        set_up=functools.partial(_copy, "eleventy"),
        write=functools.partial(_write, as_yaml),
        page=_page,
        posts="src/posts",
        output="output",
        feed="feed.xml",
        caches=(".cache",),
        watch=(*command, "--watch", "--incremental"),
        ready="Watching",
    )


def pelican(*, cache: bool) -> Builder:
    """Return stock Pelican, with or without the best of its caches, which keeps what its readers made of each post.

    :raises NotInstalledError: if it cannot be installed
    """
    program = installing.install_pelican()
    extra = ("-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CONTENT_CACHING_LAYER="reader"') if cache else ()
    name = _named("Pelican", installing.PELICAN)
    return Builder(
        name=f"{name}, cache" if cache else name,
        build=(program, "content", "-s", "pelicanconf.py", "-q", *extra),
        set_up=functools.partial(_copy, "pelican"),
        write=functools.partial(_write, as_metadata),
        page=_page,
        posts="content",
        output="output",
        feed="feed.xml",
        caches=("cache",),
        watch=(program, "content", "-s", "pelicanconf.py", "-r", *extra) if cache else None,
        ready="Done: Processed",
        keeps=cache,
    )


def _named(name: str, packages: Sequence[str]) -> str:
    return f"{name} {packages[0].replace('==', '@').rpartition('@')[2]}"


def _set_up_briefing(folder: Path, *, full: bool) -> None:
    for name in ("documents", "pages", f"briefings/{MADE}"):
        (folder / "content" / name).mkdir(parents=True)
    settings = _SETTINGS.format(
        settings=str(PROJECT / "pelicanconf.py"), theme=str(PROJECT / "theme"), plugins=str(PROJECT / "plugins")
    )
    settings += "" if full else _ONE_FEED_AND_NO_DATA
    (folder / "settings.py").write_text(settings, encoding="utf-8")


def _copy(name: str, folder: Path) -> None:
    shutil.copytree(_PEERS / name, folder)


def _write_ours(folder: Path, post: Post) -> tuple[Path, ...]:
    name = f"{post.date}-{post.slug}"
    files = (folder / f"{name}.md", folder / MADE / f"{name}.txt")
    for file in files:
        file.write_text(post.text, encoding="utf-8", newline="\n")
    return files


def _write(form: Callable[[Post], str], folder: Path, post: Post) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{post.slug}.md"
    file.write_text(form(post), encoding="utf-8", newline="\n")
    return (file,)


def _page(post: Post) -> str:
    return f"posts/{post.slug}/index.html"


def choose(peers: Sequence[str], *, full: bool = False) -> tuple[list[Builder], dict[str, str]]:
    """Return this project's builder and the others that can be had, and of those that cannot the reason, by their name.

    :param peers: some of :data:`PEERS`
    :param full: of the full sites; only Hugo has one beside ours
    """
    found = [briefing(full=full)]
    missing = {}
    for name in peers:
        try:
            found += _FULL_MAKERS[name]() if full else _MAKERS[name]()
        except NotInstalledError as error:
            missing[name.capitalize()] = str(error)
    return found, missing


_MAKERS: dict[str, Callable[[], list[Builder]]] = {
    "hugo": lambda: [hugo()],
    "eleventy": lambda: [eleventy()],
    "pelican": lambda: [pelican(cache=False), pelican(cache=True)],
}
_FULL_MAKERS: dict[str, Callable[[], list[Builder]]] = {
    "hugo": lambda: [hugo(full=True)],
    "eleventy": list,
    "pelican": list,
}
