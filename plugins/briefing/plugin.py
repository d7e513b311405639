"""What the plugin does on Pelican's signals."""

from __future__ import annotations

import logging
from typing import Any

from briefing import settings, settings_checks
from briefing.convert import by_settings
from briefing.reader import PostReader

logger = logging.getLogger(__name__)


class SettingsError(Exception):
    """The site's settings are wrong; the message says all that is."""

    exitcode = 2  # Pelican's main program takes it


def complete_settings(pelican: Any) -> None:
    """Put in defaults and make paths absolute.

    :raises SettingsError: before anything is read or written
    """
    settings.complete(pelican.settings)
    problems = settings_checks.check(pelican.settings)
    if problems:
        raise SettingsError("\n".join(problems))


def add_reader(readers: Any) -> None:
    """Let posts be read as stories."""
    readers.reader_classes["md"] = PostReader


def convert_documents(pelican: Any) -> None:
    """Convert the documents at the start of a run, unless ``CONVERT`` is off."""
    if not pelican.settings["CONVERT"]:
        return
    report = by_settings(pelican.settings)
    for line in report.needs_an_editor():
        logger.warning("%s", line)
    logger.info("%s", report.summary())
