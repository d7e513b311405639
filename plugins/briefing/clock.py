"""The moment of conversion that the environment gives."""

from __future__ import annotations

import datetime
import os


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
