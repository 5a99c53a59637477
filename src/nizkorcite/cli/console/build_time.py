"""The time that is written into what a command builds."""

import datetime as dt
import os

from nizkorcite.dates import Instant


def build_time() -> Instant:
    """Return the time, or the one that reproducible builds ask for (SOURCE_DATE_EPOCH)."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = (
        dt.datetime.fromtimestamp(int(stated), dt.UTC)
        if stated.isdecimal()
        else dt.datetime.now(dt.UTC)
    )
    return Instant(now.isoformat(timespec="seconds").replace("+00:00", "Z"))
