"""How documents are converted."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from briefing.workers import Crew

Progress = Callable[[str, int, int], None]
"""Takes what is being done, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Take:
    """How to settle what an editor and a document both changed in a post: ``side`` is ``document`` or ``mine``."""

    post: str  # its file name
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a conversion can be told beside its folders.

    ``now`` is the moment of conversion; None: ``SOURCE_DATE_EPOCH`` (seconds since 1970, as
    https://reproducible-builds.org/specs/source-date-epoch/ defines it), else the clock. ``timezone`` is that of days.
    Files above ``max_bytes`` are refused. ``memory`` is a file in which convert keeps what it knows of unchanged files;
    without one all is read each time. ``crew`` does the work. With ``dry_run`` nothing is written.
    """

    now: datetime.datetime | None = None
    timezone: datetime.tzinfo = datetime.UTC
    max_bytes: int = 16 * 1024 * 1024
    memory: Path | None = None
    crew: Crew = field(default_factory=Crew)
    dry_run: bool = False
    take: Take | None = None
    progress: Progress | None = None
