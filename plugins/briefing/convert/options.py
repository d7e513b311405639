"""How documents are converted."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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
    without one all is read each time. ``jobs`` processes work at once. With ``dry_run`` nothing is written.
    """

    now: datetime.datetime | None = None
    timezone: datetime.tzinfo = datetime.UTC
    max_bytes: int = 16 * 1024 * 1024
    memory: Path | None = None
    jobs: int = 1
    dry_run: bool = False
    take: Take | None = None
    progress: Progress | None = None


def source_date_epoch() -> datetime.datetime | None:
    """Return the moment that the environment's ``SOURCE_DATE_EPOCH`` gives, None where it is not set.

    :raises ValueError: if it is no whole number of seconds since 1970
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH must be seconds since 1970, in whole numbers; found “{epoch}”."
        raise ValueError(message) from None
