#!/usr/bin/env python3
"""The project's tasks. ``python3 tasks.py`` lists them; it needs Python 3.11 or newer, and makes the rest itself.

Inside an environment ``invoke`` runs the same: ``invoke build``.
"""

import sys
from pathlib import Path

if sys.version_info < (3, 11):
    sys.stderr.write("This needs Python 3.11 or newer; here is %s.\n" % sys.version.split()[0])
    sys.exit(3)

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from commands import command_line
from commands.environment import NOTHING, TESTS
from commands.options import Places
from commands.task import Context, task


@task()
def convert(
    _context: Context,
    documents: str | None = None,
    posts: str | None = None,
    output: str | None = None,
    settings: str | None = None,
    now: str | None = None,
    strict: bool = False,
    quiet: bool = False,
    dry_run: bool = False,
    diff: bool = False,
    take: str | None = None,
    json: bool = False,
    jobs: int = 0,
    post: str | None = None,
) -> int:
    """Make posts of the new and changed documents."""
    from commands.convert import Request, run

    request = Request(
        now=now, strict=strict, quiet=quiet, dry_run=dry_run, diff=diff, take=take, json=json, jobs=jobs, post=post
    )
    return run(Places(documents, posts, output, settings), request)


@task()
def build(
    _context: Context,
    documents: str | None = None,
    posts: str | None = None,
    output: str | None = None,
    settings: str | None = None,
    now: str | None = None,
    strict: bool = False,
    quiet: bool = False,
    full: bool = False,
    with_: str | None = None,
    why: str | None = None,
    jobs: int = 0,
) -> int:
    """Convert, then build what changed of the site and its feeds."""
    from commands.build import Request, run

    request = Request(now=now, strict=strict, quiet=quiet, full=full, stages=with_, why=why, jobs=jobs)
    return run(Places(documents, posts, output, settings), request)


@task()
def preview(
    _context: Context,
    documents: str | None = None,
    posts: str | None = None,
    output: str | None = None,
    settings: str | None = None,
    port: int = 8000,
    quiet: bool = False,
) -> int:
    """Build, serve the site on this machine, and build again whenever something changes."""
    from commands.preview import run

    return run(Places(documents, posts, output, settings), port, quiet=quiet)


@task()
def lines(_context: Context, document: str | None = None, settings: str | None = None) -> int:
    """Print the lines of a document with their numbers, to which evidence points."""
    from commands.lines import run

    return run(Places(settings=settings), document)


@task()
def translate(_context: Context, language: str | None = None, settings: str | None = None) -> int:
    """Bring the theme's translations up to its templates, or begin one of LANGUAGE."""
    from commands.settings import read_own
    from commands.translate import run

    return run(Path(read_own(Places(settings=settings))["THEME"]), language)


@task(TESTS, takes_more=True)
def test(context: Context) -> int:
    """Run the tests; what stands after "--" goes to pytest."""
    from commands.checks import run_tests

    return run_tests(context.remainder)


@task(TESTS)
def bench(
    _context: Context,
    count: int = 1000,
    rounds: int = 5,
    folder: str | None = None,
    only: str | None = None,
    peers: str | None = None,
    report: str | None = None,
) -> int:
    """Measure how fast documents are converted and sites built, beside other builders, and print tables."""
    from tests.bench.command import Request, run

    return run(
        Request(
            count=count, rounds=rounds, folder=Path(folder) if folder else None, only=only, peers=peers, report=report
        )
    )


@task(TESTS)
def check(_context: Context, output: str | None = None, settings: str | None = None, only: str | None = None) -> int:
    """Check the built site: links, HTML, accessibility, weight; with --only lighthouse its scores."""
    from commands.settings import read_own
    from tests.check.command import run

    return run(Path(read_own(Places(output=output, settings=settings))["OUTPUT_PATH"]), only)


@task(TESTS)
def pictures(_context: Context, output: str | None = None, settings: str | None = None) -> int:
    """Take the README's pictures of the site, which must be that of the samples."""
    from commands.settings import PROJECT, read_own
    from tests.check.pictures import run

    return run(Path(read_own(Places(output=output, settings=settings))["OUTPUT_PATH"]), PROJECT / "docs")


@task(TESTS)
def lint(_context: Context) -> int:
    """Check the code: ruff's rules, its format, and types."""
    from commands.checks import run_lint

    return run_lint()


@task(NOTHING)
def clean(_context: Context, output: str | None = None, settings: str | None = None, quiet: bool = False) -> int:
    """Delete what builds made, and the caches."""
    from commands.clean import run

    return run(Places(output=output, settings=settings), quiet=quiet)


if __name__ == "__main__":
    command_line.start(__file__)
