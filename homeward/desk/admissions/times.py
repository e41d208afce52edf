"""Instants and waits in the words pages use."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def when(instant: datetime | None) -> str:
    """Weekday, day and time in the house's zone; empty without an instant."""
    return date_format(timezone.localtime(instant), "D j M H:i") if instant else ""


def by_when(instant: datetime) -> str:
    """As `when`; what runs out with its day says the day alone."""
    at = timezone.localtime(instant)
    is_whole_day = (at.hour, at.minute) in {(0, 0), (23, 59)}
    return date_format(at, "D j M") if is_whole_day else when(instant)


def at_site(instant: datetime, zone: str) -> str:
    """Weekday, day and time on the wall of a site."""
    return date_format(instant.astimezone(ZoneInfo(zone)), "D j M H:i")


def clock_time(instant: datetime | None) -> str:
    """The time of day to the second, as saved states show it."""
    return date_format(timezone.localtime(instant), "H:i:s") if instant else ""


def waited(since: datetime, now: datetime) -> str:
    """How long somebody has waited, in days once there are any."""
    days = (now - since).days
    if days:
        return ngettext("%d day", "%d days", days) % days
    hours = int((now - since).total_seconds() // 3600)
    return ngettext("%d hour", "%d hours", hours) % hours if hours else _("less than an hour")
