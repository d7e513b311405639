"""The options that tasks share: what each is for, and how its value is called."""

from __future__ import annotations

from dataclasses import dataclass

HELP = {
    "documents": ("FOLDER", "folder of saved pages, instead of the settings'"),
    "posts": ("FOLDER", "folder of posts, instead of the settings'"),
    "output": ("FOLDER", "folder of the built site, instead of the settings'"),
    "settings": ("FILE", "settings file, instead of pelicanconf.py"),
    "quiet": ("", "tell of problems only"),
    "now": ("MOMENT", "the moment of conversion instead of the clock's, such as 2026-06-03T06:30:00Z"),
    "strict": ("", "exit with 1 if a document was refused"),
    "port": ("NUMBER", "port on 127.0.0.1; a free one is taken where it is in use"),
}
"""By the name of a task's parameter: the name of its value ("": it has none), and what it does."""


@dataclass(frozen=True, slots=True)
class Places:
    """The files and folders given by hand, as they were given; None where the settings' are meant."""

    documents: str | None = None
    posts: str | None = None
    output: str | None = None
    settings: str | None = None
