"""Moments: dates as articles have them, made such that feeds can print them."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, time, tzinfo
from email.utils import parsedate_to_datetime

logger = logging.getLogger(__name__)


def moment(value: object, timezone: tzinfo) -> datetime | None:
    """Return the moment in UTC, in whole seconds; None if the value is missing or is not one.

    Args:
        value: a ``datetime``, a ``date`` (its first moment), or a text in ISO 8601 or RFC 5322 (as e-mail dates are).
        timezone: that of a value which names none.

    """
    if isinstance(value, str):
        read = _read(value.strip())
        if read is None and value.strip():
            logger.warning("%r is no date in ISO 8601 (2026-06-03T06:30:00+00:00); left out of the feeds", value)
        value = read
    elif isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return _in_utc(value, timezone) if isinstance(value, datetime) else None


def _read(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text)
        except ValueError:
            continue
    return None


def _in_utc(value: datetime, timezone: tzinfo) -> datetime:
    """In UTC, because offsets of old dates have seconds, which no feed format can say."""
    aware = value if value.tzinfo else value.replace(tzinfo=timezone)
    try:
        aware = aware.astimezone(UTC)
    except OverflowError:  # the first or last day that there is
        aware = aware.replace(tzinfo=UTC)
    # Made anew: Pelican's own datetime class prints itself in the words of the locale.
    return datetime.combine(aware.date(), aware.time().replace(microsecond=0), UTC)
