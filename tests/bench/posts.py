"""The stories of which all builders make their sites: our posts, and the same ones with the front matter of others.

Each is a made document as ``convert`` writes it down: about 350 words, 5 to 40 articles, some of 240 topics of which a
few are in many stories and many in a few, and a day of two years. The newest story has a day of its own, and so has the
one that is added later, so that every builder shows them first.
"""

from __future__ import annotations

import datetime
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.convert import Options, convert
from briefing.cores import usable_cores
from briefing.post.frontmatter import parse_line, parse_list
from briefing.workers import Crew
from tests.bench.documents import LAST_DAY, SEED, Form, write_documents

PROJECT = Path(__file__).resolve().parents[2]
PYTHON = getattr(sys, "_base_executable", sys.executable)
"""The Python that a person types, outside the environment."""
MADE = ".made"
"""The folder beside our posts that has each as it was written."""

_NOW = datetime.datetime(2026, 6, 5, 6, 30, tzinfo=datetime.UTC)
_THINGS = (
    "Ferries", "Harbours", "Peat", "Reefs", "Levies", "Petitions", "Lighthouses", "Wages", "Canneries", "Vaccines",
    "Tides", "Rowing", "Bridges", "Budgets", "Nurses", "Museums", "Storms", "Telescopes", "Trams", "Salt",
)  # fmt: skip
_AREAS = (
    "", " abroad", " law", " policy", " prices", " research", " safety", " schools", " strikes", " unions", " voters",
    " history",
)  # fmt: skip
TOPICS = tuple(f"{thing}{area}" for area in _AREAS for thing in _THINGS)
"""The topics, those of most stories first."""

_TAIL, _HEAD = 1.2, 15  # of a Lomax distribution: a fifth of all stories have the first topic, few one of the last
_FRONT = re.compile(r"---\n(?P<front>.*?)\n---\n+(?P<body>.*)", re.DOTALL)
_POINT = re.compile(r"^- (?P<text>.+?)(?= <!--|$)", re.MULTILINE)
_TITLE = re.compile(r"^(?P<key>title: \"?)(?P<title>.+)$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Post:
    """A story: our post's ``text`` and what others need of it; ``summary`` is its first point."""

    text: str
    slug: str
    title: str
    date: datetime.date
    topics: tuple[str, ...]
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Stories:
    """Our posts in a folder, in order of their names; the last one is ``newest``, ``later`` the one to be added."""

    files: tuple[Path, ...]
    later: Post

    def __iter__(self) -> Iterator[Post]:
        """Read the posts that are there from the beginning, one after the other."""
        return (read_post(file) for file in self.files)

    @property
    def newest(self) -> Post:
        """The post whose story is the newest of those that are there from the beginning."""
        return read_post(self.files[-1])


def make_stories(folder: Path, count: int) -> Stories:
    """Write documents and convert them.

    :param folder: a new one, to work in
    :param count: of stories that are there from the beginning
    :raises RuntimeError: if some document gave no post
    """
    write_documents(folder / "documents", count + 1, form=lambda index: choose_form(index, count))
    with Crew(usable_cores()) as crew:
        options = Options(now=_NOW, timezone=datetime.UTC, crew=crew)
        convert(folder / "documents", folder / "posts", options)
    *files, later = sorted((folder / "posts").glob("*.md"))
    if len(files) != count:
        message = f"{count + 1} documents gave {len(files) + 1} posts"
        raise RuntimeError(message)
    return Stories(tuple(files), read_post(later))


def choose_form(index: int, count: int) -> Form:
    """Return the form of document ``index``, where ``count`` are there from the beginning and one comes later."""
    draw = random.Random(f"{SEED}:{index}:topics")  # noqa: S311 - nothing here is secret
    ranks = [int(_HEAD * (draw.paretovariate(_TAIL) - 1)) for _ in range(draw.randint(2, 4))]
    topics = tuple(dict.fromkeys(TOPICS[rank % len(TOPICS)] for rank in ranks))
    after = index - count + 2  # days; no other story has one after the last
    return Form(LAST_DAY + datetime.timedelta(days=after) if after > 0 else None, (1, 1), topics)


def read_post(file: Path) -> Post:
    """Return one of our posts."""
    return parse_post(file.read_text(encoding="utf-8"))


def parse_post(text: str) -> Post:
    """Return a post of ours by its text.

    :raises ValueError: if it is none
    """
    parts = _FRONT.fullmatch(text)
    point = _POINT.search(parts["body"]) if parts else None
    if parts is None or point is None:
        message = "a post of the benchmark has front matter and a summary"
        raise ValueError(message)
    front = dict(pair for line in parts["front"].splitlines() if (pair := parse_line(line)))
    day = datetime.date.fromisoformat(front["date"])
    topics = parse_list(front["tags"])
    return Post(text, front["slug"], front["title"], day, topics, point["text"], parts["body"])


def as_yaml(post: Post) -> str:
    """Return a post for Hugo and Eleventy: JSON strings and lists are YAML; days and the like are Hugo's taxonomies."""
    day = post.date.isoformat()
    periods = {"days": [day], "months": [day[:7]], "years": [day[:4]]}
    texts = {"title": post.title, "summary": post.summary, "topics": list(post.topics), **periods}
    front = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in texts.items()]
    return "\n".join(["---", front[0], f"date: {day}", *front[1:], "---", "", post.body])


def as_metadata(post: Post) -> str:
    """Return a post for stock Pelican, which reads ``key: value`` lines and shows quotes."""
    tags = "".join(f"{topic};" for topic in post.topics)
    front = {
        "Title": post.title,
        "Date": post.date.isoformat(),
        "Slug": post.slug,
        "Tags": tags,
        "Summary": post.summary,
    }
    return "\n".join([*(f"{key}: {value}" for key, value in front.items()), "", post.body])


def edited(text: str, mark: str) -> str:
    """Return the text of a post, in any form, with ``mark`` before its title and in a sentence of its first point."""
    titled = _TITLE.sub(rf"\g<key>{mark} \g<title>", text, count=1)
    return _POINT.sub(rf"\g<0> {sentence(mark)}", titled, count=1)


def sentence(mark: str) -> str:
    """Return the sentence that :func:`edited` adds."""
    return f"Readers asked for {mark}."
