"""A weekly wall time as instants, in weeks when the clocks change too.

A wall time that a spring night skips moves forward by the skipped hour; of a repeated hour the
first is taken. A session keeps its length: its end is counted from its first instant.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from homeward.kernel.periods import Period

ANY_DAY = date(2000, 1, 1)


def meeting_on(day: date, starts: time, ends: time, zone: str) -> Period:
    """When a group meets on a day; `starts` and `ends` are wall times of one day in `zone`."""
    first = datetime.combine(day, starts, ZoneInfo(zone)).astimezone(UTC)
    return Period(first, first + length_of(starts, ends))


def length_of(starts: time, ends: time) -> timedelta:
    """How long a meeting lasts by its wall times."""
    return datetime.combine(ANY_DAY, ends) - datetime.combine(ANY_DAY, starts)
