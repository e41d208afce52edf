"""The only place that reads the wall clock.

Views and jobs ask here and pass the time on; rules and actions receive it. A demo or a browser
test may shift the clock as a whole; production settings refuse a shifted clock.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

_shift = timedelta(0)


def now() -> datetime:
    """The present instant in UTC."""
    return datetime.now(UTC) + _shift


def today(zone: str | None = None) -> date:
    """The present date in a site's zone, or in the organisation's."""
    return local_day(now(), zone)


def local_day(instant: datetime, zone: str | None = None) -> date:
    """The date of an instant in a site's zone, or in the organisation's."""
    return instant.astimezone(ZoneInfo(zone or settings.TIME_ZONE)).date()


def shift_to(instant: datetime | None) -> None:
    """Let this process live as if it were `instant` now; None returns to the real time."""
    global _shift
    if instant is not None and not settings.CLOCK_MAY_SHIFT:
        raise RuntimeError("the clock is never shifted outside demo and tests")
    _shift = instant - datetime.now(UTC) if instant else timedelta(0)
