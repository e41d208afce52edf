"""This week's hours of several clients as bars: three queries, however many clients."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Sum

from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.charts import Hours
from homeward.desk.clients.reach import short_name_for
from homeward.kernel.purposes import Purpose
from homeward.timetable.models import Seat


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def hours_of(actor: Actor, episodes: Iterable[Episode]) -> dict[UUID, Hours]:
    """Delivered, still planned and required hours of this week, by client id."""
    wanted = list(episodes)
    today = clock.today()
    monday, now = week_of(today), clock.now()
    within = {"episode__in": wanted}
    marks = AttendanceMark.objects.for_actor(actor, Purpose.OPERATIONS).filter(
        **within, on__gte=monday, on__lt=monday + timedelta(weeks=1)
    )
    seats = Seat.objects.for_actor(actor, Purpose.OPERATIONS).filter(
        **within,
        released_at=None,
        mark=None,
        session__cancelled_at=None,
        ends_at__gt=now,
        session__on__lt=monday + timedelta(weeks=1),
    )
    delivered = _sums(marks, "credited_minutes")
    planned = _sums(seats, "session__clinical_minutes")
    return {
        episode.client_id: Hours(
            delivered=delivered.get(episode.client_id, 0) / 60,
            planned=planned.get(episode.client_id, 0) / 60,
            required=episode.phase.weekly_minutes / 60,
            name=short_name_for(actor, episode.client),
        )
        for episode in wanted
    }


def _sums(rows: Any, field: str) -> dict[UUID, int]:
    totals = rows.values("client_id").annotate(minutes=Sum(field))
    return {row["client_id"]: row["minutes"] or 0 for row in totals}
