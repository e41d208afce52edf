"""When a document is due, from its rule and the moment its clock started."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from homeward.program.rules.default_deadlines import DueRule

_LENGTHS = {
    "minutes": timedelta(minutes=1),
    "hours": timedelta(hours=1),
    "days": timedelta(days=1),
    "weeks": timedelta(weeks=1),
}
SATURDAY = 5


def due_at(
    rule: DueRule, started_at: datetime, zone: str, closed: Collection[date] = ()
) -> datetime:
    """The last instant at which the document is in time.

    Minutes and hours are exact. Days and weeks run to the end of the site's day; business days
    leave out Saturdays, Sundays and the closed days.
    """
    if rule.unit in ("minutes", "hours"):
        return started_at + rule.limit * _LENGTHS[rule.unit]
    if rule.limit == 0:
        return started_at
    day = started_at.astimezone(ZoneInfo(zone)).date()
    if rule.calendar == "business":
        day = business_days_after(day, rule.limit * (5 if rule.unit == "weeks" else 1), closed)
    else:
        day += rule.limit * _LENGTHS[rule.unit]
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)) + timedelta(days=1)
    return midnight.astimezone(started_at.tzinfo)


def business_days_after(day: date, count: int, closed: Collection[date] = ()) -> date:
    """The day that many business days later."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and day not in closed:
            count -= 1
    return day
