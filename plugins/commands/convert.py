"""``convert``: documents to posts, and what an editor is told of it."""

from __future__ import annotations

import datetime
import difflib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import convert as conversion
from briefing.convert import Take
from briefing.convert.report import Report, Result
from briefing.cores import usable_cores
from briefing.workers import Crew
from commands import settings as site
from commands.exits import CommandError, Exit
from commands.options import Places, check_jobs
from commands.telling import exit_code, tell
from commands.terminal import Terminal

_SIDES = ("document", "mine")
_MEMORY = "convert.sqlite"  # in the cache folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one call of ``convert`` asks for; ``post`` is a post's file name or path, None where all are meant."""

    now: str | None = None
    strict: bool = False
    quiet: bool = False
    dry_run: bool = False
    diff: bool = False
    take: str | None = None
    post: str | None = None
    json: bool = False
    jobs: int = 0  # as many as there are cores


def run(places: Places, request: Request) -> int:
    """Convert the documents of a site and return the exit code.

    Args:
        places: files and folders given by hand; the output is taken, so that the same options fit all commands, and
            not touched.
        request: what is asked for.

    Raises:
        CommandError: something given by hand, or a setting, is wrong.
    """
    terminal = Terminal(quiet=request.quiet or request.json)
    settings = site.read_own(places)
    _check(request)
    post = _post_name(request, settings)
    moment = site.moment(request.now, settings)
    options = {
        "dry_run": request.dry_run or request.diff,
        "take": Take(post, request.take) if post and request.take else None,
    }
    with Crew(request.jobs or usable_cores(), settings["EXECUTOR"]) as crew:
        report = convert_documents(settings, moment, terminal, crew, **options)
    if request.json:
        print(json.dumps(report.data(), indent=2))
    elif request.diff:
        _tell_differences(report, terminal, post)
    else:
        tell(report, terminal, quiet=request.quiet)
        if request.dry_run:
            terminal.say("Nothing was written.")
    return exit_code(report, strict=request.strict)


def convert_documents(
    settings: dict[str, Any], now: datetime.datetime | None, terminal: Terminal, crew: Crew, **options: Any
) -> Report:
    """Convert the documents of a site, with progress.

    Args:
        settings: the site's, complete.
        now: the moment of conversion; None: the clock's.
        terminal: where progress is shown.
        crew: does the work.
        **options: further ones of :class:`briefing.convert.Options`.
    """
    folder = Path(settings["SETTINGS_FILE"]).parent / settings["CACHE_PATH"]
    with terminal.progress() as show:
        return conversion.by_settings(
            settings | {"NOW": now},
            progress=lambda what, number, count: show(what, number - 1, count),
            memory=folder / _MEMORY,
            crew=crew,
            **options,
        )


def _tell_differences(report: Report, terminal: Terminal, post: str | None) -> None:
    told = [one for one in report.outcomes if one.difference and post in (None, one.post)]
    for outcome in told:
        settled = "can be merged" if outcome.result is Result.MERGED else "needs you"
        terminal.say(f"{outcome.post} ({outcome.document}), {settled}:")
        for line in outcome.difference:
            terminal.say(f"  {line}")
    if not told:
        terminal.say("No edited post has a document that changed.")
    elif any(one.result is Result.EDITED for one in told):
        terminal.say("To settle one: convert --take document POST takes the document's words, --take mine POST yours.")


def _check(request: Request) -> None:
    if request.take is not None and request.take not in _SIDES:
        message = f"--take {request.take!r}: expected document or mine."
        raise CommandError(message, Exit.WRONG_USE)
    if request.take is not None and request.post is None:
        message = "--take needs a post: convert --take mine POST."
        raise CommandError(message, Exit.WRONG_USE)
    if request.post is not None and request.take is None and not request.diff:
        message = f"{request.post}: a post is named with --diff or --take; without them all documents are converted."
        raise CommandError(message, Exit.WRONG_USE)
    check_jobs(request.jobs)


def _post_name(request: Request, settings: dict[str, Any]) -> str | None:
    """Return the file name of the post that is asked for."""
    if request.post is None:
        return None
    folder = Path(settings["POSTS_PATH"])
    name = Path(request.post).name
    for candidate in (name, f"{name}.md"):
        if (folder / candidate).is_file():
            return candidate
    names = sorted(path.name for path in folder.glob("*.md"))
    near = [one for one in names if name.lower() in one] or difflib.get_close_matches(name, names, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    message = f"There is no post {name!r} in {str(folder)!r}.{hint}"
    raise CommandError(message, Exit.WRONG_USE)
