"""A client's own week in hours."""

from datetime import timedelta

from django.db.models import Sum

from homeward.attendance.models import AttendanceMark
from homeward.core.charts import Hours
from homeward.core.charts.hours import in_hours
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.timetable.models import Seat


def week_hours(own: Own) -> Hours | None:
    """Delivered, still to come and required this week; None without an open episode."""
    if own.episode is None:
        return None
    monday = own.today - timedelta(days=own.today.weekday())
    week = {"episode": own.episode}
    marks = AttendanceMark.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
        **week, on__gte=monday, on__lt=monday + timedelta(weeks=1)
    )
    seats = Seat.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
        **week,
        released_at=None,
        mark=None,
        session__cancelled_at=None,
        ends_at__gt=own.now,
        session__on__lt=monday + timedelta(weeks=1),
    )
    delivered = marks.aggregate(minutes=Sum("credited_minutes"))["minutes"] or 0
    planned = seats.aggregate(minutes=Sum("session__clinical_minutes"))["minutes"] or 0
    required = own.episode.phase.weekly_minutes
    # A week that is short is staff's to mend; to the client the bar never scolds.
    return Hours(
        delivered=delivered / 60,
        planned=planned / 60,
        required=required / 60,
        told="met" if delivered >= required else "on_track",
    )


def hours_in_words(hours: float) -> str:
    """9, 7.5: by the reader's locale."""
    return in_hours(hours)
