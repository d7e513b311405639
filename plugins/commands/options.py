"""The options that tasks share: what each is for, and how its value is called."""

from __future__ import annotations

from dataclasses import dataclass

from commands.exits import CommandError, Exit

HELP = {
    "document": ("DOCUMENT", "a saved page"),
    "post": ("POST", "one post, by its file name"),
    "documents": ("FOLDER", "folder of saved pages, instead of the settings'"),
    "posts": ("FOLDER", "folder of posts, instead of the settings'"),
    "output": ("FOLDER", "folder of the built site, instead of the settings'"),
    "settings": ("FILE", "settings file, instead of pelicanconf.py"),
    "quiet": ("", "tell of problems only"),
    "now": ("MOMENT", "the moment of conversion instead of the clock's, such as 2026-06-03T06:30:00Z"),
    "strict": ("", "exit with 1 if a document was refused"),
    "dry_run": ("", "say all that would be done, and do nothing"),
    "diff": ("", "show what an edited post and its changed document say differently; nothing is written"),
    "take": ("WHICH", "settle what both changed in POST: document (its words) or mine (the post's)"),
    "json": ("", "print the report as JSON, for programs"),
    "jobs": ("NUMBER", "processes that work at once; by default as many as the machine has cores"),
    "full": ("", "make everything again, whatever changed"),
    "with_": ("STAGES", "what else to make of the pages: search, images"),
    "why": ("PATH", "tell of a file of the site, such as index.html, why it was made again or not"),
    "count": ("NUMBER", "how many documents are made for it"),
    "rounds": ("NUMBER", "how often each is measured"),
    "folder": ("FOLDER", "where to work, instead of the system's folder for temporary files"),
    "only": ("WHAT", "measure one thing: conversion, site or watch"),
    "peers": ("NAMES", "builders to compare with: some of hugo,eleventy,pelican, or none; all by default"),
    "report": ("FILE", "where the tables go, instead of docs/benchmark.md; none: they are only printed"),
    "language": ("LANGUAGE", "a language tag such as de or pt-BR; by default all that are there"),
    "port": ("NUMBER", "port on 127.0.0.1; a free one is taken where it is in use"),
}
"""By the name of a task's parameter: the name of its value ("": it has none), and what it does."""

POSITIONAL = frozenset({"document", "language", "post"})
"""The parameters that stand on the command line by themselves, without the name of an option."""


@dataclass(frozen=True, slots=True)
class Places:
    """The files and folders given by hand, as they were given; None where the settings' are meant."""

    documents: str | None = None
    posts: str | None = None
    output: str | None = None
    settings: str | None = None


def check_jobs(jobs: int) -> None:
    """See that so many processes can work at once.

    Raises:
        CommandError: they cannot.
    """
    if jobs < 0:
        message = f"--jobs {jobs}: expected a number from 1, or 0 for as many as the machine has cores."
        raise CommandError(message, Exit.WRONG_USE)
