"""``build``: convert the documents, then make what changed of the site, and say plainly what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from briefing import texts
from commands import settings as site
from commands.builder import Builder, index_of
from commands.exits import Exit
from commands.log import editor_log
from commands.options import Places, check_jobs
from commands.stages import Stages, asked_for
from commands.telling import exit_code, tell
from commands.terminal import Terminal


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one call of ``build`` asks for; ``why`` is a file of the site, or None."""

    now: str | None = None
    strict: bool = False
    quiet: bool = False
    full: bool = False
    stages: str | None = None  # what else is asked for, with commas between
    why: str | None = None
    jobs: int = 0  # as many as there are cores


def run(places: Places, request: Request) -> int:
    """Build a site and return the exit code.

    Args:
        places: files and folders given by hand.
        request: what is asked for.

    Raises:
        CommandError: something given by hand, or a setting, is wrong, or another build is at work.
    """
    check_jobs(request.jobs)
    asked = asked_for(request.stages)
    begun = time.monotonic()
    terminal = Terminal(quiet=request.quiet)
    settings = site.read_known(places)
    stages = Stages.of(asked, settings)
    moment = site.moment(request.now, settings)
    with editor_log(terminal) as log, index_of(settings) as index:
        if warning := texts.warning(settings):
            log.tell(warning, "warning")
        with Builder(settings, index, terminal, log, request.jobs) as builder:
            builder.convert(moment)
            told = builder.make(full=request.full, keeps=stages.names)
            report = builder.report
        tell(report, terminal, quiet=request.quiet)
        if told is None:
            terminal.problem(f"The site was not built: {log.counts()}.")
            return Exit.FAILED
        terminal.say(f"{told}, in {time.monotonic() - begun:.1f} s")
        stages.make(settings, index, terminal, request.jobs)
        if request.why is not None:
            from incremental.why import why  # noqa: PLC0415 - seldom asked for

            terminal.say(why(index, request.why, settings, builder.made))
    return exit_code(report, strict=request.strict)
