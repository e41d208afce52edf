"""When a notice may go: inside the hours somebody agreed to, on the wall clock of their site."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def next_allowed(now: datetime, zone: str, from_hour: int, until_hour: int) -> datetime:
    """`now` when it lies within [from, until), otherwise the next opening, in UTC.

    An opening in the hour that spring skips is read as the first instant after it.
    """
    wall = now.astimezone(ZoneInfo(zone))
    if from_hour <= wall.hour < until_hour:
        return now.astimezone(UTC)
    day = wall.date() if wall.hour < from_hour else wall.date() + timedelta(days=1)
    opening = datetime(day.year, day.month, day.day, from_hour, tzinfo=ZoneInfo(zone))
    return opening.astimezone(UTC)
