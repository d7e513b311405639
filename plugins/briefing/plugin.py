"""What the plugin does on Pelican's signals."""

from __future__ import annotations

import datetime
import logging
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from briefing.convert import convert
from briefing.reader import PostReader
from briefing.settings import check

logger = logging.getLogger(__name__)


class SettingsError(Exception):
    """The site's settings are wrong; the message says all that is."""

    exitcode = 2


def add_reader(readers: Any) -> None:
    """Let posts be read as stories."""
    readers.reader_classes["md"] = PostReader


def convert_documents(pelican: Any) -> None:
    """Convert the documents at the start of a run, unless ``CONVERT`` is off.

    :raises SettingsError: before anything is converted
    """
    settings = pelican.settings
    problems = check(settings)
    if problems:
        raise SettingsError("\n".join(problems))
    if not settings.get("CONVERT", True):
        return
    now = settings.get("NOW")
    report = convert(
        Path(settings["DOCUMENTS_PATH"]),
        Path(settings["POSTS_PATH"]),
        now=datetime.datetime.fromisoformat(now) if isinstance(now, str) else now,
        timezone=ZoneInfo(settings["TIMEZONE"]),
        max_bytes=settings["DOCUMENT_MAX_BYTES"],
    )
    *needs_an_editor, summary = report.lines()
    for line in needs_an_editor:
        logger.warning("%s", line)
    logger.info("%s", summary)
