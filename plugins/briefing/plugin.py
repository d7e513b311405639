"""What the plugin does on Pelican's signals."""

from __future__ import annotations

import datetime
import logging
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from briefing import settings as site_settings
from briefing.convert import convert
from briefing.reader import PostReader
from briefing.report import Report

logger = logging.getLogger(__name__)


class SettingsError(Exception):
    """The site's settings are wrong; the message says all that is."""

    exitcode = 2  # Pelican's main program takes it


def complete_settings(pelican: Any) -> None:
    """Put in defaults and make paths absolute.

    :raises SettingsError: before anything is read or written
    """
    site_settings.complete(pelican.settings)
    problems = site_settings.check(pelican.settings)
    if problems:
        raise SettingsError("\n".join(problems))


def add_reader(readers: Any) -> None:
    """Let posts be read as stories."""
    readers.reader_classes["md"] = PostReader


def convert_documents(pelican: Any) -> None:
    """Convert the documents at the start of a run, unless ``CONVERT`` is off."""
    if not pelican.settings["CONVERT"]:
        return
    *needs_an_editor, summary = convert_by_settings(pelican.settings).lines()
    for line in needs_an_editor:
        logger.warning("%s", line)
    logger.info("%s", summary)


def convert_by_settings(settings: dict[str, Any], **options: Any) -> Report:
    """Convert as complete ``settings`` say; ``options`` are those of :func:`briefing.convert.convert`."""
    now = settings["NOW"]
    return convert(
        Path(settings["DOCUMENTS_PATH"]),
        Path(settings["POSTS_PATH"]),
        now=datetime.datetime.fromisoformat(now) if isinstance(now, str) else now,
        timezone=ZoneInfo(settings["TIMEZONE"]),
        max_bytes=settings["DOCUMENT_MAX_BYTES"],
        **options,
    )
