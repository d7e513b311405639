"""Why a file of the site was made again in the last build, or was not."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from incremental.index import Index
from incremental.owners import FEED, FEED_LIST, PELICAN, ROOT, STORY

_WHAT = {
    STORY: "the post {key}",
    FEED: "the newest stories of the feed of {key}",
    FEED_LIST: "the names of all feeds",
    PELICAN: "content/pages and static files, by Pelican",
    "day": "the stories of {key}",
    "month": "the stories of {key}",
    "year": "how many stories each month of {key} has",
    "topic": "the stories about {key}",
    "outlet": "the stories in which {key} stands, and its row in the outlet table",
    "topics": "how many stories each topic has",
    "archive": "how many stories each month has",
    "front": "the stories of the newest two days, and those lately added",
    "data": "data of {key}",
    "subscribe": "the names of all topics",
    "for_you": "a template, and the names that the outlet table joins",
    "search": "a template alone",
    "404": "a template alone",
    ROOT: "the settings",
}


def why(index: Index, path: str, settings: Mapping[str, Any], made: Collection[str]) -> str:
    """Return in a sentence or two what a file is made from, and why it was last made again.

    :param path: of the file, below the output folder or with it; a folder stands for its ``index.html``
    :param made: the files that were made in this build
    """
    output = Path(settings["OUTPUT_PATH"])
    given = Path(path)
    inside = given.absolute().is_relative_to(output)
    name = given.absolute().relative_to(output).as_posix() if inside else given.as_posix()
    candidates = [name, "index.html" if name == "." else f"{name.rstrip('/')}/index.html"]
    found = next(filter(None, map(index.output, candidates)), None)
    if found is None:
        near = difflib.get_close_matches(name, index.paths(), 1)
        return f"{path} is no file of the site.{f' Did you mean {near[0]}?' if near else ''}"
    kind, _, key = found.owner.partition(" ")
    what = _WHAT.get(found.owner) or _WHAT.get(kind, kind)
    state, _, reason = found.reason.partition(": ")
    done = "was written" if state == "written" else "was made again, and is the same as before,"
    when = "in this build" if found.path in made else "in an earlier build, and nothing of that changed since"
    return f"{found.path} is made from {what.format(key=key)}. It {done} {when}: {reason}."
